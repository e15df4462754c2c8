"""Who may be on the day's list and why: due, promised, dated, fresh, snoozed, paused."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from crm.domain.dates import PartialDate
from crm.store.reads.rows import chunks, day

_PERSON = """SELECT c.id, c.name, c.uid, c.language, c.next_due_on, c.cadence_days, c.met_on,
       c.met_at, c.last_contact_on, c.known_since, c.garden_since, c.embers FROM contact c"""
# julianday() is SQLite's; another engine subtracts dates.
OVERDUE = f"""WITH first (id, cadences) AS (
  SELECT id, (:julian_today - julianday(next_due_on)) / cadence_days AS cadences FROM contact
   WHERE next_due_on <= :today ORDER BY cadences DESC, id LIMIT :limit)
{_PERSON} JOIN first f ON f.id = c.id ORDER BY f.cadences DESC, c.id"""
PEOPLE = f"{_PERSON} WHERE c.id IN ({{marks}}) AND NOT c.archived"
DUE_AMONG = f"{PEOPLE} AND c.next_due_on <= ?"
FRESH = """SELECT id FROM contact
 WHERE met_on BETWEEN :since AND :today AND (last_contact_on IS NULL OR last_contact_on <= met_on)
   AND garden_since IS NOT NULL AND NOT archived"""
GOAL_RANKS = """SELECT gc.contact_id, g.rank, g.title FROM goal_contact gc
  JOIN goal g ON g.id = gc.goal_id WHERE g.state = 'active'
 ORDER BY CASE g.rank WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, g.id"""
ACTIONS_DUE = """SELECT id, title, rank, next_action, next_action_on, next_action_contact_id
  FROM goal WHERE state = 'active' AND next_action <> '' AND next_action_on <= :until
 ORDER BY id"""
STANDINGS = """SELECT m.contact_id, m.direction, m.state, m.purpose, g.id, g.advice, t.name
  FROM mentorship m
  LEFT JOIN guidance g ON g.mentorship_id = m.id AND m.direction = 'mentor'
        AND g.result_on IS NOT NULL AND g.reported_on IS NULL
  LEFT JOIN mentor_topic t ON t.id = g.topic_id
 WHERE m.state <> 'ended' AND m.starts_on <= :today
 ORDER BY m.state <> 'active', m.direction <> 'mentor', m.id, g.result_on, g.id"""
DATES_WITHIN_DAYS = 7
_WEEK = ", ".join(f"(:m{n}, :d{n})" for n in range(DATES_WITHIN_DAYS + 2))
# CROSS JOIN keeps SQLite to this order: the days of the week first, through their index.
DATES_ABOUT = f"""WITH week (month, day) AS (VALUES {_WEEK})
SELECT d.contact_id, d.kind, d.label, d.year, d.month, d.day
  FROM week CROSS JOIN contact_date d CROSS JOIN contact c
 WHERE d.month = week.month AND d.day = week.day AND c.id = d.contact_id
   AND NOT c.archived AND c.garden_since IS NOT NULL"""
PROMISED = """SELECT p.contact_id, p.due_on, coalesce(c.next_due_on <= :today, 0)
  FROM promise p JOIN contact c ON c.id = p.contact_id
 WHERE p.done_on IS NULL AND p.mine = 1 AND p.due_on IS NOT NULL ORDER BY p.due_on, p.id"""
PROMISES = """SELECT p.id, p.contact_id, c.name, p.mine, p.text, p.made_on, p.due_on, p.done_on
  FROM promise p JOIN contact c ON c.id = p.contact_id
 WHERE (:contact IS NULL OR p.contact_id = :contact) AND (:all OR p.done_on IS NULL)
 ORDER BY p.done_on IS NOT NULL, p.due_on IS NULL, p.due_on, p.id"""
SNOOZED = """SELECT s.contact_id, max(s.until_on)
  FROM snooze s JOIN contact c ON c.id = s.contact_id
 WHERE s.until_on > :today AND s.made_on <= :today
   AND (c.last_contact_on IS NULL OR c.last_contact_on <= s.made_on) GROUP BY s.contact_id"""
# A rhythm that was chosen since answers them as a contact does.
_STANDS = """(c.last_contact_on IS NULL OR c.last_contact_on <= s.made_on)
   AND (c.woken_on IS NULL OR c.woken_on < s.made_on)"""
SNOOZES_STANDING = f"""SELECT count(*) FROM snooze s JOIN contact c ON c.id = s.contact_id
 WHERE s.contact_id = :id AND {_STANDS}"""
SNOOZED_OFTEN = f"""SELECT c.id, c.name, c.cadence_days, count(*) AS times
  FROM snooze s JOIN contact c ON c.id = s.contact_id
 WHERE c.next_due_on IS NOT NULL AND {_STANDS} GROUP BY c.id, c.name, c.cadence_days
HAVING count(*) >= :least ORDER BY times DESC, c.id"""
PAUSED_UNTIL = "SELECT max(until_on) FROM pause WHERE starts_on <= :today AND until_on >= :today"

NEXT_DUE = """SELECT id, name, next_due_on FROM contact WHERE next_due_on > :today
 ORDER BY next_due_on, id LIMIT 1"""
UNWRITTEN = """SELECT id, name FROM contact
 WHERE garden_since IS NOT NULL AND last_contact_on IS NULL AND NOT archived
 ORDER BY garden_since DESC, id LIMIT :most"""

FRESH_SINCE_DAYS = 31
_JULIAN_OF_DAY_ZERO = 1721424.5


class Person(NamedTuple):
    """A person as the day's list needs them."""

    id: int
    name: str
    uid: str
    language: str
    next_due_on: date | None
    cadence_days: int | None
    met_on: date | None
    met_at: str
    last_contact_on: date | None
    known_since: date | None
    garden_since: date | None
    embers: float | None


class GoalLink(NamedTuple):
    """The best active goal that a person is linked to."""

    rank: str
    title: str


class ActionDue(NamedTuple):
    """A goal's next action that is due, perhaps with somebody."""

    goal_id: int
    goal: str
    rank: str
    action: str
    due_on: date
    contact_id: int | None


class ToReport(NamedTuple):
    """Advice with a result that its giver has not heard of."""

    id: int
    advice: str
    topic: str | None


class Standing(NamedTuple):
    """What somebody is to the user as a mentor: `state` is active, candidate or mentee."""

    state: str
    purpose: str
    to_report: tuple[ToReport, ...]


class DateLine(NamedTuple):
    """A yearly date of a person."""

    kind: str
    label: str
    date: PartialDate


class Often(NamedTuple):
    """Somebody who was snoozed several times."""

    id: int
    name: str
    cadence_days: int
    times: int


class PromiseLine(NamedTuple):
    """A promise, `mine` to them or theirs to me."""

    id: int
    contact_id: int
    name: str
    mine: bool
    text: str
    made_on: date
    due_on: date | None
    done_on: date | None


def overdue(connection: sqlite3.Connection, today: date, limit: int) -> list[Person]:
    """Give people who are due, those longest overdue for their cadence first; -1 for all."""
    julian_today = today.toordinal() + _JULIAN_OF_DAY_ZERO
    values = {"today": today.isoformat(), "julian_today": julian_today, "limit": limit}
    rows = connection.execute(OVERDUE, values)
    return [_person(row) for row in rows]


def people(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Person]:
    """Give these people, archived ones left out."""
    found: list[Person] = []
    for marks, some in chunks(ids):
        found += [_person(row) for row in connection.execute(PEOPLE.format(marks=marks), some)]
    return found


def due_among(connection: sqlite3.Connection, ids: Iterable[int], today: date) -> list[Person]:
    """Give those of these people who are due, archived ones left out."""
    found: list[Person] = []
    for marks, some in chunks(ids):
        rows = connection.execute(DUE_AMONG.format(marks=marks), [*some, today.isoformat()])
        found += [_person(row) for row in rows]
    return found


def _person(row: Sequence[Any]) -> Person:
    contact_id, name, uid, language, due, cadence, met, met_at, last, known, joined, embers = row
    return Person(
        contact_id, name, uid, language, day(due), cadence, day(met), met_at, day(last),
        day(known), day(joined), embers,
    )  # fmt: skip


def fresh(connection: sqlite3.Connection, today: date) -> set[int]:
    """Give the ids of people met lately and not contacted since."""
    since = today - timedelta(days=min(FRESH_SINCE_DAYS, today.toordinal() - 1))
    values = {"since": since.isoformat(), "today": today.isoformat()}
    return {contact_id for (contact_id,) in connection.execute(FRESH, values)}


def goal_links(connection: sqlite3.Connection) -> dict[int, GoalLink]:
    """Give the best active goal of each person who is linked to one."""
    found: dict[int, GoalLink] = {}
    for contact_id, rank, title in connection.execute(GOAL_RANKS):
        found.setdefault(contact_id, GoalLink(rank, title))
    return found


def actions_due(connection: sqlite3.Connection, until: date) -> list[ActionDue]:
    """Give the goals' next actions due by `until`."""
    rows = connection.execute(ACTIONS_DUE, {"until": until.isoformat()})
    return [
        ActionDue(goal, title, rank, text, date.fromisoformat(on), contact_id)
        for goal, title, rank, text, on, contact_id in rows
    ]


def standings(connection: sqlite3.Connection, today: date) -> dict[int, Standing]:
    """Give what each mentor, candidate and mentee of a day is, the foremost where they are two."""
    found: dict[int, Standing] = {}
    rows = connection.execute(STANDINGS, {"today": today.isoformat()})
    for contact_id, direction, state, purpose, guidance_id, advice, topic in rows:
        code = "mentee" if direction == "mentee" else state
        known = found.setdefault(contact_id, Standing(code, purpose, ()))
        if guidance_id is not None:
            told = (*known.to_report, ToReport(guidance_id, advice, topic))
            found[contact_id] = known._replace(to_report=told)
    return found


def dates_about(connection: sqlite3.Connection, today: date) -> dict[int, list[DateLine]]:
    """Give the yearly dates that may be observed in the coming days, by contact."""
    last = min(today.toordinal() + DATES_WITHIN_DAYS, date.max.toordinal())
    week = map(date.fromordinal, range(today.toordinal(), last + 1))
    days = [(2, 29), *((day.month, day.day) for day in week)]
    values: dict[str, int | None] = {}
    for n in range(DATES_WITHIN_DAYS + 2):
        values[f"m{n}"], values[f"d{n}"] = days[n] if n < len(days) else (None, None)
    found: dict[int, list[DateLine]] = {}
    for contact_id, kind, label, *parts in connection.execute(DATES_ABOUT, values):
        found.setdefault(contact_id, []).append(DateLine(kind, label, PartialDate(*parts)))
    return found


class Promised(NamedTuple):
    """The days of the user's dated promises to a person, and whether the person is due."""

    days: list[date]
    is_overdue: bool

    @property
    def due_on(self) -> date:
        """The day of the next one."""
        return self.days[0]


def promised(connection: sqlite3.Connection, today: date) -> dict[int, Promised]:
    """Give what the user promised for a day, by contact."""
    found: dict[int, Promised] = {}
    for contact_id, due, overdue in connection.execute(PROMISED, {"today": today.isoformat()}):
        known = found.setdefault(contact_id, Promised([], bool(overdue)))
        known.days.append(date.fromisoformat(due))
    return found


def promises(
    connection: sqlite3.Connection, contact_id: int | None, *, done: bool
) -> list[PromiseLine]:
    """Give the promises with one person or with all, on request the done ones too."""
    rows = connection.execute(PROMISES, {"contact": contact_id, "all": done})
    return [_promise(row) for row in rows]


def _promise(row: Sequence[object]) -> PromiseLine:
    number, contact_id, name, mine, text, made, due, done = row
    return PromiseLine(
        number, contact_id, name, bool(mine), text, day(made), day(due), day(done),  # type: ignore[arg-type]
    )  # fmt: skip


def snoozed(connection: sqlite3.Connection, today: date) -> dict[int, date]:
    """Give until when each snoozed person is not shown."""
    rows = connection.execute(SNOOZED, {"today": today.isoformat()})
    return {contact_id: date.fromisoformat(until) for contact_id, until in rows}


def snoozes_standing(connection: sqlite3.Connection, contact_id: int) -> int:
    """Give how often a person was snoozed since the last contact, or since they were planted."""
    return int(connection.execute(SNOOZES_STANDING, {"id": contact_id}).fetchone()[0])


def snoozed_often(connection: sqlite3.Connection, least: int) -> list[Often]:
    """Give those of the garden who were so often snoozed since then, the most often first."""
    return [Often._make(row) for row in connection.execute(SNOOZED_OFTEN, {"least": least})]


def paused_until(connection: sqlite3.Connection, today: date) -> date | None:
    """Give the last day of the pause that holds today, None when none does."""
    return day(connection.execute(PAUSED_UNTIL, {"today": today.isoformat()}).fetchone()[0])


def next_due(connection: sqlite3.Connection, today: date) -> tuple[int, str, date] | None:
    """Give who falls due next after today, and when; None for nobody."""
    row = connection.execute(NEXT_DUE, {"today": today.isoformat()}).fetchone()
    return (row[0], row[1], date.fromisoformat(row[2])) if row else None


def unwritten(connection: sqlite3.Connection, most: int) -> list[tuple[int, str]]:
    """Give people of the garden with whom there was no contact yet, those planted last first."""
    return connection.execute(UNWRITTEN, {"most": most}).fetchall()
