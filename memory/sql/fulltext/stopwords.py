"""English words that a question holds whatever it is about."""

_LIST = (
    "a about after all also am an and any are as at be been before being but by can could did do "
    "does doing done dont each else ever for from get gets getting give go going got had has have "
    "he her here him his how i if in into is isnt it its just know let like me more most much my "
    "no not now of off on once one only or our out over please really she should so some still "
    "such tell than thank thanks that the their them then there these they thing things this "
    "those to too until up was we were what whats when where which while who whom whose why with "
    "would yes yet you your"
)
STOP_WORDS = frozenset(_LIST.split())
"""`may`, `us` and `will` are none: they are also a month, a country and a person."""
