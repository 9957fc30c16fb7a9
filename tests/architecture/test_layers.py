"""The layers are kept by import-linter (`make check`); here, that no package escapes it."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]


def root_packages() -> set[str]:
    return {found.parent.name for found in ROOT.glob("*/__init__.py")}


def test_every_root_package_is_linted_typed_and_installed() -> None:
    packages = root_packages()
    assert packages == set(CONFIG["importlinter"]["root_packages"])
    assert packages | {"tests"} == set(CONFIG["mypy"]["files"])
    assert {f"{name}*" for name in packages} == set(
        CONFIG["setuptools"]["packages"]["find"]["include"]
    )


def test_every_root_package_has_its_layer() -> None:
    layers = next(one for one in CONFIG["importlinter"]["contracts"] if one["type"] == "layers")
    assert set(layers["layers"]) | {"prompts"} == root_packages()


def test_no_module_is_long_or_vague() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    for path in (file for name in root_packages() for file in (ROOT / name).rglob("*.py")):
        assert path.stem not in vague, path
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 500, path
