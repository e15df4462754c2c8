"""How explicit a goal is, how it is doing, and how effort divides over goals (rules F).

Monitoring progress works, more so when recorded (Harkin et al. 2016, 10.1037/bul0000025).
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from crm.domain.invalid import Invalid
from crm.domain.numbers import half_up


class Rank(StrEnum):
    """How much a goal matters, the highest first."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class PaceState(StrEnum):
    """How a goal is doing against its date."""

    ON_TRACK = "on-track"
    SLIPPING = "slipping"
    OFF_TRACK = "off-track"
    DONE = "done"
    MISSED = "missed"


EFFORT = {Rank.PRIMARY: 5, Rank.SECONDARY: 3, Rank.TERTIARY: 2}
ADVISED = {Rank.PRIMARY: 1, Rank.SECONDARY: 2, Rank.TERTIARY: 3}
ON_TRACK_FROM = -10.0
SLIPPING_FROM = -25.0
DONE_AT = 100.0
POINTS_EACH = 20
FEWEST_TOUCHES = 3
_NUMBER = re.compile(r"\d+(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_LARGEST = 1e15


class Pace(NamedTuple):
    """Progress and time elapsed in percent, their difference in points, and what it means.

    The last three are None for a goal without a date (its state may still be done).
    """

    progress: float
    elapsed: float | None
    points: float | None
    state: PaceState | None


def pace(
    start: float,
    target: float | None,
    current: float | None,
    starts_on: date,
    due_on: date | None,
    as_of: date,
) -> Pace | None:
    """Give how a measured goal is doing on a day, None for a goal without a measure.

    A target below the start is approached downwards.
    """
    if target is None or current is None:
        return None
    progress = _progress(start, target, current)
    if due_on is None:
        return Pace(half_up(progress), None, None, PaceState.DONE if progress >= DONE_AT else None)
    elapsed = _elapsed(starts_on, due_on, as_of)
    points = half_up(progress - elapsed)
    if progress >= DONE_AT:
        state = PaceState.DONE
    elif as_of > due_on:
        state = PaceState.MISSED
    elif points >= ON_TRACK_FROM:
        state = PaceState.ON_TRACK
    else:
        state = PaceState.SLIPPING if points >= SLIPPING_FROM else PaceState.OFF_TRACK
    return Pace(half_up(progress), half_up(elapsed), points, state)


def read_measure(said: str) -> tuple[float | None, str]:
    """Read "5 clients", "1.500 €" or "$1,500" as a target and its unit; "" is no measure.

    A point or comma before three digits parts thousands. Raises Invalid: bad-measure.
    """
    if not said.strip():
        return None, ""
    found = _NUMBER.search(said)
    digits = found[0] if found else ""
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits)
    plain = re.sub(r"[.,]", "", digits) if grouped else digits.replace(",", ".")
    if found is None or said[: found.start()].rstrip().endswith("-") or float(plain) > _LARGEST:
        raise Invalid("bad-measure", field="measure", value=said)
    return float(plain), " ".join((said[: found.start()] + said[found.end() :]).split())


def effort_split(touches: int, ranks: Iterable[str]) -> dict[Rank, int]:
    """Divide a number of touches 5:3:2 over the ranks in use.

    Largest remainder, ties to the higher rank; empty when no rank is in use.
    """
    in_use = set(ranks)
    shares = {rank: weight for rank, weight in EFFORT.items() if rank in in_use}
    whole = sum(shares.values())
    split = {rank: touches * weight // whole for rank, weight in shares.items()}
    by_remainder = sorted(shares, key=lambda rank: -(touches * shares[rank] % whole))
    for rank in by_remainder[: touches - sum(split.values())]:
        split[rank] += 1
    return split


def neglected_rank(spent: Mapping[str, int]) -> str | None:
    """Name the highest rank that got fewer touches than a lower one, None when all is in order.

    `spent` has the ranks in use. Fewer than three touches say nothing yet.
    """
    if sum(spent.values()) < FEWEST_TOUCHES:
        return None
    ranks = [rank for rank in EFFORT if rank in spent]
    for position, rank in enumerate(ranks):
        if any(spent[lower] > spent[rank] for lower in ranks[position + 1 :]):
            return str(rank)
    return None


def missing_to_be_explicit(
    *, why: bool, measured: bool, dated: bool, peopled: bool, next_action_dated: bool
) -> list[str]:
    """Name what an explicit goal has and this one lacks: why, measure, date, people, next-action.

    `peopled` is having people or wanted roles.
    """
    has = {
        "why": why,
        "measure": measured,
        "date": dated,
        "people": peopled,
        "next-action": next_action_dated,
    }
    return [name for name, there in has.items() if not there]


def explicitness(
    *, why: bool, measured: bool, dated: bool, peopled: bool, next_action_dated: bool
) -> int:
    """Give how explicit a goal is, 20 points for each of the five things, 0 to 100."""
    return POINTS_EACH * sum(map(bool, (why, measured, dated, peopled, next_action_dated)))


def _progress(start: float, target: float, current: float) -> float:
    if target == start:
        return DONE_AT if current >= target else 0.0
    return 100.0 * (current - start) / (target - start)


def _elapsed(starts_on: date, due_on: date, as_of: date) -> float:
    whole = (due_on - starts_on).days
    if whole <= 0:
        return 100.0 if as_of >= due_on else 0.0
    return min(100.0, max(0.0, 100.0 * (as_of - starts_on).days / whole))
