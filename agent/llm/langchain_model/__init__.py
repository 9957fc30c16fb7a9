"""The adapter to providers, through LangChain: the only package that knows providers.

Importing it takes more than a second, so only `api.bootstrap` does, and where a model is needed.
LangChain's own retries, streaming, cache and tracing are off: what is around a request is in the
decorators of `agent.llm`, and a traced request would post a customer's words to one more server.
"""

from agent.llm.langchain_model.model import LangChainModel

__all__ = ["LangChainModel"]
