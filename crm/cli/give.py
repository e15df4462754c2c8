"""`crm gave`, `crm got` and `crm asked`: help that went either way, noted and logged at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, Who, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.domain.giving import BeforeAsk
    from crm.services.conversations import Logged
    from crm.services.giving import Noted
    from crm.store.reads.contacts import Named
    from crm.store.reads.giving import AskLine

Text = Annotated[
    list[str], typer.Argument(metavar="TEXT", help=_("What it was."), show_default=False)
]
Kind = Annotated[
    str,
    typer.Option(
        metavar="help|referral|recommendation|feedback|information|introduction",
        help=_("What kind of help it was."),
    ),
]
On = Annotated[str | None, typer.Option(metavar="D", help=_("On which day; today if not said."))]
Client = Annotated[str, typer.Option(metavar="C", help=_("Of a referral: who the client is."))]
Value = Annotated[
    float | None, typer.Option(metavar="N", help=_("Of a referral: what it is worth."))
]


@helps(
    _("Note something you gave somebody, and log it: help, a referral, a recommendation…"),
    'crm gave ana "read her landing page and sent three notes"',
    'crm gave luis "sent him the bakery that needs a shop" --kind referral --client "Pan y Sal"',
)
def gave(
    ctx: typer.Context,
    who: Who,
    text: Text,
    kind: Kind = "help",
    on: On = None,
    client: Client = "",
    value: Value = None,
    as_json: Json = False,
) -> None:
    from crm.services import giving

    said = giving.GivingSaid(who, " ".join(text), kind, on, client, value)
    _report_given(ctx, giving.gave(ctx.obj, said), as_json)


@helps(
    _("Note something somebody gave you, and log it: help, a referral, feedback, news…"),
    'crm got ana "went through my prices with me"',
    'crm got luis "a dentist who needs a site" --kind referral --client "Dr. Soler" --value 2400',
    'crm got eva "the offer page is too long" --kind feedback',
)
def got(
    ctx: typer.Context,
    who: Who,
    text: Text,
    kind: Kind = "help",
    on: On = None,
    client: Client = "",
    value: Value = None,
    as_json: Json = False,
) -> None:
    from crm.services import giving

    said = giving.GivingSaid(who, " ".join(text), kind, on, client, value)
    _report_given(ctx, giving.got(ctx.obj, said), as_json)


def _report_given(ctx: typer.Context, noted: Noted, as_json: bool) -> None:
    from crm.cli.giving_json import giving_as_json
    from crm.cli.output import out_json, say
    from crm.wording import giving as wording

    line = noted.line
    if as_json:
        out_json(giving_as_json(line, ctx.obj.today))
        return
    say(wording.noted(line, ctx.obj.today, active()))
    if line.direction == "got" and line.kind == "referral":
        form = _("When you have said thank you: crm giving thanked {id}")
        say(form.format(id=line.id))
    _say_planted(noted.logged)


def _say_planted(logged: Logged) -> None:
    from crm.cli.output import say
    from crm.wording.words import listed

    if logged.planted:
        say(_("Now in the garden: {names}.").format(names=listed(logged.planted, active())))


@helps(
    _(
        "Note something you asked somebody for, and log it. Before that it says when writing first"
        " without asking may be better."
    ),
    'crm asked ana "could you look at my new offer page?" --feedback',
    'crm asked luis "do you know anyone at the film school?"',
    "crm asked ana --check",
)
def asked(
    ctx: typer.Context,
    who: Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=_("What you asked for."))
    ] = None,
    feedback: Annotated[
        bool, typer.Option("--feedback", help=_("You asked what they think of something."))
    ] = False,
    on: On = None,
    check: Annotated[
        bool, typer.Option("--check", help=_("Only say whether it is a good moment to ask."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.giving_json import ask_as_json, check_as_json
    from crm.cli.output import confirmed, on_terminal, out_json, say
    from crm.services import giving
    from crm.wording import giving as wording

    person, before = giving.before(ctx.obj, who)
    if check:
        _show_check(person, before, as_json)
        return
    advice = "" if on else wording.before_asking(before, person.name, active())
    if advice and not as_json:
        say(advice)
        if on_terminal() and not confirmed(_("Note it all the same?")):
            say(_("Nothing was saved."))
            return
    noted = giving.asked(ctx.obj, str(person.id), " ".join(text or []), feedback=feedback, on=on)
    if as_json:
        out_json({**ask_as_json(noted.line), "check": check_as_json(before)})
        return
    _report_asked(ctx, noted.line)
    _say_planted(noted.logged)


def _show_check(person: Named, before: BeforeAsk, as_json: bool) -> None:
    from crm.cli.giving_json import check_as_json
    from crm.cli.output import out, out_json
    from crm.wording import giving as wording

    if as_json:
        out_json({"contact": {"id": person.id, "name": person.name}, **check_as_json(before)})
    else:
        out(wording.moment(before, person.name, active()))


def _report_asked(ctx: typer.Context, line: AskLine) -> None:
    from crm.cli.output import say
    from crm.wording.giving import noted_ask

    say(noted_ask(line, ctx.obj.today, active()))
    say(_("When something comes of it: crm giving came {id} TEXT").format(id=line.id))
