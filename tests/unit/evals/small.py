"""A small case, written as files and loaded like any other."""

from pathlib import Path

from evals.cases.loading import load
from evals.cases.sample import Case, Sample
from evals.predictions import PredictedEdit, Prediction

DEAL = """\
deal: {id: acme-wms, name: Acme - warehouse platform, account: Acme Foods, seller: Northwind,
       amount: 240000, currency: EUR, stage: evaluation, close_date: 2026-05-29}
as_of: 2026-03-02
stakeholders:
  - {id: lena-ortiz, name: Lena Ortiz, side: buyer, roles: [security], last_engaged: 2026-02-26}
  - {id: tom-vance, name: Tom Vance, side: buyer, roles: [economic_buyer],
     last_engaged: 2026-02-26}
  - {id: dan-cole, name: Dan Cole, side: seller, roles: [account_executive]}
plan:
  outcomes:
    - {id: pick-errors, metric: picking errors, unit: "%", baseline: 2.4, target: 0.8}
  milestones:
    - {id: security-review, title: Security review passed, kind: security_review,
       owner: lena-ortiz, due: 2026-03-13, status: in_progress}
    - {id: signature, title: Contract signed, kind: signature, owner: tom-vance, due: 2026-05-29,
       depends_on: [security-review]}
  actions:
    - {id: send-soc2, title: Send the SOC 2 report, milestone: security-review, owner: dan-cole,
       due: 2026-03-04, status: open}
"""
CALL = """\
Dan Cole: Hi Lena. Did the SOC 2 report reach you?
Lena Ortiz: It did, thank you. But the pen test is late. We won't have it back until the twentieth.
Dan Cole: So the review closes on the twentieth. I'll send you the pricing sheet by Friday.
Lena Ortiz: Good. Uma Berg joins us from legal, she will read the contract by the thirtieth.
Dan Cole: If we did it all again I'd probably start in June.
Lena Ortiz: Legal will not sign anything without the DPA, that is how it is.
"""
GOLD = """\
source: 01-call.txt
date: 2026-03-03
edits:
  - {op: update, entity: milestone, id: security-review, set: {due: 2026-03-20},
     quote: ["We won't have it back until the twentieth", "So the review closes on the twentieth"],
     speaker: lena-ortiz, required: true}
  - {op: update, entity: action, id: send-soc2, set: {status: done},
     quote: "It did, thank you.", speaker: lena-ortiz, required: true}
  - {op: add, entity: action, set: {id: pricing-sheet, title: Send the pricing sheet,
     owner: dan-cole, due: 2026-03-06}, quote: "I'll send you the pricing sheet by Friday",
     speaker: dan-cole, required: true}
  - {op: add, entity: stakeholder, set: {id: uma-berg, name: Uma Berg, side: buyer,
     roles: [legal]}, quote: "Uma Berg joins us from legal", speaker: lena-ortiz, required: true}
  - {op: add, entity: action, set: {id: read-contract, title: Read the contract, owner: uma-berg,
     due: 2026-03-30}, quote: "she will read the contract by the thirtieth", speaker: lena-ortiz,
     required: true}
  - {op: update, entity: stakeholder, id: lena-ortiz, set: {sentiment: negative},
     quote: "But the pen test is late.", speaker: lena-ortiz, required: false}
traps:
  - {quote: "If we did it all again I'd probably start in June.", why: hypothetical}
risks:
  - {kind: blocker_raised, severity: high, milestones: [signature], stakeholders: [lena-ortiz],
     quote: "Legal will not sign anything without the DPA"}
  - {kind: no_next_step}
next_best_action:
  - {intent: send_material, to: [lena-ortiz]}
"""


def write_case(folder: Path, gold: str = GOLD, deal: str = DEAL, call: str = CALL) -> Path:
    """Write a case of one call into a folder; returns the folder."""
    for name, text in (
        ("deal.yaml", deal),
        ("sources/01-call.txt", call),
        ("gold/01.yaml", gold),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def small_case(folder: Path, gold: str = GOLD) -> Case:
    """The case, loaded."""
    return load(write_case(folder, gold))


def small_sample(folder: Path, gold: str = GOLD) -> Sample:
    """Its one source."""
    (sample,) = small_case(folder, gold).samples
    return sample


def edit(op: str, entity: str, item: str | None, *quotes: str, **values: object) -> PredictedEdit:
    """A predicted edit."""
    return PredictedEdit.model_validate(
        {"op": op, "entity": entity, "id": item, "set": values, "quotes": quotes}
    )


def predicted(*edits: PredictedEdit) -> Prediction:
    """A prediction of edits only."""
    return Prediction(source="01-call.txt", edits=edits)


def perfect(sample: Sample) -> Prediction:
    """The gold itself as a prediction: required edits, risks and each right first action."""
    gold = sample.gold
    terms = {
        "source": gold.source,
        "edits": [
            {
                "op": one.op,
                "entity": one.entity,
                "id": None if one.entity in ("deal", "plan") else one.item,
                "set": {name: _plain(value) for name, value in one.set.items() if name != "id"},
                "quotes": list(one.quote),
            }
            for one in gold.edits
            if one.required
        ],
        "risks": [
            one.model_dump(include={"kind", "stakeholders", "milestones"})
            | {"quotes": () if one.source_nn else one.quote}
            for one in gold.risks or ()
        ],
        "next_best_actions": [one.model_dump() for one in gold.next_best_action or ()],
    }
    return Prediction.model_validate(terms)


def _plain(value: object) -> object:
    return value if isinstance(value, bool | int | str | list | None) else str(value)
