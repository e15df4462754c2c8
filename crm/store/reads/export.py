"""The whole network, table by table, in an order that does not depend on how it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

AT_ONCE = 500

CONTACTS = """SELECT c.id, c.uid, c.name, c.given_name, c.family_name, c.organisation, c.title,
       c.experience_since, c.place, c.time_zone, c.language, c.availability, c.met_on, c.met_at,
       m.uid AS met_through, c.known_since, c.cadence, c.garden_since, c.woken_on, c.notes,
       c.archived, c.origin, c.created_at, c.last_contact_on, c.cadence_days, c.next_due_on
  FROM contact c LEFT JOIN contact m ON m.id = c.met_through_id
 WHERE :about IS NULL OR c.id = :about ORDER BY c.id"""
EMAILS = """SELECT contact_id, value, label FROM contact_email
 WHERE contact_id BETWEEN :first AND :last ORDER BY contact_id, position, id"""
PHONES = """SELECT contact_id, value, label FROM contact_phone
 WHERE contact_id BETWEEN :first AND :last ORDER BY contact_id, position, id"""
LINKS = """SELECT contact_id, url, kind FROM contact_link
 WHERE contact_id BETWEEN :first AND :last ORDER BY contact_id, position, id"""
ADDRESSES = """SELECT contact_id, label, street, city, region, postcode, country
  FROM contact_address WHERE contact_id BETWEEN :first AND :last
 ORDER BY contact_id, position, id"""
DATES = """SELECT contact_id, kind, label, year, month, day FROM contact_date
 WHERE contact_id BETWEEN :first AND :last ORDER BY contact_id, id"""
TRAITS = """SELECT contact_id, kind, value FROM contact_trait
 WHERE contact_id BETWEEN :first AND :last ORDER BY contact_id, id"""
TAGS = """SELECT t.contact_id, g.name FROM contact_tag t JOIN tag g ON g.id = t.tag_id
 WHERE t.contact_id BETWEEN :first AND :last ORDER BY t.contact_id, g.key"""
ACQUAINTANCES = """SELECT a.a_id, c.uid FROM acquaintance a JOIN contact c ON c.id = a.b_id
 WHERE a.a_id BETWEEN :first AND :last
 UNION ALL SELECT a.b_id, c.uid FROM acquaintance a JOIN contact c ON c.id = a.a_id
 WHERE a.b_id BETWEEN :first AND :last ORDER BY 1, 2"""
FACTS = """SELECT f.contact_id, f.id, f.kind, f.text, f.source, f.day, i.uid AS interaction
  FROM fact f LEFT JOIN interaction i ON i.id = f.interaction_id
 WHERE f.contact_id BETWEEN :first AND :last ORDER BY f.contact_id, f.id"""
PROMISES_OF = """SELECT p.contact_id, p.id, p.mine, p.text, p.made_on, p.due_on, p.done_on,
       i.uid AS interaction FROM promise p LEFT JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id BETWEEN :first AND :last ORDER BY p.contact_id, p.id"""
SNOOZES = """SELECT contact_id, made_on, until_on FROM snooze
 WHERE contact_id BETWEEN :first AND :last ORDER BY contact_id, id"""
IMPORTS = """SELECT contact_id, source, external_id, fields, imported_on FROM import_record
 WHERE contact_id BETWEEN :first AND :last ORDER BY contact_id, source, external_id"""

INTERACTIONS = """SELECT id, uid, day, kind, side, begun_by, depth, ask, planned, answered,
       listen_share, questions, followups, duration_minutes, place, event, summary, created_at
  FROM interaction WHERE :about IS NULL OR id IN (SELECT interaction_id FROM participant
         WHERE contact_id = :about) ORDER BY id"""
PARTICIPANTS = """SELECT p.interaction_id, c.uid, c.id, c.name FROM participant p
  JOIN contact c ON c.id = p.contact_id
 WHERE p.interaction_id BETWEEN :first AND :last ORDER BY p.interaction_id, c.id"""
GOALS = """SELECT g.id, g.uid, g.title, g.rank, g.why, g.unit, g.start, g.target,
       coalesce((SELECT p.value FROM goal_progress p WHERE p.goal_id = g.id
                  ORDER BY p.day DESC, p.id DESC LIMIT 1), g.start) AS current,
       g.starts_on, g.due_on, g.state, g.closed_on, g.next_action, g.next_action_on,
       c.uid AS next_action_contact
  FROM goal g LEFT JOIN contact c ON c.id = g.next_action_contact_id
 WHERE :about IS NULL OR g.next_action_contact_id = :about OR g.id IN (
       SELECT goal_id FROM goal_contact WHERE contact_id = :about) ORDER BY g.id"""
GOAL_ROLES = """SELECT goal_id, role FROM goal_role
 WHERE goal_id BETWEEN :first AND :last ORDER BY goal_id, role"""
GOAL_CONTACTS = """SELECT gc.goal_id, c.uid, c.id, c.name FROM goal_contact gc
  JOIN contact c ON c.id = gc.contact_id
 WHERE gc.goal_id BETWEEN :first AND :last ORDER BY gc.goal_id, c.id"""
GOAL_PROGRESS = """SELECT goal_id, day, value, note FROM goal_progress
 WHERE goal_id BETWEEN :first AND :last ORDER BY goal_id, day, id"""
PROMISES = """SELECT p.id, p.contact_id, c.name, p.mine, p.text, p.made_on, p.due_on, p.done_on
  FROM promise p JOIN contact c ON c.id = p.contact_id ORDER BY p.id"""
GIVING = """SELECT g.id, g.uid, c.uid AS contact, g.direction, g.kind, g.text, g.day, g.client,
       g.value, g.status, g.thanked_on, g.outcome, g.reported_on, i.uid AS interaction
  FROM giving g JOIN contact c ON c.id = g.contact_id
  LEFT JOIN interaction i ON i.id = g.interaction_id
 WHERE :about IS NULL OR g.contact_id = :about ORDER BY g.id"""
ASKS = """SELECT a.id, c.uid AS contact, a.kind, a.text, a.day, a.outcome, a.outcome_on,
       i.uid AS interaction FROM ask a JOIN contact c ON c.id = a.contact_id
  LEFT JOIN interaction i ON i.id = a.interaction_id
 WHERE :about IS NULL OR a.contact_id = :about ORDER BY a.id"""
QUESTIONS = """SELECT q.id, c.uid AS contact, q.mine, q.text, q.day, q.answer, q.answered_on,
       i.uid AS interaction FROM question q JOIN contact c ON c.id = q.contact_id
  LEFT JOIN interaction i ON i.id = q.interaction_id
 WHERE :about IS NULL OR q.contact_id = :about ORDER BY q.id"""
MENTORSHIPS = """SELECT m.id, m.uid, c.uid AS contact, m.direction, m.state, m.phase, m.purpose,
       m.rhythm, m.session_minutes, m.channel, m.starts_on, m.until_on, m.ended_on
  FROM mentorship m JOIN contact c ON c.id = m.contact_id
 WHERE :about IS NULL OR m.contact_id = :about ORDER BY m.id"""
MENTOR_TOPICS = """SELECT mentorship_id, id, name FROM mentor_topic
 WHERE mentorship_id BETWEEN :first AND :last ORDER BY mentorship_id, id"""
MENTOR_CASES = """SELECT t.mentorship_id, k.topic_id, k.day, k.level, k.note FROM mentor_topic t
  JOIN mentor_case k ON k.topic_id = t.id
 WHERE t.mentorship_id BETWEEN :first AND :last ORDER BY t.mentorship_id, k.day, k.id"""
MENTOR_QUESTIONS = """SELECT q.mentorship_id, q.id, q.text, t.name AS topic, q.noted_on, q.asked_on
  FROM mentor_question q LEFT JOIN mentor_topic t ON t.id = q.topic_id
 WHERE q.mentorship_id BETWEEN :first AND :last ORDER BY q.mentorship_id, q.id"""
GUIDANCE = """SELECT g.mentorship_id, g.id, g.day, t.name AS topic, g.problem, g.tried, g.advice,
       g.did, g.result, g.result_on, g.reported_on, i.uid AS interaction
  FROM guidance g LEFT JOIN mentor_topic t ON t.id = g.topic_id
  LEFT JOIN interaction i ON i.id = g.interaction_id
 WHERE g.mentorship_id BETWEEN :first AND :last ORDER BY g.mentorship_id, g.day, g.id"""
INTRODUCTIONS = """SELECT i.id, i.uid, a.uid AS a, b.uid AS b, i.state, i.why, i.noted_on,
       i.moved_on, i.asked_a_on, i.agreed_a_on, i.asked_b_on, i.agreed_b_on, i.made_on, i.met_on,
       i.closed_on, i.declined_by, i.outcome, n.uid AS interaction
  FROM introduction i JOIN contact a ON a.id = i.a_id JOIN contact b ON b.id = i.b_id
  LEFT JOIN interaction n ON n.id = i.interaction_id ORDER BY i.id"""
EVENTS = """SELECT id, uid, name, starts_on, ends_on, place, organisation, series, why, offer,
       notes, closed_on FROM event
 WHERE :about IS NULL OR id IN (SELECT event_id FROM event_person WHERE contact_id = :about)
 ORDER BY id"""
EVENT_AIMS = """SELECT event_id, text, target, reached FROM event_aim
 WHERE event_id BETWEEN :first AND :last ORDER BY event_id, id"""
EVENT_PEOPLE = """SELECT p.event_id, c.id AS contact_id, c.uid AS contact, p.wanted, p.met, p.kept,
       p.note, i.uid AS interaction FROM event_person p JOIN contact c ON c.id = p.contact_id
  LEFT JOIN interaction i ON i.id = p.interaction_id
 WHERE p.event_id BETWEEN :first AND :last ORDER BY p.event_id, c.id"""
ALL_TAGS = "SELECT name, cadence, circle FROM tag ORDER BY key"
PAUSES = "SELECT id, starts_on, until_on FROM pause ORDER BY id"

OWN_ROLES = "SELECT slug, name, area, synonyms FROM own_role ORDER BY slug"
OWN_PAIRS = "SELECT role_a, role_b, strength, why FROM own_pair ORDER BY role_a, role_b"
PROJECTS = """SELECT id, uid, title, state, brings, starts_on, ended_on, outcome FROM joint_project
 WHERE :about IS NULL OR id IN (SELECT project_id FROM project_person WHERE contact_id = :about)
 ORDER BY id"""
PROJECT_PEOPLE = """SELECT j.project_id, c.uid AS contact, c.id, j.brings FROM project_person j
  JOIN contact c ON c.id = j.contact_id WHERE j.project_id BETWEEN :first AND :last
 ORDER BY j.project_id, j.id"""


def rows(connection: sqlite3.Connection, sql: str, **values: Any) -> Iterator[list[dict[str, Any]]]:
    """Give the rows of a statement of this file as dicts by column, some hundred at once."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    while some := cursor.fetchmany(AT_ONCE):
        yield [dict(zip(names, row, strict=True)) for row in some]


def owned(
    connection: sqlite3.Connection, sql: str, first: int, last: int
) -> dict[int, list[tuple[Any, ...]]]:
    """Give what belongs to the owners with ids from `first` to `last`, by owner, in order."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for owner, *values in connection.execute(sql, {"first": first, "last": last}):
        found.setdefault(owner, []).append(tuple(values))
    return found


def named(
    connection: sqlite3.Connection, sql: str, first: int, last: int
) -> dict[int, list[dict[str, Any]]]:
    """Give what belongs to the owners as dicts by column, by owner, in order."""
    cursor = connection.execute(sql, {"first": first, "last": last})
    names = [column[0] for column in cursor.description[1:]]
    found: dict[int, list[dict[str, Any]]] = {}
    for owner, *values in cursor:
        found.setdefault(owner, []).append(dict(zip(names, values, strict=True)))
    return found
