"""`crm open` and `crm copy`: real programs take the link or the text, and say what they got."""

from __future__ import annotations

import base64
import os
import pty
import re
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from crm.delivery.programs import LONGEST_COPY, OPENS_WITHIN
from crm.services import openers
from tests.cli.test_commands import network
from tests.cli.test_log_words import Terminal
from tests.cli.test_start_up import HEAVY, imported
from tests.conftest import ROOT, Result, environment

Crm = Callable[..., Result]
FAILED, WRONG, NOTHING = 1, 2, 3
XDG_OPEN, SETSID, TMUX = (shutil.which(name) for name in ("xdg-open", "setsid", "tmux"))
SESSIONS = ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "BROWSER", "SSH_TTY", "WSL_DISTRO_NAME")
HARD = "Hola Íñigo & Zoë,\n¿qué tal la #1? 100 % \"sí\", 'no' + $(id) `id` <b>; 👩‍👩‍👧 a=b?c\\d"
TAKES = """\
printf '%s\\n' "$#" "$1" > "$0.got"
printf '%s' "$BROWSER" > "$0.browser"
echo noise; echo noise >&2
"""
PASTES = """printf '%s\\n' "$*" > "$0.said"; /bin/cat > "$0.got"; /bin/sleep 20 & """


@pytest.fixture(autouse=True)
def desktop(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the only folder that programs are found in, without a session of any desktop."""
    for name in SESSIONS:
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("TERM", "dumb")
    return folder


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}")
    path.chmod(0o755)
    return path


@pytest.fixture
def opener(desktop: Path) -> Path:
    """Give a program xdg-open that writes down what it is given."""
    return program(desktop, "xdg-open", TAKES)


def got(path: Path) -> str | None:
    """Give the one argument that a program was given, None when it was not started."""
    taken = path.with_name(f"{path.name}.got")
    if not taken.exists():
        return None
    count, argument = taken.read_text("utf-8").splitlines()
    assert count == "1"
    return argument


PEOPLE = (
    ["add", "Ana Ruiz", "--email", "ana+crm@example.com", "--email", "old@example.com",
     "--phone", "912 345 678 ext. 12", "--phone", "+34 600 000 001", "--city", "València & co",
     "--link", "https://example.com/ana", "--link", "https://www.linkedin.com/in/ana", "--book"],
    ["add", "Eva", "--link", "javascript://linkedin.com/in/x%0aalert(1)", "--book"],
    ["add", "Luis", "--book"],
    ["add", "Tom", "--phone", "912 345 678", "--email", "tom@example.com", "--book"],
    ["add", "Zoe", "--phone", "912 345 678", "--link", "linkedin.com/in/zoe", "--book"],
    ["add", "Pau", "--link", "linkedin.com/in/pau", "--book"],
    ["add", "Íñigo & Zoë #1 \"x\" 'y' 100%", "--email", "a@example.com",
     "--address", "C/ Mayor 1\nX", "--book"],
)  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with somebody with all ways to them, and others with some or none."""
    return network(tmp_path_factory.mktemp("network"), *PEOPLE)


@pytest.fixture
def people(home: Path, template: Path) -> Path:
    """Give a copy of it, where the program looks for it."""
    path = home / ".local/share/crm/crm.db"
    path.parent.mkdir(parents=True, mode=0o700)
    shutil.copy(template, path)
    return path


@pytest.fixture
def hard_opener(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be an opener with all the signs that a link cannot hold."""
    hard = openers.Opener("fact:7", HARD[18:])
    monkeypatch.setattr(openers, "opener_for", lambda *_: hard)
    monkeypatch.setattr(openers, "message_for", lambda *_: HARD, raising=False)


@pytest.fixture
def no_opener(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be nothing to begin with."""
    monkeypatch.setattr(openers, "opener_for", lambda *_: None)


def interactions(crm: Crm, person: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = crm("show", person, "--json").json["interactions"]
    return found


def went_out(database: Path) -> list[str]:
    """Give the keys of the openers that were noted as handed out."""
    with closing(sqlite3.connect(database)) as connection:
        return [key for (key,) in connection.execute("SELECT opener FROM day_line")]


# The links.


@pytest.mark.parametrize(
    ("arguments", "link"),
    [
        (["ana"], "https://wa.me/34600000001"),
        (["ana", "--whatsapp"], "https://wa.me/34600000001"),
        (["ana", "--mail"], "mailto:ana%2Bcrm@example.com"),
        (["ana", "--call"], "tel:912345678;ext=12"),
        (["ana", "--linkedin"], "https://www.linkedin.com/in/ana"),
        (
            ["ana", "--map"],
            "https://www.openstreetmap.org/search?query=Val%C3%A8ncia%20%26%20co",
        ),
        (["tom"], "mailto:tom@example.com"),
        (["zoe"], "tel:912345678"),
        (["pau"], "https://linkedin.com/in/pau"),
        (["7"], "mailto:a@example.com"),
        (["7", "--map"], "https://www.openstreetmap.org/search?query=C%2F%20Mayor%201%2C%20X"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_print_gives_one_line_and_does_nothing(
    crm: Crm, people: Path, no_opener: None, opener: Path, arguments: list[str], link: str
) -> None:
    before = crm("history", "--json").out
    assert crm("open", *arguments, "--print") == Result(0, f"{link}\n", "")
    as_json = crm("open", *arguments, "--print", "--json")
    assert as_json.err == ""
    assert as_json.json["link"] == link
    assert (as_json.json["opened"], as_json.json["logged"]) == (False, None)
    assert got(opener) is None
    assert crm("history", "--json").out == before


def test_the_opener_is_filled_in_where_a_link_can_carry_it(
    crm: Crm, people: Path, hard_opener: None
) -> None:
    chat = crm("open", "ana", "--print")
    assert parse_qs(urlsplit(chat.out.rstrip("\n")).query) == {"text": [HARD]}
    assert (chat.out.count("\n"), chat.err) == (1, "")
    mail = crm("open", "ana", "--mail", "--print", "--json").json
    body = parse_qs(urlsplit(mail["link"]).query)["body"]
    assert body == [HARD.replace("\n", "\r\n")]
    assert (mail["message"], mail["filled"]) == (HARD, True)
    page = crm("open", "ana", "--linkedin", "--print")
    assert page.out == "https://www.linkedin.com/in/ana\n"
    assert "Message: Hola Íñigo" in page.err
    assert "crm copy 1" in page.err
    call = crm("open", "ana", "--call", "--print")
    assert call.err.startswith("To begin with: ¿qué tal")
    assert crm("open", "ana", "--map", "--print").err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "fragment"),
    [
        ([], WRONG, "Whom? A name, an id, or a line of today's list: crm open +1 (in a shell, #"),
        (["nobody"], NOTHING, "nobody called “nobody”"),
        (["#9"], NOTHING, "list"),
        (["+9"], NOTHING, "list"),
        (["ana", "--call", "--mail"], WRONG, "One way at a time, not --mail, --call."),
        (["ana", "--sent", "--print"], WRONG, "--print, which sends nothing"),
        (["ana", "--sent", "--map"], WRONG, "--map, which sends nothing"),
        (["luis"], NOTHING, "Add one: crm edit 3 --email …"),
        (["luis", "--mail"], NOTHING, "no e-mail of Luis. Add it: crm edit 3 --email …"),
        (["luis", "--call"], NOTHING, "no phone number of Luis. Add it: crm edit 3 --phone …"),
        (["luis", "--whatsapp"], NOTHING, "with its country code. Add it: crm edit 3 --phone +…"),
        (["tom", "--whatsapp"], NOTHING, "with its country code. Add it: crm edit 4 --phone +…"),
        (["luis", "--linkedin"], NOTHING, "no LinkedIn page of Luis"),
        (["luis", "--map"], NOTHING, "no place of Luis. Add it: crm edit 3 --city …"),
        (["eva", "--linkedin"], FAILED, "javascript://linkedin.com/in/x%0aalert(1) is no page of"),
        (["eva"], FAILED, "is no page of LinkedIn"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_opened(
    crm: Crm, people: Path, opener: Path, arguments: list[str], code: int, fragment: str
) -> None:
    before = crm("history", "--json").out
    refused = crm("open", *arguments)
    assert (refused.code, refused.out, refused.err.count("\n")) == (code, "", 1), refused
    assert fragment in refused.err
    assert got(opener) is None
    assert crm("history", "--json").out == before


# Handing over.


def test_without_a_terminal_it_opens_and_does_not_ask(
    process: Crm, crm: Crm, people: Path, opener: Path
) -> None:
    opened = process("open", "tom", stdin="\n")
    assert (opened.code, opened.out) == (0, "")
    assert "To Tom by mail…" in opened.err
    assert "noise" not in opened.err
    assert "Sent?" not in opened.err
    assert (got(opener) or "").startswith("mailto:tom@example.com")
    assert interactions(crm, "tom") == []


def test_a_hard_message_arrives_whole(
    crm: Crm, people: Path, hard_opener: None, opener: Path
) -> None:
    assert crm("open", "ana", "--sent").code == 0
    link = got(opener) or ""
    assert parse_qs(urlsplit(link).query) == {"text": [HARD]}
    assert interactions(crm, "ana")[0]["summary"] == HARD[18:]
    assert went_out(people) == ["fact:7"]


def test_an_opener_that_no_link_carried_did_not_go_out(
    crm: Crm, people: Path, hard_opener: None, opener: Path
) -> None:
    for channel in ("--linkedin", "--call", "--map"):
        assert crm("open", "ana", channel).code == 0
        assert got(opener)
    assert crm("open", "ana", "--print").code == 0
    assert went_out(people) == []
    assert crm("open", "ana", "--call", "--sent").code == 0
    assert interactions(crm, "ana")[0]["summary"] == ""


@pytest.mark.parametrize(
    ("channel", "kind", "side"),
    [
        ("--whatsapp", "message", "me"), ("--linkedin", "message", "me"),
        ("--mail", "email", "me"), ("--call", "call", "both"),
    ],
)  # fmt: skip
def test_sent_logs_without_asking(
    crm: Crm, people: Path, no_opener: None, opener: Path, channel: str, kind: str, side: str
) -> None:
    sent = crm("open", "ana", channel, "--sent")
    assert (sent.code, sent.out) == (0, "")
    assert "with Ana Ruiz, today." in sent.err
    assert "Now in the garden: Ana Ruiz." in sent.err
    (logged,) = interactions(crm, "ana")
    assert (logged["kind"], logged["side"], logged["by"]) == (kind, side, "me")
    assert (logged["answered"], logged["summary"]) == (None, "")
    again = crm("open", "ana", channel, "--sent", "--json")
    assert again.err == ""
    assert again.json["opened"]
    assert again.json["logged"] == 2
    assert crm("undo").code == 0
    assert len(interactions(crm, "ana")) == 1


@pytest.mark.parametrize("script", [None, "exit 3", "kill -9 $$"], ids=["none", "fails", "dies"])
def test_a_link_that_nothing_opens_is_printed(
    crm: Crm, people: Path, no_opener: None, desktop: Path, script: str | None
) -> None:
    if script:
        program(desktop, "xdg-open", script)
    failed = crm("open", "tom", "--sent")
    assert (failed.code, failed.out) == (FAILED, "mailto:tom@example.com\n")
    assert "No program here opened the link, so it is printed; nothing was logged." in failed.err
    as_json = crm("open", "tom", "--sent", "--json")
    assert as_json.code == FAILED
    assert as_json.json["link"] == "mailto:tom@example.com"
    assert not as_json.json["opened"]
    assert interactions(crm, "tom") == []


def test_what_is_no_program_opens_nothing(crm: Crm, people: Path, desktop: Path) -> None:
    path = desktop / "xdg-open"
    path.write_bytes(b"\x7fELF\0\0")
    path.chmod(0o755)
    assert crm("open", "tom").code == FAILED


def test_a_browser_that_stays_has_opened_the_link(
    process: Crm, crm: Crm, people: Path, desktop: Path
) -> None:
    program(desktop, "xdg-open", "exec /bin/sleep 20")
    began = time.monotonic()
    assert process("open", "tom", "--sent").code == 0
    assert time.monotonic() - began < OPENS_WITHIN + 10
    assert interactions(crm, "tom")[0]["kind"] == "email"


def test_the_program_of_windows_goes_first_and_the_other_helps_out(
    crm: Crm, people: Path, desktop: Path, opener: Path
) -> None:
    other = program(desktop, "wslview", TAKES)
    assert crm("open", "tom").code == 0
    assert got(other)
    assert got(opener) is None
    program(desktop, "wslview", "exit 1")
    assert crm("open", "tom").code == 0
    assert got(opener)


def test_no_browser_begins_inside_the_terminal(
    crm: Crm, people: Path, opener: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = opener.with_name("xdg-open.browser")
    for names, browser in (((), "false"), (("DISPLAY",), ""), (("BROWSER",), "mine")):
        with monkeypatch.context() as patch:
            for name in names:
                patch.setenv(name, "mine")
            assert crm("open", "tom").code == 0
        assert said.read_text() == browser


@pytest.mark.skipif(XDG_OPEN is None, reason="needs xdg-open")
def test_the_xdg_open_of_the_system(
    crm: Crm, people: Path, hard_opener: None, desktop: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    taker = program(desktop, "take", TAKES)
    schemes = [f"x-scheme-handler/{scheme}" for scheme in ("mailto", "tel", "https")]
    applications = tmp_path / "data/applications"
    applications.mkdir(parents=True)
    (applications / "take.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Take\nExec={taker} %u\n"
        f"MimeType={';'.join(schemes)};\n"
    )
    (tmp_path / "mimeapps.list").write_text(
        "[Default Applications]\n" + "".join(f"{scheme}=take.desktop\n" for scheme in schemes)
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "X-Generic")
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setenv("PATH", f"{Path(XDG_OPEN or '').parent}:/usr/bin:/bin")
    database = str(people)
    for channel in ("--whatsapp", "--mail", "--call", "--linkedin", "--map"):
        link = crm("--db", database, "open", "ana", channel, "--print").out.rstrip("\n")
        opened = crm("--db", database, "open", "ana", channel)
        assert (opened.code, opened.out) == (0, "")
        assert got(taker) == link
        assert "noise" not in opened.err
    monkeypatch.delenv("DISPLAY")
    assert crm("--db", database, "open", "ana").code == FAILED


# Asking.

SENT = "Sent? Enter logs it, n does not: "
SPOKE = "Did you speak? Enter logs a call, a no answer, n nothing: "


def talk(*arguments: str, question: str, answers: list[str], said: str) -> None:
    """Open on a terminal, answer the question as often as it is asked, and read what is said."""
    terminal = Terminal("open", *arguments)
    for answer in answers:
        terminal.expect(question)
        os.write(terminal.ours, answer.encode())
    terminal.expect(said)
    assert terminal.ended() == 0


@pytest.mark.parametrize("answers", [["\n"], ["y\n"], ["what\n", "SÍ\n"]])
def test_sent_is_asked_and_logged(crm: Crm, people: Path, opener: Path, answers: list[str]) -> None:
    talk("ana", question=SENT, answers=answers, said="Logged: message with Ana Ruiz, today.")
    assert (got(opener) or "").startswith("https://wa.me/34600000001")
    (logged,) = interactions(crm, "ana")
    assert (logged["kind"], logged["side"], logged["by"]) == ("message", "me", "me")


@pytest.mark.parametrize("answer", ["n\n", "No\n", "q\n", "\x04"])
def test_what_was_not_sent_is_not_logged(crm: Crm, people: Path, opener: Path, answer: str) -> None:
    talk("tom", question=SENT, answers=[answer], said="Nothing was logged.")
    assert got(opener)
    assert interactions(crm, "tom") == []


def test_to_interrupt_the_question_logs_nothing(crm: Crm, people: Path, opener: Path) -> None:
    terminal = Terminal("open", "tom")
    terminal.expect("Sent?")
    terminal.process.send_signal(2)
    assert terminal.ended() == 130
    assert interactions(crm, "tom") == []


@pytest.mark.parametrize(
    ("answer", "side", "answered"),
    [("\n", "both", None), ("a\n", "me", False), ("n\n", None, None), ("\x04", None, None)],
)
def test_a_call_asks_whether_they_spoke(
    crm: Crm, people: Path, opener: Path, answer: str, side: str | None, answered: bool | None
) -> None:
    said = "Logged: call with Zoe" if side else "Nothing was logged."
    talk("zoe", question=SPOKE, answers=["x\n", answer], said=said)
    assert got(opener) == "tel:912345678"
    logged = interactions(crm, "zoe")
    assert len(logged) == (side is not None)
    if logged:
        assert (logged[0]["kind"], logged[0]["by"]) == ("call", "me")
        assert (logged[0]["side"], logged[0]["answered"]) == (side, answered)


def test_a_map_asks_nothing(crm: Crm, people: Path, opener: Path) -> None:
    terminal = Terminal("open", "ana", "--map")
    terminal.expect("To Ana Ruiz on the map…")
    assert terminal.ended() == 0
    assert interactions(crm, "ana") == []


def test_on_a_terminal_a_link_that_nothing_opens_asks_nothing(crm: Crm, people: Path) -> None:
    terminal = Terminal("open", "tom")
    terminal.expect("No program here opened the link")
    assert "Sent?" not in terminal.seen
    assert terminal.ended() == FAILED


# Copying.


@pytest.fixture
def clipboard(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a program xclip that stays behind, as the real one does, with a display for it."""
    monkeypatch.setenv("DISPLAY", ":4711")
    return program(desktop, "xclip", PASTES)


def pasted(path: Path) -> str | None:
    taken = path.with_name(f"{path.name}.got")
    return taken.read_bytes().decode() if taken.exists() else None


def test_what_is_copied(crm: Crm, people: Path, no_opener: None, clipboard: Path) -> None:
    for arguments, text in (
        (["ana"], "ana+crm@example.com"),
        (["ana", "email"], "ana+crm@example.com"),
        (["ana", "PHONE"], "912 345 678 ext. 12"),
        (["zoe"], "912 345 678"),
    ):
        assert crm("copy", *arguments) == Result(0, "", f"Copied (xclip): {text}\n")
        assert pasted(clipboard) == text
    as_json = crm("copy", "ana", "--json")
    assert as_json.err == ""
    assert as_json.json == {
        "id": 1, "name": "Ana Ruiz", "what": "email", "text": "ana+crm@example.com",
        "copied_by": "xclip",
    }  # fmt: skip


def test_the_opener_is_copied_with_its_greeting(
    crm: Crm, people: Path, hard_opener: None, clipboard: Path
) -> None:
    copied = crm("copy", "ana")
    assert copied.err == f"Copied (xclip): {HARD.replace(chr(10), ' ')}\n"
    assert pasted(clipboard) == HARD
    assert went_out(people) == ["fact:7"]
    assert crm("copy", "ana", "email").code == 0
    assert crm("copy", "luis", "opener").code == 0
    assert went_out(people) == ["fact:7", "fact:7"]


@pytest.mark.parametrize(
    ("arguments", "code", "fragment"),
    [
        ([], WRONG, "crm copy +1"),
        (["#9"], NOTHING, "list"),
        (["nobody"], NOTHING, "nobody called"),
        (["luis"], NOTHING, "nothing to copy of Luis. Add something: crm edit 3 --email …"),
        (["luis", "email"], NOTHING, "no e-mail of Luis"),
        (["luis", "phone"], NOTHING, "no phone number of Luis"),
        (["luis", "opener"], NOTHING, "nothing to begin with about Luis yet"),
        (["luis", "shoe"], WRONG, "Choose one of: opener, email, phone"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_copied(
    crm: Crm, people: Path, no_opener: None, clipboard: Path, arguments: list[str], code: int,
    fragment: str,
) -> None:  # fmt: skip
    refused = crm("copy", *arguments)
    assert (refused.code, refused.out, refused.err.count("\n")) == (code, "", 1), refused
    assert fragment in refused.err
    assert pasted(clipboard) is None


def test_without_a_clipboard_the_text_is_printed(crm: Crm, people: Path) -> None:
    failed = crm("copy", "tom", "email")
    assert (failed.code, failed.out) == (FAILED, "tom@example.com\n")
    assert "There is no clipboard here" in failed.err
    as_json = crm("copy", "tom", "email", "--json")
    assert as_json.code == FAILED
    assert as_json.json["copied_by"] is None
    assert went_out(people) == []


def test_without_a_controlling_terminal_there_is_no_clipboard(
    crm: Crm, people: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = subprocess.run(
        [sys.executable, "-m", "crm", "copy", "tom", "email"],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
        env={**environment(), "TERM": "xterm-256color"}, start_new_session=True,
    )  # fmt: skip
    assert (failed.returncode, failed.stdout) == (FAILED, "tom@example.com\n")


def test_the_tool_of_the_session_is_taken_and_the_next_helps_out(
    crm: Crm, people: Path, desktop: Path, clipboard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wayland, other = (program(desktop, name, PASTES) for name in ("wl-copy", "xsel"))
    assert "Copied (xclip)" in crm("copy", "tom", "email").err  # there is no Wayland here
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "Copied (wl-copy)" in crm("copy", "tom", "email").err
    assert pasted(wayland) == "tom@example.com"
    program(desktop, "wl-copy", "exit 1")
    program(desktop, "xclip", "exec /bin/sleep 60")
    assert "Copied (xsel)" in crm("copy", "tom", "email").err
    assert pasted(other) == "tom@example.com"


def test_on_windows_from_linux(
    crm: Crm, people: Path, hard_opener: None, desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
    clip = program(desktop, "clip.exe", PASTES)
    assert "Copied (clip.exe)" in crm("copy", "ana").err
    assert clip.with_name("clip.exe.got").read_bytes().decode("utf-16-le") == HARD
    shell = program(desktop, "powershell.exe", PASTES)
    assert "Copied (powershell.exe)" in crm("copy", "ana").err
    assert pasted(shell) == HARD
    assert "Set-Clipboard" in shell.with_name("powershell.exe.said").read_text()


@pytest.mark.skipif(TMUX is None, reason="needs tmux")
def test_inside_tmux(
    crm: Crm, people: Path, hard_opener: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = [str(TMUX), "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    subprocess.run([*server, "new-session", "-d", "/bin/sleep 60"], check=True)
    try:
        monkeypatch.setenv("PATH", str(Path(str(TMUX)).parent))
        monkeypatch.setenv("TMUX", f"{tmp_path}/tmux,1,0")
        assert "Copied (tmux)" in crm("copy", "ana").err
        kept = subprocess.run([*server, "show-buffer"], check=True, capture_output=True)
        assert kept.stdout.decode() == HARD
    finally:
        subprocess.run([*server, "kill-server"], check=True)


def copied_through_terminal(person: str, env: dict[str, str]) -> tuple[bytes, int]:
    """Copy an e-mail on a terminal that is the controlling one; give all that it got."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [str(SETSID), "--ctty", "--wait", sys.executable, "-m", "crm", "copy", person, "email"],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT,
        env={**environment(), "TERM": "xterm-256color", **env},
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    end = time.monotonic() + 30
    while select.select([ours], [], [], max(0, end - time.monotonic()))[0]:
        try:
            read = os.read(ours, 65536)
        except OSError:
            break
        if not read:
            break
        seen += read
    os.close(ours)
    return seen, process.wait(timeout=20)


def clipboard_of(sequence: bytes) -> bytes:
    """Give what a terminal puts on its clipboard for the OSC 52 in what it got."""
    found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found, sequence
    return base64.b64decode(found[1], validate=True)


@pytest.mark.skipif(SETSID is None, reason="needs setsid")
def test_the_terminal_itself_takes_it(people: Path) -> None:
    seen, code = copied_through_terminal("ana", {})
    assert code == 0
    assert clipboard_of(seen) == b"ana+crm@example.com"
    assert b"Copied (OSC 52): ana+crm@example.com" in seen
    assert b"this terminal lets no program copy" in seen


@pytest.mark.skipif(SETSID is None, reason="needs setsid")
def test_what_stands_between_lets_it_through(crm: Crm, people: Path) -> None:
    long = f"{'x' * 5000}@example.com"
    assert crm("edit", "luis", "--email", long).code == 0
    seen, _code = copied_through_terminal("luis", {"TMUX": "/nowhere,1,0"})
    wrapped = re.search(rb"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\", seen)
    assert wrapped
    assert clipboard_of(wrapped[1].replace(b"\x1b\x1b", b"\x1b")) == long.encode()
    seen, _code = copied_through_terminal("luis", {"STY": "1.tty"})
    pieces = re.findall(rb"\x1bP(.*?)\x1b\\", seen, re.DOTALL)
    assert max(map(len, pieces)) < 768  # what screen keeps of a string
    assert clipboard_of(b"".join(pieces)) == long.encode()


@pytest.mark.skipif(SETSID is None, reason="needs setsid")
def test_what_the_terminal_would_cut_is_printed(crm: Crm, people: Path) -> None:
    for length, code in ((LONGEST_COPY, 0), (LONGEST_COPY + 1, FAILED)):
        email = "@example.com".rjust(length, "x")
        assert crm("edit", "luis", "--email", email).code == 0
        seen, ended = copied_through_terminal("luis", {})
        assert ended == code
        if code == 0:
            assert clipboard_of(seen) == email.encode()
            assert crm("edit", "luis", "--remove", f"email: {email}").code == 0
        else:
            assert b"\x1b]52" not in seen
            assert email.encode() in seen
            assert f"More than {LONGEST_COPY} bytes".encode() in seen


# What a start imports.


def test_reaching_loads_neither_the_orm_nor_a_screen(
    people: Path, clipboard: Path, opener: Path
) -> None:
    for arguments in (("open", "ana", "--print"), ("open", "ana"), ("copy", "ana", "email"),
                      ("copy", "ana")):  # fmt: skip
        assert not imported(people, *arguments) & HEAVY, arguments
