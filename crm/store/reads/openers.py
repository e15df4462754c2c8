"""What first sentences are made of: facts, promises, what people look for and like."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crm.domain.dates import PartialDate
from crm.store.reads.rows import chunks, day

OPENED = """SELECT id, uid, name, given_name, language, met_on, met_at, last_contact_on FROM contact
 WHERE id IN ({marks})"""
FACTS_OF = "SELECT contact_id, id, kind, text, source, day FROM fact WHERE contact_id IN ({marks})"
OWED = """SELECT contact_id, id, text, due_on FROM promise
 WHERE contact_id IN ({marks}) AND mine = 1 AND done_on IS NULL AND due_on IS NOT NULL
 ORDER BY due_on, id"""
WORDS = """SELECT contact_id, kind, value, "key" FROM contact_trait
 WHERE contact_id IN ({marks}) AND kind IN ('need', 'interest', 'nickname') ORDER BY id"""
BIRTHDAYS = """SELECT contact_id, year, month, day FROM contact_date
 WHERE contact_id IN ({marks}) AND kind = 'birthday'"""
OFFERED = """SELECT "key" FROM profile_trait WHERE kind IN ('role', 'offer')"""


class Opened(NamedTuple):
    """Somebody to begin with, as far as the first sentence goes."""

    id: int
    uid: str
    name: str
    given_name: str
    language: str
    met_on: date | None
    met_at: str
    last_contact_on: date | None


class Learned(NamedTuple):
    """A fact, where it came from and when."""

    id: int
    kind: str
    text: str
    source: str
    day: date


class Due(NamedTuple):
    """A promise of the user's with its day."""

    id: int
    text: str
    due_on: date


class Word(NamedTuple):
    """A need, an interest or a nickname, as typed and as compared."""

    kind: str
    value: str
    key: str


def opened(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Opened]:
    """Give these people."""
    found = []
    for marks, some in chunks(ids):
        for row in connection.execute(OPENED.format(marks=marks), some):
            found.append(Opened._make((*row[:5], day(row[5]), row[6], day(row[7]))))
    return found


def learned(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Learned]]:
    """Give what is known of these people."""
    found: dict[int, list[Learned]] = {}
    for marks, some in chunks(ids):
        for row in connection.execute(FACTS_OF.format(marks=marks), some):
            fact = Learned._make((*row[1:5], date.fromisoformat(row[5])))
            found.setdefault(row[0], []).append(fact)
    return found


def owed(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Due]]:
    """Give what the user owes these people by a day, the first due first."""
    found: dict[int, list[Due]] = {}
    for marks, some in chunks(ids):
        for contact_id, number, text, on in connection.execute(OWED.format(marks=marks), some):
            found.setdefault(contact_id, []).append(Due(number, text, date.fromisoformat(on)))
    return found


def words(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Word]]:
    """Give the needs, interests and nicknames of these people."""
    found: dict[int, list[Word]] = {}
    for marks, some in chunks(ids):
        for contact_id, *word in connection.execute(WORDS.format(marks=marks), some):
            found.setdefault(contact_id, []).append(Word(*word))
    return found


def birthdays(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, PartialDate]:
    """Give the birthdays of those people who have one."""
    found = {}
    for marks, some in chunks(ids):
        for contact_id, *parts in connection.execute(BIRTHDAYS.format(marks=marks), some):
            found[contact_id] = PartialDate(*parts)
    return found


def offered(connection: sqlite3.Connection) -> frozenset[str]:
    """Give the folded roles and offers of the user."""
    return frozenset(key for (key,) in connection.execute(OFFERED))
