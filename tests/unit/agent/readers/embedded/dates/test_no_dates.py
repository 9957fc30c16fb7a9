"""What sounds like a date and is none."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates


@pytest.mark.parametrize(
    "text",
    [
        "We may go ahead.",
        "you may two or three times a year",
        "They march on.",
        "Mark my words.",
        "April will send it, June said yes, and thanks to Jan and Mai.",
        "The second thing is price.",
        "First of all, thanks. Second, the third point.",
        "one second please",
        "the second one and the first round",
        "he was first to answer",
        "on the fourth attempt",
        "the tenth customer, a twelfth user, the fourteenth floor",
        "the 21st century",
        "their 3rd party vendor",
        "the fifth of five calls",
        "the eleventh of twenty sites",
        "at ten, at 10:30, from 9 to 5",
        "half of them, one in four, in one go",
        "paragraph eighty-seven, clause fourteen, article 22",
        "no. 7 and section 3.2",
        "in twenty-two we had a flood",
        "the 11 I gave you",
        "the two of us, the ten trucks",
        "ISO 27001, SOC 2, form W-9",
        "room 12, bay 3, dose 2, line 5",
        "99.9 percent, 4.5 hours, 3,4 days",
        "in five people's opinion",
        "30 February",
        "",
        "\n\n",
    ],
)
def test_no_date_is_found(text: str) -> None:
    assert find_dates(text, date(2026, 3, 3)) == ()
