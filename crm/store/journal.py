"""Undo: triggers write every row as it was before a change, and a change is taken back from them.

The triggers stand on the ordinary tables, so that ORM, bulk and cascading writes all count; what
was shown on a day is no deed. They are made from the tables of the file itself, anew after each
migration. They write a row as the literals of a SELECT: quote() is exact, and json_object() is not
allowed to a trigger under trusted_schema=OFF before SQLite 3.41.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

_OWN = frozenset({"change", "journal_entry", "alembic_version", "day_line", "delivery"})
_INDEXED_WITH_CONTACT = frozenset({"contact_email", "contact_tag", "contact_trait", "fact"})
_ENTRY = (
    "INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES"
    " ((SELECT max(id) FROM change), '{table}', {row}.id, '{operation}', {old})"
)


class TakenBack(NamedTuple):
    """The change that was undone, and whose search rows must be made again."""

    action: str
    subject: str
    contact_ids: set[int]
    interaction_ids: set[int]


def journaled_tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Give each table that undo covers with its columns."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE"
        " '\\' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {
        name: [column[1] for column in connection.execute(f"PRAGMA table_info({name})")]
        for (name,) in names
        if name not in _OWN
    }


def make_triggers(connection: sqlite3.Connection) -> None:
    """Make (again) the triggers that record each row before it changes."""
    drop_triggers(connection)
    for table, columns in journaled_tables(connection).items():
        old = " || ',' || ".join(f"quote(OLD.{name}) || ' AS {name}'" for name in columns)
        for operation, row, value in (
            ("insert", "NEW", "NULL"),
            ("update", "OLD", old),
            ("delete", "OLD", old),
        ):
            name = f"journal_{table}_{operation}"
            entry = _ENTRY.format(table=table, row=row, operation=operation, old=value)
            connection.execute(
                f"CREATE TRIGGER {name} AFTER {operation.upper()} ON {table} BEGIN {entry}; END"
            )


@contextmanager
def new_rows_noted_at_end(connection: sqlite3.Connection, tables: Sequence[str]) -> Iterator[None]:
    """Note the rows that the block inserts into these tables at its end, in one statement each.

    A trigger takes as long as the insert itself. Name every table that belongs to one of them, and
    owners first: undo deletes in reverse. In a transaction, whose rollback brings triggers back.
    """
    triggers, newest = [], []
    for table in tables:
        name = f"journal_{table}_insert"
        found = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,))
        triggers.append(found.fetchone()[0])
        found = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}")
        newest.append(found.fetchone()[0])
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for table, trigger, row_id in zip(tables, triggers, newest, strict=True):
        connection.execute(
            "INSERT INTO journal_entry (change_id, table_name, row_id, operation)"
            " SELECT (SELECT max(id) FROM change), ?, id, 'insert'"
            f" FROM {table} WHERE id > ? ORDER BY id",
            (table, row_id),
        )
        connection.execute(trigger)


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Let rows be written that belong to no change, as a migration does."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 8) = 'journal_'"
    ).fetchall()
    for (name,) in names:
        connection.execute(f"DROP TRIGGER {name}")


def begin_change(connection: sqlite3.Connection, action: str, made_at: str) -> int:
    """Open a change; what is written from now on belongs to it."""
    cursor = connection.execute(
        "INSERT INTO change (made_at, action, subject) VALUES (?, ?, '')", (made_at, action)
    )
    return int(cursor.lastrowid or 0)


def finish_change(connection: sqlite3.Connection, change_id: int, subject: str) -> bool:
    """Close a change; one that touched no row leaves no trace. Tell whether it touched any."""
    touched = connection.execute(
        "SELECT 1 FROM journal_entry WHERE change_id = ? LIMIT 1", (change_id,)
    ).fetchone()
    if touched:
        connection.execute("UPDATE change SET subject = ? WHERE id = ?", (subject, change_id))
    else:
        connection.execute("DELETE FROM change WHERE id = ?", (change_id,))
    return touched is not None


def take_back(connection: sqlite3.Connection) -> TakenBack | None:
    """Undo the last change within the open transaction; None when there is none left."""
    last = connection.execute(
        "SELECT id, action, subject FROM change ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if last is None:
        return None
    change_id, action, subject = last
    entries = connection.execute(
        "SELECT table_name, row_id, operation, old FROM journal_entry WHERE change_id = ?"
        " ORDER BY id DESC",
        (change_id,),
    ).fetchall()
    connection.execute("PRAGMA defer_foreign_keys=ON")
    contacts, interactions = set(), set()
    for table, row_id, operation, old in entries:
        row = _row(connection, old)
        if table == "contact":
            contacts.add(row_id)
        elif table == "interaction":
            interactions.add(row_id)
        elif table in _INDEXED_WITH_CONTACT:
            contacts.add(row.get("contact_id") or _contact_of(connection, table, row_id))
        elif table == "tag":
            contacts.update(_carriers(connection, row_id))
        _restore(connection, table, row_id, operation, row)
    connection.execute("DELETE FROM journal_entry WHERE change_id = ?", (change_id,))
    connection.execute("DELETE FROM change WHERE id = ?", (change_id,))
    return TakenBack(action, subject, contacts, interactions)


def _row(connection: sqlite3.Connection, old: str | None) -> dict[str, Any]:
    """Read a row back from the list of literals that the triggers made of it with quote()."""
    if old is None:
        return {}
    cursor = connection.execute(f"SELECT {old}")
    return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))


def _contact_of(connection: sqlite3.Connection, table: str, row_id: int) -> int:
    (contact_id,) = connection.execute(
        f"SELECT contact_id FROM {table} WHERE id = ?", (row_id,)
    ).fetchone()
    return int(contact_id)


def _carriers(connection: sqlite3.Connection, tag_id: int) -> list[int]:
    rows = connection.execute("SELECT contact_id FROM contact_tag WHERE tag_id = ?", (tag_id,))
    return [contact_id for (contact_id,) in rows]


def _restore(
    connection: sqlite3.Connection, table: str, row_id: int, operation: str, row: dict[str, object]
) -> None:
    if operation == "insert":
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
    elif operation == "delete":
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
    else:
        setters = ", ".join(f"{name} = ?" for name in row)
        connection.execute(f"UPDATE {table} SET {setters} WHERE id = ?", [*row.values(), row_id])


def forget(connection: sqlite3.Connection) -> None:
    """Drop all changes, so that there is nothing to undo, within the open transaction."""
    connection.execute("DELETE FROM journal_entry")
    connection.execute("DELETE FROM change")
