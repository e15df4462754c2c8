"""kill -9 at any moment: no acknowledged write is lost, and an import is whole or not there.

CI runs a few; `make faults KILLS=1000` the full count.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.generator import linkedin_csv
from tests.conftest import ROOT

KILLS = int(os.environ.get("CRM_FAULT_KILLS", "4"))
ROWS = 3000
_WRITER = """
import sys
from crm.main import main
main(["add", "Ana Ruiz"])
for n in range(10_000):
    main(["log", "--with", "1", f"line {n}"])
    print(n, flush=True)
"""


def _start(code: str, path: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, text=True,
        env={**os.environ, "CRM_DB": str(path)}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _sound(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return connection


@pytest.mark.parametrize("seed", range(KILLS))
def test_no_acknowledged_write_is_lost(home: Path, seed: int) -> None:
    path = home / "network.db"
    writer = _start(_WRITER, path)
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline()]
    time.sleep(random.Random(seed).uniform(0, 0.4))
    writer.kill()
    acknowledged += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()
    said = {f"line {line.strip()}" for line in acknowledged if line.strip()}
    connection = _sound(path)
    stored = {summary for (summary,) in connection.execute("SELECT summary FROM interaction")}
    connection.close()
    assert said
    assert said <= stored
    assert len(stored) <= len(said) + 1


@pytest.mark.parametrize("seed", range(KILLS))
def test_an_import_is_whole_or_not_there(home: Path, seed: int) -> None:
    path, file = home / "network.db", home / "Connections.csv"
    file.write_text(linkedin_csv(ROWS, seed), encoding="utf-8")
    importer = _start("from crm.main import run; run()", path, "import", str(file))
    deadline = time.monotonic() + 30
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(random.Random(seed).uniform(0, 0.6))
    importer.kill()
    importer.communicate()
    connection = _sound(path)
    (people,) = connection.execute("SELECT count(*) FROM contact").fetchone()
    (found,) = connection.execute("SELECT count(*) FROM contact_search").fetchone()
    (changes,) = connection.execute("SELECT count(*) FROM change").fetchone()
    connection.close()
    assert (people == 0) == (changes == 0)
    assert people == 0 or people > ROWS * 0.9
    assert found == people
