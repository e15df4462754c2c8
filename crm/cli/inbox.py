"""`crm inbox`: lines typed elsewhere, read, shown and logged together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, Yes, helps
from crm.i18n import _, active, ngettext

if TYPE_CHECKING:
    from crm.services.inbox import Inbox, Noted

SHOWN_LINES = 20


@helps(
    _(
        "Log many lines typed elsewhere, such as a phone's notes: one interaction each, in words."
        " A day alone on a line is that of the lines below it. crm undo takes all back."
    ),
    "crm inbox notes.txt --dry-run",
    "crm inbox notes.txt --on yesterday --create",
    "pbpaste | crm inbox -",
)
def inbox(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=_("The file; - reads it."))],
    on: Annotated[
        str | None, typer.Option(metavar="D", help=_("The day on which they were typed."))
    ] = None,
    create: Annotated[
        bool, typer.Option("--create", help=_("Add people who are not known yet."))
    ] = False,
    skip: Annotated[
        bool, typer.Option("--skip", help=_("Leave out the lines that are not understood."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what is understood, and save nothing."))
    ] = False,
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import confirmed, on_terminal, out_json, say
    from crm.errors import WrongUsage
    from crm.services import inbox as service

    read = service.read_inbox(ctx.obj, file, on=on, create=create)
    if dry_run and as_json:
        out_json([_as_json(line) for line in read.lines])
        return
    asks = on_terminal() and file != "-" and not (yes or as_json or dry_run)
    if not as_json:
        _show(ctx, read, whole=asks or dry_run)
    if dry_run:
        say(_("Nothing was saved."))
        return
    if read.problems and not (skip or asks):
        raise WrongUsage("lines-not-understood", bad=len(read.problems), all=len(read.lines))
    if not read.ready:
        say(_("There is nothing new to log."))
        return
    if asks and not confirmed(_question(read)):
        say(_("Nothing was saved."))
        return
    logged = service.log_inbox(ctx.obj, read, create=create)
    if as_json:
        out_json([{"id": each.id, "on": each.day, "kind": each.kind,
                   "people": [{"id": p.id, "name": p.name} for p in each.people]}
                  for each in logged])  # fmt: skip
    else:
        form = ngettext("Logged {n} line.", "Logged {n} lines.", len(logged))
        say(form.format(n=len(logged)))


def _question(read: Inbox) -> str:
    ready = len(read.ready)
    if read.problems:
        form = ngettext(
            "Log the {n} line that is understood, and leave the others out?",
            "Log the {n} lines that are understood, and leave the others out?",
            ready,
        )
    else:
        form = ngettext("Log this line?", "Log these {n} lines?", ready)
    return form.format(n=ready)


def _show(ctx: typer.Context, read: Inbox, *, whole: bool) -> None:
    """Say what was understood, on request, and always what was not."""
    from crm.cli.output import say
    from crm.domain.text import screen
    from crm.wording.errors import message

    if whole:
        _some([f"{line.number:>4}  {_understood(ctx, line)}" for line in read.ready])
    if read.known:
        n = len(read.known)
        form = ngettext(
            "{n} line is there already, and stays out.",
            "{n} lines are there already, and stay out.",
            n,
        )
        say(form.format(n=n))
    _some(
        [
            f"{line.number:>4}  ✗ “{screen(line.text[:60])}”: {message(line.problem, active())}"
            for line in read.problems
            if line.problem is not None
        ]
    )


def _understood(ctx: typer.Context, line: Noted) -> str:
    from crm.cli.correct import shown

    return shown(ctx.obj, line.understood) if line.understood is not None else ""


def _some(lines: list[str]) -> None:
    from crm.cli.output import say

    for line in lines[:SHOWN_LINES]:
        say(line)
    if len(lines) > SHOWN_LINES:
        rest = len(lines) - SHOWN_LINES
        say("      " + ngettext("and {n} more", "and {n} more", rest).format(n=rest))


def _as_json(line: Noted) -> dict[str, object]:
    from crm.cli.log import understood_as_json
    from crm.wording.errors import message

    return {
        "line": line.number,
        "text": line.text,
        "understood": understood_as_json(line.understood) if line.understood else None,
        "problem": message(line.problem, active()) if line.problem else None,
        "known": line.known,
    }
