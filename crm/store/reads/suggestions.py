"""What introductions look at of everybody who has a role: words, circles, earlier introductions."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from crm.store.reads.rows import chunks

ROLES = """SELECT t.contact_id, t.key FROM contact_trait t JOIN contact c ON c.id = t.contact_id
 WHERE t.kind = 'role' AND NOT c.archived AND c.availability <> 'unavailable'
 ORDER BY t.contact_id, t.id"""
WORDS = """SELECT contact_id, kind, value, key FROM contact_trait
 WHERE contact_id IN ({marks}) AND kind IN ('interest', 'need', 'offer') ORDER BY id"""
CIRCLES = """SELECT t.contact_id, t.tag_id FROM tag g JOIN contact_tag t ON t.tag_id = g.id
 WHERE g.circle = 1"""
INTRODUCED = "SELECT a_id, b_id FROM introduction"


class Word(NamedTuple):
    """An interest, need or offer of somebody, as typed and as compared."""

    kind: str
    value: str
    key: str


def roles(connection: sqlite3.Connection) -> dict[int, list[str]]:
    """Give the roles of everybody available who has one."""
    found: dict[int, list[str]] = defaultdict(list)
    for contact_id, key in connection.execute(ROLES):
        found[contact_id].append(key)
    return found


def words(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Word]]:
    """Give the interests, needs and offers of these people."""
    found: dict[int, list[Word]] = defaultdict(list)
    for marks, some in chunks(ids):
        for contact_id, *word in connection.execute(WORDS.format(marks=marks), some):
            found[contact_id].append(Word._make(word))
    return found


def circles(connection: sqlite3.Connection) -> dict[int, set[int]]:
    """Give the circles (tags) that people belong to."""
    found: dict[int, set[int]] = defaultdict(set)
    for contact_id, tag_id in connection.execute(CIRCLES):
        found[contact_id].add(tag_id)
    return found


def introduced(connection: sqlite3.Connection) -> dict[int, set[int]]:
    """Give with whom each person stands in an introduction, whatever became of it."""
    found: dict[int, set[int]] = defaultdict(set)
    for a_id, b_id in connection.execute(INTRODUCED):
        found[a_id].add(b_id)
        found[b_id].add(a_id)
    return found
