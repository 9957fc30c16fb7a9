"""YAML without its surprises: no anchors, no doubled keys, numbers exact, `NO` a country."""

import re
from collections.abc import Hashable
from decimal import Decimal
from typing import Any

import yaml

from plan.numbers import plain_number
from tools.exchange.errors import UnreadableFileError

LARGEST = 2_000_000
"""Characters a YAML file may have; a plan of 1,000 items has some 300,000."""


class _Loader(yaml.SafeLoader):
    """Reads what a plan file may hold and refuses what makes YAML a trap."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise UnreadableFileError("Anchors and aliases (`&name`, `*name`) are not read here.")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001 - the library's signature
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise UnreadableFileError(f"Line {line}: `{key.value}` stands twice.")
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


class _Dumper(yaml.SafeDumper):
    """Writes one value in one way."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _exact(loader: _Loader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(str(loader.construct_scalar(node)).replace("_", ""))


def _number(dumper: _Dumper, value: Decimal) -> yaml.ScalarNode:
    text = plain_number(value)
    kind = "float" if "." in text else "int"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":bool", ":float"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])
_Loader.add_implicit_resolver(
    "tag:tandem/decimal",
    re.compile(r"^[-+]?[0-9][0-9_]*\.[0-9]+(?:[eE][-+]?[0-9]+)?$"),
    list("-+0123456789"),
)
_Loader.add_constructor("tag:tandem/decimal", _exact)
_Dumper.add_representer(Decimal, _number)


def load(text: str) -> object:
    """What a YAML text holds; decimals exact.

    Raises:
        UnreadableFileError: It is no YAML, too long, or uses what is not read here.
    """
    if len(text) > LARGEST:
        raise UnreadableFileError(f"A plan file has at most {LARGEST:,} characters.")
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - the loader is a SafeLoader
    except yaml.YAMLError as error:
        raise UnreadableFileError(f"This is no YAML: {error}") from error
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
