"""Which two contacts to introduce to each other: those whose work goes together, and why."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.matching import LATELY_DAYS, TwoFactors
from crm.domain.suggestions import Pair, Person, best_pairs
from crm.domain.text import fold
from crm.domain.warmth import NO_CADENCE_DAYS, score, tie_bound
from crm.services import understand
from crm.services.pairs import Pairs, pairs
from crm.services.roles import Roles, roles
from crm.services.who import who
from crm.store.reads import interactions
from crm.store.reads import matching as matching_reads
from crm.store.reads import suggestions as reads
from crm.store.reads.introductions import FEW_PEOPLE
from crm.store.reads.matching import Candidate

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_SHOWN = 1000


class Suggestion(NamedTuple):
    """Two people worth introducing, and why: their roles by name, what is needed and shared.

    `a_needs` are words for what A needs and B has, `b_needs` the other way round.
    """

    a_id: int
    a_name: str
    b_id: int
    b_name: str
    score: float
    factors: TwoFactors
    a_role: str
    b_role: str
    why: str
    shared: list[str]
    a_needs: list[str]
    b_needs: list[str]


def suggestions(context: Context, person: str | None, top: int, language: str) -> list[Suggestion]:
    """Give the best introductions, of all or of one person, with reasons in a language.

    Nobody is suggested to whom they know, nor a pair that was proposed already.
    """
    understand.between(top, 1, MOST_SHOWN, "top")
    with context.store.reading() as connection:
        of = who(connection, person, context.today).id if person is not None else None
        network = _Network(context, connection)
        found = best_pairs(
            network.people(of), network.partners, network.ties, network.acquainted, top, of=of
        )
        words = reads.words(connection, {p.id for pair in found for p in pair[:2]})
        return [network.suggestion(pair, words, language) for pair in found]


class _Network:
    """What the search asks of the database."""

    def __init__(self, context: Context, connection: Connection) -> None:
        self._connection = connection
        self._today = context.today
        self._roles: Roles = roles(connection)
        self._pairs: Pairs = pairs(connection)
        self._known: dict[int, Candidate] = {}
        self._introduced = reads.introduced(connection)
        self._meaning = lru_cache(maxsize=None)(lambda word: fold(self._roles.recognised(word)))
        self.partners: dict[str, dict[str, int]] = {}

    def people(self, of: int | None) -> list[Person]:
        """Give everybody with roles that go with others, or only those who go with one person."""
        held = reads.roles(self._connection)
        self.partners = {
            role: {other: pair.strength for other, pair in self._pairs.partners(role).items()}
            for role in {role for roles_of in held.values() for role in roles_of}
        }
        wanted = None
        if of is not None:
            wanted = {other for role in held.get(of, ()) for other in self.partners[role]}
        fitting = (
            contact_id
            for contact_id, roles_of in held.items()
            if contact_id != of
            and any(self.partners[r] and (wanted is None or r in wanted) for r in roles_of)
        )
        ids = ([of] if of in held else []) + list(fitting)
        since = self._today - timedelta(min(LATELY_DAYS, self._today.toordinal() - 1))
        lately = matching_reads.introduced(self._connection, since)
        circles = reads.circles(self._connection)
        words = reads.words(self._connection, ids)
        self._known = {c.id: c for c in matching_reads.candidates(self._connection, ids)}
        return [
            self._person(candidate, held, words, circles, lately)
            for candidate in self._known.values()
        ]

    def _person(
        self,
        candidate: Candidate,
        held: dict[int, list[str]],
        words: dict[int, list[reads.Word]],
        circles: dict[int, set[int]],
        lately: set[int],
    ) -> Person:
        contact_id = candidate.id
        said = words.get(contact_id, ())
        gives = {self._meaning(word.value) for word in said if word.kind == "offer"}
        return Person(
            id=contact_id,
            roles=tuple(held[contact_id]),
            interests=frozenset(word.key for word in said if word.kind == "interest"),
            needs=frozenset(self._meaning(word.value) for word in said if word.kind == "need"),
            gives=frozenset(gives.union(held[contact_id])),
            circles=frozenset(circles.get(contact_id, ())),
            availability=candidate.availability,
            lately=contact_id in lately,
            tie_bound=_bound(candidate, self._today),
        )

    def ties(self, ids: list[int]) -> dict[int, float]:
        """Give the warmth of these people at the cadence that ties are measured by."""
        touches = interactions.touches(self._connection, ids)
        return {
            contact_id: score(
                touches[contact_id], self._today, NO_CADENCE_DAYS,
                self._known[contact_id].known_since,
            )
            for contact_id in ids
        }  # fmt: skip

    def acquainted(self, contact_id: int) -> set[int]:
        """Give whom somebody knows, and with whom they stand in an introduction already."""
        known = matching_reads.acquainted(self._connection, contact_id, FEW_PEOPLE)
        return known | self._introduced.get(contact_id, set())

    def suggestion(
        self, pair: Pair, words: dict[int, list[reads.Word]], language: str
    ) -> Suggestion:
        """Give a pair with its reasons."""
        a, b, match = pair
        best = self._pairs.best(a.roles, b.roles)
        interests = {w.key: w.value for w in words[a.id] if w.kind == "interest"}
        return Suggestion(
            a.id, self._known[a.id].name, b.id, self._known[b.id].name,
            match.score, match.factors,
            self._roles.name(best.role_a, language), self._roles.name(best.role_b, language),
            self._pairs.why(best.role_a, best.role_b, language),
            sorted(interests[key] for key in a.interests & b.interests),
            self._met(words[a.id], b, language), self._met(words[b.id], a, language),
        )  # fmt: skip

    def _met(self, words: list[reads.Word], other: Person, language: str) -> list[str]:
        """Give the needs among these words that another person meets."""
        needs = [self._roles.recognised(word.value) for word in words if word.kind == "need"]
        met = {self._roles.name(need, language) for need in needs if fold(need) in other.gives}
        return sorted(met)


def _bound(candidate: Candidate, today: date) -> float:
    return tie_bound(
        candidate.embers, candidate.last_contact_on, today, candidate.cadence_days,
        candidate.known_since, candidate.touches,
    )  # fmt: skip
