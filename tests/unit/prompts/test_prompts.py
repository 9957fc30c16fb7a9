import re
from datetime import date, datetime

import pytest

from prompts.loader import FOLDER, active, load, versions

ALL = [
    (folder.name, version)
    for folder in sorted(FOLDER.iterdir())
    if folder.is_dir() and any(folder.glob("v*.md"))
    for version in versions(folder.name)
]
TRAPS = (
    *("hypothetical", "other_deal", "retracted", "past", "joke", "question", "vague"),
    *("quoted_history", "already_known", "injection", "small_talk", "not_agreed"),
)
OWN = {"calendar", "user", "question"}
"""Variables that hold nothing of what others wrote."""
NOTHING = "Nothing in this deal says so."
SENTENCE = r"(.+?(?<! [0-9])(?<! [0-9][0-9])[.?][”’]?) ?((?:\[c[0-9]+\])*)(?: |$)"
"""A sentence and the ids after it; the stop in `8. September` ends none."""
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@pytest.mark.parametrize(("name", "version"), ALL)
def test_every_prompt_is_in_the_form_and_says_why_it_is_so(name: str, version: str) -> None:
    prompt = load(name, version)
    assert prompt.notes
    assert prompt.changes


def test_every_active_prompt_is_there_and_every_prompt_has_an_active_version() -> None:
    assert set(active().items()) <= set(ALL)
    assert set(active()) == {name for name, _ in ALL}


@pytest.mark.parametrize("name", ["read", "verify"])
def test_the_readers_prompts_name_every_trap(name: str) -> None:
    system = load(name).system
    assert [trap for trap in TRAPS if not re.search(rf"\b{trap}\b", system)] == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("read", ("deal", "plan", "calendar", "source")),
        ("verify", ("deal", "plan", "calendar", "source", "candidates")),
        ("chat", ("deal", "people", "plan", "thread", "calendar", "question")),
    ],
)
def test_what_changes_from_call_to_call_comes_last(name: str, parts: tuple[str, ...]) -> None:
    user = load(name).user
    places = [user.index(f"{{{{ {part} }}}}") for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("name", list(active()))
def test_no_prompt_shouts(name: str) -> None:
    words = set(re.findall(r"\b[A-Z]{4,}\b", load(name).system))
    assert words <= {"YYYY"}


@pytest.mark.parametrize("name", ["read", "verify", "chat"])
def test_what_others_wrote_stands_between_fences(name: str) -> None:
    """All but the fences themselves, what this program works out, and the user's own question."""
    prompt = load(name)
    inside = prompt.user
    for fence in (one for one in prompt.variables if one.endswith("fence")):
        inside = re.sub(rf"(?s)\n{{{{ {fence} }}}}\n.*?\n{{{{ {fence} }}}}\n", "\n", inside)
    outside = {one for one in prompt.variables if f"{{{{ {one} }}}}" in inside}
    assert {one for one in outside if not one.endswith("fence")} <= OWN


def answers_in_chat() -> list[tuple[str, str]]:
    """The worked examples: what the tools returned, and the answer."""
    examples = load("chat").system.partition("# Examples\n")[2].strip().split("\n\n")[1:]
    return [(told, answer) for told, _, answer in (one.partition("\nAnswer: ") for one in examples)]


@pytest.mark.parametrize(("told", "answer"), answers_in_chat())
def test_every_statement_of_a_worked_answer_ends_with_what_a_tool_returned(
    told: str, answer: str
) -> None:
    returned = set(re.findall(r"(?m)^\[(c[0-9]+)\]", told))
    sentences = re.findall(SENTENCE, answer)
    assert " ".join(f"{text} {ids}".strip() for text, ids in sentences) == answer
    for text, ids in sentences:
        cited = set(re.findall(r"c[0-9]+", ids))
        assert cited <= returned
        assert cited or text == NOTHING or text.endswith("?"), text


def test_worked_answers_quote_word_for_word() -> None:
    for told, answer in answers_in_chat():
        for words in re.findall(r"“(.+?)”", answer):
            assert words in told


@pytest.mark.parametrize("name", list(active()))
def test_days_in_worked_examples_have_their_true_weekday(name: str) -> None:
    system = load(name).system
    long = re.findall(r"\b([A-Z][a-z]+day) (\d{1,2} [A-Z][a-z]+ \d{4})", system)
    short = re.findall(r"\b([A-Z][a-z]+) (\d{4}-\d{2}-\d{2})", system)
    days = [(name, datetime.strptime(f"{day} Z", "%d %B %Y %z").date()) for name, day in long]
    days += [(name, date.fromisoformat(day)) for name, day in short if name[:3] in WEEKDAYS]
    assert [(name, day) for name, day in days if WEEKDAYS[day.weekday()] != name[:3]] == []
