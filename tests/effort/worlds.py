"""The homes that the scripts are typed in: a program, what opens links, and a network."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.generator import TODAY, linkedin_csv

CONNECTIONS = "Connections.csv"
OPENS = """printf '%s\\n' "$1" >> "$HOME/opened"\n"""
KNOWN = (
    ("Alice", "Johnson", "Techcorp", "Head of design"),
    ("Frank", "Miller", "Willow Labs", "Staff engineer"),
)


class World(NamedTuple):
    """A home folder, and the environment of a shell in it."""

    folder: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        """Run the program without a terminal, uncounted, and give what it prints."""
        return subprocess.run(
            ["crm", *arguments], cwd=self.folder, env=self.environment, check=True,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
        ).stdout  # fmt: skip

    @property
    def database(self) -> Path:
        return self.folder / "crm.db"

    def opened(self) -> list[str]:
        """Give the links that were handed over."""
        path = self.folder / "opened"
        return path.read_text("utf-8").splitlines() if path.exists() else []


class Worlds:
    """Makes homes of four kinds, each with a copy of a network that is made once.

    bare: no network, but one's own LinkedIn file · imported: its people are in the address book ·
    tended: three of the garden wait this morning, and the address book has others of their names ·
    crowd: `network`, with Nadia Okonkwo among its people.
    """

    def __init__(
        self, folder: Path, program: Sequence[str], network: Path, rows: int, **environment: str
    ) -> None:
        self._folder = folder
        self._program = program
        self._network = network
        self._rows = rows
        self._environment = environment
        self._made = 0

    def make(self, kind: str) -> World:
        world = self._home()
        network = {
            "bare": lambda: None, "imported": lambda: self._imported,
            "tended": lambda: self._tended, "crowd": lambda: self._crowd,
        }[kind]()  # fmt: skip
        if network is not None:
            _copy(network, world)
        return world

    def _home(self) -> World:
        """Make a home where `crm` is the program, any link can be opened, and the file lies."""
        self._made += 1
        folder = self._folder / f"home-{self._made}"
        programs = folder / "programs"
        programs.mkdir(parents=True)
        _script(programs / "crm", f'exec {shlex.join(self._program)} "$@"\n')
        for name in ("xdg-open", "open", "wslview"):
            _script(programs / name, OPENS)
        (folder / CONNECTIONS).write_text(_connections(self._rows), encoding="utf-8")
        own = {
            "PATH": f"{programs}:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8",
            "CRM_TODAY": TODAY.isoformat(), "CRM_DB": str(folder / "crm.db"), **self._environment,
        }  # fmt: skip
        return World(folder, own)

    @cached_property
    def _imported(self) -> Path:
        world = self._home()
        world.run("import", CONNECTIONS)
        return world.database

    @cached_property
    def _tended(self) -> Path:
        world = self._home()
        _copy(self._imported, world)
        born = f"{TODAY.replace(year=1984)}"
        for words in (
            ("add", "Ana Ruiz", "--phone", "+34 600 000 001", "--cadence", "1m"),
            ("add", "Luis Vega", "--email", "luis@example.com", "--cadence", "2w"),
            ("add", "Marta Soler", "--link", "linkedin.com/in/marta", "--birthday", born),
            ("log", "--with", "ana ruiz", "--kind", "call", "--on", "2026-09-20",
             "--fact", "life: has a new dog"),
            ("log", "--with", "luis vega", "--kind", "call", "--on", "2026-11-10",
             "--promise", f"send the link by {TODAY}"),
            ("log", "--with", "marta soler", "--kind", "call", "--on", "2026-10-05"),
        ):  # fmt: skip
            world.run(*words)
        return world.database

    @cached_property
    def _crowd(self) -> Path:
        world = self._home()
        _copy(self._network, world)
        phone = ("--phone", "+44 7700 900 123")
        world.run("add", "Nadia Okonkwo", "--role", "copywriter", "--org", "Saltgrass", *phone)
        return world.database


def _connections(rows: int) -> str:
    """Give a LinkedIn export in which those of KNOWN were met last; nobody has their names."""
    before, header, others = linkedin_csv(rows).partition("Connected On\n")
    known = "".join(
        f"{given},{family},https://www.linkedin.com/in/{given.lower()},,{company},{position},"
        f"{TODAY:%d %b %Y}\n"
        for given, family, company, position in KNOWN
    )
    return before + header + known + others


def _copy(network: Path, world: World) -> None:
    shutil.copy(network, world.database)


def _script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
    path.chmod(0o755)
