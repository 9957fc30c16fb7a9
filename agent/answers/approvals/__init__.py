"""Whether something is so: what was approved, agreed, signed, done; and other claims.

Strict on purpose: never is a yes concluded from silence, a due date, or a like-sounding step.
"""
