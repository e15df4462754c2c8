"""What all tests share: a home of their own, a fixed day, and the program to run in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings as hypothesis_settings

from crm import context, i18n
from crm.context import Context
from crm.main import main
from crm.settings import Settings
from crm.store import connection
from crm.store.connection import Store

# Coverage and a second worker make single examples slow; nothing here is a timed test.
hypothesis_settings.register_profile("crm", deadline=None, max_examples=40)
hypothesis_settings.load_profile("crm")

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT.parent / "shared" / "samples"
TODAY = date(2025, 6, 30)  # a Monday


def environment() -> dict[str, str]:
    """Give the environment for the program: without what changes how Python itself runs."""
    own = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in own}


class Result(NamedTuple):
    """What one run of the program gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The standard output, read as JSON."""
        return json.loads(self.out)


EACH_CONNECTION = connection._EACH_CONNECTION


@pytest.fixture(scope="session", autouse=True)
def _quick_files() -> Iterator[None]:
    """Make an empty network once and copy it, and let no commit of this process wait for the disk.

    Nearly every test begins with one, of 30 ms. What a crash leaves is tested with processes.
    """
    made: dict[tuple[bool, int], bytes] = {}
    make = connection._fill

    def fill(path: Path, write_ahead: bool) -> None:
        kind = write_ahead, connection.SCHEMA_VERSION
        if kind in made:
            path.write_bytes(made[kind])
        else:
            make(path, write_ahead)
            made[kind] = path.read_bytes()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "_fill", fill)
        patch.setattr(connection, "_EACH_CONNECTION", EACH_CONNECTION.replace("FULL", "OFF"))
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty home, English, on the fixed day."""
    for name in list(os.environ):
        if name.startswith(("CRM_", "XDG_", "LC_")) or name in {"LANG", "LANGUAGE"}:
            monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("CRM_TODAY", TODAY.isoformat())
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "100")
    return folder


@pytest.fixture
def crm(home: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Give the program, run in this process: crm("add", "Ana") -> Result."""

    def run(*arguments: str) -> Result:
        capfd.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        finally:
            i18n.activate("en")
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture
def process(home: Path) -> Callable[..., Result]:
    """Give the program as a process of its own, with `env` on top of the test's environment."""

    def run(*arguments: str, env: dict[str, str] | None = None, stdin: str = "") -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "crm", *arguments],
            input=stdin, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
            env={**environment(), **(env or {})}, encoding="utf-8",
        )  # fmt: skip
        return Result(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Context]:
    """Give the context of an empty network on the fixed day, for services."""
    path = tmp_path / "network.db"
    settings = Settings(path, False, "en", TODAY, tmp_path / "config.toml", tmp_path / "cache")
    own = context.Context(settings, Store(path, chosen=False), TODAY)
    yield own
    own.store.close()
