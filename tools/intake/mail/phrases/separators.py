"""Lines that clients draw above forwarded and quoted mail."""
# ruff: noqa: RUF001 - letters of other alphabets are what these tables are for

from typing import Final

# Between dashes: Outlook, Gmail, Thunderbird, Proton, Notes and others.
DASHED: Final = {
    "en": "original message|original mail|original email|original appointment|forwarded message|"
    "forwarded mail|forwarded email|forward message|forwarded by|reply message",
    "de": "original-nachricht|originalnachricht|ursprüngliche nachricht|ursprüngliche mail|"
    "ursprünglicher termin|weitergeleitete nachricht|weitergeleitet von|original nachricht",
    "da": "oprindelig meddelelse|oprindelig besked|original meddelelse|original besked|"
    "videresendt besked|videresendt meddelelse|videresendt mail|videresendt e-mail",
    "no": "opprinnelig melding|original melding|videresendt melding|videresendt e-post",
    "sv": "ursprungligt meddelande|originalmeddelande|ursprungsmeddelande|"
    "vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mejl",
    "is": "upprunaleg skilaboð|upprunalegur póstur",
    "fi": "alkuperäinen viesti|välitetty viesti|edelleenlähetetty viesti",
    "et": "originaalsõnum|algne kiri|edastatud sõnum|edastatud kiri",
    "lv": "oriģinālais ziņojums|sākotnējā ziņa|pārsūtīts ziņojums",
    "lt": "pradinis laiškas|originalus laiškas|persiųstas laiškas",
    "nl": "oorspronkelijk bericht|oorspronkelijke bericht|origineel bericht|doorgestuurd bericht",
    "fr": "message d'origine|message original|message initial|courriel original|"
    "message transféré|message de transfert|courriel transféré|message réexpédié",
    "it": "messaggio originale|messaggio inoltrato|messaggio di inoltro",
    "es": "mensaje original|mensaje reenviado|mensaje enviado|correo original",
    "pt": "mensagem original|mensagem encaminhada|mensagem reencaminhada",
    "ca": "missatge original|missatge reenviat",
    "ro": "mesaj original|mesajul original|mesaj redirecționat|mesaj redirecţionat",
    "pl": "oryginalna wiadomość|wiadomość oryginalna|wiadomość przekazana|przekazana wiadomość|"
    "wiadomość przesłana dalej|forwarded message/przekazana wiadomość",
    "cs": "původní zpráva|původní e-mail|původní email|přeposlaná zpráva|forwardovaná zpráva",
    "sk": "pôvodná správa|originál správy|preposlaná správa",
    "hu": "eredeti üzenet|továbbított üzenet|továbbított levél",
    "sl": "izvirno sporočilo|posredovano sporočilo",
    "hr": "originalna poruka|izvorna poruka|izvorna poruka|proslijeđena poruka",
    "sr": "оригинална порука|прослеђена порука|originalna poruka|prosleđena poruka",
    "bg": "оригинално съобщение|препратено съобщение",
    "ru": "исходное сообщение|оригинальное сообщение|пересылаемое сообщение|"
    "пересланное сообщение|переадресованное сообщение|перенаправленное сообщение",
    "uk": "оригінальне повідомлення|вихідне повідомлення|переслане повідомлення|"
    "переадресоване повідомлення",
    "el": "αρχικό μήνυμα|πρωτότυπο μήνυμα|προωθημένο μήνυμα",
    "tr": "orijinal mesaj|özgün ileti|orijinal ileti|iletilen mesaj|iletilmiş mesaj|"
    "yönlendirilen ileti|İletilmiş mesaj|İletilen mesaj",
    "he": "הודעה מקורית|ההודעה המקורית|הודעה שהועברה",
    "ar": "الرسالة الأصلية|رسالة أصلية|رسالة معاد توجيهها|الرسالة المعاد توجيهها",
    "vi": "thư gốc|tin nhắn gốc|thư được chuyển tiếp|tin nhắn đã chuyển tiếp",
    "id": "pesan asli|pesan diteruskan|pesan terusan",
    "th": "ข้อความต้นฉบับ|ข้อความที่ส่งต่อ",
    "zh": "原始邮件|原邮件|转发邮件|转发的邮件|邮件原件|转发邮件信息|"
    "原始郵件|轉寄郵件|已轉寄的郵件|轉寄的郵件",
    "ja": "元のメッセージ|オリジナルメッセージ|転送メッセージ|転送されたメッセージ",
    "ko": "원본 메시지|원본 메일|전달된 메시지|전달 메시지",
}
# On a line of its own, ended by a colon: Apple Mail.
WITH_COLON: Final = {
    "en": "begin forwarded message",
    "de": "anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail",
    "da": "start på videresendt besked|videresendt besked|begyndelse af videresendt besked",
    "no": "start på videresendt melding|videresendt melding",
    "sv": "vidarebefordrat brev|vidarebefordrat meddelande|vidarebefordrat mejl",
    "fi": "välitetty viesti alkaa|välitetty viesti|edelleenlähetetty viesti",
    "nl": "begin doorgestuurd bericht",
    "fr": "début du message réexpédié|début du message transféré",
    "it": "inizio messaggio inoltrato|inizio del messaggio inoltrato",
    "es": "inicio del mensaje reenviado|mensaje reenviado",
    "pt": "início da mensagem reencaminhada|início da mensagem encaminhada",
    "ca": "inici del missatge reenviat",
    "ro": "începutul mesajului redirecționat|începe mesajul redirecționat",
    "pl": "początek przekazywanej wiadomości|początek przekazanej wiadomości",
    "cs": "začátek přeposlané zprávy|začátek přeposílané zprávy",
    "sk": "začiatok preposlanej správy",
    "hu": "továbbított üzenet kezdete|továbbított levél kezdete",
    "hr": "početak proslijeđene poruke",
    "ru": "начало переадресованного сообщения|начало пересылаемого сообщения",
    "uk": "початок переадресованого повідомлення|початок листа, що пересилається",
    "el": "αρχή προωθημένου μηνύματος|αρχή μηνύματος προώθησης",
    "tr": "iletilen ileti başlangıcı|İletilen mesajın başlangıcı|yönlendirilen ileti başlangıcı",
    "he": "תחילת ההודעה שהועברה",
    "ar": "بداية الرسالة المعاد توجيهها",
    "vi": "bắt đầu thư được chuyển tiếp",
    "id": "mulai pesan terusan",
    "zh": "下面是被转发的邮件|以下是轉寄的郵件|以下為轉寄郵件|開始轉寄郵件",
    "ja": "転送されたメッセージ",
    "ko": "전달된 메시지 시작|전달된 메시지",
}
