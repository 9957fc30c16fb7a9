import pytest

from tools.intake.transcripts.labels import cut, speakers
from tools.intake.transcripts.names import is_handle, is_name

FULL_NAMES = ("Ann Lee", "Bob Ray")
PROSE = (None,) * 20


@pytest.mark.parametrize(
    "label",
    [
        "Ann",
        "Ann Lee",
        "ANN LEE",
        "Dr. Ann Lee",
        "J. R. Lee",
        "Ludwig van Dyke",
        "Mar\u00eda-Jos\u00e9 O'Neill",
        "Carter, Sam",
        "Speaker 1",
        "Jimmy Page",
        "\u5f20\u4f1f",
        "\u00d8yvind Bakke",
        "\u041e\u043b\u044c\u0433\u0430",
    ],
)
def test_has_the_shape_of_a_name(label: str) -> None:
    assert is_name(label)


@pytest.mark.parametrize(
    "label",
    [
        "The thing is",
        "Note",
        "Page",
        "Next Steps",
        "10",
        "10h30",
        "ann",
        "I said Right. Ann",
        "Meeting",
        "Betreff",
        "www.a.example",
        "One Two Three Four Five Six Seven",
        "Ann, Bob, Carl",
    ],
)
def test_has_not_the_shape_of_a_name(label: str) -> None:
    assert not is_name(label)


@pytest.mark.parametrize("label", ["ann", "+1 415-***-1234", "iPad 3", "a.lee@acme.example"])
def test_may_be_what_somebody_calls_themselves(label: str) -> None:
    assert is_handle(label)


@pytest.mark.parametrize("label", ["so", "note", "what I mean, is", "is it?"])
def test_is_nothing_anybody_is_called(label: str) -> None:
    assert not is_handle(label)


def test_cuts_at_a_colon_that_white_space_follows() -> None:
    assert cut("Ann Lee (Guest): hi: there") == ("Ann Lee", "hi: there")
    assert cut("Ann Lee:") == ("Ann Lee", "")
    for line in ("https://a.example", "10:30 Meeting: x", ": x", "", "no colon", "x" * 200 + ": y"):
        assert cut(line) is None


def test_one_full_name_alone_is_enough_for_a_file_it_fits() -> None:
    assert speakers(["Ann Lee"], captions=False) == {"Ann Lee"}


def test_single_words_that_never_recur_are_speakers_of_captions_only() -> None:
    openings = ["Pilot", "Legal", "Training"]
    assert speakers(openings, captions=False) == frozenset()
    assert speakers(openings, captions=True) == set(openings)


def test_a_name_that_recurs_proves_the_others() -> None:
    assert speakers(["Ann", "Bob", "Ann"], captions=False) == {"Ann", "Bob"}


def test_names_that_recur_in_a_tenth_of_the_lines_are_speakers() -> None:
    assert speakers([*FULL_NAMES * 2, *PROSE], captions=False) == set(FULL_NAMES)


def test_names_that_do_not_recur_among_prose_are_not() -> None:
    assert speakers([*FULL_NAMES, *PROSE], captions=False) == frozenset()


def test_two_names_in_much_prose_are_not() -> None:
    assert speakers(["Ann Lee", "Ann Lee", *PROSE], captions=False) == frozenset()


def test_openers_are_speakers_only_where_they_recur() -> None:
    assert speakers(["Ann", "Ann", "Will"], captions=False) == {"Ann"}
    assert speakers(["Ann", "Will", "Will"], captions=False) == {"Ann", "Will"}


def test_handles_need_a_file_full_of_labels() -> None:
    assert speakers(["ann", "bob", "ann", "bob"], captions=False) == {"ann", "bob"}
    assert speakers(["ann", "bob", "ann", "bob", None, None], captions=False) == frozenset()


def test_keys_of_notes_are_no_speakers_however_often() -> None:
    assert speakers(["Budget", "Note"] * 9, captions=True) == frozenset()
