"""Phrases that drafts are searched for: case folded, hyphens as blanks, parted by `|`.

A language that is missing is added here and nowhere else. Phrases of other languages than
English are those that people and models use most, not all there are.
"""


def _listed(*tables: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for table in tables for one in table.split("|")))


PLACEHOLDERS = _listed(
    "tbd|tba|tbc|xx|xxx|xxxx|xyz|lorem ipsum|your name|your company|company name",
    "first name|last name|recipient name|sender name|customer name|insert|placeholder|fill in",
    "john doe|jane doe|max mustermann|erika mustermann|dein name|ihr name|mein name|firmenname",
    "votre nom|mon nom|votre entreprise|su nombre|tu nombre|mi nombre|su empresa|il tuo nome",
    "il mio nome|nome azienda|uw naam|je naam|mijn naam|o seu nome|seu nome|ditt namn|dit navn",
    "ditt navn|twoje imię|nazwa firmy|vaše jméno|jméno příjmení",
)

RELATIVE = _listed(
    "morgen früh|übermorgen|bis morgen|ab morgen|heute|gestern|ende der woche|nächsten monat",
    "ende des monats|demain|après demain|aujourd'hui|hier soir|mois prochain|fin du mois",
    "fin de semaine|mañana|pasado mañana|hoy|ayer|próximo mes|fin de mes|domani|dopodomani|oggi",
    "ieri|mese prossimo|fine mese|amanhã|hoje|ontem|próximo mês|fim do mês|overmorgen|vandaag",
    "gisteren|volgende maand|einde van de maand|imorgon|i morgon|idag|i dag|igår|nästa månad",
    "i morgen|i går|næste måned|neste måned|jutro|pojutrze|dzisiaj|wczoraj|przyszłym miesiącu",
    "zítra|pozítří|dnes|huomenna|tänään|holnap|yar\u0131n|bugün|завтра|послезавтра|сегодня|сьогодні",
)
"""Days told by how they lie to the day of writing."""

WEEKS = _listed(
    "nächste woche|nächster woche|kommende woche|kommender woche|diese woche|dieser woche",
    "semaine prochaine|cette semaine|próxima semana|semana que viene|esta semana|semana que vem",
    "settimana prossima|prossima settimana|questa settimana|volgende week|deze week|nästa vecka",
    "denna vecka|næste uge|denne uge|neste uke|denne uken|przyszłym tygodniu|tym tygodniu",
    "příští týden|příštím týdnu|tento týden|ensi viikolla|jövő héten|gelecek hafta",
    "на следующей неделе|наступного тижня",
)
"""Weeks told likewise, for which one may ask."""

MONEY = _listed(
    "eur|usd|gbp|chf|nok|sek|dkk|aud|nzd|cad|inr|aed|sar|sgd|zar|jpy|brl|mxn|pln|czk",
    "euro|euros|dollar|dollars|pounds|quid|bucks|francs|rupees|kroner|kronor|yen|złotych|korun",
    "percent|per cent|prozent|pour cent|por ciento|per cento|por cento|procent|prosent|procenta",
    "thousand|million|millions|billion|lakh|crore|tausend|millionen",
    "millones|milioni|milhões|duizend|miljoen|miljoner|tysięcy|tisíc|half price",
)

CONCESSIONS = _listed(
    "discount|discounts|rebate|refund|refunds|free of charge|for free|at no cost|no extra cost",
    "waive|waived|guarantee|guarantees|guaranteed|warranty|exclusive|exclusively|indemnify",
    "penalty|penalties|credit|credits|money back|price match|lower price|better price|best price",
    "price cut|unlimited|liability|rabatt|nachlass|preisnachlass|skonto|kostenlos|kostenfrei",
    "gratis|garantie|garantieren|garantiert|erstattung|rückerstattung|exklusiv|remise|réduction",
    "rabais|gratuit|gratuite|gratuitement|remboursement|garantir|garantissons|descuento",
    "reembolso|garantía|garantizamos|garantizar|gratuito|gratuita|sconto|rimborso|garanzia",
    "garantiamo|desconto|grátis|garantia|garantimos|korting|kosteloos|terugbetaling",
    "garanderen|kostnadsfritt|garanti|garanterar|garanterer|garantera|zniżka|rabat|bezpłatnie",
    "gwarancja|gwarantujemy|sleva|slevu|zdarma|záruka|alennus|ilmaiseksi|takuu",
)

PROMISES = _listed(
    "i'll|we'll|i will|we will|i shall|we shall|we promise|i promise|we commit|i commit",
    "i can confirm|we can confirm|i confirm|we confirm|we agree|i agree|we accept|i accept",
    "we are going to|we're going to|i am going to|i'm going to|you'll have|you will have",
    "you'll get|you will get|you'll receive|you will receive|you have my word|rest assured",
    "will be delivered|will be ready|will be sent|will be done|will be live|will be included",
    "we are committed|we're committed|we can deliver|we can offer|i can offer|we offer|i offer",
    "i am happy to offer|we are happy to offer|count on us|count on me|consider it done",
    "ich werde|werde ich|wir werden|werden wir|ich schicke|schicke ich|ich sende|sende ich",
    "wir schicken|wir senden|wir liefern|liefern wir|ich verspreche|wir versprechen|wir sichern",
    "ich sichere|wir bieten|ich biete|wir bestätigen|ich bestätige|wir sagen zu|sie erhalten",
    "erhalten sie|sie bekommen|je vais|nous allons|je vous envoie|nous vous envoyons|je promets",
    "nous promettons|nous nous engageons|je m'engage|je vous enverrai|nous vous enverrons",
    "nous livrerons|vous recevrez|nous confirmons|je confirme|nous vous offrons|voy a|vamos a",
    "le enviaré|les enviaré|te enviaré|le enviaremos|les enviaremos|prometo|prometemos",
    "nos comprometemos|me comprometo|entregaremos|confirmamos|confirmo|recibirá|ofrecemos",
    "le invierò|vi invierò|ti invierò|invieremo|prometto|promettiamo|ci impegniamo|mi impegno",
    "consegneremo|confermiamo|confermo|riceverete|riceverà|offriamo|vou enviar|vamos enviar",
    "enviarei|enviaremos|prometemos|comprometo me|receberá|oferecemos|ik zal|wij zullen|we zullen",
    "ik stuur|wij sturen|we sturen|wij leveren|we leveren|ik beloof|we beloven|u ontvangt",
    "je ontvangt|wij bevestigen|we bevestigen|jag ska|vi ska|jag kommer att|vi kommer att",
    "jag skickar|vi skickar|vi levererar|jag lovar|vi lovar|ni får|jeg skal|vi skal",
    "jeg sender|vi sender|vi leverer|jeg lover|vi lover|wyślę|wyślemy|dostarczymy|obiecuję",
    "obiecujemy|zobowiązujemy się|otrzymają państwo|pošlu|pošleme|dodáme|slibuji|slibujeme",
    "lähetän|lähetämme|toimitamme|lupaan|lupaamme",
)

INSIDE = _listed(
    "champion|champions|economic buyer|decision maker|executive sponsor|technical evaluator",
    "influencer|blocker|blockers|coach|detractor|gatekeeper|power map|org chart|stakeholder map",
    "meddic|meddicc|meddpicc|bant|spiced|sentiment|lukewarm|going cold|gone quiet|gone silent",
    "single threaded|multi threaded|multithread|multi threading|multithreading|threading",
    "pipeline|forecast|forecasted|commit forecast|quota|commission|win rate|win probability|churn",
    "upsell|cross sell|whitespace|battlecard|battle card|competitor|competitors|competition",
    "competitive|close date|close plan|closed won|closed lost|close the deal|this deal|the deal",
    "our deal|deal stage|deal desk|deal room|at risk|risk score|risk level|red flag|internal note",
    "internally|for internal use|do not forward|crm|salesforce|hubspot|next best action|intent",
    "talk track|objection|objections|discovery call|budget risk|deal at risk|pain point",
    "wettbewerber|konkurrenz|entscheider|fürsprecher|vertraulich",
    "concurrence|décideur|en interne|competidor|competidores|competencia",
    "concorrente|concorrenti|concorrenza|concorrentes|concurrentie|concurrenten|konkurrenter",
    "konkurrent|konkurrencja|konkurence",
)
"""Words of the desk; in other languages than English the plainest of them."""

CAPITALS = frozenset(
    _listed(
        "i|i'm|i'll|i'd|i've|ok|ps|fyi|asap|q|a|faq|mr|mrs|ms|dr|prof|ceo|cfo|coo|cto|cio|it|hr|u|uw",
        "regards|best|kind|wishes|many|thanks|thank|warm|sincerely|de|dem|deres|jer|ni|er|lei|la|le",
        "loro|suo|sua|vi|ci|ti|pan|pani|pana|panu|panią|państwo|państwa|państwu|twój|ty|vy|vás|vám",
        "ud|usted|uds|ustedes|sr|sra|señor|señora|madame|monsieur|mme|m|herr|frau|dhr|mevrouw",
    )
)
"""Words that are written with a capital and name nobody."""
