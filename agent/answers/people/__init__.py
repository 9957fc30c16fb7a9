"""Answers about people: who does what, who did before, what is known of them, who is quiet."""
