"""Brings an older database file to the schema of this program, or leaves it as it was.

The order matters: batch migrations with foreign_keys=ON delete the children of a rebuilt table, a
failing step stays half-applied unless one transaction holds them all, and rebuilt tables lose
their triggers (docs/decisions/0003).
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import alembic.command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from crm.errors import CrmError
from crm.store import journal, search
from crm.store.connection import APPLICATION_ID, SCHEMA_VERSION, connect, reported

_PACKAGED = Path(__file__).parents[1] / "_alembic"
_CHECKED_OUT = Path(__file__).parents[2] / "alembic"


def scripts() -> Path:
    """Give the folder of the revisions: the wheel's own, or the checkout's."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKED_OUT


def upgrade(path: Path, *, folder: Path | None = None, version: int = SCHEMA_VERSION) -> Path:
    """Migrate the file at `path` to `version` (the last revision in `folder`).

    Gives the verified copy of the file as it was, which stays beside it. Raises CrmError
    "migration-failed", naming the copy, with the file unchanged; Busy when it is in use.
    """
    with reported(path):
        connection = connect(path)
    try:
        with reported(path):
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        copy = _copy(connection, path)
        try:
            _migrate(connection, folder or scripts(), version)
        except Exception as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise CrmError("migration-failed", path=path, backup=copy, reason=str(error)) from error
        _require_sound(connection, "integrity_check", "ok")
    finally:
        connection.close()
    return copy


def _copy(connection: sqlite3.Connection, path: Path) -> Path:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    copy = path.with_name(f"{path.name}.before-migration-{version}")
    copy.unlink(missing_ok=True)
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
        _require_sound(target, "integrity_check", "ok")
    finally:
        target.close()
    return copy


def _migrate(connection: sqlite3.Connection, folder: Path, version: int) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    before = _counts(connection)
    journal.drop_triggers(connection)
    run_revisions(connection, folder)
    journal.make_triggers(connection)
    search.rebuild(connection)
    if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise ValueError(f"foreign key of {broken[0]} row {broken[1]}")
    after = _counts(connection)
    if lost := {table for table, rows in before.items() if after.get(table, 0) < rows}:
        raise ValueError(f"rows lost in {', '.join(sorted(lost))}")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={version}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys=ON")


class _Within:
    """A connection whose transaction SQLAlchemy does not end with its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Leave the transaction open."""

    def rollback(self) -> None:
        """Leave the transaction open."""


def run_revisions(connection: sqlite3.Connection, folder: Path) -> None:
    """Run all revisions in `folder` on a connection that is in a transaction."""
    within = _Within(connection)
    engine = create_engine("sqlite://", creator=lambda: within, poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    with engine.connect() as given:
        config.attributes["connection"] = given
        alembic.command.upgrade(config, "head")


def _counts(connection: sqlite3.Connection) -> dict[str, Any]:
    tables = journal.journaled_tables(connection)
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
    }


def _require_sound(connection: sqlite3.Connection, pragma: str, expected: str) -> None:
    (said,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    if said != expected:
        raise CrmError("damaged-database", path="", reason=said)
