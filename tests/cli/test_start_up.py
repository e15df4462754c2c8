"""What a start imports: the commands of every morning must not pay for those that write."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Result, environment

HEAVY = {
    "alembic", "jinja2", "mako", "pydantic", "pydantic_core", "rich", "sqlalchemy", "sqlmodel",
    "textual",
}  # fmt: skip
READS = (
    ("remind",),
    ("remind", "--all", "--json"),
    ("find", "ana"),
    ("show", "ana"),
    ("giving", "list"),
    ("giving", "balance"),
    ("giving", "ideas"),
    ("question", "list"),
    ("listening",),
    ("list",),
    ("list", "--json"),
    ("list", "ana -is:due", "--sort", "last", "--format", "ids"),
)


# Asked of sys.modules: -X importtime is silent about what importlib.import_module brings in.
RUN_AND_TELL = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from crm.main import run
run()
"""


def imported(path: Path, *arguments: str) -> set[str]:
    """Give the modules that one run of the program imports."""
    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_TELL, *arguments],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
        env={**environment(), "CRM_DB": str(path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.fixture
def one_person(crm: Callable[..., Result], home: Path) -> Path:
    """Give a database with one person who is due."""
    path = home / "crm.db"
    assert crm("--db", str(path), "add", "Ana Ruiz", "--cadence", "1m").code == 0
    on = ("--on", "2025-01-01")
    assert crm("--db", str(path), "log", "--with", "ana", *on).code == 0
    return path


def test_reading_commands_load_neither_the_orm_nor_a_screen(one_person: Path) -> None:
    for arguments in READS:
        seen = imported(one_person, *arguments)
        assert "typer" in seen, arguments
        assert "sqlite3" in seen, arguments
        assert not seen & HEAVY, arguments


def test_the_version_needs_no_command_line_library(one_person: Path) -> None:
    seen = imported(one_person, "--version")
    assert "crm" in seen
    assert not seen & (HEAVY | {"click", "sqlite3", "typer"})


def test_only_the_module_of_the_command_is_built(one_person: Path) -> None:
    seen = imported(one_person, "remind", "--count")
    assert "crm.cli.remind" in seen
    assert not seen & {"crm.cli.goal", "crm.cli.contacts", "crm.cli.people", "crm.cli.data"}


def test_a_word_is_completed_without_the_orm_and_with_one_command_only(one_person: Path) -> None:
    for request in (("sh",), ("show", "an"), ("list", "--tag", ""), ("goal", "show", "")):
        seen = imported(one_person, "_complete", "zsh", *request)
        assert not seen & HEAVY, request
        assert len(seen & {"crm.cli.show", "crm.cli.people", "crm.cli.goal"}) == (
            0 if len(request) == 1 else 1
        )
