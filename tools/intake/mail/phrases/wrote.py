"""What says that somebody wrote, in the lines above quoted text.

As Gmail, Apple Mail, Outlook, Thunderbird, Yahoo, Proton, Horde and Roundcube put it.
"""
# ruff: noqa: RUF001 - letters of other alphabets are what these tables are for

from typing import Final

WROTE: Final = {
    "en": "wrote|writes|quoting",
    "de": "schrieb|schrieben|hat geschrieben|zitat von",
    "da": "skrev|citat fra",
    "no": "skrev|sitat",
    "sv": "skrev|citerar|citat från",
    "is": "skrifaði",
    "fi": "kirjoitti|lainaus",
    "et": "kirjutas",
    "lv": "rakstīja",
    "lt": "rašė|parašė",
    "nl": "schreef|het volgende geschreven|geschreven|citeren",
    "fr": "a écrit|a ecrit|écrit",
    "it": "ha scritto|scrive|scriveva|citando",
    "es": "escribió|escribio|citando a",
    "pt": "escreveu|citando",
    "ca": "va escriure|escrigué",
    "gl": "escribiu",
    "eu": "idatzi du|igorleak hau idatzi zuen",
    "ro": "a scris|scris",
    "pl": "pisze|napisał|napisała|napisał(a)|napisał/a|nadesłał|nadesłała|wiadomość napisana przez",
    "cs": "napsal|napsala|napsal(a)|napsal/a",
    "sk": "napísal|napísala|napísal(a)",
    "hu": "írta|ezt írta|a következőt írta",
    "sl": "je napisal|je napisala|je napisal/-a|napisal",
    "hr": "napisao|napisala|napisao/la|je napisao|je napisala|napisao je",
    "sr": "је написао|написао|написала|napisao/la je",
    "bg": "написа",
    "ru": "написал|написала|написал(а)|пишет|писал|писала",
    "uk": "написав|написала|написав(ла)|написав(-ла)|пише",
    "el": "έγραψε",
    "tr": "yazdı|şunu yazdı|şunları yazdı",
    "he": "כתב|כתבה|מאת",
    "ar": "كتب|كتبت|تمت كتابة ما يلي بواسطة",
    "vi": "đã viết",
    "id": "menulis",
    "ms": "menulis",
}
# Scripts that do not part words by blanks.
WROTE_UNPARTED: Final = {
    "zh": "写道|寫道|写到|寫到",
    "ja": "のメール|は書きました|が書きました",
    "ko": "님이 작성|작성",
    "th": "เขียนว่า|เขียน",
}
# How such a line begins.
OPENERS: Final = {
    "en": "on|at",
    "de": "am|den",
    "da": "den|på|d",
    "sv": "den|på",
    "fi": "on|ti|ma|ke|to|pe|la|su",
    "nl": "op",
    "fr": "le|en date du",
    "it": "il|il giorno|in data|lun|mar|mer|gio|ven|sab|dom",
    "es": "el|en fecha",
    "pt": "em|no dia|a|na",
    "ca": "el dia|a les",
    "ro": "în|pe|la|lun|mar|mie|joi|vin|sâm|dum",
    "pl": "w dniu|dnia|wiadomość napisana przez",
    "cs": "dne",
    "sk": "dňa",
    "hr": "dana",
    "sl": "dne",
    "bg": "на",
    "ru": "на",
    "el": "στις|την|τη",
    "he": "בתאריך|ב",
    "ar": "في",
    "vi": "vào|lúc|ngày",
    "id": "pada",
    "th": "ในวันที่|เมื่อ",
    "zh": "在|于",
}
# Somebody writing of themselves, or to the reader: such a line is prose as often as not.
PRONOUNS: Final = {
    "en": r"\b(?:i|you|we|he|she|they) wr(?:o|i)te\w?",
    "de": r"schrieb(?:en|st)? (?:ich|sie|du|wir|er|ihr)\b",
    "nl": r"schreef (?:ik|je|u|hij|zij|ze)\b|schreven (?:we|wij)\b",
    "scandinavian": r"skrev (?:jeg|jag|du|vi|han|hun|hon|de|i)\b",
    "fr": r"(?:j['\u2019]ai|tu as|il a|elle a|vous avez|nous avons) écrit",
    "it": r"(?:ho|hai|abbiamo|avete) scritto",
}
# Words that stand in names though they are written small.
PARTICLES: Final = "de da di do dos van von der den del la le el bin zu af via ter ten"
