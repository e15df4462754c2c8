"""The changes that undo can take back."""

import sqlite3
from typing import NamedTuple

HISTORY = """SELECT h.id, h.made_at, h.action, h.subject,
       (SELECT count(*) FROM journal_entry j WHERE j.change_id = h.id)
  FROM change h ORDER BY h.id DESC LIMIT :limit"""


class ChangeLine(NamedTuple):
    """One change: when (UTC), what, about whom, and how many rows it touched."""

    id: int
    made_at: str
    action: str
    subject: str
    rows: int


def history(connection: sqlite3.Connection, limit: int) -> list[ChangeLine]:
    """Give the latest changes, newest first; -1 for all."""
    return [ChangeLine(*row) for row in connection.execute(HISTORY, {"limit": limit})]
