"""Introductions of people to each other, and what tells who is busier."""

import sqlite3
from datetime import date
from typing import Any, NamedTuple

from crm.domain.introductions import Side, State, Steps
from crm.store.reads.rows import day

_INTRODUCTION = """SELECT i.id, i.uid, i.a_id, a.name, i.b_id, b.name, i.why, i.noted_on, i.outcome,
       i.interaction_id, i.state, i.moved_on, i.asked_a_on, i.agreed_a_on, i.asked_b_on,
       i.agreed_b_on, i.made_on, i.met_on, i.closed_on, i.declined_by,
       CASE WHEN a.archived = 1 THEN a.id WHEN b.archived = 1 THEN b.id END AS archived
  FROM introduction i JOIN contact a ON a.id = i.a_id JOIN contact b ON b.id = i.b_id"""
ALL = f"{_INTRODUCTION} WHERE :all OR i.state NOT IN ('closed', 'declined') ORDER BY i.id"
BY_ID = f"{_INTRODUCTION} WHERE i.id = :id"
BEGUN = """SELECT i.id FROM introduction i
 WHERE i.state NOT IN ('closed', 'declined') AND i.made_on IS NULL
   AND (i.a_id = :one AND i.b_id = :other OR i.a_id = :other AND i.b_id = :one) ORDER BY i.id"""
ASKED_LATELY = """SELECT count(*) FROM introduction
 WHERE a_id = :id AND (asked_a_on >= :since OR made_on >= :since)
    OR b_id = :id AND (asked_b_on >= :since OR made_on >= :since)"""
IN_TOUCH = """SELECT count(*) FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id = :id AND i.planned = 0 AND i.day > :since AND i.day <= :today"""
LINKED = "SELECT EXISTS (SELECT 1 FROM acquaintance WHERE a_id = :one AND b_id = :other)"
TOGETHER = """SELECT EXISTS (SELECT 1 FROM participant p
  JOIN participant q ON q.interaction_id = p.interaction_id AND q.contact_id = :other
  JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id = :one AND i.planned = 0 AND i.people <= :most)"""
WAITING = f"""SELECT i.*, a.last_contact_on, b.last_contact_on
  FROM ({_INTRODUCTION}) i JOIN contact a ON a.id = i.a_id JOIN contact b ON b.id = i.b_id
 WHERE i.state IN ('asked_a', 'asked_b', 'agreed', 'made') AND i.archived IS NULL
 ORDER BY i.id"""
FEW_PEOPLE = 8
"""People who were together in so small a circle know each other."""


class Introduction(NamedTuple):
    """An introduction of A, who is asked first, to B; `archived` is the id of one who is."""

    id: int
    uid: str
    a_id: int
    a_name: str
    b_id: int
    b_name: str
    why: str
    noted_on: date
    outcome: str
    interaction_id: int | None
    steps: Steps
    archived: int | None


class Waiting(NamedTuple):
    """An introduction under way, and the last contact with each of the two."""

    introduction: Introduction
    a_last_on: date | None
    b_last_on: date | None


def introductions(connection: sqlite3.Connection, *, over: bool) -> list[Introduction]:
    """Give the introductions under way, on request those that are over too, oldest first."""
    return [_introduction(row) for row in connection.execute(ALL, {"all": over})]


def by_id(connection: sqlite3.Connection, introduction_id: int) -> Introduction | None:
    """Give the introduction with this id."""
    row = connection.execute(BY_ID, {"id": introduction_id}).fetchone()
    return _introduction(row) if row else None


def waiting(connection: sqlite3.Connection) -> list[Waiting]:
    """Give the introductions that may wait for the user, and the last contacts with the two."""
    return [
        Waiting(_introduction(row[:-2]), day(row[-2]), day(row[-1]))
        for row in connection.execute(WAITING)
    ]


def begun(connection: sqlite3.Connection, one_id: int, other_id: int) -> list[int]:
    """Give the introductions of two people, in either order, that are not made nor over."""
    rows = connection.execute(BEGUN, {"one": one_id, "other": other_id})
    return [introduction_id for (introduction_id,) in rows]


def asked_lately(connection: sqlite3.Connection, contact_id: int, since: date) -> int:
    """Give for how many introductions somebody was asked, or introduced, since a day."""
    values = {"id": contact_id, "since": since.isoformat()}
    return int(connection.execute(ASKED_LATELY, values).fetchone()[0])


def in_touch(connection: sqlite3.Connection, contact_id: int, since: date, today: date) -> int:
    """Give how many interactions with somebody there were after `since`."""
    values = {"id": contact_id, "since": since.isoformat(), "today": today.isoformat()}
    return int(connection.execute(IN_TOUCH, values).fetchone()[0])


def are_acquainted(connection: sqlite3.Connection, one_id: int, other_id: int) -> bool:
    """Tell whether two people are linked, or were together in a small circle."""
    a_id, b_id = sorted((one_id, other_id))
    values = {"one": a_id, "other": b_id, "most": FEW_PEOPLE}
    return any(bool(connection.execute(sql, values).fetchone()[0]) for sql in (LINKED, TOGETHER))


def _introduction(row: tuple[Any, ...]) -> Introduction:
    number, uid, a_id, a_name, b_id, b_name, why, noted, outcome, interaction, *steps = row
    state, *days, by, archived = steps
    taken = Steps._make((State(state), *map(day, days), Side(by) if by else None))
    return Introduction(
        number, uid, a_id, a_name, b_id, b_name, why, date.fromisoformat(noted), outcome,
        interaction, taken, archived,
    )  # fmt: skip
