"""LangChain and the providers' clients take more than a second to import."""

import subprocess
import sys

CHECK = """
import sys
from agent.llm import budgeted, check, meanings, patient, prices, remembering, structured
sys.exit(bool(sys.modules.keys() & {"langchain", "langchain_core", "openai", "httpx2"}))
"""


def test_only_the_adapter_imports_langchain() -> None:
    assert subprocess.run([sys.executable, "-c", CHECK], check=False).returncode == 0  # noqa: S603 -- a constant
