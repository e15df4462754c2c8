"""Projects done together, with what each side brings."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crm.store.reads.rows import chunks, day

_PROJECT = """SELECT p.id, p.uid, p.title, p.state, p.brings, p.starts_on, p.ended_on, p.outcome
  FROM joint_project p"""
PROJECTS = f"""{_PROJECT} WHERE :all OR p.state = 'running'
 ORDER BY p.ended_on IS NOT NULL, p.starts_on DESC, p.id DESC"""
BY_ID = f"{_PROJECT} WHERE p.id = :id"
BY_EXACT_TITLE = f"{_PROJECT} WHERE p.key = :key"
BY_PART = f"{_PROJECT} WHERE p.key LIKE :pattern ESCAPE '\\' ORDER BY p.id"
PEOPLE = """SELECT j.project_id, c.id, c.name, j.brings FROM project_person j
  JOIN contact c ON c.id = j.contact_id WHERE j.project_id IN ({marks}) ORDER BY j.id"""


class Project(NamedTuple):
    """A project done together, and what the user brings to it."""

    id: int
    uid: str
    title: str
    state: str
    brings: str
    starts_on: date
    ended_on: date | None
    outcome: str


class Member(NamedTuple):
    """Somebody in a project, and what they bring to it."""

    id: int
    name: str
    brings: str


def projects(connection: sqlite3.Connection, *, over: bool) -> list[Project]:
    """Give the projects under way, newest first, on request those that are over after them."""
    return _projects(connection, PROJECTS, all=over)


def by_id(connection: sqlite3.Connection, project_id: int) -> list[Project]:
    """Give the project with this id."""
    return _projects(connection, BY_ID, id=project_id)


def by_exact_title(connection: sqlite3.Connection, key: str) -> list[Project]:
    """Give the project with this folded title."""
    return _projects(connection, BY_EXACT_TITLE, key=key)


def by_part(connection: sqlite3.Connection, pattern: str) -> list[Project]:
    """Give the projects whose folded title fits a LIKE pattern."""
    return _projects(connection, BY_PART, pattern=pattern)


def people(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Member]]:
    """Give who is in each of these projects, in the order they were named."""
    found: dict[int, list[Member]] = {}
    for marks, some in chunks(ids):
        for project_id, *member in connection.execute(PEOPLE.format(marks=marks), some):
            found.setdefault(project_id, []).append(Member._make(member))
    return found


def _projects(connection: sqlite3.Connection, sql: str, **values: object) -> list[Project]:
    return [
        Project._make((*row[:5], date.fromisoformat(row[5]), day(row[6]), row[7]))
        for row in connection.execute(sql, values)
    ]
