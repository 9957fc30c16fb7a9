"""All the style sheets of a page, and what they and its own attribute make of an element."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tools.intake.errors import TooLargeError
from tools.intake.limits import Deadline, Item
from tools.intake.mail.css.declarations import Declarations, declarations
from tools.intake.mail.css.preludes import selectors
from tools.intake.mail.css.selectors import Compound, Node, Selector, matches
from tools.intake.mail.css.sheets import rules

MOST_SELECTORS: Final = 20_000


class _Styled(NamedTuple):
    """A selector with its declarations; `order` is its place among all."""

    selector: Selector
    declared: Declarations
    order: int = 0


class Cascade:
    """Finds an element's declarations.

    Attributes:
        attributes: Names of those that the sheets ask for, besides class and id.

    Args:
        sheets: The text of each style sheet, in the order of the page.
        deadline: By when all must be done.

    Raises:
        TooLargeError: There are more selectors than any mail has.
        TooSlowError: The deadline passed.
    """

    def __init__(self, sheets: Iterable[str], deadline: Deadline) -> None:
        self._deadline = deadline
        self._by_key: dict[str, list[_Styled]] = defaultdict(list)
        self._all: list[_Styled] = []
        attributes: set[str] = set()
        for order, styled in enumerate(self._styled(sheets)):
            if order >= MOST_SELECTORS:
                raise TooLargeError(
                    f"The HTML of this mail has more than {MOST_SELECTORS:,} selectors in its "
                    "style sheets, which is the most that is read; save the message as plain text."
                )
            self._all.append(styled._replace(order=order))
            self._by_key[_key(styled.selector.subject)].append(self._all[-1])
            attributes.update(_attributes(styled.selector))
        self.attributes = frozenset(attributes)

    @property
    def is_empty(self) -> bool:
        """Whether no rule is for any element."""
        return not self._all

    def matching(self, path: Sequence[Node]) -> tuple[int, ...]:
        """The rules for an element, as numbers, those that win last.

        Args:
            path: The elements that hold it, outermost first, and the element itself.

        Raises:
            TooSlowError: The deadline passed.
        """
        if not self._all:
            return ()
        node = path[-1]
        keys = (f"#{node.identity}", *(f".{name}" for name in node.classes), node.name, "*")
        found = (styled for key in keys for styled in self._by_key.get(key, ()))
        return tuple(
            styled.order
            for styled in sorted(
                (one for one in self._in_time(found) if matches(one.selector, path)),
                key=lambda one: (one.selector.weight, one.order),
            )
        )

    def style(self, rules: Sequence[int], attribute: str) -> dict[str, str]:
        """The values of an element by property.

        Args:
            rules: The rules for it, as `matching` gives them.
            attribute: Its own style attribute.

        Raises:
            TooLargeError: The attribute has more declarations than any mail has in one place.
            TooSlowError: The deadline passed.
        """
        self._deadline.check()
        own = declarations(attribute)
        all_of_it = [*(self._all[order].declared for order in rules), own]
        style: dict[str, str] = {}
        for declared in all_of_it:
            style.update(declared.normal)
        for declared in all_of_it:
            style.update(declared.important)
        return style

    def _styled(self, sheets: Iterable[str]) -> Iterator[_Styled]:
        for sheet in sheets:
            for rule in self._in_time(rules(sheet, self._deadline)):
                declared = declarations(rule.block)
                if declared.normal or declared.important:
                    for selector in self._in_time(selectors(rule.prelude)):
                        yield _Styled(selector, declared)

    def _in_time(self, items: Iterable[Item]) -> Iterator[Item]:
        """Pass on what each takes long, looking at the clock every time."""
        for item in items:
            self._deadline.check()
            yield item


def _key(subject: Compound) -> str:
    """By what elements are asked for a selector: the rarest of its demands."""
    if subject.identity:
        return f"#{subject.identity}"
    if subject.classes:
        return f".{min(subject.classes)}"
    return subject.name or "*"


def _attributes(selector: Selector) -> Iterator[str]:
    for run in selector.runs:
        for compound in run:
            for part in (compound, *compound.none_of):
                yield from (wanted.name for wanted in part.attributes)
