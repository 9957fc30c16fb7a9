"""Answers of a wanted form: asked for as strictly as the server can, checked, mended once."""

import json
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from agent.llm.counted import Counted
from agent.llm.errors import LanguageModelError, ShapeUnsupportedError, UnusableAnswerError
from agent.llm.port import Answer, Ask, Finish, LanguageModel, Mode, Shape
from agent.llm.shapes import shape_of
from plan.usage import Usage

T = TypeVar("T", bound=BaseModel)

_MODES: tuple[Mode, ...] = ("schema", "json", "plain")
"""From the strictest to what every server takes."""

_FAULTS_TOLD = 10
_PLACE_LENGTH = 80
_EARLIER_LENGTH = 40_000
_ENDED: dict[Finish, str] = {
    "length": "was cut off at the limit of its length; ask for less at once",
    "refused": "is a refusal",
}


@dataclass(frozen=True)
class Structured(Generic[T]):
    """An answer that has the wanted form.

    Attributes:
        value: The answer.
        usage: What all the asking for it took.
        mode: How its form was asked for, which tells what the server can do.
    """

    value: T
    usage: Usage
    mode: Mode


def ask_for(model: LanguageModel, ask: Ask, kind: type[T]) -> Structured[T]:
    """Ask until the answer is a `kind`: by schema, else in JSON mode, else in plain words.

    An answer that is none is told its faults and asked for once more.

    Args:
        model: Whom to ask.
        ask: What to ask; its shape and mode are set here.
        kind: The form of the answer, in which every field is required: see `shape_of`.

    Raises:
        UnusableAnswerError: What came back cannot be used, also after asking once more.
        LanguageModelError: The model could not be asked; its usage counts all the asking.
    """
    counted = Counted(model)
    try:
        asked, answer = _first(counted, ask, shape_of(kind))
        value = _used(counted, asked, answer, kind)
    except LanguageModelError as error:
        error.usage = counted.usage
        raise
    return Structured(value, counted.usage, asked.mode)


def _first(model: LanguageModel, ask: Ask, shape: Shape) -> tuple[Ask, Answer]:
    """The answer in the strictest mode that the server takes, and how it was asked for."""
    for mode in _MODES[:-1]:
        asked = _in_mode(ask, shape, mode)
        try:
            return asked, model.ask(asked)
        except ShapeUnsupportedError:
            continue
    asked = _in_mode(ask, shape, _MODES[-1])
    return asked, model.ask(asked)


def _in_mode(ask: Ask, shape: Shape, mode: Mode) -> Ask:
    """Where no server enforces the schema, the rules end with it: the same from call to call."""
    system = ask.system if mode == "schema" else f"{ask.system}\n{_in_words(shape)}"
    return ask.model_copy(update={"system": system, "shape": shape, "mode": mode})


def _in_words(shape: Shape) -> str:
    document = json.dumps(shape.document, ensure_ascii=False, separators=(",", ":"))
    return (
        "Answer with one JSON object and nothing else: no text around it and no code fence. "
        f"It must be valid by this JSON schema, with every field present:\n{document}\n"
    )


def _used(model: LanguageModel, asked: Ask, answer: Answer, kind: type[T]) -> T:
    """The answer's value; one that is none is asked for once more."""
    try:
        return _value(model.name, answer, kind)
    except ValidationError as error:
        again = model.ask(_again(asked, answer, _faults(error)))
    try:
        return _value(model.name, again, kind)
    except ValidationError as error:
        raise UnusableAnswerError(
            f"{model.name} was asked twice and its answer has not the form asked for: "
            f"{_faults(error)}"
        ) from None


def _value(name: str, answer: Answer, kind: type[T]) -> T:
    if told := _ENDED.get(answer.finish):
        raise UnusableAnswerError(f"The answer of {name} {told}.", finish=answer.finish)
    return kind.model_validate_json(_json_in(answer.text))


def _json_in(text: str) -> str:
    """The outermost object in a text: what models write around it, such as a fence, is let go."""
    said = text.rpartition("</think>")[2]
    start, end = said.find("{"), said.rfind("}")
    return said[start : end + 1] if 0 <= start < end else said


def _faults(error: ValidationError) -> str:
    """What is wrong and where, without the values, which may be anything."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    told = [
        f"{'.'.join(str(part) for part in one['loc'])[:_PLACE_LENGTH] or 'the whole'}: {one['msg']}"
        for one in found[:_FAULTS_TOLD]
    ]
    more = len(found) - len(told)
    return "; ".join([*told, *([f"and {more} more"] if more else [])]) + "."


def _again(asked: Ask, answer: Answer, faults: str) -> Ask:
    """The same matter, then the answer that cannot be used and what is wrong with it."""
    told = (
        "You have answered this already, and the answer cannot be used. It began:\n"
        f"{answer.text[:_EARLIER_LENGTH]}\n\n"
        f"What is wrong with it: {faults}\n"
        "Answer again, whole, with the same findings in the right form.\n"
    )
    if asked.mode == "schema" and asked.shape is not None:
        told += _in_words(asked.shape)
    return asked.model_copy(update={"user": f"{asked.user}\n\n{told}"})
