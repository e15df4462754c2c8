"""The screen before a meeting: what is known, what is open, what to ask and what to offer."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import pytest

from crm.context import Context
from crm.domain.introductions import Move
from crm.services import brief, contacts, conversations, garden, goals, introductions, profile
from crm.services.brief import Brief
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from crm.services.prompts import prompts
from crm.store import day_lines
from crm.store.connection import plain_transaction
from crm.store.reads import brief as reads
from tests.conftest import TODAY


@dataclass
class Network:
    """A network in which things are said shortly."""

    context: Context

    def add(self, name: str, *, book: bool = False, **said: object) -> int:
        return contacts.add(self.context, Said(name=name, **said), book=book).id

    def log(self, *people: str, ago: int = 10, kind: str = "call", **said: object) -> int:
        on = (TODAY - timedelta(ago)).isoformat()
        happened = Happened(people=people, kind=kind, on=on, **said)
        return conversations.log(self.context, happened).id

    def brief(self, who: str = "Ana") -> Brief:
        return brief.brief(self.context, who)

    def spanish(self) -> "Network":
        settings = self.context.settings._replace(language="es")
        return Network(self.context._replace(settings=settings))

    def propose(self, contact_id: int, key: str) -> None:
        with plain_transaction(self.context.store) as connection:
            day_lines.hand_out(connection, TODAY, contact_id, key)


@pytest.fixture
def known(network):
    """A network with the user and Ana, of whom nothing is known."""
    own = Network(network)
    traits = {"role": ["web developer"], "offer": ["accessibility audit"], "skill": ["Django"]}
    profile.set_profile(network, name="Marina", traits={**traits, "interest": ["Céramics"]})
    own.add("Ana", given_name="Ana")
    return own


def test_somebody_of_whom_nothing_is_known(known):
    found = known.brief()
    assert (found.contacts, found.chats, found.planned, found.unanswered) == ([], 0, None, None)
    assert (found.facts, found.promises, found.goals, found.birthday) == ([], [], [], None)
    assert found.unknown == ["need", "dream", "work", "interest", "life", "place", "birthday"]
    assert not found.is_after_unknown
    assert [question.kind for question in found.questions] == ["occupation", "recreation", "family"]
    assert found.offer.kind == "ask"
    assert found.offer.question.id == "give-1"


def test_in_the_address_book_a_relation_has_no_band(known):
    known.add("Bo", book=True)
    assert known.brief("Bo").band is None
    assert known.brief("Ana").band == "seed"


def test_the_last_contacts_are_those_that_count(known):
    known.log("Ana", ago=40, summary="First")
    known.log("Ana", ago=30, kind="meeting", summary="Second")
    known.log("Ana", ago=20, kind="email", side="them", summary="Third")
    known.log("Ana", ago=10, kind="message", summary="Fourth")
    known.log("Ana", ago=5, kind="reaction")
    known.log("Ana", ago=4, kind="memo", summary="A note to self")
    found = known.brief()
    assert [one.summary for one in found.contacts] == ["Fourth", "Third", "Second"]
    assert found.chats == 3


def test_a_gathering_is_no_contact(known):
    for number in range(9):
        known.add(f"Guest {number}")
    known.log("Ana", *(f"Guest {n}" for n in range(9)), ago=3, kind="meeting", summary="A party")
    assert known.brief().contacts == []


def test_what_is_planned_next(known):
    known.log("Ana", ago=-9, kind="meeting", place="Bar Sol")
    known.log("Ana", ago=-2, kind="call")
    known.log("Ana", ago=3, kind="meeting", planned=True)
    found = known.brief()
    assert (found.planned.kind, found.contacts) == ("call", [])


@pytest.mark.parametrize(
    ("logged", "waits"),
    [
        ([{"ago": 9, "kind": "message", "side": "me"}], 0),
        ([{"ago": 9, "kind": "message", "side": "me", "answered": False}], 0),
        ([{"ago": 9, "kind": "message", "side": "me", "answered": True}], None),
        ([{"ago": 9, "kind": "call", "side": "me"}], None),
        ([{"ago": 9, "kind": "message", "side": "both"}], None),
        ([{"ago": 1, "kind": "message", "side": "me"}], None),
        ([{"ago": 9, "kind": "email", "side": "me"},
          {"ago": 5, "kind": "message", "side": "them"}], None),
        ([{"ago": 9, "kind": "email", "side": "me"}, {"ago": 5, "kind": "call"}], None),
        ([{"ago": 9, "kind": "email", "side": "me"},
          {"ago": 5, "kind": "message", "side": "me"}], 1),
        ([{"ago": 9, "kind": "email", "side": "me", "ask": True},
          {"ago": 5, "kind": "message", "side": "me"}], 0),
    ],
)  # fmt: skip
def test_a_message_of_mine_without_an_answer(known, logged, waits):
    ids = [known.log("Ana", **said) for said in logged]
    found = known.brief().unanswered
    assert (found.id if found else None) == (None if waits is None else ids[waits])


def test_a_message_to_several_waits_for_nobody(known):
    known.add("Bo")
    known.log("Ana", "Bo", ago=9, kind="message", side="me")
    assert known.brief().unanswered is None


def test_five_chats_and_nothing_known_of_what_they_are_after(known):
    for ago in range(10, 60, 10):
        assert not known.brief().is_after_unknown
        known.log("Ana", ago=ago)
    assert known.brief().is_after_unknown
    contacts.edit(known.context, "Ana", Said(needs=("a studio",)))
    assert not known.brief().is_after_unknown


def test_interests_shared_with_me(known):
    contacts.edit(known.context, "Ana", Said(interests=("running", "ceramics", "tea")))
    found = known.brief()
    assert found.shared_interests == ["ceramics"]
    assert found.other_interests == ["running", "tea"]


@pytest.mark.parametrize(
    ("birthday", "on", "years"),
    [
        ("1990-07-30", "2025-07-30", 35), ("--06-30", "2025-06-30", None),
        ("1990-07-31", None, None), ("1990-07", None, None), ("1990", None, None),
    ],
)  # fmt: skip
def test_a_birthday_within_thirty_days(known, birthday, on, years):
    contacts.edit(known.context, "Ana", Said(birthday=birthday))
    found = known.brief()
    assert "birthday" not in found.unknown
    if on is None:
        assert found.birthday is None
    else:
        assert (found.birthday.on.isoformat(), found.birthday.years) == (on, years)


def test_the_goal_it_serves_and_the_next_step_with_them(known):
    known.add("Bo")
    goals.add(known.context, GoalSaid(title="Talks", rank="secondary", people=("Ana",)))
    goals.add(known.context, GoalSaid(title="Clients", rank="primary", people=("Ana",)))
    goals.add(known.context, GoalSaid(title="Rest", rank="tertiary", people=("Bo",)))
    goals.next_action(known.context, "Rest", "go for a walk", by="friday", person="Ana")
    assert [goal.title for goal in known.brief().goals] == ["Clients", "Talks", "Rest"]


# --- what to ask ---


def ids(found: Brief) -> list[str]:
    return [question.id for question in found.questions]


def test_the_questions_hold_for_the_day_and_change_with_the_next_conversation(known):
    seen = []
    for ago in range(60, 20, -10):
        assert ids(known.brief()) == ids(known.brief())
        assert len(set(ids(known.brief()))) == 3
        seen.append(ids(known.brief()))
        known.log("Ana", ago=ago)
    assert all(before != after for before, after in pairwise(seen))


def test_questions_suit_how_well_one_knows_them(known):
    moments = {prompt.id: prompt.when for prompt in prompts()}
    for times in range(8):
        unsuited = "known" if times == 0 else "new"
        assert unsuited not in {moments[key] for key in ids(known.brief())}
        known.log("Ana", ago=100 - times)


def test_what_is_not_known_is_asked_for_first(known):
    known.log("Ana", facts=("work: leads a team", "life: two sons", "interest: sings"))
    contacts.edit(known.context, "Ana", Said(needs=("a studio",)))
    assert known.brief().questions[0].kind == "dreams"


def test_a_question_that_was_handed_out_is_not_asked_again(known):
    known.log("Ana")
    used = set()
    for _time in range(4):
        fresh = set(ids(known.brief()))
        assert not fresh & used
        for key in fresh:
            known.propose(1, key)
        used |= fresh
    offer = known.brief().offer
    assert offer is None or offer.question.id not in used


def test_the_questions_run_out_quietly(known):
    for prompt in prompts():
        known.propose(1, prompt.id)
    found = known.brief()
    assert (found.questions, found.offer) == ([], None)


def test_a_question_never_has_a_blank(known):
    contacts.edit(known.context, "Ana", Said(interests=("running", "a: b {c}", "x" * 31)))
    contacts.edit(known.context, "Ana", Said(needs=("a studio",)))
    known.log("Ana", ago=200, facts=("work: teaches", "dream: a boat"))
    seen = set()
    for times in range(12):
        known.log("Ana", ago=100 - times)
        for question in known.brief().questions:
            assert not set("{}") & set(question.text)
            seen.add(question.text)
    assert "Are you still into running?" in seen


def test_questions_are_in_the_language_of_the_user(known):
    contacts.edit(known.context, "Ana", Said(language="en"))
    english, spanish = known.brief(), known.spanish().brief()
    assert ids(english) == ids(spanish)
    assert spanish.questions[0].text == "¿En qué estás trabajando últimamente que te guste?"


# --- what to offer ---


def needing(known: Network, *needs: str) -> brief.Offer | None:
    contacts.edit(known.context, "Ana", Said(needs=needs))
    return known.brief().offer


def test_what_i_have_meets_what_they_need(known):
    assert needing(known, "illustrator", "django")[:3] == ("mine", "django", "Django")


def test_words_that_name_a_role_meet_the_role(known):
    offer = needing(known, "desarrolladora web")
    assert offer[:3] == ("mine", "desarrolladora web", "web-developer")


def test_an_offer_in_words_says_more_than_a_role(known):
    assert needing(known, "web-developer", "Accessibility Audit").what == "accessibility audit"


def test_somebody_who_could_be_introduced(known):
    known.add("Luis", roles=("copywriter",), book=True)
    offer = needing(known, "copywriting", "copywriter")
    assert (offer.kind, offer.contact.name, offer.what) == ("introduction", "Luis", "copywriter")
    known.add("Eva", offers=("copywriter",))
    assert needing(known).contact.name == "Eva", "people of the garden come first"
    known.add("Zoe", roles=("copywriter",))
    known.log("Zoe")
    assert needing(known).contact.name == "Zoe", "and those last in touch before others"


@pytest.mark.parametrize("why", ["archived", "knows", "met", "through", "busy", "herself", "lunch"])
def test_who_is_not_introduced(known, why):
    met_through = "Ana" if why == "through" else None
    if why == "herself":
        contacts.edit(known.context, "Ana", Said(roles=("copywriter",)))
    else:
        known.add("Luis", roles=("copywriter",), met_through=met_through)
    if why == "archived":
        contacts.archive(known.context, ["Luis"])
    elif why == "knows":
        contacts.edit(known.context, "Luis", Said(knows=("Ana",)))
    elif why == "met":
        contacts.edit(known.context, "Ana", Said(met_through="Luis"))
    elif why == "busy":
        contacts.edit(known.context, "Luis", Said(availability="unavailable"))
    elif why == "lunch":
        known.log("Ana", "Luis", kind="meeting")
    assert needing(known, "copywriter").kind == "ask"


def test_a_question_that_is_offered_is_not_asked_twice(known):
    known.log("Ana")
    found = known.brief()
    assert found.offer.question.kind == "give"
    assert "give" not in {question.kind for question in found.questions}


def test_resting_in_the_address_book_changes_nothing_else(known):
    before = known.brief()
    garden.rest(known.context, ["Ana"])
    after = known.brief()
    assert (after.band, after.questions, after.offer) == (None, before.questions, before.offer)


@pytest.mark.parametrize("step", [None, "decline"])
def test_who_was_ever_to_be_introduced_is_not_proposed(known, step):
    known.add("Luis", roles=("copywriter",))
    introductions.propose(known.context, "luis", "ana")
    if step:
        introductions.move(known.context, 1, Move(step))
    assert needing(known, "copywriter").kind == "ask"


def test_the_garden_is_looked_at_first_among_however_many(known, monkeypatch):
    for name in ("Bo", "Cy"):
        known.add(name, roles=("copywriter",), book=True)
    known.add("Luis", roles=("copywriter",))
    few = reads.ABLE.replace(f"LIMIT {reads.MOST_LOOKED_AT}", "LIMIT 1")
    monkeypatch.setattr(reads, "ABLE", few)
    assert needing(known, "copywriter").contact.name == "Luis"
