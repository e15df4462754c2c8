"""The whole of a first day, typed into a real terminal: tmux runs the program and reads its screen.

Welcome, import, goals, planting, a line in words, a brief, done, later, an introduction, an event,
undo, and out; then the command line exports what was done.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, environment

DAY = "2026-03-02"
CONTACTS = """\
Notes:
"When exporting your connection data, you may notice that some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@example.com,Abanico,Copywriter,12 Mar 2024
Bo,Li,https://www.linkedin.com/in/bo-li,,Acme,Web Developer,7 Feb 2025
Eva,Sanz,https://www.linkedin.com/in/eva-sanz,,Nube,Graphic Designer,1 Jan 2026
Tom,Reed,https://www.linkedin.com/in/tom-reed,,Floodline,Social Media Manager,3 Mar 2025
"""
LINES = ("Called Bo Li on 2 January: he moves to Lisbon", "Lunch with Eva Sanz on 3 January")
PATIENCE = 30.0

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class Tmux:
    """A window of eighty columns that somebody sits before."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self._socket = str(folder / "tmux")
        self._env = env
        settings = [f"{name}={value}" for name, value in env.items()]
        self._run(
            "new-session", "-d", "-x", "80", "-y", "24",
            "env", *settings, sys.executable, "-m", "crm",
        )  # fmt: skip

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-f", os.devnull, "-S", self._socket, *words],
            capture_output=True, text=True, cwd=ROOT, check=True, env=self._env,
        )  # fmt: skip
        return done.stdout

    def type(self, *keys: str) -> None:
        """Send keys, each a name of tmux's or text."""
        for key in keys:
            self._run("send-keys", *(() if len(key) > 1 and key in _NAMED else ("-l",)), key)

    def sees(self, *texts: str, without: str = "\0") -> str:
        """Wait until all of these stand on the screen and that does not, and give what does."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            shown = self._run("capture-pane", "-p")
            if all(text in shown for text in texts) and without not in shown:
                return shown
            time.sleep(0.05)
        raise AssertionError(f"{texts} not on the screen:\n{self._run('capture-pane', '-p')}")

    def is_over(self) -> bool:
        """Tell whether the program has ended in time, and the window with it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not Path(self._socket).exists() or self._is_gone():
                return True
            time.sleep(0.05)
        return False

    def _is_gone(self) -> bool:
        listed = ["tmux", "-f", os.devnull, "-S", self._socket, "list-sessions"]
        return subprocess.run(listed, capture_output=True, check=False).returncode != 0

    def end(self) -> None:
        """Close the window."""
        killed = ["tmux", "-f", os.devnull, "-S", self._socket, "kill-server"]
        subprocess.run(killed, capture_output=True, check=False)


_NAMED = {"Enter", "Escape", "Tab", "Down", "Up", "Left", "Right"}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A home with nothing in it but a file from LinkedIn."""
    own = {
        name: value for name, value in environment().items()
        if not name.startswith(("CRM_", "XDG_", "LC_")) and name not in {"COLUMNS", "LINES", "TMUX"}
    }  # fmt: skip
    (tmp_path / "Connections.csv").write_text(CONTACTS, encoding="utf-8")
    return {**own, "HOME": str(tmp_path), "LANG": "C.UTF-8", "CRM_TODAY": DAY,
            "PYTHONPATH": str(ROOT), "CRM_LANG": "en"}  # fmt: skip


@pytest.fixture
def terminal(tmp_path: Path, env: dict[str, str]) -> Iterator[Tmux]:
    """The program, started on an empty network."""
    shown = Tmux(tmp_path, env)
    yield shown
    shown.end()


def test_a_first_day(terminal: Tmux, env: dict[str, str]) -> None:
    terminal.sees("Welcome · 1 of 3", "Your name")
    terminal.type("Maya Novak", "Tab", "web developer", "Enter")
    terminal.sees("Welcome · 2 of 3", "Primary")
    terminal.type("Three retainers", "Tab", "3 clients", "Tab", "31 december", "Tab")
    terminal.type("A talk at a meetup", "Tab", "Tab", "Tab", "Learn Italian", "Enter")
    terminal.sees("Welcome · 3 of 3", "From LinkedIn")
    terminal.type("l")
    terminal.sees("Import people", "Connections.csv")
    terminal.type("Enter")
    terminal.sees("4 new people", "+ Ana Ruiz")
    terminal.type("Enter")
    terminal.sees("They are in the address book: known, never due.")
    terminal.type("p")
    terminal.sees("would you be sorry to lose?", "1 of 4")
    terminal.type("2", "2", "2", "2")
    terminal.sees("Not written to yet")

    terminal.type("3")
    terminal.sees("Three retainers", "A talk at a", "Learn Italian")
    terminal.type("1", "l")
    terminal.sees("Log what happened")
    terminal.type("Coffee with Ana Ruiz yesterday: looking for a web developer. ")
    terminal.type("Promised to send the portfolio by tomorrow #design")
    terminal.sees("send the portfolio", "work: looking for a web developer", "#design")
    terminal.type("Enter")
    terminal.sees("How did it go with Ana Ruiz?")
    terminal.type("1")
    terminal.sees("2 of 4")
    terminal.type("Escape")
    terminal.sees("1 Ana Ruiz", without="How did it go")
    for line in LINES:
        terminal.type("l")
        terminal.sees("Log what happened")
        terminal.type(line, "Enter")
        terminal.sees("Logged:", without="Log what happened")
    shown = terminal.sees("1 Ana Ruiz", "2 Bo Li", "3 Eva Sanz", "you promised: send the portfolio")
    assert "Copywriter" in shown
    terminal.type("Down")
    terminal.sees("he moves to", "Web developer")
    terminal.type("d")
    terminal.sees("Done: Bo Li")
    terminal.type("called, he is well", "Enter")
    terminal.sees("1 of 3 done")
    terminal.type("s", "3")
    terminal.sees("2 of 3 done")

    terminal.type("6", "Right")
    terminal.sees("No introductions")
    terminal.type("p")
    _introduce(terminal)
    terminal.type("7", "a")
    _go_to_an_event(terminal)
    terminal.type("u")
    terminal.sees("Taken back")
    terminal.type("1", "q")
    assert terminal.is_over()

    said = subprocess.run(
        [sys.executable, "-m", "crm", "export", "csv", "-"],
        env=env, cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    people = {row["name"]: row for row in csv.DictReader(io.StringIO(said))}
    assert {"Ana Ruiz", "Bo Li", "Eva Sanz", "Tom Reed"} <= set(people)
    assert people["Ana Ruiz"]["last_contact_on"] == "2026-03-01"
    assert people["Bo Li"]["last_contact_on"] == DAY
    assert "design" in people["Ana Ruiz"]["tags"]


def _introduce(terminal: Tmux) -> None:
    """Note the idea of introducing two people whose work goes together, and ask the first."""
    terminal.sees("Introduce two people")
    terminal.type("Eva Sanz", "Tab", "Tom Reed", "Tab", "both draw for shops", "Enter")
    terminal.sees("Eva Sanz", "Tom Reed", "idea", without="Introduce two people")
    terminal.type("a")
    terminal.sees("Eva Sanz was asked today")
    terminal.type("y")
    terminal.sees("one yes 1")


def _go_to_an_event(terminal: Tmux) -> None:
    """Add an event of today, and note whom one meets there."""
    terminal.sees("A new event")
    terminal.type("CodeMotion", "Tab", "today", "Enter")
    terminal.sees("CodeMotion", without="A new event")
    terminal.type("c")
    terminal.sees("Met at CodeMotion", "ten seconds each")
    terminal.type("Vera Mas: copywriter, loves trail running, promised link")
    terminal.sees("Vera Mas", "link")
    terminal.type("Enter")
    terminal.sees("Vera Mas", without="promised link")
    terminal.type("Escape")
    terminal.sees("capture", without="ten seconds each")
