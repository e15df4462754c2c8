"""`crm plant` and `crm rest`: whom to tend, and whom only to know."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, People, helps
from crm.i18n import _, active, ngettext

if TYPE_CHECKING:
    from crm.services.garden import Planted

KEYS = {"1": "2w", "2": "1m", "3": "3m", "4": "1y"}
ROUND = 30


@helps(
    _(
        "Take people into the garden, to be reminded of them. Without names, a quick round over"
        " the address book."
    ),
    "crm plant ana luis --every 1m",
    "crm plant",
)
def plant(
    ctx: typer.Context,
    who: Annotated[
        list[str] | None, typer.Argument(metavar="WHO…", help=_("The people to plant."))
    ] = None,
    every: Annotated[
        str | None, typer.Option(metavar="30d|2w|3m|1y", help=_("How often to be in touch."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import on_terminal, out_json, say
    from crm.errors import WrongUsage
    from crm.services import garden

    if who:
        planted = garden.plant(ctx.obj, [(person, every) for person in who])
    elif on_terminal():
        chosen = _round(ctx)
        planted = garden.plant(ctx.obj, chosen) if chosen else []
    else:
        raise WrongUsage("plant-whom")
    if as_json:
        out_json([person._asdict() for person in planted])
    elif not planted:
        say(_("Nobody planted."))
    else:
        _report(ctx, planted)


def _report(ctx: typer.Context, planted: list[Planted]) -> None:
    from crm.cli.output import say
    from crm.domain.text import screen
    from crm.wording.dates import coming

    for person in planted[:ROUND]:
        if person.due_on is None:
            continue
        due = coming(person.due_on, ctx.obj.today, active())
        form = _("{name} is in the garden; first due {when}.")
        say(form.format(name=screen(person.name), when=due))
    if len(planted) > ROUND:
        rest = len(planted) - ROUND
        say(ngettext("and {n} more", "and {n} more", rest).format(n=rest))


def _round(ctx: typer.Context) -> list[tuple[str, str | None]]:
    """Ask about one person after the other; one key each, nothing is written before the end."""
    from crm.cli.output import say
    from crm.domain.text import screen
    from crm.services import garden

    people = garden.candidates(ctx.obj, ROUND)
    if not people:
        say(_("The address book is empty. Bring people in first: crm import FILE."))
        return []
    say(_("Which of them would you be sorry to lose?"))
    say(_("1 two weeks · 2 a month · 3 three months · 4 a year · Enter skip · q done"))
    chosen: list[tuple[str, str | None]] = []
    for person in people:
        about = " · ".join(filter(None, (person.title, person.organisation)))
        sys.stderr.write(f"  {screen(person.name)}  {screen(about)}  ")
        sys.stderr.flush()
        key = typer.getchar()
        if key in {"q", "Q", "\x1b", "\x04"}:
            say("")
            break
        say(KEYS.get(key, "–"))
        if key in KEYS:
            chosen.append((str(person.id), KEYS[key]))
    return chosen


@helps(
    _("Put people back into the address book: known, never due, with all their history."),
    "crm rest ana",
)
def rest(ctx: typer.Context, who: People, as_json: Json = False) -> None:
    from crm.cli.output import out_json, say
    from crm.services import garden
    from crm.wording.words import listed

    people = garden.rest(ctx.obj, who)
    if as_json:
        out_json([{"id": person.id, "name": person.name} for person in people])
    else:
        names = listed([person.name for person in people], active())
        say(_("Back in the address book: {names}.").format(names=names))
