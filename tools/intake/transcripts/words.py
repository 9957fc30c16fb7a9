"""Words that stand before a colon without being anybody's name, by language."""

from collections.abc import Mapping

_PARTICLES = {
    "de": "am auf den der und van vom von zu zum zur",
    "nl": "'t de den der en het op te ten ter van",
    "fr": "d' de des du et l' la le les",
    "es, pt": "da das de del do dos e i la las los y",
    "it": "d' da dal de degli del della di e lo",
    "nordic": "af av och og",
    "ar, he": "abd abu al ben bin bint binti el ibn",
}
_OPENERS = {
    "en": "a actually again all also always an and another any anyway as at "
    "basically because before besides both but by correct could each either else "
    "eventually exactly finally first five for four frankly from given good great hello "
    "her here hey hi him hint his hmm honestly how however i idea if in indeed instead is "
    "it its just last lastly later let like listen look maybe meaning "
    "meanwhile my never next no nope not now obviously of oh ok okay on once one only or "
    "our perhaps please possibly probably quick quickly right second secondly see she "
    "short similarly simply since six so some something sometimes sorry still sure ten "
    "thanks that the their them then there therefore these they third this those three "
    "thus to today tomorrow true two uh um usually very wait was we well what when where "
    "whether which while who why will with yeah yep yes yesterday yet you your",
    "de": "aber als also bitte da danke dann das der die doch eine einen er erstens es gut ich "
    "ihr ja mal nein nun nur oder richtig sie so und war warum was weil wenn wer wie wir "
    "zweitens",
    "nl": "dan dat de dus een en het hoe ik ja maar nee of wat wij",
    "fr": "alors aussi bon c'est ce cependant d'accord donc elle enfin et il ils je la le les "
    "mais merci moi non nous or ou oui parce pour pourquoi puis quand que qui si sinon un "
    "une voilà vous",
    "es, pt": "bueno claro com como e el ela ele entonces então es eu mas nós o os pero pois "
    "porque que qué sim sin sí también tu um uma un una você y yo é",
    "it": "allora anche bene certo che come cosa e ecco io lo ma noi perché però più quindi se sì",
    "nordic": "att den det eller en er ett han hon hun hva ja jag jeg men nei nej och og så vad vi",
}
_KEYS = {
    "en": "action actions agenda answer asap assumption assumptions attachment attachments "
    "attendee attendees background bcc benefit benefits blocker blockers budget cc "
    "challenge challenges comment comments competition competitors concern concerns "
    "conclusion context correction costs criteria criterion deadline deadlines decision "
    "decisions dependencies dependency detail details disclaimer discussion duration "
    "example examples feedback follow-up follow-ups friday ftp fwd goal goals http https "
    "important info information invited issue issues item items location meeting meetings "
    "metric metrics milestone milestones minutes mobile monday next note notes number "
    "objective objectives outcome outcomes output overview owner participants password "
    "phone priorities priority problem problems proposal ps purpose question questions "
    "reason reasons recap recommendation recording reminder requirement requirements "
    "result results risk risks saturday scope section status step steps subject summary "
    "sunday task tasks thursday ticket tickets timeline timelines title tl;dr tldr to-do "
    "to-dos todo todos topic topics transcript translation tuesday update updates url "
    "version video warning wednesday",
    "de": "achtung aktion anhang anmerkung anwesend aufgabe aufgaben beispiel betreff datum "
    "ergebnis fazit frage fragen hinweis kosten notiz teilnehmer telefon termin thema "
    "zusammenfassung",
    "nl": "bijlage datum deelnemers dinsdag donderdag maandag onderwerp samenvatting vraag "
    "vrijdag woensdag",
    "fr": "conclusion coût date dimanche décision exemple jeudi lieu lundi mardi mercredi "
    "objectif objet participants problème remarque résumé réunion samedi sujet vendredi",
    "es, pt": "assunto asunto conclusión decisión ejemplo exemplo fecha jueves lunes martes "
    "miércoles nota objetivo participantes pergunta pregunta quarta quinta resumen resumo "
    "reunión riesgo segunda sexta sábado tema terça viernes",
    "it": "argomento conclusione domanda domenica esempio giovedì lunedì martedì mercoledì nota "
    "obiettivo oggetto partecipanti problema riassunto riunione sabato venerdì",
    "nordic": "dagsorden deltagare deltagere deltakere emne fredag fråga lördag lørdag mandag "
    "måndag møde møte notat onsdag referat spørgsmål spørsmål söndag søndag tirsdag "
    "tisdag torsdag ämne",
}
_LONE_KEYS = {
    "en": "author case channel close cost date document fact facts file fix impact key launch "
    "link links list motion name notice objection option options outlook page pain part "
    "parts phase plan point points present price pricing project quote re sent solution "
    "source stage start success theme time times timing total trial value where zoom",
    "de": "beschluss dienstag donnerstag freitag mittwoch montag ort problem samstag sonntag "
    "stand tel ziel ziele",
    "es, pt": "domingo",
}


def _all(table: Mapping[str, str]) -> frozenset[str]:
    return frozenset(word for words in table.values() for word in words.split())


PARTICLES = _all(_PARTICLES)
"""Small words inside names: von, de la, bin ..."""
OPENERS = _all(_OPENERS)
"""Words that begin a sentence; some people are called so as well (Will, So, June)."""
KEYS = _all(_KEYS)
"""What people put before a colon in notes, agendas and headers, never before their words."""
LONE_KEYS = _all(_LONE_KEYS)
"""The same, but also surnames: they tell against a name only where they stand alone."""
