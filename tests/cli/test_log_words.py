"""`crm log TEXT`: read, shown, corrected on a terminal, saved; nothing half done."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Result

Crm = Callable[..., Result]
PRODUCT = (
    "Coffee with Ana Ruiz yesterday at CodeMotion: looking for a copywriter. Promised to send the"
    " portfolio by friday #design"
)


@pytest.fixture
def people(crm: Crm, home: Path) -> None:
    """Add somebody in the garden, namesakes of theirs, and two in the address book."""
    crm("add", "Ana Ruiz", "--org", "Agua SL")
    crm("add", "Luis Vega", "--book")
    crm("add", "Ana Gil", "--book")
    crm("add", "Eva Soler")
    crm("add", "Eva Mora")
    crm("add", "Jesús Mora", "--nickname", "Chus")


def latest(crm: Crm, person: str) -> Any:
    return crm("show", person, "--json").json["interactions"][0]


def test_the_sentence_of_the_product(crm: Crm, people: None) -> None:
    logged = crm("log", PRODUCT)
    assert (logged.code, logged.out) == (0, "")
    assert logged.err == (
        "Logged: meeting with Ana Ruiz, yesterday, at CodeMotion · promise: send the portfolio"
        " (Friday) · work: looking for a copywriter · #design.\n"
    )
    shown = crm("show", "1", "--json").json
    assert shown["tags"] == ["design"]
    assert latest(crm, "1")["event"] == "CodeMotion"
    assert latest(crm, "1")["on"] == "2025-06-29"
    assert latest(crm, "1")["depth"] == 1
    (promise,) = crm("promise", "list", "--json").json
    assert (promise["text"], promise["due_on"]) == ("send the portfolio", "2025-07-04")


def test_spanish_is_read_and_said(crm: Crm, people: None) -> None:
    logged = crm(
        "--lang", "es", "log", "Café con Chus ayer: prometí enviarle el portfolio el viernes"
    )
    assert logged.err == (
        "Registrado: reunión con Jesús Mora, ayer · promesa: enviarle el portfolio (el viernes).\n"
    )


def test_a_dry_run_saves_nothing_and_says_what_it_would(crm: Crm, people: None) -> None:
    dry = crm("log", PRODUCT, "--dry-run", "--json")
    assert dry.json == {
        "on": "2025-06-29", "kind": "meeting", "side": "both", "by": None, "planned": False,
        "ask": False, "answered": None, "minutes": None, "place": "", "event": "CodeMotion",
        "people": [{"said": "Ana Ruiz", "candidates": [{"id": 1, "name": "Ana Ruiz"}]}],
        "promises": [{"mine": True, "text": "send the portfolio", "due_on": "2025-07-04"}],
        "facts": [{"kind": "work", "text": "looking for a copywriter"}], "tags": ["design"],
        "summary": PRODUCT.removesuffix(" #design"),
    }  # fmt: skip
    told = crm("log", "Called Nuria Font and Eva, 20 min, no answer", "--dry-run")
    assert told.err == (
        "Understood: call with Nuria Font (new) and Eva (which one?), today, 20 minutes ·"
        " from you · no answer. Nothing was saved.\n"
    )
    assert crm("log", "--with", "luis", "--dry-run").err.startswith("Understood: message with Luis")
    assert crm("show", "1", "--json").json["interactions"] == []


def test_flags_win_over_words(crm: Crm, people: None) -> None:
    flags = ("--with", "luis", "--on", "2025-06-02", "--kind", "call", "--fact", "life: moved",
             "--promise", "call back by friday", "--minutes", "5", "--place", "home",
             "--tag", "x")  # fmt: skip
    dry = crm("log", PRODUCT + " 90 min", *flags, "--dry-run", "--json").json
    assert [p["candidates"][0]["name"] for p in dry["people"]] == ["Luis Vega"]
    assert (dry["on"], dry["kind"], dry["minutes"]) == ("2025-06-02", "call", 5)
    assert (dry["place"], dry["event"]) == ("home", "CodeMotion")
    assert dry["facts"] == [{"kind": "life", "text": "moved"}]
    assert [p["text"] for p in dry["promises"]] == ["call back"]
    assert dry["tags"] == ["x", "design"]
    assert crm("log", PRODUCT, *flags).code == 0
    assert latest(crm, "luis")["kind"] == "call"


def test_a_sole_match_in_the_garden_wins_and_is_echoed(crm: Crm, people: None) -> None:
    assert "with Ana Ruiz" in crm("log", "Coffee with Ana").err
    assert "with Ana Gil" in crm("log", "Coffee with Ana Gil").err
    assert crm("log", "--with", "ana", "Coffee").code == 2


def test_an_ambiguous_name_is_an_error_with_candidates(crm: Crm, people: None) -> None:
    refused = crm("log", "Coffee with Eva")
    assert refused.code == 2
    assert "“Eva” fits several people" in refused.err
    assert "Eva Soler" in refused.err
    assert "Eva Mora" in refused.err


def test_an_unknown_name_is_made_only_with_create(crm: Crm, people: None) -> None:
    refused = crm("log", "Coffee with Luis Vgea")
    assert refused.code == 3
    assert "Did you mean Luis Vega? Else add them with --create." in refused.err
    assert "Add them with --create" in crm("log", "Coffee with Zoe Quartz").err
    assert crm("log", "Coffee with Zoe Quartz", "--create", "--kind", "telepathy").code == 2
    assert crm("find", "zoe").code == 3
    assert crm("log", "Coffee with Zoe Quartz", "--create").code == 0
    assert crm("undo").code == 0
    assert crm("find", "zoe").code == 3


def test_the_first_log_makes_the_network(crm: Crm, home: Path) -> None:
    path = str(home / "new.db")
    assert crm("--db", path, "log", "Coffee with Zoe Quartz").code == 3
    assert not Path(path).exists()
    assert crm("--db", path, "log", "Coffee with Zoe Quartz", "--create").code == 0


def test_a_day_to_come_is_a_plan(crm: Crm, people: None) -> None:
    assert (
        crm("log", "Lunch with Ana tomorrow").err
        == "Planned [1]: meeting with Ana Ruiz, tomorrow.\n"
    )
    assert latest(crm, "1")["planned"]


@pytest.mark.parametrize(
    ("text", "code", "fragment"),
    [
        ("had a nice day", 2, "With whom?"),
        ("🎉🎉", 2, "With whom?"),
        ("Coffee with Ana 31/02/2025", 2, "“31/02/2025” is no date"),
        ("Coffee with Ana in 9999 years", 2, "outside the years 1 to 9999"),
        ("Coffee with Ana, 9999 hours", 2, "minutes: 599940 must lie between"),
        ("x" * 100_001, 2, "longer than 100000 characters"),
        ("word " * 2000, 2, "With whom?"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_read_changes_nothing(
    crm: Crm, people: None, text: str, code: int, fragment: str
) -> None:
    before = crm("history", "--json").out
    refused = crm("log", text)
    assert (refused.code, refused.out, refused.err.count("\n")) == (code, "", 1)
    assert fragment in refused.err
    assert crm("history", "--json").out == before


def test_long_text_is_kept_whole(crm: Crm, people: None) -> None:
    text = "Coffee with Ana. " + "blah " * 3000 + "end"
    assert crm("log", text).code == 0
    assert latest(crm, "1")["summary"] == text


def test_signs_are_safe_from_standard_input(process: Crm, people: None) -> None:
    line = "Coffee with Ana: \"great\" 'talk' (on $(rm -rf /) `x`)! & | > ~ \\ * ? #a\n"
    logged = process("log", "-", stdin=line)
    assert (logged.code, logged.err) == (0, "Logged: meeting with Ana Ruiz, today · #a.\n")
    shown = process("show", "1", "--json").json["interactions"][0]
    assert shown["summary"] == line.strip().removesuffix(" #a")


class Terminal:
    """The program on a terminal of its own, answered line by line."""

    def __init__(self, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "crm", *arguments],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, close_fds=True,
            # A job in the background is started deaf to it, and so would be what it starts.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        os.close(theirs)
        self.seen = ""

    def expect(self, text: str) -> None:
        """Wait until the program has written `text`; what it wrote before is forgotten."""
        end = time.monotonic() + 20
        while text not in self.seen:
            ready, _, _ = select.select([self.ours], [], [], max(0, end - time.monotonic()))
            assert ready, self.seen
            try:
                read = os.read(self.ours, 4096)
            except OSError:
                read = b""
            assert read, self.seen
            self.seen += read.decode()
        self.seen = self.seen.partition(text)[2]

    def type(self, line: str) -> None:
        os.write(self.ours, line.encode() + b"\n")

    def ended(self) -> int:
        code = self.process.wait(timeout=20)
        os.close(self.ours)
        return code


def test_on_a_terminal_enter_saves(crm: Crm, people: None) -> None:
    talk = Terminal("log", PRODUCT)
    talk.expect("meeting with Ana Ruiz, yesterday, at CodeMotion")
    talk.expect("changes:")
    talk.type("")
    talk.expect("Logged: meeting with Ana Ruiz, yesterday.")
    assert talk.ended() == 0
    assert latest(crm, "1")["event"] == "CodeMotion"


def test_on_a_terminal_every_field_can_be_corrected(crm: Crm, people: None) -> None:
    talk = Terminal("log", PRODUCT)
    talk.expect("changes:")
    for typed, seen in (
        ("k call", "call with Ana Ruiz"), ("k telepathy", "Choose one of"),
        ("d 3d", "three days ago"), ("d someday", "is no date"),
        ("e", "At which event?"), ("", "three days ago"),
        ("l her office", "place: her office"), ("m 45", "45 minutes"), ("m x", "is no measure"),
        ("r send it by monday", "promise: send it"), ("f life: has a dog", "life: has a dog"),
        ("t #a b", "#a · #b"), ("p luis, eva", "Which one"), ("5", "Luis Vega and Eva Mora"),
        ("z", "Choose one of"),
    ):  # fmt: skip
        talk.type(typed)
        talk.expect(seen)
    talk.type("")
    talk.expect("Now in the garden: Luis Vega.")
    assert talk.ended() == 0
    kept = latest(crm, "luis")
    assert (kept["kind"], kept["on"], kept["event"]) == ("call", "2025-06-27", "")
    assert kept["place"] == "her office"


def test_on_a_terminal_a_new_person_is_offered(crm: Crm, people: None) -> None:
    talk = Terminal("log", "Coffee with Luis Vgea and Zoe Quartz")
    talk.expect("is new (or is it Luis Vega?)")
    talk.type("luis")
    talk.expect("“Zoe Quartz” is new.")
    talk.type("")
    talk.expect("with Luis Vega and Zoe Quartz (new)")
    talk.expect("changes:")
    talk.type("")
    assert talk.ended() == 0
    assert crm("show", "zoe", "--json").code == 0


@pytest.mark.parametrize("text", ["Coffee with Ana", "Coffee with Eva", "Coffee with Zoe Quartz"])
def test_on_a_terminal_it_can_be_dropped(crm: Crm, people: None, text: str) -> None:
    before = crm("history", "--json").out
    talk = Terminal("log", text)
    talk.expect(":" if "Eva" not in text else "?")
    talk.type("q")
    talk.expect("Nothing was saved.")
    assert talk.ended() == 0
    assert crm("history", "--json").out == before
