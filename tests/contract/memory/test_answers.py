from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError

from memory.base import Unit
from memory.sql import SqlStore
from memory.sql.schema import answers
from tests.contract.memory.samples import DEAL, answer, open_deal, user

SOURCE = f"{DEAL}.s1"


def test_an_answer_comes_back_as_it_was(store: SqlStore) -> None:
    cut_off = answer("Who?", source=None, text="", finish="length", tokens_in=0)
    with store.write("w") as unit:
        unit.answers.keep(answer())
        unit.answers.keep(cut_off)
    with store.read("w") as unit:
        assert unit.answers.get(answer().key) == answer()
        assert unit.answers.get(cut_off.key) == cut_off


def test_a_question_that_was_not_asked_has_no_answer(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.answers.keep(answer())
        assert unit.answers.get(answer("Who?").key) is None


def test_of_two_answers_to_one_question_the_first_stays(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.answers.keep(answer(text="first"))
        unit.answers.keep(answer(text="second", source=None))
    with store.write("w") as unit:
        unit.answers.keep(answer(text="third"))
        assert unit.answers.get(answer().key) == answer(text="first")


def test_an_answer_kept_already_leaves_the_rest_of_the_unit_alone(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.answers.keep(answer())
    with store.write("w") as unit:
        open_deal(unit)
        unit.answers.keep(answer())
        unit.access.add_user(user())
    with store.read("w") as unit:
        assert unit.plans.exists(DEAL)
        assert unit.access.users() == (user(),)


def test_of_two_workers_with_one_answer_both_go_on(store: SqlStore) -> None:
    begun = Event()

    def keep_second() -> None:
        begun.set()
        with store.write("w") as unit:
            unit.access.add_user(user())
            unit.answers.keep(answer(text="second"))
            unit.access.add_user(user("max"))

    with ThreadPoolExecutor(1) as pool:
        with store.write("w") as unit:
            unit.answers.keep(answer(text="first"))
            other = pool.submit(keep_second)
            assert begun.wait(10)
            with pytest.raises(TimeoutError):
                other.result(timeout=0.3)
        other.result(timeout=10)
    with store.read("w") as unit:
        assert unit.answers.get(answer().key) == answer(text="first")
        assert [one.id for one in unit.access.users()] == ["kim", "max"]


def keep_and_fail(unit: Unit) -> None:
    unit.answers.keep(answer(text="first"))
    raise TimeoutError


def test_the_answer_of_a_unit_that_failed_is_not_the_first(store: SqlStore) -> None:
    with pytest.raises(TimeoutError), store.write("w") as unit:
        keep_and_fail(unit)
    with store.write("w") as unit:
        unit.answers.keep(answer(text="second"))
        assert unit.answers.get(answer().key) == answer(text="second")


def test_a_sources_answers_are_forgotten_with_it_and_no_others(store: SqlStore) -> None:
    others = (answer("3", source=f"{DEAL}.s11"), answer("4", source=None))
    with store.write("w") as unit:
        for one in (answer("1"), answer("2"), *others):
            unit.answers.keep(one)
        assert unit.answers.forget(SOURCE) == 2
        assert unit.answers.forget(SOURCE) == 0
    with store.read("w") as unit:
        assert unit.answers.get(answer("1").key) is unit.answers.get(answer("2").key) is None
        assert tuple(unit.answers.get(one.key) for one in others) == others


def test_an_answer_goes_with_any_of_the_sources_whose_words_it_holds(store: SqlStore) -> None:
    others = (f"{DEAL}.s11", f"{DEAL}.s3")
    with store.write("w") as unit:
        unit.answers.keep(answer().model_copy(update={"others": others}))
    with store.write("w") as unit:
        kept = unit.answers.get(answer().key)
        assert kept is not None
        assert kept.others == others
        assert unit.answers.forget(f"{DEAL}.s2") == 0
        assert unit.answers.forget(f"{DEAL}.s3") == 1
        assert unit.answers.get(answer().key) is None


def test_what_was_forgotten_may_be_kept_again(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.answers.keep(answer(text="first"))
        unit.answers.forget(SOURCE)
        unit.answers.keep(answer(text="second"))
        assert unit.answers.get(answer().key) == answer(text="second")


def test_nothing_crosses_to_another_workspace(store: SqlStore) -> None:
    for workspace in ("one", "another"):
        with store.write(workspace) as unit:
            assert unit.answers.get(answer().key) is None
            unit.answers.keep(answer(text=workspace))
    with store.write("another") as unit:
        assert unit.answers.get(answer().key) == answer(text="another")
        assert unit.answers.forget(SOURCE) == 1
    with store.read("one") as unit:
        assert unit.answers.get(answer().key) == answer(text="one")


def test_an_answer_is_refused_for_other_reasons_as_loudly_as_anything(store: SqlStore) -> None:
    incomplete = answer().model_copy(update={"model": None})
    with pytest.raises(IntegrityError), store.write("w") as unit:
        unit.answers.keep(incomplete)
    with store.write("w") as unit:
        assert unit.connection.execute(answers.select()).all() == []


def test_what_no_database_takes_is_no_answer() -> None:
    with pytest.raises(ValidationError, match="NUL"):
        answer(text="a\0b")
