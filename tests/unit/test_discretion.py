"""What tells how to reach somebody stays out of a text, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain.discretion import telling_words, without_ways

WAYS = ["Luis@Gil.dev", "+34 600 111 222", "112 233", "https://www.luisgil.dev/", "not a way"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Write to luis@gil.dev, or a@b.example.", "Write to …, or …."),
        ("LUIS@GIL.DEV, or another@mail.example", "…, or …"),
        ("call 600-111-222 or (600) 11 12 22", "call … or …"),
        ("call +34600111222 now", "call … now"),
        ("his extension is 11 22 33", "his extension is …"),
        ("see luisgil.dev", "see …"),
        ("see HTTPS://www.LuisGil.dev/ today", "see … today"),
        ("see linkedin.com/in/other and www.x.org", "see … and …"),
        (
            "since 2019, 12 people, v2.0, and/or Node.js",
            "since 2019, 12 people, v2.0, and/or Node.js",
        ),
        ("he is @luisgil, on Skype: luisgil", "he is …, on …"),
        ("see other.es or sub.other.co.uk.", "see … or …."),
        ("luis at l.example, luis[at]l.example, luis (arroba) l punto es", "…, …, …"),
        ("luis arroba l.es or other dot com", "… or …"),
        ("call 600·111·222 or 600_999_888", "call … or …"),
        ("call 6 0 0, 1 1 1, 2 2 2", "call …"),
        (
            "ASP.NET, vue.js, socket.io, works at Node.js, arrive at 10.30",
            "ASP.NET, vue.js, socket.io, works at Node.js, arrive at 10.30",
        ),
        ("", ""),
    ],
)
def test_ways_are_left_out(text: str, kept: str) -> None:
    assert without_ways(text, WAYS) == kept


@given(st.text(), st.text(), st.sampled_from(WAYS[:4]))
def test_no_way_survives_between_any_words(before: str, after: str, way: str) -> None:
    text = without_ways(f"{before} {way} {after}", WAYS)
    assert way.casefold() not in text.casefold()


def test_odd_ways_are_taken_as_they_are() -> None:
    assert without_ways("a (b* c", ["(b*", "", " ", "["]) == "a … c"


def test_domains_handles_and_streets_tell_where_somebody_is_found() -> None:
    words = set(
        telling_words(
            "Luis Gil",
            ["info@luis.red", "https://x.example/gil", "skype:lu.gil", "github.com/lgil/"],
            ["Calle Mayor 5, 2º", "28013"], "Calle Mayor 5, Madrid",
        )
    )  # fmt: skip
    assert {"luis.red", "lu.gil", "lgil", "28013", "Calle Mayor 5"} <= words
    assert "gil" not in words
    told = "lgil at LUIS.RED lives in calle mayor, 5 (28013), and Luis Gil in Madrid"
    assert without_ways(told, [], words) == "… lives in … (…), and Luis Gil in Madrid"
    assert list(telling_words("Luis", [], [], "Madrid")) == []
