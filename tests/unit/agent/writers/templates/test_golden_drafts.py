"""Every draft over all golden and dev deals: facts of the plan and words that were said."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from agent.next import ranked
from agent.ports import Context, Drafted
from agent.writers.model.brief import Brief, brief
from agent.writers.model.checks import faults
from agent.writers.model.tongue import language
from agent.writers.templates import TemplateWriter
from agent.writers.templates.piece import first_name
from evals.bench.next_actions import as_it_should_be, days_of
from evals.cases.loading import load_all
from evals.datasets import GOLDEN
from plan.observations import NextAction

DEV = GOLDEN.parent / "dev"
QUOTED = re.compile(r"[“„«] ?([^“”„«»]+?) ?[”“»]")
LEAST = 100


class Written(NamedTuple):
    """A draft, with what it was written from."""

    key: str
    action: NextAction
    drafted: Drafted
    about: Brief
    context: Context


@cache
def written() -> tuple[Written, ...]:
    return tuple(_written())


def _written() -> Iterator[Written]:
    for case in load_all([GOLDEN, DEV]):
        for sample in case.samples:
            seen = as_it_should_be(sample, days_of(case))
            known = sample.context.plan.model_copy(update={"stakeholders": seen.plan.stakeholders})
            context = sample.context.model_copy(update={"plan": known})
            for action in ranked(seen):
                drafted = TemplateWriter().draft(action, context)
                yield Written(sample.key, action, drafted, brief(action, context), context)


def test_there_are_drafts_to_look_at() -> None:
    assert len(written()) > LEAST


def test_no_draft_holds_a_placeholder_or_a_fact_that_is_not_in_the_plan() -> None:
    told = {
        f"{one.key} {one.action.intent}": found
        for one in written()
        if (found := faults(_own_words(one), one.about))
    }
    assert told == {}


def test_all_that_is_quoted_is_a_name_of_the_plan_or_was_said() -> None:
    for one in written():
        turns = [turn.text for turn in one.context.source.turns]
        for words in QUOTED.findall(one.drafted.text):
            assert words in one.about.names or any(words in text for text in turns), one.key


def test_every_draft_is_for_those_it_greets_and_no_one_who_is_gone() -> None:
    for one in written():
        assert one.action.to, one.key
        people = [one.context.plan.person(who) for who in one.action.to]
        assert all(person is not None and person.active for person in people), one.key
        greeting = one.drafted.text.split("\n")[0]
        assert all(first_name(person) in greeting for person in people if person), one.key


def test_every_draft_is_in_the_threads_language_or_says_so() -> None:
    for one in written():
        spoken = language(_own_words(one))
        warned = bool(one.drafted.warnings)
        assert warned or one.about.language is None or spoken in {None, one.about.language}


@pytest.mark.parametrize("needed", ["said: ", "wrote: ", "is planned for", "was due on"])
def test_drafts_tell_what_they_refer_to(needed: str) -> None:
    assert any(needed in one.drafted.text for one in written())


def _own_words(one: Written) -> str:
    """Subject and text without the words of others, which stand in the source as they are."""
    text = f"{one.drafted.subject}\n{one.drafted.text}"
    for words in QUOTED.findall(text):
        if any(words in turn.text for turn in one.context.source.turns):
            text = text.replace(words, "…")
    return text
