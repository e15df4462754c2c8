"""`crm event`: why you go, whom you meet, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, Yes, help_text
from crm.i18n import _

if TYPE_CHECKING:
    from crm.services.events import EventCard, EventLine, EventSaid

event = typer.Typer(
    help=_("Events: before, at and after them."),
    rich_markup_mode=None,
    invoke_without_command=True,
)
EventName = Annotated[
    str, typer.Argument(metavar="EVENT", help=_("An id, a name, a series, or a part of one."))
]
Day = Annotated[str | None, typer.Option("--on", metavar="D", help=_("Its first day."))]
Until = Annotated[
    str | None, typer.Option("--until", metavar="D", help=_("Its last day, if it has several."))
]
Place = Annotated[str | None, typer.Option("--at", metavar="PLACE", help=_("Where it is."))]
Org = Annotated[str | None, typer.Option("--org", metavar="O", help=_("Who organises it."))]
Series = Annotated[
    str | None, typer.Option("--series", metavar="S", help=_("What it is one of, again and again."))
]
Why = Annotated[str | None, typer.Option("--why", metavar="W", help=_("Why you go."))]
Aims = Annotated[
    list[str] | None,
    typer.Option("--aim", metavar="TEXT", help=_("What you go for, with a number; up to three.")),
]
Offer = Annotated[
    str | None, typer.Option("--offer", metavar="T", help=_("One thing that you have to give."))
]
Wanted = Annotated[
    list[str] | None,
    typer.Option("--meet", metavar="WHO", help=_("Somebody to meet, known or by name.")),
]
Note = Annotated[
    str | None, typer.Option("--note", metavar="N", help=_("How to get there, tickets, and so on."))
]


@event.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@event.command(
    "add",
    help=help_text(
        _("Add an event, with why you go and one to three aims that can be counted."),
        'crm event add "CodeMotion 2026" --on 2026-05-20 --until 2026-05-21 --at "La Nave, Madrid"'
        ' --series CodeMotion --why "To be known" --aim "meet 2 copywriters" --meet ana',
    ),
)
def _add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What it is called."))],
    on: Annotated[str, typer.Option("--on", metavar="D", help=_("Its first day."))],
    until: Until = None,
    at: Place = None,
    org: Org = None,
    series: Series = None,
    why: Why = None,
    aim: Aims = None,
    meet: Wanted = None,
    offer: Offer = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    from crm.cli.event_screens import say_added
    from crm.services import events

    said = _said(name, on, until, at, org, series, why, aim, meet, offer, note)
    card = events.add(ctx.obj, said)
    _show_card(ctx, card, as_json)
    if not as_json:
        say_added(ctx, card)


@event.command(
    "edit",
    help=help_text(
        _("Change an event; aims and people to meet are added to those there are."),
        'crm event edit codemotion --meet "Luis Gil" --offer "a free audit"',
    ),
)
def _edit(
    ctx: typer.Context,
    which: EventName,
    name: Annotated[str | None, typer.Option(metavar="NAME", help=_("What it is called."))] = None,
    on: Day = None,
    until: Until = None,
    at: Place = None,
    org: Org = None,
    series: Series = None,
    why: Why = None,
    aim: Aims = None,
    meet: Wanted = None,
    offer: Offer = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    from crm.cli.event_screens import say_added
    from crm.errors import WrongUsage
    from crm.services import events

    said = _said(name, on, until, at, org, series, why, aim, meet, offer, note)
    if said == events.EventSaid():
        raise WrongUsage("nothing-to-change")
    card = events.edit(ctx.obj, which, said)
    _show_card(ctx, card, as_json)
    if not as_json:
        say_added(ctx, card)


def _said(
    name: str | None,
    on: str | None,
    until: str | None,
    at: str | None,
    org: str | None,
    series: str | None,
    why: str | None,
    aims: list[str] | None,
    people: list[str] | None,
    offer: str | None,
    note: str | None,
) -> EventSaid:
    from crm.services.events import EventSaid

    return EventSaid(
        name, on, until, at, org, series, why, offer, note, tuple(aims or ()), tuple(people or ())
    )


@event.command(
    "list",
    help=help_text(
        _("List the events to come, and those to be closed."),
        "crm event list",
        "crm event list --past",
    ),
)
def _list(
    ctx: typer.Context,
    past: Annotated[bool, typer.Option("--past", help=_("The past ones."))] = False,
    all_: Annotated[bool, typer.Option("--all", help=_("All of them."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.event_json import line_as_json
    from crm.cli.event_screens import render_list
    from crm.cli.output import out_json, say
    from crm.services import events

    lines: list[EventLine] = events.events(ctx.obj, past=past, everything=all_)
    if as_json:
        out_json([line_as_json(line) for line in lines])
    elif not lines:
        say(
            _("No past events.")
            if past
            else _("No events to come. Add one: crm event add NAME --on DAY --aim TEXT")
        )
    else:
        render_list(ctx, lines)


@event.command(
    "show",
    help=help_text(
        _("Show an event: its aims, whom to meet, whom you met and what you promised."),
        "crm event show codemotion",
    ),
)
def _show(ctx: typer.Context, which: EventName, as_json: Json = False) -> None:
    from crm.services import events

    _show_card(ctx, events.card(ctx.obj, which), as_json)


def _show_card(ctx: typer.Context, card: EventCard, as_json: bool) -> None:
    from crm.cli.event_json import card_as_json
    from crm.cli.event_screens import render_card
    from crm.cli.output import out_json

    if as_json:
        out_json(card_as_json(card))
    else:
        render_card(ctx, card)


@event.command(
    "delete",
    help=help_text(
        _(
            "Take an event out that is not held; people, and what was logged, stay. One that was"
            " closed, or where you met anybody, only after asking or with --yes."
        ),
        "crm event delete meetup",
        "crm event delete codemotion --yes",
    ),
)
def _delete(ctx: typer.Context, which: EventName, yes: Yes = False, as_json: Json = False) -> None:
    from crm.cli.output import confirmed, on_terminal, out_json, say
    from crm.domain.text import screen
    from crm.services import events

    card = events.card(ctx.obj, which)
    asks = not yes and events.is_held(card) and on_terminal()
    if asks:
        form = _("Delete {name} [{id}], with whom you met there and what came of it?")
        if not confirmed(form.format(name=screen(card.event.name), id=card.event.id)):
            say(_("Nothing deleted."))
            raise typer.Exit(1)
    gone = events.delete(ctx.obj, str(card.event.id), held=yes or asks)
    if as_json:
        out_json({"id": gone.id, "name": gone.name})
    else:
        form = _("Taken out: {name} [{id}]. crm undo brings it back.")
        say(form.format(name=screen(gone.name), id=gone.id))


@event.command(
    "meet",
    help=help_text(
        _(
            "Note whom you met, in a line each: name, what they do, what you learned and promised."
            " Without a line it asks on a terminal, one person after the other; - reads lines."
        ),
        'crm event meet codemotion "Ana Ruiz, copywriter: wants clients, promised the deck by'
        ' friday"',
        "crm event meet codemotion ana --talked they --promise 'send the deck by friday'",
        "pbpaste | crm event meet codemotion -",
    ),
)
def _meet(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EVENT] [WHO: TEXT]", help=_("Which event (today's is known); whom.")
        ),
    ] = None,
    fact: Annotated[
        list[str] | None,
        typer.Option(metavar="'KIND: TEXT'", help=_("Learned: work, interest, life, dream, news.")),
    ] = None,
    promise: Annotated[
        list[str] | None, typer.Option(metavar="'TEXT by DAY'", help=_("What you promised."))
    ] = None,
    talked: Annotated[
        str | None, typer.Option(metavar="they|balanced|me", help=_("Who talked more."))
    ] = None,
    email: Annotated[
        list[str] | None, typer.Option(metavar="E", help=_("An e-mail address."))
    ] = None,
    phone: Annotated[list[str] | None, typer.Option(metavar="P", help=_("A phone number."))] = None,
    role: Annotated[list[str] | None, typer.Option(metavar="R", help=_("What they do."))] = None,
    on: Annotated[str | None, typer.Option(metavar="D", help=_("On which of its days."))] = None,
    new: Annotated[
        bool, typer.Option("--new", help=_("Somebody new, whoever else has the name."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.event_meet import meet
    from crm.services.event_meet import Noted

    flags = Noted(
        "", tuple(role or ()), "", "", tuple(email or ()), tuple(phone or ()), tuple(fact or ()),
        tuple(promise or ()), (), (), talked,
    )  # fmt: skip
    meet(ctx, words or [], flags, on=on, new_one=new, as_json=as_json)


@event.command(
    "prep",
    help=help_text(
        _("One screen before you go: why, whom to meet, what to say, ask and offer."),
        "crm event prep codemotion",
    ),
)
def _prep(ctx: typer.Context, which: EventName, as_json: Json = False) -> None:
    from crm.cli.event_json import prep_as_json
    from crm.cli.event_prep import render_prep
    from crm.cli.output import out_json
    from crm.services import event_prep

    shown = event_prep.prep(ctx.obj, which)
    if as_json:
        out_json(prep_as_json(shown))
    else:
        render_prep(ctx, shown)


@event.command(
    "close",
    help=help_text(
        _(
            "After an event: keep people in the garden, or let them go to the address book, which"
            " is what happens to whoever you do not name. Asks on a terminal."
        ),
        "crm event close codemotion",
        "crm event close codemotion --keep ana --keep luis --aim 1=2",
        "crm event close codemotion --dry-run",
    ),
)
def _close(
    ctx: typer.Context,
    which: EventName,
    keep: Annotated[
        list[str] | None, typer.Option(metavar="WHO", help=_("Somebody to keep in touch with."))
    ] = None,
    aim: Annotated[
        list[str] | None,
        typer.Option(metavar="N=COUNT", help=_("How many of an aim you reached, by its number.")),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what would happen, and save nothing."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.event_close import close

    close(ctx, which, keep or [], aim or [], dry_run=dry_run, as_json=as_json)


@event.command(
    "yield",
    help=help_text(
        _("What came of an event, or of all: followed up, spoken to again, helped; never cards."),
        "crm event yield codemotion",
        "crm event yield",
    ),
)
def _yield(
    ctx: typer.Context,
    which: Annotated[str | None, typer.Argument(metavar="EVENT", help=_("Only this one."))] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.event_json import yield_as_json
    from crm.cli.event_yield import render_yield, render_yields
    from crm.cli.output import out_json, say
    from crm.services import event_yield

    if which is not None:
        found = event_yield.yield_of(ctx.obj, which)
        if as_json:
            out_json(yield_as_json(found))
        else:
            render_yield(found)
        return
    all_found = event_yield.yields(ctx.obj)
    if as_json:
        out_json([yield_as_json(each) for each in all_found])
    elif all_found:
        render_yields(all_found)
    else:
        say(_("No events yet. Add one: crm event add NAME --on DAY --aim TEXT"))
