"""What people are sorted by, and what counts as a number or an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain.contacts import in_one_line, is_email, is_phone, sort_key, values_of


@pytest.mark.parametrize(
    ("name", "given", "family", "key"),
    [
        ("Ána  Ruiz Díaz", "Ána", "Ruiz Díaz", "ruiz diaz ana"),
        ("Ruiz", "", "Ruiz", "ruiz"),
        ("Dr. Ana", "Ana", "", "dr. ana"),
        ("Émile", "", "", "emile"),
    ],
)
def test_people_are_sorted_by_their_family_name(name, given, family, key):
    assert sort_key(name, given, family) == key


def test_an_address_is_one_word_and_a_number_has_three_digits():
    assert [is_email(text) for text in ("a@x", "a", "a b@x", " a@x ")] == [True, False, False, True]
    assert [text for text in ("112", "+34", "+1-1-2", "x12") if is_phone(text)] == ["112", "+1-1-2"]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ([], ""),
        (["SEO", "old books"], "SEO, old books"),
        (["HTML, CSS"], "HTML, CSS;"),
        (["HTML, CSS", "a;b"], "HTML, CSS; a\\;b"),
        (["a\\"], "a\\\\;"),
    ],
)
def test_several_values_stand_in_one_line(values, line):
    assert in_one_line(values) == line
    assert values_of(line) == values


@given(st.lists(st.text().map(str.strip).filter(bool)))
def test_a_line_of_values_is_taken_apart_as_it_was_put_together(values):
    assert values_of(in_one_line(values)) == values


def test_blanks_and_empty_values_are_left_out_of_a_line():
    assert values_of(" a ,, b,") == ["a", "b"]
    assert values_of(" ; a ") == ["a"]
