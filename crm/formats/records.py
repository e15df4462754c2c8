"""The neutral records that every reader gives and the import service takes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Address(NamedTuple):
    """A postal address in its parts."""

    label: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""


class LabelledDate(NamedTuple):
    """A day of a person that is not the birthday; `date` is the ISO text of a partial date."""

    label: str
    date: str


class ContactRecord(NamedTuple):
    """One person as a file describes them, before anything is compared with the database.

    `line` is the 1-based physical line where the row starts; `external_id` is stable within
    `source` and empty when the file gives none; `birthday` is the ISO text of a partial date.
    Labels stand in the order of what they are of, if there are any. `city` is the first one of
    `addresses`, of which those that are but a city are left out. `extra` are the lines of a vCard
    that no other field holds, unfolded, to be given back as they are.
    """

    line: int
    source: str
    external_id: str = ""
    name: str = ""
    given_name: str = ""
    family_name: str = ""
    organisation: str = ""
    title: str = ""
    city: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    notes: str = ""
    birthday: str = ""
    connected_on: date | None = None
    nickname: str = ""
    language: str = ""
    known_since: date | None = None
    met_on: date | None = None
    met_at: str = ""
    cadence: str = ""
    email_labels: tuple[str, ...] = ()
    phone_labels: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    dates: tuple[LabelledDate, ...] = ()
    extra: tuple[str, ...] = ()


class GroupRecord(NamedTuple):
    """People under one label, by their keys in the file or as `mailto:` addresses."""

    line: int
    name: str
    members: tuple[str, ...]


class BadRow(NamedTuple):
    """A row, or one cell of it, that could not be taken.

    `imported` tells a warning (the person was given all the same, without that cell) from a row
    that was left out. Codes: ghost, row-too-short, empty-row, bad-email, bad-connected-on,
    bad-birthday, bad-known-since, bad-met-on, unclosed-quote, field-too-long, line-too-long,
    too-many-columns, nul-character, unreadable-row; of a vCard empty-card, card-too-long,
    missing-end, end-without-begin, stray-text, unreadable-line, value-too-long, guessed-charset,
    picture-left-out.
    """

    line: int
    code: str
    params: dict[str, object]
    imported: bool = False


class FormatError(ValueError):
    """A file that cannot be read at all.

    Codes: not-text, empty-file, no-header, no-linkedin-header, no-rows, unreadable, too-large,
    too-many-columns, unsupported-format.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
