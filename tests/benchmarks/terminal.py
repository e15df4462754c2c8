"""A program on a pseudo-terminal: keys go in, and the screen is read as it would be shown."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType

import pyte

PATIENCE = 30.0
_AT_ONCE = 1 << 16


class Terminal:
    """A program that runs on a terminal of a size of its own, ended with the `with` block."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int,
        lines: int,
        *,
        term: str = "xterm-256color",
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self._has_ended = False
        self.begun = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", lines, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            own = {**environment, "TERM": term, "COLUMNS": str(columns), "LINES": str(lines)}
            os.execvpe(command[0], list(command), own)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    @property
    def text(self) -> str:
        """What can be read on the screen."""
        return "\n".join(self._screen.display)

    def press(self, keys: str) -> float:
        """Send keys, and give the time at which they went out."""
        now = time.perf_counter()
        os.write(self._master, keys.encode())
        return now

    def until(self, shows: Callable[[str], bool], patience: float = PATIENCE) -> float:
        """Read until the screen shows something, and give the time at which it did.

        Raises TimeoutError, with the screen, when it does not in time.
        """
        end = time.perf_counter() + patience
        while not shows(self.text):
            if not self._read(end - time.perf_counter()):
                raise TimeoutError(self.text)
        return time.perf_counter()

    def rest(self, seconds: float) -> None:
        """Read what comes for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and self._read(left):
            pass

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._master, _AT_ONCE)
        except OSError:  # the program has ended
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def peak_mebibytes(self) -> float:
        """Give the most memory that the program has held so far (Linux only)."""
        with open(f"/proc/{self.pid}/status", encoding="utf-8") as status:
            (line,) = [line for line in status if line.startswith("VmHWM:")]
        return int(line.split()[1]) / 1024

    def code(self) -> int:
        """Read until the program ends by itself, and give its exit code."""
        end = time.perf_counter() + PATIENCE
        while self._read(end - time.perf_counter()):
            pass
        while time.perf_counter() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._has_ended = True
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        raise TimeoutError(self.text)

    def kill(self) -> None:
        """End the program at once, if it has not ended by itself."""
        if not self._has_ended:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)
