"""Subjects and phrases of mail that nobody wrote: automatic replies and calendar notices."""
# ruff: noqa: RUF001 - letters of other alphabets are what these tables are for

from typing import Final

# Beginnings of subjects that only a machine writes.
AUTOMATIC: Final = {
    "en": "automatic reply|auto reply|autoreply|auto-reply|auto response|autoresponse|"
    "automated reply|automated response|auto:|undeliverable:|undelivered mail|"
    "delivery status notification|mail delivery failed|returned mail",
    "de": "automatische antwort|abwesenheitsnotiz|abwesenheitsnachricht|"
    "abwesenheitsassistent|automatische abwesenheitsmeldung|unzustellbar:",
    "nl": "automatisch antwoord|automatische antwoord|automatische reactie|autoreply|onbestelbaar:",
    "fr": "réponse automatique|reponse automatique|réponse d'absence|non remis :|non remis:",
    "es": "respuesta automática|respuesta automatica|contestación automática|no se puede entregar:",
    "it": "risposta automatica|non recapitabile:",
    "pt": "resposta automática|resposta automatica|não é possível entregar:",
    "ca": "resposta automàtica",
    "da": "automatisk svar|autosvar|automatisk besvarelse|kan ikke leveres:",
    "no": "automatisk svar|autosvar|kan ikke leveres:",
    "sv": "automatiskt svar|autosvar|kan inte levereras:",
    "is": "sjálfvirkt svar",
    "fi": "automaattinen vastaus|perille toimittaminen epäonnistui",
    "et": "automaatvastus|automaatne vastus",
    "lv": "automātiskā atbilde",
    "lt": "automatinis atsakymas",
    "pl": "automatyczna odpowiedź|odpowiedź automatyczna|autoodpowiedź|niedostarczalne:",
    "cs": "automatická odpověď|nedoručitelné:",
    "sk": "automatická odpoveď",
    "hu": "automatikus válasz",
    "ro": "răspuns automat",
    "sl": "samodejni odgovor",
    "hr": "automatski odgovor",
    "sr": "аутоматски одговор",
    "bg": "автоматичен отговор",
    "ru": "автоматический ответ|автоответ|не удается доставить:",
    "uk": "автоматична відповідь|автовідповідь",
    "el": "αυτόματη απάντηση",
    "tr": "otomatik yanıt|otomatik cevap",
    "he": "תשובה אוטומטית|מענה אוטומטי",
    "ar": "رد تلقائي",
    "vi": "trả lời tự động",
    "id": "balasan otomatis",
    "th": "ตอบกลับอัตโนมัติ",
    "zh": "自动答复|自动回复|自動回覆|自動回應|自動答覆",
    "ja": "自動応答|自動返信",
    "ko": "자동 회신|자동 응답|자동응답",
}
# Beginnings of subjects that a person may write too.
ABSENT: Final = {
    "en": "out of office|out of the office|ooo|away from|on leave|on vacation|on holiday|"
    "annual leave|vacation|maternity leave|parental leave|i am away|i'm away",
    "de": "abwesend|abwesenheit|urlaub|ich bin im urlaub|nicht im büro|elternzeit",
    "nl": "afwezig|afwezigheid|met vakantie|op vakantie|niet op kantoor",
    "fr": "absence|absent|en congé|congés|hors du bureau",
    "es": "fuera de la oficina|ausente|ausencia|vacaciones|de vacaciones",
    "it": "fuori sede|fuori ufficio|assenza|assente|ferie|in ferie",
    "pt": "ausente|ausência|fora do escritório|férias|de férias",
    "da": "ikke til stede|fravær|ferie|på ferie|ude af kontoret",
    "no": "ikke til stede|fravær|ferie|på ferie|ute av kontoret|fraværsmelding",
    "sv": "frånvaro|frånvarande|semester|ej på kontoret|ej på plats",
    "fi": "poissa|lomalla|poissaoloilmoitus",
    "pl": "nieobecność|nieobecny|nieobecna|poza biurem|urlop",
    "cs": "mimo kancelář|nepřítomnost|dovolená",
    "sk": "mimo kancelárie|neprítomnosť|dovolenka",
    "hu": "házon kívül|szabadság",
    "ro": "absent|absență|în concediu",
    "ru": "отсутствие|нет в офисе|отпуск|в отпуске|вне офиса",
    "uk": "відсутність|у відпустці|поза офісом",
    "tr": "ofis dışında|izinde",
    "zh": "不在办公室|不在辦公室|外出|休假",
    "ja": "不在",
    "ko": "부재",
}
# What the text of an automatic reply says.
ABSENT_TEXT: Final = {
    "en": r"out of (?:the |my )?office|currently away|on (?:annual|parental|maternity|paternity|"
    r"sick) leave|\bon leave\b|on (?:vacation|holiday)|limited access to|"
    r"will (?:respond|reply|answer|get back).{0,40}(?:return|back)|"
    r"no longer (?:with|work)|(?:thank you|thanks) for (?:your|the) (?:e-?mail|message)|"
    r"this is an automat",
    "de": r"nicht im (?:büro|hause?)|nicht erreichbar|außer haus|im urlaub|"
    r"wieder (?:im büro|erreichbar|für sie da)|nicht weitergeleitet|abwesend|"
    r"automatische (?:antwort|nachricht)",
    "nl": r"afwezig|niet aanwezig|niet op kantoor|(?:met|op) vakantie|beperkt bereikbaar",
    "fr": r"absente? (?:du|jusqu|actuellement|de|pour)|de retour le|en congés?|"
    r"je suis (?:actuellement )?absente?",
    "es": r"fuera de la oficina|(?:estoy|estaré) (?:ausente|de vacaciones)|de vacaciones",
    "it": r"fuori (?:sede|ufficio)|in ferie|\bassente\b",
    "pt": r"ausente|fora do escritório|de férias",
    "scandinavian": r"ikke (?:på kontoret|til stede)|på (?:ferie|semester)|ferie (?:til|frem)|"
    r"(?:tilbage|tilbake|tillbaka|åter)(?: (?:igen|igjen))? (?:den|mandag|måndag|på)|"
    r"(?:inte|ej) på (?:kontoret|plats)|\bsemester\b|begrænset adgang",
    "fi": r"poissa|lomalla|palaan",
    "pl": r"nieobecn|poza biurem|na urlopie",
    "cs": r"mimo kancelář|na dovolené|nepřítom",
    "sk": r"mimo kancelárie|na dovolenke|neprítom",
    "hu": r"szabadságon|házon kívül",
    "ro": r"în concediu|absent",
    "ru": r"в отпуске|не в офисе|вне офиса|отсутств",
    "uk": r"у відпустці|поза офісом|відсутн",
    "tr": r"ofis dışında|izinde(?:yim)?\b",
    "zh": r"不在|休假|外出",
    "ja": r"不在|休暇",
    "ko": r"부재|휴가",
}
# What stands before the colon in the subject of a calendar notice.
EVENTS: Final = {
    "en": "accepted|declined|tentative|tentatively accepted|invitation|updated invitation|"
    "canceled|cancelled|canceled event|cancelled event|new time proposed|"
    "meeting forward notification|event rescheduled|proposed new time|meeting request",
    "de": "zugesagt|abgesagt|abgelehnt|akzeptiert|mit vorbehalt|mit vorbehalt angenommen|"
    "angenommen|einladung|aktualisierte einladung|termin abgesagt|vorläufig zugesagt|"
    "neue uhrzeit vorgeschlagen|neuer besprechungszeitraum vorgeschlagen|abgesagter termin",
    "nl": "geaccepteerd|geweigerd|afgewezen|voorlopig|voorlopig geaccepteerd|uitnodiging|"
    "bijgewerkte uitnodiging|geannuleerd|geannuleerde afspraak|nieuwe tijd voorgesteld",
    "fr": "accepté|acceptée|refusé|refusée|provisoire|invitation|invitation mise à jour|"
    "annulé|annulée|événement annulé|nouvelle heure proposée|participation provisoire",
    "es": "aceptado|aceptada|rechazado|rechazada|provisional|invitación|"
    "invitación actualizada|cancelado|cancelada|evento cancelado|"
    "nueva hora propuesta|aceptación provisional",
    "it": "accettato|accettata|rifiutato|rifiutata|provvisorio|provvisoria|invito|"
    "invito aggiornato|annullato|annullata|evento annullato|nuovo orario proposto",
    "pt": "aceite|aceito|aceita|recusado|recusada|provisório|convite|convite atualizado|"
    "cancelado|cancelada|evento cancelado|nova hora proposta",
    "ca": "acceptat|rebutjat|invitació|cancel·lat",
    "da": "accepteret|afvist|afslået|foreløbig|foreløbig accept|invitation|"
    "opdateret invitation|aflyst|aflyst begivenhed|nyt tidspunkt foreslået",
    "no": "godtatt|akseptert|avslått|foreløpig|foreløpig godtatt|invitasjon|"
    "oppdatert invitasjon|avlyst|nytt tidspunkt foreslått",
    "sv": "accepterat|accepterad|avböjt|avböjd|tackat nej|preliminärt|"
    "preliminärt accepterat|inbjudan|uppdaterad inbjudan|inställt|ny tid föreslagen",
    "fi": "hyväksytty|hylätty|alustava|alustavasti hyväksytty|kutsu|päivitetty kutsu|"
    "peruutettu|peruttu",
    "pl": "zaakceptowano|zaakceptowane|odrzucono|odrzucone|wstępnie zaakceptowano|"
    "zaproszenie|zaktualizowane zaproszenie|odwołano|odwołane|anulowano",
    "cs": "přijato|odmítnuto|nezávazně|pozvánka|aktualizovaná pozvánka|zrušeno",
    "sk": "prijaté|odmietnuté|pozvánka|zrušené",
    "hu": "elfogadva|elutasítva|meghívó|lemondva|feltételesen elfogadva",
    "ro": "acceptat|refuzat|invitație|anulat",
    "sl": "sprejeto|zavrnjeno|vabilo|preklicano",
    "hr": "prihvaćeno|odbijeno|poziv|pozivnica|otkazano",
    "bg": "прието|отхвърлено|покана|отменено",
    "ru": "принято|отклонено|под вопросом|приглашение|обновленное приглашение|отменено",
    "uk": "прийнято|відхилено|запрошення|скасовано",
    "el": "αποδεκτό|απορρίφθηκε|πρόσκληση|ακυρώθηκε",
    "tr": "kabul edildi|reddedildi|davet|iptal edildi",
    "he": "התקבל|נדחה|הזמנה|בוטל",
    "ar": "تم القبول|تم الرفض|دعوة|ملغى",
    "zh": "已接受|已拒绝|暂定|邀请|已取消|已拒絕|暫定|邀請",
    "ja": "承諾済み|承認済み|承諾|辞退|辞退済み|仮承諾|招待|キャンセル済み|キャンセル",
    "ko": "수락됨|수락|거절됨|거절|초대|취소됨",
}
# What the text of a calendar notice says when no calendar part came with it.
EVENT_TEXT: Final = (
    r"^\W*(?:when|where|wann|wo|quand|où|cuándo|dónde|quando|onde|dove|wanneer|waar|hvornår|"
    r"hvor|når|när|var|milloin|missä|kiedy|gdzie|kdy|kde|mikor|когда|где|коли|де|ne zaman|"
    r"nerede|时间|地点|時間|日時|일시)\s*[:\uff1a]|"
    r"has (?:accepted|declined|invited|tentatively|been cancel)|calendar\.google\.com|"
    r"teams\.microsoft\.com"
)
