"""YAML without its surprises: no anchors, tags or doubled keys, numbers exact, `NO` a country."""

import re
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, NoReturn

import yaml

from plan.numbers import plain_number
from tools.exchange.errors import UnreadableFileError

LARGEST = 500_000
"""Characters a YAML file may have: a plan of 1,000 items has some 300,000, and the worst file of
this length is read within 5 seconds."""


class _Loader(yaml.SafeLoader):
    """Reads what a plan file may hold and refuses what makes YAML a trap."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise UnreadableFileError("Anchors and aliases (`&name`, `*name`) are not read here.")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001 - the library's signature
        seen: set[str] = set()
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise UnreadableFileError(
                    f"Line {line}: a name is a word, no list or mapping.", line
                )
            if key.value in seen:
                raise UnreadableFileError(f"Line {line}: `{key.value}` stands twice.", line)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


class _Dumper(yaml.SafeDumper):
    """Writes one value in one way."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _read_as(kind: Callable[[str], object]) -> Callable[[_Loader, yaml.ScalarNode], object]:
    """Read a scalar as a kind of value, or as the text it is where it is no such value.

    So 30 February is told by whoever wants a day there, who knows the place.
    """

    def construct(loader: _Loader, node: yaml.ScalarNode) -> object:
        text = str(loader.construct_scalar(node))
        try:
            return kind(text)
        except (ValueError, ArithmeticError):
            return text

    return construct


def _refuse_tag(_: _Loader, node: yaml.Node) -> NoReturn:
    line = node.start_mark.line + 1
    message = f"Line {line}: tags such as `{node.tag[:40]}` are not read here."
    raise UnreadableFileError(message, line)


def _number(dumper: _Dumper, value: Decimal) -> yaml.ScalarNode:
    text = plain_number(value)
    kind = "float" if "." in text else "int"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    # What ends a line in Unicode is read as a blank unless it stands escaped between quotes.
    style = '"' if set(value) & {"\x85", "\u2028", "\u2029"} else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


class _Kind(NamedTuple):
    """What a bare word may be but text: its form, how it may begin, and how it is read."""

    form: str
    begins: Sequence[str]
    read: Callable[[str], object]


_KINDS = {
    "null": _Kind(r"(?:~|null|)", ("~", "n", ""), lambda _: None),
    "bool": _Kind(r"(?:true|false)", "tf", lambda text: text == "true"),
    "int": _Kind(r"[-+]?(?:0|[1-9][0-9_]*)", "-+0123456789", int),
    "decimal": _Kind(r"[-+]?[0-9][0-9_]*\.[0-9]+(?:[eE][-+]?[0-9]+)?", "-+0123456789", Decimal),
    "day": _Kind(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789", date.fromisoformat),
}
_Loader.yaml_implicit_resolvers = {}
_Loader.yaml_constructors = {
    f"tag:yaml.org,2002:{kind}": yaml.SafeLoader.yaml_constructors[f"tag:yaml.org,2002:{kind}"]
    for kind in ("str", "seq", "map")
} | {None: _refuse_tag}
for _name, _kind in _KINDS.items():
    _Loader.add_constructor(f"tag:tandem/{_name}", _read_as(_kind.read))
    for _class in (_Loader, _Dumper):  # the dumper quotes text that would be read otherwise
        _class.add_implicit_resolver(
            f"tag:tandem/{_name}", re.compile(rf"^{_kind.form}\Z"), list(_kind.begins)
        )
_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(str, _text)


def load(text: str) -> object:
    """What a YAML text holds; decimals exact.

    Raises:
        UnreadableFileError: It is no YAML, too long, or uses what is not read here.
    """
    if len(text) > LARGEST:
        raise UnreadableFileError(f"A plan file has at most {LARGEST:,} characters.")
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - the loader is a SafeLoader
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an escape that is no character
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise UnreadableFileError(f"This is no YAML: {error}", line) from error
    except RecursionError:
        raise UnreadableFileError("This YAML nests too deep to be a plan.") from None


def dump(value: object) -> str:
    """The YAML text of plain data, keys in the order given."""
    return yaml.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
        default_flow_style=None,
    )
