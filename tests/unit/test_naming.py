"""Where a line that is being written begins to name somebody."""

import pytest

from crm.domain.grammar.naming import fragments


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Coffee with A", "a"),
        ("coffee with ana", "ana"),
        ("Café con mar", "mar"),
        ("Coffee with Ana Ru", "ana ru"),
        ("lunch with ana ru", "ana ru"),
        ("Ana", "ana"),
        ("called ros", "ros"),
        ("Coffee with Ana, luis", "luis"),
        ("Coffee with Ana and Lu", "lu"),
        ("Comida con Ana y luis", "luis"),
        ("met @lu", "lu"),
        ("Yesterday. Promised Jos", "jos"),
    ],
)
def test_a_name_begins(line, key):
    found = fragments(line)
    assert (line.rfind(line.split(" ")[-(key.count(" ") + 1)]), key) in found


@pytest.mark.parametrize(
    "line",
    [
        "", "   ", "Co", "Coffee ye", "Coffee with ", "coffee with the", "promised to se",
        "Coffee with Ana.", "Coffee yesterday #des", "Coffee at Co", "call with 12", "Coffee, an",
    ],
)  # fmt: skip
def test_no_name_begins(line):
    assert not [key for start, key in fragments(line) if start == line.rfind(" ") + 1]


def test_only_the_end_of_a_long_text_is_read():
    line = "word " * 40_000 + "with Ana"
    assert fragments(line)[-1] == (len(line) - 3, "ana")
