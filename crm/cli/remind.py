"""`crm remind`: the day's list, for people, cron and scripts."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.agenda import DayList, Line, Question

TERMS = ("overdue", "goal", "mentor", "promise", "water", "date", "fresh", "deed")


@helps(
    _("Print whom to talk to today and why; nothing when there is nobody."),
    "crm remind",
    "crm remind --days 5",
    "crm remind --once",
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
    once: Annotated[
        bool, typer.Option("--once", help=_("Only the first time today: for a shell's start."))
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("The terms of each priority."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json
    from crm.services import agenda

    day = agenda.day_list(ctx.obj, budget=budget, days=days, everybody=all_)
    if count:
        out(str(len(day.lines)))
        return
    if once and not (day.lines and agenda.first_time(ctx.obj, "shell")):
        return
    if not all_:
        day = agenda.shown(ctx.obj, day)
    if as_json:
        out_json([_as_json(line) for line in day.lines])
    elif day.lines:
        _render(ctx, day, explain)
    else:
        _say_nothing_to_do(ctx, day)


def _render(ctx: typer.Context, shown: "DayList", explain: bool) -> None:
    import sys

    from crm.cli.output import out, say
    from crm.wording.dates import full

    day = None
    for line in sorted(shown.lines, key=lambda line: (line.day, line.number or sys.maxsize)):
        if line.day != day:
            if day is not None:
                out()
            heading = full(line.day, active())
            out(heading[0].upper() + heading[1:])
            day = line.day
        out()
        _render_line(line, explain)
    for question in shown.questions:
        out()
        _render_question(ctx, question)
    people = [line for line in shown.lines if line.number and line.contact_id]
    if sys.stdout.isatty() and people:
        first = min(line.number or 0 for line in people)
        say("")
        say(
            _(
                "Act: crm open +{n}   Done: crm done {n}   Later: crm snooze +{n} --until friday"
            ).format(n=first)
        )


def _render_question(ctx: typer.Context, question: "Question") -> None:
    """Ask about an interaction, and say how to answer."""
    from crm.cli.output import out, wrapped
    from crm.wording.day import question as asked

    out(wrapped(asked(question, ctx.obj.today, active()), 5))
    if question.event is not None:
        out(f"       crm event close {question.event[0]}")
    elif question.code == "held":
        number = question.interaction_id
        out(f"       crm log --held {number}   crm log --drop {number}")
    else:
        person = question.people[0][0]
        out(f"       crm answered {person}   crm answered {person} --no")


def _render_line(line: "Line", explain: bool) -> None:
    from crm.cli.output import bold, out, wrapped
    from crm.domain.text import screen
    from crm.wording import words
    from crm.wording.reasons import reason

    tr = active()
    name = screen(line.name) if line.name else _("Your next step")
    out(f"{line.number or '·':>3}  {bold(name)}")
    for why in line.reasons:
        out(wrapped(reason(why.code, why.params, line.day, tr), 5))
        summary = screen(str(why.params.get("summary") or ""))
        if summary:
            out(wrapped(_("“{text}”").format(text=summary), 7))
    if line.opener:
        out(wrapped(f"→ {screen(line.opener)}", 5))
    if explain:
        terms = " + ".join(
            f"{words.term(term, tr)} {getattr(line.terms, term):g}"
            for term in TERMS
            if getattr(line.terms, term)
        )
        out(wrapped(f"{terms} = {line.priority:g}", 5))


def _say_nothing_to_do(ctx: typer.Context, shown: "DayList") -> None:
    """Say on a terminal why the list is empty; to cron, nothing."""
    import sys

    from crm.cli.output import say
    from crm.services import contacts
    from crm.wording.dates import full

    if not sys.stdout.isatty():
        return
    if shown.dealt_with:
        say(_("That was today's list: all done. Enjoy the day."))
    elif shown.paused_until:
        say(_("On a break until {day}.").format(day=full(shown.paused_until, active())))
    elif contacts.anybody_in_garden(ctx.obj):
        _say_what_is_ahead(ctx)
    elif contacts.anybody(ctx.obj):
        say(_("Nobody is in the garden yet. Choose whom to keep up with: crm plant"))
    else:
        from crm.cli.start import welcome

        welcome()


def _say_what_is_ahead(ctx: typer.Context) -> None:
    """Say who falls due next, and whom one could say hello to before."""
    from crm.cli.output import say
    from crm.domain.text import screen
    from crm.services import agenda
    from crm.wording import words
    from crm.wording.dates import coming

    tr, found = active(), agenda.ahead(ctx.obj)
    if found.next_due is None:
        say(_("Nobody is due today. Enjoy the day."))
    else:
        _id, name, day = found.next_due
        form = _("Nobody is due today; next is {name}, {when}.")
        say(form.format(name=screen(name), when=coming(day, ctx.obj.today, tr)))
    if found.unwritten:
        names = [f"{screen(name)} [{contact_id}]" for contact_id, name in found.unwritten]
        say(_("Not written to yet: {names}.").format(names=words.listed(names, tr)))
        form = _('Say hello: crm open {id}   Or log when you last spoke: crm log "…"')
        say(form.format(id=found.unwritten[0][0]))


def _as_json(line: "Line") -> dict[str, Any]:
    from crm.wording.reasons import reason

    person = {"id": line.contact_id, "name": line.name}
    return {
        "contact": person if line.contact_id is not None else None,
        "day": line.day,
        "number": line.number,
        "priority": line.priority,
        "parts": {term: getattr(line.terms, term) for term in TERMS},
        "reasons": [reason(why.code, why.params, line.day, active()) for why in line.reasons],
        "due_on": line.due_on,
        "days_overdue": line.days_overdue,
        "band": line.band,
        "opener": line.opener,
    }
