"""What is offered while a command is being typed: names of people, tags and goals."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from crm.store.connection import SCHEMA_VERSION, check_header, connect
from crm.store.search import like, match

_OFFERED = """c.id, c.name, c.name_folded, c.organisation, c.title,
       c.garden_since IS NOT NULL,
       EXISTS (SELECT 1 FROM contact o
                WHERE o.name_folded = c.name_folded AND NOT o.archived AND o.id <> c.id)"""
_BEGINNING = "NOT c.archived AND c.name_folded >= :key AND c.name_folded < :beyond"
FIRST = (
    f"""SELECT {_OFFERED} FROM contact c WHERE {_BEGINNING} ORDER BY c.name_folded LIMIT :limit"""
)
LAST = (
    f"""SELECT {_OFFERED} FROM contact c WHERE {_BEGINNING} ORDER BY c.name_folded DESC LIMIT 1"""
)
# The walk over the garden is bounded: the garden may be everybody, and the beginning rare.
IN_GARDEN = f"""SELECT {_OFFERED}
  FROM (SELECT id FROM contact WHERE garden_since IS NOT NULL LIMIT :walked) g
  JOIN contact c ON c.id = g.id WHERE {_BEGINNING} LIMIT :limit"""
IN_GARDEN_BY_WORD = f"""SELECT {_OFFERED}
  FROM (SELECT id FROM contact WHERE garden_since IS NOT NULL LIMIT :walked) g
  JOIN contact c ON c.id = g.id
 WHERE NOT c.archived
   AND (c.name_folded LIKE :first ESCAPE '\\' OR c.name_folded LIKE :later ESCAPE '\\')
 LIMIT :limit"""
BY_WORDS = f"""SELECT {_OFFERED} FROM contact c
 WHERE NOT c.archived AND c.id IN (SELECT rowid FROM contact_search
        WHERE contact_search MATCH :expression ORDER BY rowid LIMIT :limit)"""
TAGS = """SELECT name FROM tag WHERE key >= :key AND key < :beyond ORDER BY key LIMIT :limit"""
EVENTS = "SELECT id, name, key FROM event ORDER BY starts_on DESC, id DESC"
GOALS = "SELECT id, title, key FROM goal WHERE state = 'active' ORDER BY key"

_WALKED = 2000
_LOOKED_AT = 50
_FEWEST_LETTERS_OF_A_WORD = 2
_PATIENCE_MS = 100


class Offered(NamedTuple):
    """A person whose name can be offered; `shared` when somebody else bears it too."""

    id: int
    name: str
    name_folded: str
    organisation: str
    title: str
    in_garden: bool
    shared: bool


@contextmanager
def glance(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Give a connection that waits for nobody, None for no file, or one that is to be migrated."""
    if not path.is_file():
        yield None
        return
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        connection.execute("PRAGMA query_only=ON")
        yield connection if check_header(connection, path) == SCHEMA_VERSION else None


def by_beginning(connection: sqlite3.Connection, key: str, limit: int) -> list[Offered]:
    """Give people whose folded name begins with `key`: some of the garden if there are too many.

    The last by name is always one of them, so that what all have in common is what all match.
    """
    values = _range(key) | {"limit": limit}
    found = _offered(connection, FIRST, values)
    if len(found) < limit:
        return found
    garden = _offered(connection, IN_GARDEN, values | {"limit": limit // 2, "walked": _WALKED})
    last = _offered(connection, LAST, _range(key))
    people = {person.id: person for person in (*garden, *last)}
    for person in found[: limit - len(people)]:
        people[person.id] = person
    return list(people.values())


def by_words(connection: sqlite3.Connection, expression: str, limit: int) -> list[Offered]:
    """Give people in whose name words begin as an expression of the full-text search says."""
    values = {"expression": f"name : ({expression})", "limit": limit}
    return _offered(connection, BY_WORDS, values)


def by_any_word(connection: sqlite3.Connection, key: str, limit: int) -> list[Offered]:
    """Give people in whose folded name `key` begins a word: the garden first.

    Among these and among the others those come first whose whole name begins so.
    """
    first = like(key).removeprefix("%")
    values = {"first": first, "later": f"% {first}", "walked": _WALKED, "limit": limit}
    found = _offered(connection, IN_GARDEN_BY_WORD, values)
    if len(found) < limit:
        found += _offered(connection, FIRST, _range(key) | {"limit": limit})
    expression = match(key).expression
    if len(found) < limit and len(key) >= _FEWEST_LETTERS_OF_A_WORD and expression:
        near = by_words(connection, expression, _LOOKED_AT)
        found += [person for person in near if f" {key}" in f" {person.name_folded}"]
    people = {person.id: person for person in found}
    order = sorted(
        people.values(),
        key=lambda person: (
            not person.in_garden, not person.name_folded.startswith(key), person.name_folded,
            person.id,
        ),
    )  # fmt: skip
    return order[:limit]


def tags(connection: sqlite3.Connection, key: str, limit: int) -> list[str]:
    """Give the tags whose folded name begins with `key`."""
    return [name for (name,) in connection.execute(TAGS, _range(key) | {"limit": limit})]


def goals(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """Give the active goals: number, title, folded title."""
    return connection.execute(GOALS).fetchall()


def events(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """Give the events, the latest first: number, name, folded name."""
    return connection.execute(EVENTS).fetchall()


def _range(key: str) -> dict[str, Any]:
    return {"key": key, "beyond": key + "\U0010ffff"}


def _offered(connection: sqlite3.Connection, sql: str, values: dict[str, Any]) -> list[Offered]:
    rows = connection.execute(sql, values)
    return [Offered._make((*row[:5], bool(row[5]), bool(row[6]))) for row in rows]
