"""Full-text search: what is findable about people and interactions, folded, and the query for it.

The rows are folded in Python and written in the transaction that changes the data: under
trusted_schema=OFF a trigger may not write to an FTS5 table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from crm.domain.text import fold
from crm.store.reads.rows import chunks

_CONTACTS = """
SELECT c.id, c.name_folded, c.organisation, c.title, c.place, c.notes,
       (SELECT group_concat(value, ' ') FROM contact_trait t WHERE t.contact_id = c.id),
       (SELECT group_concat(g.name, ' ') FROM contact_tag t JOIN tag g ON g.id = t.tag_id
         WHERE t.contact_id = c.id),
       (SELECT group_concat(value, ' ') FROM contact_email e WHERE e.contact_id = c.id),
       (SELECT group_concat(text, ' ') FROM fact f WHERE f.contact_id = c.id)
  FROM contact c WHERE c.id IN ({marks})
"""
_INTERACTIONS = "SELECT id, summary, place, event FROM interaction WHERE id IN ({marks})"
_ADD_CONTACT = "INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (?, ?, ?, ?, ?)"
_ADD_INTERACTION = "INSERT INTO interaction_search (rowid, words) VALUES (?, ?)"

AMONG = "(SELECT value FROM json_each(:{value}))"
"""The values of a JSON list that a statement takes as one parameter."""


class Match(NamedTuple):
    """A search as FTS5 takes it, and the folded parts that no index knows (signs, emoji)."""

    expression: str
    signs: tuple[str, ...]


def match(query: str) -> Match:
    """Read what somebody typed as words to be found in any order, the beginning of each enough."""
    words, signs = [], []
    for term in fold(query).split():
        if any(character.isalnum() for character in term):
            quoted = term.replace('"', '""')
            words.append(f'"{quoted}"*')
        else:
            signs.append(term)
    return Match(" ".join(words), tuple(signs))


def like(part: str) -> str:
    """Give a LIKE pattern (escape character: backslash) for text that contains `part`."""
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def index_contacts(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Make the search rows of these contacts anew; of one that is gone, none."""
    for marks, some in chunks(sorted(ids)):
        connection.execute(f"DELETE FROM contact_search WHERE rowid IN ({marks})", some)
        rows = connection.execute(_CONTACTS.format(marks=marks), some)
        connection.executemany(_ADD_CONTACT, [_contact_row(row) for row in rows])


def _contact_row(row: tuple[Any, ...]) -> Sequence[Any]:
    contact_id, name, organisation, title, place, notes, traits, tags, emails, facts = row
    words = fold(f"{place} {traits or ''} {tags or ''} {emails or ''}")
    return contact_id, name, fold(f"{organisation} {title}"), words, fold(f"{notes} {facts or ''}")


def add_contacts(connection: sqlite3.Connection, rows: Iterable[Sequence[Any]]) -> None:
    """Write the search rows of new people: id, folded name, work, words, notes, all folded."""
    connection.executemany(_ADD_CONTACT, rows)


def index_interactions(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Make the search rows of these interactions anew; of one that is gone, none."""
    for marks, some in chunks(sorted(ids)):
        connection.execute(f"DELETE FROM interaction_search WHERE rowid IN ({marks})", some)
        rows = connection.execute(_INTERACTIONS.format(marks=marks), some)
        connection.executemany(
            _ADD_INTERACTION, [(row[0], fold(" ".join(row[1:]))) for row in rows if any(row[1:])]
        )


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all search rows anew, as after a migration."""
    for table, index in (("contact", index_contacts), ("interaction", index_interactions)):
        connection.execute(f"DELETE FROM {table}_search")
        index(connection, [row[0] for row in connection.execute(f"SELECT id FROM {table}")])
