"""What goes to the terminal: data to standard output, talk to standard error, nothing raw."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from crm.domain.text import harmless_json, screen
from crm.errors import ReaderGone
from crm.i18n import _

NARROWEST, WIDEST = 40, 100
_NARROWEST_COLUMN = 12
_GAP = "  "


def out(text: str = "") -> None:
    """Print a line of data; the text of people in it was made safe by who put it there."""
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError as error:
        raise ReaderGone from error


def say(text: str) -> None:
    """Print a line of talk to standard error; nobody need be there to hear it."""
    with suppress(OSError):
        sys.stderr.write(text + "\n")


def out_json(value: Any) -> None:
    """Print a value as JSON; dates as ISO text, no control character raw."""
    import json

    out(harmless_json(json.dumps(value, ensure_ascii=False, indent=2, default=str)))


def width() -> int:
    """Give how many columns to fill."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def bold(text: str) -> str:
    """Give text in bold where standard output is a terminal that shows it (no-color.org)."""
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        return f"\x1b[1m{text}\x1b[0m"
    return text


def wrapped(text: str, indent: int) -> str:
    """Give text broken into lines of the screen's width, all indented."""
    margin = " " * indent
    return textwrap.fill(text, width(), initial_indent=margin, subsequent_indent=margin)


def shortened(text: str, columns: int) -> str:
    """Give text safe for the screen, cut with an ellipsis if it is too long."""
    safe = screen(text)
    return safe if len(safe) <= columns else safe[: max(columns - 1, 0)] + "…"


def table(header: Sequence[str], rows: Sequence[Sequence[str]], flexible: Sequence[int]) -> None:
    """Print rows under a header, aligned; when narrow, the `flexible` columns give way in turn."""
    shown = [[screen(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(header))]
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - width()
    for column in flexible:
        given = max(0, min(excess, widths[column] - _NARROWEST_COLUMN))
        widths[column] -= given
        excess -= given
    for row in shown:
        cells = [shortened(cell, wide).ljust(wide) for cell, wide in zip(row, widths, strict=True)]
        out(_GAP.join(cells).rstrip())


def on_terminal() -> bool:
    """Tell whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str) -> bool:
    """Ask a yes-or-no question on a terminal; no is the default."""
    choice = _("[y/N]")
    sys.stderr.write(f"{question} {choice} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes", "s", "si", "sí"}
