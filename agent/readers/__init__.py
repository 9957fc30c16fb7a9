"""Readers: what turns a source into drafted edits and said risks."""
