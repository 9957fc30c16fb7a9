"""Questions of cases, asked of a chat on the deal as it stood when they are asked."""

from evals.answering.answering import answered

__all__ = ["answered"]
