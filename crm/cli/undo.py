"""`crm undo` and `crm history`: what was done, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active, ngettext


@helps(
    _("Take back the last change, of any kind; as often as needed."),
    "crm undo",
)
def undo(ctx: typer.Context, as_json: Json = False) -> None:
    from crm.cli.output import out_json, say
    from crm.services import history
    from crm.wording.deeds import taken_back

    taken = history.undo(ctx.obj)
    if as_json:
        out_json({"action": taken.action, "subject": taken.subject})
        return
    say(taken_back(taken.action, taken.subject, active()))


@helps(_("List the changes, newest first; crm undo takes them back in this order."), "crm history")
def history(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help=_("How many at the most."))] = 20,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say, table
    from crm.services import history
    from crm.wording import words

    lines = history.history(ctx.obj, limit)
    if as_json:
        out_json([line._asdict() for line in lines])
        return
    if not lines:
        say(_("Nothing was done yet."))
        return
    rows = [
        (
            line.made_at.replace("T", " ").removesuffix("Z"),
            words.action(line.action, active()),
            line.subject,
            ngettext("{n} row", "{n} rows", line.rows).format(n=line.rows),
        )
        for line in lines
    ]
    table((_("when (UTC)"), _("what"), _("about"), _("touched")), rows, (2,))
