from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evals.cases.gold import Question
from evals.cases.loading import load_all
from evals.cases.sample import Case
from evals.predictions import Cited, PredictedAnswer
from evals.scorers.answers import JudgedAnswer, answer_score, judge_answer
from evals.tally import Share
from plan.sources import Source, Turn

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
ASKED = "When do we sign, and for how much?"
WORDS = "We sign on the twenty-ninth of May, and I can do one-eighty, flat."
KNOWN = Question.model_validate(
    {
        "question": ASKED,
        "after": 1,
        "facts": [["29 May", "2026-05-29"], ["180,000", "180k"]],
        "not": ["discount"],
        "cites": [{"source": "01.vtt", "quote": "We sign on the twenty-ninth of May"}],
    }
)
UNKNOWN = Question(question="What would the petrol stations cost?", after=1, unknown=True)


def source(name: str = "01.vtt", words: str = WORDS) -> Source:
    return Source(
        kind="call",
        format="vtt",
        occurred_at=datetime(2026, 5, 1, tzinfo=UTC),
        day=date(2026, 5, 1),
        sha256="0",
        turns=(Turn(n=1, text=words),),
        quoted=("an older line",),
        filename=name,
    )


def judged(
    text: str, *cites: Cited, asked: Question = KNOWN, unknown: bool = False
) -> JudgedAnswer:
    answer = PredictedAnswer(question=asked.question, answer=text, unknown=unknown, cites=cites)
    return judge_answer(asked, answer, {"01.vtt": source(), "03.vtt": source("03.vtt")})


def test_an_answer_with_a_phrase_of_every_line_is_right() -> None:
    one = judged("They sign on 29 May for 180k.")
    assert one.facts == (True, True)
    assert one.right


def test_an_answer_without_one_of_the_lines_is_wrong() -> None:
    one = judged("They sign on 29 May.")
    assert one.facts == (True, False)
    assert not one.right


def test_a_forbidden_phrase_makes_an_answer_wrong() -> None:
    one = judged("They sign on 29 May for 180k after a discount.")
    assert one.forbidden == ("discount",)
    assert not one.right


@pytest.mark.parametrize(
    ("text", "flag"), [("", True), ("Nothing in the deal says so.", False), ("I guess 9k.", True)]
)
def test_an_unknown_one_is_right_when_it_is_admitted(*, text: str, flag: bool) -> None:
    one = judged(text, asked=UNKNOWN, unknown=flag)
    assert one.right
    assert not one.false_unknown


@pytest.mark.parametrize("text", ["", "9,000 each.", "No."])
def test_an_unknown_one_is_wrong_when_it_is_not_admitted(text: str) -> None:
    assert not judged(text, asked=UNKNOWN).right


def test_calling_unknown_what_the_deal_tells_is_wrong_whatever_else_is_said() -> None:
    one = judged("They sign on 29 May for 180k.", unknown=True)
    assert one.false_unknown
    assert not one.right


def test_an_admission_in_words_is_a_false_unknown_only_without_a_fact() -> None:
    assert judged("I don't know.").false_unknown
    told = judged("They sign on 29 May for 180k; no mention of a start.")
    assert not told.false_unknown
    assert told.right


def test_a_citation_supports_when_it_overlaps_a_gold_one_of_its_source() -> None:
    one = judged("", Cited(source="01.vtt", quote="sign on the  twenty-ninth of May, and"))
    assert [(cite.stands, cite.supports) for cite in one.cites] == [(True, True)]


@pytest.mark.parametrize(
    ("name", "quote", "stands"),
    [
        ("01.vtt", "I can do one-eighty, flat", True),
        ("01.vtt", "We sign on the thirtieth of May", False),
        ("01.vtt", "an older line", False),
        ("02.vtt", "We sign on the twenty-ninth of May", False),
        ("03.vtt", "We sign on the twenty-ninth of May", True),
        ("01.vtt", "", False),
    ],
)
def test_a_citation_of_other_words_does_not_support(*, name: str, quote: str, stands: bool) -> None:
    one = judged("", Cited(source=name, quote=quote))
    assert [(cite.stands, cite.supports) for cite in one.cites] == [(stands, False)]


def test_the_scores_count_each_respect_on_its_own() -> None:
    good = Cited(source="01.vtt", quote="We sign on the twenty-ninth of May")
    bad = Cited(source="01.vtt", quote="We never sign")
    beside = Cited(source="01.vtt", quote="I can do one-eighty, flat")
    score = answer_score(
        [
            judged("29 May for 180k.", good, bad),
            judged("29 May, with a discount.", bad, beside),
            judged("", unknown=True),
            judged("Nothing says so.", asked=UNKNOWN),
            judged("9,000.", asked=UNKNOWN),
        ]
    )
    assert score.right == Share(right=2, of=5, rate=0.4)
    assert score.facts == Share(right=3, of=6, rate=0.5)
    assert score.forbidden == Share(right=2, of=3, rate=0.6667)
    assert score.cited == Share(right=1, of=3, rate=0.3333)
    assert score.citations == Share(right=2, of=4, rate=0.5)
    assert score.unknown == Share(right=1, of=2, rate=0.5)
    assert score.false_unknown == Share(right=1, of=3, rate=0.3333)


def test_silence_earns_nothing() -> None:
    silent = [judge_answer(asked, None, {}) for asked in (KNOWN, UNKNOWN)]
    score = answer_score([*silent, judged(" ")])
    assert {score.right.right, score.facts.right, score.forbidden.right, score.cited.right} == {0}
    assert {score.citations.of, score.unknown.right, score.false_unknown.right} == {0}


def test_no_questions_give_no_rates() -> None:
    assert answer_score([]).right == Share(right=0, of=0, rate=None)


def gold_answer(question: Question, sources: Mapping[str, Source]) -> JudgedAnswer:
    """The gold's own answer: the first phrase of each line, and its citations."""
    answer = PredictedAnswer(
        question=question.question,
        answer=". ".join(line[0] for line in question.facts),
        unknown=question.unknown,
        cites=tuple(Cited(source=one.source, quote=one.quote) for one in question.cites),
    )
    return judge_answer(question, answer, sources)


@pytest.fixture(scope="module")
def golden() -> tuple[Case, ...]:
    return load_all([GOLDEN])


def test_the_golden_answers_are_right_against_themselves(golden: tuple[Case, ...]) -> None:
    judged_all = [
        gold_answer(question, {s.gold.source: s.context.source for s in case.samples})
        for case in golden
        for question in case.questions
    ]
    score = answer_score(judged_all)
    assert score.right == Share(right=72, of=72, rate=1.0)
    assert {score.facts.rate, score.forbidden.rate, score.cited.rate} == {1.0}
    assert {score.citations.rate, score.unknown.rate} == {1.0}
    assert score.false_unknown.right == 0


def test_no_phrase_of_a_golden_fact_is_refused_on_its_own(golden: tuple[Case, ...]) -> None:
    for case in golden:
        for question in case.questions:
            for number, line in enumerate(question.facts):
                for phrase in line:
                    answer = PredictedAnswer(question=question.question, answer=f"It is {phrase}.")
                    assert judge_answer(question, answer, {}).facts[number], phrase
