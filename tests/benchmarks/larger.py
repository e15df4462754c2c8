"""Makes a network of many times the people of another one, in a few seconds."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from crm.store.connection import connect
from crm.store.journal import drop_triggers, make_triggers

_COPIED = (
    "contact", "contact_email", "contact_phone", "contact_tag", "contact_date", "contact_trait",
    "interaction", "participant", "fact", "promise",
)  # fmt: skip
_FINDABLE = """INSERT INTO contact_search (rowid, name, work, words, notes)
SELECT rowid + ?, name, work, words, notes FROM contact_search WHERE rowid <= ?"""
_OWNERS = {"contact_id": "contact", "interaction_id": "interaction"}
_SHIFTED = {
    "contact": {"met_on", "known_since", "garden_since", "last_contact_on", "next_due_on"},
    "interaction": {"day"},
}


def multiplied(small: Path, path: Path, times: int) -> None:
    """Write to `path` the network of `small` so many times over.

    Each copy of a person lived it all a day earlier than the one before, so that what is derived
    stays as it was but for months of different lengths. Goals keep their people; copies are found
    by what is known of them, not by what they said.
    """
    shutil.copy(small, path)
    connection = connect(path)
    try:
        connection.executescript(
            "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF; BEGIN"
        )
        drop_triggers(connection)
        last = {
            table: connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0
            for table in _COPIED
        }
        for table in _COPIED:
            for copy in range(1, times):
                connection.execute(_copying(connection, table, last, copy))
        for copy in range(1, times):
            connection.execute(_FINDABLE, (copy * last["contact"], last["contact"]))
        make_triggers(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
    finally:
        connection.close()


def _copying(connection: sqlite3.Connection, table: str, last: dict[str, int], copy: int) -> str:
    columns = [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
    values = []
    for column in columns:
        if column == "id" or column in _OWNERS:
            values.append(f"{column} + {copy * last[_OWNERS.get(column, table)]}")
        elif column == "uid":
            values.append(f"uid || '-{copy}'")
        elif column in _SHIFTED.get(table, ()):
            values.append(f"date({column}, '-{copy} days')")
        else:
            values.append(f'"{column}"')
    names = ", ".join(f'"{column}"' for column in columns)
    return (
        f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} FROM {table}"
        f" WHERE id <= {last[table]}"
    )
