"""Finds the strongest matches without weighing everybody: bounds first, then the exact tie."""

from collections.abc import Callable, Iterable
from datetime import date
from heapq import heappush, heapreplace
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.warmth import NO_CADENCE_DAYS, score, tie_bound
from crm.store.reads import interactions
from crm.store.reads import matching as reads
from crm.store.reads.matching import Candidate

if TYPE_CHECKING:
    from sqlite3 import Connection

_AT_ONCE = 32


class Group(NamedTuple):
    """People whose score differs by little but their tie; `most` is what none of them exceeds.

    `score` gives the score of one of them (an id) at a tie and an availability.
    """

    most: float
    ids: list[int]
    score: Callable[[int, float, str], float]


class Ranked(NamedTuple):
    """A person with the exact score and the tie that it comes from."""

    score: float
    person: Candidate
    tie: float


def strongest(
    connection: "Connection", as_of: date, groups: Iterable[Group], count: int
) -> list[Ranked]:
    """Give the `count` people of the highest scores above 0, as weighing everybody would.

    Of equal scores the smaller id stands first. A group is read only while its bound reaches the
    last place, and of its people only those whose own bound does have their tie computed.
    """
    found: list[tuple[float, int, Candidate, float]] = []
    for group in sorted(groups, key=lambda group: -group.most):
        if len(found) == count and group.most < found[0][0]:
            break
        _weigh(connection, as_of, group, found, count)
    return [
        Ranked(points, person, tie)
        for points, _, person, tie in sorted(found, key=lambda one: (-one[0], -one[1]))
    ]


def _weigh(
    connection: "Connection",
    as_of: date,
    group: Group,
    found: list[tuple[float, int, Candidate, float]],
    count: int,
) -> None:
    people = reads.candidates(connection, group.ids)
    bounds = [(_bound(group, person, as_of), -person.id, person) for person in people]
    bounds.sort(key=lambda bound: bound[:2], reverse=True)
    for first in range(0, len(bounds), _AT_ONCE):
        some = bounds[first : first + _AT_ONCE]
        if len(found) == count and some[0][:2] < found[0][:2]:
            return
        touches = interactions.touches(connection, [person.id for *_, person in some])
        for *_, person in some:
            tie = score(touches[person.id], as_of, NO_CADENCE_DAYS, person.known_since)
            points = group.score(person.id, tie, person.availability)
            place = (points, -person.id, person, tie)
            if points > 0 and len(found) < count:
                heappush(found, place)
            elif points > 0 and place[:2] > found[0][:2]:
                heapreplace(found, place)


def _bound(group: Group, person: Candidate, as_of: date) -> float:
    tie = tie_bound(
        person.embers, person.last_contact_on, as_of, person.cadence_days, person.known_since,
        person.touches,
    )  # fmt: skip
    return group.score(person.id, tie, person.availability)
