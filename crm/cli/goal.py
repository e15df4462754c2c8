"""`crm goal`: what you are after, ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli import gaps as goal_gaps
from crm.cli.params import Json, help_text
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.services.goals import GoalCard

goal = typer.Typer(
    help=_("Goals, ranked primary, secondary and tertiary."),
    rich_markup_mode=None,
    invoke_without_command=True,
)
Goal = Annotated[str, typer.Argument(metavar="GOAL", help=_("An id, a title or a part of one."))]
Roles = Annotated[
    list[str] | None, typer.Option("--wants", metavar="ROLE", help=_("A role it needs."))
]
_BAR = 20


@goal.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@goal.command(
    "add",
    help=help_text(
        _("Add a goal."),
        'crm goal add "Three retainers" --rank primary --target 3 --by 2026-12-31',
        'crm goal add "Speak at a conference" --rank secondary --why "To be known" --with ana',
    ),
)
def _add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help=_("What you are after."))],
    rank: Annotated[
        str, typer.Option(metavar="primary|secondary|tertiary", help=_("How much it matters."))
    ],
    why: Annotated[str, typer.Option(metavar="W", help=_("Why you want it."))] = "",
    target: Annotated[
        float | None, typer.Option(metavar="N", help=_("How much is enough."))
    ] = None,
    unit: Annotated[str, typer.Option(metavar="U", help=_("What is counted."))] = "",
    start: Annotated[float, typer.Option(metavar="N", help=_("Where it starts."))] = 0,
    by: Annotated[str | None, typer.Option(metavar="D", help=_("Until which day."))] = None,
    wants: Roles = None,
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="WHO", help=_("Somebody who matters."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import say
    from crm.services import goals
    from crm.wording.goals import too_many

    said = goals.GoalSaid(
        title, rank, why, unit, target, start, by, tuple(wants or ()), tuple(with_ or ())
    )
    added = goals.add(ctx.obj, said)
    _show_one(ctx, added.card, as_json)
    if not as_json:
        form = _("And the next step? crm goal next {id} TEXT --by friday")
        say(form.format(id=added.card.goal.id))
        if many := too_many(added, active()):
            say(many)


@goal.command(
    "edit",
    help=help_text(
        _("Change what a goal says of itself; an empty text takes away what stood there."),
        "crm goal edit retainers --rank secondary --by 6m",
        'crm goal edit retainers --title "Four retainers" --target 4',
    ),
)
def _edit(
    ctx: typer.Context,
    which: Goal,
    title: Annotated[
        str | None, typer.Option(metavar="TITLE", help=_("What you are after."))
    ] = None,
    rank: Annotated[
        str | None,
        typer.Option(metavar="primary|secondary|tertiary", help=_("How much it matters.")),
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="W", help=_("Why you want it."))] = None,
    target: Annotated[str | None, typer.Option(metavar="N", help=_("How much is enough."))] = None,
    unit: Annotated[str | None, typer.Option(metavar="U", help=_("What is counted."))] = None,
    start: Annotated[str | None, typer.Option(metavar="N", help=_("Where it starts."))] = None,
    by: Annotated[str | None, typer.Option(metavar="D", help=_("Until which day."))] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import say
    from crm.errors import WrongUsage
    from crm.services import goals
    from crm.wording.goals import too_many

    changed = goals.GoalEdit(title, rank, why, unit, target, start, by)
    if changed == goals.GoalEdit():
        raise WrongUsage("nothing-to-change")
    edited = goals.edit(ctx.obj, which, changed)
    _show_one(ctx, edited.card, as_json)
    if rank is not None and not as_json and (many := too_many(edited, active())):
        say(many)


@goal.command(
    "list",
    help=help_text(
        _("List the goals by rank, each with its pace and what it lacks."), "crm goal list"
    ),
)
def _list(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help=_("The closed ones too."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say
    from crm.services import goals

    cards = goals.cards(ctx.obj, closed=all_)
    if as_json:
        out_json([_as_json(card) for card in cards])
    elif not cards:
        say(_("No open goals. Name one: crm goal add TITLE --rank primary."))
    else:
        for index, card in enumerate(cards):
            if index:
                out()
            _render(ctx, card)


@goal.command(
    "show",
    help=help_text(
        _("Show a goal with its people, wanted roles and progress."), "crm goal show retainers"
    ),
)
def _show(ctx: typer.Context, which: Goal, as_json: Json = False) -> None:
    from crm.services import goals

    _show_one(ctx, goals.card(ctx.obj, which), as_json, detailed=True)


goal.command("gaps", help=goal_gaps.HELP)(goal_gaps.gaps)


@goal.command(
    "link",
    help=help_text(
        _("Link people and wanted roles to a goal; people join the garden."),
        "crm goal link retainers ana luis --wants copywriter",
    ),
)
def _link(
    ctx: typer.Context,
    which: Goal,
    who: Annotated[list[str] | None, typer.Argument(metavar="WHO…", help=_("People."))] = None,
    wants: Roles = None,
    off: Annotated[bool, typer.Option("--off", help=_("Take the link away."))] = False,
    as_json: Json = False,
) -> None:
    from crm.errors import WrongUsage
    from crm.services import goals

    if not (who or wants):
        raise WrongUsage("nothing-to-change")
    card = goals.link(ctx.obj, which, who or [], wants or [], off=off)
    _show_one(ctx, card, as_json, detailed=True)


@goal.command(
    "progress",
    help=help_text(
        _("Note where a goal stands: a number, or a step."),
        "crm goal progress retainers +1",
    ),
)
def _progress(
    ctx: typer.Context,
    which: Goal,
    value: Annotated[str, typer.Argument(metavar="N|+N", help=_("Where it stands."))],
    note: Annotated[str, typer.Option(help=_("What brought it there."))] = "",
    as_json: Json = False,
) -> None:
    from crm.services import goals

    _show_one(ctx, goals.progress(ctx.obj, which, value, note), as_json)


@goal.command(
    "next",
    help=help_text(
        _("Set the next action of a goal; on its day it stands on the list."),
        'crm goal next retainers "send the proposal to Ana" --by friday --with ana',
        "crm goal next retainers --done",
    ),
)
def _next(
    ctx: typer.Context,
    which: Goal,
    action: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=_("What to do."))
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="D", help=_("On which day."))] = None,
    with_: Annotated[
        str | None, typer.Option("--with", metavar="WHO", help=_("With whom."))
    ] = None,
    done: Annotated[bool, typer.Option("--done", help=_("It is done; none follows yet."))] = False,
    as_json: Json = False,
) -> None:
    from crm.errors import WrongUsage
    from crm.services import goals

    if done == bool(action):
        raise WrongUsage("next-or-done")
    card = goals.next_action(ctx.obj, which, " ".join(action or []), by=by, person=with_)
    _show_one(ctx, card, as_json)


@goal.command(
    "close", help=help_text(_("Close a goal: reached, or dropped."), "crm goal close retainers")
)
def _close(
    ctx: typer.Context,
    which: Goal,
    dropped: Annotated[bool, typer.Option("--dropped", help=_("It was given up."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import say
    from crm.services import goals
    from crm.wording.goals import closed

    card = goals.close(ctx.obj, which, dropped=dropped)
    if as_json:
        _show_one(ctx, card, as_json)
    else:
        say(closed(card.goal, active()))


def _show_one(ctx: typer.Context, card: GoalCard, as_json: bool, *, detailed: bool = False) -> None:
    from crm.cli.output import out_json

    if as_json:
        out_json(_as_json(card))
    else:
        _render(ctx, card, detailed=detailed)


def _render(ctx: typer.Context, card: GoalCard, *, detailed: bool = False) -> None:
    from crm.cli.output import out, wrapped
    from crm.domain.text import screen
    from crm.services.roles import namer
    from crm.wording import goals as wording
    from crm.wording import words

    tr, goal = active(), card.goal
    out(f"{screen(goal.title)}  [{goal.id}]  {words.rank(goal.rank, tr)}")
    if goal.why:
        out(wrapped(screen(goal.why), 2))
    if card.pace is not None:
        out(f"  {_measure(card)}")
    if goal.next_action:
        step = wording.next_step(goal, ctx.obj.today, tr)
        out(wrapped(_("next: {action}").format(action=step), 2))
    if card.people:
        text = _("people: {names}").format(names=words.listed([p.name for p in card.people], tr))
        out(wrapped(text, 2))
    if card.wants:
        name_of = namer(ctx.obj)
        roles = words.listed([name_of(role, language()) for role in card.wants], tr)
        out(wrapped(_("wants: {roles}").format(roles=roles), 2))
    if card.missing and goal.state == "active":
        out(wrapped(wording.lacking(card.missing, card.explicitness, tr), 2))
    if detailed:
        for day, value, note in card.progress:
            out(f"  {day.isoformat()}  {words.number(value)}  {screen(note)}".rstrip())


def _measure(card: GoalCard) -> str:
    from crm.domain.cells import bar
    from crm.wording import words
    from crm.wording.goals import counted

    tr, goal, pace = active(), card.goal, card.pace
    if pace is None:
        raise AssertionError("a goal with a measure has a pace")
    said = f"{bar(pace.progress, _BAR)} {counted(goal, tr)}"
    if pace.state is not None:
        said += f" · {words.pace(str(pace.state), tr)}"
    if goal.due_on is not None:
        said += " · " + _("by {day}").format(day=goal.due_on.isoformat())
    return said


def _as_json(card: GoalCard) -> dict[str, Any]:
    return {
        **card.goal._asdict(),
        "pace": card.pace._asdict() if card.pace else None,
        "people": [person._asdict() for person in card.people],
        "wants": card.wants,
        "progress": [{"on": on, "value": v, "note": note} for on, v, note in card.progress],
        "missing": card.missing,
        "explicitness": card.explicitness,
    }
