"""The life of risks that somebody put into words, from one source to the next.

Words open a risk (`holding`), newer words of the same cause renew it (`renewing`), what the plan
or a source says settles it (`settling`), and how bad it is follows from the plan (`severity`).
"""
