"""German."""

from datetime import date

from agent.writers.templates.tongue import Tongue

_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def _day(when: date) -> str:
    return f"{when.day}. {_MONTHS[when.month - 1]} {when.year}"


GERMAN = Tongue(
    name="German",
    day=_day,
    both=" und ",
    quoted="„{words}“",
    greeting="Guten Tag {names},",
    closing="Mit freundlichen Grüßen",
    said="Am {day} haben Sie gesagt: {words}",
    wrote="Am {day} haben Sie geschrieben: {words}",
    promised="Am {day} haben wir gesagt: {words}",
    planned="{title} ist für den {day} geplant.",
    was_due="{title} war am {day} fällig.",
    undated="{title} hat noch kein Datum.",
    unowned="Dafür ist noch niemand benannt.",
    measured="Sie messen es an {title}.",
    task="Für {names}:",
    agenda="Ich schlage diese Punkte vor:",
    last_point="Was als Nächstes kommt und wer es übernimmt",
    subjects={
        "re_engage_sponsor": "Wo wir stehen",
        "multi_thread": "Unsere weitere Zusammenarbeit",
        "find_economic_buyer": "Freigabe auf Ihrer Seite",
        "resolve_blocker": "Was noch gebraucht wird",
        "send_material": "Was Sie von uns brauchen",
        "schedule_meeting": "Termin für unser nächstes Gespräch",
        "confirm_date": "Bleibt es bei dem Termin?",
        "recover_timeline": "Termine, die wieder zusammenpassen",
        "assign_owner": "Wer übernimmt das?",
        "build_business_case": "Was es Ihnen bringt",
        "counter_competitor": "Ihre offenen Fragen",
        "secure_budget": "Was Sie für das Budget brauchen",
        "replace_champion": "Wer führt das weiter?",
        "start_handoff": "Übergabe",
        "follow_up_actions": "Was noch offen ist",
    },
    asks={
        "re_engage_sponsor": "Hätten Sie 15 Minuten, um mit uns durchzugehen, wo {deal} steht und"
        " was Sie davon erwarten?",
        "multi_thread": "Ich würde Sie gern kennenlernen und hören, worauf es Ihnen bei {deal}"
        " ankommt. Hätten Sie dafür 15 Minuten?",
        "multi_thread.single_threaded": "Wer sollte auf Ihrer Seite noch bei {deal} dabei sein, und"
        " können Sie uns bekannt machen?",
        "find_economic_buyer": "Wer gibt bei Ihnen die Mittel für {deal} frei, und können Sie uns"
        " bekannt machen?",
        "resolve_blocker": "Was genau müsste vorliegen, damit es weitergeht, und bis wann brauchen"
        " Sie es?",
        "send_material": "Brauchen Sie etwas davon zuerst, oder soll noch etwas dazu?",
        "schedule_meeting": "Welcher Tag passt Ihnen für ein Gespräch über {deal}?",
        "confirm_date": "Bleibt es auf Ihrer Seite beim Plan, oder welches Datum sollen wir"
        " eintragen?",
        "confirm_date.missing_gate": "Welche Freigaben braucht ein Auftrag wie {deal} bei Ihnen,"
        " und wie lange dauern sie?",
        "recover_timeline": "Unsere Termine passen nicht mehr zusammen. Welcher Tag passt Ihnen, um"
        " neue zu vereinbaren?",
        "assign_owner": "Wer übernimmt das von hier an auf Ihrer Seite?",
        "build_business_case": "Wollen wir zusammen aufstellen, was {deal} Ihnen bringt, und welche"
        " Zahlen zählen für Sie am meisten?",
        "counter_competitor": "Welche Fragen möchten Sie beantwortet haben, bevor Sie entscheiden?",
        "secure_budget": "Was brauchen Sie von uns, damit die Mittel für {deal} eingeplant werden"
        " können?",
        "replace_champion": "Wer führt unsere gemeinsamen Schritte auf Ihrer Seite weiter, und wann"
        " könnten wir uns kennenlernen?",
        "start_handoff": "Wollen wir alle zusammenbringen, die {deal} von hier an tragen, und die"
        " ersten Schritte vereinbaren?",
        "follow_up_actions.task": "Schaffen Sie das bis dahin, oder welches Datum sollen wir"
        " eintragen?",
        "follow_up_actions": "Wie ist der Stand, und brauchen Sie dafür noch etwas von uns?",
    },
)
