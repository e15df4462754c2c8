"""How the full screen starts: `crm` on a terminal, and nowhere else."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.terminal import Terminal
from tests.conftest import ROOT, environment


@pytest.fixture
def own(home):
    return {**environment(), "CRM_TODAY": "2026-03-02", "HOME": str(home), "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("term", ["xterm", "xterm-256color"])
def test_the_demo_opens_and_is_left(own, term):
    command = [sys.executable, "-m", "crm", "demo"]
    with Terminal(command, {**own, "NO_COLOR": "1"}, 80, 24, term=term) as terminal:
        terminal.until(lambda text: "1 Today" in text and "Noor" in text)
        terminal.press("q")
        assert terminal.code() == 0
        assert b"\x1b[?1049l" in terminal.raw  # the screen there was comes back


def test_without_a_terminal_the_list_is_printed(own, process):
    assert "Ana" not in process("tui").out
    done = process("demo", "--reset")
    assert "Noor Haddad" in done.out
    assert "\x1b" not in done.out


def test_a_file_that_is_named_must_be_there(own):
    command = [sys.executable, "-m", "crm", "--db", "nowhere.db"]
    with Terminal(command, own, 80, 24) as terminal:
        assert terminal.code() == 78
    assert b"nowhere.db" in terminal.raw
    assert b"\x1b[?1049h" not in terminal.raw


def test_keys_typed_ahead_reach_what_opens(own, home):
    command = [sys.executable, "-m", "crm", "demo"]
    with Terminal(command, own, 80, 24) as terminal:
        terminal.until(lambda text: "1 Today" in text and "Noor" in text)
        terminal.press("s3")
        terminal.until(lambda text: "is not shown before" in text)
        terminal.press("lCall with Noor Haddad: \r")
        terminal.until(lambda text: "Who talked more?" in text)
        terminal.press("\x1b")
        terminal.until(lambda text: "Who talked more?" not in text)
        terminal.press("2/noor\r")
        terminal.until(lambda text: "1 person" in text)
