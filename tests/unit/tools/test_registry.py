from collections import Counter
from typing import NamedTuple

from tools.registry import GRANTS, granted


class Named(NamedTuple):
    name: str


def test_all_that_a_model_may_keep_is_a_proposal() -> None:
    assert [one.tool for one in GRANTS if one.access == "write"] == ["propose_edit"]


def test_nothing_is_listed_twice() -> None:
    assert max(Counter((one.tool, one.scope) for one in GRANTS).values()) == 1


def test_what_is_not_listed_for_a_question_does_not_exist_in_it() -> None:
    tools = [Named("blockers"), Named("drop_tables"), Named("closing"), Named("propose_edit")]
    assert [one.name for one in granted(tools, "deal")] == ["blockers", "propose_edit"]
    assert [one.name for one in granted(tools, "portfolio")] == ["closing"]
