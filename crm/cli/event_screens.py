"""How events look: a list, and one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import _, active, ngettext

if TYPE_CHECKING:
    import typer

    from crm.services.events import EventCard, EventLine
    from crm.store.reads.events import Aim, Event


def render_list(ctx: typer.Context, lines: list[EventLine]) -> None:
    """Print events under each other."""
    from crm.cli.output import say, table

    header = (_("id"), _("when"), _("event"), _("where"), _("people"), "")
    rows = [
        (f"[{line.event.id}]", when(line.event), line.event.name, line.event.place,
         _people(line), _state(ctx, line))
        for line in lines
    ]  # fmt: skip
    table(header, rows, flexible=(3, 2))
    for line in lines:
        if line.is_to_close:
            form = _("{name} is over: whom do you keep? crm event close {id}")
            say(form.format(name=screen(line.event.name), id=line.event.id))


def _people(line: EventLine) -> str:
    counts = line.counts
    if line.event.closed_on:
        form = _("{met} met, {kept} kept")
    elif counts.met:
        form = _("{met} met")
    else:
        form = _("{wanted} to meet") if counts.wanted else ""
    return form.format(met=counts.met, kept=counts.kept, wanted=counts.wanted)


def _state(ctx: typer.Context, line: EventLine) -> str:
    from crm.wording.dates import span

    event, today = line.event, ctx.obj.today
    if line.is_to_close:
        return _("to close")
    if event.closed_on:
        return _("closed")
    if event.starts_on <= today:
        return _("today")
    days = (event.starts_on - today).days
    if days == 1:
        return _("tomorrow")
    return _("in {span}").format(span=span(days, active()))


def when(event: Event) -> str:
    """Give the days of an event, short."""
    first, last = event.starts_on, event.ends_on
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.isoformat()}–{last.day:02}"
    return f"{first.isoformat()}–{last.isoformat()}"


def heading(event: Event) -> list[str]:
    """Give the name with its id, and when and where it is."""
    from crm.cli.output import bold
    from crm.wording.dates import period

    days = period(event.starts_on, event.ends_on, active())
    where = [screen(part) for part in (event.place, event.organisation) if part]
    return [f"{bold(screen(event.name))}  [{event.id}]", " · ".join([days, *where])]


def labelled(label: str, text: str) -> None:
    """Print words beside a label, wrapped."""
    from crm.cli.output import out, wrapped

    if text:
        indent = 14
        out(label.ljust(indent) + wrapped(text, indent).lstrip())


def aim_line(number: int, aim: Aim, reached: int) -> str:
    """Give an aim with its number and how far it was reached."""
    form = _("{number}. {aim} ({reached} of {target})")
    return form.format(number=number, aim=screen(aim.text), reached=reached, target=aim.target)


def render_card(ctx: typer.Context, card: EventCard) -> None:
    """Print one event."""
    from crm.cli.output import out
    from crm.wording.reasons import promise_with_day
    from crm.wording.words import listed

    event, tr = card.event, active()
    for line in heading(event):
        out(line)
    labelled(_("why"), screen(event.why))
    for number, aim in enumerate(card.aims, 1):
        said = aim_line(number, aim, aim.reached)
        labelled(_("aims") if number == 1 else "", said)
    labelled(_("to offer"), screen(event.offer))
    labelled(_("to meet"), listed([person.name for person in card.to_meet], tr))
    labelled(_("series"), screen(event.series))
    labelled(_("notes"), screen(event.notes))
    for number, person in enumerate(card.met):
        about = ", ".join(filter(None, (person.title, person.organisation)))
        said = f"{screen(person.name)} [{person.contact_id}]"
        said += f", {screen(about)}" if about else ""
        if person.kept is not None:
            said += " · " + (_("kept in the garden") if person.kept else _("let go"))
        for promise in card.promises:
            if promise.contact_id == person.contact_id:
                text = promise_with_day(promise.text, promise.due_on, ctx.obj.today, tr)
                said += " · " + _("promise: {text}").format(text=text)
        labelled("" if number else _("met"), said)
    if event.closed_on:
        labelled(_("closed"), event.closed_on.isoformat())


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
