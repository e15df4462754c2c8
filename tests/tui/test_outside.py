"""What other programs write appears without a restart, and a locked file is met calmly."""

import asyncio
import sqlite3
import subprocess
import sys

import pytest

from crm.services import contacts, watch
from crm.services.contacts import Said
from crm.tui import app as frame
from tests.conftest import ROOT, environment


@pytest.fixture
def ana(network):
    contacts.add(network, Said(name="Ana", cadence="1m", birthday="1990-03-02"))
    return network


def test_the_version_changes_with_each_write(ana):
    first = watch.version(ana)
    assert watch.version(ana) == first
    contacts.note(ana, "Ana", "hello")
    assert watch.version(ana) != first


async def test_another_process_is_seen(ui, ana, monkeypatch):
    monkeypatch.setattr(frame, "WATCHED_EVERY", 0.05)
    async with ui(ana) as shown:
        assert "1 Ana" in shown.text
        done = [sys.executable, "-m", "crm", "--db", str(ana.settings.db_path), "done", "1"]
        env = {**environment(), "CRM_TODAY": "2026-03-02"}
        await asyncio.to_thread(subprocess.run, done, env=env, cwd=ROOT, check=True)
        for _try in range(100):
            await shown.pilot.pause(0.05)
            await shown.settled()
            if "1 Ana" not in shown.text:
                break
        assert "all done" in shown.text


async def test_a_locked_file_can_be_tried_again(ui, ana, monkeypatch):
    other = sqlite3.connect(ana.settings.db_path, isolation_level=None)
    async with ui(ana) as shown:
        other.execute("BEGIN EXCLUSIVE")
        await shown.press("d", "enter")
        assert "another program" in shown.text.lower() or "That did not work" in shown.text
        other.execute("ROLLBACK")
        await shown.press("enter")
        assert shown.toasts == ["Done: message with Ana, today."]
    other.close()
