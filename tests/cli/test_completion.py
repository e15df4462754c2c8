"""Completion in real shells: what the keys make of a line, and what the program then does."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from crm.cli.completion import BASH
from tests.conftest import ROOT, Result, environment

PEOPLE = (
    ("Ana Ruiz", "--org", "Acme", "--tag", "buen amigo"),
    ("Ana Ruiz", "--org", "Beta"),
    ("Ángela Pérez",),
    ('O\'Brien "Bob" $HOME `id`',),
    ("José Alba",),
    ("Jose Abad",),
    ("Zoë 🎉 Party",),
    ("Semi; rm -rf *",),
    ("Colon: At@home",),
    ("Q \x1b[31mred",),
    ("bang!one",),
    ("~tilde",),
    ("back\\slash",),
)
END = "carried out"
PATIENCE = 60

needs = {
    shell: pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")
    for shell in ("bash", "zsh", "fish")
}
AT_A_TERMINAL = [pytest.param(shell, marks=needs[shell]) for shell in ("bash", "zsh")]


@pytest.fixture
def line(crm: Callable[..., Result], home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with `crm` on the PATH, where CRM_DB holds people who are hard to quote."""
    folder = home / "bin"
    folder.mkdir()
    program = folder / "crm"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m crm "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("CRM_DB", str(home / "crm.db"))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(home)
    for name, *options in PEOPLE:
        assert crm("add", *options, "--", name).code == 0
    assert crm("add", "--", "-rf").code == 0
    assert crm("goal", "add", "Three retainers", "--rank", "primary").code == 0
    return home


@pytest.fixture
def offered(process: Callable[..., Result]) -> Callable[..., list[str]]:
    """Give the lines that one request is answered with; nothing may ever go wrong."""

    def ask(*request: str, env: dict[str, str] | None = None) -> list[str]:
        done = process("_complete", *request, env=env)
        assert (done.code, done.err) == (0, "")
        return done.out.splitlines()

    return ask


def bash(*words: str, cword: int, text: str, listing: int = 9) -> list[str]:
    """Give COMPREPLY after the function that the script names has been called as bash calls it."""
    program = """
        eval "$(crm completion bash)"
        COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=$2 COMP_CWORD=$3 current=$4; shift 4
        COMP_WORDS=("$@")
        [[ $(complete -p crm) == *' -F '_crm_completion' crm' ]] || exit 1
        _crm_completion crm "$current" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    given = ("bash", " ".join(words), str(listing), str(cword), text, *words)
    done = subprocess.run(
        ["bash", "--norc", "--noprofile", "-c", program, *given],
        capture_output=True, text=True, check=True, env=environment(), timeout=PATIENCE,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


def fish(typed: str) -> list[str]:
    """Give what fish would offer for a line, a tab before the description."""
    done = subprocess.run(
        ["fish", "--no-config", "-c", "crm completion fish | source; complete -C $argv[1]", typed],
        capture_output=True, text=True, check=True, env=environment(), timeout=PATIENCE,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


class Terminal:
    """A shell at a terminal of its own, with the script in place."""

    def __init__(self, shell: str) -> None:
        arguments = {
            "bash": ["bash", "--norc", "--noprofile", "-i"],
            "zsh": ["zsh", "-f", "-i"],
        }[shell]
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.environ.update({"TERM": "dumb", "PS1": "$ ", "COLUMNS": "300"})
            os.execvp(arguments[0], arguments)
        self.press(f'eval "$(crm completion {shell})"')

    def press(self, keys: str) -> str:
        """Type keys and Enter, and give what the screen showed until that was carried out."""
        os.write(self.screen, f'{keys}; echo "{END[:3]}""{END[3:]}"\r'.encode())
        shown, latest = b"", time.monotonic() + PATIENCE
        while END.encode() not in shown:
            assert time.monotonic() < latest, shown.decode(errors="replace")
            if select.select([self.screen], [], [], 1)[0]:
                shown += os.read(self.screen, 65536)
        return shown.decode(errors="replace")

    def close(self) -> None:
        os.close(self.screen)
        os.waitpid(self.process, 0)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_what_the_shell_can_read(crm: Callable[..., Result], shell: str) -> None:
    done = crm("completion", shell)
    assert done.code == 0
    assert "_complete " + shell in done.out
    if path := shutil.which(shell):
        subprocess.run([path, "-n"], input=done.out, text=True, check=True, timeout=PATIENCE)


def test_another_shell_is_refused_with_those_there_are(crm: Callable[..., Result]) -> None:
    done = crm("completion", "tcsh")
    assert done.code == 2
    assert "bash, zsh, fish" in done.err


LINES = (
    ("show ang\t", "Ángela Pérez"),
    ("show o\t", 'O\'Brien "Bob" $HOME `id`'),
    ('show "o\t', 'O\'Brien "Bob" $HOME `id`'),
    ("show 'o\t", 'O\'Brien "Bob" $HOME `id`'),
    ("show zo\t", "Zoë 🎉 Party"),
    ("show semi\t", "Semi; rm -rf *"),
    ("show Colon:\\ A\t", "Colon: At@home"),
    ("show q\t", "Q \x1b[31mred"),
    ("show perez\t", "Ángela Pérez"),
    ("show bang\t", "bang!one"),
    ("show \\~\t", "~tilde"),
    ("show back\t", "back\\slash"),
)


@pytest.mark.parametrize("shell", AT_A_TERMINAL)
def test_the_completed_line_means_the_person(line: Path, shell: str) -> None:
    terminal = Terminal(shell)
    for number, (typed, name) in enumerate(LINES):
        shown = terminal.press(f"crm {typed} --json > {number}.json")
        told = (line / f"{number}.json").read_text(encoding="utf-8")
        assert told, shown
        assert json.loads(told)["name"] == name
    terminal.close()


@pytest.mark.parametrize("shell", AT_A_TERMINAL)
@pytest.mark.parametrize("typed", ["--tag=bu\t", "--tag bu\t", "--tag 'bu\t", '--tag "bu\t'])
def test_the_completed_line_means_the_tag(line: Path, shell: str, typed: str) -> None:
    terminal = Terminal(shell)
    shown = terminal.press(f"crm li\t {typed} --json > people.json")
    terminal.close()
    told = (line / "people.json").read_text(encoding="utf-8")
    assert told, shown
    assert [person["name"] for person in json.loads(told)] == ["Ana Ruiz"]


@pytest.mark.parametrize("shell", AT_A_TERMINAL)
def test_files_are_left_to_the_shell(line: Path, crm: Callable[..., Result], shell: str) -> None:
    assert crm("--db", str(line / "my other.db"), "add", "Anselm Other").code == 0
    terminal = Terminal(shell)
    shown = [
        terminal.press("crm --db my\t list --json > after_a_blank"),
        terminal.press("crm --db=my\t list --json > after_an_equals_sign"),
    ]
    terminal.close()
    for name in ("after_a_blank", "after_an_equals_sign"):
        told = (line / name).read_text(encoding="utf-8")
        assert told, shown
        assert [person["name"] for person in json.loads(told)] == ["Anselm Other"]


@needs["bash"]
def test_bash_shows_the_numbers_of_namesakes(line: Path) -> None:
    terminal = Terminal("bash")
    shown = terminal.press("crm show ana\t\t\t > /dev/null")
    terminal.close()
    assert "[1] Acme" in shown
    assert "[2] Beta" in shown


@needs["zsh"]
def test_zsh_offers_the_numbers_of_namesakes(line: Path) -> None:
    terminal = Terminal("zsh")
    terminal.press("crm show ruiz\t\t\t --json > ana.json")
    terminal.close()
    assert json.loads((line / "ana.json").read_text(encoding="utf-8"))["organisation"] == "Beta"


@needs["fish"]
def test_what_fish_offers_means_the_person(line: Path, crm: Callable[..., Result]) -> None:
    for typed, name in LINES:
        if name.startswith("Q "):
            continue  # offered by number, and fish drops what does not hold what is typed
        (offer,) = fish(f"crm {typed.strip()}")
        assert crm("show", offer.partition("\t")[0], "--json").json["name"] == name


@needs["fish"]
def test_fish_offers_names_with_their_numbers(line: Path) -> None:
    assert fish("crm show Ana") == ["Ana Ruiz\t[1] Acme, [2] Beta"]
    assert fish("crm show jose") == ["jose Abad\tJose Abad", "jose Alba\tJosé Alba"]
    assert "show\tShow a goal with its people, wanted roles and progress." in fish("crm goal s")
    assert fish("crm list --tag=bu") == ["--tag=buen amigo"]
    assert fish(f"crm --db {line}/crm.d") == [f"{line}/crm.db"]
    assert fish(f"crm --db={line}/crm.d") == [f"--db={line}/crm.db"]
    assert fish("crm --db /nowhere/crm.db show an") == []
    assert fish("CRM_DB=/nowhere/crm.db crm show an") == []


@needs["bash"]
def test_bash_puts_into_compreply_what_can_stand_on_the_line(line: Path) -> None:
    def reply(current: str, listing: int = 9) -> list[str]:
        return bash("crm", "show", current, cword=2, text=current, listing=listing)

    assert reply("ang") == ["Ángela\\ Pérez"]
    assert reply("o") == ['O\\\'Brien\\ \\"Bob\\"\\ \\$HOME\\ \\`id\\`']
    assert reply("ana", listing=63) == ["Ana\\ Ruiz  [1] Acme", "Ana\\ Ruiz  [2] Beta"]
    assert reply("ana", listing=37) == ["1", "2"]
    # Nothing in common but less than is typed: the empty line keeps readline from cutting it.
    assert reply("jose") == ["Jose\\ Abad", "José\\ Alba", ""]
    assert bash("crm", "list", "--tag", "=", "bu", cword=4, text="bu") == [""]


def test_commands_options_and_words_are_offered(line: Path, offered: Callable[..., list]) -> None:
    def values(*request: str) -> list[str]:
        return [text.partition("\t")[0] for text in offered("fish", *request)]

    assert values("comp") == ["completion"]
    assert values("--v") == ["--version"]
    assert values("goal", "sh") == ["show"]
    assert values("goal", "show", "ret") == ["Three retainers"]
    assert values("show", "--") == ["--all", "--explain", "--json", "--help"]
    assert values("log", "--side", "") == ["me", "them", "both"]
    assert values("log", "--side=t") == ["--side=them"]
    assert values("log", "--kind", "mee") == ["meeting"]
    assert values("log", "--with", "ang") == ["angela Pérez"]
    assert values("completion", "") == ["bash", "zsh", "fish"]
    assert values("--lang", "") == ["en", "es"]
    assert values("show", "ana", "an") == []
    assert values("show", "--", "--ex") == []
    assert values("nonsense", "an") == []
    assert values("demo", "goal", "sh") == ["show"]
    assert values("demo", "show", "--ex") == ["--explain"]


def test_the_help_of_what_is_offered_is_in_the_language(
    line: Path, offered: Callable[..., list]
) -> None:
    (english,) = offered("fish", "show", "--all")
    (chosen,) = offered("fish", "--lang", "es", "show", "--all")
    (spoken,) = offered("fish", "show", "--all", env={"CRM_LANG": "es"})
    assert english != chosen == spoken


def test_names_come_from_the_database_of_the_line(
    line: Path, crm: Callable[..., Result], offered: Callable[..., list]
) -> None:
    other = str(line / "other.db")
    assert crm("--db", other, "add", "Anselm Other").code == 0
    assert offered("fish", "--db", other, "show", "An") == ["Anselm Other\t"]
    assert offered("fish", "show", f"--db={other}", "An") == ["Anselm Other\t"]
    assert offered("fish", "show", "An", env={"CRM_DB": other}) == ["Anselm Other\t"]


def test_nobody_in_the_archive_is_offered_and_the_garden_comes_first(
    line: Path, crm: Callable[..., Result], offered: Callable[..., list]
) -> None:
    for name in ("Mia One", "Mia Three", "Mia Two"):
        assert crm("add", name, "--book").code == 0
    assert crm("plant", "Mia Two").code == 0
    assert crm("archive", "Mia Three").code == 0
    assert offered("zsh", "show", "mia") == ["Mia Two\tMia Two", "Mia One\tMia One"]


def test_too_many_people_end_with_the_last_so_that_no_beginning_is_made_up(
    line: Path, crm: Callable[..., Result], offered: Callable[..., list]
) -> None:
    rows = "".join(f"Wanda {n:03},w{n}@example.com\n" for n in range(120))
    (line / "book.csv").write_text(f"Name,Email\n{rows}Wilma,w@example.com\n", encoding="utf-8")
    assert crm("import", "book.csv").code == 0
    names = [text.partition("\t")[0] for text in offered("zsh", "show", "w")]
    assert "Wilma" in names
    assert len(names) == 50


def test_what_cannot_be_typed_is_offered_by_its_number(
    line: Path, offered: Callable[..., list]
) -> None:
    assert offered("zsh", "show", "q") == ["10\t10  -- Q \ufffd[31mred"]
    assert offered("zsh", "delete", "")[0] == "14\t14                        -- -rf"


@pytest.mark.parametrize("content", [None, b"", b"not a database", b"SQLite format 3\x00" * 99])
def test_without_a_sound_database_nobody_is_offered(
    home: Path, offered: Callable[..., list], content: bytes | None
) -> None:
    path = home / "crm.db"
    if content is not None:
        path.write_bytes(content)
    for request in (("show", "an"), ("list", "--tag", ""), ("goal", "show", "")):
        assert offered("zsh", *request, env={"CRM_DB": str(path)}) == []
    assert path.exists() == (content is not None)
    assert offered("zsh", "show", "an") == []


def test_an_older_database_is_not_migrated_by_a_key(
    line: Path, offered: Callable[..., list]
) -> None:
    connection = sqlite3.connect(line / "crm.db")
    connection.execute("PRAGMA user_version=1")
    connection.close()
    before = (line / "crm.db").read_bytes()
    assert offered("zsh", "show", "an") == []
    assert (line / "crm.db").read_bytes() == before


def test_a_request_that_means_nothing_is_answered_with_nothing(
    home: Path, offered: Callable[..., list]
) -> None:
    for request in ((), ("tcsh", "show"), ("bash",), ("bash", "9", "crm show 'an")):
        assert offered(*request) == []
    assert offered("zsh", "show", "an", env={"CRM_LANG": "xx"}) == []


def test_the_script_writes_nothing(home: Path, crm: Callable[..., Result]) -> None:
    assert crm("completion", "bash").out == BASH.strip("\n") + "\n"
    assert list(home.iterdir()) == []
