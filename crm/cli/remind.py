"""`crm remind`: the day's list, for people, cron and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.agenda import DayList, Line

TERMS = ("overdue", "goal", "mentor", "promise", "water", "date", "fresh", "deed")


@helps(
    _("Print whom to talk to today and why; nothing when there is nobody."),
    "crm remind",
    "crm remind --days 5",
    "crm remind --explain",
)
def remind(
    ctx: typer.Context,
    budget: Annotated[
        int | None, typer.Option(metavar="N", help=_("How many people a day."))
    ] = None,
    days: Annotated[int, typer.Option(metavar="N", help=_("How many days ahead."))] = 1,
    all_: Annotated[
        bool, typer.Option("--all", help=_("Everybody who could be on today's list."))
    ] = False,
    count: Annotated[bool, typer.Option("--count", help=_("Only how many lines."))] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("The terms of each priority."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json
    from crm.services import agenda

    shown = agenda.day_list(ctx.obj, budget=budget, days=days, everybody=all_)
    if count:
        out(str(len(shown.lines)))
    elif as_json:
        out_json([_as_json(line) for line in shown.lines])
    elif shown.lines:
        _render(shown, explain)
    else:
        _say_nothing_to_do(ctx, shown)


def _render(shown: DayList, explain: bool) -> None:
    import sys

    from crm.cli.output import out, say
    from crm.wording.dates import full

    day = None
    number = 0
    for line in shown.lines:
        if line.day != day:
            if day is not None:
                out()
            heading = full(line.day, active())
            out(heading[0].upper() + heading[1:])
            day, number = line.day, 0
        number += 1
        out()
        _render_line(number, line, explain)
    if sys.stdout.isatty():
        say("")
        say(_("Afterwards: crm log --with WHO …   Later: crm snooze WHO --until friday"))


def _render_line(number: int, line: Line, explain: bool) -> None:
    from crm.cli.output import bold, out, wrapped
    from crm.domain.text import screen
    from crm.wording import words
    from crm.wording.reasons import reason

    tr = active()
    name = screen(line.name) if line.name else _("Your next step")
    out(f"{number:>3}  {bold(name)}")
    for why in line.reasons:
        out(wrapped(reason(why.code, why.params, line.day, tr), 5))
        summary = screen(str(why.params.get("summary") or ""))
        if summary:
            out(wrapped(_("“{text}”").format(text=summary), 7))
    if explain:
        terms = " + ".join(
            f"{words.term(term, tr)} {getattr(line.terms, term):g}"
            for term in TERMS
            if getattr(line.terms, term)
        )
        out(wrapped(f"{terms} = {line.priority:g}", 5))


def _say_nothing_to_do(ctx: typer.Context, shown: DayList) -> None:
    """Say on a terminal why the list is empty; to cron, nothing."""
    import sys

    from crm.cli.output import say
    from crm.services import contacts
    from crm.wording.dates import full

    if not sys.stdout.isatty():
        return
    if shown.paused_until:
        say(_("On a break until {day}.").format(day=full(shown.paused_until, active())))
    elif contacts.anybody_in_garden(ctx.obj):
        say(_("Nobody today: all is well tended. Enjoy the day."))
    elif contacts.anybody(ctx.obj):
        say(_("Nobody is in the garden yet. Choose whom to keep up with: crm plant"))
    else:
        from crm.cli.start import welcome

        welcome()


def _as_json(line: Line) -> dict[str, Any]:
    from crm.wording.reasons import reason

    person = {"id": line.contact_id, "name": line.name}
    return {
        "contact": person if line.contact_id is not None else None,
        "day": line.day,
        "priority": line.priority,
        "parts": {term: getattr(line.terms, term) for term in TERMS},
        "reasons": [reason(why.code, why.params, line.day, active()) for why in line.reasons],
        "due_on": line.due_on,
        "days_overdue": line.days_overdue,
        "band": line.band,
        "opener": line.opener,
    }
