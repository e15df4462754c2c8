"""Text from outside commands no terminal, breaks no screen, and is kept as it was written."""

from __future__ import annotations

import csv
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Result, environment
from tests.hostile import COMMANDING, HOSTILE


def harmless(result: Result, *codes: int) -> Result:
    """Give the result of a run that ended as it should and printed nothing that commands."""
    assert result.code in (codes or (0,)), result.err
    assert not COMMANDING.search(result.out), ascii(result.out)
    assert not COMMANDING.search(result.err), ascii(result.err)
    return result


BATCHES = 4  # a network each: fewer starts than one for each text
SCREENS = (
    ("list",), ("list", "--tags"), ("remind", "--all", "--explain"), ("history", "--limit", "500"),
    ("goal", "list"), ("promise", "list", "--all"), ("profile",), ("show", "1", "--all"),
)  # fmt: skip


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_screen(crm: Callable[..., Result], batch: int) -> None:
    texts = list(HOSTILE.values())[batch::BATCHES]
    for number, text in enumerate(texts, 1):
        tell(crm, str(number), text)
    for number, text in enumerate(texts, 1):
        check(crm, str(number), text)
    names = {person["name"] for person in harmless(crm("list", "--json")).json}
    assert names == {text.strip() for text in texts}
    for screen in SCREENS:
        assert harmless(crm(*screen)).out
        assert harmless(crm(*screen, "--lang", "es")).out
        as_json = [word for word in screen if word != "--explain"]
        harmless(crm(*as_json, "--json")).json  # noqa: B018  (it must be JSON)
    for text in texts:
        name_them(crm, text)
    harmless(crm("undo"))
    harmless(crm("archive", *map(str, range(1, 6))))
    harmless(crm("delete", *map(str, range(6, len(texts) + 1))))
    harmless(crm("undo", "--json"))


def tell(crm: Callable[..., Result], who: str, text: str) -> None:
    """Write a text wherever one may be written."""
    person = ("--nickname", text, "--title", text, "--org", text, "--city", text, "--note", text,
              "--needs", text, "--interest", text, "--met-at", text, "--role", text)  # fmt: skip
    harmless(crm("add", "--cadence", "1m", *person, f"--tag={text}", "--", text))
    said = ("--event", text, "--place", text, f"--promise={text}", "--fact", f"work: {text}")
    on = ("--kind", "call", "--on", "2025-01-02")
    harmless(crm("log", "--with", who, *on, *said, "--", text))
    goal = ("--why", text, "--unit", text, "--target", "3", "--with", who, "--wants", text)
    harmless(crm("goal", "add", "--rank", "primary", *goal, "--", f"{text} {who}"))
    more = (
        ("goal", "next", who, "--by", "today", "--", text),
        ("promise", "add", "--by", "today", who, "--", text),
        ("note", who, "--", text),
        ("profile", "set", "--name", text, "--pitch", text, "--skill", text),
        ("edit", who, f"--address={text}", f"--remove=tag:{text}"),
        ("goal", "progress", who, "1", "--note", text),
    )  # each text through one of these: they write as the others do
    harmless(crm(*more[int(who) % len(more)]), 0, 3)


def check(crm: Callable[..., Result], who: str, text: str) -> None:
    """Read a text back: harmless on the screen, in JSON as it was written."""
    kept = text.strip()
    harmless(crm("show", who, "--explain"))
    card = harmless(crm("show", who, "--json")).json
    for field in ("name", "title", "organisation", "place", "met_at"):
        assert card[field] == kept, field
    assert card["notes"].startswith(kept)
    assert card["needs"] == card["interests"] == card["nicknames"] == [kept]
    (happening,) = card["interactions"]
    assert happening["summary"] == happening["event"] == happening["place"] == kept
    assert card["facts"][0]["text"] == kept
    assert [goal["title"] for goal in card["goals"]] == [f"{text} {who}".strip()]
    assert kept in [promise["text"] for promise in card["promises"]]


def name_them(crm: Callable[..., Result], text: str) -> None:
    """Ask by the text, whomever it fits."""
    harmless(crm("find", "--", text), 0, 3)
    harmless(crm("show", "--", text), 0, 2, 3)
    harmless(crm("goal", "show", "--", f"{text}?"), 3)


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "\x1b[2Jnobody"],
        ["find", "\x9b2Jnobody"],
        ["\x1b[2J"],
        ["list", "--\x1b[2J"],
        ["remind", "--budget", "\x1b[2J"],
        ["add", "Ana", "--cadence", "\x1b[2J{x}"],
        ["add", "Ana", "--known-since", "\u202e{0}"],
        ["add", "Ana", "--birthday", "%s\x1b"],
        ["add", "Ana", "--email", "\x1b]0;x\x07"],
        ["add", "Ana", "--availability", "{name}\x1b"],
        ["log", "--with", "\x1b[2J", "hello"],
        ["config", "\x1b[2J"],
        ["goal", "show", "{goal}\x1b"],
        ["--lang", "\x1b[2J", "list"],
        ["--db", "/tmp/\x1b[2J/{path}", "list"],
        ["demo", "\x1b[2J"],
        ["tag", "--set", "\x1b[2J{tag}"],
    ],
    ids=repr,
)
def test_errors_repeat_what_was_typed_harmlessly(
    crm: Callable[..., Result], arguments: list[str]
) -> None:
    failed = harmless(crm(*arguments), 2, 3, 78)
    assert failed.out == ""
    assert failed.err.startswith("crm: ")
    assert failed.err.count("\n") == 1


def test_paths_and_tags_are_shown_harmlessly(crm: Callable[..., Result]) -> None:
    name = "\x1b[2J{x}\u202e"
    harmless(crm("add", "Ana", "--tag", name))
    harmless(crm("tag", "--set", name, "--cadence", "1m"))
    harmless(crm("rest", "ana"))
    harmless(crm("plant", "ana"))
    harmless(crm("--db", f"{name}.db", "config"), 0, 78)
    harmless(crm("--db", f"{name}.db", "config", "db"), 0, 78)


def test_a_hostile_file_is_imported_harmlessly(crm: Callable[..., Result], home: Path) -> None:
    file = home / "\x1b[2J{x}\u202e.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["Name", "Email", "Birthday", "Organization", "\x1b[2J{x}"])
        for text in HOSTILE.values():
            writer.writerow([text, text, text, text, text])
    harmless(crm("import", str(file), "--dry-run"))
    harmless(crm("import", str(file), "--dry-run", "--json"))
    imported = harmless(crm("import", str(file), "--map", "\x1b[2J{x}=notes"), 0, 2)
    assert imported.code == 2 or crm("undo").code == 0
    harmless(crm("import", str(file)))
    harmless(crm("import", str(file), "--json"))
    harmless(crm("list"))
    harmless(crm("import", str(file), "--map", "{absent}\x9b=name"), 2)
    harmless(crm("import", f"{file}\x9b"), 1)
    names = {contact["name"] for contact in crm("export", "json", "-").json["contacts"]}
    assert HOSTILE["clear the screen"] in names  # exported as it was written
    assert len(names) > 60
    copy = home / "\x1b[2J{copy}.json"
    harmless(crm("export", "json", str(copy)))
    harmless(crm("export", "json", str(copy)), 2)


def test_braces_are_told_as_they_are(crm: Callable[..., Result]) -> None:
    assert "Added {name} {0} [1]" in crm("add", "{name} {0}").err
    assert "“{who}”" in crm("show", "{who}").err
    assert "{path}" in crm("--db", "/nowhere/{path}", "list").err


def test_a_terminal_gets_bold_and_nothing_else(crm: Callable[..., Result]) -> None:
    text = HOSTILE["clear the screen"] + HOSTILE["link"] + HOSTILE["all C1"] + HOSTILE["markup"]
    crm("add", text, "--cadence", "1m", "--org", text)
    crm("log", "--with", "1", "--on", "2025-01-02", text)
    for command in (["remind", "--explain"], ["show", "1"], ["list"], ["undo"], ["history"]):
        shown = on_a_terminal(command)
        assert "Ana" in shown
        bare = shown.replace("\r\n", "\n").replace("\x1b[1m", "").replace("\x1b[0m", "")
        assert not COMMANDING.search(bare), ascii(shown)


def on_a_terminal(arguments: list[str]) -> str:
    """Give what the program prints when both of its outputs are a terminal."""
    ours, theirs = pty.openpty()
    variables = {**environment(), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "crm", *arguments]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables, cwd=ROOT
    ) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                block = os.read(ours, 65_536)
            except OSError:  # Linux: the other end was closed
                break
            if not block:
                break
            shown += block
    os.close(ours)
    assert running.returncode == 0
    return shown.decode()
