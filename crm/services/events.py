"""Events: added with their aims and the people to meet, found by name, listed, changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain import events as rules
from crm.domain.events import Phase
from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services import event_people, understand
from crm.services.changes import Change, change
from crm.services.contacts import Said, new, one
from crm.store.reads import events as reads
from crm.store.reads import follow_ups
from crm.store.reads.events import Aim, Attendee, Counts, Event
from crm.store.reads.follow_ups import PromiseLine

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.tables.contacts import Contact
    from crm.store.tables.events import Event as Row

MOST_CANDIDATES = 8
_NOBODY = Counts(0, 0, 0)
_WORDS = ("place", "organisation", "series", "why", "offer", "notes")


class EventSaid(NamedTuple):
    """What somebody typed about an event; None or nothing leaves things as they are."""

    name: str | None = None
    on: str | None = None
    until: str | None = None
    place: str | None = None
    organisation: str | None = None
    series: str | None = None
    why: str | None = None
    offer: str | None = None
    notes: str | None = None
    aims: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class EventCard(NamedTuple):
    """An event with its aims, its people and what is still promised to those met.

    `added` are those who were not known before.
    """

    event: Event
    aims: list[Aim]
    people: list[Attendee]
    promises: list[PromiseLine]
    added: list[str]

    @property
    def met(self) -> list[Attendee]:
        """Those met there."""
        return [person for person in self.people if person.met]

    @property
    def to_meet(self) -> list[Attendee]:
        """Those to be met who were not."""
        return [person for person in self.people if person.wanted and not person.met]


class EventLine(NamedTuple):
    """An event in a list."""

    event: Event
    counts: Counts
    phase: Phase

    @property
    def is_to_close(self) -> bool:
        """Whether it is over and was not closed."""
        return self.phase == Phase.TO_CLOSE


def add(context: Context, said: EventSaid) -> EventCard:
    """Add an event; people to meet who are not known yet come into the address book."""
    from crm.store.tables.events import Event as Row

    name = understand.required(said.name or "", "name")
    start = _starts(context, said)
    with change(context, "event-add") as made:
        row = Row(uid=uuid4().hex, name=name, key=fold(name), starts_on=start, ends_on=start)
        _write(row, said)
        _check_new(made, row)
        made.write.add(row)
        added = _write_lists(context, made, row.id, said)
        made.about(name)
        event_id = row.id
    return card(context, str(event_id))._replace(added=added)


def edit(context: Context, which: str, said: EventSaid) -> EventCard:
    """Change what is said of an event; aims and people to meet are added to what there is."""
    with change(context, "event-edit") as made:
        row = row_named(made, which)
        if said.name is not None:
            row.name = understand.required(said.name, "name")
            row.key = fold(row.name)
        if said.on is not None:
            length = row.ends_on - row.starts_on
            row.starts_on = _starts(context, said)
            row.ends_on = row.starts_on + length
        _write(row, said)
        _check_new(made, row)
        added = _write_lists(context, made, row.id, said)
        made.about(row.name)
        event_id = row.id
    return card(context, str(event_id))._replace(added=added)


def is_held(card: EventCard) -> bool:
    """Tell whether something came of an event: it was closed, or anybody was met there."""
    return card.event.closed_on is not None or bool(card.met)


def delete(context: Context, which: str, *, held: bool = False) -> Event:
    """Take an event out; people and what was logged with them stay.

    Raises WrongUsage for one that was held, of which who was met there would be lost, unless that
    is meant.
    """
    with change(context, "event-delete") as made:
        row = row_named(made, which)
        connection = made.write.plain()
        event = named(connection, str(row.id), context.today)
        if not held and is_held(card_of(connection, event)):
            raise WrongUsage("event-held", name=event.name, id=event.id)
        made.write.delete(row)
        made.about(event.name)
        return event


def _starts(context: Context, said: EventSaid) -> date:
    if not said.on:
        raise WrongUsage("empty-text", field="--on")
    return understand.coming_day(said.on, context.today)


def _write(row: Row, said: EventSaid) -> None:
    for field in _WORDS:
        value = getattr(said, field)
        if value is not None:
            setattr(row, field, understand.text(value, field))
    until = understand.coming_day(said.until, row.starts_on) if said.until else row.ends_on
    with understand.understood():
        row.starts_on, row.ends_on = rules.days(row.starts_on, until)


def _check_new(made: Change, row: Row) -> None:
    for event in reads.events(made.write.plain()):
        if (event.key, event.starts_on) == (row.key, row.starts_on) and event.id != row.id:
            raise WrongUsage("event-exists", name=row.name, on=row.starts_on)


def _write_lists(context: Context, made: Change, event_id: int, said: EventSaid) -> list[str]:
    from crm.store.tables.events import EventAim

    aims = understand.texts(said.aims, "aim")
    known = made.write.where(EventAim, event_id=event_id)
    if len(known) + len(aims) > rules.MOST_AIMS:
        raise WrongUsage("too-many-aims", most=rules.MOST_AIMS)
    for text in aims:
        made.write.add(EventAim(event_id=event_id, text=text, target=rules.target(text)))
    return [name for who in said.people if (name := _want(context, made, event_id, who))]


def _want(context: Context, made: Change, event_id: int, who: str) -> str:
    """Note that somebody is to be met; give their name if they were not known before."""
    from crm.store.tables.events import EventPerson

    is_known = True
    try:
        contact = one(made, who)
    except NotFound as error:
        if error.code != "nobody":
            raise
        is_known = False
        contact = new(context, made, Said(name=who), book=True)
    _refuse_archived(contact)
    row = event_people.row_of(made, event_id, contact.id) or EventPerson(
        event_id=event_id, contact_id=contact.id
    )
    row.wanted = True
    made.write.add(row)
    return "" if is_known else contact.name


def _refuse_archived(contact: Contact) -> None:
    if contact.archived:
        raise WrongUsage("archived-person", name=contact.name, id=contact.id)


def row_named(made: Change, which: str) -> Row:
    """Give the row of the one event meant, to be changed in place."""
    from crm.store.tables.events import Event as Row

    found = made.write.get(Row, named(made.write.plain(), which, made.today).id)
    if found is None:
        raise NotFound("no-event", event=which)
    return found


def named(connection: Connection, which: str, today: date) -> Event:
    """Give the one event meant: an id, its name or series, the beginning of one, a part.

    Of several of one series or name, the nearest in time. Raises NotFound for none, WrongUsage
    for several.
    """
    key = fold(understand.text(which, "EVENT"))
    events = reads.events(connection)
    number = understand.row_id(key)
    found = [event for event in events if event.id == number] or event_people.called(events, key)
    if not found:
        raise NotFound("no-event", event=which)
    if len({event.key for event in found}) > 1 and not _are_a_series(found):
        shown = [f"[{event.id}] {event.name} ({event.starts_on})" for event in found]
        raise WrongUsage("ambiguous-event", event=which, titles=shown[:MOST_CANDIDATES])
    return min(found, key=lambda event: rules.distance(event.starts_on, event.ends_on, today))


def _are_a_series(events: list[Event]) -> bool:
    series = {fold(event.series) for event in events}
    return len(series) == 1 and series != {""}


def current(connection: Connection, today: date) -> Event | None:
    """Give the one event that takes place today, None when there is none or several."""
    found = [event for event in reads.on_day(connection, today) if event.closed_on is None]
    return found[0] if len(found) == 1 else None


def events(context: Context, *, past: bool = False, everything: bool = False) -> list[EventLine]:
    """Give the events to come, of today and to be closed, the next first; or the past ones."""
    with context.store.reading() as connection:
        counts = reads.counts(connection)
        lines = [
            EventLine(event, counts.get(event.id, _NOBODY), phase(event, context.today))
            for event in reads.events(connection)
        ]
    if everything:
        return lines
    if past:
        return [line for line in reversed(lines) if line.event.ends_on < context.today]
    return [line for line in lines if line.event.ends_on >= context.today or line.is_to_close]


def by_phase(context: Context) -> dict[Phase, list[EventLine]]:
    """Give all events by how far they are, of those closed the latest first."""
    found: dict[Phase, list[EventLine]] = {each: [] for each in Phase}
    for line in events(context, everything=True):
        found[line.phase].append(line)
    found[Phase.CLOSED].reverse()
    return found


def phase(event: Event, today: date) -> Phase:
    """Give how far an event is."""
    return rules.phase(event.starts_on, event.ends_on, event.closed_on, today)


def card(context: Context, which: str) -> EventCard:
    """Give one event with everything about it."""
    with context.store.reading() as connection:
        return card_of(connection, named(connection, which, context.today))


def card_of(connection: Connection, event: Event) -> EventCard:
    """Give an event with its aims and people."""
    people = reads.people(connection, event.id)
    met = {person.contact_id for person in people if person.met}
    open_ones = follow_ups.promises(connection, None, done=False) if met else []
    promises = [each for each in open_ones if each.mine and each.contact_id in met]
    return EventCard(event, reads.aims(connection, event.id), people, promises, [])
