"""Promises: what was promised to whom, when it is due, and what is overdue.

A promise is an action of the plan, or a waiting proposal that would add one.
"""
