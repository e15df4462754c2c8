"""Introductions: who is asked first, what may follow what, and when one runs out (rules D).

Both say yes before anybody is introduced, and whoever is asked second is asked after the first yes.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from crm.domain.invalid import Invalid

EXPIRES_AFTER_DAYS = 14
"""Days without an answer after which an introduction runs out."""
NUDGE_AFTER_DAYS = 7
"""Days without an answer after which one asks once more."""
FOLLOW_UP_AFTER_DAYS = 14
"""Days after which one asks two people how their introduction went."""
LATELY_DAYS = 30
"""How far back one looks for how busy people are."""

_BUSY = {"limited": 1, "unavailable": 2}


class NotNow(Invalid):
    """A move that may not follow: the `state` tells why, or it must be said "by-whom"."""

    def __init__(self, state: str) -> None:
        super().__init__("intro-not-now", state=state)


class State(StrEnum):
    """How far an introduction has come; expired is what waiting for an answer turns into."""

    IDEA = "idea"
    ASKED_A = "asked_a"
    AGREED_A = "agreed_a"
    ASKED_B = "asked_b"
    AGREED = "agreed"
    MADE = "made"
    MET = "met"
    CLOSED = "closed"
    DECLINED = "declined"
    EXPIRED = "expired"


class Move(StrEnum):
    """What can happen to an introduction."""

    ASKED = "asked"
    ACCEPT = "accept"
    DECLINE = "decline"
    MADE = "made"
    MET = "met"
    OUTCOME = "outcome"


class Side(StrEnum):
    """A is asked first, B after A's yes; the user may let an introduction be as well."""

    A = "a"
    B = "b"
    ME = "me"


class Steps(NamedTuple):
    """An introduction: its state as it was last set, and the day of each step."""

    state: State
    moved_on: date
    asked_a_on: date | None = None
    agreed_a_on: date | None = None
    asked_b_on: date | None = None
    agreed_b_on: date | None = None
    made_on: date | None = None
    met_on: date | None = None
    closed_on: date | None = None
    declined_by: Side | None = None


class Busy(NamedTuple):
    """How much somebody has on their hands; a larger one is busier.

    Introductions they were asked for or that were made lately, how limited their availability is
    (0 to 2), and the user's interactions with them lately.
    """

    introductions: int
    limited: int
    interactions: int


class First(NamedTuple):
    """Who is asked first, and which of the fields of `Busy` decides it, None for neither."""

    side: Side
    because: str | None


class Waiting(NamedTuple):
    """What the user may do: "make" an introduction, "nudge" or "follow-up", with whom of the two.

    Being in touch with them from `handled_from` on is as good as having asked; an introduction
    stays to be made, from the next day on.
    """

    what: str
    side: Side
    handled_from: date


WAITING = frozenset({State.ASKED_A, State.ASKED_B})
_TURN = {State.IDEA: Side.A, State.ASKED_A: Side.A, State.AGREED_A: Side.B, State.ASKED_B: Side.B}
_ASKED = {State.IDEA: State.ASKED_A, State.AGREED_A: State.ASKED_B}
_BEGUN = (State.IDEA, State.ASKED_A, State.AGREED_A, State.ASKED_B, State.AGREED)
_OVER = {
    Move.MADE: (State.AGREED,),
    Move.MET: (State.MADE,),
    Move.OUTCOME: (State.MADE, State.MET, State.CLOSED),
}
_REACHED = {Move.MADE: State.MADE, Move.MET: State.MET, Move.OUTCOME: State.CLOSED}


def busy(introductions: int, availability: str, interactions: int) -> Busy:
    """Give how busy somebody is, as `first_asked` compares it."""
    return Busy(introductions, _BUSY.get(availability, 0), interactions)


def first_asked(one: Busy, other: Busy) -> First:
    """Give the busier of two people, who is asked first: A is the `one`, also when they are even.

    A no of theirs spares the other the question.
    """
    for field, mine, theirs in zip(Busy._fields, one, other, strict=True):
        if mine != theirs:
            return First(Side.A if mine > theirs else Side.B, field)
    return First(Side.A, None)


def standing(steps: Steps, on: date) -> State:
    """Give the state on a day: whoever has been asked for long without an answer is let be."""
    if steps.state in WAITING and (on - steps.moved_on).days >= EXPIRES_AFTER_DAYS:
        return State.EXPIRED
    return steps.state


def turn(state: State) -> Side | None:
    """Give whose yes is missing next."""
    return _TURN.get(state)


def is_agreed(steps: Steps) -> bool:
    """Tell whether both said yes and neither took it back, so that each may know of the other."""
    agreed = steps.agreed_a_on is not None and steps.agreed_b_on is not None
    return agreed and steps.state != State.DECLINED


def possible(state: State) -> list[Move]:
    """Give the moves that may follow, the likeliest first."""
    if state == State.EXPIRED:
        return [Move.ASKED, Move.ACCEPT, Move.DECLINE]
    moves = [Move.ASKED] if state in _ASKED else []
    moves += [Move.ACCEPT] if state in _TURN else []
    moves += [move for move, states in _OVER.items() if state in states]
    return moves + ([Move.DECLINE] if state in _BEGUN else [])


def may_decline(state: State) -> tuple[Side, ...]:
    """Give who may end an introduction: B not before B knows of it; what ran out, only the user."""
    if state == State.EXPIRED:
        return (Side.ME,)
    if state not in _BEGUN:
        return ()
    return (Side.A, Side.ME) if turn(state) == Side.A else (Side.A, Side.B, Side.ME)


def after(steps: Steps, move: Move, on: date, by: Side | None = None) -> Steps:
    """Give an introduction after a move on a day; `by` is who answers, else whose turn it is.

    An answer implies that they were asked, and a yes is welcome after one ran out too. Raises
    NotNow for a move that may not follow, and Invalid "intro-before-last-move" for a day before the
    last move.
    """
    if on < steps.moved_on:
        raise Invalid("intro-before-last-move", on=on, last=steps.moved_on)
    state = standing(steps, on)
    if move == Move.ASKED:
        return _asked(steps, state, on)
    if move == Move.ACCEPT:
        return _accepted(steps, state, on, by or turn(steps.state))
    if move == Move.DECLINE:
        return _declined(steps, state, on, by or turn(state))
    if state not in _OVER[move]:
        raise NotNow(state)
    reached = steps._replace(state=_REACHED[move], moved_on=on)
    if move == Move.MADE:
        return reached._replace(made_on=on)
    return reached._replace(met_on=on) if move == Move.MET else reached._replace(closed_on=on)


def _asked(steps: Steps, state: State, on: date) -> Steps:
    reached = steps.state if state == State.EXPIRED else _ASKED.get(state)
    if reached is None:
        raise NotNow(state)
    asked = steps._replace(state=reached, moved_on=on)
    if reached == State.ASKED_A:
        return asked._replace(asked_a_on=on)
    return asked._replace(asked_b_on=on)


def asked_again(steps: Steps, on: date) -> Steps:
    """Give an introduction after whoever has not answered was asked once more on a day."""
    return steps._replace(moved_on=on)


def was_asked_again(steps: Steps) -> bool:
    """Tell whether the one whose answer is missing was asked twice, which is enough."""
    asked_on = {State.ASKED_A: steps.asked_a_on, State.ASKED_B: steps.asked_b_on}
    first = asked_on.get(steps.state)
    return first is not None and first < steps.moved_on


def _accepted(steps: Steps, state: State, on: date, by: Side | None) -> Steps:
    if by is None or turn(steps.state) != by:
        raise NotNow(state)
    if by == Side.A:
        asked_on = steps.asked_a_on or on
        agreed = steps._replace(state=State.AGREED_A, asked_a_on=asked_on, agreed_a_on=on)
    else:
        asked_on = steps.asked_b_on or on
        agreed = steps._replace(state=State.AGREED, asked_b_on=asked_on, agreed_b_on=on)
    return agreed._replace(moved_on=on)


def _declined(steps: Steps, state: State, on: date, by: Side | None) -> Steps:
    allowed = may_decline(state)
    if by is None and Side.A in allowed:
        raise NotNow("by-whom")
    if by not in allowed:
        raise NotNow(state)
    said_by = None if by == Side.ME else by
    return steps._replace(state=State.DECLINED, moved_on=on, declined_by=said_by)


def draft_for(steps: Steps, on: date) -> tuple[str, tuple[Side, ...]]:
    """Give what there is to write now, and to whom.

    "ask", "nudge" (asked a week ago), "introduce", "follow-up", or "let-be" to whoever said yes to
    what came to nothing, whyever it did. Raises Invalid "intro-no-draft" when nothing is to be
    written.
    """
    state = standing(steps, on)
    whose = turn(state)
    if whose is not None:
        waited = state in WAITING and (on - steps.moved_on).days >= NUDGE_AFTER_DAYS
        return "nudge" if waited or was_asked_again(steps) else "ask", (whose,)
    if state == State.AGREED:
        return "introduce", (Side.A, Side.B)
    if state in (State.MADE, State.MET):
        return "follow-up", (Side.A, Side.B)
    agreed = {Side.A: steps.agreed_a_on, Side.B: steps.agreed_b_on}
    left = tuple(side for side, said in agreed.items() if said and side != steps.declined_by)
    if state == State.CLOSED or not left:
        raise Invalid("intro-no-draft", state=state)
    return "let-be", left


def waits_for_me(steps: Steps, on: date) -> Waiting | None:
    """Give what an introduction waits for on a day, None when it waits for nothing of mine."""
    if steps.state == State.AGREED:
        return Waiting("make", Side.A, on)
    waited = (on - steps.moved_on).days
    if steps.state == State.MADE and waited >= FOLLOW_UP_AFTER_DAYS:
        return Waiting("follow-up", Side.A, steps.moved_on + timedelta(FOLLOW_UP_AFTER_DAYS))
    whose = turn(standing(steps, on))
    is_patient = waited < NUDGE_AFTER_DAYS or was_asked_again(steps)
    if steps.state in WAITING and whose is not None and not is_patient:
        return Waiting("nudge", whose, steps.moved_on + timedelta(NUDGE_AFTER_DAYS))
    return None
