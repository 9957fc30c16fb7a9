"""What language models answered, and what asking them took on each day.

There is no way back down: to undo an upgrade, restore the copy made before it.
"""

import sqlalchemy as sa
from alembic import op

from memory.sql.types import Instant, Key, Money

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create both tables."""
    _answers()
    _spending()


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("workspace", Key, nullable=False),
        sa.Column("key", Key, nullable=False),
        sa.Column("source", Key),
        sa.Column("model", sa.String, nullable=False),
        sa.Column("prompt", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("finish", sa.String, nullable=False),
        sa.Column("tokens_in", sa.Integer, nullable=False),
        sa.Column("tokens_out", sa.Integer, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("workspace", "key", name=op.f("pk_answers")),
    )
    op.create_index(op.f("ix_answers_workspace_source"), "answers", ("workspace", "source"))


def _spending() -> None:
    op.create_table(
        "spending",
        sa.Column("workspace", Key, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("model", Key, nullable=False),
        sa.Column("tokens_in", sa.BigInteger, nullable=False),
        sa.Column("tokens_out", sa.BigInteger, nullable=False),
        sa.Column("money", Money),
        sa.Column("unpriced_tokens", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("workspace", "day", "model", name=op.f("pk_spending")),
    )
