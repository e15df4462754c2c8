"""What is not known of somebody, what to ask for it, and text that fits into a terminal."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain import brief
from crm.domain.brief import Held
from crm.domain.cells import broken, cells, cut
from crm.i18n import translator
from crm.wording.brief import Row

NOTHING = Held(frozenset(), False, False, False, False)
EVERYTHING = Held(frozenset(brief.FACTS), True, True, True, True)


def test_what_is_unknown_comes_in_the_order_that_matters() -> None:
    assert brief.unknown(NOTHING) == [
        "need", "dream", "work", "interest", "life", "place", "birthday",
    ]  # fmt: skip
    assert brief.unknown(EVERYTHING) == []
    assert brief.unknown(EVERYTHING._replace(has_needs=False)) == ["need"]
    assert "interest" not in brief.unknown(NOTHING._replace(facts=frozenset({"interest"})))
    assert "interest" not in brief.unknown(NOTHING._replace(has_interests=True))


@pytest.mark.parametrize(
    ("gaps", "chats", "said"),
    [
        (["need", "dream"], 5, True), (["need", "dream"], 4, False), (["need"], 9, False),
        (["dream"], 9, False), ([], 9, False),
    ],
)  # fmt: skip
def test_five_chats_without_a_word_on_what_they_are_after(
    gaps: list[str], chats: int, said: bool
) -> None:
    assert brief.is_after_unknown(gaps, chats) is said


def test_a_gap_is_asked_for_first() -> None:
    for turn in range(12):
        kinds = brief.kinds_to_ask(["dream", "place"], False, turn)
        assert kinds[0] == "dreams"
        assert sorted(kinds) == sorted([*brief.ASKED_BY.values(), "collaborate"])
    assert brief.kinds_to_ask(["need", "work"], True, 7)[:2] == ["occupation", "give"]


@given(st.lists(st.sampled_from(list(brief.ASKED_BY)), unique=True), st.integers(0, 1000))
def test_every_gap_has_its_turn(gaps: list[str], turn: int) -> None:
    first = {brief.kinds_to_ask(gaps, False, turn + n)[0] for n in range(len(gaps))}
    assert first == {brief.ASKED_BY[gap] for gap in gaps}


def test_one_of_each_kind_and_then_a_second() -> None:
    by_kind = {"a": [1, 2], "b": [3], "c": []}
    assert brief.picked(by_kind, ["a", "b", "c", "d"], 0) == [1, 3, 2]
    assert brief.picked(by_kind, ["a", "b"], 1) == [2, 3, 1]
    assert brief.picked(by_kind, ["b"], 5) == [3]
    assert brief.picked(by_kind, [], 5) == []
    assert brief.picked({"a": [1, 2, 3, 4]}, ["a"], 2) == [3, 4, 1]


def test_the_newest_fact_of_each_kind_then_the_newest_left() -> None:
    kinds = ["news", "news", "work", "news", "dream", "work"]
    assert brief.newest_of_each(kinds, 3) == [2, 4, 0]
    assert brief.newest_of_each(kinds, 4) == [2, 4, 0, 1]
    assert brief.newest_of_each(kinds, 9) == [2, 5, 4, 0, 1, 3]
    assert brief.newest_of_each([], 3) == []


# --- cells ---


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("Ana", 3),
        ("Íñigo", 5),
        ("I\u0301n\u0303igo", 5),
        ("山田", 4),
        ("🌱", 2),
        ("", 0),
        ("\u200b", 0),
    ],
)
def test_how_wide_text_is(text: str, wide: int) -> None:
    assert cells(text) == wide


TEXT = st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=200)


@given(TEXT, st.integers(2, 60))
def test_lines_are_never_too_wide_and_nothing_is_lost(text: str, columns: int) -> None:
    lines = broken(text, columns)
    assert all(line and cells(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXT, st.integers(3, 60), st.integers(1, 3))
def test_a_row_keeps_to_its_lines(text: str, columns: int, most: int) -> None:
    for row in (Row("", [text]), Row("", [text], after=" (x)"), Row("", [text, text, text])):
        lines = row.lines(columns, most, translator("en"))
        assert len(lines) <= most
        assert all(cells(line) <= columns for line in lines)


def test_a_row_that_is_too_long_says_so() -> None:
    tr = translator("en")
    assert Row("", ["one", "two", "three"]).lines(20, 1, tr) == ["one, two, three"]
    assert Row("", ["one", "two", "three"]).lines(14, 1, tr) == ["one and 2 more"]
    assert Row("", ["a word too many"]).lines(8, 1, tr) == ["a word…"]
    row = Row("", ["send the whole portfolio"], after=" (for Friday)")
    assert row.lines(24, 1, tr) == ["send the w… (for Friday)"]
    assert row.lines(24, 2, tr) == ["send the whole portfolio", "(for Friday)"]
    assert Row("", ["{n} {", "}"], after=" ({x})").lines(40, 1, tr) == ["{n} {, } ({x})"]


def test_cutting_takes_away_as_little_as_it_can() -> None:
    assert cut("a long name", lambda some: len(some) <= 7) == "a long…"
    assert cut("Ana", lambda some: len(some) <= 3) == "Ana"
    assert cut("Ana", lambda some: not some) == "…"
    assert all(east_asian_width(char) != "W" for char in cut("山田太郎", lambda s: cells(s) < 2))
