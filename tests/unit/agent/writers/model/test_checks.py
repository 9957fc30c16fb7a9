"""What a model's words may and may not hold."""

import pytest

from agent.writers.model.checks import faults
from agent.writers.model.folding import clean
from agent.writers.model.goals import GOALS
from agent.writers.templates import TemplateWriter
from plan.values import Intent
from tests.unit.agent.writers.model.quist import action, briefed, context

GOOD = "Hi Mara, what would it take to open the network access, and who on your side can do that?"


def told(text: str, intent: Intent = "resolve_blocker", *to: str, why: str = "") -> set[str]:
    about = briefed(intent, *(to or ("mara",)), why=why)
    return {one.what for one in faults(clean(text), about)}


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"{GOOD}\n\nWould 15 minutes some time next week suit you?\n\nBest regards,\nNoor Adeyemi",
        "Hi Mara, “Network access open” was planned for 27 February. Which date should it be?",
        "Hello Mara, the step was due on 27.02.2026. Is it with your people, or with ours?",
        "Dear Mara, I understand it's slow. May we march on without it? I'm glad to talk.",
        "Guten Tag Mara, was braucht es, damit der Zugang offen ist, und wer kann das bei Ihnen?",
        "Guten Tag Mara, hätten Sie nächste Woche 30 Minuten, um das mit uns zu klären?",
        "Bonjour Mara, que faut-il pour ouvrir l'accès, et qui peut le faire avec mon ami?",
        "Hola Mara, el paso era para el 27 de febrero. ¿Qué falta y quién lo puede hacer?",
    ],
)
def test_honest_messages_pass(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hi [Name], what would it take to open it?", "filled in"),
        ("Hi {{ first_name }}, what would it take?", "filled in"),
        ("Hi <Mara>, what would it take to open it?", "markup"),
        ("Hi Mara, it is due TBD. What does it take?", "filled in"),
        ("Hi Mara, what would it take?\n\nBest,\nYour Name", "filled in"),
        ("Hi Mara, **what** would it take to open it?", "markup"),
        ("Hi Mara, what would it take &lt;b&gt; to open?", "markup"),
        ("Hi Mara, see https://evil.example for it, yes?", "link"),
        ("Hi Mara, see evil.example/pay for it, would you?", "link"),
        ("Hi Mara, write to boss@evil.example about it.", "link"),
        ("Hi Mara, is it open by 14 March or not yet?", "date that no fact"),
        ("Hi Mara, is it open by 2031-12-31 or not yet?", "date that no fact"),
        ("Hola Mara, ¿está abierto el 14 de marzo o no?", "date that no fact"),
        ("Hallo Mara, geht es bis zum 14. März bei Ihnen?", "date that no fact"),
        ("Hi Mara, is the network open by Christmas?", "date that no fact"),
        ("Hi Mara, our people come by tomorrow for it.", "write the date out"),
        ("Hi Mara, our people come by on Friday for it.", "write the date out"),
        ("Hi Mara, we saw each other last week about it.", "write the date out"),
        ("Hallo Mara, wir sahen uns diese Woche schon.", "write the date out"),
        ("Hallo Mara, unser Team kommt übermorgen vorbei.", "write the date out"),
        ("Hi Mara, there are 99 of them. Who opens them?", "number"),
        ("Hi Mara, there are ninety-nine. Who opens them?", "number"),
        ("Hi Mara, call me at 030 5557788 about the access.", "number"),
        ("Hi Mara, it costs a few euros. Who opens it?", "money"),
        ("Hi Mara, the price is € open. Who opens it?", "money"),
        ("Hi Mara, Ivo said that he is against opening it.", "must not name"),
        ("Hi Mara, ask Mr Brandt what it takes to open it.", "must not name"),
        ("Hi Mara, ask Sol Weaver what it takes to open it.", "must not name"),
        ("Hi Mara, once the margin floor approved, who opens it?", "own business"),
        ("Hi Mara, better than Globex, so who opens it?", "name that no fact"),
        ("Hi Mara, you are our champion. Who opens it?", "colleagues only"),
        ("Hi Mara, without an economic-buyer we are stuck.", "colleagues only"),
        ("Hi Mara, there is a budget_risk. Who opens it?", "colleagues only"),
        ("Hi Mara, the forecast needs it. Who opens it?", "colleagues only"),
        ("Hi Mara, we offer a discount. Who opens it?", "offers or guarantees"),
        ("Hallo Mara, wir geben Rabatt. Wer macht es auf?", "offers or guarantees"),
        ("Hi Mara, we will open a new office in your town.", "promises"),
        ("Hallo Mara, ich schicke den Plan. Wer macht es auf?", "promises"),
        ("Hi Mara.", "no message"),
        ("Hi Mara, who opens it? " * 60, "longer than"),
    ],
)
def test_what_no_buyer_may_read_is_refused(text: str, what: str) -> None:
    assert any(what in one for one in told(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Mara, is it open by \uff11\uff14 March or not yet?",
        "Hi Mara, you are our cham\u200bpion. Who opens it?",
        "Hi Mara, you are our CHAMPION. Who opens it?",
        "Hi Mara, is it \uff1cb\uff1e open, or who opens it?",
        "Hi Mara, see ht\u00adtps://evil.example for it, yes?",
        "Hi Mara, I\u2019ll open a new office in your town.",
    ],
)
def test_hidden_letters_and_other_forms_hide_nothing(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("intent", list(GOALS))
@pytest.mark.parametrize("to", ["mara", "sol"])
def test_the_templates_words_pass_every_check(intent: Intent, to: str) -> None:
    text = TemplateWriter().draft(action(intent, to), context()).text
    assert told(text, intent, to) == set()


def test_only_what_we_owe_is_promised_and_for_its_own_day() -> None:
    kept = "Hi Mara, we will send the installation guide by 6 March. Who should get it?"
    assert told(kept, "send_material") == set()
    other = kept.replace("6 March", "20 March")
    assert any("promises" in one for one in told(other, "follow_up_actions"))
    assert any("promises" in one for one in told(kept, "resolve_blocker"))


def test_figures_of_the_outcomes_may_be_repeated() -> None:
    text = (
        "Hi Mara, you want to go from 2.4 % to 0.8 % parcels lost by 31 December 2026. Is that so?"
    )
    assert told(text, "build_business_case") == set()
    assert any("number" in one for one in told(text.replace("0.8", "0.3"), "build_business_case"))
    assert any("number" in one for one in told(text.replace("0.8", "12"), "build_business_case"))


def test_colleagues_may_read_more_but_no_invention() -> None:
    why = "“Margin floor approved” is due on 11 March 2026."
    note = "Hi Sol, Mara Quist is the champion, Ivo Brandt is against it. The deal is 240,000 EUR."
    assert told(note, "confirm_date", "sol", why=why) == set()
    assert told(f"{note} See [here].", "confirm_date", "sol", why=why)
    assert told(note.replace("240,000", "200,000"), "confirm_date", "sol", why=why)
    assert told(f"{note} It is due on 12 March.", "confirm_date", "sol", why=why)
