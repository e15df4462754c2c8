"""Meeting somebody at an event, noted in ten seconds: a line of words, or flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import events as rules
from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services import event_people, understand
from crm.services.changes import Change, change
from crm.services.contact_details import write
from crm.services.contacts import Said, new
from crm.services.conversations import Happened, Logged, add_to, interaction_of, log_within
from crm.services.events import current, named
from crm.services.reading import likeliest
from crm.services.roles import Roles, name_of, recognised
from crm.services.who import MOST_CANDIDATES, who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import events as reads
from crm.store.reads.contacts import Named
from crm.store.reads.events import Event

if TYPE_CHECKING:
    from datetime import date
    from sqlite3 import Connection

    from crm.store.tables.contacts import Contact

_FACTS_OF_DEPTH_TWO = 3
_MOST_NAMESAKES = 1_000


class Noted(NamedTuple):
    """What was said of somebody met."""

    name: str
    roles: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    agreed: tuple[tuple[bool, str, date | None], ...] = ()
    tags: tuple[str, ...] = ()
    talked: str | None = None
    words: str = ""


class Met(NamedTuple):
    """Somebody met: at which event, what was written; `is_new` when they were added by it.

    `again` when they were met there before, and this went into the same meeting.
    """

    event: Event
    person: Named
    logged: Logged
    happened: Happened
    roles: tuple[str, ...]
    is_new: bool
    again: bool


def event_and_line(context: Context, words: list[str]) -> tuple[Event, str]:
    """Give the event that the first word means, and the rest; or the event of today, and all.

    A single word with a colon is a line. Raises NotFound when neither is there.
    """
    with context.store.reading() as connection:
        today = current(connection, context.today)
        if len(words) == 1 and ":" in words[0] and today is not None:
            return today, words[0]
        try:
            if words:
                return named(connection, words[0], context.today), " ".join(words[1:])
        except NotFound:
            if today is None:
                raise
        if today is None:
            raise NotFound("no-event-today")
        return today, " ".join(words)


def read(context: Context, line: str, flags: Noted | None = None) -> Noted:
    """Read a line such as "Ana Ruiz, copywriter: looks for clients"; flags win over words."""
    from crm.domain.capture import captured

    with understand.understood():
        found = captured(understand.text(line, "WHO"), context.today, known_role)
    if not found.name:
        raise WrongUsage("meet-whom")
    roles = found.roles or Roles().in_title(found.title)
    said = Noted(
        found.name, roles, found.title, found.organisation, found.emails, found.phones,
        found.facts, (), found.promises, found.tags, None, found.words,
    )  # fmt: skip
    if flags is None:
        return said
    return said._replace(
        roles=flags.roles or said.roles,
        organisation=flags.organisation or said.organisation,
        emails=said.emails + flags.emails,
        phones=said.phones + flags.phones,
        facts=flags.facts or said.facts,
        promises=flags.promises,
        agreed=() if flags.promises else said.agreed,
        talked=flags.talked,
    )


def known_role(words: str) -> str | None:
    """Give the slug of the role that is called so, None when there is none."""
    slug = recognised(words)
    if name_of(slug, "en") != slug:
        return slug
    return next(iter(Roles().in_title(words)), None) if " " not in words.strip() else None


def meet(
    context: Context, event_id: int, noted: Noted, *, on: str | None = None, new_one: bool = False
) -> Met:
    """Note that somebody was met at an event; the meeting is logged once.

    A name that nobody has, or `new_one`, adds a person. Raises WrongUsage for a name of several.
    """
    with change(context, "event-meet") as made:
        event = named(made.write.plain(), str(event_id), context.today)
        if event.closed_on is not None:
            raise WrongUsage("event-closed", name=event.name, on=event.closed_on)
        said_day = understand.past_day(on, context.today) if on else None
        with understand.understood():
            day = rules.met_day(event.starts_on, event.ends_on, context.today, said_day)
        contact = None if new_one else _known(made, event, noted.name)
        is_new = contact is None
        contact = contact or new(context, made, Said(name=noted.name))
        _write_who(context, made, contact, noted)
        happened = _happened(event, contact, noted, day)
        logged, again = _logged(context, made, event, contact, happened)
        made.about(contact.name)
        person = Named(contact.id, contact.name, contact.organisation, contact.title, True)
        return Met(event, person, logged, happened, noted.roles, is_new, again)


def foreseen(context: Context, event_id: int, line: str) -> tuple[Noted, Named | None]:
    """Give what is understood of a line, and whom it would be noted of, None for somebody new.

    Raises as `meet` would for the name.
    """
    noted = read(context, line)
    with context.store.reading() as connection:
        event = named(connection, str(event_id), context.today)
        return noted, whom(connection, event, noted.name, context.today)


def check(context: Context, event: Event, noted: Noted) -> None:
    """Raise what `meet` would raise for a name, without writing anything."""
    with context.store.reading() as connection:
        whom(connection, event, noted.name, context.today)


def _known(made: Change, event: Event, name: str) -> Contact | None:
    from crm.store.tables.contacts import Contact

    found = whom(made.write.plain(), event, name, made.today)
    return made.write.get(Contact, found.id) if found else None


def whom(connection: Connection, event: Event, name: str, today: date) -> Named | None:
    """Give the person of this id or name, or words of it; None for somebody new.

    Words of a name mean a sole one of the event, else of the garden. Raises WrongUsage for
    several, and for words of the name of somebody in the address book: that may be another.
    """
    key = fold(name)
    if understand.row_id(key) is not None or key[:1] in "#+":
        return who(connection, name, today)
    there = frozenset(person.contact_id for person in reads.people(connection, event.id))
    exact = contact_reads.by_exact_name(connection, key, _MOST_NAMESAKES)
    found = likeliest(exact or _by_words(connection, key, there), there)
    if len(found) > 1:
        raise WrongUsage("ambiguous-person", who=name, people=found, most=MOST_CANDIDATES)
    if found and not (exact or found[0].in_garden or found[0].id in there):
        raise WrongUsage("met-or-new", who=name, name=found[0].name, id=found[0].id)
    return found[0] if found else None


def _by_words(connection: Connection, key: str, there: frozenset[int]) -> list[Named]:
    """Give those in whose name these words are, those `there` if any of them is."""
    named_so = [
        person
        for contact_id in there
        for person in contact_reads.by_id(connection, contact_id)
        if f" {key} " in f" {fold(person.name)} "
    ]
    if named_so:
        return named_so
    found = contact_reads.by_prefix(connection, f"{key} ", _MOST_NAMESAKES)
    return found or [
        person
        for person in contact_reads.by_part(connection, f" {key}", _MOST_NAMESAKES)
        if f" {key} " in f" {fold(person.name)} "
    ]


def _write_who(context: Context, made: Change, contact: Contact, noted: Noted) -> None:
    if contact.archived:
        raise WrongUsage("archived-person", name=contact.name, id=contact.id)
    said = Said(
        title=noted.title if noted.title and not contact.title else None,
        organisation=noted.organisation if not contact.organisation else None,
        emails=noted.emails,
        phones=noted.phones,
        roles=noted.roles,
    )
    write(context, made, contact, said)


def _happened(event: Event, contact: Contact, noted: Noted, day: date) -> Happened:
    facts = len(noted.facts)
    learned = bool(facts or noted.promises or noted.agreed)
    return Happened(
        people=(str(contact.id),),
        summary=noted.words,
        kind="meeting",
        on=day.isoformat(),
        side="both",
        depth=2 if facts >= _FACTS_OF_DEPTH_TWO else int(learned),
        talked=noted.talked,
        facts=noted.facts,
        promises=noted.promises,
        agreed=noted.agreed,
        event=event.name,
        place=event.place,
        tags=noted.tags,
    )


def _logged(
    context: Context, made: Change, event: Event, contact: Contact, happened: Happened
) -> tuple[Logged, bool]:
    row = event_people.row_of(made, event.id, contact.id)
    if row is not None and row.met and row.interaction_id is not None:
        return add_to(context, made, row.interaction_id, happened), True
    logged = log_within(context, made, happened)
    event_people.meet(made, event, contact, interaction_of(made, logged.id))
    return logged, False
