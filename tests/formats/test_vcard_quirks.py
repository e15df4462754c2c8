"""What phones and programs do to vCards: each quirk, and how a bad card leaves others alone."""

from __future__ import annotations

import codecs
import io
import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crm.formats.records import Address, BadRow, ContactRecord, FormatError, GroupRecord
from crm.formats.records import LabelledDate as Day
from crm.formats.text_file import TextFile
from crm.formats.vcard.reader import read_contacts, sniff
from crm.formats.vcard.regions import LARGEST_BINARY, LONGEST_CARD, LONGEST_VALUE
from tests.formats.vcards import card, items, odd, one, people

ANA = card("FN:Ana Ruiz", "TEL:600123456")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("EMAIL;TYPE=INTERNET,WORK,pref:ana@example.com", "emails", ("ana@example.com",)),
        ("EMAIL:mailto:ana@example.com", "emails", ("ana@example.com",)),
        ("EMAIL;TYPE=INTERNET;TYPE=WORK:a@b.c", "email_labels", ("work",)),
        ('TEL;TYPE="HOME,VOICE":1234', "phone_labels", ("home",)),
        ("TEL;WORK;FAX:1234", "phone_labels", ("work fax",)),
        ("TEL;VALUE=uri;TYPE=cell:tel:+34-600;ext=2", "phones", ("+34-600;ext=2",)),
        ("TEL:\u202d666 555 444\u202c", "phones", ("666 555 444",)),
        (r"TEL:205246\;\;\,", "phones", ("205246;;,",)),
        (r"NOTE:one\ntwo\, three\; four\\n", "notes", "one\ntwo, three; four\\n"),
        (r"URL:http\://www.example.com", "links", ("http://www.example.com",)),
        ("X-SOCIALPROFILE;type=x:https://x.com/ana", "links", ("https://x.com/ana",)),
        (r"ORG:ABC\, Inc.;Marketing", "organisation", "ABC, Inc."),
        ("ORG:;Marketing", "organisation", "Marketing"),
        (r"CATEGORIES:one,two\, three,myContacts,#four", "tags", ("one", "two", "three", "four")),
        (r"NICKNAME:Ani,Ana\, the", "nickname", "Ani ::: Ana, the"),
        ("ROLE:Programmer", "roles", ("Programmer",)),
        ("TITLE:Chief  of ideas ", "title", "Chief  of ideas"),
        ("LANG;PREF=1:fr", "language", "fr"),
        ("UID:urn:uuid:1-2", "external_id", "1-2"),
        ("X-CRM-MET-ON:2024-02-29", "met_on", date(2024, 2, 29)),
        ("GENDER:F", "extra", ("GENDER:F",)),
        ("item1.IMPP;X-SERVICE-TYPE=Jabber:xmpp:a@b.c", "extra",
         ("item1.IMPP;X-SERVICE-TYPE=Jabber:xmpp:a@b.c",)),
        ('ADR;LABEL="Main: 1";TYPE=home:;;Main 1;Lugo;;27001;ES', "addresses",
         (Address("home", "Main 1", "Lugo", "", "27001", "ES"),)),
        ("ADR:1;2;3;Lugo;;;;more", "addresses", (Address("", "1, 2, 3", "Lugo"),)),
        ("ADR:;;;Lugo", "city", "Lugo"),
        ("ANNIVERSARY:19960415", "dates", (Day("anniversary", "1996-04-15"),)),
        ("X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-05-09", "dates", (Day("", "--05-09"),)),
        ("LABEL;WORK:Somewhere", "extra", ("LABEL;TYPE=WORK:Somewhere",)),
        ("FN:Another", "extra", ("FN:Ana", "FN:Another")),
        ("KIND:org", "extra", ("KIND:org",)),
        ("PHOTO;JPEG;BASE64:aGVs bG8=", "extra", ("PHOTO;TYPE=JPEG;ENCODING=b:aGVsbG8=",)),
        ("PHOTO:https://example.com/a.png", "extra", ("PHOTO:https://example.com/a.png",)),
        ("REV:20240101T000000Z", "extra", ()),
    ],
)  # fmt: skip
def test_a_property_is_read(line: str, field: str, value: object) -> None:
    assert getattr(one("FN:Ana", line), field) == value


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:19800322", "1980-03-22"),
        ("BDAY;VALUE=date:1980-03-22", "1980-03-22"),
        ("BDAY:1987-09-27T08:30:00-06:00", "1987-09-27"),
        ("BDAY:19870927T083000Z", "1987-09-27"),
        ("BDAY:--0314", "--03-14"),
        ("BDAY:--03-14", "--03-14"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY:1990-03", "1990-03"),
        ("BDAY:1990", "1990"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14", "--03-14"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1990-03-14", "1990-03-14"),
        ("BDAY:14/03/1990", "1990-03-14"),
        ("BDAY;VALUE=text:circa 1800", ""),
        ("BDAY:", ""),
    ],
)
def test_a_birthday_is_read(line: str, birthday: str) -> None:
    person = one("FN:Ana", line)
    assert person.birthday == birthday
    assert person.extra == ((line,) if "circa" in line else ())


@pytest.mark.parametrize("value", ["---14", "1980-13-40", "soon", "2023-02-29", "٢٠٢٣-01-01"])
def test_a_birthday_that_is_none_is_reported_and_kept(value: str) -> None:
    person, bad = items(card("FN:Ana", f"BDAY:{value}"))
    assert isinstance(person, ContactRecord)
    assert (person.birthday, person.extra) == ("", (f"BDAY:{value}",))
    assert bad == BadRow(1, "bad-birthday", {"value": value}, imported=True)


def test_the_preferred_way_comes_first() -> None:
    person = one(
        "FN:Ana", "EMAIL:c@d.e", "EMAIL;PREF=2:b@c.d", "EMAIL;TYPE=work;PREF=1:a@b.c", "EMAIL:a@b.c"
    )
    assert person.emails == ("a@b.c", "b@c.d", "c@d.e")
    assert person.email_labels == ("work", "", "")


def test_a_label_of_apples_goes_with_its_group() -> None:
    person = one(
        "FN:Ana",
        "item1.TEL:905",
        "item1.X-ABLabel:_$!<AssistantPhone>!$_",
        "ITEM2.EMAIL;type=INTERNET:a@b.c",
        "item2.X-ABLabel:Sailing club",
        "item3.X-ABDATE:2014-03-10",
        "item3.X-ABLabel:_$!<Anniversary>!$_",
        "item4.URL:https://blog.example.com",
        "item4.X-ABLabel:Blog",
        "item5.X-ABRELATEDNAMES:Jenny",
        "item5.X-ABLabel:_$!<Spouse>!$_",
    )
    assert (person.phone_labels, person.email_labels) == (("assistantphone",), ("Sailing club",))
    assert person.dates == (Day("anniversary", "2014-03-10"),)
    assert person.links == ("https://blog.example.com",)
    assert set(person.extra) == {
        "item4.URL:https://blog.example.com", "item4.X-ABLabel:Blog",
        "item5.X-ABRELATEDNAMES:Jenny", "item5.X-ABLabel:_$!<Spouse>!$_",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "name", "given", "family"),
    [
        (["N:Ruiz;Ana;María Luz,Pía;Dra.;"], "Ana María Luz Pía Ruiz", "Ana", "Ruiz"),
        (["N:Ruiz"], "Ruiz", "", "Ruiz"),
        (["FN:", "N:;;;;", "NICKNAME:Ani"], "Ani", "", ""),
        (["ORG:Acme;Sales"], "Acme", "", ""),
        (["EMAIL:not one", "EMAIL:ana@example.com"], "ana@example.com", "", ""),
        (["TEL:none", "TEL:600 123 456"], "600 123 456", "", ""),
        (["URL:example.com"], "example.com", "", ""),
        (["ADR:;;Main 1;Lugo;;;"], "Main 1, Lugo", "", ""),
        (["LABEL:Main 1\\nLugo"], "Main 1", "", ""),
        (["FN:a\\nb"], "a b", "", ""),
    ],
)
def test_people_are_called_something(lines: list[str], name: str, given: str, family: str) -> None:
    person = one(*lines)
    assert (person.name, person.given_name, person.family_name) == (name, given, family)


def test_a_card_that_says_nothing_is_reported() -> None:
    assert odd(card("NOTE:x") + ANA) == [(1, "empty-card", False)]
    assert odd("BEGIN:VCARD\nEND:VCARD\n" + ANA) == [(1, "empty-card", False)]


def test_a_group_names_its_members() -> None:
    group = card("FN:Choir", "X-ADDRESSBOOKSERVER-KIND:group",
                 "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:a-1")  # fmt: skip
    new = card("KIND:group", "FN:Club", "MEMBER:mailto:a@b.c", "MEMBER:urn:uuid:b-2", version="4.0")
    assert items(group + ANA + new)[::2] == [
        GroupRecord(1, "Choir", ("a-1",)), GroupRecord(12, "Club", ("mailto:a@b.c", "b-2")),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_lines_may_end_in_any_way(end: str, last: bool) -> None:
    text = (card("FN:Ana", "NOTE:one", "  two", "\tthree") + "\r\n" + ANA).replace("\r\n", end)
    ana, other = people(text if last else text.removesuffix(end))
    assert (ana.line, ana.name, ana.notes) == (1, "Ana", "one twothree")
    assert (other.line, other.name, other.phones) == (9, "Ana Ruiz", ("600123456",))


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-le", b""), ("utf-16-be", b""),
    ],
)  # fmt: skip
def test_unicode_may_be_written_in_any_way(encoding: str, mark: bytes) -> None:
    assert people(mark + card("FN:Begoña Łuk").encode(encoding))[0].name == "Begoña Łuk"


def test_several_files_in_one_keep_their_marks() -> None:
    both = codecs.BOM_UTF8 + ANA.encode() + codecs.BOM_UTF8 + card("FN:Eva").encode()
    assert [person.name for person in people(both)] == ["Ana Ruiz", "Eva"]


def test_a_fold_may_part_a_character() -> None:
    whole = card("FN:Ñañez").encode()
    at = whole.index("ñ".encode()) + 1
    assert people(whole[:at] + b"\r\n " + whole[at:])[0].name == "Ñañez"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ([b"FN;CHARSET=windows-1252:" + "Doë".encode("cp1252")], "Doë"),
        ([b"FN:" + "Βαγ".encode("cp1253"), b"NOTE;CHARSET=Windows-1253:x"], "Βαγ"),
        ([b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bego=C3=B1a=20=", b"N=C3=BA=C3=B1ez"],
         "Begoña Núñez"),
        ([b"FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Ni=F1a"], "Niña"),
        ([b"FN;ENCODING=quoted-printable;CHARSET=shift_jis:=93=FA=96=7B"], "日本"),
        ([b"FN;CHARSET=iso-2022-jp:\x1b$BF|K\\\x1b(B"], "日本"),
        ([b"FN;CHARSET=nonsense:plain"], "plain"),
    ],
)  # fmt: skip
def test_charsets_are_believed(lines: list[bytes], name: str) -> None:
    data = b"\r\n".join([b"BEGIN:VCARD", b"VERSION:2.1", *lines, b"END:VCARD", b""])
    assert people(data)[0].name == name


def test_a_charset_that_nothing_names_is_guessed_and_said_once() -> None:
    data = (card("FN:Niña") * 3).encode("latin-1") + ANA.encode()
    found = items(data)
    assert [item.name for item in found[:4] if isinstance(item, ContactRecord)] == [
        "Niña", "Niña", "Niña", "Ana Ruiz",
    ]  # fmt: skip
    assert found[4:] == [BadRow(1, "guessed-charset", {"cards": 3}, imported=True)]


def test_old_cards_are_read() -> None:
    person = one(
        "N;ENCODING=QUOTED-PRINTABLE:Ruiz;Ana;;;",
        "TEL;CELL;PREF:600",
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo; three=",
        " four=0D=0A",
        "PHOTO;ENCODING=BASE64;JPEG:",
        "    aGVs",
        "    bG8=",
        "",
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Her agent",
        "END:VCARD",
        "TITLE:Boss",
        version="2.1",
    )
    assert (person.name, person.phones, person.title) == ("Ana Ruiz", ("600",), "Boss")
    assert person.notes == "one\ntwo; three four"
    assert person.extra == (
        "AGENT:BEGIN:VCARD\\nFN:Her agent\\nEND:VCARD",
        "PHOTO;ENCODING=b;TYPE=JPEG:aGVsbG8=",
    )


@pytest.mark.parametrize(
    ("text", "names", "bad"),
    [
        ("junk\nmore\n" + ANA, ["Ana Ruiz"], [(1, "stray-text", False)]),
        (ANA + "junk\n" + ANA, ["Ana Ruiz"] * 2, [(6, "stray-text", False)]),
        ("BEGIN:VCARD\nFN:Eva\n" + ANA, ["Eva", "Ana Ruiz"], [(1, "missing-end", True)]),
        (ANA + "BEGIN:VCARD\nFN:Eva", ["Ana Ruiz", "Eva"], [(6, "missing-end", True)]),
        (ANA + "END:VCARD\n", ["Ana Ruiz"], [(6, "end-without-begin", False)]),
        (
            card("FN:Eva", "no colon here") + ANA,
            ["Eva", "Ana Ruiz"],
            [(4, "unreadable-line", True)],
        ),
        (card("FN:Eva", "a b;c:x") + ANA, ["Eva", "Ana Ruiz"], [(1, "unreadable-line", True)]),
        (card("FN:Eva", ":x") + ANA, ["Eva", "Ana Ruiz"], [(4, "unreadable-line", True)]),
        (card("FN:Eva", 'TEL;X="a:1') + ANA, ["Eva", "Ana Ruiz"], [(1, "unreadable-line", True)]),
        ("begin:vcard\nfn:Eva\nend:vcard\n" + ANA, ["Eva", "Ana Ruiz"], []),
        ("BEGIN:VCARD \nFN:Eva\nEND : VCARD\n" + ANA, ["Eva", "Ana Ruiz"], []),
        ("BEGIN:VCARD\nFN:Eva\nEND:VEVENT\nTEL:1\nEND:VCARD\n" + ANA, ["Eva", "Ana Ruiz"], []),
    ],
)
def test_a_bad_card_leaves_the_others_alone(
    text: str, names: list[str], bad: list[tuple[int, str, bool]]
) -> None:
    assert [item.name for item in items(text) if isinstance(item, ContactRecord)] == names
    assert odd(text) == bad


@pytest.mark.parametrize("size", [LARGEST_BINARY + 100, 3 * LONGEST_CARD])
@pytest.mark.parametrize("width", [75, 10_000_000])
def test_a_large_picture_is_left_out_and_the_person_is_not(size: int, width: int) -> None:
    data = "\r\n ".join(re.findall(f".{{1,{width}}}", "/9j/4AAQ" * (size // 8)))
    big = card("FN:Eva", f"PHOTO;ENCODING=b;TYPE=JPEG:{data}", "TEL:600123456")
    found = items(ANA + big * 2 + ANA)
    assert [(i.line, i.name, i.phones, i.extra) for i in found if isinstance(i, ContactRecord)] == [
        (1, "Ana Ruiz", ("600123456",), ()),
        (6, "Eva", ("600123456",), ()),
        (6 + big.count("\n"), "Eva", ("600123456",), ()),
        (6 + 2 * big.count("\n"), "Ana Ruiz", ("600123456",), ()),
    ]
    assert found[4:] == [BadRow(6, "picture-left-out", {"cards": 2}, imported=True)]


@pytest.mark.parametrize("size", [LONGEST_VALUE + 1_000, 10_000_000])
@pytest.mark.parametrize("head", ["NOTE", "NOTE;ENCODING=QUOTED-PRINTABLE"])
def test_a_long_value_is_left_out_and_the_person_is_not(size: int, head: str) -> None:
    soft = "=\r\n" if "=" in head else "x"
    value = soft.join(["b" * 70] * (size // 70))
    text = card("FN:Eva", f"{head}:{value}", "TEL:600123456") + ANA
    eva, bad, ana = items(text)
    assert isinstance(eva, ContactRecord)
    assert isinstance(ana, ContactRecord)
    assert (eva.phones, eva.notes, ana.line) == (("600123456",), "", text.count("\n") - 4)
    assert bad == BadRow(
        1, "value-too-long", {"field": "NOTE", "limit": LONGEST_VALUE}, imported=True
    )


@pytest.mark.parametrize("lines", [[f"X-{n}:{n}" for n in range(200_000)], ["junk"] * 300_000])
def test_a_card_beyond_bounds_is_left_out(lines: list[str]) -> None:
    found = items(card("FN:Eva", *lines) + ANA)
    assert [(i.code, i.line) for i in found if isinstance(i, BadRow)] == [("card-too-long", 1)]
    assert [i.line for i in found if isinstance(i, ContactRecord)] == [len(lines) + 5]


def test_cards_without_an_end_are_taken_however_many_they_are() -> None:
    found = items("BEGIN:VCARD\nFN:Eva\n" * 60_000 + ANA)
    assert sum(isinstance(item, ContactRecord) for item in found) == 60_001
    assert [item.code for item in found if isinstance(item, BadRow)] == ["missing-end"] * 60_000
    assert found[-1].line == 120_001


def test_many_parameters_and_parts_are_nothing() -> None:
    head = "FN" + ";A" * 4_000
    person = one(f"{head}:Ana", "ADR:" + ";" * 60_000, "NICKNAME:" + "\\," * 30_000)
    assert person.name == "Ana"


def test_a_nest_of_agents_is_no_nest_of_backslashes() -> None:
    text = "BEGIN:VCARD\nFN:x\nAGENT:\n" * 500 + "END:VCARD\n" * 500
    assert sum(len(str(item)) for item in items(text)) < 1_000_000


class _Counted(io.BytesIO):
    read_bytes = 0

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self.read_bytes += len(data)
        return data


def test_the_file_is_read_once_and_no_further_than_asked() -> None:
    raw = _Counted(ANA.encode() * 20_000)
    stream = io.TextIOWrapper(raw, encoding="utf-8", newline="")
    reader = read_contacts(TextFile(stream, "", "utf-8", False))
    next(reader)
    assert raw.read_bytes < 300_000
    assert sum(1 for _ in reader) == 19_999
    assert raw.read_bytes == len(raw.getvalue())


def test_vcards_are_told_by_what_they_are() -> None:
    assert sniff("BEGIN:VCARD\r\nVERSION:3.0")
    assert sniff("\ufeffhello\nbegin : vcard\n")
    assert not sniff("name,note\nAna,BEGIN:VCARD\n")


_PIECES = st.sampled_from(
    ["BEGIN:VCARD\n", "END:VCARD\n", "FN:Ana\n", "N:Ruiz;Ana;;;\n", "TEL;", "CELL:", "item1.",
     "X-ABLabel:", "BDAY:", "--0314\n", "AGENT:\n", "NOTE;QUOTED-PRINTABLE:", "=\n", "=C3=B1",
     "CHARSET=", "shift_jis", ";", ":", ",", "\\", '"', "\n ", "\r", "\r\n", "é", "\ufeff", "\0",
     "PHOTO;ENCODING=b:", "TYPE=", "KIND:group\n", "MEMBER:a\n", "CRM-LEFT-OUT;", "ADR:", "x" * 90]
)  # fmt: skip
_TANGLE = st.lists(_PIECES | st.text(max_size=5), max_size=40).map("".join)


@settings(max_examples=400)
@given(st.binary(max_size=300) | _TANGLE.map(lambda text: text.encode("utf-8", "replace")))
@example(b"BEGIN:VCARD\nFN:a\nAGENT:\nBEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nEND:VCARD")
@example(b'BEGIN:VCARD\n:\nFN\n;\n"\nEND:VCARD')
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        found = items(data)
    except FormatError:
        return
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for item in found:
        assert 1 <= item.line <= lines
        if isinstance(item, ContactRecord):
            assert item.name
            assert not any("\n" in line or "\r" in line for line in item.extra)


@settings(max_examples=100)
@given(_TANGLE, _TANGLE)
def test_what_stands_before_and_after_a_card_does_not_matter(before: str, after: str) -> None:
    start, rest = (text.replace("\0", "").encode("utf-8", "replace") for text in (before, after))
    data = start + b"\nEND:VCARD\n" + ANA.encode() + rest
    names = [
        i.name for i in items(data) if isinstance(i, ContactRecord) and "600123456" in i.phones
    ]
    assert names
