"""The wheel, installed in a clean environment outside the repository, does the main job there."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import venv
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from crm import __version__
from crm.store.connection import APPLICATION_ID
from tests.conftest import ROOT, TODAY, Result

pytestmark = pytest.mark.xdist_group("wheel")
DATA = ("roles.tsv", "titles.tsv", "pairs.tsv", "areas.tsv", "prompts.tsv", "demo.json")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the wheel that hatchling builds of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the program of a new environment that holds the wheel."""
    folder = tmp_path_factory.mktemp("environment") / "ñ venv"
    venv.create(folder, symlinks=os.name != "nt")
    python = folder / "bin/python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index",
         "--no-deps", "--no-compile", "--disable-pip-version-check", str(wheel)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    # Tests have no network: what the wheel requires is lent by the environment that runs them,
    # of which crm itself is no part.
    (packages,) = folder.glob("lib/python3*/site-packages")
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    assert not any((Path(place) / "crm").exists() for place in lent)
    (packages / "lent.pth").write_text("\n".join(sorted(lent)) + "\n", encoding="utf-8")
    return folder / "bin/crm"


def run(program: Path, home: Path, *arguments: str, language: str = "en") -> Result:
    environment = {
        "HOME": str(home), "PATH": "/usr/bin:/bin", "CRM_TODAY": TODAY.isoformat(),
        "LANG": {"en": "en_GB.UTF-8", "es": "es_ES.UTF-8"}[language],
    }  # fmt: skip
    done = subprocess.run(
        [str(program), *arguments], env=environment, cwd=home, capture_output=True, check=False,
        encoding="utf-8", timeout=60,
    )  # fmt: skip
    return Result(done.returncode, done.stdout, done.stderr)


def test_what_the_wheel_holds(wheel: Path) -> None:
    assert wheel.name == f"crm-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(f"crm-{__version__}.dist-info/METADATA").decode()
        scripts = archive.read(f"crm-{__version__}.dist-info/entry_points.txt").decode()
    for path in (ROOT / "alembic/versions").glob("*.py"):
        assert f"crm/_alembic/versions/{path.name}" in names
    assert {"crm/_alembic/env.py", "crm/store/schema.sql"} <= names
    assert {f"crm/data/{name}" for name in DATA} <= names
    assert "crm/locale/es/LC_MESSAGES/crm.mo" in names
    assert f"crm-{__version__}.dist-info/licenses/LICENSE" in names
    assert not [name for name in names if "__pycache__" in name or "test" in name.lower()]
    assert not [name for name in names if not name.startswith(("crm/", "crm-"))]
    assert f"Version: {__version__}\n" in metadata
    assert "Requires-Python: >=3.11\n" in metadata
    assert "crm = crm.main:run" in scripts


def test_the_main_job_works_there(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "--version") == Result(0, f"crm {__version__}\n", "")
    assert "crm import" in run(installed, tmp_path).out

    added = run(installed, tmp_path, "add", "Ana Ruiz", "--cadence", "1m", "--role", "copywriter")
    assert added == Result(0, "", "Added Ana Ruiz [1] to the garden.\n")
    log = ["log", "--with", "ana", "--kind", "call", "--on", "2025-01-02", "Her trail race"]
    assert run(installed, tmp_path, *log).code == 0
    assert (tmp_path / ".local/share/crm/crm.db").exists()

    english, spanish = (
        run(installed, tmp_path, "remind", language=language) for language in ("en", "es")
    )
    assert (english.code, english.err) == (spanish.code, spanish.err) == (0, "")
    assert "Monday 30 June 2025" in english.out
    assert "Ana Ruiz" in english.out
    assert "Lunes, 30 de junio de 2025" in spanish.out
    assert "Ana Ruiz" in spanish.out

    added = run(installed, tmp_path, "add", "Íñigo", language="es")
    assert added.code == 0
    assert "Added" not in added.err
    card = json.loads(run(installed, tmp_path, "show", "ana", "--json").out)
    assert card["warmth"]["band"] in {"fading", "dormant"}
    assert card["roles"] == ["copywriter"]


def test_the_demo_works_there(installed: Path, tmp_path: Path) -> None:
    shown = run(installed, tmp_path, "demo")
    assert shown.code == 0, shown.err
    assert "Monday 30 June 2025" in shown.out
    assert not (tmp_path / ".local").exists()


def test_an_older_database_is_migrated_there(installed: Path, tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    with closing(sqlite3.connect(path)) as connection:  # a database before the first revision
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("VACUUM")
    shutil.copy(path, tmp_path / "untouched.db")
    added = run(installed, tmp_path, "add", "Ana", "--db", str(path))
    assert added == Result(0, "", "Added Ana [1] to the garden.\n")
    assert "Ana" in run(installed, tmp_path, "list", "--db", str(path)).out
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
