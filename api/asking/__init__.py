"""Asking: a user's questions about the workspace's deals, conversations, and answers under way."""
