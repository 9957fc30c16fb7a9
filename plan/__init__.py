"""The domain: plans, edits, events and the rules between them.

Pure functions over frozen data: no input or output, no clock, no model. Everything
else in Tandem points here; nothing here points anywhere.
"""
