"""A reader's confidence is shown and measured; no rule acts on it while it is not calibrated.

`tandem eval` measures the calibration. Readers may weigh their own doubts, and evals score them.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("plan", "memory", "tools", "agent", "api")
FREE = ROOT / "agent" / "readers"


def decisions(tree: ast.AST) -> list[int]:
    """Lines on which a confidence is compared, tested or sorted by."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare | ast.BoolOp | ast.IfExp | ast.Lambda)
        and not _asks_whether_there_is_one(node)
        and any(
            isinstance(part, ast.Attribute) and part.attr == "confidence" for part in ast.walk(node)
        )
    ]


def _asks_whether_there_is_one(node: ast.AST) -> bool:
    return isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is | ast.IsNot)


def test_no_rule_acts_on_confidence() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if not path.is_relative_to(FREE)
        for line in decisions(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_a_rule_that_did_would_be_found() -> None:
    for rule in ("if x.confidence > .5: pass", "sorted(y, key=lambda x: x.confidence)"):
        assert decisions(ast.parse(rule))
