"""`crm brief`: one screen before a coffee or a call."""

from typing import TYPE_CHECKING

import typer

from crm.cli.params import Json, Who, helps
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.services.brief import Brief
    from crm.wording.brief import Row

MOST_LINES = 40
_GAP = "  "


@helps(
    _("One screen before you meet somebody: what to remember, what to ask, what to offer."),
    "crm brief ana",
    "crm brief +1",
)
def brief(ctx: typer.Context, who: Who, as_json: Json = False) -> None:
    from crm.cli.output import out_json
    from crm.services import brief as service

    shown = service.brief(ctx.obj, who)
    if as_json:
        from crm.cli.brief_json import brief_as_json

        out_json(brief_as_json(shown))
    else:
        _render(ctx, shown)


def _render(ctx: typer.Context, shown: "Brief") -> None:
    from crm.cli.output import bold, out, width
    from crm.services.roles import name_of
    from crm.wording.brief import blocks

    head, *rest = _heading(shown, width())
    out(bold(head))
    for line in rest:
        out(line)
    rows = blocks(shown, ctx.obj.today, active(), lambda role: name_of(role, language()))
    for line in _fitted(rows, width(), MOST_LINES - 1 - len(rest)):
        out(line)


def _heading(shown: "Brief", columns: int) -> list[str]:
    """Give who it is: a line with the name, and one with what they do and where, if known."""
    from crm.domain.cells import cells, cut
    from crm.domain.text import screen
    from crm.wording.brief import tongue

    def shortened(first: str, rest: str) -> str:
        return cut(first, lambda some: cells(some + rest) <= columns) + rest

    person = shown.person
    after = f"  [{person.id}]" + (f"  [{_('archived')}]" if person.archived else "")
    lines = [shortened(screen(person.name), after)]
    about = (person.title, person.organisation, person.place, tongue(person.language, active()))
    first, *others = [screen(part) for part in about if part] or [""]
    rest = "".join(f" · {part}" for part in others)
    if cells(rest) > columns // 2:
        first, rest = first + rest, ""
    return [*lines, shortened(first, rest)] if first else lines


def _fitted(blocks: list[list["Row"]], columns: int, most: int) -> list[str]:
    """Give the blocks as at most so many lines, the longest rows shortened first."""
    from crm.domain.cells import cells

    tr = active()
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
