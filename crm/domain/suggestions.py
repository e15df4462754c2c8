"""Which two people to introduce to each other: the best pairs, without scoring every pair (E).

People come in the order of a bound that no pair of theirs exceeds, and each meets those before
them: through roles that go together and, where nothing less would do, through shared interests.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappush, heapreplace
from itertools import chain
from typing import NamedTuple

from crm.domain.matching import (
    AVAILABILITY,
    LATELY_INTRODUCED,
    NEED,
    ROLE,
    STRANGE_INTERESTS,
    SUGGESTED_FROM,
    TRUST_AT_NONE,
    TwoMatch,
    of_two,
)

_AT_ONCE = 128
_SLACK = 0.01
"""More than rounding a score to two decimals can add."""
_STRENGTHS = (3, 2, 1)
"""Without roles that go together no pair reaches what is suggested."""


class Person(NamedTuple):
    """Somebody as introductions see them; words are folded, `gives` are offers and roles.

    `tie_bound` is a tie that theirs does not exceed.
    """

    id: int
    roles: tuple[str, ...]
    interests: frozenset[str]
    needs: frozenset[str]
    gives: frozenset[str]
    circles: frozenset[int]
    availability: str
    lately: bool
    tie_bound: float


class Pair(NamedTuple):
    """Two people worth introducing, the smaller id first."""

    a: Person
    b: Person
    match: TwoMatch


Partners = Mapping[str, Mapping[str, int]]
"""The roles that go with a role, and how well (1 to 3)."""


def of_people(p: Person, q: Person, strength: int, ties: tuple[float, float]) -> TwoMatch:
    """Give X of two people who do not know each other."""
    return of_two(
        strength,
        len(p.interests & q.interests),
        (not p.needs.isdisjoint(q.gives)) + (not q.needs.isdisjoint(p.gives)),
        ties,
        (p.availability, q.availability),
        same_circle=not p.circles.isdisjoint(q.circles),
        lately=p.lately or q.lately,
    )


def best_pairs(
    people: Iterable[Person],
    partners: Partners,
    ties: Callable[[list[int]], Mapping[int, float]],
    acquainted: Callable[[int], set[int]],
    most: int,
    *,
    of: int | None = None,
) -> list[Pair]:
    """Give the best pairs worth introducing, the best first, even ones by id; `of` one person only.

    `ties` gives the warmth of people at cadence 90, `acquainted` whom somebody is not to be
    introduced to. Nobody's tie is asked for whom the bounds leave out.
    """
    search = _Search(list(people), partners, ties, acquainted, most)
    search.run(of)
    return search.found()


class _Likely(NamedTuple):
    """Two people who could make one of the best pairs, and the most they could score."""

    most: float
    p: Person
    q: Person
    strength: int


class _Search:
    def __init__(
        self,
        people: list[Person],
        partners: Partners,
        ties: Callable[[list[int]], Mapping[int, float]],
        acquainted: Callable[[int], set[int]],
        most: int,
    ) -> None:
        self._people = people
        self._partners = partners
        self._tie_of = ties
        self._acquainted = acquainted
        self._most = most
        self._ties: dict[int, float] = {}
        self._needed = frozenset(chain.from_iterable(p.needs for p in people))
        self._given = frozenset(chain.from_iterable(p.gives for p in people))
        self._met: dict[int, Person] = {}
        self._by_role: dict[str, list[int]] = defaultdict(list)
        self._by_interest: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._heap: list[tuple[float, int, int, Pair]] = []

    def run(self, of: int | None) -> None:
        """Look at people by their bound until nobody left could change what was found."""
        if self._most <= 0:
            return
        bounds = sorted(
            ((p.id == of, self._bound(p, p.tie_bound), -p.id, p) for p in self._people),
            reverse=True,
        )
        for first in range(0, len(bounds), _AT_ONCE):
            some = [p for is_of, bound, _, p in bounds[first : first + _AT_ONCE]
                    if is_of or bound >= self._least()]  # fmt: skip
            if not some:
                return
            likely: list[_Likely] = []
            for person in some:
                likely += self._met_by(person)
                if of in (None, person.id):
                    self._remember(person)
            self._score(sorted(likely, key=lambda pair: -pair.most))

    def found(self) -> list[Pair]:
        """Give the pairs found, the best first."""
        return [pair for *_, pair in sorted(self._heap, key=lambda entry: entry[:3], reverse=True)]

    def _least(self) -> float:
        """Give the least that a bound must be to matter."""
        full = len(self._heap) == self._most
        return (self._heap[0][0] if full else SUGGESTED_FROM) - _SLACK

    def _bound(self, person: Person, tie: float) -> float:
        strengths = [s for r in person.roles for s in self._partners.get(r, {}).values()]
        role = ROLE[max(strengths)] if strengths else 0.0
        return role * _shared(len(person.interests)) * self._rest(person, tie)

    def _rest(self, person: Person, tie: float) -> float:
        """Give the most that everything but roles and interests can make of a pair."""
        ways = (not person.needs.isdisjoint(self._given)) + (
            not person.gives.isdisjoint(self._needed)
        )
        load = LATELY_INTRODUCED if person.lately else 1.0
        return 100.0 * NEED[ways] * _trust(tie) * AVAILABILITY[person.availability] * load

    def _remember(self, person: Person) -> None:
        self._met[person.id] = person
        for role in person.roles:
            self._by_role[role].append(person.id)
            for interest in person.interests:
                self._by_interest[role, interest].append(person.id)

    def _met_by(self, person: Person) -> Iterator[_Likely]:
        """Give those before somebody with whom they could make one of the best pairs."""
        rest = self._rest(person, self._tie(person))
        seen: set[int] = set()
        for strength, roles in self._with(person):
            least = self._least() / ROLE[strength]
            shared = 0
            while rest * _shared(shared) < least and shared <= len(person.interests):
                shared += 1
            if shared <= len(person.interests):
                found = self._candidates(person, roles, shared) - seen
                seen |= found
                for other_id in found:
                    pair = _Likely(0.0, person, self._met[other_id], strength)
                    most = self._most_of(pair)
                    if most >= self._least():
                        yield pair._replace(most=most)

    def _with(self, person: Person) -> list[tuple[int, list[str]]]:
        """Give the roles that go with theirs by how well, so that the first meeting is the best."""
        best: dict[str, int] = {}
        for role in person.roles:
            for other, strength in self._partners.get(role, {}).items():
                best[other] = max(strength, best.get(other, 0))
        return [(s, [role for role, t in best.items() if t == s]) for s in _STRENGTHS]

    def _candidates(self, person: Person, roles: list[str], shared: int) -> set[int]:
        """Give those with one of these roles, at least with so many shared interests for each."""
        if not shared:
            return set(chain.from_iterable(self._by_role.get(role, ()) for role in roles))
        counts = Counter(
            chain.from_iterable(
                self._by_interest.get((role, interest), ())
                for role in roles
                for interest in person.interests
            )
        )
        return {other_id for other_id, count in counts.items() if count >= shared}

    def _tie(self, person: Person) -> float:
        """Give somebody's tie, as long as nobody asked for it the bound of it."""
        return self._ties.get(person.id, person.tie_bound)

    def _most_of(self, pair: _Likely) -> float:
        """Give a score that a pair does not exceed, from what is known of the ties so far."""
        _, p, q, strength = pair
        ways = (not p.needs.isdisjoint(q.gives)) + (not q.needs.isdisjoint(p.gives))
        factor = ROLE[strength] * _shared(len(p.interests & q.interests)) * NEED[ways]
        return 100.0 * factor * _trust(min(self._tie(p), self._tie(q)))

    def _score(self, likely: list[_Likely]) -> None:
        """Score pairs, the likeliest first, until none of the rest could be one of the best."""
        for first in range(0, len(likely), _AT_ONCE):
            some = [pair for pair in likely[first : first + _AT_ONCE] if pair.most >= self._least()]
            if not some:
                return
            people = {person.id for _, *two, _ in some for person in two}
            if unknown := people - self._ties.keys():
                self._ties.update(self._tie_of(sorted(unknown)))
            for pair in some:
                if self._most_of(pair) >= self._least():
                    self._try(pair.p, pair.q, pair.strength)

    def _try(self, p: Person, q: Person, strength: int) -> None:
        ties = self._ties[p.id], self._ties[q.id]
        match = of_people(p, q, strength, ties)
        if match.score < SUGGESTED_FROM:
            return
        a, b = (p, q) if p.id < q.id else (q, p)
        entry = (match.score, -a.id, -b.id, Pair(a, b, match))
        full = len(self._heap) == self._most
        if (full and entry[:3] <= self._heap[0][:3]) or q.id in self._acquainted(p.id):
            return
        if full:
            heapreplace(self._heap, entry)
        else:
            heappush(self._heap, entry)


def _shared(interests: int) -> float:
    rarity: float = 2.0**-interests
    return 1.0 - STRANGE_INTERESTS * rarity


def _trust(tie: float) -> float:
    return TRUST_AT_NONE + (1.0 - TRUST_AT_NONE) * tie / 100.0
