from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.domain.invalid import Invalid
from crm.domain.text import (
    email_key,
    fold,
    parts_of,
    phone_key,
    profile_slug,
    refuse_unstorable,
    screen,
    structured,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Ada\t LOVELACE ", "ada lovelace"),
        ("Núñez", "nunez"),
        ("Nu\u0301n\u0303ez", "nunez"),
        ("Łukasz Øster Đorđe", "lukasz oster dorde"),
        ("Æsir Œuvre Straße", "aesir oeuvre strasse"),
        ("Iğdır İstanbul", "igdir istanbul"),
        ("Þór Ħal Ŧor Ðan", "thor hal tor dan"),
        ("ＡＤＡ\u00a0①", "ada 1"),
        ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
        ("so\u00adft\u200b", "soft"),
        ("李小龍", "李小龍"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFC", text)) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("text", "code"), [("a\0b", "nul-in-text"), ("a\ud800b", "surrogate-in-text")]
)
def test_what_cannot_be_stored_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        refuse_unstorable(text, "name")
    assert (caught.value.code, caught.value.params) == (code, {"field": "name"})


def test_all_else_can_be_stored() -> None:
    refuse_unstorable("Ada\x1b\u202e 🦊", "name")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Núñez 🦊", "Núñez 🦊"),
        ("one\ntwo\tthree\r\x85\u2028", "one two three   "),
        ("\x1b[31mred\x07\x7f\x9b", "\ufffd[31mred\ufffd\ufffd\ufffd"),
        ("\u202eabc\u202c \u2067x\u2069", "abc x"),
        ("a\u00a0b\n", "a\u00a0b "),
        ("\udc80\n", "? "),
    ],
)
def test_screen(text: str, shown: str) -> None:
    assert screen(text) == shown


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters() | st.characters(max_codepoint=0xA0)))
def test_nothing_on_the_screen_commands_it(text: str) -> None:
    shown = screen(text)
    assert screen(shown) == shown
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("+34 600-11 22 33", "+34600112233"),
        ("(+34) 600.112.233", "+34600112233"),
        ("tel:+1-201-555-0123;ext=102", "+12015550123"),
        ("600 112 233", "600112233"),
        ("600+1", "6001"),
        ("٦٠٠", "600"),
        ("+", ""),
        ("call me", ""),
    ],
)
def test_phone_key(text: str, key: str) -> None:
    assert phone_key(text) == key


def test_email_key() -> None:
    assert email_key(" Ada@Example.ORG\n") == "ada@example.org"


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/Ada-L/?x=1", "ada-l"),
        ("http://es.linkedin.com/in/ada-l/es#top", "ada-l"),
        ("linkedin.com/in/ada-l", "ada-l"),
        ("LINKEDIN.com:443//IN/Ada-L", "ada-l"),
        ("https://www.linkedin.com/in/jos%C3%A9-%F0%9F%A6%8A/", "josé-🦊"),
        ("https://www.linkedin.com/pub/ada-l/1/2b/3", "ada-l/1/2b/3"),
        ("https://www.linkedin.com/in/", None),
        ("https://www.linkedin.com/in/%20", None),
        ("https://www.linkedin.com/company/acme", None),
        ("https://notlinkedin.com/in/ada", None),
        ("https://linkedin.com.evil.org/in/ada", None),
        ("https://example.org/?u=linkedin.com/in/ada", None),
        ("", None),
        ("ada", None),
    ],
)
def test_profile_slug(url: str, slug: str | None) -> None:
    assert profile_slug(url) == slug


@given(st.lists(st.text(), min_size=1))
def test_a_structured_text_is_taken_apart_into_the_same_parts(parts):
    assert parts_of(structured(parts)) == parts
