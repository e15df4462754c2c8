"""One card's values as the record of a person or of a group."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from crm.domain.contacts import is_email, is_phone
from crm.domain.text import email_key, fold
from crm.formats.records import Address, BadRow, ContactRecord, GroupRecord
from crm.formats.vcard.layout import Layout
from crm.formats.vcard.rare import NOTHING_RARE, Values, rare_of
from crm.formats.vcard.values import (
    names_in,
    one_line,
    partial_date,
    parts_of,
    plain_uid,
    unescaped,
    units_in,
)

SOURCE = "vcard"
JOINER = " ::: "
"""What stands between several nicknames of one record."""

_SHOWN = 80
_NOISE = frozenset({"my contacts", "mycontacts"})
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))

Found = list[ContactRecord | GroupRecord | BadRow]


def records_of(line: int, layout: Layout, values: Values) -> Found:
    """Give the person or the group of a card, and after it what could not be taken."""
    values = (*values, "")  # what place -1, a property that the card lacks, finds
    others = layout.others
    extra = [f"{head}:{values[place]}" for head, place in others] if others else []
    rare = NOTHING_RARE if layout.common else rare_of(line, layout, values, extra)
    labels = rare.labels or layout.labels
    if rare.is_group:
        members = [plain_uid(values[place].strip()) for place in layout.at.get("MEMBER", ())]
        return [GroupRecord(line, one_line(values[layout.name]), tuple(members))]
    given, middle, family = _names(layout, values, extra) if values[layout.names] else ("", "", "")
    organisation = ""
    if layout.organisation >= 0:
        organisation = _organisation(layout, values, extra, bool(rare.labels))
    emails, email_labels = _ways(values, layout.emails, labels, _email)
    phones, phone_labels = _ways(values, layout.phones, labels, _phone)
    links = _links(values, layout.links, rare.links) if layout.links or rare.links else ()
    city, addresses = _addresses(values, layout.addresses, labels) if layout.addresses else ("", ())
    nickname = _nicknames(values, layout.nicknames) if layout.nicknames else ""
    name = (
        one_line(values[layout.name])
        or " ".join([part for part in (given, middle, family) if part])
        or nickname.partition(JOINER)[0]
        or organisation
        or _called(layout, values, emails, phones, links, addresses)
    )
    warnings = [*rare.warnings]
    if not name:
        return [*warnings, BadRow(line, "empty-card", {})]
    if layout.birthday < 0:
        birthday = ""
    else:
        birthday = rare.birthday or _birthday(line, layout, values, extra, warnings)
    uid = _uid(values[layout.uid], extra) or (email_key(emails[0]) if emails else "")
    record = ContactRecord(
        line, SOURCE, uid, name, given, family, organisation, one_line(values[layout.title]), city,
        emails, phones, links, _tags(values, layout.tags) if layout.tags else (),
        _distinct([one_line(values[p]) for p in layout.roles]) if layout.roles else (),
        _notes(values, layout.notes) if layout.notes else "",
        birthday, rare.connected_on, nickname, rare.language, rare.known_since, rare.met_on,
        rare.met_at, rare.cadence, email_labels, phone_labels, addresses, rare.dates,
        tuple(extra) if extra else (),
    )  # fmt: skip
    return [record, *warnings]


def _distinct(texts: list[str]) -> tuple[str, ...]:
    if len(texts) > 1:
        texts = list(dict.fromkeys(texts))
    return tuple([text for text in texts if text])


def _links(values: Values, places: list[int], more: tuple[str, ...]) -> tuple[str, ...]:
    if len(places) == 1 and not more:
        url = unescaped(values[places[0]]).strip()
        return (url,) if url else ()
    return _distinct([unescaped(values[place]).strip() for place in places] + [*more])


def _notes(values: Values, places: list[int]) -> str:
    return "\n".join([unescaped(values[place]).strip() for place in places]).strip()


def _keep(line: str, extra: list[str]) -> None:
    if line not in extra:  # what a card repeats is there already
        extra.append(line)


def _names(layout: Layout, values: Values, extra: list[str]) -> tuple[str, str, str]:
    """Give the given, the additional and the family name."""
    value = values[layout.names]
    parts = names_in(value)
    family, given, middle = parts if len(parts) == 3 else (*parts, "", "")[:3]
    if middle or any(parts[3:]):
        _keep(f"{layout.heads[layout.names].text}:{value}", extra)
    return given, middle, family


def _organisation(layout: Layout, values: Values, extra: list[str], labelled: bool) -> str:
    head, value = layout.heads[layout.organisation], values[layout.organisation]
    units = units_in(value)
    if len(units) > 1 or (labelled and head.group):
        _keep(f"{head.text}:{value}", extra)
    return units[0] if units else ""


def _ways(
    values: Values, places: list[int], labels: tuple[str, ...], clean: Callable[[str], str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give addresses or numbers, and their labels if there are any."""
    if not places:
        return (), ()
    if len(places) == 1:
        (place,) = places
        way = clean(values[place])
        return ((way,) if way else ()), ((labels[place],) if way and labels[place] else ())
    found: dict[str, str] = {}
    for place in places:
        way = clean(values[place])
        if way:
            found.setdefault(way, labels[place])
    said = tuple(found.values())
    return tuple(found), said if any(said) else ()


def _email(value: str) -> str:
    text = unescaped(value).strip() if "\\" in value else value.strip()
    return text[7:] if ":" in text and text[:7].lower() == "mailto:" else text


def _phone(value: str) -> str:
    if not value.isascii():
        value = value.translate(_DIRECTIONS)
    text = unescaped(value).strip() if "\\" in value else value.strip()
    return text[4:] if ":" in text and text[:4].lower() == "tel:" else text


def _addresses(
    values: Values, places: list[int], labels: tuple[str, ...]
) -> tuple[str, tuple[Address, ...]]:
    """Give the first city, and each address of which more than the city is known."""
    found: dict[Address, None] = {}
    first = ""
    for place in places:
        value = values[place]
        parts = [part.strip() for part in value.split(";")]
        if "\\" in value:
            parts = [unescaped(part).strip() for part in parts_of(value, ";")]
        box, more, street, city, region, postcode, country = (*parts, *[""] * 7)[:7]
        if box or more:
            street = ", ".join([part for part in (box, more, street) if part])
        first = first or city
        if street or region or postcode or country:
            found[Address(labels[place], street, city, region, postcode, country)] = None
    return first, tuple(found)


def _nicknames(values: Values, places: list[int]) -> str:
    names = [one_line(part) for place in places for part in parts_of(values[place], ",")]
    return JOINER.join(filter(None, names))


def _tags(values: Values, places: list[int]) -> tuple[str, ...]:
    return (
        _tags_in(values[places[0]])
        if len(places) == 1
        else _distinct([tag for place in places for tag in _tags_in(values[place])])
    )


@lru_cache(maxsize=1_024)
def _tags_in(value: str) -> tuple[str, ...]:
    # Escaped or not, a comma parts categories: no tag has one in it.
    said = [tag.strip().removeprefix("#") for tag in unescaped(value).split(",")]
    return _distinct([tag for tag in said if fold(tag) not in _NOISE])


def _birthday(
    line: int, layout: Layout, values: Values, extra: list[str], warnings: list[BadRow]
) -> str:
    head, value = layout.heads[layout.birthday], values[layout.birthday]
    day = partial_date(unescaped(value), head.omitted_year)
    if not day and value.strip():
        _keep(f"{head.text}:{value}", extra)
        if not head.is_text:
            params: dict[str, object] = {"value": value[:_SHOWN]}
            warnings.append(BadRow(line, "bad-birthday", params, imported=True))
    return day


def _uid(value: str, extra: list[str]) -> str:
    uid = one_line(value)
    bare = plain_uid(uid)
    if bare != uid:
        _keep(f"UID:{value}", extra)
    return bare


def _called(
    layout: Layout,
    values: Values,
    emails: Iterable[str],
    phones: Iterable[str],
    links: Iterable[str],
    addresses: tuple[Address, ...],
) -> str:
    """Give what somebody without a name is called, by what comes nearest to one."""
    ways = [*filter(is_email, emails), *filter(is_phone, phones), *links]
    if ways:
        return ways[0]
    if addresses:
        return one_line(", ".join(filter(None, (addresses[0].street, addresses[0].city))))
    labels = [values[place] for head, place in layout.others if head.upper().startswith("LABEL")]
    return one_line(unescaped(labels[0]).strip().partition("\n")[0]) if labels else ""
