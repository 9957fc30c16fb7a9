"""What somebody owes: ours to keep, theirs to ask for."""

from datetime import date

import pytest

from agent.next import ranked
from plan.models import Action
from plan.sources import Turn
from tests.unit.agent.next.tern import added, derived, plan, scene

TURNS = (
    Turn(n=1, speaker="Ada Tern", text="And the map?"),
    Turn(n=2, speaker="Kit Marsh", text="I'll send it on Friday."),
    Turn(n=3, speaker="Wim Roos", text="To me, please."),
)


def owed(title: str, owner: str | None, due: str, milestone: str | None = None) -> Action:
    return Action(id="map", title=title, owner=owner, due=due, milestone=milestone)


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (owed("Send Wim the map", "kit", "2026-05-08"), ("send_material", ("wim",))),
        (owed("Send the map", "kit", "2026-05-08", "terms"), ("send_material", ("wim",))),
        (owed("Send the map", "kit", "2026-05-08", "pilot"), ("send_material", ("ada",))),
        (owed("Send the map", None, "2026-05-08"), ("send_material", ("ada",))),
        (owed("Build the map", "kit", "2026-05-08"), ("follow_up_actions", ("kit",))),
        (owed("Send the map", "wim", "2026-05-04"), ("follow_up_actions", ("wim",))),
    ],
)
def test_whom_a_promise_is_for(action: Action, told: tuple[str, tuple[str, ...]]) -> None:
    first = ranked(scene(of=plan(actions=(action,))))[0]
    assert (first.intent, first.to) == told
    assert first.actions == ("map",)
    assert f"“{action.title}”" in first.why


def test_a_promise_made_in_a_call_is_for_whoever_is_spoken_to() -> None:
    made = added("action", "map", turn=2)
    of = plan(actions=(owed("Send the map", "kit", "2026-05-08"),))
    first = ranked(scene(of=of, findings=(made,), turns=TURNS[1:]))[0]
    assert first.to == ("wim",)
    assert first.evidence == made.edit.evidence


def test_a_promise_is_no_matter_before_its_week() -> None:
    soon, far = owed("Send it", "kit", "2026-05-13"), owed("Send it", "kit", "2026-05-14")
    assert ranked(scene(of=plan(actions=(soon,))))
    assert ranked(scene(of=plan(actions=(far,)))) == ()


def test_a_colleagues_step_is_a_task() -> None:
    of = plan(actions=(owed("Build the map", "kit", "2026-05-08"),))
    assert ranked(scene(of=of))[0].kind == "task"


def test_a_late_promise_carries_its_risk_and_is_quiet_with_it() -> None:
    of = plan(actions=(owed("Send the map", "kit", "2026-05-04"),))
    late = derived("action_overdue", "kit", actions=("map",))
    first = ranked(scene(late, of=of))[0]
    assert (first.intent, first.risk, first.why) == ("send_material", late.key, late.why)
    quiet = late.model_copy(update={"quiet_until": date(2026, 5, 20)})
    assert ranked(scene(quiet, of=of)) == ()


def test_a_done_action_is_owed_by_nobody() -> None:
    done = owed("Send the map", "kit", "2026-05-04").model_copy(update={"status": "done"})
    assert ranked(scene(of=plan(actions=(done,)))) == ()


def test_titles_of_one_word_are_taken() -> None:
    of = plan(actions=(owed("Map", "kit", "2026-05-08"),))
    assert ranked(scene(of=of))[0].intent == "follow_up_actions"
