"""Who of the network is likely at an event: was there before, belongs to it, lives near."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from crm.store.reads.rows import chunks
from crm.store.search import match

# However many say the same words, so many are looked at.
MOST_LOOKED_AT = 200
MET_AT_EVENTS = """SELECT DISTINCT contact_id FROM event_person
 WHERE event_id IN ({marks}) AND met = 1"""
MET_AT = """SELECT id, met_at FROM contact
 WHERE met_on IS NOT NULL AND met_at <> '' AND NOT archived"""
LOGGED_AT = f"""SELECT p.contact_id, i.event
  FROM (SELECT rowid AS id FROM interaction_search WHERE interaction_search MATCH :expression
         ORDER BY rowid DESC LIMIT {MOST_LOOKED_AT}) s
  JOIN interaction i ON i.id = s.id JOIN participant p ON p.interaction_id = i.id
 WHERE i.event <> '' AND i.planned = 0"""
FOUND = f"""SELECT c.id, c.organisation, c.place, c.garden_since IS NOT NULL
  FROM (SELECT rowid AS id FROM contact_search WHERE contact_search MATCH :expression
         LIMIT {MOST_LOOKED_AT}) s JOIN contact c ON c.id = s.id WHERE NOT c.archived"""
TAGGED = """SELECT t.contact_id FROM tag g JOIN contact_tag t ON t.tag_id = g.id
 WHERE g.key IN (:series, :organisation, :name)"""
FILLS = """SELECT t.contact_id, t.key, g.title FROM goal g JOIN goal_role w ON w.goal_id = g.id
  JOIN contact_trait t ON t.kind = 'role' AND t.key = w.role
 WHERE g.state = 'active' AND t.contact_id IN ({marks})
 ORDER BY CASE g.rank WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, g.id"""


class Found(NamedTuple):
    """Somebody whom words of a search fit."""

    id: int
    organisation: str
    place: str
    in_garden: bool


def met_at_events(connection: sqlite3.Connection, event_ids: Iterable[int]) -> set[int]:
    """Give those met at other events."""
    return {
        contact_id
        for marks, some in chunks(event_ids)
        for (contact_id,) in connection.execute(MET_AT_EVENTS.format(marks=marks), some)
    }


def met_at(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Give those of whom it is known when and where one met them, with the place."""
    return connection.execute(MET_AT).fetchall()


def logged_at(connection: sqlite3.Connection, words: str) -> list[tuple[int, str]]:
    """Give those who took part in something at an event with these words, with its name."""
    return _matching(connection, LOGGED_AT, words, "{}")


def of_organisation(connection: sqlite3.Connection, words: str) -> list[Found]:
    """Give those in whose organisation or title these words are."""
    return [Found._make(row) for row in _matching(connection, FOUND, words, "work : ({})")]


def in_place(connection: sqlite3.Connection, words: str) -> list[Found]:
    """Give those in whose place or words these words are."""
    return [Found._make(row) for row in _matching(connection, FOUND, words, "words : ({})")]


def tagged(connection: sqlite3.Connection, series: str, organisation: str, name: str) -> set[int]:
    """Give those who carry a tag of one of these keys."""
    values = {"series": series, "organisation": organisation, "name": name}
    return {contact_id for (contact_id,) in connection.execute(TAGGED, values)}


def fills(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Give the role that an active goal wants, and the goal, of those of these who have one."""
    found: dict[int, tuple[str, str]] = {}
    for marks, some in chunks(ids):
        for contact_id, role, title in connection.execute(FILLS.format(marks=marks), some):
            found.setdefault(contact_id, (role, title))
    return found


def _matching(connection: sqlite3.Connection, sql: str, words: str, form: str) -> list[tuple]:  # type: ignore[type-arg]
    expression = match(words).expression
    if not expression:
        return []
    return connection.execute(sql, {"expression": form.format(expression)}).fetchall()
