"""What an import compares a file with: earlier records, keys, and people as they are now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crm.domain.contacts import TRAITS as KINDS
from crm.domain.dates import PartialDate
from crm.domain.text import fold, profile_slug, structured
from crm.store.reads.rows import chunks

RECORDS = """SELECT external_id, id, contact_id, fields FROM import_record
 WHERE source = ? AND external_id IN ({marks})"""
NUMBERED = """SELECT external_id, id, contact_id, fields FROM import_record
 WHERE source = ? AND external_id > ? || '#' AND external_id < ? || '$'
 ORDER BY length(external_id), external_id"""
EMAIL_OWNERS = "SELECT key, contact_id FROM contact_email WHERE key IN ({marks})"
PHONE_OWNERS = "SELECT key, contact_id FROM contact_phone WHERE key IN ({marks})"
UID_OWNERS = "SELECT uid, id FROM contact WHERE uid IN ({marks})"
PROFILES = "SELECT url, contact_id FROM contact_link WHERE kind = 'linkedin'"
NAMESAKES = """SELECT c.name_folded, c.id FROM contact c WHERE c.name_folded IN ({marks})
   AND NOT EXISTS (SELECT 1 FROM import_record r WHERE r.contact_id = c.id AND r.source = ?)
 ORDER BY c.id DESC"""
NAMES = "SELECT id, name_folded FROM contact WHERE id IN ({marks})"
PLAIN = """SELECT id, name, given_name, family_name, organisation, title, place, language, notes,
       met_at, cadence, coalesce(met_on, ''), coalesce(known_since, '')
  FROM contact WHERE id IN ({marks})"""
EMAILS = "SELECT contact_id, key, position FROM contact_email WHERE contact_id IN ({marks})"
PHONES = "SELECT contact_id, key, position FROM contact_phone WHERE contact_id IN ({marks})"
LINKS = "SELECT contact_id, url, position FROM contact_link WHERE contact_id IN ({marks})"
TRAITS = "SELECT contact_id, key, kind FROM contact_trait WHERE contact_id IN ({marks})"
ADDRESSES = """SELECT contact_id, position, label, street, city, region, postcode, country
  FROM contact_address WHERE contact_id IN ({marks})"""
DATES = """SELECT contact_id, label, year, month, day FROM contact_date
 WHERE kind = 'other' AND contact_id IN ({marks})"""
TAGS = """SELECT t.contact_id, g.key FROM contact_tag t JOIN tag g ON g.id = t.tag_id
 WHERE t.contact_id IN ({marks})"""
BIRTHDAYS = """SELECT contact_id, year, month, day FROM contact_date
 WHERE kind = 'birthday' AND contact_id IN ({marks}) ORDER BY id DESC"""
FIRST_CONTACTS = """SELECT p.contact_id, min(i.day)
  FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id IN ({marks}) AND i.planned = 0 GROUP BY p.contact_id"""
TAG_IDS = "SELECT key, id FROM tag"
NEWEST = "SELECT coalesce(max(id), 0) FROM contact"

PLAIN_FIELDS = (
    "name", "given_name", "family_name", "organisation", "title", "place", "language", "notes",
    "met_at", "cadence", "met_on", "known_since",
)  # fmt: skip
_LISTS = ("emails", "phones", "links", "tags", "roles", "nicknames", "addresses", "dates")
_FIELD_OF = {kind: field for field, kind in KINDS.items() if field in _LISTS}


class Record(NamedTuple):
    """What a source said of a person the last time; `fields` is JSON, as the import wrote it."""

    id: int
    contact_id: int
    fields: str


class Now(NamedTuple):
    """A person as they are: each plain field (birthday included, "" for unknown), keys of lists.

    `ends` is the position after the last e-mail address, phone number, link and address.
    """

    plain: dict[str, str]
    keys: dict[str, set[str]]
    ends: dict[str, int]


def records(connection: sqlite3.Connection, source: str, keys: Iterable[str]) -> dict[str, Record]:
    """Give the records of a source under these external ids."""
    return {
        key: Record(*row)
        for marks, some in chunks(keys)
        for key, *row in connection.execute(RECORDS.format(marks=marks), (source, *some))
    }


def numbered(connection: sqlite3.Connection, source: str, key: str) -> dict[str, Record]:
    """Give the records of a source under an external id with `#2`, `#3` and so on behind it."""
    return {
        found: Record(*row)
        for found, *row in connection.execute(NUMBERED, (source, key, key))
        if found.removeprefix(f"{key}#").isdecimal()
    }


def email_owners(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, set[int]]:
    """Give who has which of these e-mail keys."""
    return _owners(connection, EMAIL_OWNERS, keys)


def phone_owners(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, set[int]]:
    """Give who has which of these phone keys."""
    return _owners(connection, PHONE_OWNERS, keys)


def uid_owners(connection: sqlite3.Connection, uids: Iterable[str]) -> dict[str, int]:
    """Give whose uid is which of these: this program's own exports name people by it."""
    return {
        uid: contact_id
        for marks, some in chunks(uids)
        for uid, contact_id in connection.execute(UID_OWNERS.format(marks=marks), some)
    }


def profile_owners(connection: sqlite3.Connection, slugs: set[str]) -> dict[str, set[int]]:
    """Give who has which of these LinkedIn profiles, however its address was written."""
    found: dict[str, set[int]] = {}
    for url, contact_id in connection.execute(PROFILES) if slugs else ():
        slug = profile_slug(url)
        if slug in slugs:
            found.setdefault(slug, set()).add(contact_id)
    return found


def _owners(connection: sqlite3.Connection, sql: str, keys: Iterable[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for marks, some in chunks(keys):
        for key, contact_id in connection.execute(sql.format(marks=marks), some):
            found.setdefault(key, set()).add(contact_id)
    return found


def namesakes(connection: sqlite3.Connection, source: str, names: Iterable[str]) -> dict[str, int]:
    """Give by folded name the first person called so of whom the source has not spoken."""
    return {
        name: contact_id
        for marks, some in chunks(names)
        for name, contact_id in connection.execute(NAMESAKES.format(marks=marks), (*some, source))
    }


def names(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """Give the folded names of these people."""
    return {
        contact_id: name
        for marks, some in chunks(ids)
        for contact_id, name in connection.execute(NAMES.format(marks=marks), some)
    }


def now(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Now]:
    """Give these people as they are, as far as an import may touch them."""
    found: dict[int, Now] = {}
    for marks, some in chunks(ids):
        for contact_id, *values in connection.execute(PLAIN.format(marks=marks), some):
            plain = dict(zip(PLAIN_FIELDS, values, strict=True))
            keys: dict[str, set[str]] = {field: set() for field in _LISTS}
            found[contact_id] = Now(plain, keys, dict.fromkeys(_LISTS, 0))
        _add_lists(connection, found, marks, some)
    return found


def _add_lists(
    connection: sqlite3.Connection, found: dict[int, Now], marks: str, some: Sequence[int]
) -> None:
    for field, sql in (("emails", EMAILS), ("phones", PHONES), ("links", LINKS)):
        for contact_id, key, position in connection.execute(sql.format(marks=marks), some):
            person = found[contact_id]
            person.keys[field].add(link_key(key) if field == "links" else key)
            person.ends[field] = max(person.ends[field], position + 1)
    for contact_id, key, kind in connection.execute(TRAITS.format(marks=marks), some):
        if kind in _FIELD_OF:
            found[contact_id].keys[_FIELD_OF[kind]].add(key)
    for contact_id, key in connection.execute(TAGS.format(marks=marks), some):
        found[contact_id].keys["tags"].add(key)
    for contact_id, position, *parts in connection.execute(ADDRESSES.format(marks=marks), some):
        person = found[contact_id]
        person.keys["addresses"].add(fold(structured(parts)))
        person.ends["addresses"] = max(person.ends["addresses"], position + 1)
    for contact_id, label, *day in connection.execute(DATES.format(marks=marks), some):
        text = structured([label, PartialDate(*day).isoformat()])
        found[contact_id].keys["dates"].add(fold(text))
    for contact_id, *parts in connection.execute(BIRTHDAYS.format(marks=marks), some):
        found[contact_id].plain["birthday"] = PartialDate(*parts).isoformat()


def first_contacts(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """Give the day of the first held interaction with each of these people who had one."""
    return {
        contact_id: day
        for marks, some in chunks(ids)
        for contact_id, day in connection.execute(FIRST_CONTACTS.format(marks=marks), some)
    }


def link_key(url: str) -> str:
    """Give the form in which two addresses of one LinkedIn profile are equal, else the address."""
    slug = profile_slug(url)
    return f"linkedin/{slug}" if slug else url


def tag_ids(connection: sqlite3.Connection) -> dict[str, int]:
    """Give the ids of all tags by key."""
    return dict(connection.execute(TAG_IDS).fetchall())


def newest(connection: sqlite3.Connection) -> int:
    """Give the highest id of a contact, 0 when there is none."""
    return int(connection.execute(NEWEST).fetchone()[0])
