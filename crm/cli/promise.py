"""`crm promise`: what was promised, by either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, Who, help_text
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.store.reads.follow_ups import PromiseLine

promise = typer.Typer(
    help=_("Promises of either side."), rich_markup_mode=None, invoke_without_command=True
)


@promise.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@promise.command(
    "add",
    help=help_text(
        _("Note a promise; a day at its end, or --by, makes it show in time."),
        'crm promise add ana "send the portfolio by friday"',
        'crm promise add ana "introduce me to her publisher" --theirs',
    ),
)
def _add(
    ctx: typer.Context,
    who: Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("What was promised."))],
    by: Annotated[str | None, typer.Option(metavar="D", help=_("For which day."))] = None,
    theirs: Annotated[bool, typer.Option("--theirs", help=_("They promised it to you."))] = False,
    as_json: Json = False,
) -> None:
    from crm.services import follow_ups

    line = follow_ups.promise(ctx.obj, who, " ".join(text), by=by, mine=not theirs)
    _show(ctx, [line], as_json)


@promise.command("done", help=help_text(_("Note that a promise was kept."), "crm promise done 3"))
def _done(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help=_("The number of the promise."))],
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import follow_ups

    line = follow_ups.keep(ctx.obj, number)
    if as_json:
        out_json(line._asdict())
    else:
        say(_("Kept: {text} ({name}).").format(text=screen(line.text), name=screen(line.name)))


@promise.command(
    "list",
    help=help_text(_("List the open promises, the next one due first."), "crm promise list ana"),
)
def _list(
    ctx: typer.Context,
    who: Annotated[str | None, typer.Argument(metavar="WHO", help=_("Only with them."))] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("The kept ones too."))] = False,
    as_json: Json = False,
) -> None:
    from crm.services import follow_ups

    _show(ctx, follow_ups.promises(ctx.obj, who, done=all_), as_json)


def _show(ctx: typer.Context, lines: list[PromiseLine], as_json: bool) -> None:
    from crm.cli.output import out_json, say, table
    from crm.wording.dates import ago, named

    if as_json:
        out_json([line._asdict() for line in lines])
        return
    if not lines:
        say(_("No open promises. Note one: crm promise add WHO TEXT --by DAY."))
        return
    tr, today = active(), ctx.obj.today
    rows = [
        (
            str(line.id),
            line.name,
            _("you") if line.mine else _("they"),
            line.text,
            named(line.due_on, today, tr) if line.due_on else "",
            ago(line.done_on, today, tr) if line.done_on else "",
        )
        for line in lines
    ]
    table((_("id"), _("name"), _("who"), _("promise"), _("due"), _("kept")), rows, (3, 1))
