"""vCards out: what is written reads back as the same person, in both versions, always alike."""

from __future__ import annotations

import io
import sys
from datetime import date
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.formats.records import Address, ContactRecord, LabelledDate
from crm.formats.vcard.properties import TYPES
from crm.formats.vcard.writer import VERSIONS, card_of, folded, write_contacts
from tests.formats.vcards import card, items, one, people

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=90)
_LINE = _TEXT.map(lambda text: " ".join(text.split()))
_NAMED = _LINE.filter(bool)
_BARE = st.text(
    st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=60
).filter(lambda text: not text.lower().startswith(("tel:", "mailto:", "urn:")))  # fmt: skip
_NO_COMMA = _NAMED.map(lambda text: text.replace(",", ".").lstrip("#").strip()).filter(bool)
_LABEL = st.sampled_from(["", *TYPES, "work fax", "Sailing club", "a;b,c\\d"]) | _LINE.filter(
    lambda text: not text.startswith("_$!<")
)
_DAY = st.dates().map(date.isoformat)
_PARTIAL = st.one_of(
    _DAY, _DAY.map(lambda day: f"-{day[4:]}"), _DAY.map(lambda day: day[:7]),
    _DAY.map(lambda day: day[:4]), _DAY.map(lambda day: f"-{day[4:7]}"),
)  # fmt: skip
_UNKNOWN = st.builds(
    "{}{}:{}".format,
    st.sampled_from(["X-A", "item3.X-B", "GENDER", "IMPP;PREF=1", 'X-C;Y="a:b;c"']),
    st.sampled_from(["", ";TYPE=work", ";X-Y=1"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0 "), min_size=1),
) | st.sampled_from(["PHOTO;ENCODING=b;TYPE=JPEG:AAAA", "PHOTO;VALUE=uri:https://x.example/a.jpg"])


def _several(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=3, unique=True).map(tuple)


@st.composite
def _records(draw: st.DrawFn) -> ContactRecord:
    emails, phones = draw(_several(_BARE)), draw(_several(_BARE))
    made = st.builds(Address, _LABEL, *[_TEXT.map(str.strip)] * 5)
    addresses = draw(st.lists(made.filter(lambda a: any(a[1:2] + a[3:])), max_size=2, unique=True))
    cities = [address.city for address in addresses if address.city]
    dates = st.lists(st.builds(LabelledDate, _LABEL, _PARTIAL), max_size=2, unique=True)
    extra = sorted(draw(_several(_UNKNOWN)), key=lambda line: line.startswith("PHOTO"))
    return ContactRecord(
        1, "vcard", draw(_BARE), draw(_NAMED), draw(_LINE), draw(_LINE), draw(_LINE), draw(_LINE),
        draw(_LINE if not cities else st.sampled_from([cities[0], "Lugo"])),
        emails, phones, draw(_several(_BARE)), draw(_several(_NO_COMMA)), draw(_several(_NAMED)),
        draw(_TEXT.map(str.strip)), draw(_PARTIAL | st.just("")), draw(st.none() | st.dates()),
        draw(_several(_NAMED.filter(lambda name: ":::" not in name)).map(" ::: ".join)),
        draw(_LINE), draw(st.none() | st.dates()), draw(st.none() | st.dates()), draw(_LINE),
        draw(_LINE), _labels(draw, emails), _labels(draw, phones), tuple(addresses),
        tuple(draw(dates)), tuple(extra),
    )  # fmt: skip


def _labels(draw: st.DrawFn, ways: tuple[str, ...]) -> tuple[str, ...]:
    labels = tuple(draw(_LABEL) for _ in ways)
    return labels if any(labels) else ()


@given(_records(), st.sampled_from(VERSIONS))
def test_what_is_written_reads_the_same(record: ContactRecord, version: str) -> None:
    written = card_of(record, version)
    assert items(written) == [record]
    assert card_of(record, version) == written


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=400))
def test_folds_never_part_a_character_and_lines_never_exceed_75_octets(text: str) -> None:
    lines = folded(text).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == text
    assert all(line.startswith(" ") for line in lines[1:])


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("3.0", ["N:Ruiz;Ana;;;", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14", "EMAIL;TYPE=work:a@b.c",
                 "item1.TEL:600", "item1.X-ABLabel:Boat", "item2.X-ABDATE:2014-03-10",
                 "item2.X-ABLabel:_$!<Anniversary>!$_", "ADR:;;;Lugo;;;", "CATEGORIES:a b,c",
                 "NOTE:one\\ntwo\\; three"]),
        ("4.0", ["N:Ruiz;Ana;;;", "BDAY:--0314", "ANNIVERSARY:20140310", "LANG:es"]),
    ],
)  # fmt: skip
def test_a_card_is_written_as_others_expect_it(version: str, lines: list[str]) -> None:
    record = ContactRecord(
        1, "vcard", "u-1", "Ana Ruiz", "Ana", "Ruiz", city="Lugo", emails=("a@b.c",),
        phones=("600",), tags=("a b", "c"), notes="one\ntwo; three", birthday="--03-14",
        language="es", email_labels=("work",), phone_labels=("Boat",),
        dates=(LabelledDate("anniversary", "2014-03-10"),),
    )  # fmt: skip
    stream = io.StringIO(newline="")
    write_contacts(stream, [record, record], version)
    text = stream.getvalue()
    assert text == card_of(record, version) * 2
    assert text.startswith(f"BEGIN:VCARD\r\nVERSION:{version}\r\nUID:u-1\r\nFN:Ana Ruiz\r\n")
    assert set(lines) <= set(text.split("\r\n"))


def test_a_line_that_says_more_stands_for_the_field_until_that_changes() -> None:
    said = ["N:Ruiz;Ana;María;Dra.;", "ORG:Estudio;Diseño", "BDAY;VALUE=text:in spring"]
    record = one("FN:Ana", *said, "item1.URL:https://a.example", "item1.X-ABLabel:Blog")
    assert set(said) < set(card_of(record, "3.0").split("\r\n"))

    changed = record._replace(
        family_name="Vidal", organisation="Faro", birthday="1990-03", links=(), phones=("600",)
    )
    written = card_of(changed, "3.0").split("\r\n")
    assert {"N:Vidal;Ana;;;", "ORG:Faro", "BDAY:1990-03"} < set(written)
    assert not [line for line in written if "Diseño" in line or "spring" in line or "item1" in line]


def test_an_unknown_line_never_becomes_two() -> None:
    record = one("FN:Ana")._replace(extra=("X-A:b\nTEL:1", "no colon", "X-B:c"))
    assert people(card_of(record, "3.0"))[0].extra == ("X-B:c",)


def _work(text: str) -> int:
    """Give the lines of Python that reading a text takes."""
    done = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal done
        done += event == "line"
        return trace if "/crm/" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        items(text)
    finally:
        sys.settrace(before)
    return done


@pytest.mark.parametrize(
    "repeated",
    [
        lambda n: card("FN:a", "TEL:1", "NOTE:x") * n,
        lambda n: card("FN" + ";A" * n + ":a"),
        lambda n: card("FN:a", "ADR:" + ";" * n, "N:" + "\\;" * n),
        lambda n: card("FN:a", *["NOTE:b"] * n),
        lambda n: card("FN:a", "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\r\n" * n),
        lambda n: card("FN:a", "NOTE:", *[" x"] * n, "no colon"),
        lambda n: card("FN:a", *['X;A="b'] * n),
        lambda n: "BEGIN:VCARD\nFN:x\nAGENT:\n" * n + "END:VCARD\n" * n,
        lambda n: "BEGIN:VCARD\nFN:x\n" * n,
        lambda n: card("FN:a", *[f"item{m}.X-ABLabel:b" for m in range(n)], "item1.TEL:2"),
        lambda n: card("FN:a", "CATEGORIES:" + "a,b," * n, "NICKNAME:" + "a," * n),
        lambda n: card("FN:a") + "junk\n" * n,
    ],
)
def test_twice_the_text_is_twice_the_work(repeated: Any) -> None:
    small, large = _work(repeated(300)), _work(repeated(600))
    assert large <= 2.2 * small + 2_000
