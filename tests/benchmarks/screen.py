"""The full screen on a pseudo-terminal: its first paint, its keys, its memory, a long history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from crm.store.journal import drop_triggers, make_triggers
from tests.benchmarks.installed import Installed
from tests.benchmarks.terminal import Terminal

COLUMNS, LINES = 100, 30
HISTORY = 1_000
"""The interactions of the person whose page is opened."""
MOST_TIMES_MINIMAL = 1.4
MOST_TYPICAL_MS, MOST_ALMOST_ALL_MS, MOST_PERSON_MS = 50.0, 100.0, 150.0
MOST_MEBIBYTES = 110.0
_SETTLES = 0.15
_LIST = slice(2, LINES - 1)
_MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("ready")

Minimal().run()
"""
_DOWN, _UP, _END, _HOME = "\x1b[6~", "\x1b[5~", "\x1b[F", "\x1b[H"
_WORDS = ("ruiz", "maria", "copyw", "garcia", "lisb", "tag:de", "anna")


class Figure(NamedTuple):
    """What was measured, in its unit, and what it may be."""

    name: str
    unit: str
    values: list[float]
    goal: float


def figures(
    installed: Installed, environment: Mapping[str, str], database: Path, runs: int
) -> Iterator[Figure]:
    """Measure the full screen over the network in the environment."""
    first = _first_on_the_list(installed, environment)
    ratios = [_first_paint(installed, environment, first) for _ in range(runs)]
    yield Figure("first paint with data", "× minimal", ratios, MOST_TIMES_MINIMAL)
    waits, peak = _keys(installed, environment)
    typical, almost_all = _percentiles(waits)
    yield Figure("key to changed list, p50", "ms", [typical], MOST_TYPICAL_MS)
    yield Figure("key to changed list, p95", "ms", [almost_all], MOST_ALMOST_ALL_MS)
    yield Figure("memory of the full screen", "MiB", [peak], MOST_MEBIBYTES)
    name = _give_history(database)
    opened = [_opening(installed, environment, name) for _ in range(3)]
    yield Figure(f"a person with {HISTORY} interactions", "ms", opened, MOST_PERSON_MS)


def _percentiles(values: list[float]) -> tuple[float, float]:
    cuts = quantiles(values, n=20)
    return cuts[9], cuts[18]


def _first_on_the_list(installed: Installed, environment: Mapping[str, str]) -> str:
    import json
    import subprocess

    said = subprocess.run(
        [installed.crm, "remind", "--json"], env={**environment}, check=True, capture_output=True
    ).stdout
    return str(json.loads(said)[0]["contact"]["name"])


def _started(
    command: list[str], environment: Mapping[str, str], shows: str
) -> tuple[Terminal, float]:
    terminal = Terminal(command, environment, COLUMNS, LINES)
    at = terminal.until(lambda text: shows in text)
    return terminal, at - terminal.begun


def _first_paint(installed: Installed, environment: Mapping[str, str], first: str) -> float:
    minimal, floor = _started([installed.python, "-c", _MINIMAL], environment, "ready")
    minimal.kill()
    ours, took = _started([installed.crm], environment, first)
    ours.kill()
    return took / floor


def _keys(installed: Installed, environment: Mapping[str, str]) -> tuple[list[float], float]:
    """Press a hundred keys in the list of people: pages, ends, and letters of what is looked for.

    Each waits until the rows or the count of people have changed on the screen.
    """
    waits: list[float] = []
    terminal, _ = _started([installed.crm], environment, "1 ")
    with terminal:
        terminal.press("2")
        terminal.until(lambda text: "people" in text.split("\n")[1])
        terminal.rest(1.5)
        pages = [*[_DOWN] * 12, _END, *[_UP] * 12, _HOME, *[_DOWN] * 10, _END, _HOME]
        for key in pages:
            waits.append(_wait(terminal, key))
        terminal.press("/")
        terminal.rest(_SETTLES)
        for word in _WORDS:
            for letter in word:
                waits.append(_wait(terminal, letter))
            for _ in word:
                waits.append(_wait(terminal, "\x7f"))
        return waits, terminal.peak_mebibytes()


def _wait(terminal: Terminal, key: str) -> float:
    before = _rows(terminal.text)
    pressed = terminal.press(key)
    try:
        changed = terminal.until(lambda text: _rows(text) != before, patience=2.0)
    except TimeoutError:
        return 0.0  # this key changes nothing: "tag:" alone looks for nobody else
    terminal.rest(_SETTLES)
    return 1000 * (changed - pressed)


def _rows(text: str) -> tuple[str, list[str]]:
    lines = text.split("\n")
    return lines[1][-20:], lines[_LIST]


def _give_history(database: Path) -> str:
    """Give somebody a long history, and their name."""
    connection = sqlite3.connect(database)
    ((number, name),) = connection.execute(
        "SELECT id, name FROM contact WHERE garden_since IS NOT NULL ORDER BY id LIMIT 1"
    ).fetchall()
    rows = connection.execute(
        "SELECT id FROM interaction WHERE id NOT IN (SELECT interaction_id FROM participant"
        " WHERE contact_id = ?) ORDER BY id LIMIT ?", (number, HISTORY),
    ).fetchall()  # fmt: skip
    drop_triggers(connection)
    connection.executemany(
        "INSERT INTO participant (interaction_id, contact_id) VALUES (?, ?)",
        [(interaction, number) for (interaction,) in rows],
    )
    make_triggers(connection)
    connection.commit()
    connection.close()
    return str(name)


def _opening(installed: Installed, environment: Mapping[str, str], name: str) -> float:
    terminal, _ = _started([installed.crm], environment, "1 ")
    with terminal:
        terminal.press("2/")
        terminal.rest(1.0)
        terminal.press(name)
        terminal.until(lambda text: any(name in line for line in text.split("\n")[3:]))
        terminal.rest(1.0)
        terminal.press("\r")
        terminal.rest(_SETTLES)
        pressed = terminal.press("\r")
        shown = terminal.until(lambda text: "people" not in text.split("\n")[1] and name in text)
        return 1000 * (shown - pressed)
