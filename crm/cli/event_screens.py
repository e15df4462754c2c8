"""How events look: a list, and one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import _, active, ngettext

if TYPE_CHECKING:
    import typer

    from crm.services.events import EventCard, EventLine
    from crm.store.reads.events import Event


def render_list(ctx: typer.Context, lines: list[EventLine]) -> None:
    """Print events under each other."""
    from crm.cli.output import say, table
    from crm.wording import events as wording

    tr = active()
    header = (_("id"), _("when"), _("event"), _("where"), _("people"), "")
    rows = [
        (f"[{line.event.id}]", wording.when(line.event), line.event.name, line.event.place,
         wording.people(line, tr), wording.state(line, ctx.obj.today, tr))
        for line in lines
    ]  # fmt: skip
    table(header, rows, flexible=(3, 2))
    for line in lines:
        if line.is_to_close:
            form = _("{name} is over: whom do you keep? crm event close {id}")
            say(form.format(name=screen(line.event.name), id=line.event.id))


def heading(event: Event) -> list[str]:
    """Give the name with its id, and when and where it is."""
    from crm.cli.output import bold
    from crm.wording.events import where

    return [f"{bold(screen(event.name))}  [{event.id}]", where(event, active())]


def labelled(label: str, text: str) -> None:
    """Print words beside a label, wrapped."""
    from crm.cli.output import out, wrapped

    if text:
        indent = 14
        out(label.ljust(indent) + wrapped(text, indent).lstrip())


def render_card(ctx: typer.Context, card: EventCard) -> None:
    """Print one event."""
    from crm.cli.output import out
    from crm.wording import events as wording

    for line in heading(card.event):
        out(line)
    for row in wording.card(card, ctx.obj.today, active(), wording.numbered):
        labelled(*row)


def say_added(ctx: typer.Context, card: EventCard) -> None:
    """Say what is still missing before going, and who is new in the address book."""
    from crm.cli.output import say
    from crm.wording.words import listed

    if card.added:
        names = listed(card.added, active())
        form = ngettext(
            "New in the address book: {names}.", "New in the address book: {names}.",
            len(card.added),
        )  # fmt: skip
        say(form.format(names=names))
    if card.event.ends_on < ctx.obj.today:
        say(_("It is over: note whom you met with crm event meet {id}").format(id=card.event.id))
    elif not card.aims:
        say(
            _("Without an aim? One to three that can be counted: crm event edit {id} --aim TEXT")
            .format(id=card.event.id)
        )  # fmt: skip
    else:
        say(_("Before you go: crm event prep {id}").format(id=card.event.id))
