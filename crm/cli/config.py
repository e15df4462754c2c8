"""`crm config`: the settings of the program, and those that rules depend on."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from crm.cli.params import Json, helps
from crm.i18n import _


@helps(
    _("Show the settings, or change one that the day's list depends on."),
    "crm config",
    "crm config budget 5",
    "crm config days_off '2026-12-24 2026-12-25'",
)
def config(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help=_("default_cadence, budget, leap_day, days_off.")),
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help=_("Its new value; '' for the default."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say, table
    from crm.domain.text import screen
    from crm.errors import NotFound
    from crm.services import profile
    from crm.services.rule_settings import SETTINGS

    if name is not None and value is not None:
        kept = profile.setting(ctx.obj, name, value)
        if as_json:
            out_json({name: kept})
        else:
            say(_("{name} is now {value}.").format(name=name, value=kept or _("(empty)")))
        return
    values = _all(ctx)
    if name is not None:
        if name not in values:
            raise NotFound("no-setting", name=name, known=", ".join(SETTINGS))
        values = {name: values[name]}
    if as_json:
        out_json(values)
    elif name is not None:
        out(screen(str(values[name])))
    else:
        table((_("setting"), _("value")), [(key, str(val)) for key, val in values.items()], (1,))


def _all(ctx: typer.Context) -> dict[str, Any]:
    from crm.services import profile

    own = ctx.obj.settings
    return {
        **profile.settings(ctx.obj),
        "db": str(own.db_path),
        "language": own.language,
        "config_file": str(own.config_path),
    }
