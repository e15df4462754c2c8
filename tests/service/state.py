"""What a network holds, as values that tests compare: rows, search rows, what is derived."""

import sqlite3
from datetime import date
from typing import Any

from crm.context import Context
from crm.services.changes import default_cadence, due_of
from crm.store import derived, search
from crm.store.journal import journaled_tables

Rows = list[tuple[Any, ...]]
_DUE = f"SELECT {', '.join(derived.Due._fields)} FROM contact ORDER BY id"
_SEARCH = {
    "contact_search": "SELECT rowid, name, work, words, notes FROM contact_search ORDER BY rowid",
    "interaction_search": "SELECT rowid, words FROM interaction_search ORDER BY rowid",
}


def tables_of(connection: sqlite3.Connection) -> dict[str, Rows]:
    """Give every row of every table that undo covers."""
    return {
        table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        for table in journaled_tables(connection)
    }


def search_of(connection: sqlite3.Connection) -> dict[str, Rows]:
    """Give every row of the search tables."""
    return {table: connection.execute(sql).fetchall() for table, sql in _SEARCH.items()}


def state(context: Context) -> dict[str, Rows]:
    """Give all that undo must bring back, to the last bit of the last float."""
    with context.store.reading() as connection:
        return tables_of(connection) | search_of(connection)


def assert_derived(context: Context) -> None:
    """Hold every derived column equal to a recomputation from the rows it follows from."""
    with context.store.reading() as connection:
        stored = connection.execute(_DUE).fetchall()
        default = default_cadence(connection)
        rhythms = derived.rhythms(connection, [row[0] for row in stored])
    computed = [tuple(map(_stored, due_of(rhythm, default))) for rhythm in rhythms]
    assert sorted(computed) == stored


def assert_indexed(context: Context) -> None:
    """Hold the search rows equal to those made anew, and the index sound."""
    memory = sqlite3.connect(":memory:")
    try:
        with context.store.reading() as connection:
            stored = search_of(connection)
            connection.backup(memory)
        search.rebuild(memory)
        assert search_of(memory) == stored
        memory.execute("INSERT INTO contact_search (contact_search) VALUES ('integrity-check')")
    finally:
        memory.close()


def _stored(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
