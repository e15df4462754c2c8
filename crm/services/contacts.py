"""People: added, changed, noted, tagged, archived, deleted, found."""

from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain.text import fold
from crm.errors import NotFound
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.contact_details import put_tag, remove, tag_row, write
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads.contacts import Listed, Named, TagLine

if TYPE_CHECKING:
    from crm.store.tables.contacts import Contact


class Said(NamedTuple):
    """What somebody typed about a person; None or an empty list leaves things as they are."""

    name: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    title: str | None = None
    organisation: str | None = None
    place: str | None = None
    time_zone: str | None = None
    language: str | None = None
    availability: str | None = None
    experience_since: str | None = None
    met_on: str | None = None
    met_at: str | None = None
    met_through: str | None = None
    known_since: str | None = None
    cadence: str | None = None
    birthday: str | None = None
    note: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


class Added(NamedTuple):
    """A person who was added, and who else is called the same."""

    id: int
    name: str
    in_garden: bool
    namesakes: list[Named]


def add(context: Context, said: Said, *, book: bool = False) -> Added:
    """Add a person, to the garden unless `book` says the address book."""
    name = understand.required(said.name or "", "name")
    with change(context, "add") as made:
        namesakes = contact_reads.by_exact_name(made.write.plain(), fold(name), 3)
        contact = new(context, made, said, book=book)
        made.about(name)
        return Added(contact.id, name, contact.garden_since is not None, namesakes)


def new(context: Context, made: Change, said: Said, *, book: bool = False) -> "Contact":
    """Give the row of a person who is added within a change."""
    from crm.store.tables.contacts import Contact

    name = understand.required(said.name or "", "name")
    contact = Contact(
        uid=uuid4().hex,
        name=name,
        name_folded=fold(name),
        sort_key=fold(name),
        created_at=made.write.made_at,
        garden_since=None if book else context.today,
    )
    made.write.add(contact)
    made.new.add(contact.id)
    write(context, made, contact, said)
    return contact


def edit(context: Context, person: str, said: Said) -> Named:
    """Change what is said of a person; lists are added to, and `remove` takes from them."""
    with change(context, "edit") as made:
        contact = one(made, person)
        for removal in said.remove:
            remove(made, contact.id, removal)
        write(context, made, contact, said)
        made.about(contact.name)
        return _named(contact)


def one(made: Change, person: str) -> "Contact":
    """Give the row of the one person meant, to be changed in place."""
    from crm.store.tables.contacts import Contact

    found = made.write.get(Contact, who(made.write.plain(), person, made.today).id)
    if found is None:
        raise NotFound("nobody", who=person)
    return found


def _named(contact: "Contact") -> Named:
    return Named(
        contact.id, contact.name, contact.organisation, contact.title,
        contact.garden_since is not None,
    )  # fmt: skip


def note(context: Context, person: str, words: str) -> Named:
    """Add a line to the notes on a person, with today's date."""
    line = f"{context.today.isoformat()} {understand.required(words, 'note')}"
    with change(context, "note") as made:
        contact = one(made, person)
        contact.notes = f"{contact.notes}\n{line}" if contact.notes else line
        made.words_of.add(contact.id)
        made.about(contact.name)
        return _named(contact)


def archive(context: Context, people: list[str], *, back: bool = False) -> list[Named]:
    """Put people away (or `back`): still there, and answering to their id only."""
    with change(context, "unarchive" if back else "archive") as made:
        contacts = [one(made, person) for person in people]
        for contact in contacts:
            contact.archived = not back
            made.rhythm_of.add(contact.id)
        made.about(", ".join(contact.name for contact in contacts))
        return [_named(contact) for contact in contacts]


def delete(context: Context, people: list[str]) -> list[Named]:
    """Delete people and all that is only theirs; interactions with others stay."""
    from crm.store.tables.interactions import Interaction, Participant

    with change(context, "delete") as made:
        contacts = [one(made, person) for person in people]
        named = [_named(contact) for contact in contacts]
        for contact in contacts:
            shared = made.write.where(Participant, contact_id=contact.id)
            made.words_of.add(contact.id)
            made.write.delete(contact)
            for row in shared:
                others = made.write.where(Participant, interaction_id=row.interaction_id)
                interaction = made.write.get(Interaction, row.interaction_id)
                if not others and interaction is not None:
                    made.words_of_interactions.add(row.interaction_id)
                    made.write.delete(interaction)
        made.about(", ".join(person.name for person in named))
        return named


def tag(context: Context, people: list[str], on: list[str], *, off: list[str]) -> list[Named]:
    """Put tags `on` people, and take others `off`."""
    with change(context, "tag") as made:
        contacts = [one(made, person) for person in people]
        for contact in contacts:
            for name in off:
                remove(made, contact.id, f"tag:{name}")
            for name in on:
                put_tag(context, made, contact, name)
            made.words_of.add(contact.id)
            made.rhythm_of.add(contact.id)
        made.about(", ".join(contact.name for contact in contacts))
        return [_named(contact) for contact in contacts]


def set_tag(context: Context, name: str, *, cadence: str | None, circle: bool | None) -> TagLine:
    """Give a tag a cadence ("none" for none) or mark it as a circle of people who know each other.

    Those who carry a tag with a cadence join the garden.
    """
    from crm.store.tables.contact_details import ContactTag
    from crm.store.tables.contacts import Contact

    with change(context, "tag") as made:
        row = tag_row(made, name)
        carriers = [r.contact_id for r in made.write.where(ContactTag, tag_id=row.id)]
        if circle is not None:
            row.circle = circle
        if cadence is not None:
            read = understand.cadence(cadence)
            row.cadence = str(read) if read else ""
            for contact_id in carriers:
                contact = made.write.get(Contact, contact_id)
                if read and contact is not None and contact.garden_since is None:
                    contact.garden_since = context.today
            made.rhythm_of.update(carriers)
        made.about(f"#{row.name}")
        return TagLine(row.name, row.cadence, row.circle, len(carriers))


def tags(context: Context) -> list[TagLine]:
    """Give all tags."""
    with context.store.reading() as connection:
        return contact_reads.tags(connection)


def find(context: Context, query: str, limit: int) -> list[Listed]:
    """Give the people that a query fits; raises NotFound when there is nobody."""
    with context.store.reading() as connection:
        found = contact_reads.find(connection, understand.text(query, "query"), limit)
    if not found:
        raise NotFound("found-nobody", query=query)
    return found


def named(context: Context, people: list[str]) -> list[Named]:
    """Give the people meant, without changing anything."""
    with context.store.reading() as connection:
        return [who(connection, person, context.today) for person in people]


def anybody_in_garden(context: Context) -> bool:
    """Tell whether there is anyone to tend."""
    with context.store.reading() as connection:
        return contact_reads.anybody_tended(connection)


def anybody(context: Context) -> bool:
    """Tell whether there is anyone in the network."""
    with context.store.reading() as connection:
        return contact_reads.anybody(connection)
