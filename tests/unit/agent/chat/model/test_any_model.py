"""Whatever a model says or calls, a chat ends once, with an answer that rests on lines or none."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from agent.answers.answer import Statement
from agent.chat.ports import Answered, Failing, Happening, Stating
from tests.fakes.language_models import ScriptedModel
from tests.fakes.talking import calls, says
from tests.unit.agent.chat.model.orchard import ChatOf, Shelf, happened
from tools.registry import GRANTS

TOOLS = st.sampled_from([*(one.tool for one in GRANTS), "drop_tables", ""])
NAMES = st.sampled_from(
    [
        *("people", "items", "roles", "side", "since", "until", "text", "query"),
        *("entity", "id", "set", "why", "self", "config", "run_manager", "callbacks", "state"),
        *("runtime", "args", "kwargs", "told", "tool_call_id", "workspace", "deal", ""),
    ]
)
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.sampled_from(
        ["p1", "m2", "Ines", "2026-03-09", "milestone", "deal", "buyer", "Push security", "\0"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["due", "owner", "stage", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)
CALLS = st.lists(st.tuples(TOOLS, st.dictionaries(NAMES, VALUES, max_size=4)), max_size=4)
SAID = st.lists(
    st.sampled_from(
        [
            *("[c1]", "[c2]", "[c9]", ". ", "? ", "\n- ", "“", "”", "Ines Dahl", "It is blocked"),
            *("Nothing in this deal says so.", "no", "blockers", "m2", "Friday 6 March 2026", "é"),
        ]
    )
    | st.text(max_size=9),
    max_size=12,
).map(" ".join)


def stated(told: list[Happening]) -> list[Statement]:
    return [one.statement for one in told if isinstance(one, Stating)]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=CALLS, second=CALLS, text=SAID, everything=st.booleans())
def test_it_ends_once_and_states_nothing_that_rests_on_nothing(
    chat_of: ChatOf,
    first: list[tuple[str, dict[str, JsonValue]]],
    second: list[tuple[str, dict[str, JsonValue]]],
    text: str,
    *,
    everything: bool,
) -> None:
    shelf = Shelf(deal=None if everything else "orchard", found=["orchard.s1", "orchard.s3"])
    looks = [calls(*one) for one in (first, second) if one]
    shelf.marked = repr((first, second, text))
    told = happened(chat_of(ScriptedModel(*looks, says(text))), "Push security", shelf)
    ends = [one for one in told if isinstance(one, Answered | Failing)]
    assert ends == told[-1:]
    if isinstance(told[-1], Answered):
        assert list(told[-1].answer.statements) == stated(told)
        assert told[-1].answer.statements or told[-1].answer.note
