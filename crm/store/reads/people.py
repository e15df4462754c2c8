"""Windows of the list of people, narrowed by words and conditions: rows, totals, positions, ids."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from crm.domain.text import fold
from crm.store.reads.contacts import Listed, listed
from crm.store.reads.rows import day
from crm.store.search import AMONG, Match, match

NAME, DUE, LAST, ADDED = "name", "due", "last", "added"
SORTS = (NAME, DUE, LAST, ADDED)
LATEST_LOGGED = 5_000
"""Words are looked for in so many of the latest interactions that have them."""
SHORT = 2
"""Words of so many letters are in too much for a search of interactions, and for an order."""

_MOST_SIGNS = 8

_BY_NAME = (("c.sort_key", ""), ("c.id", ""))
_ORDERS = {
    NAME: _BY_NAME,
    DUE: (("(c.next_due_on IS NULL)", ""), ("coalesce(c.next_due_on, '')", ""), *_BY_NAME),
    LAST: (
        ("(c.last_contact_on IS NULL)", ""),
        ("coalesce(c.last_contact_on, '')", " DESC"),
        *_BY_NAME,
    ),
    ADDED: (("c.id", " DESC"),),
    None: (("{row}", ""),),
}  # fmt: skip
_CONDITIONS = {
    "tag": f"""c.id IN (SELECT t.contact_id FROM contact_tag t JOIN tag g ON g.id = t.tag_id
                WHERE g.key IN {AMONG})""",
    "role": """c.id IN (SELECT t.contact_id FROM contact_trait t
                WHERE t.kind = 'role' AND t.key = :{value})""",
    "goal": "c.id IN (SELECT gc.contact_id FROM goal_contact gc WHERE gc.goal_id = :{value})",
    "people": f"c.id IN {AMONG}",
    # So that it is read from the index of the list, not from the one of the garden and the table.
    "garden": "coalesce(c.garden_since, '') <> ''",
    "due": "(c.next_due_on IS NOT NULL AND c.next_due_on <= :{value})",
    "before": "(c.last_contact_on IS NOT NULL AND c.last_contact_on < :{value})",
    "never": "c.last_contact_on IS NULL",
}
_PEOPLE = "contact c"
_NAMED = "contact_search s CROSS JOIN contact c ON c.id = s.rowid"
_IN_NAME = "contact_search MATCH :in_name"
_NOT_IN_NAME = "f.id NOT IN (SELECT rowid FROM contact_search WHERE contact_search MATCH :in_name)"
_FOUND = "({found}) f CROSS JOIN contact c ON c.id = f.id"
_SAID_OF_THEM = "SELECT rowid AS id FROM contact_search WHERE contact_search MATCH :words"
_LOGGED = f"""SELECT p.contact_id FROM (SELECT rowid FROM interaction_search
        WHERE interaction_search MATCH :words ORDER BY rowid DESC LIMIT {LATEST_LOGGED}) l
  JOIN participant p ON p.interaction_id = l.rowid"""
_SIGNS_IN_NAME = "instr(c.name_folded, :signs)"

TAG_KEYS = "SELECT key FROM tag ORDER BY key"
HAS_ROLE = "SELECT EXISTS (SELECT 1 FROM contact_trait WHERE kind = 'role' AND key = :key)"
TENDED = """SELECT id, last_contact_on, coalesce(cadence_days, :days), known_since, embers
  FROM contact WHERE garden_since IS NOT NULL"""
TENDED_AMONG = f"{TENDED} AND id IN {AMONG.format(value='ids')}"
_SEARCHED = {"organisation": "work", "place": "words"}


class Condition(NamedTuple):
    """What must hold of a person, or must not: a key of the conditions, and what it compares with.

    A list of keys or ids for tag and people; a day for due and before.
    """

    what: str
    value: Any = None
    negated: bool = False


class Search(NamedTuple):
    """Whom a list shows: words to be found, conditions that all hold, archived people or others."""

    words: str = ""
    conditions: tuple[Condition, ...] = ()
    archived: bool = False


class Tended(NamedTuple):
    """What a bound of somebody's warmth is made of; `cadence_days` is what holds for them."""

    id: int
    last_contact_on: date | None
    cadence_days: int
    known_since: date | None
    embers: float | None


class _Part(NamedTuple):
    """People who stand together: their id, where they come from, and what holds of them."""

    row: str
    source: str
    where: str


class _Parts(NamedTuple):
    """The parts of a result one after the other, all of it as one, and the values they take."""

    parts: tuple[_Part, ...]
    whole: _Part
    order: tuple[tuple[str, str], ...]
    values: dict[str, Any]


def window(
    connection: sqlite3.Connection, search: Search, sort: str | None, limit: int, offset: int
) -> list[Listed]:
    """Give `limit` people (-1 for all) from `offset` on: names with the words, then the others.

    `sort` is one of SORTS; None is by name, but as they were added where all words are short.
    """
    return listed(connection, ids(connection, search, sort, limit, offset))


def tag_keys(connection: sqlite3.Connection) -> list[str]:
    """Give the keys of all tags."""
    return [key for (key,) in connection.execute(TAG_KEYS)]


def has_role(connection: sqlite3.Connection, key: str) -> bool:
    """Tell whether anybody has a role of this key."""
    return bool(connection.execute(HAS_ROLE, {"key": key}).fetchone()[0])


def placed(connection: sqlite3.Connection, what: str, said: str) -> list[int]:
    """Give the people in whose `organisation` (or `place`) each of the words begins one."""
    wanted = match(said)
    source, where = _PEOPLE, f"c.{what} <> ''"
    if wanted.expression:
        source, where = _NAMED, f"{where} AND contact_search MATCH :words"
    sql = f"SELECT c.id, c.{what} FROM {source} WHERE {where}"
    rows = connection.execute(sql, {"words": f"{_SEARCHED[what]} : ({wanted.expression})"})
    terms = fold(said).split()
    return [
        contact_id
        for contact_id, name in rows
        if all(_begins_in(folded, term) for folded in (fold(name),) for term in terms)
    ]


def _begins_in(name: str, term: str) -> bool:
    """Tell whether a term stands in a name where no letter or digit goes before it."""
    at = name.find(term)
    while at > 0 and name[at - 1].isalnum():
        at = name.find(term, at + 1)
    return at >= 0


def tended(
    connection: sqlite3.Connection, default_days: int, among: Iterable[int] | None = None
) -> list[Tended]:
    """Give the people of the garden, or those among some; `default_days` where no cadence holds."""
    sql, values = TENDED, {"days": default_days}  # type: tuple[str, dict[str, Any]]
    if among is not None:
        sql, values = TENDED_AMONG, {**values, "ids": json.dumps(list(among))}
    return [
        Tended(contact_id, day(last), days, day(known), embers)
        for contact_id, last, days, known, embers in connection.execute(sql, values)
    ]


def total(connection: sqlite3.Connection, search: Search) -> int:
    """Give how many people a search has."""
    made = _made(search, None)
    return _count(connection, made.whole, made.values)


def position(
    connection: sqlite3.Connection, search: Search, sort: str | None, contact_id: int
) -> int | None:
    """Give how many people come before somebody in the result, None where they are not in it."""
    made = _made(search, sort)
    values = made.values | {"sought": contact_id}
    columns = ", ".join(expression for expression, _ in made.order)
    earlier = _earlier(made.order)
    before = 0
    for part in made.parts:
        row, source, where = part
        sql = f"SELECT {columns.format(row=row)} FROM {source} WHERE {where} AND c.id = :sought"
        own = connection.execute(sql, values).fetchone()
        if own is not None:
            values |= {f"own{n}": value for n, value in enumerate(own)}
            those = part._replace(where=f"{where} AND {earlier.format(row=row)}")
            return before + _count(connection, those, values)
        before += _count(connection, part, values)
    return None


def ids(
    connection: sqlite3.Connection,
    search: Search,
    sort: str | None,
    limit: int = -1,
    offset: int = 0,
) -> list[int]:
    """Give the ids of `limit` people (-1 for all) of a search from `offset` on, in order."""
    made = _made(search, sort)
    order = ", ".join(f"{expression}{direction}" for expression, direction in made.order)
    found: list[int] = []
    for part in made.parts:
        values = made.values | {"limit": limit, "offset": offset}
        sql = f"""SELECT c.id FROM {part.source} WHERE {part.where}
                   ORDER BY {order.format(row=part.row)} LIMIT :limit OFFSET :offset"""
        some = [contact_id for (contact_id,) in connection.execute(sql, values)]
        found += some
        if limit >= 0:
            limit -= len(some)
            if not limit:
                break
        if offset and part is not made.parts[-1]:
            offset = 0 if some else max(0, offset - _count(connection, part, made.values))
    return found


def _count(connection: sqlite3.Connection, part: _Part, values: dict[str, Any]) -> int:
    sql = f"SELECT count(*) FROM {part.source} WHERE {part.where}"
    return int(connection.execute(sql, values).fetchone()[0])


def _earlier(order: tuple[tuple[str, str], ...]) -> str:
    """Give the condition that somebody comes before the one whose values are :own0 and so on."""
    said = ""
    for number, (expression, direction) in reversed(list(enumerate(order))):
        same = f" OR ({expression} = :own{number} AND {said})" if said else ""
        said = f"({expression} {'>' if direction else '<'} :own{number}{same})"
    return said


def _made(search: Search, sort: str | None) -> _Parts:
    values: dict[str, Any] = {"archived": search.archived}
    where = " AND ".join(["c.archived = :archived", *_conditions(search.conditions, values)])
    wanted = match(search.words)
    short = all(term.isascii() and len(term) <= SHORT for term in fold(search.words).split())
    order = _order(wanted, NAME if sort is None and not short else sort, values)
    if not wanted.expression:
        if wanted.signs:
            where = f"{where} AND {_SIGNS_IN_NAME}"
            values["signs"] = " ".join(wanted.signs)
        part = _Part("c.id", _PEOPLE, where)
        return _Parts((part,), part, order, values)
    values |= {"words": wanted.expression, "in_name": f"name : ({wanted.expression})"}
    found = _SAID_OF_THEM if short else f"{_SAID_OF_THEM} UNION {_LOGGED}"
    whole = _Part("f.id", _FOUND.format(found=found), where)
    parts = (
        _Part("s.rowid", _NAMED, f"{where} AND {_IN_NAME}"),
        whole._replace(where=f"{whole.where} AND {_NOT_IN_NAME}"),
    )
    return _Parts(parts, whole, order, values)


def _conditions(conditions: Iterable[Condition], values: dict[str, Any]) -> Iterable[str]:
    for number, condition in enumerate(conditions):
        name, value = f"value{number}", condition.value
        if isinstance(value, list):
            value = json.dumps(value)
        values[name] = value.isoformat() if isinstance(value, date) else value
        said = _CONDITIONS[condition.what].format(value=name)
        yield f"NOT {said}" if condition.negated else said


def _order(wanted: Match, sort: str | None, values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    order: tuple[tuple[str, str], ...] = _ORDERS[sort if wanted.expression else sort or NAME]
    signs = tuple(dict.fromkeys(wanted.signs))[:_MOST_SIGNS]
    if not wanted.expression or not signs:
        return order
    values |= {f"sign{number}": sign for number, sign in enumerate(signs)}
    found = [f"(instr(c.name_folded, :sign{number}) > 0)" for number in range(len(signs))]
    return ((" + ".join(found), " DESC"), *order)
