"""Introductions: who is asked first, no way to "made" without both yeses, and when one runs out."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from crm.domain.introductions import (
    EXPIRES_AFTER_DAYS,
    First,
    Move,
    NotNow,
    Side,
    State,
    Steps,
    after,
    asked_again,
    busy,
    draft_for,
    first_asked,
    is_agreed,
    may_decline,
    possible,
    standing,
    turn,
    waits_for_me,
)
from crm.domain.invalid import Invalid

DAY = date(2025, 6, 30)
NEW = Steps(State.IDEA, DAY)
INTRODUCED = (State.MADE, State.MET, State.CLOSED)


def steps(*moves: tuple[Move, Side | None] | Move, on: date = DAY) -> Steps:
    """Give what moves on one day make of a new introduction."""
    found = NEW
    for move in moves:
        step, by = move if isinstance(move, tuple) else (move, None)
        found = after(found, step, on, by)
    return found


def test_the_whole_way() -> None:
    way, found, on = [], NEW, DAY
    for move in ("asked", "accept", "asked", "accept", "made", "met", "outcome"):
        on += timedelta(1)
        found = after(found, Move(move), on)
        way.append(str(found.state))
    assert way == ["asked_a", "agreed_a", "asked_b", "agreed", "made", "met", "closed"]
    days = [(on - DAY).days for on in found[2:9] if on is not None]
    assert days == [1, 2, 3, 4, 5, 6, 7]
    assert is_agreed(found)


def test_an_answer_implies_the_question() -> None:
    found = steps(Move.ACCEPT, Move.ACCEPT)
    assert found == Steps(State.AGREED, DAY, DAY, DAY, DAY, DAY)


@pytest.mark.parametrize("state", State)
def test_what_is_possible_is_what_is_done(state: State) -> None:
    found = Steps(State.ASKED_A if state == State.EXPIRED else state, DAY)
    on = DAY + timedelta(EXPIRES_AFTER_DAYS if state == State.EXPIRED else 0)
    for move in Move:
        by = Side.ME if move == Move.DECLINE else None
        if move in possible(state):
            after(found, move, on, by)
        else:
            with pytest.raises(NotNow) as raised:
                after(found, move, on, by)
            assert raised.value.params == {"state": state}


@pytest.mark.parametrize("state", State)
def test_who_may_decline_is_who_can(state: State) -> None:
    found = Steps(State.ASKED_A if state == State.EXPIRED else state, DAY)
    on = DAY + timedelta(EXPIRES_AFTER_DAYS if state == State.EXPIRED else 0)
    for side in Side:
        if side in may_decline(state):
            assert after(found, Move.DECLINE, on, side).state == State.DECLINED
        else:
            with pytest.raises(NotNow):
                after(found, Move.DECLINE, on, side)


def test_b_is_asked_after_the_yes_of_a() -> None:
    for before in (NEW, steps(Move.ASKED)):
        for move in (Move.ACCEPT, Move.DECLINE):
            with pytest.raises(Invalid):
                after(before, move, DAY, Side.B)
    assert steps(Move.ACCEPT, (Move.ACCEPT, Side.B)).state == State.AGREED
    with pytest.raises(Invalid):
        steps(Move.ACCEPT, (Move.ACCEPT, Side.A))


def test_whoever_said_yes_may_take_it_back_until_they_are_introduced() -> None:
    agreed = steps(Move.ACCEPT, Move.ACCEPT)
    with pytest.raises(NotNow) as raised:
        after(agreed, Move.DECLINE, DAY)
    assert raised.value.params == {"state": "by-whom"}
    for side in (Side.A, Side.B):
        declined = after(agreed, Move.DECLINE, DAY, side)
        assert (declined.state, declined.declined_by) == (State.DECLINED, side)
        assert not is_agreed(declined)
    assert after(agreed, Move.DECLINE, DAY, Side.ME).declined_by is None
    with pytest.raises(Invalid):
        after(after(agreed, Move.MADE, DAY), Move.DECLINE, DAY, Side.A)


def test_waiting_runs_out_and_begins_anew() -> None:
    asked = steps(Move.ACCEPT, Move.ASKED)
    day_before, last = (DAY + timedelta(EXPIRES_AFTER_DAYS - n) for n in (1, 0))
    assert standing(asked, day_before) == State.ASKED_B
    assert standing(asked, last) == State.EXPIRED
    assert turn(State.EXPIRED) is None
    late = after(asked, Move.ACCEPT, last)
    assert (late.state, late.agreed_b_on, late.moved_on) == (State.AGREED, last, last)
    with pytest.raises(NotNow):
        after(asked, Move.ACCEPT, last, Side.A)
    assert after(asked, Move.ACCEPT, day_before).state == State.AGREED
    again = after(asked, Move.ASKED, last)
    assert (again.state, again.asked_b_on, again.moved_on) == (State.ASKED_B, last, last)
    assert after(asked, Move.DECLINE, last, Side.ME).state == State.DECLINED
    for waits_on_me in (NEW, steps(Move.ACCEPT), steps(Move.ACCEPT, Move.ACCEPT)):
        assert standing(waits_on_me, DAY + timedelta(400)) == waits_on_me.state


def test_no_step_comes_before_the_last() -> None:
    with pytest.raises(Invalid) as raised:
        after(NEW, Move.ASKED, DAY - timedelta(1))
    assert raised.value.code == "intro-before-last-move"


@pytest.mark.parametrize(
    ("moves", "days", "draft"),
    [
        ((), 0, ("ask", "a")),
        ((Move.ASKED,), 6, ("ask", "a")),
        ((Move.ASKED,), 7, ("nudge", "a")),
        ((Move.ACCEPT,), 30, ("ask", "b")),
        ((Move.ACCEPT, Move.ASKED), 13, ("nudge", "b")),
        ((Move.ACCEPT, Move.ASKED), 14, ("let-be", "a")),
        ((Move.ACCEPT, Move.ACCEPT), 0, ("introduce", "ab")),
        ((Move.ACCEPT, Move.ACCEPT, Move.MADE), 0, ("follow-up", "ab")),
        ((Move.ACCEPT, Move.DECLINE), 0, ("let-be", "a")),
        ((Move.ACCEPT, (Move.DECLINE, Side.A)), 0, None),
        ((Move.ACCEPT, Move.ACCEPT, (Move.DECLINE, Side.A)), 0, ("let-be", "b")),
        ((Move.ACCEPT, Move.ACCEPT, (Move.DECLINE, Side.ME)), 0, ("let-be", "ab")),
        ((Move.DECLINE,), 0, None),
        ((Move.ASKED,), 14, None),
        ((Move.ACCEPT, Move.ACCEPT, Move.MADE, Move.OUTCOME), 0, None),
    ],
)
def test_what_there_is_to_write(moves: tuple[Move, ...], days: int, draft: object) -> None:
    found, on = steps(*moves), DAY + timedelta(days)
    if draft is None:
        with pytest.raises(Invalid) as raised:
            draft_for(found, on)
        assert raised.value.code == "intro-no-draft"
    else:
        code, sides = draft_for(found, on)
        assert (code, "".join(sides)) == draft


@pytest.mark.parametrize(
    ("moves", "days", "waits"),
    [
        ((), 99, None), ((Move.ASKED,), 6, None), ((Move.ASKED,), 7, "nudge"),
        ((Move.ASKED,), 13, "nudge"), ((Move.ASKED,), 14, None), ((Move.ACCEPT,), 99, None),
        ((Move.ACCEPT, Move.ACCEPT), 0, "make"),
        ((Move.ACCEPT, Move.ACCEPT, Move.MADE), 13, None),
        ((Move.ACCEPT, Move.ACCEPT, Move.MADE), 14, "follow-up"),
        ((Move.ACCEPT, Move.ACCEPT, Move.MADE, Move.MET), 99, None),
        ((Move.DECLINE,), 99, None),
    ],
)  # fmt: skip
def test_what_waits_for_me(moves: tuple[Move, ...], days: int, waits: str | None) -> None:
    waiting = waits_for_me(steps(*moves), DAY + timedelta(days))
    assert (waiting and waiting.what) == waits


def test_somebody_is_asked_once_more_and_no_more_than_that() -> None:
    nudged = asked_again(steps(Move.ASKED), DAY + timedelta(7))
    assert nudged.asked_a_on == DAY
    for days in range(7, 21):
        assert waits_for_me(nudged, DAY + timedelta(days)) is None
        assert draft_for(nudged, DAY + timedelta(days)) == ("nudge", (Side.A,))
    assert standing(nudged, DAY + timedelta(20)) == State.ASKED_A
    assert standing(nudged, DAY + timedelta(21)) == State.EXPIRED
    anew = after(nudged, Move.ASKED, DAY + timedelta(21))
    assert waits_for_me(anew, DAY + timedelta(28)) is not None


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (busy(0, "open", 0), busy(1, "open", 0), First(Side.B, "introductions")),
        (busy(1, "open", 0), busy(0, "unavailable", 9), First(Side.A, "introductions")),
        (busy(0, "unknown", 9), busy(0, "limited", 0), First(Side.B, "limited")),
        (busy(0, "unavailable", 0), busy(0, "limited", 9), First(Side.A, "limited")),
        (busy(0, "limited", 1), busy(0, "limited", 2), First(Side.B, "interactions")),
        (busy(0, "open", 1), busy(0, "unknown", 1), First(Side.A, None)),
    ],
)
def test_the_busier_one_is_asked_first(one: object, other: object, first: First) -> None:
    assert first_asked(one, other) == first  # type: ignore[arg-type]


@given(*[st.builds(busy, st.integers(0, 2), st.sampled_from(["open", "limited"]),
                   st.integers(0, 2))] * 2)  # fmt: skip
def test_who_is_first_does_not_hang_on_who_is_named_first(one: object, other: object) -> None:
    there, back = first_asked(one, other), first_asked(other, one)  # type: ignore[arg-type]
    assert there.because == back.because
    assert (there.side == back.side) == (there.because is None)


class AnyOrder(RuleBasedStateMachine):
    """Moves in any order, by anybody, at any time; the yeses are counted apart."""

    def __init__(self) -> None:
        super().__init__()
        self.found = NEW
        self.today = DAY
        self.said: dict[Side, bool] = {Side.A: False, Side.B: False}

    @rule(days=st.integers(0, 20))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days)

    @rule(
        move=st.sampled_from(Move),
        by=st.sampled_from([None, *Side]),
        back=st.integers(0, 3),
    )
    def move(self, move: Move, by: Side | None, back: int) -> None:
        before, on = self.found, self.today - timedelta(back)
        try:
            self.found = after(before, move, on, by)
        except Invalid:
            assert self.found is before
            return
        assert move in possible(standing(before, on))
        answering = by or turn(before.state)
        if answering in self.said and move in (Move.ACCEPT, Move.DECLINE):
            self.said[answering] = move == Move.ACCEPT  # type: ignore[index]

    @invariant()
    def introduced_means_two_yeses(self) -> None:
        if self.found.state in INTRODUCED:
            assert all(self.said.values())
            assert is_agreed(self.found)

    @invariant()
    def b_is_asked_after_the_yes_of_a(self) -> None:
        if self.found.asked_b_on:
            assert self.found.agreed_a_on
            assert self.found.agreed_a_on <= self.found.asked_b_on


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=200, stateful_step_count=30, deadline=None)
