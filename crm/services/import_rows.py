"""What a row of a file says of a person, as it can be stored and compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from crm.domain.cadence import parse_cadence
from crm.domain.contacts import is_email, is_phone
from crm.domain.invalid import Invalid
from crm.domain.text import email_key, fold, phone_key, refuse_unstorable, structured
from crm.formats.records import BadRow, ContactRecord, GroupRecord
from crm.services.roles import Roles
from crm.services.understand import LONGEST_TEXT
from crm.store.reads.imports import link_key

LISTS = ("emails", "phones", "links", "tags", "roles", "nicknames", "addresses", "dates")
CARD_LINES = "vcard"
"""Under what an import record notes the lines of a vCard that nothing else holds."""
_SHOWN = 80

folded: Callable[[str], str] = lru_cache(maxsize=16_384)(fold)
"""`fold`, remembered: the same given names, companies and titles come again and again."""


class Row(NamedTuple):
    """A person as a file says: plain fields that are not empty, and lists as key → value.

    `key` is the source's own for the person; a weak one is made of the name, so that two people
    may have it. `noted` is said but not stored in any column: the day of connection. `roles_read`
    when the roles are not the file's own words but those that its title says. `labels` are what
    e-mail addresses and numbers are for, by their keys.
    """

    line: int
    source: str
    key: str
    weak: bool
    folded_name: str
    plain: dict[str, str]
    lists: dict[str, dict[str, str]]
    noted: dict[str, Any]
    roles_read: bool = False
    labels: tuple[tuple[str, str], ...] = ()

    @property
    def has_uid(self) -> bool:
        """Whether the key is the UID of a card, and not what stands in for one."""
        ways = (*self.lists.get("emails", ()), *self.lists.get("phones", ()))
        return self.source == "vcard" and not self.weak and self.key not in ways

    def fields(self) -> dict[str, object]:
        """Give everything that is said, as an import record notes it."""
        lists = {field: list(values.values()) for field, values in self.lists.items()}
        return {**self.plain, **self.noted, **lists}


def row_of(record: ContactRecord, today: date, trades: Roles) -> tuple[Row | None, list[BadRow]]:
    """Give what a record says, and what could not be taken: one cell, or all of it (no row)."""
    bad = _unstorable(record)
    if bad is not None:
        return None, [bad]
    (line, source, key, name, given, family, organisation, title, city, emails, phones, links,
     tags, roles, notes, birthday, connected, nickname, language, known, met, met_at,
     rhythm) = record[:23]  # fmt: skip
    plain = {"name": name}
    for field, value in (
        ("given_name", given), ("family_name", family), ("organisation", organisation),
        ("title", title), ("place", city), ("language", language), ("notes", notes),
        ("met_at", met_at), ("birthday", birthday),
    ):  # fmt: skip
        if value:
            plain[field] = value
    warnings: list[BadRow] = []
    lists: dict[str, dict[str, str]] = {}
    if emails:
        lists["emails"] = _emails(line, emails, warnings)
    if links:
        lists["links"] = _links(links, key)
    if phones or tags or roles or nickname:
        slugs = [trades.recognised(role.strip()) for role in roles]
        _rarer_lists(line, lists, phones, tags, slugs, nickname, warnings)
    roles_read = title != "" and "roles" not in lists
    if roles_read and (said := trades.in_title(title)):
        lists["roles"] = dict(zip(said, said, strict=True))
    if known or met or rhythm:
        _days_and_rhythm(record, today, plain, warnings)
    noted: dict[str, Any] = {"connected_on": connected.isoformat()} if connected else {}
    if record.extra:
        noted[CARD_LINES] = list(record.extra)
    if record.addresses or record.dates:
        lists["addresses"] = _by_key([structured(address) for address in record.addresses])
        lists["dates"] = _by_key([structured(day) for day in record.dates])
        lists = {field: values for field, values in lists.items() if values}
    folded_name = _folded_name(name, given, family)
    key = key or next(iter(lists.get("phones", ())), f"{folded_name}|")
    weak = key.startswith(f"{folded_name}|")
    return Row(
        line, source, key, weak, folded_name, plain, lists, noted, roles_read, _labels(record)
    ), warnings


def _labels(record: ContactRecord) -> tuple[tuple[str, str], ...]:
    said = zip(record.emails, record.email_labels, strict=False)
    numbers = zip(record.phones, record.phone_labels, strict=False)
    return (
        *((email_key(email), label) for email, label in said if label),
        *((phone_key(phone), label) for phone, label in numbers if label),
    )


def _folded_name(name: str, given: str, family: str) -> str:
    if given and family and name == f"{given} {family}":
        return f"{folded(given)} {folded(family)}".strip()
    return folded(name)


def _unstorable(record: ContactRecord) -> BadRow | None:
    together = "\n".join([
        *record[1:9], *(text for values in record[9:14] for text in values),
        *record[14:16], *record[17:19], *record[21:23], *_further(record),
    ])  # fmt: skip
    if "\0" not in together and len(together) <= LONGEST_TEXT and _is_unicode(together):
        return None
    for field, value in record._asdict().items():
        for text in value if isinstance(value, tuple) else (value,):
            if not isinstance(text, str):
                continue
            try:
                refuse_unstorable(text, field)
            except Invalid as error:
                return BadRow(record.line, error.code, error.params)
            if len(text) > LONGEST_TEXT:
                params: dict[str, object] = {"field": field, "most": LONGEST_TEXT}
                return BadRow(record.line, "text-too-long", params)
    return None


def _further(record: ContactRecord) -> list[str]:
    if not (record.addresses or record.dates):
        return list(record.email_labels + record.phone_labels)
    labels = [*record.email_labels, *record.phone_labels]
    return [*labels, *(text for some in (*record.addresses, *record.dates) for text in some)]


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _emails(line: int, written: tuple[str, ...], warnings: list[BadRow]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for value in written:
        if is_email(value):
            kept.setdefault(email_key(value), value)
        else:
            warnings.append(BadRow(line, "bad-email", {"value": value[:_SHOWN]}, imported=True))
    return kept


def _links(written: tuple[str, ...], key: str) -> dict[str, str]:
    # Nearly always so; taking each address apart again would double the time of a row.
    if key and written == (f"https://www.linkedin.com/in/{key}",):
        return {f"linkedin/{key}": written[0]}
    kept: dict[str, str] = {}
    for value in written:
        url = value if "://" in value else f"https://{value}"
        kept.setdefault(link_key(url), url)
    return kept


def _rarer_lists(
    line: int,
    lists: dict[str, dict[str, str]],
    phones: tuple[str, ...],
    tags: tuple[str, ...],
    roles: list[str],
    nickname: str,
    warnings: list[BadRow],
) -> None:
    numbers: dict[str, str] = {}
    for value in phones:
        if is_phone(value):
            numbers.setdefault(phone_key(value), value)
        else:
            warnings.append(BadRow(line, "bad-phone", {"value": value[:_SHOWN]}, imported=True))
    labels = [tag.removeprefix("#").replace(",", " ").strip() for tag in tags]
    for field, values in (
        ("phones", numbers),
        ("tags", _by_key(labels)),
        ("roles", _by_key(roles)),
        ("nicknames", _by_key(nickname.split(":::"))),
    ):
        if values:
            lists[field] = values


def _by_key(values: list[str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for value in values:
        key = folded(value)
        if key:
            kept.setdefault(key, value.strip())
    return kept


def _days_and_rhythm(
    record: ContactRecord, today: date, plain: dict[str, str], warnings: list[BadRow]
) -> None:
    for field, day in (("known_since", record.known_since), ("met_on", record.met_on)):
        if day is not None and day <= today:
            plain[field] = day.isoformat()
        elif day is not None:
            code = f"bad-{field.replace('_', '-')}"
            params: dict[str, object] = {"value": day.isoformat()}
            warnings.append(BadRow(record.line, code, params, imported=True))
    if not record.cadence:
        return
    try:
        cadence = parse_cadence(record.cadence)
    except Invalid:
        params = {"value": record.cadence[:_SHOWN]}
        warnings.append(BadRow(record.line, "bad-cadence", params, imported=True))
    else:
        if cadence is not None:
            plain["cadence"] = str(cadence)


def tag_members(rows: list[Row], groups: list[GroupRecord]) -> None:
    """Give the members of each group its name as a tag."""
    if not groups:
        return
    by_key: dict[str, list[Row]] = {}
    for row in rows:
        for key in (row.key, *(f"mailto:{email}" for email in row.lists.get("emails", ()))):
            by_key.setdefault(key, []).append(row)
    for group in groups:
        tag = _by_key([group.name.removeprefix("#").replace(",", " ")])
        for member in group.members:
            key = email_key(member) if member[:7].lower() == "mailto:" else member
            for row in by_key.get(key, ()) if tag else ():
                row.lists["tags"] = {**tag, **row.lists.get("tags", {})}
