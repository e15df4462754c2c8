"""Introductions on the day's list: what waits for the user, with whom, and until when."""

from datetime import timedelta

import pytest

from crm.domain.introductions import Move
from crm.i18n import translator
from crm.services import agenda, contacts, conversations, day_lines, introductions
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.wording.reasons import reason


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
