"""`crm project`: what you do together with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.projects import Card

project = typer.Typer(
    help=_("Projects done together: what each side brings, and what came of them."),
    rich_markup_mode=None,
    invoke_without_command=True,
)
Which = Annotated[
    str, typer.Argument(metavar="PROJECT", help=_("An id, a title or a part of one."))
]


@project.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@project.command(
    "add",
    help=help_text(
        _("Begin a project with somebody; it is logged as contact, once."),
        'crm project add "Bodega website" --with ana --brings "ana: texts" --i-bring code',
    ),
)
def _add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help=_("What it is called."))],
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="WHO", help=_("With whom."))
    ] = None,
    brings: Annotated[
        list[str] | None,
        typer.Option("--brings", metavar="WHO: TEXT", help=_("What somebody brings to it.")),
    ] = None,
    i_bring: Annotated[
        str, typer.Option("--i-bring", metavar="TEXT", help=_("What you bring to it."))
    ] = "",
    on: Annotated[
        str | None, typer.Option("--on", metavar="D", help=_("When it began; today unless said."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.services import projects

    card = projects.add(ctx.obj, title, with_ or [], brings=brings, i_bring=i_bring, on=on)
    _show_one(card, as_json)


@project.command(
    "list",
    help=help_text(_("List the projects under way."), "crm project list --all"),
)
def _list(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help=_("Those that are over too."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say
    from crm.services import projects

    cards = projects.cards(ctx.obj, over=all_)
    if as_json:
        out_json([_as_json(card) for card in cards])
    elif not cards:
        say(_("No project under way. Begin one: crm project add TITLE --with WHO"))
    for index, card in enumerate([] if as_json else cards):
        if index:
            out()
        _render(card)


@project.command(
    "show", help=help_text(_("Show a project: who brings what."), "crm project show bodega")
)
def _show(ctx: typer.Context, which: Which, as_json: Json = False) -> None:
    from crm.services import projects

    _show_one(projects.card(ctx.obj, which), as_json)


@project.command(
    "done",
    help=help_text(
        _("Note that a project is done, or was given up, and what came of it."),
        'crm project done bodega "two more wineries asked"',
        "crm project done bodega --dropped",
    ),
)
def _done(
    ctx: typer.Context,
    which: Which,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=_("What came of it."))
    ] = None,
    outcome: Annotated[
        str, typer.Option(metavar="TEXT", help=_("What came of it, like TEXT."))
    ] = "",
    dropped: Annotated[bool, typer.Option("--dropped", help=_("It was given up."))] = False,
    as_json: Json = False,
) -> None:
    from crm.services import projects

    said = " ".join(filter(None, [*(text or []), outcome]))
    _show_one(projects.end(ctx.obj, which, said, dropped=dropped), as_json)


def _show_one(card: Card, as_json: bool) -> None:
    from crm.cli.output import out_json

    if as_json:
        out_json(_as_json(card))
    else:
        _render(card)


def _render(card: Card) -> None:
    from crm.cli.output import out, wrapped
    from crm.domain.text import screen
    from crm.wording import words

    tr, project = active(), card.project
    state = words.project(project.state, tr)
    since = _("since {day}").format(day=project.starts_on.isoformat())
    until = f" – {project.ended_on.isoformat()}" if project.ended_on else ""
    out(f"{screen(project.title)}  [{project.id}]  {state}, {since}{until}")
    for person in card.people:
        what = _("brings {what}").format(what=screen(person.brings)) if person.brings else ""
        out(wrapped(f"{screen(person.name)} [{person.id}] {what}".rstrip(), 2))
    if project.brings:
        out(wrapped(_("you bring {what}").format(what=screen(project.brings)), 2))
    if project.outcome:
        out(wrapped(_("what came of it: {outcome}").format(outcome=screen(project.outcome)), 2))


def _as_json(card: Card) -> dict[str, Any]:
    return {**card.project._asdict(), "people": [person._asdict() for person in card.people]}
