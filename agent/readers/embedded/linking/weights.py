"""How much each feature of a sentence and an item counts.

A conditional logit over the items of a plan, fitted by hand on two thirds of the training
passages; the other third confirmed it. Trained weights replace this table.
"""

WEIGHTS = {
    "likeness": 3.8,
    "overlap": 4.7,
    "overlap_near": 4.7,
    "overlap_far": 3.7,
    "kind": 1.4,
    "kind_near": 0.9,
    "same_day": 1.7,
    "speaker_owns": 0.8,
    "owner_named": 0.6,
    "closed": -0.4,
    "action": -0.2,
    "outcome": 0.9,
}
NOTHING = 1.5
"""The weight of no item at all: what an item needs before it is more likely than none."""
