"""A shell on a pseudo-terminal, typed into like by somebody with five keys a second.

No second is slept: each key counts as a fifth of one, the program's own time is measured, and
reading is counted apart, each word that the program wrote once. Every character is one key, so are
Enter and an accented letter; Shift is none. Nothing is completed with Tab.
"""

from __future__ import annotations

import codecs
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

KEYS_A_SECOND = 5
WORDS_A_SECOND = 4
"""238 words a minute: silent reading of English prose (Brysbaert 2019, 10.1016/j.jml.2019.104047).
"""
PROMPT = "@@ "
_PATIENCE = 60
_LINES_AND_COLUMNS = (24, 80)


class Effort(NamedTuple):
    """What a task came to; `total` is without reading."""

    name: str
    keys: int
    typing_seconds: float
    program_seconds: float
    words: int

    @property
    def total(self) -> float:
        return self.typing_seconds + self.program_seconds

    @property
    def reading_seconds(self) -> float:
        return self.words / WORDS_A_SECOND


class Session:
    """A shell that waits for a command, and counts from then on; to be used with `with`."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.keys = 0
        self.program_seconds = 0.0
        self.written = ""
        self._unseen = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._terminal, theirs = pty.openpty()
        try:
            _without_echo(theirs)
            # The first terminal that the leader of a session opens becomes the controlling one.
            self._shell = subprocess.Popen(
                ["/bin/sh", "-c", 'exec /bin/sh -i <"$0" >"$0" 2>&1', os.ttyname(theirs)],
                env={**environment, "PS1": PROMPT, "TERM": "dumb"},
                cwd=folder, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            self._since = time.monotonic()
            self.wait_for(PROMPT)
        finally:
            os.close(theirs)
        self.written = ""
        self.program_seconds = 0.0

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        """End the shell and what it runs: the terminal is gone."""
        os.close(self._terminal)
        try:
            self._shell.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self._shell.pid, signal.SIGKILL)
            self._shell.wait()

    def type(self, text: str) -> None:
        """Press the keys of `text`, and count them."""
        self.keys += len(text)
        data = text.encode()
        while data:
            data = data[os.write(self._terminal, data) :]
        self._since = time.monotonic()

    def wait_for(self, text: str) -> str:
        """Wait until the program has written `text`: its own time; give what stands before."""
        while text not in self._unseen:
            self._unseen += self._read()
        before, _, self._unseen = self._unseen.partition(text)
        self._count()
        return before

    def press(self, key: str) -> None:
        """Press a single key once it is asked for, and wait until its line is written.

        What is pressed before the program asks would be dropped.
        """
        end = time.monotonic() + _PATIENCE
        while termios.tcgetattr(self._terminal)[3] & termios.ICANON:
            assert time.monotonic() < end, self.written
            time.sleep(0.001)
        self._count()
        while select.select([self._terminal], [], [], 0)[0]:
            self._read()
        self._unseen = ""
        self.type(key)
        self.wait_for("\n")

    def command(self, line: str, *answers: tuple[str, str]) -> None:
        """Type a command, answer its questions as they come, and wait until it has ended."""
        self.type(line + "\n")
        for question, answer in answers:
            self.wait_for(question)
            self.type(answer)
        self.wait_for(PROMPT)

    def effort(self, name: str) -> Effort:
        words = len(re.findall(r"\w\S*", self.written.replace(PROMPT, "")))
        return Effort(name, self.keys, self.keys / KEYS_A_SECOND, self.program_seconds, words)

    def _count(self) -> None:
        now = time.monotonic()
        self.program_seconds += now - self._since
        self._since = now

    def _read(self) -> str:
        ready, _, _ = select.select([self._terminal], [], [], _PATIENCE)
        assert ready, f"nothing more came after: {self.written}"
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            data = b""
        assert data, f"the shell ended after: {self.written}"
        text = self._decoder.decode(data)
        self.written += text
        return text


def _without_echo(terminal: int) -> None:
    """Let the terminal not repeat what is typed, so that all that it gives is the program's."""
    modes = termios.tcgetattr(terminal)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, modes)
    termios.tcsetwinsize(terminal, _LINES_AND_COLUMNS)
