"""Links to people: read back, they say what went in; nothing but what was meant gets through."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain import links
from crm.domain.invalid import Invalid

HARD = "Hola Íñigo & Zoë,\n¿qué tal la #1? 100 % \"sí\", 'no' + <b>; 👩‍👩‍👧 a=b?c\\d"
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ADDRESS = st.tuples(
    st.text(st.characters(exclude_categories=["Cs", "Z", "C"]), min_size=1),
    st.from_regex(r"[a-zñ0-9-]+(\.[a-z]+)+", fullmatch=True),
).map("@".join)


def test_a_mail() -> None:
    assert links.mail("ana@example.com") == "mailto:ana@example.com"
    assert links.mail("ana+crm@example.com") == "mailto:ana%2Bcrm@example.com"
    assert links.mail("a?bcc=eva@x.org&b@example.com") == (
        "mailto:a%3Fbcc%3Deva%40x.org%26b@example.com"
    )
    assert links.mail("ana@example.com", "Hola Ana,\n¿qué tal?\r\n1+1\r&") == (
        "mailto:ana@example.com?body=Hola%20Ana%2C%0D%0A%C2%BFqu%C3%A9%20tal%3F%0D%0A1%2B1%0D%0A%26"
    )


@given(ADDRESS, TEXT)
def test_a_mail_read_back(address: str, text: str) -> None:
    link = links.mail(address, text)
    assert link.isascii()
    assert link.isprintable()
    assert not set(link) & set(" \"'<>\\`+#")
    path, _, query = link.removeprefix("mailto:").partition("?")
    assert unquote(path) == address
    body = parse_qs(query, strict_parsing=True, keep_blank_values=True)["body"] if query else [""]
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert [part.replace("\r\n", "\n") for part in body] == [lines]


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("+34 600 000 001", "tel:+34600000001"),
        ("0034 600-000-001", "tel:+34600000001"),
        ("(+34) 600.000.001", "tel:+34600000001"),
        ("+44 (0)20 7946 0018", "tel:+442079460018"),
        ("912 345 678", "tel:912345678"),
        ("020 7946 0018", "tel:02079460018"),
        ("(0) 20 7946 0018", "tel:02079460018"),
        ("٠٠٣٤٦٠٠٠٠٠٠٠١", "tel:+34600000001"),
        ("+34 912 345 678 ext. 12", "tel:+34912345678;ext=12"),
        ("912 345 678 extensión 4", "tel:912345678;ext=4"),
        ("912 345 678 x12", "tel:912345678;ext=12"),
        ("912345678x12", "tel:912345678;ext=12"),
        ("912 345 678 #12", "tel:912345678;ext=12"),
        ("+34 912 345 678,,12", "tel:+34912345678;ext=12"),
        ("+34912345678;ext=12", "tel:+34912345678;ext=12"),
        ("+1 (555) 123-4567 Ext: 9", "tel:+15551234567;ext=9"),
        ("600 000 001, 600 000 002", "tel:600000001"),
        ("+34 600 000 001 / +34 600 000 002", "tel:+34600000001"),
        ("tel:+34600000001", "tel:+34600000001"),
        ("ask Eva", None),
        ("ext. 12", None),
        ("+", None),
        ("00", None),
        ("", None),
    ],
)
def test_a_call(phone: str, link: str | None) -> None:
    assert links.call(phone) == link


@given(st.text() | st.text(alphabet="0123456789+-() /.,;#xet=:ª"))
def test_a_call_is_always_well_formed(phone: str) -> None:
    link = links.call(phone)
    if link is not None:
        number, _, extension = link.removeprefix("tel:").partition(";ext=")
        assert number.removeprefix("+").isascii()
        assert number.removeprefix("+").isdecimal()
        assert not extension or extension.isdecimal()


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+34 600 000 001", "34600000001"),
        ("0034600000001", "34600000001"),
        ("+1 (555) 123-4567", "15551234567"),
        ("600 000 001", None),
        ("+34 912 345 678 ext. 12", None),
        ("+34", None),
        ("+34 600 000 001 600 000 002", None),
        ("", None),
    ],
)
def test_a_chat_needs_a_number_with_its_country(phone: str, digits: str | None) -> None:
    assert links.whatsapp(phone) == (digits and f"https://wa.me/{digits}")


@given(TEXT)
def test_a_chat_read_back(text: str) -> None:
    link = links.whatsapp("+34 600 000 001", text)
    assert link
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "wa.me", "/34600000001")
    assert parse_qs(parts.query).get("text", [""]) == [text]
    assert "+" not in link
    assert not parts.fragment


def test_hard_text_survives() -> None:
    chat = urlsplit(links.whatsapp("+34600000001", HARD) or "")
    assert parse_qs(chat.query) == {"text": [HARD]}
    mail = urlsplit(links.mail("ana@example.com", HARD))
    assert parse_qs(mail.query) == {"body": [HARD.replace("\n", "\r\n")]}


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://www.linkedin.com/in/ana", "https://www.linkedin.com/in/ana"),
        ("http://es.linkedin.com/in/ana/", "http://es.linkedin.com/in/ana/"),
        ("linkedin.com/in/ana", "https://linkedin.com/in/ana"),
        ("https://LinkedIn.com/in/ana?trk=a&b=1", "https://LinkedIn.com/in/ana?trk=a&b=1"),
        ("https://www.linkedin.com/in/añá", "https://www.linkedin.com/in/a%C3%B1%C3%A1"),
        ("https://www.linkedin.com/in/a%C3%B1a", "https://www.linkedin.com/in/a%C3%B1a"),
        ("https://www.linkedin.com/in/a b\"<'", "https://www.linkedin.com/in/a%20b%22%3C'"),
        ("https://www.linkedin.com/in/a\x1b[2J", "https://www.linkedin.com/in/a%1B[2J"),
    ],
)
def test_a_profile(url: str, link: str) -> None:
    assert links.profile(url) == link


@pytest.mark.parametrize(
    "url",
    [
        "javascript://linkedin.com/in/x%0aalert(1)",
        "java\nscript://linkedin.com/in/x",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "file://linkedin.com/in/x",
        "ftp://linkedin.com/in/x",
        "data:text/html,linkedin.com/in/x",
        "https://evil.example/in/ana",
        "https://evil.example\\@www.linkedin.com/in/a",
        "https://evil.example?x.linkedin.com/in/a",
        "https://evil.example#.linkedin.com/in/a",
        "https://www.linkedin.com@evil.example/in/a",
        "https://notlinkedin.com/in/a",
        "https://[/in/a",
        "https:///in/a",
        "-e",
        "",
    ],
)
def test_what_is_no_profile_is_refused(url: str) -> None:
    with pytest.raises(Invalid, match="unsafe-link"):
        links.profile(url)


@given(TEXT)
def test_a_profile_is_a_page_of_linkedin(text: str) -> None:
    for url in (text, f"https://www.linkedin.com/in/{text}", f"https://{text}.linkedin.com/in/x"):
        try:
            link = links.profile(url)
        except Invalid:
            continue
        parts = urlsplit(link)
        assert parts.scheme in {"http", "https"}
        assert (parts.hostname or "").endswith("linkedin.com")
        assert link.isascii()
        assert link.isprintable()
        assert " " not in link


def test_a_place_on_the_map() -> None:
    assert links.on_map("Calle Mayor 1\n 46001 València & Sagunto #2") == (
        "https://www.openstreetmap.org/search?query="
        "Calle%20Mayor%201%2C%2046001%20Val%C3%A8ncia%20%26%20Sagunto%20%232"
    )


@given(TEXT)
def test_a_place_read_back(place: str) -> None:
    parts = urlsplit(links.on_map(place))
    said = parse_qs(parts.query).get("query", [""])[0]
    assert said.split(", ") == ", ".join(filter(None, map(str.strip, place.splitlines()))).split(
        ", "
    )
