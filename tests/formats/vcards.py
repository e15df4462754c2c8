"""What the tests of vCards share: cards out of text, people apart from the rest."""

from __future__ import annotations

from pathlib import Path

from crm.formats.records import BadRow, ContactRecord, GroupRecord
from crm.formats.text_file import text_from_bytes
from crm.formats.vcard.reader import read_contacts

SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples"
Items = list[ContactRecord | GroupRecord | BadRow]


def items(data: str | bytes) -> Items:
    """Give all that a file says."""
    file = text_from_bytes(data.encode() if isinstance(data, str) else data)
    with file.stream:
        return list(read_contacts(file))


def people(data: str | bytes) -> list[ContactRecord]:
    """Give the people of a file in which nothing is odd."""
    found = items(data)
    assert all(isinstance(item, ContactRecord) for item in found), found
    return [item for item in found if isinstance(item, ContactRecord)]


def card(*lines: str, version: str = "3.0") -> str:
    """Give a card of these lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def one(*lines: str, version: str = "3.0") -> ContactRecord:
    """Give the person of a card of these lines, in which nothing is odd."""
    (person,) = people(card(*lines, version=version))
    return person


def odd(data: str | bytes) -> list[tuple[int, str, bool]]:
    """Give the line, the code, and whether the person was taken, of all that is odd in a file."""
    return [(i.line, i.code, i.imported) for i in items(data) if isinstance(i, BadRow)]
