"""Risks of deals on a day, and how people judged them."""
