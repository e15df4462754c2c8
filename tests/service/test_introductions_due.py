"""Introductions on the day's list: what waits for the user, with whom, and until when."""

from datetime import timedelta

import pytest

from crm.domain.introductions import Move
from crm.errors import WrongUsage
from crm.i18n import translator
from crm.services import agenda, contacts, conversations, day_lines, history, introductions
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.wording.reasons import reason
from tests.service.state import assert_derived, state


@pytest.fixture
def pair(network):
    for name in ("Ana", "Luis"):
        contacts.add(network, Said(name=name), book=True)
    introductions.propose(network, "ana", "luis")
    return network


def move(context, *steps):
    for step in steps:
        introductions.move(context, 1, Move(step))


def lines(context, days=0):
    later = context._replace(today=context.today + timedelta(days))
    return [
        (line.name, line.terms.deed, reason(r.code, r.params, later.today, translator("en")))
        for line in agenda.day_list(later).lines
        for r in line.reasons
    ]


def test_an_introduction_both_agreed_to_waits_to_be_made(pair):
    assert lines(pair) == []
    move(pair, "accept")
    assert lines(pair, 30) == []
    move(pair, "accept")
    assert lines(pair) == [("Ana", 10, "introduce them to Luis: both said yes")]
    (line,) = agenda.day_list(pair).lines
    assert (line.priority, line.grounds) == (10, {"intro:1:agreed"})
    move(pair, "made")
    assert [text for _, deed, text in lines(pair) if deed] == []


def test_whoever_does_not_answer_is_asked_once_more(pair):
    move(pair, "accept", "asked")
    assert lines(pair, 4) == []
    nudge = ("Luis", 10, "you asked a week ago about meeting Ana: ask once more")
    assert lines(pair, 7) == [nudge]
    assert lines(pair, 14) == []
    later = pair._replace(today=pair.today + timedelta(8))
    agenda.shown(later, agenda.day_list(later))
    day_lines.done(later, [1])
    assert lines(pair, 9) == []


def test_after_two_weeks_one_asks_how_it_went(pair):
    contacts.edit(pair, "ana", Said(cadence="1y"))
    contacts.edit(pair, "luis", Said(cadence="1y"))
    move(pair, "accept", "accept", "made")
    assert lines(pair, 11) == []
    assert lines(pair, 14) == [
        ("Ana", 10, "you introduced them to Luis two weeks ago: ask how it went")
    ]
    day = str(pair.today + timedelta(15))
    later = pair._replace(today=pair.today + timedelta(15))
    conversations.log(later, Happened(("ana",), on=day))
    assert lines(later) == []
    assert lines(later, 20) == []


def test_one_outcome_later_nothing_waits(pair):
    move(pair, "accept", "accept", "made")
    introductions.move(pair, 1, Move.OUTCOME, words="a site")
    assert [text for _, deed, text in lines(pair, 16) if deed] == []


def test_contact_of_the_day_puts_an_introduction_off_to_the_next(pair):
    move(pair, "accept", "accept")
    conversations.log(pair, Happened(("ana",), side="me"))
    assert lines(pair) == []
    assert [deed for _, deed, _ in lines(pair, 1)] == [10]


def test_the_heavier_deed_counts_and_both_are_told(pair):
    from crm.services import goals
    from crm.services.goals import GoalSaid

    move(pair, "accept", "accept")
    goals.add(pair, GoalSaid("Work", "primary"))
    goals.next_action(pair, "work", "call", by="today", person="ana")
    told = lines(pair)
    assert [deed for _, deed, _ in told] == [20] * 3
    assert [text for *_, text in told][1] == "introduce them to Luis: both said yes"


def test_who_is_archived_or_snoozed_is_left_alone(pair):
    from crm.services import follow_ups

    move(pair, "accept", "accept")
    follow_ups.snooze(pair, "ana", "3d")
    assert lines(pair) == []
    contacts.archive(pair, ["ana"])
    assert lines(pair, 7) == []


def logged(context):
    with context.store.reading() as connection:
        return connection.execute("SELECT kind, people, summary FROM interaction").fetchall()


@pytest.mark.parametrize("words", ["", "wrote them both"])
def test_a_line_that_is_done_introduces_them(pair, words):
    move(pair, "accept", "accept")
    agenda.shown(pair, agenda.day_list(pair))
    before = state(pair)
    (done,) = day_lines.done(pair, [1], words)
    assert (done.name, done.introduced, done.logged.kind) == ("Ana", "Luis", "intro")
    assert logged(pair) == [("intro", 2, words or "Ana ↔ Luis")]
    card = introductions.card(pair, 1)
    assert (card.state, card.introduction.interaction_id) == ("made", done.logged.id)
    assert lines(pair) == []
    assert_derived(pair)
    with pytest.raises(WrongUsage):
        day_lines.done(pair, [1])
    history.undo(pair)
    assert state(pair) == before


def test_it_introduces_them_after_another_contact_of_the_day_too(pair):
    move(pair, "accept", "accept")
    agenda.shown(pair, agenda.day_list(pair))
    conversations.log(pair, Happened(("ana",), side="me"))
    day_lines.done(pair, [1])
    assert introductions.card(pair, 1).state == "made"


def test_lines_of_both_are_done_at_once(pair):
    from crm.services import goals
    from crm.services.goals import GoalSaid

    goals.add(pair, GoalSaid("Work", "primary"))
    goals.next_action(pair, "work", "call", by="today", person="luis")
    move(pair, "accept", "accept")
    listed = agenda.shown(pair, agenda.day_list(pair)).lines
    numbers = sorted((line.number for line in listed), key=lambda n: listed[n - 1].name)
    done = day_lines.done(pair, numbers)
    assert [each.name for each in done] == ["Ana", "Luis"]
    assert [kind for kind, *_ in logged(pair)] == ["intro"]


def test_a_line_that_is_done_asks_once_more(pair):
    move(pair, "asked")
    later = pair._replace(today=pair.today + timedelta(8))
    agenda.shown(later, agenda.day_list(later))
    day_lines.done(later, [1])
    card = introductions.card(later, 1)
    assert (card.state, card.draft, card.introduction.steps.moved_on) == (
        "asked_a", "nudge", later.today,
    )  # fmt: skip
    assert [kind for kind, *_ in logged(pair)] == ["message"]
    assert lines(later, 7) == []


def test_asking_how_it_went_leaves_the_introduction(pair):
    move(pair, "accept", "accept", "made")
    later = pair._replace(today=pair.today + timedelta(15))
    agenda.shown(later, agenda.day_list(later))
    day_lines.done(later, [1])
    assert introductions.card(later, 1).state == "made"
    assert [kind for kind, *_ in logged(pair)] == ["intro", "message"]
