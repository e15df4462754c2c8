"""Introductions, as kept: step by step, each taken back, logged once, never without two yeses."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from crm.context import Context
from crm.domain.introductions import Move
from crm.errors import CrmError, NotFound, WrongUsage
from crm.services import (
    agenda,
    contacts,
    conversations,
    history,
    intro_drafts,
    introductions,
)
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.settings import Settings
from crm.store.connection import Store
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed, state

WAY = ("asked", "accept", "asked", "accept", "made", "met", "outcome")


@pytest.fixture
def pair(network):
    contacts.add(network, Said(name="Ana Ruiz"))
    contacts.add(network, Said(name="Luis Gil"), book=True)
    contacts.add(network, Said(name="Eva"))
    yield network
    assert_derived(network)
    assert_indexed(network)


def move(context, *steps, number=1, **said):
    for step in steps:
        words = "they get on" if step == "outcome" else ""
        card = introductions.move(context, number, Move(step), words=words, **said)
    return card


def refused(context, step, **said):
    before = state(context)
    with pytest.raises(WrongUsage) as raised:
        move(context, step, **said)
    assert state(context) == before
    return raised.value.code


def test_each_step_is_one_change_that_is_taken_back(pair):
    before = [state(pair)]
    introductions.propose(pair, "ana", "luis", "both love maps")
    for step in WAY:
        before.append(state(pair))
        move(pair, step)
    assert introductions.card(pair, 1).introduction.outcome == "they get on"
    assert introductions.cards(pair) == []
    assert [card.state for card in introductions.cards(pair, over=True)] == ["closed"]
    for rows in reversed(before):
        history.undo(pair)
        assert_derived(pair)
        assert state(pair) == rows


def test_made_is_logged_once_with_both_who_know_each_other_then(pair):
    introductions.propose(pair, "ana", "luis")
    card = move(pair, "accept", "accept", "made")
    with pair.store.reading() as connection:
        logged = connection.execute("SELECT id, kind, side, people FROM interaction").fetchall()
        linked = connection.execute("SELECT a_id, b_id FROM acquaintance").fetchall()
        given = connection.execute("SELECT contact_id, kind, text, interaction_id FROM giving")
        told = given.fetchall()
    assert logged == [(card.introduction.interaction_id, "intro", "me", 2)]
    assert linked == [(1, 2)]
    assert told == [(1, "introduction", "Luis Gil", 1), (2, "introduction", "Ana Ruiz", 1)]
    assert contacts.named(pair, ["luis"])[0].in_garden
    assert refused(pair, "made") == "intro-made"
    assert introductions.propose(pair, "luis", "ana").acquainted


def test_the_busier_one_is_asked_first(pair):
    assert introductions.propose(pair, "ana", "luis").first == ("a", None)
    history.undo(pair)
    conversations.log(pair, Happened(("luis",), kind="call"))
    proposed = introductions.propose(pair, "ana", "luis")
    assert proposed.first == ("b", "interactions")
    assert proposed.card.introduction.a_name == "Luis Gil"
    history.undo(pair)
    contacts.edit(pair, "ana", Said(availability="limited"))
    assert introductions.propose(pair, "ana", "luis").first == ("a", "limited")
    move(pair, "asked")
    proposed = introductions.propose(pair, "eva", "ana")
    assert proposed.first == ("b", "introductions")
    later = pair._replace(today=TODAY + timedelta(31))
    contacts.edit(later, "ana", Said(availability="open"))
    assert introductions.propose(later, "eva", "luis").first.because is None


def test_the_user_may_choose_whom_to_ask_first(pair):
    proposed = introductions.propose(pair, "ana", "luis", first="luis")
    assert (proposed.first.because, proposed.card.introduction.a_id) == ("chosen", 2)
    with pytest.raises(WrongUsage) as raised:
        introductions.propose(pair, "ana", "eva", first="luis")
    assert raised.value.code == "intro-neither"


def test_who_was_at_a_small_table_is_acquainted(pair):
    conversations.log(pair, Happened(("ana", "luis"), kind="meeting"))
    assert introductions.propose(pair, "ana", "luis").acquainted
    crowd = [f"P{n}" for n in range(7)]
    conversations.log(pair, Happened(("ana", "eva", *crowd), kind="group"), create=True)
    assert not introductions.propose(pair, "ana", "eva").acquainted


def test_what_cannot_be_proposed(pair):
    introductions.propose(pair, "ana", "luis")
    contacts.archive(pair, ["eva"])
    for one, other, code in (
        ("ana", "ana", "intro-themselves"), ("luis", "ana", "intro-exists"),
        ("ana", "3", "archived-person"), ("ana", "nobody", "nobody"),
    ):  # fmt: skip
        with pytest.raises(CrmError) as raised:
            introductions.propose(pair, one, other)
        assert raised.value.code == code
    move(pair, "decline")
    assert introductions.propose(pair, "luis", "ana").card.introduction.id == 2


def test_illegal_moves_change_nothing_and_say_what_may_follow(pair):
    introductions.propose(pair, "ana", "luis")
    for step in ("made", "met", "outcome"):
        assert refused(pair, step) == "intro-idea"
    assert refused(pair, "accept", by="luis") == "intro-idea"
    move(pair, "asked")
    assert refused(pair, "asked") == "intro-asked_a"
    move(pair, "accept", by="ana")
    assert refused(pair, "made") == "intro-agreed_a"
    assert refused(pair, "accept", by="a") == "intro-agreed_a"
    move(pair, "asked")
    assert refused(pair, "made") == "intro-asked_b"
    move(pair, "accept", by="B")
    assert refused(pair, "met") == "intro-agreed"
    assert refused(pair, "decline") == "intro-by-whom"
    assert refused(pair, "decline", by="eva") == "intro-neither"
    move(pair, "decline", by="luis")
    for step in WAY:
        assert refused(pair, step) == "intro-declined"
    for number in (0, -1, 2, 2**62):
        with pytest.raises(NotFound):
            introductions.move(pair, number, Move.ASKED)
        with pytest.raises(NotFound):
            introductions.card(pair, number)


def test_days_are_those_of_the_answers(pair):
    early = pair._replace(today=TODAY - timedelta(20))
    introductions.propose(early, "ana", "luis")
    move(early, "asked")
    assert refused(pair, "accept", by="luis") == "intro-expired"
    assert refused(pair, "accept", on=str(TODAY - timedelta(21))) == "intro-before-last-move"
    assert refused(pair, "accept", on="2030-01-01") == "day-to-come"
    card = move(pair, "accept", on=str(TODAY - timedelta(15)))
    assert card.introduction.steps.agreed_a_on == TODAY - timedelta(15)


def test_a_late_yes_is_a_yes(pair):
    introductions.propose(pair, "ana", "luis")
    move(pair, "asked")
    later = pair._replace(today=TODAY + timedelta(30))
    assert "accept" in introductions.card(later, 1).moves
    card = move(later, "accept", by="ana")
    assert (card.state, card.turn) == ("agreed_a", "b")
    assert card.introduction.steps.agreed_a_on == later.today
    assert introductions.cards(later) == [card]


def test_with_somebody_archived_nothing_is_proposed(pair):
    introductions.propose(pair, "ana", "luis")
    move(pair, "accept", "accept")
    contacts.archive(pair, ["luis"])
    (card,) = introductions.cards(pair)
    assert (card.moves, card.draft, card.introduction.archived) == (["decline"], None, 2)
    with pytest.raises(WrongUsage) as raised:
        intro_drafts.drafts(pair, 1)
    assert (raised.value.code, raised.value.params["name"]) == ("archived-person", "Luis Gil")
    assert agenda.day_list(pair).lines == []


def test_what_ran_out_is_asked_again_or_let_be(pair):
    introductions.propose(pair, "ana", "luis")
    move(pair, "asked")
    later = pair._replace(today=TODAY + timedelta(14))
    assert introductions.cards(later) == []
    assert [card.state for card in introductions.cards(later, over=True)] == ["expired"]
    assert move(later, "asked").state == "asked_a"
    much_later = pair._replace(today=TODAY + timedelta(40))
    assert move(much_later, "decline", by="me").state == "declined"


def test_introductions_go_with_their_people(pair):
    introductions.propose(pair, "ana", "luis")
    move(pair, "accept", "accept", "made")
    contacts.delete(pair, ["ana"])
    assert introductions.cards(pair, over=True) == []
    history.undo(pair)
    assert [card.state for card in introductions.cards(pair)] == ["made"]


class Keeping(RuleBasedStateMachine):
    """Any commands in any order, undo and time included."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        folder = Path(self.folder.name)
        path = folder / "crm.db"
        own = Settings(path, False, "en", TODAY, folder / "config.toml", folder)
        self.context = Context(own, Store(path, chosen=False), TODAY)
        for name in ("Ana", "Bo"):
            contacts.add(self.context, Said(name=name))
        introductions.propose(self.context, "ana", "bo")
        self.yeses = [frozenset()]

    def teardown(self):
        assert_derived(self.context)
        self.context.store.close()
        self.folder.cleanup()

    @rule(days=st.sampled_from([1, 8, 15]))
    def days_pass(self, days):
        self.context = self.context._replace(today=self.context.today + timedelta(days))

    @rule(
        step=st.sampled_from([*Move, Move.ACCEPT, Move.MADE]),
        by=st.sampled_from([None, "a", "b", "me", "Ana", "Bo"]),
    )
    def move(self, step, by):
        before = introductions.card(self.context, 1)
        try:
            move(self.context, str(step), by=by)
        except WrongUsage:
            assert introductions.card(self.context, 1) == before
            return
        side = {"ana": "a", "bo": "b"}.get((by or "").lower(), by) or before.turn
        said = self.yeses[-1]
        if step == Move.ACCEPT:
            said |= {str(side)}
        elif step == Move.DECLINE:
            said -= {str(side)}
        self.yeses.append(said)

    @rule()
    def undo(self):
        if len(self.yeses) > 1:
            history.undo(self.context)
            self.yeses.pop()

    @invariant()
    def introduced_means_two_yeses(self):
        card = introductions.card(self.context, 1)
        with self.context.store.reading() as connection:
            logged = connection.execute("SELECT count(*) FROM interaction").fetchone()[0]
        made = card.introduction.steps.made_on is not None
        assert logged == made
        if made:
            assert self.yeses[-1] == {"a", "b"}


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
