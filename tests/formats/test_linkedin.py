"""LinkedIn connections: every known variant, the real samples, and text that is no export."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crm.formats.days import read_day
from crm.formats.linkedin import read_connections, sniff
from crm.formats.records import BadRow, ContactRecord, FormatError
from crm.formats.text_file import open_text

FIXTURES = Path(__file__).parent / "fixtures"
SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples" / "web"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def read_file(path: Path) -> tuple[list[ContactRecord], list[BadRow]]:
    file = open_text(path)
    with file.stream:
        assert sniff(file.head)
        return split(list(read_connections(file.stream)))


def read_text(text: str) -> tuple[list[ContactRecord], list[BadRow]]:
    return split(list(read_connections(io.StringIO(text, newline=""))))


def split(items: list[ContactRecord | BadRow]) -> tuple[list[ContactRecord], list[BadRow]]:
    people = [item for item in items if isinstance(item, ContactRecord)]
    return people, [item for item in items if isinstance(item, BadRow)]


@pytest.mark.parametrize(
    ("name", "people"),
    [
        (
            "linkedin_plain",
            [
                (5, "nerea-salvatierra", "Nerea Salvatierra", date(2024, 3, 12)),
                (6, "oskar-löv", "Oskar Lindqvist Ångström", date(2025, 1, 2)),
                (7, "mei-tanaka", "Mei 🌱 Tanaka, PhD", date(2023, 2, 5)),
            ],
        ),
        (
            "linkedin_quoted_notes_two_blanks",
            [
                (6, "ruth-adeyemi", "Ruth Adeyemi", date(2019, 8, 18)),
                (7, "tomas-iriarte", "Tomás Iriarte", None),
            ],
        ),
        (
            "linkedin_plain_notes_reordered",
            [
                (6, "elenaquiroga", "Elena Quiroga", date(2023, 1, 15)),
                (7, "kwameosei", "Kwame Osei", date(2023, 9, 1)),
            ],
        ),
        (
            "linkedin_no_preamble_no_newline",
            [
                (2, "iris-vella", "Iris Vella", date(2022, 11, 30)),
                (3, "pau-ferrer", "Pau Ferrer", date(2024, 2, 29)),
            ],
        ),
        (
            "linkedin_bom_crlf",
            [
                (5, "begona", "Begoña Núñez", date(2021, 12, 31)),
                (6, "ada-moss", "Ada Moss", date(2020, 2, 1)),
            ],
        ),
        (
            "linkedin_no_url",
            [
                (4, "ana.ruiz@example.com", "Ana Ruiz", date(2022, 2, 7)),
                (5, "jose pena|2023-05-14", "José Peña", date(2023, 5, 14)),
                (6, "jose pena|2023-05-15", "José Peña", date(2023, 5, 15)),
                (7, "li wei|2023-05-14", "Li Wei", date(2023, 5, 14)),
            ],
        ),
        (
            "linkedin_spanish",
            [
                (5, "inigo", "Íñigo Echeverría", date(2024, 3, 12)),
                (6, "lola", "Lola Marín", date(2023, 1, 3)),
                (7, "saul", "Saúl Gil", date(2023, 6, 5)),
                (8, "eva", "Eva Cano", date(2020, 9, 9)),
            ],
        ),
        (
            "linkedin_semicolons",
            [
                (4, "rosa-lima", "Rosa Lima", date(2023, 6, 5)),
                (5, "ian-fox", "Ian Fox", date(2024, 3, 12)),
            ],
        ),
        ("linkedin_tabs_cp1252", [(2, "zoe-m", "Zoë Müller", date(2024, 3, 1))]),
    ],
)
def test_each_variant_gives_its_people(
    name: str, people: list[tuple[int, str, str, date | None]]
) -> None:
    records, bad = read_file(FIXTURES / f"{name}.csv")
    assert [(r.line, r.external_id, r.name, r.connected_on) for r in records] == people
    assert not bad


def test_cells_go_to_their_fields() -> None:
    records, _ = read_file(FIXTURES / "linkedin_plain.csv")
    oskar, mei = records[1:]
    assert oskar == ContactRecord(
        line=6,
        source="linkedin",
        external_id="oskar-löv",
        name="Oskar Lindqvist Ångström",
        given_name="Oskar",
        family_name="Lindqvist Ångström",
        organisation="Fjord & Söner, AB",
        title="Head of Growth",
        emails=("oskar@example.org",),
        links=("https://www.linkedin.com/in/oskar-l%C3%B6v",),
        connected_on=date(2025, 1, 2),
    )
    assert (mei.organisation, mei.title, mei.emails) == ("", "", ())


def test_ghosts_namesakes_and_short_rows_are_told_apart() -> None:
    records, bad = read_file(FIXTURES / "linkedin_ghosts_namesakes.csv")
    assert [(r.name, r.external_id) for r in records] == [
        ("Maria Silva", "maria-silva-1"),
        ("Maria Silva", "maria-silva-2"),
        ("Cher", "cher"),
        ("Teller", "teller"),
        ("Ivo van der Berg", "ivo"),
    ]
    assert bad == [
        BadRow(5, "ghost", {"url": ""}),
        BadRow(7, "ghost", {"url": "https://www.linkedin.com/in/ACoAAB-gone"}),
        BadRow(10, "bad-connected-on", {"value": "the other day"}, imported=True),
        BadRow(11, "row-too-short", {"cells": 1, "needed": 2}),
    ]


def test_a_quote_left_open_takes_nobody_else_with_it() -> None:
    records, bad = read_file(FIXTURES / "linkedin_broken_quotes.csv")
    assert [(r.line, r.name, r.organisation) for r in records] == [
        (4, "Ben Ito", "Plain"),
        (5, "Zoe Kay", "Fine, Ltd"),
        (6, "Hal Odd", "Two\nlines"),
    ]
    assert [(b.line, b.code) for b in bad] == [(3, "unclosed-quote"), (8, "unclosed-quote")]


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("job-swarm", "Jamie Example, Alex Sample, Taylor Demo"),
        ("jobradar", "Dana Levi, Avi Cohen, Noa Bar"),
        (
            "labeldekho",
            "Alice Johnson, Bob Williams, Carol Davis, David Brown, Eve Wilson, Frank Miller, "
            "Grace Lee, Henry Taylor, Ivy Martinez, Jack Anderson",
        ),
        ("sourcer", "Priya Shah, Sam Lee, Alex Kim"),
        (
            "toolkit",
            "Ada Lovelace, Grace Hopper, Alan Turing, Katherine Johnson, Linus Torvalds, "
            "Margaret Hamilton, Tim Berners-Lee",
        ),
    ],
)
def test_real_samples_give_every_person(name: str, people: str) -> None:
    path = SAMPLES / f"linkedin_{name}.csv"
    if not path.exists():
        pytest.skip("the samples are not part of the project and are not here")
    records, bad = read_file(path)
    assert ", ".join(record.name for record in records) == people
    assert not bad
    assert len({record.external_id for record in records}) == len(records)
    emails = {"jobradar": 1, "labeldekho": 7}.get(name, 0)
    assert sum(len(record.emails) for record in records) == emails
    undated = [record.name for record in records if record.connected_on is None]
    assert undated == (["Tim Berners-Lee"] if name == "toolkit" else [])


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("linkedin.com/in/Ana/", "ana"),
        ("https://example.org/Ana?x=1#y", "example.org/ana"),
        ("https://www.linkedin.com/in/", "a@b.c"),
        ("https://", "a@b.c"),
        ("", "a@b.c"),
    ],
)
def test_key_falls_back_from_slug_to_url_to_email(url: str, key: str) -> None:
    records, _ = read_text(f"{HEADER}Ana,Ruiz,{url},A@b.c,,,\n")
    assert records[0].external_id == key


def test_a_missing_tail_is_no_fault() -> None:
    records, bad = read_text(HEADER + "Ana,Ruiz\n   \nEva,Gil,,,Org\n")
    assert [(r.name, r.organisation) for r in records] == [("Ana Ruiz", ""), ("Eva Gil", "Org")]
    assert not bad


def test_hostile_rows_are_reported_with_their_line_and_the_rest_is_read() -> None:
    long_field = '"' + "x" * 200_000 + '"'
    text = (
        HEADER
        + f"A,B,,,{long_field},,\n"
        + "N\0,B,,,,,\n"
        + "x" * 1_500_000
        + ",y\n"
        + "a,b"
        + "," * 2_000
        + "\nGood,Person,,,,,\n"
    )
    records, bad = read_text(text)
    assert [(r.line, r.name) for r in records] == [(6, "Good Person")]
    assert [(b.line, b.code, b.imported) for b in bad] == [
        (2, "field-too-long", False),
        (3, "nul-character", False),
        (4, "line-too-long", False),
        (5, "too-many-columns", False),
    ]


def test_bare_carriage_returns_end_lines_or_are_reported() -> None:
    text = HEADER.replace("\n", "\r") + "Ana,Ruiz,,,,,\r"
    assert read_text(text)[0][0].line == 2
    items = list(read_connections(io.StringIO(f"{HEADER}A\rna,Ruiz,,,,,\nEva,Gil,,,,,\n")))
    assert [item[:2] for item in items if isinstance(item, BadRow)] == [(2, "unreadable-row")]
    assert [item.name for item in items if isinstance(item, ContactRecord)] == ["Eva Gil"]


def test_many_open_quotes_are_given_up_in_bounded_time() -> None:
    _, bad = read_text(HEADER + "Ana,Ruiz,,,,,\n" + 'x"y,"z\n' * 20_000)
    assert {b.code for b in bad} == {"unclosed-quote"}
    assert sum(int(str(b.params["lines"])) for b in bad) == 20_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("Notes:\nnothing here\n", "no-linkedin-header"),
        (HEADER, "no-rows"),
        (HEADER + ",,,,,,\n,,,,,,\n", "no-rows"),
        ("a" + "," * 3_000, "too-many-columns"),
    ],
)
def test_a_file_without_people_is_an_error(text: str, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_text(text)
    assert caught.value.code == code


def test_only_a_connections_export_is_sniffed() -> None:
    assert sniff("Notes:\n\n" + HEADER)
    assert sniff("First Name,Last Name,URL,Company,Position\n")
    assert not sniff("Title,First Name,Middle Name,Last Name,Suffix,Company,Department\n")
    assert not sniff("First Name,Last Name,Display Name,Primary Email\n")
    assert not sniff("")


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("12 Mar 2024", False, date(2024, 3, 12)),
        ("7-Feb-22", False, date(2022, 2, 7)),
        ("05/14/23", False, date(2023, 5, 14)),
        ("05/06/23", False, date(2023, 5, 6)),
        ("05/06/23", True, date(2023, 6, 5)),
        ("14/05/2023", False, date(2023, 5, 14)),
        ("05/14/2023", True, date(2023, 5, 14)),
        ("5.6.2023", False, date(2023, 6, 5)),
        ("2024-03-12", False, date(2024, 3, 12)),
        ("2024-03-12T10:00:00Z", False, date(2024, 3, 12)),
        ("12 Mar 2024, 10:31 AM", False, date(2024, 3, 12)),
        ("March 12, 2024", False, date(2024, 3, 12)),
        ("12 de marzo de 2024", True, date(2024, 3, 12)),
        ("1 ago. 2021", True, date(2021, 8, 1)),
        ("3 setiembre 2020", True, date(2020, 9, 3)),
        ("30 Feb 2024", False, None),
        ("12 Foo 2024", False, None),
        ("0 Jan 2024", False, None),
        ("1 2 3", False, None),
        ("1 Jan 99999999999999999999", False, None),
        ("99999999999999999999/1/2020", False, None),
        ("12 Mar 0000", False, None),
        ("Jan Feb Mar", False, None),
        ("45363", False, None),
        ("1 Jan 2020" + " " * 100, False, None),
    ],
)
def test_days_are_read_as_exports_write_them(text: str, day_first: bool, day: date | None) -> None:
    assert read_day(text, day_first) == day


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('a",;\t\n\r\0|\ud800 9/é') | st.characters(), max_size=200))
@example('x,"y\n')
def test_any_text_after_a_header_raises_nothing_but_format_errors(text: str) -> None:
    for whole in (text, HEADER + text):
        sniff(whole)
        try:
            items = list(read_connections(io.StringIO(whole, newline="")))
        except FormatError:
            continue
        lines = [item.line for item in items]
        assert lines == sorted(lines)
        assert all(item.name for item in items if isinstance(item, ContactRecord))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), st.booleans())
def test_any_text_as_a_day_is_a_day_or_none(text: str, day_first: bool) -> None:
    assert isinstance(read_day(text, day_first), date | None)
