"""What holds a deal up: found exactly, whatever else is going on in its plan."""

from hypothesis import HealthCheck, given, settings

from agent.answers.holding import blockers_of
from tests.strategies.planted import TODAY, Planted, Story, stories

thorough = settings(
    max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)


@thorough
@given(stories())
def test_planted_blockers_are_found_with_their_side_and_the_days_they_wait(story: Story) -> None:
    found = blockers_of(story.dossier)
    told = [
        Planted(one.item.entity, one.item.id, one.cause, one.since, one.side)
        for one in found
        if one.since
    ]
    assert sorted(told, key=repr) == sorted(story.blockers, key=repr)
    assert [one.days(TODAY) for one in found] == [(TODAY - one.since).days for one in told]
