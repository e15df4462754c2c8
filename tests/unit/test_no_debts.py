"""No sentence says that anybody owes anybody: giving is a journal, never an account."""

import re

import pytest

from tests.packaging import catalogue

PROMPTS = catalogue.ROOT / "crm" / "data" / "prompts.tsv"
ENGLISH = re.compile(
    r"\b(ow(e|es|ed|ing)|debts?|debtors?|indebted|in return|repay\w*|pay back|deserve\w*)\b", re.I
)
# "Se debe a" gives a cause, and is no debt.
SPANISH = re.compile(
    r"(?<!se )\b(deud\w+|deb(o|e|es|emos|en|ía|ías|ido|idas?|er|ería)|a cambio|merec\w+)\b"
    r"(?! la pena)",
    re.I,
)


def english() -> list[str]:
    ids = (message.id for message in catalogue.extracted() if message.id)
    return [text for one in ids for text in (one if isinstance(one, tuple | list) else (one,))]


def spanish() -> list[str]:
    said = (message.string for message in catalogue.spanish() if message.id)
    return [text for one in said for text in (one if isinstance(one, tuple | list) else (one,))]


@pytest.mark.parametrize(
    ("texts", "debt"),
    [
        (english, ENGLISH), (spanish, SPANISH),
        (lambda: PROMPTS.read_text("utf-8").splitlines(), ENGLISH),
        (lambda: PROMPTS.read_text("utf-8").splitlines(), SPANISH),
    ],
    ids=["english", "spanish", "prompts in english", "prompts in spanish"],
)  # fmt: skip
def test_nobody_owes_anybody(texts, debt):
    found = texts()
    assert len(found) > 20
    assert [text for text in found if debt.search(text)] == []


@pytest.mark.parametrize(
    ("debt", "text"),
    [(ENGLISH, "Ana owes you one"), (ENGLISH, "You are in her debt"), (SPANISH, "Ana te debe una"),
     (SPANISH, "Estás en deuda con Ana")],
)  # fmt: skip
def test_the_words_are_found(debt, text):
    assert debt.search(text)
