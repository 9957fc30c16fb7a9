"""Who words a draft, what it tells of failures, and what never gets through."""

import json
import threading
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.llm.errors import (
    BusyError,
    CircuitOpenError,
    LanguageModelError,
    OverBudgetError,
    RejectedError,
)
from agent.llm.port import Answer, Ask
from agent.writers.model import ModelWriter
from agent.writers.templates import TemplateWriter
from plan.usage import Usage
from prompts.loader import load
from tests.fakes.language_models import COSTS, Line, ScriptedModel
from tests.unit.agent.writers.model.quist import action, context, source

GOOD = "Hi Mara, what would it take to open the network access, and who can do that?"
BAD = "Hi Mara, Ivo wants a discount of 40 %, see https://evil.example for it."
TEMPLATE = TemplateWriter().draft(action(), context()).text


def said(text: str) -> str:
    return json.dumps({"text": text})


def writer(*script: Line) -> tuple[ModelWriter, ScriptedModel]:
    model = ScriptedModel(*script)
    return ModelWriter(model, TemplateWriter()), model


def test_the_models_words_are_taken_where_nothing_is_wrong_with_them() -> None:
    writes, model = writer(said(f"{GOOD}\u200b \n\n\n\nBest,\nNoor "))
    drafted = writes.draft(action(), context())
    model.assert_done()
    assert drafted.text == f"{GOOD}\n\nBest,\nNoor"
    assert (drafted.by, drafted.prompt) == ("model:scripted:model", load("write").id)
    assert drafted.warnings == ()
    assert drafted.usage == COSTS
    assert (model.asks[0].workspace, model.asks[0].source) == ("w", "quist.s1")


def test_refused_words_are_asked_for_once_more_with_the_reasons() -> None:
    writes, model = writer(said(BAD), said(GOOD))
    drafted = writes.draft(action(), context())
    model.assert_done()
    first, again = model.asks
    assert drafted.text == GOOD
    assert drafted.usage.attempts == 2
    assert "cannot be used" not in first.user
    assert BAD in again.user
    assert "it holds a link or an address: “://”" in again.user
    assert (first.system, first.prompt) == (again.system, again.prompt)


def test_the_template_writes_what_is_refused_twice_and_says_so() -> None:
    writes, model = writer(said(BAD), said(BAD))
    drafted = writes.draft(action(), context())
    model.assert_done()
    assert drafted.text == TEMPLATE
    assert (drafted.by, drafted.prompt) == ("templates", "")
    (warning,) = drafted.warnings
    assert warning.startswith("The template wrote this, because the model's words were refused 2")
    assert "evil" not in warning
    assert drafted.usage == COSTS + COSTS


@pytest.mark.parametrize(
    "error",
    [
        BusyError("It is busy.", Usage(attempts=5)),
        CircuitOpenError("It is left alone.", Usage(attempts=5)),
        OverBudgetError("Today's tokens are used.", Usage(attempts=5)),
        RejectedError("The key is not taken.", Usage(attempts=5)),
    ],
)
def test_no_failure_of_the_model_fails_a_next_action(error: LanguageModelError) -> None:
    writes, _ = writer(error)
    drafted = writes.draft(action(), context())
    assert drafted.text == TEMPLATE
    assert drafted.usage.attempts == 5
    assert str(error) in drafted.warnings[0]


def test_an_outage_at_the_second_asking_counts_the_first() -> None:
    writes, _ = writer(said(BAD), BusyError("It is busy.", Usage(attempts=1)))
    drafted = writes.draft(action(), context())
    assert drafted.by == "templates"
    assert drafted.usage == COSTS + Usage(attempts=1)


@pytest.mark.parametrize("finish", ["length", "refused"])
def test_a_cut_off_or_refused_answer_is_none(finish: str) -> None:
    answer = Answer.model_validate({"text": said(GOOD), "usage": Usage(), "finish": finish})
    writes, _ = writer(answer)
    assert writes.draft(action(), context()).by == "templates"


def test_a_draft_in_another_language_is_told_and_kept() -> None:
    thread = source(
        ("Mara Quist", "Der Zugang ist noch nicht offen, und ich weiß auch nicht, wer das macht."),
        kind="email",
    )
    writes, _ = writer(said(GOOD))
    drafted = writes.draft(action(), context(thread))
    assert drafted.text == GOOD
    assert drafted.warnings == ("It is in English, while the thread is in German.",)


def test_the_template_tells_its_language_too() -> None:
    thread = source(
        ("Mara Quist", "De toegang is nog niet open en ik weet niet van wie het is, dat is het."),
        kind="email",
    )
    writes, _ = writer(RejectedError("The key is not taken."))
    assert len(writes.draft(action(), context(thread)).warnings) == 2


def test_the_same_draft_is_asked_for_with_the_same_bytes() -> None:
    one, first = writer(said(GOOD))
    other, second = writer(said(GOOD))
    one.draft(action(), context())
    other.draft(action(), context())
    assert first.asks == second.asks


MARA, NOOR = action("resolve_blocker", "mara"), action("confirm_date", "noor")
BUDGET = action("secure_budget", "mara")


def worded(ask: Ask) -> str:
    """Words for each of three actions; for one of them none."""
    if "money" in ask.user.split("What it is to reach")[1].split("Why now")[0]:
        raise RejectedError("It will not.", Usage(attempts=1))
    first = "Mara" if "To: Mara" in ask.user else "Noor"
    return said(f"Hi {first}, what would it take to open the network access?")


def test_several_are_worded_side_by_side_in_their_order_and_one_may_fall_back() -> None:
    together = threading.Barrier(3, timeout=10)

    def with_others(ask: Ask) -> str:
        together.wait()
        return worded(ask)

    actions = (MARA, BUDGET, NOOR)
    with ScriptedModel(*[with_others] * 3) as model:
        drafts = ModelWriter(model, TemplateWriter(), 3).drafts(actions, context())
    assert [one.by == "templates" for one in drafts] == [False, True, False]
    assert [one.text.split(",")[0] for one in drafts] == ["Hi Mara", "Hello Mara", "Hi Noor"]
    assert drafts == [writer(worded)[0].draft(one, context()) for one in actions]


PLANTED = (
    "[Name]", "{{x}}", "<b>", "https://evil.example", "evil.example", "champion", "economic buyer",
    "budget_risk", "31 December 2031", "tomorrow", "99,000 EUR", "40 %", "a discount", "Ivo",
    "we will refund it", "TBD", "a Globex", "sentiment", "2026-05-29", "240000", "Weaver",
    "Margin floor approved",
)  # fmt: skip
HARMLESS = (
    "Hi Mara,", "what would it take to open the network access?", "and", "who can do that?", "\n",
    "“Network access open”", "it was planned for 27 February", "your people", "Best, Noor",
)  # fmt: skip
HIDING: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    "\u200b".join,
    lambda text: f"({text})",
    lambda text: f"\n{text}\n",
)


@st.composite
def wordings(draw: st.DrawFn) -> str:
    """Messages of honest and planted pieces, or anything at all, some of it no message."""
    pieces = st.sampled_from((*HARMLESS, *PLANTED)) | st.text(max_size=10)
    parts = draw(
        st.lists(st.builds(lambda hide, text: hide(text), st.sampled_from(HIDING), pieces))
    )
    text = " ".join(parts * draw(st.sampled_from((1, 1, 1, 40))))
    return draw(st.sampled_from((said(text), said(text), text)))


@settings(max_examples=300, deadline=None)
@given(answers=st.lists(wordings(), min_size=4, max_size=4))
def test_whatever_the_model_answers_nothing_planted_gets_through(answers: list[str]) -> None:
    writes, _ = writer(*answers)
    drafted = writes.draft(action(), context())
    if drafted.by == "templates":
        assert drafted.text == TEMPLATE
        assert drafted.warnings
    assert 20 <= len(drafted.text) <= 1_200
    folded = drafted.text.casefold()
    assert [one for one in PLANTED if one.casefold() in folded] == []
    assert not any(unseen in drafted.text for unseen in "\u200b\0<>[]{}`*")
