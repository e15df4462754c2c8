"""The network as the objects of the JSON export, people named by uid, in a stable order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from crm.domain.dates import PartialDate
from crm.store.reads import export as reads
from crm.store.reads import profile as profile_reads

if TYPE_CHECKING:
    from sqlite3 import Connection

_BOOLEANS = frozenset(
    {"archived", "ask", "planned", "answered", "mine", "circle", "wanted", "met", "kept"}
)
_OF_EVENT = ("id", "uid", "name", "starts_on", "ends_on", "place", "organisation", "series")
"""What an event says to somebody who was there; aims and plans may name others."""
_OWNED = {
    "emails": reads.EMAILS, "phones": reads.PHONES, "links": reads.LINKS,
    "addresses": reads.ADDRESSES, "facts": reads.FACTS, "promises": reads.PROMISES_OF,
    "snoozes": reads.SNOOZES,
}  # fmt: skip


def profile(connection: Connection) -> dict[str, Any]:
    """Give who the user is."""
    name, pitch, since = profile_reads.profile(connection)
    traits = _by_kind(profile_reads.traits(connection))
    return {"name": name, "pitch": pitch, "experience_since": since, "traits": traits}


def tags(connection: Connection) -> list[dict[str, Any]]:
    """Give all tags."""
    return [_plain(row) for some in reads.rows(connection, reads.ALL_TAGS) for row in some]


def pauses(connection: Connection) -> Iterator[dict[str, Any]]:
    """Give all pauses."""
    for some in reads.rows(connection, reads.PAUSES):
        yield from some


def own_roles(connection: Connection) -> Iterator[dict[str, Any]]:
    """Give the roles that the user added."""
    for some in reads.rows(connection, reads.OWN_ROLES):
        for role in some:
            yield {**role, "synonyms": list(filter(None, role["synonyms"].split(";")))}


def own_pairs(connection: Connection) -> Iterator[dict[str, Any]]:
    """Give how well roles go together in the user's own judgement."""
    for some in reads.rows(connection, reads.OWN_PAIRS):
        yield from some


def projects(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give all joint projects, or those that one person is in, nobody else named in them."""
    for some in reads.rows(connection, reads.PROJECTS, about=about):
        people = reads.named(connection, reads.PROJECT_PEOPLE, some[0]["id"], some[-1]["id"])
        for project in some:
            present = people.get(project["id"], [])
            yield {
                **project,
                "people": [
                    {"contact": person["contact"], "brings": person["brings"]}
                    for person in present
                    if about in (None, person["id"])
                ],
            }


def contacts(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give everybody, or one person, with all that belongs to them."""
    for people in reads.rows(connection, reads.CONTACTS, about=about):
        span = people[0]["id"], people[-1]["id"]
        lists = {name: reads.named(connection, sql, *span) for name, sql in _OWNED.items()}
        dates, traits, tags_of, known, imports = (
            reads.owned(connection, sql, *span)
            for sql in (reads.DATES, reads.TRAITS, reads.TAGS, reads.ACQUAINTANCES, reads.IMPORTS)
        )
        for person in people:
            key = person["id"]
            said = {
                name: [_plain(row) for row in rows.get(key, ())] for name, rows in lists.items()
            }
            said["dates"] = [_date(*values) for values in dates.get(key, ())]
            yield {
                **_plain(person),
                **said,
                "traits": _by_kind(traits.get(key, [])),
                "tags": [name for (name,) in tags_of.get(key, ())],
                "acquaintances": [uid for (uid,) in known.get(key, ())],
                "imports": [_import(*values) for values in imports.get(key, ())],
            }


def goals(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give all goals, or those that one person is linked to, nobody else named in them."""
    for some in reads.rows(connection, reads.GOALS, about=about):
        span = some[0]["id"], some[-1]["id"]
        roles = reads.owned(connection, reads.GOAL_ROLES, *span)
        people = reads.owned(connection, reads.GOAL_CONTACTS, *span)
        progress = reads.named(connection, reads.GOAL_PROGRESS, *span)
        for goal in some:
            key = goal["id"]
            del goal["current"]
            linked = [(uid, number) for uid, number, _ in people.get(key, ())]
            yield {
                **goal,
                "roles": [role for (role,) in roles.get(key, ())],
                "contacts": [uid for uid, number in linked if about in (None, number)],
                "progress": progress.get(key, []),
            }


def interactions(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give all interactions, or those that one person took part in."""
    for some in reads.rows(connection, reads.INTERACTIONS, about=about):
        span = some[0]["id"], some[-1]["id"]
        people = reads.owned(connection, reads.PARTICIPANTS, *span)
        for row in some:
            present = people.get(row["id"], ())
            yield {**_plain(row), "participants": [uid for uid, *_ in present]}


def _of_people(connection: Connection, sql: str, about: int | None) -> Iterator[dict[str, Any]]:
    for some in reads.rows(connection, sql, about=about):
        yield from map(_plain, some)


def giving(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give what was given and received, with all or with one person."""
    return _of_people(connection, reads.GIVING, about)


def asks(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give what was asked for, of all or of one person."""
    return _of_people(connection, reads.ASKS, about)


def questions(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give the questions between the user and people, or one person."""
    return _of_people(connection, reads.QUESTIONS, about)


def events(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give all events with aims and people; of one person only when and where they were."""
    for some in reads.rows(connection, reads.EVENTS, about=about):
        span = some[0]["id"], some[-1]["id"]
        aims = reads.named(connection, reads.EVENT_AIMS, *span)
        people = reads.named(connection, reads.EVENT_PEOPLE, *span)
        for event in some:
            key = event["id"]
            present = [_plain(row) for row in people.get(key, ())]
            numbers = [row.pop("contact_id") for row in present]
            if about is not None:
                event = {name: event[name] for name in _OF_EVENT}
                there = zip(numbers, present, strict=True)
                yield {**event, "people": [row for number, row in there if number == about]}
            else:
                yield {**event, "aims": aims.get(key, []), "people": present}


def introductions(connection: Connection) -> Iterator[dict[str, Any]]:
    """Give all introductions; none are told of one person alone, who may not know of them."""
    for some in reads.rows(connection, reads.INTRODUCTIONS):
        yield from some


def mentorships(connection: Connection, about: int | None) -> Iterator[dict[str, Any]]:
    """Give the mentorships, of all or of one person, with all that was noted in them."""
    for some in reads.rows(connection, reads.MENTORSHIPS, about=about):
        span = some[0]["id"], some[-1]["id"]
        topics, cases, questions_of, guidance = (
            reads.named(connection, sql, *span)
            for sql in (
                reads.MENTOR_TOPICS, reads.MENTOR_CASES, reads.MENTOR_QUESTIONS, reads.GUIDANCE
            )
        )  # fmt: skip
        for row in some:
            key = row["id"]
            of_topics: dict[int, list[dict[str, Any]]] = {}
            for case in cases.get(key, ()):
                of_topics.setdefault(case.pop("topic_id"), []).append(case)
            yield {
                **row,
                "topics": [
                    {"name": topic["name"], "cases": of_topics.get(topic["id"], [])}
                    for topic in topics.get(key, ())
                ],
                "questions": questions_of.get(key, []),
                "guidance": guidance.get(key, []),
            }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    for name in _BOOLEANS & row.keys():
        if row[name] is not None:
            row[name] = bool(row[name])
    return row


def _by_kind(rows: list[tuple[Any, ...]] | list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, value in rows:
        found.setdefault(kind, []).append(value)
    return dict(sorted(found.items()))


def _date(kind: str, label: str, *parts: int | None) -> dict[str, str]:
    return {"kind": kind, "label": label, "date": PartialDate(*parts).isoformat()}


def _import(source: str, external_id: str, fields: str, imported_on: str) -> dict[str, Any]:
    return {
        "source": source, "external_id": external_id, "fields": json.loads(fields),
        "imported_on": imported_on,
    }  # fmt: skip
