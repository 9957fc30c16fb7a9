"""From models to rows and back: each fact is stored once, in a column or in the document.

A field with a column of its name goes there; where the table has a `document` column, all
other fields go into it as JSON. Reading puts the two together again.
"""

from typing import TypeVar

from sqlalchemy import RowMapping, Table

from plan.models import Frozen

DOCUMENT = "document"
Row = dict[str, object]
Model = TypeVar("Model", bound=Frozen)


def row_of(item: Frozen, table: Table) -> Row:
    """The item's part of a row of `table`, which other columns may complete."""
    columns = type(item).model_fields.keys() & table.c.keys()
    row: Row = item.model_dump(include=columns)
    if DOCUMENT in table.c:
        row[DOCUMENT] = item.model_dump(mode="json", exclude=columns)
    return row


def raw_of(model: type[Frozen], row: RowMapping) -> Row:
    """What a row holds of the model's fields, as it was stored."""
    columns: Row = {name: row[name] for name in model.model_fields if name in row}
    return columns | dict(row.get(DOCUMENT, {}))


def item_of(model: type[Model], row: RowMapping, **more: object) -> Model:
    """The item that a row holds; `more` are the fields that are kept otherwise."""
    return model.model_validate(raw_of(model, row) | more)
