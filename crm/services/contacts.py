"""People: added, changed, noted, tagged, archived, deleted."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain.text import email_key, fold, phone_key, profile_slug
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.roles import recognised
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import interactions as interaction_reads
from crm.store.reads.contacts import Filters, Listed, Named, TagLine

if TYPE_CHECKING:
    from crm.store.tables import Contact

AVAILABILITIES = ("open", "limited", "unavailable", "unknown")
TRAITS = {
    "roles": "role", "skills": "skill", "interests": "interest", "offers": "offer",
    "needs": "need", "nicknames": "nickname",
}  # fmt: skip
_PLAIN = ("title", "organisation", "place", "time_zone", "language", "met_at", "given_name",
          "family_name")  # fmt: skip
REMOVABLE = ("email", "phone", "link", "tag", "date", "knows", *TRAITS.values())


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
    from crm.store.tables import Contact

    name = understand.required(said.name or "", "name")
    with change(context, "add") as made:
        namesakes = contact_reads.by_exact_name(made.write.plain(), fold(name), 3)
        contact = Contact(
            uid=uuid4().hex,
            name=name,
            name_folded=fold(name),
            sort_key=fold(name),
            created_at=made.write.made_at,
            garden_since=None if book else context.today,
        )
        made.write.add(contact)
        _write(context, made, contact, said)
        made.about(name)
        return Added(contact.id, name, not book or bool(contact.cadence), namesakes)


def edit(context: Context, person: str, said: Said) -> Named:
    """Change what is said of a person; lists are added to, and `remove` takes from them."""
    with change(context, "edit") as made:
        contact = one(made, person)
        if said.name is not None:
            contact.name = understand.required(said.name, "name")
            contact.name_folded = fold(contact.name)
        for removal in said.remove:
            _remove(made, contact.id, removal)
        _write(context, made, contact, said)
        made.about(contact.name)
        return _named(contact)


def one(made: Change, person: str) -> "Contact":
    """Give the row of the one person meant, to be changed in place."""
    from crm.store.tables import Contact

    found = made.write.get(Contact, who(made.write.plain(), person).id)
    if found is None:
        raise NotFound("nobody", who=person)
    return found


def _named(contact: "Contact") -> Named:
    return Named(
        contact.id, contact.name, contact.organisation, contact.title,
        contact.garden_since is not None,
    )  # fmt: skip


def _write(context: Context, made: Change, contact: "Contact", said: Said) -> None:
    for field in _PLAIN:
        value = getattr(said, field)
        if value is not None:
            setattr(contact, field, understand.text(value, field))
    if said.family_name is not None or said.given_name is not None or said.name is not None:
        sorted_by = f"{contact.family_name} {contact.given_name}".strip()
        contact.sort_key = fold(sorted_by if contact.family_name else contact.name)
    _write_dates(context, made, contact, said)
    if said.availability is not None:
        contact.availability = understand.one_of(said.availability, AVAILABILITIES, "availability")
    if said.cadence is not None:
        cadence = understand.cadence(said.cadence)
        contact.cadence = str(cadence) if cadence else ""
        if cadence and contact.garden_since is None:
            contact.garden_since = context.today
    if said.note is not None:
        contact.notes = understand.text(said.note, "note")
    if said.met_through is not None:
        contact.met_through_id = who(made.write.plain(), said.met_through).id
    _write_lists(context, made, contact, said)
    made.rhythm_of.add(contact.id)
    made.words_of.add(contact.id)


def _write_dates(context: Context, made: Change, contact: "Contact", said: Said) -> None:
    today = context.today
    if said.met_on is not None:
        contact.met_on = _until_today(said.met_on, today, "met-on") if said.met_on else None
    if said.known_since is not None:
        since = _until_today(said.known_since, today, "known-since") if said.known_since else None
        first = interaction_reads.first_contact_on(made.write.plain(), contact.id)
        if since and first and since > first:
            raise WrongUsage("known-since-after-contact", since=since, first=first)
        contact.known_since = since
    if said.experience_since is not None:
        contact.experience_since = (
            understand.partial_date(said.experience_since).isoformat()
            if said.experience_since
            else ""
        )
    if said.birthday is not None:
        _write_birthday(made, contact.id, said.birthday)
    for spoken in said.dates:
        _write_date(made, contact.id, spoken)


def _until_today(value: str, today: date, field: str) -> date:
    day = understand.past_day(value, today)
    if day > today:
        raise WrongUsage("date-to-come", field=field, day=day)
    return day


def _write_birthday(made: Change, contact_id: int, value: str) -> None:
    from crm.store.tables import ContactDate

    for row in made.write.where(ContactDate, contact_id=contact_id, kind="birthday"):
        made.write.delete(row)
    if value:
        born = understand.partial_date(value)
        made.write.add(
            ContactDate(
                contact_id=contact_id, kind="birthday",
                year=born.year, month=born.month, day=born.day,
            )
        )  # fmt: skip


def _write_date(made: Change, contact_id: int, spoken: str) -> None:
    from crm.store.tables import ContactDate

    label, separator, value = understand.text(spoken, "date").rpartition(":")
    if not separator or not label.strip():
        raise WrongUsage("date-without-label", text=spoken)
    day = understand.partial_date(value.strip())
    made.write.add(
        ContactDate(
            contact_id=contact_id, kind="other", label=label.strip(),
            year=day.year, month=day.month, day=day.day,
        )
    )  # fmt: skip


def _write_lists(context: Context, made: Change, contact: "Contact", said: Said) -> None:
    from crm.store.tables import ContactAddress

    contact_id = contact.id
    add_ways(made, contact_id, said.emails, said.phones, said.links)
    for address in understand.texts(said.addresses, "address"):
        made.write.add(ContactAddress(contact_id=contact_id, street=address))
    for field, kind in TRAITS.items():
        add_traits(made, contact_id, kind, getattr(said, field))
    for tag in understand.texts(said.tags, "tag"):
        put_tag(context, made, contact, tag)
    for other in said.knows:
        _acquaint(made, contact_id, who(made.write.plain(), other).id)


def add_ways(
    made: Change,
    contact_id: int,
    emails: tuple[str, ...],
    phones: tuple[str, ...],
    links: tuple[str, ...],
) -> None:
    """Add ways to reach a person, those that are not there yet."""
    from crm.store.tables import ContactEmail, ContactLink, ContactPhone

    for value in understand.texts(emails, "email"):
        if "@" not in value or any(c.isspace() for c in value):
            raise WrongUsage("bad-email", text=value)
        _add_way(made, ContactEmail, contact_id, value=value, key=email_key(value))
    for value in understand.texts(phones, "phone"):
        key = phone_key(value)
        if len(key) < 3:
            raise WrongUsage("bad-phone", text=value)
        _add_way(made, ContactPhone, contact_id, value=value, key=key)
    for value in understand.texts(links, "link"):
        url = value if "://" in value else f"https://{value}"
        kind = "linkedin" if profile_slug(url) else "web"
        _add_way(made, ContactLink, contact_id, url=url, kind=kind)


def _add_way(made: Change, table: Any, contact_id: int, **values: str) -> None:
    rows = made.write.where(table, contact_id=contact_id)
    unique = "url" if "url" in values else "key"
    if all(getattr(row, unique) != values[unique] for row in rows):
        position = max((row.position for row in rows), default=-1) + 1
        made.write.add(table(contact_id=contact_id, position=position, **values))


def add_traits(made: Change, contact_id: int, kind: str, values: tuple[str, ...]) -> None:
    """Add roles, skills, interests, offers, needs or nicknames that are not there yet."""
    from crm.store.tables import ContactTrait

    known = {row.key for row in made.write.where(ContactTrait, contact_id=contact_id, kind=kind)}
    for value in understand.texts(values, kind):
        kept = recognised(value) if kind == "role" else value
        key = fold(kept)
        if key and key not in known:
            known.add(key)
            made.write.add(ContactTrait(contact_id=contact_id, kind=kind, value=kept, key=key))


def put_tag(context: Context, made: Change, contact: "Contact", name: str) -> None:
    """Tag a person; a tag with a cadence of its own brings them into the garden."""
    from crm.store.tables import ContactTag

    tag = tag_row(made, name)
    if not made.write.where(ContactTag, contact_id=contact.id, tag_id=tag.id):
        made.write.add(ContactTag(contact_id=contact.id, tag_id=tag.id))
    if tag.cadence and contact.garden_since is None:
        contact.garden_since = context.today
    made.rhythm_of.add(contact.id)
    made.words_of.add(contact.id)


def tag_row(made: Change, name: str) -> Any:
    """Give the row of a tag, made if it is new."""
    from crm.store.tables import Tag

    plain = understand.required(name.removeprefix("#"), "tag").replace(",", " ")
    rows = made.write.where(Tag, key=fold(plain))
    if rows:
        return rows[0]
    tag = Tag(name=plain, key=fold(plain))
    made.write.add(tag)
    return tag


def _acquaint(made: Change, one_id: int, other_id: int) -> None:
    from crm.store.tables import Acquaintance

    a_id, b_id = sorted((one_id, other_id))
    if a_id == b_id:
        raise WrongUsage("knows-themselves")
    if not made.write.where(Acquaintance, a_id=a_id, b_id=b_id):
        made.write.add(Acquaintance(a_id=a_id, b_id=b_id))


def _remove(made: Change, contact_id: int, removal: str) -> None:
    kind, separator, value = understand.text(removal, "remove").partition(":")
    kind, key = kind.strip().lower(), fold(value)
    if not separator or kind not in REMOVABLE:
        raise WrongUsage("bad-removal", text=removal, known=", ".join(REMOVABLE))
    rows = [row for row in _removable(made, contact_id, kind, value.strip()) if row is not None]
    if not rows:
        raise NotFound("nothing-to-remove", kind=kind, value=key or value)
    for row in rows:
        made.write.delete(row)


def _removable(made: Change, contact_id: int, kind: str, value: str) -> list[Any]:
    from crm.store import tables

    where = made.write.where
    if kind == "email":
        return list(where(tables.ContactEmail, contact_id=contact_id, key=email_key(value)))
    if kind == "phone":
        return list(where(tables.ContactPhone, contact_id=contact_id, key=phone_key(value)))
    if kind == "link":
        return list(where(tables.ContactLink, contact_id=contact_id, url=value))
    if kind == "date":
        return list(where(tables.ContactDate, contact_id=contact_id, kind="other", label=value))
    if kind == "tag":
        return [
            row
            for tag in where(tables.Tag, key=fold(value.removeprefix("#")))
            for row in where(tables.ContactTag, contact_id=contact_id, tag_id=tag.id)
        ]
    if kind == "knows":
        a_id, b_id = sorted((contact_id, who(made.write.plain(), value).id))
        return list(where(tables.Acquaintance, a_id=a_id, b_id=b_id))
    key = fold(recognised(value) if kind == "role" else value)
    return list(where(tables.ContactTrait, contact_id=contact_id, kind=kind, key=key))


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
    from crm.store.tables import Interaction, Participant

    with change(context, "delete") as made:
        contacts = [one(made, person) for person in people]
        named = [_named(contact) for contact in contacts]
        for contact in contacts:
            shared = made.write.where(Participant, contact_id=contact.id)
            made.words_of.add(contact.id)
            made.write.delete(contact)
            for row in shared:
                others = made.write.where(Participant, interaction_id=row.interaction_id)
                made.rhythm_of.update(other.contact_id for other in others)
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
                _remove(made, contact.id, f"tag:{name}")
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
    from crm.store.tables import Contact, ContactTag

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


def page(context: Context, filters: Filters, limit: int, offset: int = 0) -> list[Listed]:
    """Give people in the order of their names; a limit of -1 gives all."""
    with context.store.reading() as connection:
        return contact_reads.page(connection, filters, limit, offset)


def find(context: Context, query: str, limit: int) -> list[Listed]:
    """Give the people that a query fits; raises NotFound when there is nobody."""
    with context.store.reading() as connection:
        found = contact_reads.find(connection, understand.text(query, "query"), limit)
    if not found:
        raise NotFound("found-nobody", query=query)
    return found


def filters(
    *,
    tag: str | None,
    role: str | None,
    goal: int | None,
    garden: bool | None,
    due_by: date | None,
    archived: bool,
) -> Filters:
    """Give what a list is narrowed to, as it is stored: tags folded, roles as slugs."""
    return Filters(
        tag=fold(understand.text(tag, "tag").removeprefix("#")) if tag else None,
        role=fold(recognised(understand.text(role, "role"))) if role else None,
        goal=goal,
        garden=garden,
        due_by=due_by,
        archived=archived,
    )


def named(context: Context, people: list[str]) -> list[Named]:
    """Give the people meant, without changing anything."""
    with context.store.reading() as connection:
        return [who(connection, person) for person in people]


def anybody(context: Context) -> bool:
    """Tell whether there is anyone in the network."""
    with context.store.reading() as connection:
        return contact_reads.anybody(connection)
