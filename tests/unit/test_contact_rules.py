"""What people are sorted by, and what counts as a number or an address."""

import pytest

from crm.domain.contacts import is_email, is_phone, sort_key


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
