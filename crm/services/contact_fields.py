"""The details of a person one by one, each a line of text, and how one of them is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from crm.context import Context
from crm.domain.contacts import TRAITS, in_one_line, values_of
from crm.domain.dates import PartialDate
from crm.domain.text import email_key, fold, phone_key
from crm.errors import CrmError
from crm.services import contact_details, understand
from crm.services.changes import Change, change
from crm.services.contacts import Said, one
from crm.services.roles import Roles, roles
from crm.store.reads import contacts as contact_reads
from crm.store.reads.contacts import Details, Named

if TYPE_CHECKING:
    from crm.store.tables.contacts import Contact

FIELDS = (
    "name", "given_name", "family_name", "nicknames", "title", "organisation", "place", "roles",
    "skills", "interests", "offers", "needs", "tags", "emails", "phones", "links", "addresses",
    "birthday", "dates", "language", "time_zone", "availability", "experience_since", "met_on",
    "met_at", "met_through", "known_since", "knows", "notes",
)  # fmt: skip
"""The details in the order in which they are shown; `Said` has those that are added to."""
SEVERAL = frozenset(
    (*TRAITS, "tags", "emails", "phones", "links", "addresses", "dates", "knows"),
)
"""Those that hold several values, as `domain.contacts.in_one_line` writes them."""


_MAY_BE_ROLES = frozenset(("roles", "offers", "needs"))


class Field(NamedTuple):
    """A detail of a person as text, "" where nothing is known."""

    code: str
    text: str


def fields(context: Context, contact_id: int, language: str) -> list[Field]:
    """Give all details of a person as they can be edited, roles by their names in a language."""
    with context.store.reading() as connection:
        person = contact_reads.details(connection, contact_id)
        known = roles(connection)
    return [Field(code, _text(person, code, known, language)) for code in FIELDS]


def edit_field(
    context: Context,
    contact_id: int,
    code: str,
    text: str,
    language: str,
    *,
    seen: str | None = None,
) -> Named:
    """Put a text in the place of one detail of a person; a list becomes what the text lists.

    `seen` is what stood there when it was read: if something else stands there when it comes to
    writing, CrmError "changed-meanwhile" is raised (with `theirs`) and nothing is written.
    """
    understand.one_of(code, FIELDS, "field")
    with change(context, "edit") as made:
        contact = one(made, str(contact_id))
        person = contact_reads.details(made.write.plain(), contact.id)
        now = _text(person, code, roles(made.write.plain()), language)
        if seen is not None and now not in (seen, text):
            raise CrmError("changed-meanwhile", field=code, theirs=now, name=contact.name)
        if now != text:
            _put(context, made, contact, Field(code, text), language)
        made.about(contact.name)
        joined = contact.garden_since is not None
        return Named(contact.id, contact.name, contact.organisation, contact.title, joined)


def _text(person: Details, code: str, known: Roles, language: str) -> str:
    if code in SEVERAL:
        return in_one_line(_values(person, code, known, language))
    if code == "birthday":
        born = (PartialDate(*parts) for kind, _label, *parts in person.dates if kind == code)
        return next((day.isoformat() for day in born), "")
    value = getattr(person, code)
    return "" if value is None else str(value)


def _values(person: Details, code: str, known: Roles, language: str) -> list[str]:
    if code in TRAITS:
        return [
            _trait(value, code, known, language) for value in person.traits.get(TRAITS[code], [])
        ]
    if code == "tags":
        return list(person.tags)
    if code == "addresses":
        return [_address(*address[1:]) for address in person.addresses]
    if code == "dates":
        return [
            _date(label, PartialDate(*parts))
            for kind, label, *parts in person.dates
            if kind != "birthday"
        ]
    if code == "knows":
        return [name for _id, name in person.acquaintances]
    return [way[0] for way in getattr(person, code)]


def _trait(value: str, code: str, known: Roles, language: str) -> str:
    return known.name(value, language) if code in _MAY_BE_ROLES else value


def _address(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _date(label: str, day: PartialDate) -> str:
    return f"{label or 'date'}: {day.isoformat()}"


def _put(context: Context, made: Change, contact: Contact, wanted: Field, language: str) -> None:
    code, text = wanted
    if code not in SEVERAL:
        field = "note" if code == "notes" else code
        contact_details.write(context, made, contact, Said(**{field: text}))  # type: ignore[arg-type]
        return
    values = understand.texts(values_of(text), code)
    if code in TRAITS:
        _put_traits(made, contact.id, code, values, language)
    elif code in _WAYS:
        _put_ways(made, contact.id, code, values)
    else:
        _keep_only(made, contact.id, code, values)
        added = _not_there(made, contact.id, code, values)
        contact_details.write(context, made, contact, Said(**{code: added}))  # type: ignore[arg-type]
    made.rhythm_of.add(contact.id)
    made.words_of.add(contact.id)


def _put_traits(made: Change, contact_id: int, code: str, values: list[str], language: str) -> None:
    """Have these traits of a kind and no others, as they are written now.

    What is called a role is written by its name, and stays the role.
    """
    from crm.store.tables.contact_details import ContactTrait

    known, kind = roles(made.write.plain()), TRAITS[code]
    wanted = {fold(value): value for value in reversed(values)}
    for row in made.write.where(ContactTrait, contact_id=contact_id, kind=kind):
        name = _trait(row.value, code, known, language)
        if fold(name) in wanted:
            said = wanted.pop(fold(name))
            row.value = said if row.key == fold(said) else row.value
        elif row.key not in wanted:
            made.write.delete(row)
    added = tuple(value for value in dict.fromkeys(values) if fold(value) in wanted)
    contact_details.add_traits(made, contact_id, kind, added)


_WAYS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "emails": ("ContactEmail", "value", email_key),
    "phones": ("ContactPhone", "value", phone_key),
    "links": ("ContactLink", "url", contact_details.address),
}


def _put_ways(made: Change, contact_id: int, code: str, values: list[str]) -> None:
    """Have these ways and no others, in this order; labels of those that stay are kept."""
    from crm.store.tables import contact_details as tables

    name, column, key = _WAYS[code]
    table: Any = getattr(tables, name)
    wanted = {key(value): value for value in reversed(values)}
    for row in made.write.where(table, contact_id=contact_id):
        if key(getattr(row, column)) not in wanted:
            made.write.delete(row)
    said: dict[str, tuple[str, ...]] = {"emails": (), "phones": (), "links": ()}
    contact_details.add_ways(made, contact_id, **{**said, code: tuple(values)})
    order = list(dict.fromkeys(map(key, values)))
    for row in made.write.where(table, contact_id=contact_id):
        its = key(getattr(row, column))
        row.position = order.index(its)
        if column != "url":
            row.value, row.key = wanted[its], its


def _rows(made: Change, contact_id: int, code: str) -> list[tuple[str, Any]]:
    """Give the rows of a list, each with the key of its text."""
    from crm.store.tables import contact_details as tables
    from crm.store.tables.contacts import Contact

    where = made.write.where
    if code == "tags":
        carried = where(tables.ContactTag, contact_id=contact_id)
        names = [(made.write.get(tables.Tag, row.tag_id), row) for row in carried]
        return [(tag.key, row) for tag, row in names if tag is not None]
    if code == "dates":
        dates = where(tables.ContactDate, contact_id=contact_id, kind="other")
        return [(_date(d.label, PartialDate(d.year, d.month, d.day)), d) for d in dates]
    if code == "addresses":
        places = where(tables.ContactAddress, contact_id=contact_id)
        return [(_address(a.street, a.city, a.region, a.postcode, a.country), a) for a in places]
    known = where(tables.Acquaintance, a_id=contact_id) + where(
        tables.Acquaintance, b_id=contact_id
    )
    others = [
        (made.write.get(Contact, a.b_id if a.a_id == contact_id else a.a_id), a) for a in known
    ]
    return [(other.name, row) for other, row in others if other is not None]


def _keys(code: str, values: Iterable[str]) -> dict[str, str]:
    if code == "tags":
        return {fold(contact_details.tag_name(value)): value for value in values}
    return {value: value for value in values}


def _keep_only(made: Change, contact_id: int, code: str, values: list[str]) -> None:
    wanted = _keys(code, values)
    for key, row in _rows(made, contact_id, code):
        if key not in wanted:
            made.write.delete(row)


def _not_there(made: Change, contact_id: int, code: str, values: list[str]) -> tuple[str, ...]:
    there = {key for key, _row in _rows(made, contact_id, code)}
    return tuple(value for key, value in _keys(code, values).items() if key not in there)
