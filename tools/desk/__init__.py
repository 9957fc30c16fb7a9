"""The deal desk: every way in which a deal changes, each one transaction through one gate.

Functions take a write unit of the store and so join the caller's transaction.
"""
