"""vCards as records, one card at a time, in time that grows with the file and no faster.

Nearly every card is one region of clean UTF-8, and its lines are read as they stand; only what is
tangled (another charset, quoted-printable, cards in cards, a missing END) is first put right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crm.formats.records import BadRow, ContactRecord, FormatError, GroupRecord
from crm.formats.text_file import TextFile
from crm.formats.vcard.layout import Layout, Layouts
from crm.formats.vcard.lines import Card, Untangler
from crm.formats.vcard.person import records_of
from crm.formats.vcard.properties import split_line
from crm.formats.vcard.regions import LARGEST_BINARY, Region, marked, regions

__all__ = ["read_contacts", "sniff"]

_SNIFFED = re.compile(r"(?:^|[\r\n])BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:$|[\r\n])", re.IGNORECASE)
_BEGIN = b"\nBEGIN:VCARD\n"
_OFTEN = frozenset({"guessed-charset", "picture-left-out"})
"""What is said once, with the number of cards."""

Item = ContactRecord | GroupRecord | BadRow


def sniff(head: str) -> bool:
    """Tell whether a text begins as vCards do, whatever stands before the first of them."""
    return _SNIFFED.search(head.lstrip("\ufeff")) is not None


def read_contacts(file: TextFile) -> Iterator[Item]:
    """Give the people and groups of a file in its order, and what could not be taken.

    A card without an END is taken and reported (missing-end). What is true of many cards is
    reported once at the end: guessed-charset, picture-left-out (cards). Raises, while reading,
    FormatError no-rows.
    """
    layouts = Layouts()
    untangler = Untangler()
    often: dict[str, BadRow] = {}
    people = bad = 0
    for region in regions(file):
        card = None if untangler.busy else _plain_card(region, layouts)
        if card is not None:
            found: Iterable[Item] = records_of(region.line, *card)
        else:
            found = _tangled(untangler.take(region), layouts)
        for item in found:
            if isinstance(item, ContactRecord):
                people += 1
            elif isinstance(item, BadRow):
                bad += not item.imported
                if item.code in _OFTEN:
                    _count(often, item)
                    continue
            yield item
    yield from often.values()
    if not people:
        raise FormatError("no-rows", bad=bad)


def _count(often: dict[str, BadRow], item: BadRow) -> None:
    first = often.get(item.code, item)
    cards = int(str(first.params.get("cards", 0))) + 1
    often[item.code] = first._replace(params={"cards": cards})


def _plain_card(region: Region, layouts: Layouts) -> tuple[Layout, tuple[str, ...]] | None:
    """Give the layout and the values of the card that a region plainly is, else None."""
    text = region.text
    if not text.startswith(_BEGIN) or region.too_long or not region.ended:
        return None
    # Splitting and joining undoes folds faster than looking for one first.
    text = b"".join(text.split(b"\n "))
    if b"\t" in text:
        text = text.replace(b"\n\t", b"")
    try:
        lines = text[len(_BEGIN) :].decode().split("\n")
    except UnicodeDecodeError:
        return None
    if len(text) > LARGEST_BINARY:
        lines = [marked(line) for line in lines]
    heads, colons, values = zip(*[line.partition(":") for line in lines], strict=False)
    if colons.count(":") < len(lines):
        return None
    layout = layouts[heads]
    return None if layout.tangled else (layout, values)


def _tangled(items: Iterator[Card | BadRow], layouts: Layouts) -> Iterator[Item]:
    for item in items:
        if isinstance(item, BadRow):
            yield item
            continue
        lines = item.lines or ["VERSION:"]
        heads, values = zip(*map(split_line, lines), strict=True)
        yield from records_of(item.line, layouts[heads], values)
        if item.guessed:
            yield BadRow(item.line, "guessed-charset", {}, imported=True)
        if not item.ended:
            yield BadRow(item.line, "missing-end", {}, imported=True)
