"""What tells how to reach somebody stays out of a text, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain.discretion import without_ways

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
