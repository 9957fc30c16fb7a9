"""`tandem ask`: questions about a deal or about all deals, answered with what answers rest on."""

from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from api.asking.asker import Asker
from api.asking.question import QuestionText
from api.cli.errors import UsageError
from api.cli.options import Json
from api.cli.session import err, out, print_json, session

if TYPE_CHECKING:
    from agent.chat.ports import Answered, Failing
    from api.asking.answering import Answering
    from api.asking.conversations import Begun

LAST = "last"
"""What names the user's last conversation about the deal."""
_QUESTION: TypeAdapter[str] = TypeAdapter(QuestionText)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ask")(ask)


def ask(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[DEAL] QUESTION", help="The deal's id, and what to ask about it."),
    ],
    every: Annotated[
        bool, typer.Option("--all", help="Ask about all deals; then no deal is named.")
    ] = False,
    thread: Annotated[
        str | None,
        typer.Option(
            "--thread",
            "-t",
            help="Go on with this conversation; `last` is your last one about the deal. "
            "Without it a new one begins, so that an answer depends on nothing but the question.",
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            help="Who answers: `embedded`, `model` or `model:NAME`; TANDEM_MODEL's where it is set."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask about a deal, or with --all about all of them.

    Each statement is printed with the words it rests on. That nothing in the deal says so is an
    answer as well. What you ask to have changed becomes a proposal, and waits for `tandem
    approve`. The exit code is 1 where no answer could be given.

    Example: tandem ask acme-wms "What is blocking this deal?"; then
    tandem ask acme-wms --thread last "And who owns that?"
    """
    deal, question = _parts(words, every=every)
    with session() as now:
        asker = Asker(now.workspace, now.tandem.settings.user)
        answering = now.tandem.answering(asker, by)
        begun = answering.begin(deal, question, _thread(answering, deal, thread))
        last = _json(answering, begun) if as_json else _tell(answering, begun)
    if last is None or last.type == "failing":
        raise typer.Exit(1)


def _parts(words: list[str], *, every: bool) -> tuple[str | None, str]:
    """The deal and the question.

    Raises:
        UsageError: One of them is missing, or this is no question.
    """
    deal, said = (None, words) if every else (words[0], words[1:])
    if not said:
        raise UsageError('Ask like this: tandem ask DEAL "question"; of all deals with --all.')
    question = " ".join(said)
    try:
        return deal, _QUESTION.validate_python(question)
    except ValidationError as error:
        reason = error.errors()[0]["msg"] if question.strip() else "a question needs words"
        raise UsageError(f"This cannot be asked: {reason}.") from None


def _thread(answering: "Answering", deal: str | None, named: str | None) -> str | None:
    """The conversation to go on with.

    Raises:
        UsageError: The last one is asked for, and there is none.
        NotFoundError: No such deal.
    """
    if named != LAST:
        return named
    last = next(iter(answering.conversations.of(deal)), None)
    if last is None:
        raise UsageError("There is no conversation to go on with; ask without --thread.")
    return last.id


def _tell(answering: "Answering", begun: "Begun") -> "Answered | Failing | None":
    """Print what happens as it does; returns the end, None where it was cancelled."""
    last: Answered | Failing | None = None
    with err.status("Looking") as status:
        for one in answering.answer(begun):
            if one.type == "looking":
                status.update(f"Looking: {one.tool.replace('_', ' ')}")
            elif one.type == "proposing":
                err.print(f"To approve it: tandem approve {one.proposal}", markup=False)
            elif one.type == "answered" or one.type == "failing":  # noqa: PLR1714 - mypy narrows
                last = one
            else:
                out.print(one.text, markup=False)
    _tell_end(last, begun)
    return last


def _tell_end(last: "Answered | Failing | None", begun: "Begun") -> None:
    if last is None:
        err.print("The question was cancelled.")
    elif last.type == "failing":
        err.print(last.reason, markup=False)
    else:
        for warning in last.warnings:
            err.print(f"Note: {warning}", style="yellow", markup=False)
    about = begun.thread.deal or "--all"
    more = f'To go on: tandem ask {about} --thread {begun.thread.id} "…"'
    err.print(more, style="dim", markup=False)


def _json(answering: "Answering", begun: "Begun") -> "Answered | Failing | None":
    """Print the end as JSON."""
    ends = [one for one in answering.answer(begun) if one.type in ("answered", "failing")]
    last = ends[-1] if ends else None
    told = last.model_dump(mode="json") if last else {"type": "cancelled"}
    print_json({"thread": begun.thread.id, "message": begun.answer.n, **told})
    return last
