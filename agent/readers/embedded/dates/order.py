"""Which number of 03/04 is the day."""

from plan.models import Deal

MONTH_FIRST_COUNTRIES = frozenset({"US", "PR"})
"""Where people write the month first, by Unicode CLDR's short date patterns."""
MONTH_FIRST_CURRENCIES = frozenset({"USD"})


def day_first(deal: Deal) -> bool:
    """Whether 03/04 is the third of April in a deal: by its country, else by its currency."""
    if deal.country is not None:
        return deal.country not in MONTH_FIRST_COUNTRIES
    return deal.currency not in MONTH_FIRST_CURRENCIES
