import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from prompts import loader
from prompts.loader import PromptError, load, versions

GOOD = """+++
variables = ["name", "place"]
notes = "Why it is so."
changes = "The first."
+++
# system
Rules, with a {{ brace }} that stays.
## user
Still the rules.
# user
{{ name }} in {{ place }}.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(loader, "FOLDER", tmp_path)
    loader.active.cache_clear()
    (tmp_path / "active.toml").write_text('greet = "v2"\n')
    (tmp_path / "greet").mkdir()
    yield tmp_path
    loader.active.cache_clear()


def write(folder: Path, text: str, version: str = "v2") -> None:
    (folder / "greet" / f"{version}.md").write_text(text, encoding="utf-8")


def test_the_active_version_is_loaded_with_what_it_says_of_itself(folder: Path) -> None:
    write(folder, GOOD)
    prompt = load("greet")
    assert (prompt.name, prompt.version, prompt.variables) == ("greet", "v2", ("name", "place"))
    assert (prompt.notes, prompt.changes) == ("Why it is so.", "The first.")
    assert prompt.id == f"greet/v2#{prompt.hash}"
    assert len(prompt.hash) == 12


def test_the_system_part_is_sent_as_it_stands_and_the_user_part_filled_in(folder: Path) -> None:
    write(folder, GOOD)
    rendered = load("greet").render({"name": "{{ place }} <b>", "place": "Ghent"})
    assert rendered.system == ("Rules, with a {{ brace }} that stays.\n## user\nStill the rules.\n")
    assert rendered.user == "{{ place }} <b> in Ghent.\n"


def test_another_text_has_another_hash(folder: Path, tmp_path: Path) -> None:
    write(folder, GOOD)
    write(folder, GOOD.replace("first", "second"), "v3")
    assert load("greet").hash != load("greet", "v3").hash
    shutil.copy(tmp_path / "greet" / "v2.md", tmp_path / "greet" / "v4.md")
    assert load("greet", "v4").hash == load("greet").hash


@pytest.mark.parametrize("values", [{}, {"name": "A"}, {"name": "A", "place": "B", "day": "C"}])
def test_missing_and_further_variables_are_errors(folder: Path, values: dict[str, str]) -> None:
    write(folder, GOOD)
    with pytest.raises(PromptError, match="takes name, place"):
        load("greet").render(values)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# system\nx\n# user\ny\n",
        GOOD.replace("# system\n", ""),
        GOOD.replace("\n# user\n", "\n"),
        GOOD.replace('["name", "place"]', '["name"]'),
        GOOD.replace('["name", "place"]', '["name", "place", "day"]'),
        GOOD.replace('["name", "place"]', "[name]"),
        GOOD.replace("variables", "takes"),
        GOOD.replace("{{ name }}", "{{ name"),
        f"Hello\n{GOOD}",
    ],
)
def test_a_file_that_is_not_in_the_form_is_told_as_such(folder: Path, text: str) -> None:
    write(folder, text)
    with pytest.raises(PromptError):
        load("greet")


def test_prompts_and_versions_that_are_not_there_are_told_as_such(folder: Path) -> None:
    write(folder, GOOD)
    with pytest.raises(PromptError, match="no prompt `part`; there are greet"):
        load("part")
    with pytest.raises(PromptError, match="no version v9 of `greet`; there are v2"):
        load("greet", "v9")
    with pytest.raises(PromptError, match=r"no prompt `\.\./greet`"):
        load("../greet", "v2")


def test_versions_are_listed_by_number(folder: Path) -> None:
    for version in ("v10", "v9", "v2"):
        write(folder, GOOD, version)
    assert versions("greet") == ["v2", "v9", "v10"]


def test_a_file_that_is_named_otherwise_is_no_version(folder: Path) -> None:
    for version in ("v2", "v2-draft", "v", "vivid"):
        write(folder, GOOD, version)
    assert versions("greet") == ["v2"]
    with pytest.raises(PromptError, match="no version v2-draft"):
        load("greet", "v2-draft")


def test_an_active_version_that_is_missing_is_told_as_such(folder: Path) -> None:
    write(folder, GOOD, "v1")
    with pytest.raises(PromptError, match="no version v2 of `greet`; there are v1"):
        load("greet")
