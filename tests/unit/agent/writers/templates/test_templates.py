"""What templates write: to whom, in which language, of which facts and words."""

from datetime import date, timedelta

import pytest

from agent.ports import Context, Drafted
from agent.writers.model.brief import brief
from agent.writers.model.checks import faults
from agent.writers.templates import TemplateWriter
from agent.writers.templates.piece import first_name
from agent.writers.templates.writer import TONGUES
from plan.models import Stakeholder
from plan.observations import NextAction
from plan.sources import Evidence
from plan.values import Intent
from tests.unit.agent.writers.model.quist import PEOPLE, PLAN, action, context, source

GERMAN = "Der Zugang ist noch nicht offen, und ich weiß auch nicht, wer das macht."
FRENCH = (
    "Je ne sais pas qui s'en occupe, et nous avons besoin de vous pour la suite dans les jours."
)
IN_SUMMER = PLAN.model_copy(
    update={
        "milestones": tuple(
            one.model_copy(update={"due": one.due and one.due + timedelta(days=100)})
            for one in PLAN.milestones
        )
    }
)
DUTCH = "De toegang is nog niet open en ik weet niet van wie het is, dat is het."


def draft(one: NextAction, where: Context | None = None) -> Drafted:
    return TemplateWriter().draft(one, where or context())


def words(turn: int, text: str, where: Context | None = None) -> Evidence:
    """Where some words of a turn stand."""
    said = (where or context()).source.turns[turn - 1].text
    start = said.index(text)
    return Evidence(source="quist.s1", turn=turn, start=start, end=start + len(text))


def test_a_message_greets_tells_asks_and_is_signed() -> None:
    blocked = action().model_copy(update={"milestones": ("access",)})
    assert draft(blocked).text.split("\n\n") == [
        "Hello Mara,",
        "“Network access open” was due on 27 February 2026.",
        "What exactly would have to be in place for this to go on, and by when do you need it?",
        "Best regards\nNoor Adeyemi\nTracewell",
    ]
    assert draft(blocked).subject == "Network access open: What is needed to go on"


def test_the_recipients_own_words_are_repeated() -> None:
    said = words(4, "It is with our people")
    told = draft(action().model_copy(update={"evidence": (said,)})).text
    assert "On 3 March 2026 you said: “It is with our people”" in told


def test_a_mails_words_were_written() -> None:
    mail = context(source(("Mara Quist", "It is with our people."), kind="email"))
    said = words(1, "It is with our people.", mail)
    told = draft(action().model_copy(update={"evidence": (said,)}), mail).text
    assert "On 3 March 2026 you wrote: “It is with our people.”" in told


@pytest.mark.parametrize(
    ("intent", "to", "turn", "text"),
    [
        ("resolve_blocker", ("mara",), 1, "Ivo is against it"),
        ("resolve_blocker", ("mara", "ivo"), 4, "It is with our people"),
        ("resolve_blocker", ("ivo",), 4, "It is with our people"),
        ("counter_competitor", ("mara",), 4, "It is with our people"),
        ("replace_champion", ("mara",), 4, "It is with our people"),
        ("send_material", ("mara",), 5, "We can go to 200,000"),
        ("send_material", ("mara",), 4, "It is with our people"),
    ],
)
def test_no_other_words_are_repeated(
    intent: Intent, to: tuple[str, ...], turn: int, text: str
) -> None:
    said = action(intent, *to).model_copy(update={"evidence": (words(turn, text),)})
    assert text not in draft(said).text


def test_words_are_not_repeated_to_others_who_read_them() -> None:
    mail = context(source(("Mara Quist", "It is with us."), kind="email", people=("Ivo Brandt",)))
    said = words(1, "It is with us.", mail)
    told = draft(action("resolve_blocker", "ivo").model_copy(update={"evidence": (said,)}), mail)
    assert "It is with us." not in told.text


def test_words_of_another_source_and_long_ones_are_not_repeated() -> None:
    elsewhere = words(4, "It is with our people").model_copy(update={"source": "quist.s0"})
    assert "you said" not in draft(action().model_copy(update={"evidence": (elsewhere,)})).text
    long = context(source(("Mara Quist", "It is " + "so " * 100)))
    said = Evidence(source="quist.s1", turn=1, start=0, end=300)
    told = draft(action().model_copy(update={"evidence": (said,)}), long)
    assert "you said" not in told.text


def test_what_we_promised_them_is_repeated() -> None:
    said = words(3, "The network access is what we wait for")
    told = draft(action("send_material").model_copy(update={"evidence": (said,)})).text
    assert "On 3 March 2026 we said: “The network access is what we wait for”" in told


def test_what_the_seller_does_unshared_is_not_told() -> None:
    about = action("confirm_date").model_copy(update={"milestones": ("margin", "access")})
    told = draft(about)
    assert "Margin" not in told.text + told.subject
    assert "Network access open" in told.text


def test_a_step_that_nobody_has_is_told_so() -> None:
    told = draft(action("assign_owner").model_copy(update={"milestones": ("privacy",)})).text
    assert "“Privacy review” is planned for 27 March 2026. Nobody has it yet." in told


def test_an_agenda_lists_what_comes_their_own_first() -> None:
    plan = PLAN.model_copy(
        update={
            "milestones": (
                *PLAN.milestones,
                PLAN.milestones[0].model_copy(
                    update={"id": "tour", "title": "Tour made", "due": date(2026, 6, 1)}
                ),
            )
        }
    )
    meet = action("schedule_meeting").model_copy(update={"kind": "agenda"})
    told = draft(meet, context(plan=plan)).text
    assert [line for line in told.split("\n") if line.startswith("- ")] == [
        "- “Tour made” is planned for 1 June 2026.",
        "- “Pilot finished” is planned for 20 March 2026.",
        "- What comes next, and who does it",
    ]


def test_a_task_is_for_a_colleague_and_is_not_signed() -> None:
    task = action("follow_up_actions", "sol").model_copy(
        update={"kind": "task", "actions": ("guide",), "evidence": (words(5, "She has left."),)}
    )
    told = draft(task).text
    assert told.startswith("For Sol Weaver: What is still open\n\nOn 3 March 2026 we said:")
    assert "- “Send the installation guide” is planned for 6 March 2026." in told
    assert "which day should we put down?" in told
    assert "regards" not in told


def test_a_question_may_depend_on_the_risk() -> None:
    alone = action("multi_thread").model_copy(update={"risk": "single_threaded.mara"})
    assert "Who else on your side" in draft(alone).text
    assert "get to know you" in draft(action("multi_thread")).text


@pytest.mark.parametrize(
    ("text", "greeting", "closing"),
    [(GERMAN, "Guten Tag Mara,", "Mit freundlichen"), (FRENCH, "Bonjour Mara,", "Bien cordial")],
)
def test_the_threads_language_is_used(text: str, greeting: str, closing: str) -> None:
    thread = context(source(("Mara Quist", text), kind="email"))
    told = draft(action().model_copy(update={"milestones": ("access",)}), thread)
    assert told.text.startswith(greeting)
    assert closing in told.text
    assert "27" in told.text
    assert told.warnings == ()


def test_another_language_gets_english_and_a_warning() -> None:
    thread = context(source(("Mara Quist", DUTCH), kind="email"))
    told = draft(action(), thread)
    assert told.text.startswith("Hello Mara,")
    assert told.warnings == ("It is in English, while the thread is in Dutch.",)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, "And what is it that we have to do for this?"])
@pytest.mark.parametrize("to", [("mara",), ("mara", "ivo"), ("pim",)])
@pytest.mark.parametrize("kind", ["email", "agenda"])
@pytest.mark.parametrize("intent", list(TONGUES["English"].subjects))
def test_every_text_passes_every_check(
    intent: Intent, kind: str, to: tuple[str, ...], text: str
) -> None:
    thread = context(source(("Mara Quist", text), ("Ivo Brandt", text), kind="email"), IN_SUMMER)
    one = NextAction.model_validate(
        {"intent": intent, "to": to, "kind": kind, "milestones": ("access", "privacy")}
    )
    told = draft(one, thread)
    assert faults(f"{told.subject}\n{told.text}", brief(one, thread)) == ()


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=list(TONGUES))
def test_every_language_has_every_phrase(tongue: object) -> None:
    english = TONGUES["English"]
    known = next(one for one in TONGUES.values() if one is tongue)
    assert known.subjects.keys() == english.subjects.keys()
    assert known.asks.keys() == english.asks.keys()
    assert all(ask.count("?") == 1 for ask in known.asks.values())


@pytest.mark.parametrize(
    ("name", "first"),
    [("Mara Quist", "Mara"), ("Dr. Mara Quist", "Mara"), ("M. Quist", "M. Quist"), ("Xi", "Xi")],
)
def test_people_are_greeted_by_their_first_names(name: str, first: str) -> None:
    assert first_name(Stakeholder(id="x", name=name, side="buyer")) == first


def test_without_somebody_to_sign_the_seller_does() -> None:
    nobody = PLAN.model_copy(update={"stakeholders": PEOPLE[:3]})
    assert draft(action(), context(plan=nobody)).text.endswith("Best regards\nTracewell")
