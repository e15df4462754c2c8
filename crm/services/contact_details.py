"""What is written of a person: plain fields, dates, ways to reach them, traits, tags."""

from typing import TYPE_CHECKING, Any

from crm.context import Context
from crm.domain.contacts import TRAITS, is_email, is_phone, sort_key
from crm.domain.text import email_key, fold, phone_key, profile_slug
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change
from crm.services.roles import roles
from crm.services.who import who
from crm.store.reads import interactions as interaction_reads

if TYPE_CHECKING:
    from crm.services.contacts import Said
    from crm.store.tables.contacts import Contact

AVAILABILITIES = ("open", "limited", "unavailable", "unknown")
_PLAIN = ("title", "organisation", "place", "time_zone", "language", "met_at", "given_name",
          "family_name")  # fmt: skip
REMOVABLE = ("email", "phone", "link", "tag", "date", "knows", *TRAITS.values())


def write(context: Context, made: Change, contact: "Contact", said: "Said") -> None:
    """Write what was said of a person, and note what follows from it."""
    former_title = contact.title
    if said.name is not None:
        contact.name = understand.required(said.name, "name")
        contact.name_folded = fold(contact.name)
    for field in _PLAIN:
        value = getattr(said, field)
        if value is not None:
            setattr(contact, field, understand.text(value, field))
    if said.family_name is not None or said.given_name is not None or said.name is not None:
        contact.sort_key = sort_key(contact.name, contact.given_name, contact.family_name)
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
        through = said.met_through.strip()
        contact.met_through_id = _another(made, contact.id, through) if through else None
    _write_lists(context, made, contact, said)
    if contact.title != former_title and not said.roles:
        _read_roles(made, contact, former_title)
    made.rhythm_of.add(contact.id)
    made.words_of.add(contact.id)


def _write_dates(context: Context, made: Change, contact: "Contact", said: "Said") -> None:
    today = context.today
    if said.met_on is not None:
        contact.met_on = understand.day_that_was(said.met_on, today) if said.met_on else None
    if said.known_since is not None:
        since = understand.day_that_was(said.known_since, today) if said.known_since else None
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


def _write_birthday(made: Change, contact_id: int, value: str) -> None:
    from crm.store.tables.contact_details import ContactDate

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
    from crm.store.tables.contact_details import ContactDate

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


def _write_lists(context: Context, made: Change, contact: "Contact", said: "Said") -> None:
    from crm.store.tables.contact_details import ContactAddress

    contact_id = contact.id
    add_ways(made, contact_id, said.emails, said.phones, said.links)
    for street in understand.texts(said.addresses, "address"):
        made.write.add(ContactAddress(contact_id=contact_id, street=street))
    for field, kind in TRAITS.items():
        add_traits(made, contact_id, kind, getattr(said, field))
    for tag in understand.texts(said.tags, "tag"):
        put_tag(context, made, contact, tag)
    for other in said.knows:
        acquaint(made, contact_id, _another(made, contact_id, other))


def add_ways(
    made: Change,
    contact_id: int,
    emails: tuple[str, ...],
    phones: tuple[str, ...],
    links: tuple[str, ...],
) -> None:
    """Add ways to reach a person, those that are not there yet."""
    from crm.store.tables.contact_details import ContactEmail, ContactLink, ContactPhone

    for value in understand.texts(emails, "email"):
        if not is_email(value):
            raise WrongUsage("bad-email", text=value)
        _add_way(made, ContactEmail, contact_id, value=value, key=email_key(value))
    for value in understand.texts(phones, "phone"):
        if not is_phone(value):
            raise WrongUsage("bad-phone", text=value)
        _add_way(made, ContactPhone, contact_id, value=value, key=phone_key(value))
    for value in understand.texts(links, "link"):
        url = address(value)
        kind = "linkedin" if profile_slug(url) else "web"
        _add_way(made, ContactLink, contact_id, url=url, kind=kind)


def address(link: str) -> str:
    """Give a link with its scheme, https where none was written."""
    return link if "://" in link else f"https://{link}"


def _add_way(made: Change, table: Any, contact_id: int, **values: str) -> None:
    rows = made.write.where(table, contact_id=contact_id)
    unique = "url" if "url" in values else "key"
    if all(getattr(row, unique) != values[unique] for row in rows):
        position = max((row.position for row in rows), default=-1) + 1
        made.write.add(table(contact_id=contact_id, position=position, **values))


def add_traits(made: Change, contact_id: int, kind: str, values: tuple[str, ...]) -> None:
    """Add roles, skills, interests, offers, needs or nicknames that are not there yet."""
    from crm.store.tables.contact_details import ContactTrait

    known = {row.key for row in made.write.where(ContactTrait, contact_id=contact_id, kind=kind)}
    for value in understand.texts(values, kind):
        kept = roles(made.write.plain()).recognised(value) if kind == "role" else value
        key = fold(kept)
        if key and key not in known:
            known.add(key)
            made.write.add(ContactTrait(contact_id=contact_id, kind=kind, value=kept, key=key))


def _read_roles(made: Change, contact: "Contact", former_title: str) -> None:
    """Write the roles that the title says, unless there are some that no title said."""
    from crm.store.tables.contact_details import ContactTrait

    known = roles(made.write.plain())
    there = made.write.where(ContactTrait, contact_id=contact.id, kind="role")
    if {row.value for row in there} - set(known.in_title(former_title)):
        return
    said = known.in_title(contact.title)
    for row in there:
        if row.value not in said:
            made.write.delete(row)
    add_traits(made, contact.id, "role", said)


def put_tag(context: Context, made: Change, contact: "Contact", name: str) -> None:
    """Tag a person; a tag with a cadence of its own brings them into the garden."""
    from crm.store.tables.contact_details import ContactTag

    tag = tag_row(made, name)
    if not made.write.where(ContactTag, contact_id=contact.id, tag_id=tag.id):
        made.write.add(ContactTag(contact_id=contact.id, tag_id=tag.id))
    if tag.cadence and contact.garden_since is None:
        contact.garden_since = context.today
    made.rhythm_of.add(contact.id)
    made.words_of.add(contact.id)


def tag_name(said: str) -> str:
    """Give a tag as it is stored: without its # and, since lists of tags have them, commas."""
    words = understand.text(said, "tag").removeprefix("#").replace(",", " ")
    return " ".join(words.split())


def tag_row(made: Change, name: str) -> Any:
    """Give the row of a tag, made if it is new."""
    from crm.store.tables.contact_details import Tag

    plain = tag_name(name)
    key = fold(plain)
    if not key:
        raise WrongUsage("empty-text", field="tag")
    rows = made.write.where(Tag, key=key)
    if rows:
        return rows[0]
    tag = Tag(name=plain, key=key)
    made.write.add(tag)
    return tag


def _another(made: Change, contact_id: int, person: str) -> int:
    other_id = who(made.write.plain(), person, made.today).id
    if other_id == contact_id:
        raise WrongUsage("knows-themselves")
    return other_id


def acquaint(made: Change, one_id: int, other_id: int) -> None:
    """Note that two people know each other."""
    from crm.store.tables.contact_details import Acquaintance

    a_id, b_id = sorted((one_id, other_id))
    if not made.write.where(Acquaintance, a_id=a_id, b_id=b_id):
        made.write.add(Acquaintance(a_id=a_id, b_id=b_id))


def remove(made: Change, contact_id: int, removal: str) -> None:
    """Take one thing, such as "email: ana@example.org", from a person; NotFound if not there."""
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
    from crm.store.tables import all as tables

    where = made.write.where
    if kind == "email":
        return list(where(tables.ContactEmail, contact_id=contact_id, key=email_key(value)))
    if kind == "phone":
        return list(where(tables.ContactPhone, contact_id=contact_id, key=phone_key(value)))
    if kind == "link":
        return list(where(tables.ContactLink, contact_id=contact_id, url=address(value)))
    if kind == "date":
        dates = where(tables.ContactDate, contact_id=contact_id, kind="other")
        return [row for row in dates if fold(row.label) == fold(value)]
    if kind == "tag":
        return [
            row
            for tag in where(tables.Tag, key=fold(tag_name(value)))
            for row in where(tables.ContactTag, contact_id=contact_id, tag_id=tag.id)
        ]
    if kind == "knows":
        a_id, b_id = sorted((contact_id, who(made.write.plain(), value, made.today).id))
        return list(where(tables.Acquaintance, a_id=a_id, b_id=b_id))
    key = fold(roles(made.write.plain()).recognised(value) if kind == "role" else value)
    return list(where(tables.ContactTrait, contact_id=contact_id, kind=kind, key=key))
