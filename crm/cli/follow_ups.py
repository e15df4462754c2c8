"""`crm snooze` and `crm pause`: when not to be reminded."""

from __future__ import annotations

from typing import Annotated

import typer

from crm.cli.params import Json, Who, helps
from crm.i18n import _, active

Until = Annotated[str, typer.Option("--until", metavar="D", help=_("friday, 2w, 2026-12-01."))]


@helps(
    _("Show a person later; the history stays as it is, and the next contact ends the snooze."),
    "crm snooze ana --until friday",
)
def snooze(ctx: typer.Context, who: Who, until: Until, as_json: Json = False) -> None:
    from crm.cli.output import out_json, say
    from crm.services import follow_ups
    from crm.wording import deeds

    snoozed = follow_ups.snooze(ctx.obj, who, until)
    if as_json:
        out_json(snoozed._asdict() | {"suggest_longer": snoozed.suggest_longer})
        return
    say(deeds.snoozed(snoozed, ctx.obj.today, active()))
    if snoozed.longer:
        form = _("Snoozed {times} times: would a longer rhythm fit? crm plant {id} --every {every}")
        said = {"times": snoozed.times, "id": snoozed.contact_id, "every": snoozed.longer}
        say(form.format(**said))


@helps(
    _("Take a break: until then, only promises and dates are shown."),
    "crm pause --until 2w",
    "crm pause --off",
)
def pause(
    ctx: typer.Context,
    until: Annotated[
        str | None, typer.Option("--until", metavar="D", help=_("The last day of the break."))
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="D", help=_("Its first day; else today."))
    ] = None,
    off: Annotated[bool, typer.Option("--off", help=_("End the break."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.errors import WrongUsage
    from crm.services import follow_ups
    from crm.wording.dates import full

    tr = active()
    if off and (until or start):
        raise WrongUsage("pause-or-off")
    if off:
        follow_ups.resume(ctx.obj)
        if as_json:
            out_json({"paused_until": None})
        else:
            say(_("Welcome back: the list is whole again."))
    elif until is None:
        last = follow_ups.paused_until(ctx.obj)
        if as_json:
            out_json({"paused_until": last})
        elif last:
            say(_("Paused until {day}.").format(day=full(last, tr)))
        else:
            say(_("Not paused. Take a break: crm pause --until 2w."))
    else:
        first, last = follow_ups.pause(ctx.obj, until, start)
        if as_json:
            out_json({"from": first, "until": last})
        else:
            form = _("Only promises and dates from {first} to {last}.")
            say(form.format(first=full(first, tr), last=full(last, tr)))
