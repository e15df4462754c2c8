"""Goals as lists and details."""

import sqlite3
from datetime import date
from typing import NamedTuple

from crm.store.reads.rows import day

_GOAL = """SELECT g.id, g.uid, g.title, g.rank, g.why, g.unit, g.start, g.target,
       coalesce((SELECT p.value FROM goal_progress p WHERE p.goal_id = g.id
                  ORDER BY p.day DESC, p.id DESC LIMIT 1), g.start),
       g.starts_on, g.due_on, g.state, g.closed_on, g.next_action, g.next_action_on,
       g.next_action_contact_id FROM goal g"""
_ORDER = """ORDER BY CASE g.rank WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, g.id"""
GOALS = f"{_GOAL} WHERE :closed OR g.state = 'active' {_ORDER}"
BY_ID = f"{_GOAL} WHERE g.id = :id"
BY_EXACT_TITLE = f"{_GOAL} WHERE g.key = :key"
BY_PART = f"{_GOAL} WHERE g.key LIKE :pattern ESCAPE '\\' {_ORDER}"
PEOPLE = """SELECT c.id, c.name, c.last_contact_on FROM goal_contact gc
  JOIN contact c ON c.id = gc.contact_id WHERE gc.goal_id = :id ORDER BY c.sort_key, c.id"""
ROLES = "SELECT role FROM goal_role WHERE goal_id = :id ORDER BY id"
PROGRESS = """SELECT day, value, note FROM goal_progress WHERE goal_id = :id
 ORDER BY day, id"""
OF_CONTACT = f"""{_GOAL} JOIN goal_contact gc ON gc.goal_id = g.id
 WHERE gc.contact_id = :id AND g.state = 'active' {_ORDER}"""


class Goal(NamedTuple):
    """A goal and where its measure stands."""

    id: int
    uid: str
    title: str
    rank: str
    why: str
    unit: str
    start: float
    target: float | None
    current: float
    starts_on: date
    due_on: date | None
    state: str
    closed_on: date | None
    next_action: str
    next_action_on: date | None
    next_action_contact_id: int | None


class Linked(NamedTuple):
    """A person linked to a goal."""

    id: int
    name: str
    last_contact_on: date | None


def goals(connection: sqlite3.Connection, *, closed: bool = False) -> list[Goal]:
    """Give the active goals by rank, on request the closed ones too."""
    return [_goal(row) for row in connection.execute(GOALS, {"closed": closed})]


def by_id(connection: sqlite3.Connection, goal_id: int) -> list[Goal]:
    """Give the goal with this id as a list of one or none."""
    return [_goal(row) for row in connection.execute(BY_ID, {"id": goal_id})]


def by_exact_title(connection: sqlite3.Connection, key: str) -> list[Goal]:
    """Give the goal whose folded title is `key` as a list of one or none."""
    return [_goal(row) for row in connection.execute(BY_EXACT_TITLE, {"key": key})]


def by_part(connection: sqlite3.Connection, pattern: str) -> list[Goal]:
    """Give the goals whose folded title fits a LIKE pattern."""
    return [_goal(row) for row in connection.execute(BY_PART, {"pattern": pattern})]


def of_contact(connection: sqlite3.Connection, contact_id: int) -> list[Goal]:
    """Give the active goals that a person is linked to, by rank."""
    return [_goal(row) for row in connection.execute(OF_CONTACT, {"id": contact_id})]


def people(connection: sqlite3.Connection, goal_id: int) -> list[Linked]:
    """Give the people linked to a goal."""
    rows = connection.execute(PEOPLE, {"id": goal_id})
    return [Linked(contact_id, name, day(last)) for contact_id, name, last in rows]


def roles(connection: sqlite3.Connection, goal_id: int) -> list[str]:
    """Give the roles (slugs) that a goal wants."""
    return [role for (role,) in connection.execute(ROLES, {"id": goal_id})]


def progress(connection: sqlite3.Connection, goal_id: int) -> list[tuple[date, float, str]]:
    """Give where the measure stood on which day, oldest first."""
    rows = connection.execute(PROGRESS, {"id": goal_id})
    return [(date.fromisoformat(on), value, note) for on, value, note in rows]


def _goal(row: tuple[object, ...]) -> Goal:
    own = list(row)
    for index in (9, 10, 12, 14):
        own[index] = day(own[index])  # type: ignore[arg-type]
    return Goal(*own)  # type: ignore[arg-type]
