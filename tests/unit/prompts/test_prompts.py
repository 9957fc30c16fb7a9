import re

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


@pytest.mark.parametrize("name", ["read", "verify"])
def test_what_changes_from_call_to_call_comes_last(name: str) -> None:
    user = load(name).user
    places = [user.index(f"{{{{ {part} }}}}") for part in ("deal", "plan", "calendar", "source")]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["read", "verify"])
def test_the_readers_prompts_do_not_shout(name: str) -> None:
    words = set(re.findall(r"\b[A-Z]{4,}\b", load(name).system))
    assert words <= {"YYYY"}
