"""Hands links and texts over to the programs of the user's desktop or terminal.

Not `typer.launch`: it lets the output of the program through for any link but a web page, gives
success for a program that failed, and without a desktop begins a browser inside the terminal.
"""

from __future__ import annotations

import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from shutil import which
from typing import NamedTuple

from crm.errors import CrmError

OPENS_WITHIN = 2.0
"""Seconds after which a program that still runs has opened its link: it is a browser itself."""
COPIES_WITHIN = 3.0
LONGEST_COPY = 74_994
"""The bytes that OSC 52 carries at least: terminals take a sequence of 100,000."""
TERMINAL = "OSC 52"

_WITHOUT_CLIPBOARD = frozenset({"", "dumb", "linux"})
_SCREEN_CHUNK = 700
_POWERSHELL = (
    "[Console]::InputEncoding = [Text.UTF8Encoding]::new($false);"
    " Set-Clipboard -Value ([Console]::In.ReadToEnd())"
)


class _Tool(NamedTuple):
    """A program that takes the clipboard's new text from its standard input."""

    name: str
    arguments: tuple[str, ...] = ()
    encoding: str = "utf-8"


def open_link(link: str) -> None:
    """Open a link with the program that the desktop has for it.

    Raises CrmError `no-opener`, with the link, when there is none or it fails.
    """
    if sys.platform == "win32":
        try:
            os.startfile(link)
        except OSError as error:
            raise CrmError("no-opener", link=link) from error
        return
    programs = ("open",) if sys.platform == "darwin" else ("wslview", "xdg-open")
    found = filter(None, map(which, programs))
    if not any(_opened(program, link) for program in found):
        raise CrmError("no-opener", link=link)


def _opened(program: str, link: str) -> bool:
    environment = dict(os.environ)
    if not {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"} & environment.keys():
        # xdg-open would begin a browser for the terminal, which has none to draw on here.
        environment["BROWSER"] = "false"
    try:
        process = subprocess.Popen(
            [program, link], env=environment, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError:
        return False
    try:
        return process.wait(OPENS_WITHIN) == 0
    except subprocess.TimeoutExpired:
        return True


def copy_text(text: str) -> str:
    """Put a text on the clipboard, and give the name of what took it.

    A tool of the desktop or of tmux, else the terminal itself. Raises CrmError: `no-clipboard`,
    or `too-long-to-copy` for what a terminal would cut.
    """
    for tool in _tools(os.environ):
        if _took(tool, text):
            return tool.name
    _give_to_terminal(text.encode(), os.environ)
    return TERMINAL


def _tools(environment: Mapping[str, str]) -> Iterator[_Tool]:
    """Give the clipboard tools whose session is there, the nearest to the user first."""
    remote = "SSH_TTY" in environment
    if sys.platform == "darwin" and not remote:
        yield _Tool("pbcopy")
    if environment.get("WAYLAND_DISPLAY"):
        yield _Tool("wl-copy", ("--type", "text/plain"))
    if environment.get("DISPLAY"):
        yield _Tool("xclip", ("-selection", "clipboard", "-in"))
        yield _Tool("xsel", ("--clipboard", "--input"))
    if (sys.platform == "win32" and not remote) or environment.get("WSL_DISTRO_NAME"):
        yield _Tool("powershell.exe", ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL))
        yield _Tool("clip.exe", encoding="utf-16-le")
    if environment.get("TMUX"):
        yield _Tool("tmux", ("load-buffer", "-w", "-"))


def _took(tool: _Tool, text: str) -> bool:
    program = which(tool.name)
    if program is None:
        return False
    environment = dict(os.environ)
    if tool.name == "pbcopy":
        environment["LC_ALL"] = "en_US.UTF-8"  # else it reads Mac Roman
    try:
        # Not a pipe for what it prints: xclip and wl-copy stay behind and would hold it open.
        done = subprocess.run(
            [program, *tool.arguments], input=text.encode(tool.encoding), env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=COPIES_WITHIN,
            start_new_session=True, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _give_to_terminal(data: bytes, environment: Mapping[str, str]) -> None:
    if environment.get("TERM", "") in _WITHOUT_CLIPBOARD:
        raise CrmError("no-clipboard")
    if len(data) > LONGEST_COPY:
        raise CrmError("too-long-to-copy", most=LONGEST_COPY)
    try:
        terminal = os.open("/dev/tty", os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    except OSError as error:
        raise CrmError("no-clipboard") from error
    with os.fdopen(terminal, "wb") as stream:
        stream.write(_sequence(data, environment))


def _sequence(data: bytes, environment: Mapping[str, str]) -> bytes:
    """Give OSC 52 of xterm's control sequences, wrapped for what stands between it and us."""
    sequence = b"\x1b]52;c;" + b64encode(data) + b"\a"
    if environment.get("TMUX"):
        return b"\x1bPtmux;" + sequence.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    if environment.get("STY"):
        starts = range(0, len(sequence), _SCREEN_CHUNK)
        pieces = (sequence[start : start + _SCREEN_CHUNK] for start in starts)
        return b"".join(b"\x1bP" + piece + b"\x1b\\" for piece in pieces)
    return sequence
