"""A network's file is handed out only where it is exactly the one that training wrote."""

from hashlib import sha256
from pathlib import Path

import pytest

from agent.errors import AgentError
from agent.readers.embedded.weights import WeightsError, read
from agent.readers.embedded.weights.files import CHECKSUMS, FOLDER

NAME, CONTENT = "tagger.onnx", b"\x08\x0a network"
MEND = "Install Tandem again"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one network and its checksum."""
    (tmp_path / NAME).write_bytes(CONTENT)
    table = f'[sha256]\n"{NAME}" = "{sha256(CONTENT).hexdigest()}"\n'
    (tmp_path / CHECKSUMS).write_text(table, encoding="utf-8")
    return tmp_path


def told(folder: Path, name: str = NAME) -> str:
    with pytest.raises(WeightsError) as error:
        read(name, folder)
    return str(error.value)


def test_what_training_wrote_is_handed_out_whole(folder: Path) -> None:
    assert read(NAME, folder) == CONTENT


def test_a_missing_file_is_named_with_what_to_do(folder: Path) -> None:
    (folder / NAME).unlink()
    message = told(folder)
    assert NAME in message
    assert str(folder) in message
    assert MEND in message


@pytest.mark.parametrize("altered", [b"", CONTENT[:-1], CONTENT + b"\0", CONTENT[::-1]])
def test_an_altered_file_is_told_with_both_checksums(folder: Path, altered: bytes) -> None:
    (folder / NAME).write_bytes(altered)
    message = told(folder)
    assert NAME in message
    assert sha256(CONTENT).hexdigest() in message
    assert sha256(altered).hexdigest() in message
    assert MEND in message


@pytest.mark.parametrize(
    "table", ["", "[sha256]\n", "[sha1]\n", "not a table", "sha256 = 3\n", 'sha256 = "x"\n']
)
def test_a_table_that_does_not_tell_is_no_leave(folder: Path, table: str) -> None:
    (folder / CHECKSUMS).write_text(table, encoding="utf-8")
    message = told(folder)
    assert NAME in message
    assert MEND in message


@pytest.mark.parametrize("table", [b"\xff\xfe", b"[sha256]\n\x80 = 1\n"])
def test_a_table_that_is_no_text_is_told(folder: Path, table: bytes) -> None:
    (folder / CHECKSUMS).write_bytes(table)
    assert MEND in told(folder)


def test_a_missing_table_is_told(folder: Path) -> None:
    (folder / CHECKSUMS).unlink()
    message = told(folder)
    assert NAME in message
    assert CHECKSUMS in message
    assert MEND in message


def test_a_file_that_the_table_does_not_list_is_not_read(folder: Path) -> None:
    (folder / "other.onnx").write_bytes(CONTENT)
    assert "other.onnx" in told(folder, "other.onnx")


def test_it_is_an_error_of_this_layer_and_the_folder_is_of_this_package() -> None:
    assert issubclass(WeightsError, AgentError)
    assert (FOLDER / "__init__.py").is_file()
