"""`crm plant` and `crm rest`: whom to tend, and whom only to know."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, People, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.garden import Planted

KEYS = {"1": "2w", "2": "1m", "3": "3m", "4": "1y"}
ROUND = 30
_QUIT = {"q", "Q", "\x1b", "\x04"}
_BACK = {"\x7f", "\x08"}
_SKIP = {"\r", "\n", " "}


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
    from crm.services import goals
    from crm.wording import garden as wording

    for line in wording.planted(planted, ctx.obj.today, active()):
        say(line)
    if not goals.cards(ctx.obj):
        say(_("And what are you after? crm goal add TITLE --rank primary"))


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
    say(_("1 two weeks · 2 a month · 3 three months · 4 a year · Enter skip · ⌫ back · q done"))
    keys: list[str] = []
    while len(keys) < len(people):
        person = people[len(keys)]
        about = " · ".join(filter(None, (person.title, person.organisation)))
        sys.stderr.write(f"  {screen(person.name)}  {screen(about)}  ")
        sys.stderr.flush()
        key = _key()
        if key in _QUIT:
            say("")
            break
        say(key if key in KEYS else "↑" if key in _BACK else "–")
        keys = keys[:-1] if key in _BACK else [*keys, key]
    return [
        (str(person.id), KEYS[key])
        for person, key in zip(people, keys, strict=False)
        if key in KEYS
    ]


def _key() -> str:
    """Give the next key that means something."""
    from crm.cli.output import say

    while True:
        try:
            key = typer.getchar()
        except KeyboardInterrupt:
            say("")
            say(_("Nobody was planted: q is what keeps the choices."))
            raise
        if key in {*KEYS, *_QUIT, *_BACK, *_SKIP}:
            return key


@helps(
    _("Put people back into the address book: known, never due, with all their history."),
    "crm rest ana",
)
def rest(ctx: typer.Context, who: People, as_json: Json = False) -> None:
    from crm.cli.output import out_json, say
    from crm.services import garden
    from crm.wording.garden import rested

    people = garden.rest(ctx.obj, who)
    if as_json:
        out_json([{"id": person.id, "name": person.name} for person in people])
    else:
        say(rested([person.name for person in people], active()))
