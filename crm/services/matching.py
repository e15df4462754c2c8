"""Whose work complements the user's, or that of somebody they know, and why."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import matching as rules
from crm.domain.dates import days_before
from crm.domain.matching import Factors, TwoFactors
from crm.domain.text import fold
from crm.domain.warmth import NO_CADENCE_DAYS, score
from crm.services import understand
from crm.services.pairs import Best, Pairs, pairs
from crm.services.roles import Roles, roles
from crm.services.strongest import Group, Ranked, strongest
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import interactions
from crm.store.reads import matching as reads
from crm.store.reads import profile as profile_reads
from crm.store.reads.contacts import Named
from crm.store.reads.introductions import FEW_PEOPLE

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_SHOWN = 1000
_RANKS = {rank: number for number, rank in enumerate(rules.GOAL)}


class Wish(NamedTuple):
    """A role of theirs that a goal of the user wants: its name, and the goal."""

    role: str
    rank: str
    goal: str


class Found(NamedTuple):
    """A match and its reasons; the roles by their names, `role_a` that of the user or of WHO.

    `gives` are words for what A offers and the other needs, `gets` for what A needs of the other.
    """

    contact_id: int
    name: str
    title: str
    organisation: str
    score: float
    factors: Factors | TwoFactors
    role_a: str
    role_b: str
    why: str
    wish: Wish | None
    shared: list[str]
    gives: list[str]
    gets: list[str]


class Matches(NamedTuple):
    """The strongest matches of the user (`of` is None) or of somebody; `has_roles` if A has any."""

    of: Named | None
    has_roles: bool
    found: list[Found]


class _Words(NamedTuple):
    """What is said of A, by kind, as values; roles as slugs."""

    role: list[str]
    interest: list[str]
    offer: list[str]
    need: list[str]


class _Reasons(NamedTuple):
    """What speaks for somebody, by contact: whoever is nowhere in here is no match."""

    pairs: dict[int, Best]
    wishes: dict[int, reads.Wanted]
    shared: dict[int, list[str]]
    gives: dict[int, list[str]]
    gets: dict[int, list[str]]

    def groups(self) -> dict[tuple[int, int, str | None, int], list[int]]:
        """Give the people by strength, shared interests, rank of the goal and needs that meet."""
        found: dict[tuple[int, int, str | None, int], list[int]] = {}
        for contact_id in set().union(*self):
            pair, wish = self.pairs.get(contact_id), self.wishes.get(contact_id)
            key = (
                pair.strength if pair else 0,
                len(self.shared.get(contact_id, ())),
                wish.rank if wish else None,
                (contact_id in self.gives) + (contact_id in self.gets),
            )
            found.setdefault(key, []).append(contact_id)
        return found


def matches(context: Context, person: str | None, top: int, language: str) -> Matches:
    """Give the strongest matches of the user, or of a person, with reasons in a language.

    Somebody is a match for a reason: a pair of roles, a role that a goal wants, a shared interest,
    a need that meets an offer. Raises WrongUsage for a `top` that is no number of people.
    """
    understand.between(top, 1, MOST_SHOWN, "top")
    with context.store.reading() as connection:
        if person is None:
            return _with_me(context, connection, top, language)
        return _with(context, connection, who(connection, person, context.today), top, language)


def _with_me(context: Context, connection: "Connection", count: int, language: str) -> Matches:
    known, own = roles(connection), pairs(connection)
    words = _words(profile_reads.traits(connection), known)
    reasons = _reasons(connection, known, own, words, reads.wanted(connection))

    def group(strength: int, shared: int, rank: str | None, ids: list[int]) -> Group:
        def points(_id: int, tie: float, availability: str) -> float:
            return rules.score_with_me(strength, shared, rank, tie, availability)

        return Group(points(0, 100.0, "open"), ids, points)

    groups = [group(*key[:3], ids) for key, ids in reasons.groups().items()]
    found = []
    for ranked in strongest(connection, context.today, groups, count):
        pair, wish = _of(ranked, reasons)
        match = rules.with_me(
            pair.strength, len(reasons.shared.get(ranked.person.id, ())), wish and wish.rank,
            ranked.tie, ranked.person.availability,
        )  # fmt: skip
        found.append(_found(ranked, match.factors, reasons, known, own, language))
    return Matches(None, bool(words.role), found)


def _with(
    context: Context, connection: "Connection", person: Named, count: int, language: str
) -> Matches:
    known, own = roles(connection), pairs(connection)
    words = _words(reads.traits(connection, person.id), known)
    reasons = _reasons(connection, known, own, words, [])
    for of_kind in reasons:
        of_kind.pop(person.id, None)
    weighing = _Weighing(context, connection, person.id)
    groups = [weighing.group(key, ids) for key, ids in reasons.groups().items()]
    keys = {contact_id: key for key, ids in reasons.groups().items() for contact_id in ids}
    found = []
    for ranked in strongest(connection, context.today, groups, count):
        factors = weighing.of_two(keys[ranked.person.id], ranked).factors
        found.append(_found(ranked, factors, reasons, known, own, language))
    return Matches(person, bool(words.role), found)


class _Weighing:
    """What X takes besides the reasons, for somebody with anybody else."""

    def __init__(self, context: Context, connection: "Connection", contact_id: int) -> None:
        details = contact_reads.details(connection, contact_id)
        touches = interactions.touches(connection, [contact_id])[contact_id]
        since = days_before(context.today, rules.LATELY_DAYS)
        self._tie = score(touches, context.today, NO_CADENCE_DAYS, details.known_since)
        self._availability = details.availability
        self._acquainted = reads.acquainted(connection, contact_id, FEW_PEOPLE)
        self._circle = reads.same_circle(connection, contact_id)
        self._introduced = reads.introduced(connection, since)
        self._lately = contact_id in self._introduced

    def group(self, key: tuple[int, int, str | None, int], ids: list[int]) -> Group:
        """Give the group of the people with these reasons."""

        def points(contact_id: int, tie: float, availability: str) -> float:
            return self._match(key, contact_id, tie, availability).score

        return Group(points(0, 100.0, "open"), ids, points)

    def of_two(self, key: tuple[int, int, str | None, int], ranked: Ranked) -> rules.TwoMatch:
        """Give X with somebody, and its factors."""
        return self._match(key, ranked.person.id, ranked.tie, ranked.person.availability)

    def _match(
        self, key: tuple[int, int, str | None, int], contact_id: int, tie: float, availability: str
    ) -> rules.TwoMatch:
        strength, shared, _rank, needs = key
        return rules.of_two(
            strength,
            shared,
            needs,
            (self._tie, tie),
            (self._availability, availability),
            same_circle=contact_id in self._circle,
            lately=self._lately or contact_id in self._introduced,
            acquainted=contact_id in self._acquainted,
        )


def _words(traits: Iterable[tuple[str, str]], known: Roles) -> _Words:
    said: dict[str, list[str]] = {kind: [] for kind in _Words._fields}
    for kind, value in traits:
        if kind in said:
            said[kind].append(value)
    return _Words(**said)._replace(role=known.said_by(said["role"]))


def _reasons(
    connection: "Connection",
    known: Roles,
    own: Pairs,
    words: _Words,
    wanted: list[reads.Wanted],
) -> _Reasons:
    best = _best_pairs(own, words.role)
    wishes: dict[str, reads.Wanted] = {}
    for wish in wanted:
        wishes.setdefault(fold(wish.role), wish)
    needed = {key for need in words.need for key in known.keys(need)}
    offered = {key for offer in (*words.offer, *words.role) for key in known.keys(offer)}
    found = _Reasons({}, {}, {}, {}, {})
    for contact_id, key, value in reads.holders(connection, "role", {*best, *wishes, *needed}):
        pair, before = best.get(key), found.pairs.get(contact_id)
        if pair and (before is None or _stands_before(pair, before)):
            found.pairs[contact_id] = pair
        wanted_here, already = wishes.get(key), found.wishes.get(contact_id)
        if wanted_here and (already is None or _RANKS[wanted_here.rank] < _RANKS[already.rank]):
            found.wishes[contact_id] = wanted_here
        if key in needed:
            found.gets.setdefault(contact_id, []).append(value)
    for of_kind, kind, keys in (
        (found.shared, "interest", set(map(fold, words.interest))),
        (found.gives, "need", offered),
        (found.gets, "offer", needed),
    ):
        for contact_id, _key, value in reads.holders(connection, kind, keys):
            of_kind.setdefault(contact_id, []).append(value)
    return found


def _best_pairs(own: Pairs, roles_of_a: list[str]) -> dict[str, Best]:
    """Give the best pair with a role of A by the other's role."""
    best: dict[str, Best] = {}
    for role in roles_of_a:
        for other, pair in own.partners(role).items():
            found = Best(pair.strength, fold(role), other)
            if other not in best or _stands_before(found, best[other]):
                best[other] = found
    return best


def _stands_before(one: Best, other: Best) -> bool:
    return (-one.strength, one.role_a, one.role_b) < (-other.strength, other.role_a, other.role_b)


def _of(ranked: Ranked, reasons: _Reasons) -> tuple[Best, reads.Wanted | None]:
    contact_id = ranked.person.id
    return reasons.pairs.get(contact_id, Best(0, "", "")), reasons.wishes.get(contact_id)


def _found(
    ranked: Ranked,
    factors: Factors | TwoFactors,
    reasons: _Reasons,
    known: Roles,
    own: Pairs,
    language: str,
) -> Found:
    person = ranked.person
    pair, wish = _of(ranked, reasons)

    def called(words: dict[int, list[str]]) -> list[str]:
        return sorted({known.name(value, language) for value in words.get(person.id, ())})

    return Found(
        person.id,
        person.name,
        person.title,
        person.organisation,
        ranked.score,
        factors,
        known.name(pair.role_a, language),
        known.name(pair.role_b, language),
        own.why(pair.role_a, pair.role_b, language) if pair.strength else "",
        Wish(known.name(wish.role, language), wish.rank, wish.goal) if wish else None,
        sorted(reasons.shared.get(person.id, [])),
        called(reasons.gives),
        called(reasons.gets),
    )
