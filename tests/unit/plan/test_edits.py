"""The content hash names what is decided: the same for the same thing, another for any other."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.edits import Edit, Values, canonical_json, content_hash
from plan.sources import Evidence
from tests.strategies.plans import edits, patient, plans

WORDS = Evidence(source="acme-wms.s1", turn=2, start=0, end=9)
EDIT = Edit(
    op="update",
    entity="milestone",
    id="security-review",
    set={"due": "2026-03-20", "depends_on": ["pilot", "dpa"]},
    evidence=(WORDS,),
)
BEFORE: Values = {"due": "2026-03-13", "depends_on": ["pilot"]}

OTHERS: dict[str, Edit] = {
    "op": EDIT.model_copy(update={"op": "add"}),
    "entity": EDIT.model_copy(update={"entity": "action"}),
    "id": EDIT.model_copy(update={"id": "signature"}),
    "value": EDIT.model_copy(update={"set": {**EDIT.set, "due": "2026-03-21"}}),
    "order of a list": EDIT.model_copy(
        update={"set": {**EDIT.set, "depends_on": ["dpa", "pilot"]}}
    ),
    "one field more": EDIT.model_copy(update={"set": {**EDIT.set, "owner": None}}),
    "one field less": EDIT.model_copy(update={"set": {"due": "2026-03-20"}}),
    "no evidence": EDIT.model_copy(update={"evidence": ()}),
    "evidence elsewhere": EDIT.model_copy(
        update={"evidence": (WORDS.model_copy(update={"end": 8}),)}
    ),
}


def test_the_hash_is_the_same_for_ever() -> None:
    text = (
        '{"before":{"depends_on":["pilot"],"due":"2026-03-13"},"entity":"milestone",'
        '"evidence":[{"end":9,"source":"acme-wms.s1","start":0,"turn":2}],'
        '"id":"security-review","op":"update",'
        '"set":{"depends_on":["pilot","dpa"],"due":"2026-03-20"}}'
    )
    assert content_hash(EDIT, BEFORE) == sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_any_other_edit_has_another_hash(other: Edit) -> None:
    assert content_hash(other, BEFORE) != content_hash(EDIT, BEFORE)


@pytest.mark.parametrize(
    "before", [{}, {"due": "2026-03-13"}, {**BEFORE, "due": None}, {**BEFORE, "owner": None}]
)
def test_what_stood_before_is_part_of_what_is_decided(before: Values) -> None:
    assert content_hash(EDIT, before) != content_hash(EDIT, BEFORE)


@patient
@given(st.data())
def test_the_order_of_fields_does_not_matter(data: st.DataObject) -> None:
    edit = data.draw(plans(largest=3).flatmap(edits))
    turned = edit.model_copy(update={"set": dict(reversed(edit.set.items()))})
    before: Values = dict.fromkeys(edit.set)
    assert content_hash(turned, dict(reversed(before.items()))) == content_hash(edit, before)


@patient
@given(st.data())
def test_the_hash_survives_json(data: st.DataObject) -> None:
    edit = data.draw(plans(largest=3).flatmap(edits))
    assert content_hash(Edit.model_validate_json(edit.model_dump_json()), {}) == content_hash(
        edit, {}
    )


def test_canonical_json_is_sorted_compact_and_keeps_letters() -> None:
    assert canonical_json({"b": [1, "ü"], "a": {"d": None, "c": True}}) == (
        '{"a":{"c":true,"d":null},"b":[1,"ü"]}'
    )
