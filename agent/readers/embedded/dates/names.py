"""What days, months and spans of time are called, by writers of many mother tongues."""

from agent.readers.embedded.dates.words import listed

_MONTHS = (
    "january jan januar janvier januari enero gennaio styczeń stycznia",
    "february feb februar février fevrier februari febrero febbraio luty lutego",
    "march mar march mars märz maerz marts maart marzo marzec marca",
    "april apr avril abril aprile kwiecień kwietnia",
    "may mai mei maj maja mayo maggio",
    "june jun juni juin juny junio giugno czerwiec czerwca",
    "july jul juli juillet julio luglio lipiec lipca",
    "august aug août aout augustus augusti agosto sierpień sierpnia",
    "september sep sept septembre septiembre settembre wrzesień września",
    "october oct okt oktober octobre octubre ottobre październik października",
    "november nov novembre noviembre listopad listopada",
    "december dec dez des dezember desember décembre decembre diciembre dicembre grudzień grudnia",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTH_NAMES = tuple(names.split()[0].capitalize() for names in _MONTHS)

# Month names that are words or people too: alone they say nothing.
DOUBTFUL_MONTHS = listed("may mar march mars mai mei maj jan dec des dez jun sep mayo")

_WEEKDAYS = (
    "monday mon montag lundi maandag mandag måndag lunes",
    "tuesday tue tues dienstag mardi dinsdag tirsdag tisdag martes",
    "wednesday wed weds mittwoch mercredi woensdag onsdag miércoles",
    "thursday thu thur thurs donnerstag jeudi donderdag torsdag jueves",
    "friday fri freitag vendredi vrijdag fredag viernes",
    "saturday sat samstag samedi zaterdag lørdag lördag sábado",
    "sunday sun sonntag dimanche zondag søndag söndag domingo",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
WEEKDAY_NAMES = tuple(names.split()[0].capitalize() for names in _WEEKDAYS)

# Short forms that are words too: only a date beside them makes them weekdays.
DOUBTFUL_WEEKDAYS = frozenset({"sat", "sun", "mon", "wed"})

DAY_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7} | {
    "fortnight": 14,
    "fortnights": 14,
}
MONTH_UNITS = {"month": 1, "months": 1, "quarter": 3, "quarters": 3, "year": 12, "years": 12}
WORKING = frozenset({"business", "working", "work", "banking"})

DAY_PARTS = listed("morning afternoon evening night noon midday lunchtime lunch am pm eod cob cop")
PERSONS = frozenset({"i", "we", "you", "he", "she", "they", "it", "that", "who"})
THE = frozenset({"the", "this", "that", "our", "your"})
OF = frozenset({"of", "in", "from"})
HYPHEN = frozenset({"-"})
COMMA = frozenset({","})
STOPS = frozenset({".", "?", "!", ";", ":", "\n\n", "(", ")", "…"})
