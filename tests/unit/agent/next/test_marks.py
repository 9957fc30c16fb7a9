"""What people did with a next action changes what they are shown."""

from datetime import UTC, date, datetime

from agent.next import ranked
from agent.next.scene import Scene
from plan.models import Action
from plan.values import Intent
from plan.watch.marks import ActionMark, ActionVerdict
from tests.unit.agent.next.tern import DAY, derived, plan, said, scene

SILENT = derived("sponsor_silent", "olu", since=date(2026, 4, 20))
BLOCKED = said("blocker_raised", "wim", severity="high", at="tern.s1", since=date(2026, 4, 1))
YESTERDAY = date(2026, 5, 5)


def mark(
    intent: Intent,
    verdict: ActionVerdict,
    to: tuple[str, ...] = ("olu",),
    risk: str = SILENT.key,
    since: date | None = None,
    until: date | None = None,
) -> ActionMark:
    return ActionMark(
        deal="tern",
        number=1,
        intent=intent,
        to=to,
        risk=risk,
        since=since,
        verdict=verdict,
        until=until,
        by="kit",
        at=datetime(2026, 5, 5, 9, tzinfo=UTC),
        on=YESTERDAY,
    )


def told(seen: Scene, *marks: ActionMark) -> list[Intent]:
    return [one.intent for one in ranked(seen, marks)]


def test_a_done_one_is_gone_until_its_risk_begins_anew() -> None:
    for verdict in ("done", "sent"):
        done = mark("re_engage_sponsor", verdict, since=date(2026, 4, 20))
        assert told(scene(SILENT), done) == []
        anew = SILENT.model_copy(update={"since": date(2026, 4, 21)})
        assert told(scene(anew), done) == ["re_engage_sponsor"]


def test_a_done_one_comes_back_when_something_new_is_said() -> None:
    done = mark("resolve_blocker", "done", to=("wim",), risk=BLOCKED.key, since=BLOCKED.since)
    assert told(scene(BLOCKED), done) == []
    again = said("blocker_raised", "wim", severity="high", since=BLOCKED.since)
    assert told(scene(again), done) == ["resolve_blocker"]


def test_one_put_off_is_hidden_until_its_day() -> None:
    assert told(scene(SILENT), mark("re_engage_sponsor", "snoozed", until=date(2026, 5, 7))) == []
    back = mark("re_engage_sponsor", "snoozed", until=DAY)
    assert told(scene(SILENT), back) == ["re_engage_sponsor"]


def test_a_dismissed_kind_sinks_in_its_deal() -> None:
    seen = scene(SILENT, BLOCKED)
    assert told(seen) == ["re_engage_sponsor", "resolve_blocker"]
    no = mark("re_engage_sponsor", "dismissed", to=("ada",), risk="sponsor_silent.ada")
    assert told(seen, no) == ["resolve_blocker", "re_engage_sponsor"]
    assert told(scene(SILENT), no, no, no) == []


def test_a_mark_hides_only_what_it_is_about() -> None:
    other = mark("re_engage_sponsor", "done", risk="sponsor_silent.ada")
    assert told(scene(SILENT), other) == ["re_engage_sponsor"]
    late = Action(id="map", title="Send Wim the map", owner="kit", due="2026-05-04")
    seen = scene(of=plan(actions=(late,)))
    assert told(seen, mark("send_material", "sent", to=("ada",), risk="")) == ["send_material"]
    assert told(seen, mark("send_material", "sent", to=("wim",), risk="")) == []
