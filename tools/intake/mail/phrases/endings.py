"""How mails end: closing formulas of people, and what devices add."""
# ruff: noqa: RUF001 - letters of other alphabets are what these tables are for

from typing import Final

# English closings are put together of these words, with at least one of the first kind.
ENGLISH_HEADS: Final = (
    "regards rgds brgds regds cheers thanks thx tks ty sincerely faithfully truly cordially "
    "respectfully wishes best br kr thankyou ta warmly gratefully"
)
ENGLISH_FILL: Final = (
    "kind kindest best warm warmest with my our yours your very many again and & thank you so "
    "much in advance as ever always all the a lot million bunch for now good sincere"
)
CLOSINGS: Final = {
    "de": "mit freundlichen grüßen|mit freundlichem gruß|mit besten grüßen|mit bestem gruß|"
    "mit herzlichen grüßen|freundliche grüße|freundlicher gruß|beste grüße|viele grüße|"
    "liebe grüße|herzliche grüße|herzlichst|schöne grüße|sonnige grüße|gruß|grüße|"
    "freundliche gruesse|viele gruesse|beste gruesse|mit freundlichen gruessen|lg|vg|mfg|bg|"
    "danke|vielen dank|besten dank|herzlichen dank|danke und gruß|hochachtungsvoll|"
    "danke im voraus|vielen dank im voraus|danke & gruß|ihr|ihre",
    "da": "med venlig hilsen|venlig hilsen|med venlige hilsner|de bedste hilsner|"
    "bedste hilsner|mange hilsner|hilsen|hilsner|mvh|vh|kh|tak|mange tak|på forhånd tak|"
    "kærlig hilsen|dbh",
    "no": "med vennlig hilsen|vennlig hilsen|med vennleg helsing|beste hilsen|hilsen|helsing|"
    "mvh|takk|tusen takk|på forhånd takk|hilsener",
    "sv": "med vänliga hälsningar|med vänlig hälsning|vänliga hälsningar|vänlig hälsning|"
    "bästa hälsningar|hälsningar|hälsn|mvh|tack|tack på förhand|vänligen|hälsar",
    "is": "kveðja|bestu kveðjur|með kveðju|kær kveðja",
    "fi": "ystävällisin terveisin|terveisin|parhain terveisin|yst terv|yt|terv|kiitos|"
    "kiitos etukäteen|t. |terkuin",
    "et": "lugupidamisega|tervitades|parimate soovidega|tänades",
    "lv": "ar cieņu|paldies",
    "lt": "pagarbiai|linkėjimai|ačiū",
    "nl": "met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|"
    "vriendelijke groeten|hartelijke groet|hartelijke groeten|groet|groeten|groetjes|mvg|"
    "bedankt|alvast bedankt|dank u|dank je|hoogachtend|vr gr|gr",
    "fr": "cordialement|bien cordialement|très cordialement|sincèrement|bien à vous|bien à toi|"
    "salutations|meilleures salutations|sincères salutations|salutations distinguées|cdlt|"
    "cdt|bonne journée|bonne soirée|bon week-end|merci|merci d'avance|merci beaucoup|"
    "amicalement|amitiés|bises|à bientôt|respectueusement",
    "it": "cordiali saluti|distinti saluti|saluti|un saluto|un caro saluto|un cordiale saluto|"
    "cordialmente|a presto|grazie|grazie mille|molte grazie|grazie e saluti|buona giornata|"
    "buona serata|buon lavoro",
    "es": "saludos|un saludo|saludos cordiales|un cordial saludo|cordiales saludos|"
    "atentamente|cordialmente|gracias|muchas gracias|un abrazo|abrazos|gracias de antemano|"
    "quedo atento|quedo atenta|slds",
    "pt": "atenciosamente|atentamente|cumprimentos|com os melhores cumprimentos|"
    "melhores cumprimentos|obrigado|obrigada|muito obrigado|muito obrigada|abraço|abraços|"
    "att|cordialmente|cpts",
    "ca": "cordialment|salutacions|atentament|gràcies|moltes gràcies|una salutació",
    "ro": "cu stimă|cu respect|toate cele bune|mulțumesc|cu drag|o zi bună",
    "pl": "z poważaniem|pozdrawiam|pozdrawiam serdecznie|serdecznie pozdrawiam|"
    "z wyrazami szacunku|pozdrowienia|pozdr|dziękuję|dzięki|z pozdrowieniami",
    "cs": "s pozdravem|s přátelským pozdravem|s úctou|pěkný den|hezký den|děkuji|děkuju|díky|"
    "zdraví",
    "sk": "s pozdravom|s úctou|ďakujem|vďaka|pekný deň",
    "hu": "üdvözlettel|tisztelettel|köszönettel|köszönöm|üdv|szép napot",
    "sl": "lep pozdrav|lp|s spoštovanjem|hvala",
    "hr": "srdačan pozdrav|pozdrav|s poštovanjem|hvala|lijep pozdrav|lp",
    "sr": "срдачан поздрав|поздрав|с поштовањем|хвала|srdačan pozdrav|s poštovanjem",
    "bg": "поздрави|с уважение|благодаря",
    "ru": "с уважением|с наилучшими пожеланиями|всего доброго|спасибо|заранее спасибо|"
    "с наилучшими|хорошего дня",
    "uk": "з повагою|дякую|щиро|гарного дня|з найкращими побажаннями",
    "el": "με εκτίμηση|φιλικά|ευχαριστώ|χαιρετισμούς|με φιλικούς χαιρετισμούς",
    "tr": "saygılarımla|saygılarımızla|iyi çalışmalar|sevgiler|selamlar|teşekkürler|"
    "teşekkür ederim|İyi günler|İyi çalışmalar",
    "he": "בברכה|בתודה|תודה|תודה רבה",
    "ar": "مع التحية|مع أطيب التحيات|تحياتي|شكرا|شكراً|مع خالص التحية",
    "vi": "trân trọng|thân ái|cảm ơn",
    "id": "salam|hormat saya|terima kasih",
    "zh": "此致|敬礼|此致敬礼|敬上|谢谢|謝謝|祝好|顺祝商祺|順頌商祺|敬祝商祺|此致 敬礼",
    "ja": "以上|よろしくお願いします|よろしくお願いいたします|よろしくお願い致します|"
    "宜しくお願い致します|宜しくお願いいたします|何卒よろしくお願いいたします|敬具",
    "ko": "감사합니다|고맙습니다|수고하세요|감사합니다 드림",
}
# Closings that people carry on: "Best from a rainy Berlin", "Hilsen fra os alle".
CARRIED_ON: Final = {
    "en": "best from |best wishes from |greetings from |kind regards from |regards from |"
    "cheers from |warm regards from ",
    "de": "mit freundlichen grüßen |mit besten grüßen |viele grüße |liebe grüße |beste grüße |"
    "herzliche grüße |schöne grüße |gruß aus |grüße aus ",
    "scandinavian": "med venlig hilsen |med vennlig hilsen |med vänliga hälsningar |"
    "hilsen fra |hälsningar från |mange hilsner fra ",
    "nl": "met vriendelijke groet |met vriendelijke groeten |groeten uit ",
    "fr": "cordialement |bien cordialement |je vous prie d'agréer|veuillez agréer|"
    "dans l'attente de votre",
    "es": "un cordial saludo |saludos desde |saludos cordiales ",
    "it": "un saluto da |cordiali saluti ",
}
# How the lines that devices and mail programs add begin; a device must be named on them.
SENT_BY: Final = {
    "en": "sent from|sent via|sent with|sent using|get outlook for",
    "de": "von meinem|gesendet von|gesendet mit|diese nachricht wurde von meinem|"
    "holen sie sich outlook|outlook für|laden sie outlook|verschickt mit",
    "da": "sendt fra|sendt med|send fra|hent outlook|få outlook",
    "no": "sendt fra|sendt med|skaff deg outlook|få outlook|last ned outlook",
    "sv": "skickat från|skickat med|skaffa outlook|hämta outlook|skickades från",
    "fi": "lähetetty|hanki outlook|hae outlook",
    "nl": "verzonden vanaf|verzonden met|verstuurd vanaf|verstuurd met|outlook voor|"
    "download outlook",
    "fr": "envoyé de|envoyé depuis|envoyé à partir de|envoyé avec|obtenir outlook|"
    "télécharger outlook|obtenez outlook|provenance : ",
    "it": "inviato da|inviato con|inviato dal|scarica outlook|ottieni outlook",
    "es": "enviado desde|enviado con|obtener outlook|obtenga outlook",
    "pt": "enviado do|enviado de|enviado a partir|enviado pelo|enviado via|obter o outlook|"
    "obtenha o outlook",
    "ca": "enviat des",
    "ro": "trimis de pe|trimis din|obțineți outlook",
    "pl": "wysłane z|wysłano z|pobierz outlook|pobierz program outlook",
    "cs": "odesláno z|získejte outlook|odesláno pomocí",
    "sk": "odoslané z|získajte outlook",
    "hu": "elküldve|az iphone-omról|küldve",
    "sl": "poslano z|poslano iz",
    "hr": "poslano s|poslano iz",
    "ru": "отправлено с|отправлено из|отправлено от|отправлено через",
    "uk": "надіслано з|відправлено з",
    "bg": "изпратено от",
    "el": "στάλθηκε από|εστάλη από",
    "he": "נשלח מ",
    "vi": "đã gửi từ|gửi từ",
    "id": "dikirim dari",
}
DEVICES: Final = (
    r"i-?phon|i-?pad|i-?pod|ios\b|android|galaxy|samsung|blackberry|outlook|windows|huawei|"
    r"xiaomi|\bpixel\b|oneplus|nokia|\bsony\b|smartphone|handy\b|mobile\b|mobil\b|mobil\w{3,8}\b|"
    r"\bcell\b|\bphone\b|tablet|proton|yahoo|gmail|\bmail\b|\bspark\b|superhuman|thunderbird|"
    r"\baol\b|\bgmx\b|web\.de|téléphone|teléfono|móvil|celular|telefon|telemóvel|puhelim|"
    r"appareil|dispositivo|айфон|телефон"
)
# Languages that name the device first, or do not part words.
SENT_UNPARTED: Final = {
    "zh": r"(?:发自|發自)我的.{0,30}|(?:从|從)我的.{0,30}(?:发送|傳送|寄出)",
    "ja": r".{0,30}から送信(?:されました)?",
    "ko": r"(?:나의|내) ?.{0,20}에서 보냄",
    "tr": r".{0,30}(?:\u0131mdan|umdan|imden|ümden|dan|den) gönderildi",
    "hu": r".{0,30}(?:ról|ről) küldve",
}
