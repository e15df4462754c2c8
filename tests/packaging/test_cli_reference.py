"""docs/cli.md is what the commands say of themselves."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from crm.cli.app import COMMANDS
from tests.conftest import ROOT
from tests.packaging import keys_reference
from tests.packaging.cli_reference import PAGE


def test_the_page_is_up_to_date() -> None:
    # A process of its own: help is worded when a command is imported, in the language of then.
    done = subprocess.run(
        [sys.executable, "-c", "from tests.packaging.cli_reference import page; print(page())"],
        capture_output=True, check=True, cwd=ROOT, timeout=60,
        env={**os.environ, "CRM_LANG": "en", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert PAGE.read_text("utf-8").strip() == done.stdout.decode().strip(), "run: make docs"


def test_every_command_has_a_section_and_an_example() -> None:
    sections = re.split(r"^##+ ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    commands = {title: text for title, _, text in (part.partition("\n") for part in sections)
                if title.startswith("crm ")}  # fmt: skip
    assert {f"crm {name}" for name in COMMANDS} <= set(commands)
    for title, text in commands.items():
        group = "COMMAND [ARGS]..." in text
        assert group or f"\n{title}" in text, f"{title} has no example"


def test_the_reference_of_keys_is_of_now():
    assert keys_reference.PAGE.read_text("utf-8") == keys_reference.reference(), "run make docs"
