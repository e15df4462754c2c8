"""Writes what an import comes to: new people in bulk, known people field by field."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import islice
from json import JSONEncoder
from typing import Any, NamedTuple

from crm.context import Context
from crm.domain.contacts import TRAITS, sort_key
from crm.domain.dates import parse_partial_date
from crm.domain.text import fold, parts_of
from crm.services.changes import Change
from crm.services.import_plan import Difference, Matched
from crm.services.import_rows import Row, folded
from crm.store import search
from crm.store.reads import imports as reads
from crm.store.reads.imports import Now

_AT_ONCE = 500
_CONTACT = (
    "id", "uid", "name", "name_folded", "sort_key", "given_name", "family_name", "organisation",
    "title", "place", "language", "met_at", "cadence", "notes", "met_on", "known_since", "origin",
    "created_at", "experience_since", "time_zone", "availability", "archived",
)  # fmt: skip
_LISTED_WORDS = frozenset({"tags", "nicknames"})
_to_json = JSONEncoder(ensure_ascii=False).encode


class _Children(NamedTuple):
    """Rows that belong to people, as their tables take them."""

    emails: list[tuple[Any, ...]]
    phones: list[tuple[Any, ...]]
    links: list[tuple[Any, ...]]
    traits: list[tuple[Any, ...]]
    tags: list[tuple[Any, ...]]
    addresses: list[tuple[Any, ...]]
    dates: list[tuple[Any, ...]]
    records: list[tuple[Any, ...]]


def _no_children() -> _Children:
    return _Children([], [], [], [], [], [], [], [])


def write_new(
    context: Context, made: Change, rows: list[Row], progress: Callable[[int], None]
) -> None:
    """Put people into the address book, with what the source said of each noted."""
    from crm.store.tables import all as tables

    into = (
        tables.Contact, tables.ContactEmail, tables.ContactPhone, tables.ContactLink,
        tables.ContactTrait, tables.ContactTag, tables.ContactAddress, tables.ContactDate,
        tables.ImportRecord,
    )  # fmt: skip
    with made.write.inserting_many(*into) if rows else nullcontext():
        _insert_people(context, made, rows, progress)


def _insert_people(
    context: Context, made: Change, rows: list[Row], progress: Callable[[int], None]
) -> None:
    from crm.store.tables.contacts import Contact

    tags = _Tags(made)
    connection = made.write.plain()
    first_id = reads.newest(connection) + 1
    written = 0
    for some in _batches(rows):
        contacts, found = [], []
        children = _no_children()
        uids = os.urandom(16 * len(some)).hex()
        for index, row in enumerate(some):
            contact_id = first_id + written + index
            uid = uids[32 * index : 32 * index + 32]
            contacts.append(_contact(row, contact_id, uid, made.write.made_at))
            if row.lists:
                _collect(children, tags, contact_id, row.lists, {}, row.labels)
            if "birthday" in row.plain:
                children.dates.append(_date(contact_id, "birthday", "", row.plain["birthday"]))
            children.records.append(
                (contact_id, row.source, row.key, _to_json(row.fields()), context.today.isoformat())
            )
            search_row = _search_row(contact_id, row)
            if search_row is not None:
                found.append(search_row)
            else:
                made.words_of.add(contact_id)
        made.write.insert_many(Contact, _CONTACT, contacts)
        _insert(made, children)
        search.add_contacts(connection, found)
        written += len(some)
        progress(written)


def _contact(row: Row, contact_id: int, uid: str, made_at: str) -> tuple[Any, ...]:
    get, name = row.plain.get, row.plain["name"]
    given, family = get("given_name", ""), get("family_name", "")
    return (
        contact_id, uid, name, row.folded_name, sort_key(name, given, family),
        given, family, get("organisation", ""), get("title", ""),
        get("place", ""), get("language", ""), get("met_at", ""), get("cadence", ""),
        get("notes", ""), get("met_on"), get("known_since"), row.source,
        made_at, "", "", "unknown", 0,
    )  # fmt: skip


def _search_row(contact_id: int, row: Row) -> tuple[Any, ...] | None:
    """Give the search row that `search` would make, None when several lists go into it."""
    get, lists = row.plain.get, row.lists
    emails, roles = lists.get("emails", {}), lists.get("roles", {})
    if len(emails) > 1 or len(roles) > 1 or not _LISTED_WORDS.isdisjoint(lists):
        return None
    work = f"{folded(get('organisation', ''))} {folded(get('title', ''))}".strip()
    words = fold(" ".join([get("place", ""), *roles.values(), *emails.values()]))
    return contact_id, row.folded_name, work, words, fold(get("notes", ""))


class _Tags:
    """The ids of tags, made when they are new."""

    def __init__(self, made: Change) -> None:
        self._made = made
        self._ids = reads.tag_ids(made.write.plain())

    def id_of(self, key: str, name: str) -> int:
        from crm.store.tables.contact_details import Tag

        if key not in self._ids:
            tag = Tag(name=name, key=key)
            self._made.write.add(tag)
            self._ids[key] = tag.id
        return self._ids[key]


def _collect(
    children: _Children,
    tags: _Tags,
    contact_id: int,
    lists: dict[str, dict[str, str]],
    ends: dict[str, int],
    labels: tuple[tuple[str, str], ...],
) -> None:
    label_of = dict(labels).get
    for field, values in lists.items():
        start = ends.get(field, 0)
        if field == "links":
            children.links.extend(
                (contact_id, "linkedin" if key.startswith("linkedin/") else "web", url, position)
                for position, (key, url) in enumerate(values.items(), start)
            )
        elif field in ("emails", "phones"):
            rows = children.emails if field == "emails" else children.phones
            rows.extend(
                (contact_id, value, key, label_of(key, ""), position)
                for position, (key, value) in enumerate(values.items(), start)
            )
        elif field == "addresses":
            children.addresses.extend(
                (contact_id, *parts_of(value), position)
                for position, value in enumerate(values.values(), start)
            )
        elif field == "dates":
            children.dates.extend(
                _date(contact_id, "other", *parts_of(value)) for value in values.values()
            )
        elif field == "tags":
            children.tags.extend((contact_id, tags.id_of(k, name)) for k, name in values.items())
        else:
            children.traits.extend(
                (contact_id, TRAITS[field], value, key) for key, value in values.items()
            )


def _date(contact_id: int, kind: str, label: str, text: str) -> tuple[Any, ...]:
    return contact_id, kind, label, *parse_partial_date(text)


def _insert(made: Change, children: _Children) -> None:
    from crm.store.tables import all as tables

    way = ("contact_id", "value", "key", "label", "position")
    for table, columns, rows in (
        (tables.ContactEmail, way, children.emails),
        (tables.ContactPhone, way, children.phones),
        (tables.ContactLink, ("contact_id", "kind", "url", "position"), children.links),
        (tables.ContactTrait, ("contact_id", "kind", "value", "key"), children.traits),
        (tables.ContactTag, ("contact_id", "tag_id"), children.tags),
        (
            tables.ContactDate,
            ("contact_id", "kind", "label", "year", "month", "day"),
            children.dates,
        ),
        (
            tables.ContactAddress,
            ("contact_id", "label", "street", "city", "region", "postcode", "country", "position"),
            children.addresses,
        ),
        (
            tables.ImportRecord,
            ("contact_id", "source", "external_id", "fields", "imported_on"),
            children.records,
        ),
    ):
        if rows:
            made.write.insert_many(table, columns, rows)


def write_known(
    context: Context,
    made: Change,
    differences: list[tuple[Matched, Now, Difference]],
) -> None:
    """Write what a file changes of people, and note it; who stays the same is not touched."""
    from crm.store.tables.contact_details import ImportRecord
    from crm.store.tables.contacts import Contact

    tags = _Tags(made)
    children = _no_children()
    today = context.today.isoformat()
    for matched, person, found in differences:
        contact_id = matched.contact_id
        columns = _columns(found.plain, person)
        if columns:
            made.write.update_many(Contact, (*columns,), [(*columns.values(), contact_id)])
        if "birthday" in found.plain:
            _set_birthday(made, contact_id, found.plain["birthday"])
        _collect(children, tags, contact_id, found.lists, person.ends, matched.row.labels)
        fields = _to_json(found.fields)
        if matched.record is None:
            row = matched.row
            children.records.append((contact_id, row.source, row.key, fields, today))
        elif fields != matched.record.fields:
            values = (fields, today, matched.record.id)
            made.write.update_many(ImportRecord, ("fields", "imported_on"), [values])
        if found.plain or found.lists:
            made.words_of.add(contact_id)
            made.rhythm_of.add(contact_id)
    _insert(made, children)


def _columns(plain: dict[str, str], person: Now) -> dict[str, str]:
    columns = {field: value for field, value in plain.items() if field != "birthday"}
    if columns.keys() & {"name", "given_name", "family_name"}:
        after = {**person.plain, **plain}
        name, given, family = (after[f] for f in ("name", "given_name", "family_name"))
        columns |= {"name_folded": folded(name), "sort_key": sort_key(name, given, family)}
    return columns


def _set_birthday(made: Change, contact_id: int, text: str) -> None:
    from crm.store.tables.contact_details import ContactDate

    born = parse_partial_date(text)
    rows = made.write.where(ContactDate, contact_id=contact_id, kind="birthday")
    row = rows[0] if rows else ContactDate(contact_id=contact_id, kind="birthday")
    row.year, row.month, row.day = born
    made.write.add(row)


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
