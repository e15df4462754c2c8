"""`crm event prep` on one screen: never more than forty lines."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import _, active, language

if TYPE_CHECKING:
    import typer

    from crm.services.event_prep import Prep
    from crm.wording.event_prep import PrepRow

_INDENT = 14


def render_prep(ctx: typer.Context, prep: Prep) -> None:
    """Print the screen before an event."""
    from crm.cli.event_screens import heading
    from crm.cli.output import out, shortened, width
    from crm.services.roles import name_of as role_name
    from crm.wording.event_prep import blocks, countdown

    title, where = heading(prep.event)
    out(f"{title}  {countdown(prep.event, ctx.obj.today, active())}")
    out(shortened(where, width()))
    rows = blocks(
        prep, ctx.obj.today, active(), lambda role: role_name(role, language()),
        lambda name, number: f"{name} [{number}]",
        _("Who are you, in two sentences? crm profile set --pitch TEXT"),
    )  # fmt: skip
    for number, block in enumerate(rows):
        if number:
            out()
        for row in block:
            _print(row)


def _print(row: PrepRow) -> None:
    """Print words beside a label, on at most so many lines."""
    from crm.cli.output import out, shortened, width

    label, room = row.label, width() - _INDENT
    if row.most == 1:
        out(label.ljust(_INDENT) + shortened(row.text, room))
        return
    rest = " …" + row.text[-1] * (row.text[-1] in "”»")
    for line in textwrap.wrap(screen(row.text), room, max_lines=row.most, placeholder=rest):
        out(label.ljust(_INDENT) + line)
        label = ""
