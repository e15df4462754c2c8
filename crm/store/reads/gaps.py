"""What goals lack: who fills a wanted role, who could, who knows them, where the effort went."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from crm.store.reads.rows import day

FILLED = """SELECT c.id, c.name FROM goal_contact gc JOIN contact c ON c.id = gc.contact_id
  JOIN contact_trait t ON t.contact_id = c.id
 WHERE gc.goal_id = :goal AND t.kind = 'role' AND t.key = :role AND NOT c.archived
 ORDER BY c.sort_key, c.id"""
COULD_FILL = """SELECT id, name, kind, value, garden_since IS NOT NULL, last_contact_on
  FROM (SELECT c.id, c.name, t.kind, t.value, c.garden_since, c.last_contact_on,
       row_number() OVER (PARTITION BY c.id ORDER BY t.kind <> 'role', t.kind, t.id) AS place
  FROM contact_trait t JOIN contact c ON c.id = t.contact_id
 WHERE t.kind IN ('role', 'skill', 'offer') AND t.key IN ({marks}) AND NOT c.archived
   AND c.availability <> 'unavailable'
   AND NOT EXISTS (SELECT 1 FROM goal_contact gc WHERE gc.goal_id = ? AND gc.contact_id = c.id))
 WHERE place = 1
 ORDER BY garden_since IS NULL, kind <> 'role', last_contact_on IS NULL, last_contact_on DESC, id
 LIMIT ?"""
KNOWN_BY = """WITH link (id) AS (
  SELECT a_id FROM acquaintance WHERE b_id = :id
  UNION SELECT b_id FROM acquaintance WHERE a_id = :id
  UNION SELECT met_through_id FROM contact WHERE id = :id AND met_through_id IS NOT NULL)
SELECT c.id, c.name FROM link JOIN contact c ON c.id = link.id
 WHERE c.garden_since IS NOT NULL AND NOT c.archived
 ORDER BY c.last_contact_on IS NULL, c.last_contact_on DESC, c.id LIMIT :most"""
TOUCHES = """SELECT g.rank, count(DISTINCT i.id) FROM goal g
  JOIN goal_contact gc ON gc.goal_id = g.id JOIN participant p ON p.contact_id = gc.contact_id
  JOIN interaction i ON i.id = p.interaction_id
 WHERE g.state = 'active' AND i.day > :since AND i.day <= :until AND i.planned = 0
   AND i.kind NOT IN ('reaction', 'memo') GROUP BY g.rank"""


class Could(NamedTuple):
    """Somebody who could fill a role, and by which word of theirs: a role, a skill or an offer."""

    id: int
    name: str
    by: str
    word: str
    in_garden: bool
    last_contact_on: date | None


def filled(connection: sqlite3.Connection, goal_id: int, role: str) -> list[tuple[int, str]]:
    """Give those linked to a goal who have a role."""
    return connection.execute(FILLED, {"goal": goal_id, "role": role}).fetchall()


def could_fill(
    connection: sqlite3.Connection, goal_id: int, words: Sequence[str], most: int
) -> list[Could]:
    """Give those not linked to a goal who have one of these folded words, the nearest first."""
    marks = ", ".join("?" * len(words))
    rows = connection.execute(COULD_FILL.format(marks=marks), [*words, goal_id, most])
    return [
        Could(contact_id, name, by, word, bool(in_garden), day(last))
        for contact_id, name, by, word, in_garden, last in rows
    ]


def known_by(connection: sqlite3.Connection, contact_id: int, most: int) -> list[tuple[int, str]]:
    """Give people of the garden who know somebody, those last in touch with first."""
    return connection.execute(KNOWN_BY, {"id": contact_id, "most": most}).fetchall()


def touches(connection: sqlite3.Connection, since: date, until: date) -> dict[str, int]:
    """Give the contacts with people of goals after `since` and up to `until`, by rank."""
    values = {"since": since.isoformat(), "until": until.isoformat()}
    return dict(connection.execute(TOUCHES, values).fetchall())
