"""French."""

from datetime import date

from agent.writers.templates.tongue import Tongue

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def _day(when: date) -> str:
    number = "1er" if when.day == 1 else str(when.day)
    return f"{number} {_MONTHS[when.month - 1]} {when.year}"


FRENCH = Tongue(
    name="French",
    day=_day,
    both=" et ",
    quoted="« {words} »",
    greeting="Bonjour {names},",
    closing="Bien cordialement",
    said="Le {day}, vous avez dit : {words}",
    wrote="Le {day}, vous avez écrit : {words}",
    promised="Le {day}, nous avons dit : {words}",
    planned="{title} est prévu pour le {day}.",
    was_due="{title} était prévu pour le {day}.",
    undated="{title} n'a pas encore de date.",
    unowned="Personne ne s'en charge encore.",
    measured="Vous le mesurez par {title}.",
    task="Pour {names} :",
    agenda="Je propose ces points :",
    last_point="La suite, et qui s'en charge",
    subjects={
        "re_engage_sponsor": "Où nous en sommes",
        "multi_thread": "La suite de notre collaboration",
        "find_economic_buyer": "La validation de votre côté",
        "resolve_blocker": "Ce qu'il faut pour avancer",
        "send_material": "Ce dont vous avez besoin",
        "schedule_meeting": "Une date pour notre prochain échange",
        "confirm_date": "La date tient-elle toujours ?",
        "recover_timeline": "Des dates qui s'accordent de nouveau",
        "assign_owner": "Qui s'en charge ?",
        "build_business_case": "Ce que cela vous apporte",
        "counter_competitor": "Vos questions ouvertes",
        "secure_budget": "Ce qu'il faut pour le budget",
        "replace_champion": "Qui prend la suite ?",
        "start_handoff": "Passage de relais",
        "follow_up_actions": "Ce qui reste ouvert",
    },
    asks={
        "re_engage_sponsor": "Auriez-vous 15 minutes pour faire le point sur {deal} et sur ce que"
        " vous en attendez ?",
        "multi_thread": "Je voudrais faire votre connaissance et savoir ce qui compte pour vous"
        " dans {deal}. Auriez-vous 15 minutes pour cela ?",
        "multi_thread.single_threaded": "Qui d'autre de votre côté devrait prendre part à {deal},"
        " et pourriez-vous nous présenter ?",
        "find_economic_buyer": "Qui valide les fonds pour {deal} de votre côté, et pourriez-vous"
        " nous présenter ?",
        "resolve_blocker": "Que faut-il exactement pour que cela avance, et pour quelle date en"
        " avez-vous besoin ?",
        "send_material": "Y a-t-il quelque chose qu'il vous faut d'abord, ou à ajouter ?",
        "schedule_meeting": "Quel jour vous conviendrait pour un échange sur {deal} ?",
        "confirm_date": "Le plan tient-il toujours de votre côté, ou quelle date faut-il noter à"
        " la place ?",
        "confirm_date.missing_gate": "Quelles validations faut-il chez vous pour une commande comme"
        " {deal}, et combien de temps prennent-elles ?",
        "recover_timeline": "Nos dates ne s'accordent plus. Quel jour vous conviendrait pour en"
        " fixer de nouvelles ?",
        "assign_owner": "Qui s'en charge de votre côté à partir de maintenant ?",
        "build_business_case": "Voulez-vous que nous réunissions les chiffres qui montrent ce que"
        " {deal} vous apporte, et lesquels comptent le plus pour vous ?",
        "counter_competitor": "À quelles questions voulez-vous une réponse avant de décider ?",
        "secure_budget": "De quoi avez-vous besoin de notre part pour que les fonds pour {deal}"
        " soient réservés ?",
        "replace_champion": "Qui porte la suite de nos étapes communes de votre côté, et quand"
        " pourrions-nous nous rencontrer ?",
        "start_handoff": "Pourrions-nous réunir ceux qui porteront {deal}, et convenir des"
        " premières étapes ?",
        "follow_up_actions.task": "Est-ce faisable d'ici là, ou quelle date faut-il noter ?",
        "follow_up_actions": "Où en est-on, et avez-vous besoin de quelque chose de notre part ?",
    },
)
