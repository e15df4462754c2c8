"""Draws the day's list of the demo network as docs/day.svg: `python -m tests.packaging.picture`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

FILE = Path(__file__).parents[2] / "docs/day.svg"
DAY = "2026-11-23"
_LINE, _CHARACTER, _MARGIN = 20, 8.43, 24
_PROMPT = "$ crm demo remind"


def output() -> list[str]:
    """Give the lines that `crm demo remind` prints on a fixed day."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "crm", "demo", "remind"],
            env={**os.environ, "HOME": home, "CRM_TODAY": DAY, "CRM_LANG": "en", "COLUMNS": "80"},
            capture_output=True, text=True, check=True, cwd=FILE.parents[1],
        )  # fmt: skip
    return [_PROMPT, "", *done.stdout.splitlines()]


def drawn(lines: list[str]) -> str:
    """Give an SVG of a terminal with these lines, in the reader's own monospaced font."""
    width = round(max(map(len, lines)) * _CHARACTER) + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    top = _MARGIN + 14
    texts = "\n".join(
        f'<text x="{_MARGIN}" y="{top + index * _LINE}"{_style(line)}>{escape(line)}</text>'
        for index, line in enumerate(lines)
        if line
    )
    box = f'viewBox="0 0 {width} {height}" width="{width}"'
    return f"""<svg xmlns="http://www.w3.org/2000/svg" {box}>
<title>The day's list of crm</title>
<rect width="100%" height="100%" rx="10" fill="#15202b"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14"
 fill="#d5dde5" xml:space="preserve" style="white-space: pre">
{texts}
</g>
</svg>
"""


def _style(line: str) -> str:
    if line == _PROMPT:
        return ' fill="#7fd1b9"'
    if line.strip()[:1].isdigit():
        return ' font-weight="bold" fill="#ffffff"'
    return ' fill="#8fa3b5"' if line.startswith("       ") else ""


if __name__ == "__main__":
    FILE.write_text(drawn(output()), encoding="utf-8")
