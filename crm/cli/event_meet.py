"""The talk of `crm event meet`: one line per person, each shown as it was understood."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from crm.domain.text import screen
from crm.i18n import _, active, language, ngettext

if TYPE_CHECKING:
    import typer

    from crm.services.event_meet import Met, Noted
    from crm.store.reads.events import Event


def meet(
    ctx: typer.Context,
    words: list[str],
    flags: Noted,
    *,
    on: str | None,
    new_one: bool,
    as_json: bool,
) -> None:
    """Note those met: the one of the line, or one after the other."""
    from crm.cli.output import on_terminal, out_json, say
    from crm.errors import WrongUsage
    from crm.services import event_meet

    event, line = event_meet.event_and_line(ctx.obj, words)
    if line.strip() not in ("", "-"):
        noted = event_meet.read(ctx.obj, line, flags)
        met = event_meet.meet(ctx.obj, event.id, noted, on=on, new_one=new_one)
        if as_json:
            out_json(met_as_json(met))
        else:
            say(told(ctx, met))
        return
    if flags != event_meet.Noted("") or new_one:
        raise WrongUsage("meet-whom")
    if line.strip() == "-":
        all_met = _read_all(ctx, event, on)
        if as_json:
            out_json([met_as_json(met) for met in all_met])
    elif on_terminal() and not as_json:
        _ask_one_by_one(ctx, event, on)
    else:
        raise WrongUsage("meet-whom")


def _read_all(ctx: typer.Context, event: Event, on: str | None) -> list[Met]:
    """Note the people of the lines of standard input, or nobody if one is not understood."""
    from crm.cli.output import say
    from crm.errors import CrmError, WrongUsage
    from crm.services import event_meet
    from crm.wording.errors import message

    lines = [line for line in sys.stdin.read().splitlines() if line.strip()]
    if not lines:
        raise WrongUsage("meet-whom")
    noted, bad = [], 0
    for number, line in enumerate(lines, 1):
        try:
            noted.append(event_meet.read(ctx.obj, line))
            event_meet.check(ctx.obj, event, noted[-1])
        except CrmError as error:
            bad += 1
            text = screen(line[:60])
            say(f"{number:>4}  ✗ “{text}”: {message(error, active())}")
    if bad:
        raise WrongUsage("met-not-understood", bad=bad, all=len(lines))
    found = []
    for each in noted:
        found.append(event_meet.meet(ctx.obj, event.id, each, on=on))
        say(told(ctx, found[-1]))
    return found


def _ask_one_by_one(ctx: typer.Context, event: Event, on: str | None) -> None:
    from crm.cli.output import say
    from crm.errors import CrmError
    from crm.services import event_meet
    from crm.wording.errors import message

    say(
        _(
            "{event}: one line per person, such as “Ana Ruiz, copywriter: looks for clients,"
            " promised the deck by friday”. An empty line ends."
        ).format(event=screen(event.name))
    )
    met = 0
    while True:
        sys.stderr.write("> ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line.strip():
            break
        try:
            noted = event_meet.read(ctx.obj, line)
            say("  " + told(ctx, event_meet.meet(ctx.obj, event.id, noted, on=on)))
            met += 1
        except CrmError as error:
            say("  " + message(error, active()))
    form = ngettext(
        "{n} person noted; crm undo takes the last one back.",
        "{n} people noted; crm undo takes them back one by one.",
        met,
    )
    say(form.format(n=met) if met else _("Nothing was saved."))


def told(ctx: typer.Context, met: Met) -> str:
    """Give the line that says what was noted."""
    from crm.services.conversations import kind_and_fact
    from crm.services.roles import name_of
    from crm.wording import events as wording

    facts = [kind_and_fact(fact) for fact in met.happened.facts]
    return wording.noted(
        met, facts, ctx.obj.today, active(), lambda role: name_of(role, language()),
        wording.numbered,
    )  # fmt: skip


def met_as_json(met: Met) -> dict[str, Any]:
    """Give somebody met, as scripts read it."""
    from crm.wording.events import promises_of

    return {
        "event": {"id": met.event.id, "name": met.event.name},
        "contact": {"id": met.person.id, "name": met.person.name},
        "new": met.is_new,
        "again": met.again,
        "interaction": met.logged.id,
        "on": met.logged.day,
        "roles": list(met.roles),
        "facts": met.logged.facts,
        "promises": [
            {"mine": mine, "text": text, "due_on": due} for mine, text, due in promises_of(met)
        ],
    }
