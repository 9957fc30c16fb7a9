"""Groups of commands of which one is run where none is named."""

from typing import Any, ClassVar

from typer.core import TyperGroup


class DefaultGroup(TyperGroup):
    """Takes what does not begin with a command's name as the arguments of its default.

    Attributes:
        default: The name of that command.
        own: Options of the group itself, such as `--help`; without them the default has them.
    """

    default: ClassVar[str]
    own: ClassVar[frozenset[str]] = frozenset()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer keeps the class of its contexts to itself
        """The arguments, those of the default with its name before them."""
        if not args or not (args[0] in self.commands or args[0] in self.own):
            args = [self.default, *args]
        return super().parse_args(ctx, args)
