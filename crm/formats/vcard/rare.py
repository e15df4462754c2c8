"""What few cards have: groups with labels, pictures, repetitions, dates, this program's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from crm.formats.days import read_day
from crm.formats.records import BadRow, LabelledDate
from crm.formats.vcard.layout import SINGLE, Layout
from crm.formats.vcard.properties import DATED, PICTURE, TANGLED
from crm.formats.vcard.regions import BINARY, LEFT_OUT, LONGEST_VALUE
from crm.formats.vcard.values import one_line, partial_date, unescaped

Values = tuple[str, ...]

_SHOWN = 80
_BUILT_IN = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_LABELLED = ("EMAIL", "TEL", "ADR", DATED)


class Rare(NamedTuple):
    """What is in a card that is not common; `labels` by place, none when no group has one."""

    is_group: bool = False
    warnings: tuple[BadRow, ...] = ()
    labels: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    birthday: str = ""
    dates: tuple[LabelledDate, ...] = ()
    language: str = ""
    connected_on: date | None = None
    known_since: date | None = None
    met_on: date | None = None
    met_at: str = ""
    cadence: str = ""


NOTHING_RARE = Rare()


def rare_of(line: int, layout: Layout, values: Values, extra: list[str]) -> Rare:
    """Give what is not common in a card; lines that no field will hold go to `extra`."""
    card = _Card(layout, values)
    for name in ("KIND", "MEMBER"):
        extra += card.lines(name)
    extra += [line for line in map(_unspaced, card.lines(PICTURE)) if not line.endswith(":")]
    birthday = _repeated(card, extra)
    labels, used = _labels(card)
    dates = _dates(card, labels or layout.labels, used, extra)
    links = _links(card, labels, extra)
    extra += [
        card.line(place) for place in layout.at.get("X-ABLABEL", ())
        if layout.heads[place].group not in used
    ]  # fmt: skip
    return Rare(
        card.first("KIND").lower() == "group", _warnings(line, card), labels, links, birthday,
        dates, card.first("LANG"), _day(card.first("X-CRM-CONNECTED-ON")),
        _day(card.first("X-CRM-KNOWN-SINCE")), _day(card.first("X-CRM-MET-ON")),
        card.first("X-CRM-MET-AT"), card.first("X-CRM-CADENCE"),
    )  # fmt: skip


class _Card(NamedTuple):
    layout: Layout
    values: Values

    def first(self, name: str) -> str:
        return one_line(self.values[self.layout.at.get(name, (-1,))[0]])

    def line(self, place: int) -> str:
        return f"{self.layout.heads[place].text}:{self.values[place]}"

    def lines(self, name: str) -> list[str]:
        return [self.line(place) for place in self.layout.at.get(name, ())]


def _unspaced(line: str) -> str:
    head, _, value = line.partition(":")
    # In base64 blanks come of folds that are indented twice.
    return line if ":" in value else f"{head}:{value.replace(' ', '')}"


def _warnings(line: int, card: _Card) -> tuple[BadRow, ...]:
    heads, at = card.layout.heads, card.layout.at
    left_out = {heads[place].text.rpartition("=")[2].upper() for place in at.get(LEFT_OUT, ())}
    found: list[tuple[str, dict[str, object]]] = []
    if left_out & BINARY:
        found.append(("picture-left-out", {}))
    for name in sorted(left_out - BINARY):
        found.append(("value-too-long", {"field": name, "limit": LONGEST_VALUE}))
    for text in card.lines(TANGLED):
        found.append(("unreadable-line", {"text": text[:_SHOWN]}))
    return tuple([BadRow(line, code, params, imported=True) for code, params in found])


def _repeated(card: _Card, extra: list[str]) -> str:
    """Put a property that a record has once and the card more often into `extra`, all of it.

    Give the birthday when there are several: the first that is a date.
    """
    for name in SINGLE:
        if len(card.layout.at.get(name, ())) > 1:
            extra += card.lines(name)
    for place in card.layout.at.get("BDAY", ()):
        birthday = partial_date(
            unescaped(card.values[place]), card.layout.heads[place].omitted_year
        )
        if birthday:
            return birthday
    return ""


def _labels(card: _Card) -> tuple[tuple[str, ...], set[str]]:
    """Give the label of each place, from its group or its types, and the groups that matter."""
    layout = card.layout
    of = {
        layout.heads[place].group: _label(card.values[place])
        for place in layout.at.get("X-ABLABEL", ())
        if layout.heads[place].group
    }
    if not of:
        return (), set()
    labels = tuple([of.get(head.group) or head.label for head in layout.heads])
    used = {layout.heads[place].group for name in _LABELLED for place in layout.at.get(name, ())}
    return labels, used & of.keys()


def _label(value: str) -> str:
    text = one_line(value)
    built_in = _BUILT_IN.fullmatch(text)
    return built_in[1].lower() if built_in else text


def _dates(
    card: _Card, labels: Sequence[str], used: set[str], extra: list[str]
) -> tuple[LabelledDate, ...]:
    dates: dict[LabelledDate, None] = {}
    for place in card.layout.at.get(DATED, ()):
        head = card.layout.heads[place]
        day = partial_date(unescaped(card.values[place]), head.omitted_year)
        if day:
            dates[LabelledDate(labels[place], day)] = None
        else:
            extra.append(card.line(place))
            used.discard(head.group)
    return tuple(dates)


def _links(card: _Card, labels: Sequence[str], extra: list[str]) -> tuple[str, ...]:
    """Give the profiles that are web addresses; labelled ones are kept as they are written."""
    extra += card.lines("X-SOCIALPROFILE")
    if labels:
        urls = card.layout.links
        extra += [card.line(place) for place in urls if card.layout.heads[place].group]
    said = [one_line(card.values[place]) for place in card.layout.at.get("X-SOCIALPROFILE", ())]
    return tuple([url for url in said if _WEB.match(url)])


def _day(text: str) -> date | None:
    return read_day(text, day_first=True) if text else None
