"""What the boilerplate says that mail servers and companies add: regular expressions."""
# ruff: noqa: RUF001 - letters of other alphabets are what these tables are for

from typing import Final

# A message speaks of itself: a demonstrative, and a noun for mail.
THIS: Final = {
    "en": "this|the",
    "de": "diese[rs]?|die|der inhalt",
    "fr": "ce|cet|cette|le présent",
    "es": "este|esta",
    "pt": "este|esta|esse|essa",
    "it": "questo|questa|il presente|la presente",
    "nl": "dit|deze",
    "scandinavian": "denne|dette|detta|det här",
    "fi": "tämä|tämän",
    "pl": "ta|ten|niniejsza|niniejszy",
    "cs": "tato|tento|táto",
    "hu": "ez az|ez a",
    "ru": "это|данное|этого|настоящее",
    "uk": "цей|це",
    "el": "αυτό το|το παρόν",
    "tr": "bu",
}
MAIL: Final = {
    "en": "e-?mail|mail|message|communication|transmission",
    "de": "nachricht|mitteilung",
    "fr": "courriel|courrier",
    "es": "mensaje|correo",
    "pt": "mensagem",
    "it": "messaggio|comunicazione",
    "nl": "bericht",
    "scandinavian": "besked|meddelelse|melding|meddelande|e-?post",
    "fi": "viesti|sähköposti",
    "pl": "wiadomość",
    "cs": "zpráva|správa",
    "hu": "üzenet|levél",
    "ru": "сообщени|письм",
    "uk": "повідомлення|лист",
    "el": "μήνυμα",
    "tr": "ileti|mesaj",
}
ITSELF_UNPARTED: Final = {
    "zh": "(?:本|此|该)(?:电子)?(?:邮件|郵件)",
    "ja": "本メール|このメール",
    "ko": "본 메일|이 메일",
}
SECRECY: Final = {
    "en": "confidential|privileged",
    "de": "vertraulich",
    "fr": "confidentiel",
    "es": "confidencial|privilegiad",
    "it": "confidenzial|riservat",
    "nl": "vertrouwelijk",
    "scandinavian": "fortrolig|konfidensiel|konfidentiel",
    "fi": "luottamukselli",
    "pl": "poufn",
    "cs": "důvěrn|dôvern",
    "hu": "bizalmas",
    "ru": "конфиденциальн",
    "uk": "конфіденційн",
    "el": "εμπιστευτικ",
    "tr": "gizli",
    "zh": "保密|机密|機密",
    "ja": "機密|秘密",
    "ko": "기밀",
}
# It is said to be for somebody only, or to have come by mistake.
MISDIRECTED: Final = {
    "en": r"received .{0,60}(?:in error|by mistake)|intended (?:only|solely|exclusively)",
    "de": r"(?:irrtümlich|versehentlich) erhalten|nur für den .{0,30}(?:adressat|empfänger)|"
    r"ausschließlich für",
    "fr": r"reçu .{0,60}par erreur|exclusivement (?:destiné|réservé)|"
    r"à l['\u2019]intention exclusive",
    "es": r"recibido .{0,60}por error|exclusivamente",
    "pt": r"receb(?:eu|ido) .{0,60}por (?:erro|engano)",
    "it": r"ricevuto .{0,60}per errore|esclusivamente",
    "nl": r"ten onrechte .{0,30}ontvangen|uitsluitend bestemd",
    "scandinavian": r"modtaget .{0,60}ved en fejl|mottatt .{0,60}ved en feil|"
    r"(?:fått|mottagit) .{0,60}av misstag",
    "fi": r"vahingossa",
    "pl": r"omyłkowo|pomyłkowo|przez pomyłkę",
    "cs": r"obdrželi .{0,60}omylem|omylom",
    "hu": r"tévedésből",
    "ru": r"получили .{0,60}по ошибке",
    "uk": r"отримали .{0,60}помилково",
    "el": r"εκ παραδρομής",
    "tr": r"yanlışlıkla",
    "zh": r"误收|誤收|误发",
    "ja": r"誤って|誤送信",
    "ko": r"잘못 수신",
}
# Nobody writes these of anything but in boilerplate.
UNMISTAKABLE: Final = {
    "en": r"(?:not|other than) (?:the|an) (?:intended|named) (?:recipient|addressee)|"
    r"(?:this|the) (?:e-?mail|message) originated (?:from )?outside|"
    r"(?:e-?mail|message) (?:is|was sent|came) from an external|"
    r"you don['\u2019]t often get e-?mails?|consider the environment before|"
    r"save (?:paper|trees)\b.{0,30}\bprint",
    "de": r"nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|"
    r"denken sie an die umwelt|der umwelt zuliebe|"
    r"bevor sie diese (?:e-?mail|nachricht|mail) (?:aus)?drucken",
    "fr": r"n['\u2019]êtes pas (?:le|la) .{0,20}destinataire|pensez à l['\u2019]environnement",
    "es": r"no es (?:usted )?(?:el|su) destinatario|piense en el medio ambiente",
    "pt": r"não (?:é|for|seja) o .{0,20}destinatário|pense no (?:meio )?ambiente",
    "it": r"non (?:è|siete|foste) .{0,10}destinatari|pens[ai](?:te)? all['\u2019]ambiente",
    "nl": r"niet de (?:beoogde|bedoelde|juiste) (?:ontvanger|geadresseerde)|"
    r"denk aan het milieu",
    "scandinavian": r"ikke (?:er )?(?:den )?(?:rette|rettmessige|tiltænkte|tiltenkte) "
    r"(?:modtager|mottaker)|t(?:e|æ)nk på miljøet|tänk på miljön|"
    r"inte (?:är )?(?:den )?(?:avsedd[ae]?|rätta?) mottagare",
    "fi": r"ette ole .{0,20}vastaanottaja|ajattele ympäristöä",
    "pl": r"nie (?:są państwo|jest|jesteś) .{0,30}(?:adresatem|odbiorcą)|pomyśl o środowisku",
    "cs": r"nejste .{0,20}(?:adresát|příjemc)|nie ste .{0,20}(?:adresát|príjemc)",
    "hu": r"nem ön a címzett",
    "ru": r"не являетесь .{0,30}(?:адресатом|получателем)",
    "uk": r"не є .{0,20}адресатом",
    "zh": r"如果您不是.{0,20}收件人",
    "ko": r"수신인이 아닌",
}
HEADINGS: Final = {
    "en": r"(?:confidentiality|legal|privacy|privilege|important) (?:notice|note|disclaimer)|"
    r"disclaimer|(?:caution|warning|attention):? (?:external|this)|external (?:e-?mail|sender)",
    "de": r"rechtlicher hinweis|vertraulichkeitshinweis",
    "fr": r"avis de confidentialité|avertissement",
    "es": r"aviso legal|aviso de confiden\w{1,12}",
    "it": r"avvertenze?|nota di riservatezza",
}
# What the other sentences of such a notice are about.
LEGAL: Final = {
    "en": r"delet|destroy|notify|inform the sender|unauthori[sz]ed|disclos|disseminat|"
    r"distribut|virus|liab|prohibit|views|opinions|attachments?|click links",
    "de": r"lösch|vernicht|benachrichtig|informieren sie|unbefugt|weitergabe",
    "fr": r"supprim|détrui|avertir|expéditeur|interdit",
    "es": r"elimin|borr|notifi|remitente",
    "pt": r"apagu|elimin|remetente",
    "it": r"cancell|distrugg|mittente",
    "nl": r"verwijder|afzender|vernietig",
    "scandinavian": r"slett|slet|avsender|afsender|radera|avsändar",
    "fi": r"poista|lähettäj",
    "pl": r"usun|nadawc",
    "cs": r"smaz|smaž|odesílatel|vymaž|odosielateľ",
    "hu": r"töröl|feladó",
    "ru": r"удал|отправител",
    "uk": r"видал|відправник",
    "tr": r"silin|gönderen",
}
LEGAL_UNPARTED: Final = {"zh": "删除|刪除", "ja": "削除", "ko": "삭제"}
