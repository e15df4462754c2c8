"""Takes people away as vCards, with what their own cards said and no field of ours holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from crm.context import Context
from crm.domain.dates import PartialDate
from crm.domain.text import email_key, phone_key
from crm.errors import WrongUsage
from crm.formats.records import Address, ContactRecord, LabelledDate
from crm.formats.vcard.person import JOINER, SOURCE
from crm.formats.vcard.writer import VERSIONS, card_of
from crm.services.files import written
from crm.services.import_rows import CARD_LINES
from crm.store.reads import export as reads

if TYPE_CHECKING:
    from sqlite3 import Connection

_OWNED = {
    "emails": reads.EMAILS, "phones": reads.PHONES, "links": reads.LINKS,
    "addresses": reads.ADDRESSES, "dates": reads.DATES, "traits": reads.TRAITS,
    "tags": reads.TAGS, "imports": reads.IMPORTS,
}  # fmt: skip


def export_vcard(
    context: Context, target: str, *, version: str = "3.0", force: bool = False
) -> int:
    """Write everybody who is not archived as vCards to `target` ("-": standard output).

    Give the people's count. The same data give the same bytes. Raises WrongUsage for an unknown
    version and "file-exists".
    """
    if version not in VERSIONS:
        known = ", ".join(VERSIONS)
        raise WrongUsage("unknown-value", field="version", value=version, known=known)
    count = 0
    with context.store.reading() as connection, written(target, force=force) as stream:
        for record in _records(connection):
            stream.write(card_of(record, version))
            count += 1
    return count


def _records(connection: Connection) -> Iterator[ContactRecord]:
    for people in reads.rows(connection, reads.CONTACTS, about=None):
        span = people[0]["id"], people[-1]["id"]
        owned = {name: reads.owned(connection, sql, *span) for name, sql in _OWNED.items()}
        for person in people:
            if not person["archived"]:
                yield _record(
                    person, {name: rows.get(person["id"], []) for name, rows in owned.items()}
                )


def _record(person: dict[str, Any], owned: dict[str, list[tuple[Any, ...]]]) -> ContactRecord:
    emails, phones = owned["emails"], owned["phones"]
    roles = [value for kind, value in owned["traits"] if kind == "role"]
    nicknames = [value for kind, value in owned["traits"] if kind == "nickname"]
    days = [
        (kind, LabelledDate(label, PartialDate(*parts).isoformat()))
        for kind, label, *parts in owned["dates"]
    ]
    uid, extra = _of_the_card(person, owned)
    return ContactRecord(
        0, SOURCE, uid, person["name"], person["given_name"], person["family_name"],
        person["organisation"], person["title"], person["place"],
        _firsts(emails), _firsts(phones), _firsts(owned["links"]), _firsts(owned["tags"]),
        tuple(roles), person["notes"],
        next((day.date for kind, day in days if kind == "birthday"), ""), None,
        JOINER.join(nicknames), person["language"], _day(person["known_since"]),
        _day(person["met_on"]), person["met_at"], person["cadence"],
        tuple([label for _, label in emails]), tuple([label for _, label in phones]),
        tuple([Address(*address) for address in owned["addresses"]]),
        tuple([day for kind, day in days if kind == "other"]), extra,
    )  # fmt: skip


def _of_the_card(
    person: dict[str, Any], owned: dict[str, list[tuple[Any, ...]]]
) -> tuple[str, tuple[str, ...]]:
    """Give the UID that the person's card had, else ours, and the lines kept of the card."""
    others = {email_key(email) for email, _ in owned["emails"]}
    others |= {phone_key(phone) for phone, _ in owned["phones"]}
    uid: str = person["uid"]
    extra: tuple[str, ...] = ()
    for source, key, fields, _ in owned["imports"]:
        if source != SOURCE:
            continue
        extra = extra or tuple(json.loads(fields).get(CARD_LINES, ()))
        # A card without a UID was known by an address, a number or a name.
        if uid == person["uid"] and key not in others and "|" not in key and "#" not in key:
            uid = key
    return uid, extra


def _firsts(rows: list[tuple[Any, ...]]) -> tuple[str, ...]:
    return tuple([row[0] for row in rows])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
