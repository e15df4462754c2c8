"""A word after a conversation, questions that stay open, and how much one listened."""

from datetime import timedelta

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import (
    brief,
    card,
    contacts,
    conversations,
    debrief,
    follow_ups,
    history,
    listening,
    questions,
)
from crm.services.contacts import Said
from crm.services.conversations import Happened
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


@pytest.fixture
def ana(network):
    """A network with Ana and Bo in the garden."""
    contacts.add(network, Said(name="Ana", cadence="1m"))
    contacts.add(network, Said(name="Bo"))
    return network


def log(context, *people, ago=0, kind="meeting", **said):
    on = (TODAY - timedelta(ago)).isoformat()
    return conversations.log(context, Happened(people or ("Ana",), kind=kind, on=on, **said)).id


def said(**words):
    return Happened((), **words)


def timeline(context, who="Ana"):
    return card.card(context, who, timeline=-1).timeline


# The debrief


def test_it_is_written_onto_the_last_conversation(ana):
    log(ana, ago=2)
    number = log(ana, ago=1, summary="Coffee", depth=1)
    log(ana, side="me", kind="email")
    log(ana, kind="reaction")
    words = said(
        talked="they", facts=("work: a shop", "sings"), promises=("send it by friday",),
        their_promises=("call back",),
    )  # fmt: skip
    noted = debrief.debrief(ana, "ana", words, ("Which street?",))
    assert (noted.is_new, noted.logged.id, noted.person.name) == (False, number, "Ana")
    shown = card.card(ana, "Ana", timeline=-1)
    assert len(shown.timeline) == 4
    assert [(f.kind, f.text, f.source, f.day) for f in shown.facts] == [
        ("life", "sings", "meeting", TODAY - timedelta(1)),
        ("work", "a shop", "meeting", TODAY - timedelta(1)),
    ]
    assert [(p.mine, p.text) for p in shown.promises] == [(True, "send it"), (False, "call back")]
    assert [(q.mine, q.text) for q in shown.questions] == [(True, "Which street?")]
    assert next(one.depth for one in shown.timeline if one.id == number) == 1


def test_three_facts_deepen_it_and_nothing_makes_it_shallower(ana):
    number = log(ana, depth=3)
    debrief.debrief(ana, "ana", said(talked="me", facts=("a", "b", "c")))
    assert timeline(ana)[0].depth == 3
    other = log(ana, "Bo")
    debrief.debrief(ana, "bo", said(facts=("a", "b", "c")))
    assert [(one.id, one.depth) for one in timeline(ana, "Bo")] == [(other, 2)]
    assert number != other


def test_of_several_people_it_is_noted_of_the_one_named(ana):
    log(ana, "Ana", "Bo")
    debrief.debrief(ana, "bo", said(facts=("work: a shop",)))
    assert card.card(ana, "ana").facts == []
    assert [fact.text for fact in card.card(ana, "bo").facts] == ["a shop"]


def test_without_a_conversation_one_is_logged(ana):
    log(ana, ago=2)
    noted = debrief.debrief(ana, "ana", said(talked="they"))
    assert (noted.is_new, noted.logged.kind, noted.logged.day) == (True, "meeting", TODAY)
    called = debrief.debrief(ana, "bo", said(kind="call", facts=("a",)))
    assert (called.logged.kind, timeline(ana, "bo")[0].depth) == ("call", 1)
    history.undo(ana)
    assert timeline(ana, "bo") == []


def test_nobody_named_is_the_last_one_talked_to(ana):
    log(ana, "Ana")
    log(ana, "Bo", ago=1)
    assert debrief.debrief(ana, None, said(talked="me")).person.name == "Ana"
    assert len(timeline(ana)) == 1


@pytest.mark.parametrize(
    ("who", "words", "asked", "code"),
    [
        (None, said(talked="me"), (), "debrief-whom"), ("cleo", said(talked="me"), (), "nobody"),
        ("ana", said(), (" ",), "nothing-to-change"),
        ("ana", said(talked="nobody"), (), "unknown-value"),
        ("ana", said(facts=("work: ",)), (), "empty-text"),
        ("ana", said(kind="dinner", talked="me"), (), "unknown-value"),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_nothing(ana, who, words, asked, code):
    with pytest.raises((WrongUsage, NotFound)) as refused:
        debrief.debrief(ana, who, words, asked)
    assert refused.value.code == code
    assert timeline(ana) == []


def test_a_conversation_of_a_crowd_is_not_debriefed(ana):
    people = tuple(f"Guest {n}" for n in range(9))
    conversations.log(ana, Happened(people, kind="meeting"), create=True)
    assert debrief.to_debrief(ana, None) == (None, None)


# Questions


def test_questions_stay_until_they_are_answered(ana):
    questions.ask(ana, "ana", "Which street?")
    questions.ask(ana, "bo", "What would it cost?", mine=False)
    assert [one.text for one in brief.brief(ana, "ana").open_questions] == ["Which street?"]
    line = questions.answered(ana, 1, "Sueca")
    assert (line.answer, line.answered_on) == ("Sueca", TODAY)
    assert [one.text for one in questions.questions(ana, None)] == ["What would it cost?"]
    assert [one.id for one in questions.questions(ana, None, everything=True)] == [2, 1]
    assert questions.questions(ana, "ana") == []
    assert brief.brief(ana, "ana").open_questions == []
    assert questions.answered(ana, 2).answer == ""


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (lambda c: questions.ask(c, "ana", " "), "empty-text"),
        (lambda c: questions.answered(c, 9), "no-open-question"),
        (lambda c: questions.answered(c, 1), "question-already-answered"),
    ],
)
def test_questions_that_cannot_be(ana, deed, code):
    questions.ask(ana, "ana", "Which street?")
    questions.answered(ana, 1)
    with pytest.raises((WrongUsage, NotFound)) as refused:
        deed(ana)
    assert refused.value.code == code


# Listening


def test_a_year_of_conversations(ana):
    for ago in (10, 20, 40):
        log(ana, ago=ago, listen=57, facts=("a", "b", "c"), summary="x")
    log(ana, "Bo", ago=5, listen=0)
    log(ana, "Bo", ago=366, listen=0)
    log(ana, "Bo", ago=4)
    found = listening.heard(ana).listening
    assert (found.conversations, found.score) == (4, 75.0)
    assert [m.conversations for m in found.months] == [1, 3]
    assert listening.heard(ana, "ana").listening.score == 100
    assert listening.heard(ana, "bo").listening is None


def test_promises_kept_are_those_due_or_kept(ana):
    for by in ("2025-07-30", "2025-07-10", "2025-07-05"):
        follow_ups.promise(ana, "ana", "send it", by=by)
    follow_ups.promise(ana, "ana", "some day", by=None)
    follow_ups.promise(ana, "ana", "theirs", by="2025-07-05", mine=False)
    follow_ups.keep(ana, 1)
    assert (listening.heard(ana).promised, listening.heard(ana).kept) == (1, 1)
    later = ana._replace(today=TODAY + timedelta(12))
    assert (listening.heard(later, "ana").promised, listening.heard(later).kept) == (3, 1)
    assert listening.heard(later, "bo").promised == 0


def test_five_chats_and_nothing_known_of_what_they_are_after(ana):
    for ago in range(4):
        log(ana, ago=ago)
    log(ana, kind="email", side="them")
    log(ana, kind="reaction")
    assert listening.heard(ana).little_known == []
    log(ana, ago=200, kind="call")
    (found,) = listening.heard(ana).little_known
    assert (found.name, found.chats) == ("Ana", 5)
    assert listening.heard(ana, "ana").little_known == []
    contacts.edit(ana, "ana", Said(needs=("a copywriter",)))
    assert listening.heard(ana).little_known == []


def test_somebody_not_talked_to_lately_is_left_alone(ana):
    for ago in range(100, 106):
        log(ana, ago=ago)
    assert listening.heard(ana).little_known == []


@pytest.mark.parametrize(
    ("spoken", "kind", "text"),
    [
        ("Trabajo: abre tienda", "work", "abre tienda"), ("sueño: el Camino", "dream", "el Camino"),
        ("INTERÉS : la cerámica", "interest", "la cerámica"), ("news: won", "news", "won"),
        ("noticia: ganó", "news", "ganó"), ("vida: un gato", "life", "un gato"),
        ("no es un tipo: nada", "life", "no es un tipo: nada"),
    ],
)  # fmt: skip
def test_kinds_of_facts_are_known_in_both_languages(spoken, kind, text):
    assert conversations.kind_and_fact(spoken) == (kind, text)
