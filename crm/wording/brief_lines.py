"""The screen before a meeting as lines: who it is, and the rows of `brief`, fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.cells import cells, cut
from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.brief import Row, tongue

if TYPE_CHECKING:
    from crm.services.brief import Brief

_GAP = "  "


def heading(shown: Brief, columns: int, tr: Translator) -> list[str]:
    """Give who it is: a line with the name, and one with what they do and where, if known."""
    _ = tr.gettext

    def shortened(first: str, rest: str) -> str:
        return cut(first, lambda some: cells(some + rest) <= columns) + rest

    person = shown.person
    after = f"  [{person.id}]" + (f"  [{_('archived')}]" if person.archived else "")
    lines = [shortened(screen(person.name), after)]
    about = (person.title, person.organisation, person.place, tongue(person.language, tr))
    first, *others = [screen(part) for part in about if part] or [""]
    rest = "".join(f" · {part}" for part in others)
    if cells(rest) > columns // 2:
        first, rest = first + rest, ""
    return [*lines, shortened(first, rest)] if first else lines


def fitted(blocks: list[list[Row]], columns: int, most: int, tr: Translator) -> list[str]:
    """Give the blocks as at most so many lines, the longest rows shortened first."""
    rows = [row for block in blocks for row in block]
    indent = max(cells(row.label) for row in rows) + len(_GAP)
    shown = [row.lines(columns - indent, row.most, tr) for row in rows]
    while sum(map(len, shown)) + len(blocks) - 1 > most:
        longest = max(range(len(rows)), key=lambda n: (len(shown[n]), n))
        shown[longest] = rows[longest].lines(columns - indent, len(shown[longest]) - 1, tr)
    lines: list[str] = []
    position = 0
    for block in blocks:
        lines += [""] if lines else []
        for row in block:
            label = row.label + " " * (indent - cells(row.label))
            for line in shown[position]:
                lines.append(label + line)
                label = " " * indent
            position += 1
    return lines
