"""Writes crm/store/schema.sql from the revisions: `python -m tests.packaging.schema`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from crm.store import migrate

FILE = Path(__file__).parents[2] / "crm/store/schema.sql"
_HEADER = "-- Made from the revisions in alembic/ by `python -m tests.packaging.schema`.\n"
_OBJECTS = """SELECT sql FROM sqlite_master
 WHERE sql IS NOT NULL AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY rowid"""


def schema() -> str:
    """Give the statements that make what the revisions make, their last number included."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    migrate.run_revisions(connection, migrate.scripts())
    objects = [sql.replace("\t", "    ") for (sql,) in connection.execute(_OBJECTS)]
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    objects.append(f"INSERT INTO alembic_version VALUES ('{revision}')")
    return _HEADER + "".join(f"{sql};\n" for sql in objects)


if __name__ == "__main__":
    FILE.write_text(schema(), encoding="utf-8")
