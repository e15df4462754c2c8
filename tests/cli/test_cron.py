"""`crm remind` as cron runs it: strange environments, documented exit codes, readable output."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from crm.main import main
from tests.conftest import ROOT, TODAY, Result

MINIMAL = {"PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "LOGNAME": "root"}


class Cron(NamedTuple):
    """One environment: variables, what the shell adds to the command, and what must come."""

    name: str
    environment: dict[str, str]
    form: str = "$CRM"
    code: int = 0
    shown: bool = True


def utf8(**more: str) -> dict[str, str]:
    return {**MINIMAL, "HOME": "{home}", "LANG": "C.UTF-8", **more}


CRONS = (
    Cron("as cron starts it", {**MINIMAL, "HOME": "{home}"}),
    Cron("nothing but a home", {"HOME": "{home}"}),
    Cron("LANG=C", {**MINIMAL, "HOME": "{home}", "LANG": "C"}),
    Cron("LC_ALL=POSIX", {**MINIMAL, "HOME": "{home}", "LC_ALL": "POSIX"}),
    Cron("ASCII and no more", {**MINIMAL, "HOME": "{home}", "PYTHONIOENCODING": "ascii"}),
    Cron("Latin-1", {**MINIMAL, "HOME": "{home}", "PYTHONIOENCODING": "latin-1"}),
    Cron("no such locale", utf8(LC_ALL="xx_YY.UTF-99")),
    Cron("Spanish", utf8(LC_ALL="es_ES.UTF-8")),
    Cron("no HOME", {**MINIMAL, "CRM_DB": "{db}"}),
    Cron("empty HOME", {**MINIMAL, "HOME": ""}, code=78, shown=False),
    Cron("HOME that is not there", utf8(HOME="/nonexistent"), shown=False),
    Cron("no room for columns", utf8(COLUMNS="0")),
    Cron("columns that are no number", utf8(COLUMNS="wide")),
    Cron("TERM=dumb", utf8(TERM="dumb", NO_COLOR="1")),
    Cron(
        "relative XDG folders", utf8(XDG_DATA_HOME="data", XDG_CONFIG_HOME="", XDG_CACHE_HOME=".")
    ),
    Cron("no input", utf8(), "$CRM <&-"),
    Cron("no error output", utf8(), "$CRM 2>&-"),
    Cron("no output", utf8(), "$CRM >&-", shown=False),
    Cron("nothing open at all", utf8(), "$CRM <&- >&- 2>&-", shown=False),
    Cron("a full disk for the output", utf8(), "$CRM >/dev/full", code=1, shown=False),
    Cron("a read-only database", utf8(CRM_DB="{read_only}")),
    Cron("no database where one was named", utf8(CRM_DB="{home}/none.db"), code=78, shown=False),
    Cron("strict warnings", utf8(PYTHONWARNINGS="error", PYTHONDEVMODE="1")),
    Cron("optimised", utf8(PYTHONOPTIMIZE="2")),
    Cron("from another folder", utf8(), "cd / && $CRM"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a home with a network of Spanish names that is due."""
    home = tmp_path_factory.mktemp("home")
    read_only = home / "read only ñ.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("CRM_TODAY", TODAY.isoformat())
        patch.setenv("CRM_LANG", "en")
        for name in ("CRM_DB", "CRM_CONFIG", "XDG_DATA_HOME"):
            patch.delenv(name, raising=False)
        for db in ([], ["--db", str(read_only)]):
            assert main([*db, "add", "Íñigo Núñez", "--cadence", "1m", "--org", "Señal ☕"]) == 0
            said = ["--on", "2025-01-02", "--kind", "call", "Café con él: ¿qué tal?"]
            assert main([*db, "log", "--with", "1", *said]) == 0
        read_only.chmod(0o400)
        yield home
        read_only.chmod(0o600)


def run(folder: Path, cron: Cron, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    places = {
        "home": str(folder),
        "db": str(folder / ".local/share/crm/crm.db"),
        "read_only": str(folder / "read only ñ.db"),
    }
    given = {name: value.format_map(places) for name, value in cron.environment.items()}
    program = " ".join([sys.executable, "-m", "crm", *arguments])
    own = {"CRM_TODAY": TODAY.isoformat(), "PYTHONPATH": str(ROOT), "CRM": program}
    return subprocess.run(
        ["/bin/sh", "-c", cron.form], env={**given, **own}, cwd=ROOT, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("cron", [pytest.param(cron, id=cron.name) for cron in CRONS])
def test_remind(folder: Path, cron: Cron) -> None:
    done = run(folder, cron, "remind")
    encoding = cron.environment.get("PYTHONIOENCODING", "utf-8")
    out, err = done.stdout.decode(encoding), done.stderr.decode(encoding)
    assert done.returncode == cron.code, err
    assert "Traceback" not in err
    assert "Warning" not in err
    assert err.count("\n") == (1 if cron.code else 0), err
    assert bool(out) == cron.shown
    if cron.shown and encoding == "utf-8":
        assert "Íñigo Núñez" in out
        assert "Café con él: ¿qué tal?" in out
    elif cron.shown:
        assert "igo" in out  # what the encoding lacks is escaped


def test_the_language_of_a_locale(folder: Path) -> None:
    by_name = {cron.name: cron for cron in CRONS}
    assert b"Monday 30 June 2025" in run(folder, by_name["LANG=C"], "remind").stdout
    assert b"Lunes, 30 de junio" in run(folder, by_name["Spanish"], "remind").stdout


def test_nothing_is_due_nothing_is_said(crm: Callable[..., Result], folder: Path) -> None:
    assert crm("add", "Ana", "--cadence", "1y").code == 0
    assert crm("remind") == Result(0, "", "")
    assert crm("remind", "--json") == Result(0, "[]\n", "")
    assert crm("remind", "--count") == Result(0, "0\n", "")


def test_two_runs_at_once(folder: Path) -> None:
    environment = {"HOME": str(folder), "CRM_TODAY": TODAY.isoformat(), "LANG": "C.UTF-8"}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "crm", "remind"], env=environment, cwd=ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]  # fmt: skip
    shown = {one.communicate(timeout=60) for one in running}
    assert len(shown) == 1
    assert [one.returncode for one in running] == [0, 0, 0]


def test_a_user_of_whom_the_system_knows_nothing(
    crm: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    failed = crm("remind")
    assert failed.code == 78
    assert failed.err == (
        "crm: HOME is not set, so there is no place for data. Set HOME to your folder.\n"
    )
