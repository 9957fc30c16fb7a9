"""Who does what in a deal, who did before, and who takes over."""

from agent.answers.dossier import About
from agent.answers.people.roles import roles
from plan.observations import Risk
from tests.unit.agent.answers.acme import add, deal, said, texts, update, without_roles

SAID = "Tuesday 10 March 2026"
SIGNING = "Friday 27 March 2026"
HEIR = "Sam Lee (Acme Foods) has taken over from Priya Raman"
LIST = "the action “Send the user list”"
REVIEW = (
    "“Security review passed”, which is in progress, due on Wednesday 18 March 2026, 2 days overdue"
)
NEW = add("stakeholder", "sam-lee", 4, name="Sam Lee", side="buyer", roles=["champion"])
GONE = update("stakeholder", "priya-raman", 3, active=False)


def test_a_role_is_told_with_the_words_that_gave_it() -> None:
    dossier = deal(update("stakeholder", "lena-ortiz", 2, roles=["security", "decision_maker"]))
    answer = roles(dossier, About(text="Who decides?"))
    assert texts(answer) == [
        "Lena Ortiz (Acme Foods) acts as decision maker.",
        "Tom Vance (Acme Foods) acts as economic buyer.",
    ]
    assert answer.statements[0].words == said(2)
    assert answer.statements[0].items == (dossier.ref("stakeholder", "lena-ortiz"),)
    assert answer.statements[1].words == ()
    assert [one.events for one in answer.statements] == [(2,), ()]


def test_roles_that_were_recognised_count_before_the_words() -> None:
    answer = roles(deal(), About(roles=("champion",), text="Who decides?"))
    assert texts(answer) == ["Priya Raman (VP Operations, Acme Foods) acts as champion."]


def test_the_owner_of_the_signature_does_not_thereby_sign() -> None:
    dossier = deal(start=without_roles("tom-vance"))
    answer = roles(dossier, About(text="Who signs?"))
    assert answer.unknown
    assert texts(answer) == [
        f"Dan Cole (Northwind) owns “Contract signed”, which is planned, due on {SIGNING}."
    ]


def test_a_buyer_who_owns_the_signature_does_not_thereby_sign() -> None:
    handed = update("milestone", "signature", owner="priya-raman")
    assert roles(deal(handed, start=without_roles("tom-vance")), About(text="Who signs?")).unknown


def test_the_owner_of_the_security_review_looks_after_security() -> None:
    dossier = deal(start=without_roles("lena-ortiz"))
    answer = roles(dossier, About(text="Who looks after security?"))
    assert not answer.unknown
    assert texts(answer) == [f"Lena Ortiz (Acme Foods) owns {REVIEW}."]


def test_a_seller_who_owns_the_security_review_is_only_near() -> None:
    handed = update("milestone", "security", owner="eve-park")
    dossier = deal(handed, start=without_roles("lena-ortiz"))
    assert roles(dossier, About(text="Who looks after security?")).unknown
    assert not roles(dossier, About(text="Who looks after security?", side="seller")).unknown


def test_nobody_in_a_role_is_unknown() -> None:
    assert roles(deal(), About(roles=("legal",))).unknown


def test_somebody_with_a_negative_sentiment_opposes() -> None:
    dossier = deal(update("stakeholder", "tom-vance", 5, sentiment="negative"))
    answer = roles(dossier, About(text="Who is against it?"))
    assert texts(answer) == ["Tom Vance (Acme Foods) has a negative sentiment."]
    assert answer.statements[0].words == said(5)


def test_a_negative_sentiment_gives_no_other_role() -> None:
    dossier = deal(update("stakeholder", "tom-vance", 5, sentiment="negative"))
    assert len(roles(dossier, About(roles=("champion",))).statements) == 1


def test_who_raised_a_blocker_is_told_as_having_raised_it() -> None:
    risk = Risk(kind="blocker_raised", stakeholders=("lena-ortiz",), evidence=said(6), basis="said")
    answer = roles(deal(risks=[risk]), About(text="Who opposes us?"))
    assert texts(answer) == ["Lena Ortiz (Acme Foods) raised a blocker that is open."]
    assert answer.statements[0].words == said(6)
    assert answer.statements[0].basis == "said"


def test_an_owner_comes_with_the_one_before() -> None:
    dossier = deal(update("milestone", "security", 7, owner="tom-vance"))
    about = About(items=(dossier.ref("milestone", "security"),), text="Who owns it, and before?")
    answer = roles(dossier, about)
    assert texts(answer) == [
        f"Tom Vance (Acme Foods) owns {REVIEW}.",
        f"“Security review passed” was Lena Ortiz’s until {SAID}.",
    ]
    assert [one.words for one in answer.statements] == [said(7), ()]


def test_an_item_of_another_deal_is_not_ours() -> None:
    ref = deal().ref("milestone", "security").model_copy(update={"deal": "umbra"})
    assert "Priya Raman" in str(texts(roles(deal(), About(items=(ref,)))))


def test_who_was_gone_from_the_first_left_on_no_known_day_and_to_nobody() -> None:
    people = [
        one.model_copy(update={"active": False}) if one.id == "priya-raman" else one
        for one in without_roles("nobody").stakeholders
    ]
    second = people[2].model_copy(update={"roles": ("champion",)})
    start = without_roles("nobody").model_copy(
        update={"stakeholders": (*people[:2], second, *people[3:])}
    )
    assert texts(roles(deal(start=start), About(roles=("champion",)))) == [
        "Lena Ortiz (Acme Foods) acts as champion.",
        "Priya Raman (VP Operations, Acme Foods) is gone from the deal.",
    ]


def test_who_had_the_role_already_took_nothing_over() -> None:
    gone = update("stakeholder", "priya-raman", active=False)
    told = texts(roles(deal(NEW, gone), About(roles=("champion",))))
    assert not any("taken over" in one for one in told)


def test_a_thing_that_nobody_owns_is_unknown_and_told() -> None:
    dossier = deal()
    answer = roles(dossier, About(items=(dossier.ref("milestone", "kickoff"),)))
    assert answer.unknown
    assert texts(answer) == [
        "The plan names no owner of “Kick-off”, which is planned, due on Friday 10 April 2026."
    ]


def test_who_is_gone_is_told_as_gone_with_who_took_over() -> None:
    answer = roles(deal(GONE, NEW), About(text="Who is our champion?"))
    assert texts(answer) == [
        "Sam Lee (Acme Foods) acts as champion.",
        f"Priya Raman (VP Operations, Acme Foods) is gone from the deal since {SAID}.",
        f"{HEIR}, known since {SAID}: the role of champion.",
    ]
    assert answer.statements[1].words == said(3)


def test_who_took_over_from_somebody_is_who_got_what_was_theirs() -> None:
    dossier = deal(update("action", "list", 8, owner="tom-vance"))
    answer = roles(dossier, About(people=("priya-raman",), text="Who takes over from Priya?"))
    assert texts(answer) == [
        f"Tom Vance (Acme Foods) has taken over from Priya Raman, known since {SAID}: {LIST}."
    ]
    assert answer.statements[0].words == said(8)


def test_somebody_introduced_beside_the_words_of_a_leaving_may_take_over() -> None:
    new = NEW.model_copy(update={"set": {"name": "Sam Lee", "side": "buyer"}})
    answer = roles(deal(GONE, new), About(people=("priya-raman",), text="Who follows Priya?"))
    last = answer.statements[-1]
    assert last.text == (
        "Sam Lee (Acme Foods) came into the deal next to the words that told of Priya Raman’s "
        "leaving."
    )
    assert (last.basis, last.words) == ("reckoned", said(4))
    far = new.model_copy(update={"evidence": said(6)})
    seller = new.model_copy(update={"set": {"name": "Sam Lee", "side": "seller"}})
    for other in (far, seller):
        told = roles(deal(GONE, other), About(people=("priya-raman",)))
        assert "Sam Lee" not in str(texts(told))


def test_a_role_that_somebody_lost_is_told_with_its_last_day() -> None:
    dossier = deal(update("stakeholder", "tom-vance", 9, roles=["end_user"]))
    answer = roles(dossier, About(text="Who holds the budget?"))
    assert texts(answer) == [f"Tom Vance (Acme Foods) acted as economic buyer until {SAID}."]


def test_a_role_that_waits_for_approval_is_only_near() -> None:
    wanted = update("stakeholder", "lena-ortiz", 2, roles=["security", "legal"])
    answer = roles(deal(waiting=[wanted]), About(roles=("legal",)))
    assert answer.unknown
    assert texts(answer) == ["A new role waits for approval: Lena Ortiz looks after legal."]
    assert answer.statements[0].basis == "proposed"


def test_nothing_to_ask_after_is_told_everybody() -> None:
    first, second = texts(roles(deal(), About(text="Who is who?")))
    assert "Priya Raman" in first
    assert "Dan Cole (Northwind) acts as account executive; Eve Park (Northwind)." in second
