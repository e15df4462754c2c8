"""kill -9 of the full screen at any moment: whatever it said was done is there afterwards."""

from __future__ import annotations

import os
import random
import re
import sqlite3
import sys
from datetime import date
from pathlib import Path

import pytest

from crm import context
from crm.services import contacts, profile
from crm.services.changes import change
from crm.services.contacts import Said
from crm.settings import load
from tests.benchmarks.terminal import Terminal
from tests.conftest import ROOT, environment

KILLS = int(os.environ.get("CRM_FAULT_KILLS", "3"))
PEOPLE = 20
_DONE = re.compile(r"with P(\d\d), today")


@pytest.fixture
def path(home: Path) -> Path:
    """A network of twenty people, all of whom are on the day's list."""
    own = context.make(load({"HOME": str(home)}, None, "en")._replace(today=date(2026, 3, 2)))
    with change(own, "add") as made:
        for number in range(PEOPLE):
            said = Said(name=f"P{number:02}", birthday="1990-03-02", cadence="1m")
            contacts.new(own, made, said)
    profile.setting(own, "budget", "30")
    own.store.close()
    return own.settings.db_path


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_acknowledged_is_there(path: Path, home: Path, seed: int) -> None:
    own = {**environment(), "CRM_TODAY": "2026-03-02", "HOME": str(home), "PYTHONPATH": str(ROOT)}
    chance = random.Random(seed)
    acknowledged: set[str] = set()

    def says_more(text: str) -> bool:
        before = len(acknowledged)
        acknowledged.update(_DONE.findall(text))
        return len(acknowledged) > before

    with Terminal([sys.executable, "-m", "crm"], own, 100, 30) as terminal:
        terminal.until(lambda text: "1 P" in text)
        for _key in range(chance.randint(2, 6)):
            terminal.press("d")
            terminal.until(lambda text: "Enter alone" in text)
            terminal.press("\r")
            terminal.until(says_more)
        terminal.press("d\r")
        terminal.rest(chance.uniform(0, 0.3))
        says_more(terminal.text)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = connection.execute(
        "SELECT c.name FROM participant p JOIN contact c ON c.id = p.contact_id"
    ).fetchall()
    connection.close()
    stored = {name.removeprefix("P") for (name,) in rows}
    assert acknowledged
    assert acknowledged <= stored
    assert len(stored) <= len(acknowledged) + 1
