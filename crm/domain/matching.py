"""How well two people complement each other, and somebody the user (rules E).

M is the user with a contact, X one contact with another. Both are products of factors between 0
and 1, so that each of them can be shown, and stay within 0 to 100.
"""

from typing import NamedTuple

from crm.domain.numbers import half_up

STRENGTHS = (0, 1, 2, 3)
"""How well two roles complement each other: not at all, somewhat, well, naturally."""
MOST_STRENGTH = STRENGTHS[-1]

ROLE = {3: 1.0, 2: 0.8, 1: 0.6, 0: 0.25}
STRANGE_INTERESTS = 0.4
GOAL = {"primary": 1.0, "secondary": 0.9, "tertiary": 0.8}
NO_GOAL = 0.65
WARMTH_AT_NONE = 0.5
AVAILABILITY = {"open": 1.0, "unknown": 1.0, "limited": 0.7, "unavailable": 0.0}

NEED = (0.8, 0.9, 1.0)
"""By in how many directions what one needs is what the other offers."""
TRUST_AT_NONE = 0.4
SAME_CIRCLE = 0.85
LATELY_INTRODUCED = 0.5
LATELY_DAYS = 30
SUGGESTED_FROM = 30.0
"""The least X at which two people are worth introducing."""


class Factors(NamedTuple):
    """What M is the product of, rounded to 4 decimals."""

    role: float
    interests: float
    goal: float
    warmth: float
    availability: float


class Match(NamedTuple):
    """M of 0 to 100 rounded to 2 decimals, and its factors."""

    score: float
    factors: Factors


class TwoFactors(NamedTuple):
    """What X is the product of, rounded to 4 decimals; `strangers` is 0 for acquaintances."""

    role: float
    interests: float
    need: float
    trust: float
    availability: float
    bridge: float
    load: float
    strangers: float


class TwoMatch(NamedTuple):
    """X of 0 to 100 rounded to 2 decimals, and its factors."""

    score: float
    factors: TwoFactors


def with_me(strength: int, shared: int, goal: str | None, tie: float, availability: str) -> Match:
    """Give M of a contact.

    `strength` is that of the best pair of roles, `shared` counts interests, `goal` is the highest
    rank of an active goal that wants a role of theirs, `tie` the warmth at cadence 90.
    """
    factors = Factors(
        ROLE[strength],
        _interests(shared),
        GOAL[goal] if goal else NO_GOAL,
        WARMTH_AT_NONE + (1.0 - WARMTH_AT_NONE) * tie / 100.0,
        AVAILABILITY[availability],
    )
    return Match(_score(factors), Factors(*(half_up(factor, 4) for factor in factors)))


def score_with_me(
    strength: int, shared: int, goal: str | None, tie: float, availability: str
) -> float:
    """Give M alone, as `with_me` would."""
    return _score(
        (
            ROLE[strength],
            _interests(shared),
            GOAL[goal] if goal else NO_GOAL,
            WARMTH_AT_NONE + (1.0 - WARMTH_AT_NONE) * tie / 100.0,
            AVAILABILITY[availability],
        )
    )


def of_two(
    strength: int,
    shared: int,
    needs: int,
    ties: tuple[float, float],
    availabilities: tuple[str, str],
    *,
    same_circle: bool = False,
    lately: bool = False,
    acquainted: bool = False,
) -> TwoMatch:
    """Give X of two contacts, the same whichever of them stands first.

    `needs` counts the directions (0 to 2) in which a need of one meets an offer or role of the
    other, `ties` are the warmths at cadence 90, `lately` that one of them was introduced to
    somebody in the last `LATELY_DAYS`.
    """
    factors = TwoFactors(
        ROLE[strength],
        _interests(shared),
        NEED[needs],
        TRUST_AT_NONE + (1.0 - TRUST_AT_NONE) * min(ties) / 100.0,
        min(AVAILABILITY[availability] for availability in availabilities),
        SAME_CIRCLE if same_circle else 1.0,
        LATELY_INTRODUCED if lately else 1.0,
        0.0 if acquainted else 1.0,
    )
    return TwoMatch(_score(factors), TwoFactors(*(half_up(factor, 4) for factor in factors)))


def _interests(shared: int) -> float:
    rarity: float = 2.0**-shared
    return 1.0 - STRANGE_INTERESTS * rarity


def _score(factors: tuple[float, ...]) -> float:
    product = 100.0
    for factor in factors:
        product *= factor
    return half_up(product)
