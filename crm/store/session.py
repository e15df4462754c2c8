"""The write transaction: one use case, one BEGIN IMMEDIATE, one change that undo can take back."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import Session, SQLModel, select

from crm.store import journal
from crm.store.connection import Store, explained

Row = TypeVar("Row", bound=SQLModel)
_ROWS_AT_ONCE = 200
_LARGEST_ID = 2**63 - 1


class Write:
    """An open write transaction: an ORM session and the plain connection beneath it."""

    def __init__(self, session: Session, connection: sqlite3.Connection, made_at: str) -> None:
        self.session = session
        self.connection = connection
        self.made_at = made_at
        self.subject = ""

    def add(self, row: SQLModel) -> None:
        """Add a row, and write it at once so that it has its id."""
        self.session.add(row)
        self.session.flush()

    def get(self, table: type[Row], row_id: int) -> Row | None:
        """Give the row with this id, to be changed in place; None when there is none."""
        return self.session.get(table, row_id) if 0 < row_id <= _LARGEST_ID else None

    def where(self, table: type[Row], **equal: Any) -> list[Row]:
        """Give the rows whose columns have these values, oldest first, to be changed in place."""
        return list(self.session.exec(select(table).filter_by(**equal).order_by("id")).all())

    def delete(self, row: SQLModel) -> None:
        """Delete a row, and by cascade what belongs to it."""
        self.session.delete(row)
        self.session.flush()

    def plain(self) -> sqlite3.Connection:
        """Give the plain connection, with everything the session knows written to it."""
        self.session.flush()
        return self.connection

    def insert_many(
        self, table: type[SQLModel], columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Insert plain rows (one value per column, dates as ISO text) without an object each.

        Many rows go in one statement: with triggers each statement copies the pages it touches.
        """
        connection = self.plain()
        into = f"INSERT INTO {_name(table)} ({', '.join(columns)}) VALUES "
        marks = f"({', '.join('?' * len(columns))})"
        rest = iter(rows)
        while some := list(islice(rest, _ROWS_AT_ONCE)):
            values = ", ".join([marks] * len(some))
            connection.execute(into + values, [value for row in some for value in row])

    def inserting_many(self, *tables: type[SQLModel]) -> AbstractContextManager[None]:
        """Make `insert_many` into these tables (owners first) twice as fast for the block."""
        names = [_name(table) for table in tables]
        return journal.new_rows_noted_at_end(self.plain(), names)

    def update_many(
        self, table: type[SQLModel], columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Set these columns of plain rows, each given as its values and then its id."""
        setters = ", ".join(f"{column} = ?" for column in columns)
        self.plain().executemany(f"UPDATE {_name(table)} SET {setters} WHERE id = ?", rows)


def _name(table: type[SQLModel]) -> str:
    return str(table.__table__.name)  # type: ignore[attr-defined]


_opened = threading.local()
"""The connection of the write that each thread begins."""


@cache
def _engine() -> Engine:
    """Give the engine of all writes, which compiles each statement once in a process."""
    engine = create_engine("sqlite://", creator=lambda: _opened.connection, poolclass=NullPool)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


@contextmanager
def writing(store: Store, action: str) -> Iterator[Write]:
    """Give a transaction that is committed as one change when the block ends, else leaves nothing.

    `action` is the code under which `crm history` names the change. Raises Busy when another
    program holds the database for longer than five seconds.
    """
    try:
        connection = store.open_to_write()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise explained(error, store.path) from error
    _opened.connection = connection
    try:
        with Session(_engine()) as session:
            session.connection()
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            change_id = journal.begin_change(connection, action, now)
            write = Write(session, connection, now)
            yield write
            journal.finish_change(write.plain(), change_id, write.subject)
            session.commit()
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:
        raise explained(error, store.path) from error
    finally:
        connection.close()
