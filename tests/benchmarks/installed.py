"""The program as users have it: a wheel, byte-compiled, in a virtual environment of its own."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).parents[2]


class Installed(NamedTuple):
    """The Python and the `crm` of the environment."""

    python: str
    crm: str


def install(folder: Path) -> Installed:
    """Build the wheel and install it into a new environment in `folder`.

    What the program depends on is not installed again: a .pth file shows the environment this
    runs in. What is timed is our own package as installed, and libraries compiled once before.
    """
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist"))
    (wheel,) = (folder / "dist").glob("*.whl")
    _run(sys.executable, "-m", "venv", "--without-pip", str(folder / "venv"))
    python = folder / "venv" / "bin" / "python"
    _run(
        sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check",
        "install", "--quiet", "--no-deps", "--no-index", "--compile", str(wheel),
    )  # fmt: skip
    (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(str(python), str(python.with_name("crm")))


def _run(*command: str) -> None:
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)
