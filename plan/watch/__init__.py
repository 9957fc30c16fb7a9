"""The life of risks, kept beside the plan: what was found when, and what people said to it.

Each risk of a deal has an entry in the deal's ledger from the day it is found to the day it is
no longer. People's marks, the deal's health and each rule's record hang on it. All is pure.
"""
