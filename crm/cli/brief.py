"""`crm brief`: one screen before a coffee or a call."""

from typing import TYPE_CHECKING

import typer

from crm.cli.params import Json, Who, helps
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.services.brief import Brief

MOST_LINES = 40


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
    from crm.wording.brief_lines import fitted, heading

    head, *rest = heading(shown, width(), active())
    out(bold(head))
    for line in rest:
        out(line)
    rows = blocks(shown, ctx.obj.today, active(), lambda role: name_of(role, language()))
    for line in fitted(rows, width(), MOST_LINES - 1 - len(rest), active()):
        out(line)
