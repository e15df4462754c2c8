"""People, as lists, lookups and details."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from crm.domain.text import fold
from crm.store.reads.rows import chunks, day
from crm.store.search import like, match

_NAMED = "SELECT c.id, c.name, c.organisation, c.title, c.garden_since IS NOT NULL FROM contact c"
BY_ID = f"{_NAMED} WHERE c.id = :id"
BY_EXACT_NAME = f"""{_NAMED} WHERE NOT c.archived AND c.name_folded = :key
UNION SELECT c.id, c.name, c.organisation, c.title, c.garden_since IS NOT NULL FROM contact_trait t
  JOIN contact c ON c.id = t.contact_id
 WHERE NOT c.archived AND t.kind = 'nickname' AND t.key = :key LIMIT :limit"""
BY_PREFIX = f"""{_NAMED}
 WHERE NOT c.archived AND c.name_folded >= :key AND c.name_folded < :beyond LIMIT :limit"""
BY_PART = f"""{_NAMED}
 WHERE NOT c.archived AND c.name_folded LIKE :pattern ESCAPE '\\' LIMIT :limit"""

_LISTED = """SELECT c.id, c.name, c.organisation, c.title, c.place, c.garden_since,
       c.last_contact_on, c.next_due_on, c.archived,
       (SELECT group_concat(name, ', ') FROM (SELECT g.name FROM contact_tag t
          JOIN tag g ON g.id = t.tag_id WHERE t.contact_id = c.id ORDER BY g.key)) FROM contact c"""
LISTED = f"{_LISTED} WHERE c.id IN ({{marks}})"
FIND = f"""{_LISTED}
 WHERE c.id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH :name_expression
                 ORDER BY rowid LIMIT :limit)
 ORDER BY c.archived, c.garden_since IS NULL, c.sort_key, c.id LIMIT :limit"""
FIND_ELSEWHERE = f"""{_LISTED}
 WHERE c.id IN (SELECT rowid FROM (SELECT rowid FROM contact_search
                  WHERE contact_search MATCH :expression ORDER BY rowid LIMIT :limit)
          UNION SELECT contact_id FROM (SELECT p.contact_id FROM interaction_search s
                  JOIN participant p ON p.interaction_id = s.rowid
                 WHERE interaction_search MATCH :expression ORDER BY s.rowid DESC LIMIT :limit))
 ORDER BY c.archived, c.garden_since IS NULL, c.sort_key, c.id LIMIT :limit"""
FIND_SIGNS = f"""{_LISTED}
 WHERE c.name_folded LIKE :pattern ESCAPE '\\' ORDER BY c.sort_key, c.id LIMIT :limit"""

DETAILS = """SELECT c.id, c.uid, c.name, c.given_name, c.family_name, c.organisation, c.title,
       c.experience_since, c.place, c.time_zone, c.language, c.availability, c.met_on, c.met_at,
       c.met_through_id, m.name, c.known_since, c.cadence, c.cadence_days, c.garden_since, c.notes,
       c.archived, c.origin, c.created_at, c.last_contact_on, c.next_due_on
  FROM contact c LEFT JOIN contact m ON m.id = c.met_through_id WHERE c.id = :id"""
EMAILS = "SELECT value, label FROM contact_email WHERE contact_id = :id ORDER BY position, id"
PHONES = "SELECT value, label FROM contact_phone WHERE contact_id = :id ORDER BY position, id"
LINKS = "SELECT url, kind FROM contact_link WHERE contact_id = :id ORDER BY position, id"
ADDRESSES = """SELECT label, street, city, region, postcode, country FROM contact_address
 WHERE contact_id = :id ORDER BY position, id"""
DATES = "SELECT kind, label, year, month, day FROM contact_date WHERE contact_id = :id ORDER BY id"
TRAITS = "SELECT kind, value FROM contact_trait WHERE contact_id = :id ORDER BY id"
TAGS = """SELECT g.name FROM contact_tag t JOIN tag g ON g.id = t.tag_id
 WHERE t.contact_id = :id ORDER BY g.key"""
ACQUAINTANCES = """SELECT c.id, c.name FROM acquaintance a
  JOIN contact c ON c.id = CASE WHEN a.a_id = :id THEN a.b_id ELSE a.a_id END
 WHERE :id IN (a.a_id, a.b_id) ORDER BY c.sort_key, c.id"""
SOURCES = """SELECT source, external_id, imported_on FROM import_record
 WHERE contact_id = :id ORDER BY source, id"""
ALL_TAGS = """SELECT g.name, g.cadence, g.circle, count(t.id) FROM tag g
  LEFT JOIN contact_tag t ON t.tag_id = g.id GROUP BY g.id ORDER BY g.key"""
ANYBODY = "SELECT EXISTS (SELECT 1 FROM contact)"
ANYBODY_TENDED = """SELECT EXISTS (SELECT 1 FROM contact
 WHERE garden_since IS NOT NULL AND archived = 0)"""
TO_PLANT = """SELECT c.id, c.name, c.organisation, c.title, 0 FROM contact c
  LEFT JOIN import_record r ON r.contact_id = c.id
 WHERE c.garden_since IS NULL AND NOT c.archived
 GROUP BY c.id
 ORDER BY max(EXISTS (SELECT 1 FROM contact_trait t JOIN goal_role w ON w.role = t.key
                  WHERE t.contact_id = c.id AND t.kind = 'role')) DESC,
          max(r.imported_on) DESC, c.known_since DESC, c.id DESC LIMIT :limit"""


class Named(NamedTuple):
    """A person, as far as telling them from another takes."""

    id: int
    name: str
    organisation: str
    title: str
    in_garden: bool


class Listed(NamedTuple):
    """A person, as a line of a list."""

    id: int
    name: str
    organisation: str
    title: str
    place: str
    garden_since: date | None
    last_contact_on: date | None
    next_due_on: date | None
    archived: bool
    tags: tuple[str, ...]


class Details(NamedTuple):
    """Everything the contact's own rows say of a person."""

    id: int
    uid: str
    name: str
    given_name: str
    family_name: str
    organisation: str
    title: str
    experience_since: str
    place: str
    time_zone: str
    language: str
    availability: str
    met_on: date | None
    met_at: str
    met_through_id: int | None
    met_through: str | None
    known_since: date | None
    cadence: str
    cadence_days: int | None
    garden_since: date | None
    notes: str
    archived: bool
    origin: str
    created_at: str
    last_contact_on: date | None
    next_due_on: date | None
    emails: tuple[tuple[str, str], ...]
    phones: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    addresses: tuple[tuple[str, ...], ...]
    dates: tuple[tuple[str, str, int | None, int | None, int | None], ...]
    traits: dict[str, list[str]]
    tags: tuple[str, ...]
    acquaintances: tuple[tuple[int, str], ...]
    sources: tuple[tuple[str, str, str], ...]


class TagLine(NamedTuple):
    """A tag, its cadence ("" for none), whether it is a circle, and how many people carry it."""

    name: str
    cadence: str
    circle: bool
    people: int


def by_id(connection: sqlite3.Connection, contact_id: int) -> list[Named]:
    """Give the person with this id, archived or not, as a list of one or none."""
    return _named(connection, BY_ID, {"id": contact_id})


def by_exact_name(connection: sqlite3.Connection, key: str, limit: int) -> list[Named]:
    """Give the people whose folded name or nickname is `key`."""
    return _named(connection, BY_EXACT_NAME, {"key": key, "limit": limit})


def by_prefix(connection: sqlite3.Connection, key: str, limit: int) -> list[Named]:
    """Give the people whose folded name begins with `key`."""
    beyond = key + "\U0010ffff"
    return _named(connection, BY_PREFIX, {"key": key, "beyond": beyond, "limit": limit})


def by_part(connection: sqlite3.Connection, key: str, limit: int) -> list[Named]:
    """Give the people whose folded name contains `key`."""
    return _named(connection, BY_PART, {"pattern": like(key), "limit": limit})


def to_plant(connection: sqlite3.Connection, limit: int) -> list[Named]:
    """Give people of the address book worth planting: wanted roles first, then the latest met."""
    return _named(connection, TO_PLANT, {"limit": limit})


def _named(connection: sqlite3.Connection, sql: str, values: dict[str, Any]) -> list[Named]:
    rows = connection.execute(sql, values)
    return [Named._make((*row[:4], bool(row[4]))) for row in rows]


def listed(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Listed]:
    """Give people as lines of a list, in the order of these ids."""
    found: list[Listed] = []
    for marks, some in chunks(ids):
        rows = connection.execute(LISTED.format(marks=marks), some)
        people = {person.id: person for person in map(_listed, rows)}
        found += [people[contact_id] for contact_id in some]
    return found


def find(connection: sqlite3.Connection, query: str, limit: int) -> list[Listed]:
    """Give the people that all words of the query fit: by name first, then by anything else.

    Signs beside words only bring those forward who have them in their name: no index knows them.
    """
    wanted = match(query)
    found: dict[int, Listed] = {}
    if wanted.expression:
        values = {"name_expression": f"name : ({wanted.expression})", "limit": limit}
        _add(found, connection.execute(FIND, values))
        if len(found) < limit:
            values = {"expression": wanted.expression, "limit": limit}
            _add(found, connection.execute(FIND_ELSEWHERE, values))
    elif wanted.signs:
        values = {"pattern": like(" ".join(wanted.signs)), "limit": limit}
        _add(found, connection.execute(FIND_SIGNS, values))
    people = list(found.values())
    if wanted.signs:
        people.sort(key=lambda person: sum(sign not in fold(person.name) for sign in wanted.signs))
    return people[:limit]


def _add(found: dict[int, Listed], rows: Iterable[Any]) -> None:
    for row in rows:
        person = _listed(row)
        found.setdefault(person.id, person)


def _listed(row: Any) -> Listed:
    *plain, garden_since, last, due, archived, tags = row
    labels = tuple(tags.split(", ")) if tags else ()
    return Listed._make((*plain, day(garden_since), day(last), day(due), bool(archived), labels))


def details(connection: sqlite3.Connection, contact_id: int) -> Details:
    """Give everything the contact's own rows say of the person with this id."""
    key = {"id": contact_id}
    (row,) = connection.execute(DETAILS, key).fetchall()
    traits: dict[str, list[str]] = defaultdict(list)
    for kind, value in connection.execute(TRAITS, key):
        traits[kind].append(value)
    own = list(row)
    for index in (12, 16, 19, 24, 25):
        own[index] = day(own[index])
    own[21] = bool(own[21])
    ways = (
        tuple(connection.execute(sql, key).fetchall())
        for sql in (EMAILS, PHONES, LINKS, ADDRESSES, DATES)
    )
    return Details._make(
        (
            *own,
            *ways,
            dict(traits),
            tuple(name for (name,) in connection.execute(TAGS, key)),
            tuple(connection.execute(ACQUAINTANCES, key).fetchall()),
            tuple(connection.execute(SOURCES, key).fetchall()),
        )
    )


def tags(connection: sqlite3.Connection) -> list[TagLine]:
    """Give all tags in the order of their names."""
    return [
        TagLine(name, cadence, bool(circle), people)
        for name, cadence, circle, people in connection.execute(ALL_TAGS)
    ]


def anybody(connection: sqlite3.Connection) -> bool:
    """Tell whether there is anyone in the network."""
    return bool(connection.execute(ANYBODY).fetchone()[0])


def anybody_tended(connection: sqlite3.Connection) -> bool:
    """Tell whether there is anyone in the garden."""
    return bool(connection.execute(ANYBODY_TENDED).fetchone()[0])
