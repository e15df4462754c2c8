"""How a measure that was typed is read."""

import pytest

from crm.domain.goals import read_measure
from crm.domain.invalid import Invalid


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("", (None, "")), ("  ", (None, "")), ("5 clients", (5, "clients")), ("5", (5, "")),
        ("1.500 €", (1500, "€")), ("$1,500", (1500, "$")), ("2,5 días", (2.5, "días")),
        ("0.5 days a week", (0.5, "days a week")), ("1.234.567 views", (1234567, "views")),
        ("1234.567", (1234.567, "")), ("about 3 talks", (3, "about talks")),
    ],
)  # fmt: skip
def test_a_number_and_its_unit(said, measure):
    assert read_measure(said) == measure


@pytest.mark.parametrize("said", ["many", "-3 clients", "9" * 30])
def test_what_is_no_measure(said):
    with pytest.raises(Invalid, match="bad-measure"):
        read_measure(said)
