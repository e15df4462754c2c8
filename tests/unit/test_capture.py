"""One line about somebody just met."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain.capture import captured
from crm.domain.invalid import Invalid
from crm.services.event_meet import known_role

TODAY = date(2025, 6, 30)
FRIDAY = date(2025, 7, 4)


def read(line):
    """Give what a line says, without what it says nothing of."""
    return {k: v for k, v in captured(line, TODAY, known_role)._asdict().items() if v}


LINES = {
    "Ana Ruiz": {"name": "Ana Ruiz"},
    "Ana Ruiz, copywriter: looking for clients. promised to send the deck by friday": {
        "name": "Ana Ruiz", "roles": ("copywriter",), "facts": ("work: looking for clients",),
        "promises": ((True, "send the deck", FRIDAY),),
        "words": "looking for clients. promised to send the deck by friday",
    },
    "Ana Ruiz: copywriter, loves trail running, promised link": {
        "name": "Ana Ruiz", "roles": ("copywriter",), "facts": ("interest: loves trail running",),
        "promises": ((True, "link", None),),
        "words": "copywriter, loves trail running, promised link",
    },
    "Marta Gil, diseñadora gráfica en Agua SL: busca clientes, prometí enviarle el portfolio"
    " el viernes": {
        "name": "Marta Gil", "roles": ("graphic-designer",), "organisation": "Agua SL",
        "facts": ("work: busca clientes",),
        "promises": ((True, "enviarle el portfolio", FRIDAY),),
        "words": "busca clientes, prometí enviarle el portfolio el viernes",
    },
    "Iker (Floodline), iker@example.com, +34 600 000 001": {
        "name": "Iker", "organisation": "Floodline", "emails": ("iker@example.com",),
        "phones": ("+34 600 000 001",),
    },
    "Noor Haddad, CTO at Floodline: two cats #climate": {
        "name": "Noor Haddad", "title": "CTO", "organisation": "Floodline",
        "facts": ("two cats",), "tags": ("climate",), "words": "two cats",
    },
    "Eva - will send me her rates": {
        "name": "Eva", "promises": ((False, "send me her rates", None),),
        "words": "will send me her rates",
    },
    "Jean-Luc O'Neill. runs a studio in Bilbao": {
        "name": "Jean-Luc O'Neill", "facts": ("work: runs a studio in Bilbao",),
        "words": "runs a studio in Bilbao",
    },
    "Ana Ruiz, loves trail running": {
        "name": "Ana Ruiz", "facts": ("interest: loves trail running",),
        "words": "loves trail running",
    },
    "": {},
    ":": {},
}  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_says_who_what_and_what_was_promised(line):
    assert read(line) == LINES[line]


@given(st.text(max_size=120))
def test_any_line_is_read(line):
    try:
        found = captured(line, TODAY, known_role)
    except Invalid:
        return
    assert len(found.name) <= len(line)
