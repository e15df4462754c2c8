"""Prints the openers of the demo network, to be read one by one.

Run: python -m tests.service.openers_read [DAYS…]
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from crm.context import Context, make
from crm.services.demo import demo_settings
from crm.services.openers import Asked, openers
from crm.settings import load
from crm.store.connection import plain_transaction

TODAY = date(2026, 11, 23)
DAYS = (0, 1, 8, 30)
_ALL = "SELECT id, name, language FROM contact WHERE garden_since IS NOT NULL ORDER BY id"
_SOURCE = {
    "fact": "SELECT text FROM fact WHERE id = ?",
    "promise": "SELECT text FROM promise WHERE id = ?",
}


class Case(NamedTuple):
    """Somebody's opener on a day, and the words it was made from."""

    day: date
    name: str
    language: str
    key: str
    source: str
    text: str


def demo(folder: Path, today: date = TODAY) -> Context:
    """Give the context of a demo network made in a folder."""
    settings = load({"HOME": str(folder), "CRM_TODAY": today.isoformat()}, None, "en")
    return make(demo_settings(settings, today, reset=False))


def read(context: Context, days: tuple[int, ...] = DAYS) -> list[Case]:
    """Give everybody's opener on each of these days, as if each had been proposed."""
    found: list[Case] = []
    for offset in days:
        later = context._replace(today=context.today + timedelta(offset))
        with later.store.reading() as connection:
            people = connection.execute(_ALL).fetchall()
            asked = [Asked(contact_id, dormant=True) for contact_id, *_rest in people]
            said = openers(connection, later, asked)
            for contact_id, name, language in people:
                opener = said.get(contact_id)
                key = opener.key if opener else ""
                source = _source(connection, key)
                text = opener.text if opener else ""
                found.append(Case(later.today, name, language, key, source, text))
        keep(context, later.today, {contact: opener.key for contact, opener in said.items()})
    return found


def keep(context: Context, day: date, keys: dict[int, str]) -> None:
    """Write down that these openers were proposed on a day."""
    with plain_transaction(context.store) as connection:
        columns = connection.execute("PRAGMA table_info(day_line)").fetchall()
        blank = {c[1]: "" for c in columns if c[3] and c[1] not in ("id", "day", "opener")}
        names = ["day", "contact_id", "opener", *blank]
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO day_line ({', '.join(names)}) VALUES ({marks})"
        rows = [(day.isoformat(), contact, key, *blank.values()) for contact, key in keys.items()]
        connection.executemany(sql, rows)


def _source(connection, key):
    kind, _, number = key.partition(":")
    if kind not in _SOURCE:
        return key
    return f"{kind}: {connection.execute(_SOURCE[kind], (number,)).fetchone()[0]}"


def main() -> None:
    """Print one line for each person and day: name, source, opener."""
    days = tuple(map(int, sys.argv[1:])) or DAYS
    with tempfile.TemporaryDirectory() as folder:
        for case in read(demo(Path(folder)), days):
            print(f"{case.day} {case.name} | {case.source} | {case.text or '(none)'}")  # noqa: T201


if __name__ == "__main__":
    main()
