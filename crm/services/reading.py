"""Reads a line in words: what happened, and whom of the network it names; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.conversations import Happened, dated_promise, kind_and_fact
from crm.services.who import MOST_CANDIDATES, candidates
from crm.store.reads import contacts as contact_reads
from crm.store.reads import events
from crm.store.reads.contacts import Named
from crm.store.reads.people import Search, window

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.domain.phrases import Reading

MOST_READ = 10_000
"""The characters that are read; those beyond only stay in the summary."""

_MOST_LOOKUPS = 400
_MOST_NAMES = 5_000
_MOST_NAMESAKES = 1_000
_MOST_NEAR = 3
_NEAR_FROM = 0.75


class Meant(NamedTuple):
    """A name as it was said, and whom it can mean: nobody known, one person or several."""

    said: str
    people: list[Named]

    @property
    def person(self) -> Named | None:
        """The one person meant, None for nobody or several."""
        return self.people[0] if len(self.people) == 1 else None


class Understood(NamedTuple):
    """What a line says, flags included, ready to be shown, corrected or logged."""

    happened: Happened
    day: date
    people: list[Meant]
    promises: list[tuple[bool, str, date | None]]
    facts: list[tuple[str, str]]

    @property
    def unknown(self) -> list[Meant]:
        """Those whom nobody answers to."""
        return [meant for meant in self.people if not meant.people]

    @property
    def unclear(self) -> list[Meant]:
        """Those whom several answer to."""
        return [meant for meant in self.people if len(meant.people) > 1]


def read(context: Context, words: str, said: Happened) -> Understood:
    """Read words as an interaction; what `said` holds already comes from flags and wins.

    Raises WrongUsage for a date that no calendar has, and for text that cannot be stored.
    """
    from crm.domain import phrases

    line = understand.text(words, "text")
    with _network(context) as connection, understand.understood():
        reading = phrases.read(line[:MOST_READ], context.today, _lookup(connection))
    rest = line[MOST_READ:]
    return resolve(context, _merged(said, reading, rest), as_typed=bool(said.people))


def resolve(context: Context, happened: Happened, *, as_typed: bool) -> Understood:
    """Find whom the names mean, and the days; also after a correction.

    Names of flags, `as_typed`, mean what WHO means; those of words may be of the garden alone.
    """
    day = understand.past_day(happened.on, context.today) if happened.on else context.today
    promises = list(happened.agreed)
    for mine, spoken in ((True, happened.promises), (False, happened.their_promises)):
        promises += [(mine, *dated_promise(promise, context.today)) for promise in spoken]
    with _network(context) as connection:
        today = context.today if as_typed else None
        there = events.people_on_day(connection, context.today) if connection else frozenset()
        people = [_meant(connection, name, today, there) for name in happened.people]
    facts = [kind_and_fact(fact) for fact in happened.facts]
    return Understood(happened, day, people, promises, facts)


def settled(context: Context, understood: Understood, *, create: bool) -> Happened:
    """Give what is to be logged, people by their ids, new ones by name if `create`.

    Raises WrongUsage when nobody is named or a name fits several, NotFound for unknown ones.
    """
    if not understood.people:
        raise WrongUsage("nobody-named")
    for meant in understood.unclear:
        raise WrongUsage(
            "ambiguous-person", who=meant.said, people=meant.people, most=MOST_CANDIDATES
        )
    for meant in () if create else understood.unknown:
        similar = near(context, meant.said)
        code = "nobody-but-similar" if similar else "nobody-to-create"
        raise NotFound(code, who=meant.said, titles=similar)
    people = tuple(str(m.person.id) if m.person else m.said for m in understood.people)
    return understood.happened._replace(people=people)


def near(context: Context, name: str) -> list[str]:
    """Give names that look like one that nobody has, the likeliest first."""
    from difflib import get_close_matches

    key = fold(name)
    words = len(key.split())
    with _network(context) as connection:
        everybody = Search()
        people = window(connection, everybody, None, _MOST_NAMES, 0) if connection else []
    by_key: dict[str, str] = {}
    for person in people:
        whole = fold(person.name)
        by_key.setdefault(whole, person.name)
        by_key.setdefault(" ".join(whole.split()[:words]), person.name)
    found = get_close_matches(key, by_key, _MOST_NEAR, _NEAR_FROM)
    return list(dict.fromkeys(by_key[match] for match in found))


@contextmanager
def _network(context: Context) -> Iterator[Connection | None]:
    """Give a connection to read with, None before the first write has made the database."""
    if not context.store.exists():
        yield None
        return
    with context.store.reading() as connection:
        yield connection


def _lookup(connection: Connection | None) -> Callable[[str], bool]:
    """Give a function that tells whether a folded text is a name, or the first words of one."""
    asked: dict[str, bool] = {}

    def known(key: str) -> bool:
        if key not in asked:
            asked[key] = (
                connection is not None
                and len(asked) < _MOST_LOOKUPS
                and bool(
                    contact_reads.by_exact_name(connection, key, 1)
                    or contact_reads.by_prefix(connection, f"{key} ", 1)
                )
            )
        return asked[key]

    return known


def _meant(
    connection: Connection | None, name: str, typed_on: date | None, there: frozenset[int]
) -> Meant:
    """Give whom a name means: WHO's tiers, then whole words, then a sole one in the garden.

    Or a sole one of those `there`, at an event of today. A name that was typed as WHO, on a day,
    means what WHO means.
    """
    key = fold(understand.text(name, "people"))
    if connection is None or not key:
        return Meant(name, [])
    if typed_on is not None:
        return Meant(name, candidates(connection, key, typed_on))
    number = understand.row_id(key)
    found = contact_reads.by_id(connection, number) if number is not None else []
    for tier in (contact_reads.by_exact_name, contact_reads.by_prefix, contact_reads.by_part):
        found = found or tier(connection, key, _MOST_NAMESAKES)
    whole = [person for person in found if f" {key} " in f" {fold(person.name)} "]
    found = whole or found
    return Meant(name, likeliest(found, there))


def likeliest(found: list[Named], there: frozenset[int]) -> list[Named]:
    """Give the sole one in the garden, or of those `there`, unless these are two; else all."""
    garden = [person for person in found if person.in_garden]
    present = [person for person in found if person.id in there]
    sole = {group[0] for group in (garden, present) if len(group) == 1}
    return list(sole) if len(sole) == 1 else found


def _merged(said: Happened, reading: Reading, rest: str) -> Happened:
    """Give the flags, and the words for what no flag says."""
    other_kind = said.kind is not None and said.kind != reading.kind
    own_promises = said.promises or said.their_promises
    return said._replace(
        people=said.people or tuple(reading.people),
        summary=reading.summary + rest,
        kind=said.kind or reading.kind or "message",
        on=said.on or reading.day.isoformat(),
        side=said.side or (None if other_kind else reading.side) or "both",
        begun_by=said.begun_by or (None if other_kind else reading.begun_by),
        ask=said.ask or reading.ask,
        answered=reading.answered if said.answered is None else said.answered,
        minutes=reading.minutes if said.minutes is None else said.minutes,
        place=said.place or reading.place,
        event=said.event or reading.event,
        tags=tuple(dict.fromkeys((*said.tags, *reading.tags))),
        facts=said.facts or tuple(f"{kind}: {words}" for kind, words in reading.facts),
        agreed=() if own_promises else tuple((p.mine, p.text, p.due) for p in reading.promises),
        planned=said.planned or (said.on is None and reading.planned),
    )
