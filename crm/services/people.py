"""The list of people by windows: what a query means, and who stands where in its result."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import query as language
from crm.domain.text import fold
from crm.domain.warmth import (
    DORMANT_BELOW,
    DRY_BELOW,
    FADING_BELOW,
    NO_CADENCE_DAYS,
    THRIVING_FROM,
    Band,
    score_bound,
    warmth,
)
from crm.errors import NotFound
from crm.services import understand
from crm.services.contact_details import tag_name
from crm.services.goals import goal_named
from crm.services.roles import roles
from crm.store.reads import interactions
from crm.store.reads import people as reads
from crm.store.reads.contacts import Listed
from crm.store.reads.people import SORTS, Condition, Search, Tended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Connection

__all__ = [
    "SORTS", "Listed", "Row", "Search", "bands", "ids", "narrowed", "position", "rows", "total",
    "understood", "window",
]  # fmt: skip

_AT_ONCE = 500
_LEAST_SCORE = {
    Band.THRIVING: THRIVING_FROM,
    Band.HEALTHY: DRY_BELOW,
    Band.DRY: FADING_BELOW,
    Band.FADING: DORMANT_BELOW,
    Band.DORMANT: 0.0,
}
"""The least score of a band where nobody was in touch within a cadence."""


class Row(NamedTuple):
    """A person of the list, with the band of the relation where somebody tends it."""

    person: Listed
    band: str | None


def understood(context: Context, text: str) -> Search:
    """Give what a query means now; to be asked anew after any change, for who is in a band.

    Raises WrongUsage or NotFound for a filter whose value is not known: a role, a goal, a day.
    """
    with understand.understood():
        query = language.parse(understand.text(text, "query"))
    archived = False
    plain = []
    with context.store.reading() as connection:
        for found in query.filters:
            if (found.what, found.value) == (language.IS, language.ARCHIVED):
                archived = not found.negated
            elif found.what != language.BAND:
                plain.append(_condition(context, connection, found))
        search = Search(query.words, tuple(plain), archived)
        banded = [
            Condition("people", _in_band(context, connection, found.value, search), found.negated)
            for found in query.filters
            if found.what == language.BAND
        ]
    return search._replace(conditions=(*plain, *banded))


def narrowed(
    context: Context,
    search: Search,
    *,
    tag: str | None = None,
    role: str | None = None,
    goal: str | None = None,
    garden: bool | None = None,
    due: bool = False,
    archived: bool = False,
) -> Search:
    """Give a search with what flags ask for on top; roles and tags need not be known."""
    more = []
    with context.store.reading() as connection:
        if tag:
            more.append(Condition("tag", [fold(tag_name(tag))]))
        if role:
            key = fold(roles(connection).recognised(understand.text(role, "role")))
            more.append(Condition("role", key))
        if goal:
            more.append(Condition("goal", goal_named(connection, goal).id))
    if garden is not None:
        more.append(Condition("garden", negated=not garden))
    if due:
        more.append(Condition("due", context.today))
    return Search(search.words, (*search.conditions, *more), search.archived or archived)


def window(
    context: Context, search: Search, sort: str | None, limit: int, offset: int = 0
) -> list[Listed]:
    """Give `limit` people (-1 for all) from `offset` on: names with the words, then the others.

    `sort` is one of SORTS; None is by name, but as they were added where all words are short.
    """
    with context.store.reading() as connection:
        return reads.window(connection, search, sort, limit, offset)


def rows(
    context: Context, search: Search, sort: str | None, limit: int, offset: int = 0
) -> list[Row]:
    """Give a window with bands, in one look at the data."""
    with context.store.reading() as connection:
        found = reads.window(connection, search, sort, limit, offset)
        tended = reads.tended(connection, NO_CADENCE_DAYS, [person.id for person in found])
        known = dict(_bands(connection, tended, context.today))
    return [Row(person, known.get(person.id)) for person in found]


def total(context: Context, search: Search) -> int:
    """Give how many people a search has."""
    with context.store.reading() as connection:
        return reads.total(connection, search)


def position(context: Context, search: Search, sort: str | None, contact_id: int) -> int | None:
    """Give how many people come before somebody in the result, None where they are not in it."""
    with context.store.reading() as connection:
        return reads.position(connection, search, sort, contact_id)


def ids(context: Context, search: Search, sort: str | None, limit: int = -1) -> list[int]:
    """Give the ids of the first `limit` people of a search, of all for -1."""
    with context.store.reading() as connection:
        return reads.ids(connection, search, sort, limit)


def bands(context: Context, people: Iterable[int]) -> dict[int, str]:
    """Give the bands of those of some people who are in the garden."""
    with context.store.reading() as connection:
        tended = reads.tended(connection, NO_CADENCE_DAYS, people)
        return dict(_bands(connection, tended, context.today))


def _condition(context: Context, connection: Connection, found: language.Filter) -> Condition:
    what, value, negated = found
    if what == language.IS:
        return _state(context, value, negated)
    if what == language.TAG:
        return Condition("tag", _tags(connection, value), negated)
    if what == language.ROLE:
        return Condition("role", _role(connection, value), negated)
    if what == language.GOAL:
        return Condition("goal", goal_named(connection, value).id, negated)
    if what == language.DUE:
        return Condition("due", understand.coming_day(value, context.today), negated)
    if what == language.BEFORE:
        return Condition("before", understand.past_day(value, context.today), negated)
    return Condition("people", reads.placed(connection, what, value), negated)


def _state(context: Context, value: str, negated: bool) -> Condition:
    if value == language.IS_DUE:
        return Condition("due", context.today, negated)
    if value == language.NEVER:
        return Condition("never", None, negated)
    return Condition("garden", None, negated != (value == language.BOOK))


def _tags(connection: Connection, value: str) -> list[str]:
    """Give the key of the tag called so, else those of the tags whose names begin so."""
    key = fold(tag_name(value))
    keys = reads.tag_keys(connection)
    return [key] if key in keys else [other for other in keys if key and other.startswith(key)]


def _role(connection: Connection, value: str) -> str:
    known = roles(connection)
    try:
        return fold(known.known(understand.text(value, "role")))
    except NotFound:
        if reads.has_role(connection, fold(value)):
            return fold(value)
        raise


def _in_band(context: Context, connection: Connection, name: str, search: Search) -> list[int]:
    """Give those of a search who are in a band; many are told by what is stored of them alone."""
    band, today = Band(name), context.today
    among = reads.ids(connection, search, reads.ADDED) if search[:2] != Search()[:2] else None
    sure, open_ones = [], []
    for person in reads.tended(connection, NO_CADENCE_DAYS, among):
        if not _can_be(person, band, today):
            continue
        if band == Band.DORMANT and not _can_be(person, Band.FADING, today):
            sure.append(person.id)
        else:
            open_ones.append(person)
    return sure + [number for number, of in _bands(connection, open_ones, today) if of == band]


def _can_be(person: Tended, band: Band, today: date) -> bool:
    """Tell whether a relation may stand in a band, by the bound of its score.

    Embers say that nothing came after the last contact: where that lies a cadence back, the score
    alone decides.
    """
    last = person.last_contact_on
    if last is None or person.embers is None or last > today:
        return True
    if band == Band.SEED:
        return False
    is_quiet = (today - last).days >= person.cadence_days
    if band == Band.SPROUT:
        return not is_quiet
    if not is_quiet and band != Band.THRIVING:
        return True
    most = score_bound(person.embers, last, today, person.cadence_days, person.known_since)
    return most >= _LEAST_SCORE[band]


def _bands(connection: Connection, people: list[Tended], today: date) -> Iterator[tuple[int, str]]:
    for start in range(0, len(people), _AT_ONCE):
        some = people[start : start + _AT_ONCE]
        touches = interactions.touches(connection, [person.id for person in some])
        for person in some:
            stands = warmth(touches[person.id], today, person.cadence_days, person.known_since)
            yield person.id, str(stands.band)
