"""`crm giving`: help that went either way, what came of it, and how often one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.store.reads.giving import AskLine, GivingLine

giving = typer.Typer(
    help=_("Help given and received, what was asked for, and ideas of what to give."),
    rich_markup_mode=None,
    invoke_without_command=True,
)
Text = Annotated[
    list[str], typer.Argument(metavar="TEXT", help=_("What it was."), show_default=False)
]
On = Annotated[str | None, typer.Option(metavar="D", help=_("On which day; today if not said."))]
Number = Annotated[int, typer.Argument(metavar="ID", help=_("Its number in crm giving list."))]
Someone = Annotated[str | None, typer.Argument(metavar="WHO", help=_("Only with them."))]


@giving.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@giving.command(
    "list",
    help=help_text(
        _("List what was given, received and asked for, the latest first."),
        "crm giving list",
        "crm giving list ana",
    ),
)
def _list(
    ctx: typer.Context,
    who: Someone = None,
    limit: Annotated[int, typer.Option(metavar="N", help=_("How many of each, at most."))] = 10,
    as_json: Json = False,
) -> None:
    from crm.cli.giving_json import ask_as_json, giving_as_json
    from crm.cli.output import out, out_json, say
    from crm.services import giving

    givings, asks = giving.journal(ctx.obj, who, limit)
    if as_json:
        rows = [giving_as_json(line, ctx.obj.today) for line in givings] + [
            ask_as_json(a) for a in asks
        ]
        out_json(sorted(rows, key=lambda row: row["on"], reverse=True))
        return
    if not (givings or asks):
        say(_("Nothing noted yet. Begin with: crm gave WHO TEXT, crm got WHO TEXT."))
        return
    _show_givings(ctx, givings)
    if givings and asks:
        out()
    _show_asks(ctx, asks)


def _show_givings(ctx: typer.Context, lines: list[GivingLine]) -> None:
    from crm.cli.output import bold, out, wrapped
    from crm.domain.text import screen
    from crm.wording import giving as wording

    tr, today = active(), ctx.obj.today
    if lines:
        out(bold(_("Given and received")))
    for line in lines:
        told = wording.told(line, screen(line.name), today, tr)
        out(wrapped(f"[{line.id}] {told}", 2))
        if became := _became(ctx, line):
            out(wrapped(became, 6))


def _became(ctx: typer.Context, line: GivingLine) -> str:
    from crm.services.giving import step_of
    from crm.wording import giving as wording

    today = ctx.obj.today
    return wording.became(line, step_of(line, today), today, active())


def _show_asks(ctx: typer.Context, lines: list[AskLine]) -> None:
    from crm.cli.output import bold, out, wrapped
    from crm.domain.text import screen
    from crm.wording import giving as wording
    from crm.wording.dates import ago

    tr, today = active(), ctx.obj.today
    if lines:
        out(bold(_("Asked for")))
    for line in lines:
        when = ago(line.day, today, tr)
        said = f"[{line.id}] {screen(line.name)}, {when}: {wording.asked_for(line, tr)}"
        out(wrapped(said, 2))
        if line.outcome:
            out(wrapped(wording.came(line, tr), 6))


@giving.command(
    "thanked",
    help=help_text(_("Note that you said thank you for it."), "crm giving thanked 3"),
)
def _thanked(ctx: typer.Context, number: Number, on: On = None, as_json: Json = False) -> None:
    from crm.cli.giving_json import giving_as_json
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import giving

    line = giving.thanked(ctx.obj, number, on)
    if as_json:
        out_json(giving_as_json(line, ctx.obj.today))
    else:
        say(_("Noted: you thanked {name}.").format(name=screen(line.name)))


@giving.command(
    "outcome",
    help=help_text(
        _("Note what came of something given or received; --reported, they know it."),
        'crm giving outcome 3 "they signed for a year" --won',
        "crm giving outcome 3 --reported",
    ),
)
def _outcome(
    ctx: typer.Context,
    number: Number,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=_("What came of it."))
    ] = None,
    won: Annotated[bool, typer.Option("--won", help=_("The referral became work."))] = False,
    lost: Annotated[bool, typer.Option("--lost", help=_("The referral came to nothing."))] = False,
    reported: Annotated[
        bool, typer.Option("--reported", help=_("You told them how it went."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.giving_json import giving_as_json
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.errors import WrongUsage
    from crm.services import giving

    if won and lost:
        raise WrongUsage("won-or-lost")
    status = "won" if won else "lost" if lost else None
    line = giving.outcome(ctx.obj, number, " ".join(text or []), status=status, reported=reported)
    if as_json:
        out_json(giving_as_json(line, ctx.obj.today))
        return
    say(_("Noted: {what}.").format(what=_became(ctx, line).rstrip(".")))
    if giving.step_of(line, ctx.obj.today) == "report":
        form = _("When {name} knows how it went: crm giving outcome {id} --reported")
        say(form.format(name=screen(line.name), id=line.id))


@giving.command(
    "came",
    help=help_text(
        _("Note what came of something you asked for; its number is that of crm giving list."),
        'crm giving came 2 "she sent two clear notes; the page is half as long now"',
    ),
)
def _came(ctx: typer.Context, number: Number, text: Text, as_json: Json = False) -> None:
    from crm.cli.giving_json import ask_as_json
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import giving

    line = giving.came(ctx.obj, number, " ".join(text))
    if as_json:
        out_json(ask_as_json(line))
    else:
        form = _("Noted: what came of asking {name}.")
        say(form.format(name=screen(line.name)))


@giving.command(
    "balance",
    help=help_text(
        _("How often you got in touch to ask, over the last twelve months."),
        "crm giving balance",
        "crm giving balance ana",
    ),
)
def _balance(
    ctx: typer.Context,
    who: Someone = None,
    limit: Annotated[
        int, typer.Option(metavar="N", help=_("How many people, those asked last."))
    ] = 30,
    as_json: Json = False,
) -> None:
    from crm.cli.giving_json import balance_as_json
    from crm.cli.output import out_json, say, table
    from crm.services import giving
    from crm.wording import giving as wording

    found = giving.balances(ctx.obj, who, limit)
    if as_json:
        out_json([balance_as_json(one) for one in found])
        return
    if not found:
        say(_("You asked nobody for anything in the last twelve months."))
        return
    tr, today = active(), ctx.obj.today
    rows = [
        (
            str(one.contact_id), one.name, wording.of_contacts(one.asking, tr),
            wording.balance(str(one.asking.state), tr),
            wording.after_silence(one.asking, today, tr),
        )
        for one in found
    ]  # fmt: skip
    table((_("id"), _("name"), _("requests"), _("balance"), _("after a silence")), rows, (1,))
    for one in found if who else ():
        if advice := wording.before_asking(one.before, one.name, tr):
            say(advice)


@giving.command(
    "ideas",
    help=help_text(
        _("Ideas of what to give: one for each person of the next days, or several for one."),
        "crm giving ideas",
        "crm giving ideas ana",
    ),
)
def _ideas(ctx: typer.Context, who: Someone = None, as_json: Json = False) -> None:
    from crm.cli.giving_json import idea_as_json
    from crm.cli.output import bold, out, out_json, say, wrapped
    from crm.domain.text import screen
    from crm.services.giving_ideas import ideas
    from crm.services.roles import name_of
    from crm.wording.giving import idea as worded

    found = ideas(ctx.obj, who)
    texts = [
        worded(idea, ctx.obj.today, active(), lambda role: name_of(role, language()))
        for idea in found
    ]
    if as_json:
        out_json([idea_as_json(*pair) for pair in zip(found, texts, strict=True)])
        return
    if not found:
        say(_("No idea yet. What do they need? crm edit WHO --needs X, crm debrief WHO"))
        return
    name = ""
    for idea, text in zip(found, texts, strict=True):
        if idea.name != name:
            out(f"{bold(screen(idea.name))}  [{idea.contact_id}]")
        name = idea.name
        out(wrapped(text, 2))
    say(_("Done one? crm gave WHO TEXT"))
