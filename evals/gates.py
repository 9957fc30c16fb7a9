"""Gates: bars that a reader's scores must hold, from gates.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from evals.errors import GatesError
from evals.run import Comparison
from evals.scores import Scores
from plan.models import Frozen
from tools.exchange.errors import explain

GATES = Path(__file__).parent / "gates.toml"


class Bar(Frozen):
    """What one figure must not pass."""

    min: float | None = None
    max: float | None = None


class Gates(Frozen):
    """The bars of one reader by the figures' paths in scores.json, such as `strict.f1`."""

    bars: dict[str, Bar] = Field(default_factory=dict)


_FILE = TypeAdapter(dict[str, dict[str, Bar]])


def load_gates(reader: str, path: Path = GATES) -> Gates:
    """A reader's gates: those under its own name, or of its kind, the part before `:`.

    Raises:
        GatesError: The file cannot be read or is not in the form, or knows no such reader.
    """
    try:
        file = _FILE.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GatesError(f"{path} cannot be read: {error}") from None
    except ValidationError as error:
        raise GatesError(f"{path}: {explain(error)}") from None
    for name in (reader, reader.partition(":")[0]):
        if name in file:
            return Gates(bars=file[name])
    raise GatesError(f"{path} has no gates for `{reader}`; add a table [{reader}].")


def gate_failures(scores: Scores, gates: Gates, comparison: Comparison | None) -> Iterator[str]:
    """One sentence for each bar that does not hold and each figure that fell beyond noise.

    Raises:
        GatesError: A gate is of a figure that scores.json does not have.
    """
    document = scores.model_dump(mode="json")
    for path, bar in gates.bars.items():
        yield from _fallen(path, _figure(document, path), bar)
    for change in comparison.changes if comparison else ():
        if change.verdict == "worse":
            yield (
                f"{change.figure} fell from {change.was:.3f} to {change.now:.3f}, more than its "
                f"noise (95 % interval of the difference {change.interval[0]:+.3f} to "
                f"{change.interval[1]:+.3f})."
            )


def _fallen(path: str, value: float | None, bar: Bar) -> Iterator[str]:
    if value is None:
        yield f"{path} was not measured, and there is a gate for it."
    elif bar.min is not None and value < bar.min:
        yield f"{path} is {value:g}, below the {bar.min:g} that must hold."
    elif bar.max is not None and value > bar.max:
        yield f"{path} is {value:g}, above the {bar.max:g} that must hold."


def _figure(document: Mapping[str, object], path: str) -> float | None:
    """The figure at a dotted path; None where the part of the run that has it was not run."""
    value: object = document
    for part in path.split("."):
        if value is None or (isinstance(value, Mapping) and value == {}):
            return None
        if not isinstance(value, Mapping) or part not in value:
            raise GatesError(f"There is no figure `{path}` in scores.json: `{part}` is unknown.")
        value = value[part]
    if value is not None and not isinstance(value, int | float):
        raise GatesError(f"`{path}` of scores.json is no figure.")
    return value
