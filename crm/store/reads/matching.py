"""Roles and pairs of the user's own, and who may be a match."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crm.store.reads.rows import chunks, day

OWN_ROLES = "SELECT slug, name, area, synonyms FROM own_role ORDER BY slug"
OWN_PAIRS = "SELECT role_a, role_b, strength, why FROM own_pair ORDER BY role_a, role_b"

HOLDERS = """SELECT contact_id, key, value FROM contact_trait
 WHERE kind = ? AND key IN ({marks})"""
# How many touches there were matters only where the embers do not bound the tie by themselves.
CANDIDATES = """SELECT c.id, c.name, c.title, c.organisation, c.availability, c.known_since,
       c.cadence_days, c.last_contact_on, c.embers,
       CASE WHEN c.embers IS NULL OR c.cadence_days < 90
            THEN (SELECT count(*) FROM participant p WHERE p.contact_id = c.id) ELSE 1 END
  FROM contact c
 WHERE c.id IN ({marks}) AND NOT c.archived AND c.availability <> 'unavailable'"""
TRAITS_OF = "SELECT kind, value FROM contact_trait WHERE contact_id = :id ORDER BY id"
WANTED = """SELECT w.role, g.rank, g.title FROM goal_role w JOIN goal g ON g.id = w.goal_id
 WHERE g.state = 'active'
 ORDER BY CASE g.rank WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, g.id"""
ACQUAINTED = """SELECT b_id FROM acquaintance WHERE a_id = :id
 UNION SELECT a_id FROM acquaintance WHERE b_id = :id
 UNION SELECT q.contact_id FROM participant p JOIN interaction i ON i.id = p.interaction_id
         JOIN participant q ON q.interaction_id = i.id
        WHERE p.contact_id = :id AND i.planned = 0 AND i.people <= :most"""
SAME_CIRCLE = """SELECT o.contact_id FROM contact_tag t JOIN tag g ON g.id = t.tag_id
  JOIN contact_tag o ON o.tag_id = g.id WHERE t.contact_id = :id AND g.circle = 1"""
INTRODUCED = """SELECT a_id FROM introduction WHERE made_on >= :since
 UNION SELECT b_id FROM introduction WHERE made_on >= :since"""
NAMES = "SELECT id, name FROM contact WHERE id IN ({marks})"
UNREAD_TITLES = """SELECT c.id, c.title FROM contact c
 WHERE c.title <> '' AND NOT c.archived AND NOT EXISTS (
       SELECT 1 FROM contact_trait t WHERE t.contact_id = c.id AND t.kind = 'role')
 ORDER BY c.id"""


class OwnRole(NamedTuple):
    """A role that the user added, with what else it is called."""

    slug: str
    name: str
    area: str
    synonyms: tuple[str, ...]


class OwnPair(NamedTuple):
    """How well two roles go together in the user's own judgement, and why if they said so."""

    role_a: str
    role_b: str
    strength: int
    why: str


def own_roles(connection: sqlite3.Connection) -> list[OwnRole]:
    """Give the roles that the user added."""
    return [
        OwnRole(slug, name, area, tuple(word for word in synonyms.split(";") if word))
        for slug, name, area, synonyms in connection.execute(OWN_ROLES)
    ]


def own_pairs(connection: sqlite3.Connection) -> list[OwnPair]:
    """Give the pairs that the user added or judges otherwise."""
    return [OwnPair._make(row) for row in connection.execute(OWN_PAIRS)]


class Holder(NamedTuple):
    """Somebody of whom a word is said."""

    contact_id: int
    key: str
    value: str


class Candidate(NamedTuple):
    """Somebody who may be a match, with what bounds the tie; `touches` counts only if it must."""

    id: int
    name: str
    title: str
    organisation: str
    availability: str
    known_since: date | None
    cadence_days: int | None
    last_contact_on: date | None
    embers: float | None
    touches: int


class Wanted(NamedTuple):
    """A role that an active goal wants."""

    role: str
    rank: str
    goal: str


def holders(connection: sqlite3.Connection, kind: str, keys: Iterable[str]) -> list[Holder]:
    """Give who has one of these roles, interests, offers or needs."""
    return [
        Holder._make(row)
        for marks, some in chunks(sorted(set(keys)))
        for row in connection.execute(HOLDERS.format(marks=marks), (kind, *some))
    ]


def candidates(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Candidate]:
    """Give these people, those left out who are archived or not available."""
    return [
        Candidate._make((*row[:5], day(row[5]), row[6], day(row[7]), *row[8:]))
        for marks, some in chunks(ids)
        for row in connection.execute(CANDIDATES.format(marks=marks), some)
    ]


def traits(connection: sqlite3.Connection, contact_id: int) -> list[tuple[str, str]]:
    """Give somebody's roles, skills, interests, offers and needs as (kind, value)."""
    return connection.execute(TRAITS_OF, {"id": contact_id}).fetchall()


def wanted(connection: sqlite3.Connection) -> list[Wanted]:
    """Give the roles that active goals want, those of the highest rank first."""
    return [Wanted._make(row) for row in connection.execute(WANTED)]


def acquainted(connection: sqlite3.Connection, contact_id: int, most: int) -> set[int]:
    """Give who is linked to somebody, or was together with them among at most so many people."""
    return _ids(connection, ACQUAINTED, id=contact_id, most=most)


def same_circle(connection: sqlite3.Connection, contact_id: int) -> set[int]:
    """Give who shares a tag with somebody that is marked as a circle."""
    return _ids(connection, SAME_CIRCLE, id=contact_id)


def introduced(connection: sqlite3.Connection, since: date) -> set[int]:
    """Give who was introduced to somebody since a day."""
    return _ids(connection, INTRODUCED, since=since.isoformat())


def unread_titles(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Give everybody who has a title and no role, with the title."""
    return connection.execute(UNREAD_TITLES).fetchall()


def names(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """Give the names of these people."""
    return {
        contact_id: name
        for marks, some in chunks(ids)
        for contact_id, name in connection.execute(NAMES.format(marks=marks), some)
    }


def _ids(connection: sqlite3.Connection, sql: str, **values: object) -> set[int]:
    return {contact_id for (contact_id,) in connection.execute(sql, values)}
