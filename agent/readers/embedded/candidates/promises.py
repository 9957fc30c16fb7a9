"""Promises: actions that somebody may have taken on."""

from collections.abc import Iterator

from pydantic import JsonValue

from agent.readers.embedded.agreements import ACTS, Agreement
from agent.readers.embedded.candidates.candidate import CONFIDENCE, Candidate, groups
from agent.readers.embedded.candidates.moves import days_near
from agent.readers.embedded.candidates.takers import takers
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.dates import due
from agent.readers.embedded.exchanges import acceptance
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from agent.readers.embedded.wording import title

REACH = 3
"""Sentences between what is promised and its day."""
UNDER = 0.4
"""The share from which a new action belongs under a milestone."""
FADES = 0.9
"""What each sentence of distance leaves of the likelihood that words go with a day."""


def read(material: Material) -> Iterator[Candidate]:
    """Every day near words of promising, with what is promised for it and who may have."""
    for group in groups(material, Tag.PROMISE):
        for said in days_near(material, group):
            agreement = _agreement(material, group, said)
            if agreement:
                people = takers(material, agreement, Tag.PROMISE)
                for rank, who in enumerate(people):
                    claim = _claim(material, agreement, who)
                    core = tuple({agreement.said, _act_of(agreement)})
                    yield Candidate(claim, Tag.PROMISE, rank=rank, core=core)


def _agreement(material: Material, group: tuple[int, ...], said: int) -> Agreement | None:
    """What is promised for a day, if anything near is and the day is still to come."""
    act = _act(material, group, said)
    mention = due(material.mentions(said, material.last_day(said)))
    if act is None or mention is None or mention.day < material.today:
        return None
    answer = acceptance(material, said) if material.spoken else None
    near = {k for k in group if abs(k - said) <= 1 and not material.dates[k]}
    found = {said, act, *near} | ({answer} if answer is not None else set())
    return Agreement(tuple(sorted(found)), said, act, answer, mention)


def _act(material: Material, group: tuple[int, ...], said: int) -> int | None:
    """The sentence of a group that a day most likely goes with: one that promises, and near."""
    near = [at for at in group if abs(at - said) <= REACH]
    return max(near, key=lambda at: _goes_with(material, at, said), default=None)


def _goes_with(material: Material, at: int, said: int) -> float:
    acts = 1.0 if material.has(at, *ACTS) else 0.5
    other = 0.3 if at != said and material.dates[at] else 1.0
    return float(material.tag(at, Tag.PROMISE) * acts * other * FADES ** abs(at - said))


def _act_of(agreement: Agreement) -> int:
    return agreement.said if agreement.act is None else agreement.act


def _claim(material: Material, agreement: Agreement, who: str) -> Claim:
    act = _act_of(agreement)
    values: dict[str, JsonValue] = {
        "title": title(material.worded(act)),
        "owner": who,
        "due": agreement.day.isoformat(),
    }
    step = material.links.best(agreement.evidence, lambda item: item.entity == "milestone")
    if step and step.share >= UNDER:
        values["milestone"] = step.item.id
    why = agreement.mention.how
    key = f"action-{act}-{agreement.said}"
    return Claim("add", "action", key, values, agreement.evidence, CONFIDENCE, why)
