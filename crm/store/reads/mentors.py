"""Mentorships: the agreements, their topics, questions and guidance, and who could be a mentor."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from crm.store.reads.rows import chunks, day

_MENTORSHIP = """SELECT m.id, m.contact_id, c.name, c.archived, c.cadence, m.direction, m.state,
       m.phase, m.purpose, m.rhythm, m.session_minutes, m.channel, m.starts_on, m.until_on,
       m.ended_on, c.last_contact_on, c.next_due_on
  FROM mentorship m JOIN contact c ON c.id = m.contact_id"""
MENTORSHIPS = f"""{_MENTORSHIP} WHERE :ended OR m.state <> 'ended'
 ORDER BY CASE m.state WHEN 'active' THEN 1 WHEN 'candidate' THEN 2 ELSE 3 END,
          m.direction <> 'mentor', c.sort_key, m.id"""
OF_CONTACT = f"""{_MENTORSHIP} WHERE m.contact_id = :id
 ORDER BY m.state = 'ended', m.direction <> 'mentor', m.starts_on DESC, m.id DESC"""
TOPICS = """SELECT t.id, t.name FROM mentor_topic t WHERE t.mentorship_id = :id ORDER BY t.id"""
CASES = """SELECT k.topic_id, k.day, k.level, k.note
  FROM mentor_topic t JOIN mentor_case k ON k.topic_id = t.id
 WHERE t.mentorship_id = :id ORDER BY k.day, k.id"""
QUESTIONS = """SELECT q.id, q.text, t.name, q.noted_on, q.asked_on
  FROM mentor_question q LEFT JOIN mentor_topic t ON t.id = q.topic_id
 WHERE q.mentorship_id = :id ORDER BY q.id"""
GUIDANCE = """SELECT g.id, g.day, t.name, g.problem, g.tried, g.advice, g.did, g.result,
       g.result_on, g.reported_on, g.interaction_id
  FROM guidance g LEFT JOIN mentor_topic t ON t.id = g.topic_id
 WHERE g.mentorship_id = :id ORDER BY g.day, g.id"""
SPOKEN_ON = """SELECT i.id FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id = :id AND i.day = :day AND i.planned = 0
   AND i.kind NOT IN ('memo', 'reaction') ORDER BY i.id DESC LIMIT 1"""
ADVISERS = """SELECT m.contact_id FROM guidance g JOIN mentorship m ON m.id = g.mentorship_id
 WHERE m.direction = 'mentor'
 UNION ALL SELECT contact_id FROM giving WHERE direction = 'got' AND kind = 'feedback'"""
# From the goals to the people: of 100,000 only those with a wanted role are looked at.
SERVING = """SELECT gc.contact_id, g.id, g.rank, g.title FROM goal g
  JOIN goal_contact gc ON gc.goal_id = g.id
 WHERE g.state = 'active' AND (:goal IS NULL OR g.id = :goal)
 UNION SELECT t.contact_id, g.id, g.rank, g.title FROM goal g
  CROSS JOIN goal_role w ON w.goal_id = g.id
  CROSS JOIN contact_trait t ON t.key = w.role AND t.kind = 'role'
  CROSS JOIN contact c ON c.id = t.contact_id
 WHERE g.state = 'active' AND (:goal IS NULL OR g.id = :goal) AND c.last_contact_on IS NOT NULL
 ORDER BY 2"""
POSSIBLE = """SELECT c.id, c.name, c.experience_since, c.cadence_days, c.known_since,
       EXISTS (SELECT 1 FROM mentorship m WHERE m.contact_id = c.id AND m.direction = 'mentor'
                  AND m.state = 'active')
  FROM contact c WHERE c.id IN ({marks}) AND c.archived = 0"""
EXCHANGED = """SELECT p.contact_id, i.day, i.kind, i.side, i.answered FROM participant p
  JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id IN ({marks}) AND i.planned = 0 AND i.kind NOT IN ('memo', 'reaction')"""


class Mentorship(NamedTuple):
    """An agreement with somebody who mentors the user, or by `direction` is mentored."""

    id: int
    contact_id: int
    name: str
    archived: bool
    cadence: str
    direction: str
    state: str
    phase: str
    purpose: str
    rhythm: str
    session_minutes: int | None
    channel: str
    starts_on: date
    until_on: date | None
    ended_on: date | None
    last_contact_on: date | None
    next_due_on: date | None


class Case(NamedTuple):
    """How a case of a topic went, on a level of 0 to 4."""

    day: date
    level: int
    note: str


class Topic(NamedTuple):
    """Something that is learned, with its cases, oldest first."""

    id: int
    name: str
    cases: list[Case]


class Question(NamedTuple):
    """A question for the next session; asked once `asked_on` is known."""

    id: int
    text: str
    topic: str | None
    noted_on: date
    asked_on: date | None


class Guided(NamedTuple):
    """A loop of guidance."""

    id: int
    day: date
    topic: str | None
    problem: str
    tried: str
    advice: str
    did: str
    result: str
    result_on: date | None
    reported_on: date | None
    interaction_id: int | None


class Serving(NamedTuple):
    """An active goal that somebody serves: linked to it, or with a role that it wants."""

    goal_id: int
    rank: str
    title: str


class Possible(NamedTuple):
    """Somebody who could be a mentor; `is_mentor` when they are one already."""

    id: int
    name: str
    experience_since: str
    cadence_days: int | None
    known_since: date | None
    is_mentor: bool


class Exchanged(NamedTuple):
    """Something that passed between the user and a person."""

    day: date
    kind: str
    side: str
    answered: bool | None


def mentorships(connection: sqlite3.Connection, *, ended: bool = False) -> list[Mentorship]:
    """Give the mentorships, active ones first, on request those that ended too."""
    return [_mentorship(row) for row in connection.execute(MENTORSHIPS, {"ended": ended})]


def of_contact(connection: sqlite3.Connection, contact_id: int) -> list[Mentorship]:
    """Give all mentorships with a person, those that ended last."""
    return [_mentorship(row) for row in connection.execute(OF_CONTACT, {"id": contact_id})]


def _mentorship(row: tuple[Any, ...]) -> Mentorship:
    number, contact_id, name, archived, *said = row[:-5]
    starts, *others = row[-5:]
    days = (date.fromisoformat(starts), *map(day, others))
    return Mentorship._make((number, contact_id, name, bool(archived), *said, *days))


def topics(connection: sqlite3.Connection, mentorship_id: int) -> list[Topic]:
    """Give the topics of a mentorship, each with its cases."""
    values = {"id": mentorship_id}
    found = {number: Topic(number, name, []) for number, name in connection.execute(TOPICS, values)}
    for topic_id, on, level, note in connection.execute(CASES, values):
        found[topic_id].cases.append(Case(date.fromisoformat(on), level, note))
    return list(found.values())


def questions(connection: sqlite3.Connection, mentorship_id: int) -> list[Question]:
    """Give the questions of a mentorship, oldest first."""
    rows = connection.execute(QUESTIONS, {"id": mentorship_id})
    return [
        Question(number, text, topic, date.fromisoformat(noted), day(asked))
        for number, text, topic, noted, asked in rows
    ]


def guidance(connection: sqlite3.Connection, mentorship_id: int) -> list[Guided]:
    """Give the loops of guidance of a mentorship, oldest first."""
    rows = connection.execute(GUIDANCE, {"id": mentorship_id})
    return [
        Guided._make(
            (number, date.fromisoformat(on), *said, day(result_on), day(reported), interaction)
        )
        for number, on, *said, result_on, reported, interaction in rows
    ]


def spoken_on(connection: sqlite3.Connection, contact_id: int, on: date) -> int | None:
    """Give the id of the last thing that passed with a person on a day."""
    values = {"id": contact_id, "day": on.isoformat()}
    row = connection.execute(SPOKEN_ON, values).fetchone()
    return int(row[0]) if row else None


def times_advised(connection: sqlite3.Connection) -> dict[int, int]:
    """Give how often each person advised the user, those who never did left out."""
    found: dict[int, int] = {}
    for (contact_id,) in connection.execute(ADVISERS):
        found[contact_id] = found.get(contact_id, 0) + 1
    return found


def serving(connection: sqlite3.Connection, goal_id: int | None) -> dict[int, list[Serving]]:
    """Give the active goals, or the one, that people serve: who is linked, or has a wanted role.

    Those with a role count once there was a contact with them.
    """
    found: dict[int, list[Serving]] = {}
    for contact_id, *goal in connection.execute(SERVING, {"goal": goal_id}):
        found.setdefault(contact_id, []).append(Serving(*goal))
    return found


def possible(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Possible]:
    """Give these people as possible mentors, archived ones left out."""
    found = []
    for marks, some in chunks(ids):
        for *said, known, is_mentor in connection.execute(POSSIBLE.format(marks=marks), some):
            found.append(Possible._make((*said, day(known), bool(is_mentor))))
    return found


def exchanged(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Exchanged]]:
    """Give what passed between the user and each of these people."""
    found: dict[int, list[Exchanged]] = {}
    for marks, some in chunks(ids):
        for contact_id, on, kind, side, answered in connection.execute(
            EXCHANGED.format(marks=marks), some
        ):
            known = None if answered is None else bool(answered)
            happened = Exchanged(date.fromisoformat(on), kind, side, known)
            found.setdefault(contact_id, []).append(happened)
    return found
