"""Logs in words: worked sentences, those held apart, random ones, and odd ones."""

from __future__ import annotations

import os
import random
from datetime import date, timedelta
from importlib import import_module
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain.grammar import LANGUAGES, lexicon
from crm.domain.grammar.tokens import Line, cut
from crm.domain.invalid import Invalid
from crm.domain.phrases import Reading, read
from crm.domain.text import fold
from tests.conftest import ROOT
from tests.unit.phrases import held_apart
from tests.unit.phrases.held_apart import KNOWN, PLAIN, Sentences
from tests.unit.phrases.tuned_en import ENGLISH
from tests.unit.phrases.tuned_es import SPANISH

TODAY = date.fromisoformat(held_apart.TODAY)
NAMES = [fold(name) for name in KNOWN]
LEAST_APART = 0.85
RANDOM = int(os.environ.get("CRM_TEST_SENTENCES", "1000"))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
some_days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def known(key: str) -> bool:
    return any(name == key or name.startswith(f"{key} ") for name in NAMES)


def reading(text: str, today: date = TODAY) -> Reading:
    return read(text, today, known)


def as_written(text: str) -> dict[str, Any]:
    """Give a reading as the tables of sentences write it."""
    got = reading(text)._asdict()
    del got["summary"]
    got["kind"] = got["kind"] or "message"
    got["day"] = got["day"].isoformat()
    got["promises"] = [(p.mine, p.text, p.due and p.due.isoformat()) for p in got["promises"]]
    return got


def test_there_are_sixty_sentences_of_each_language() -> None:
    assert len({text for text, _ in ENGLISH}) >= 60
    assert len({text for text, _ in SPANISH}) >= 60
    assert len(held_apart.ENGLISH) == len(held_apart.SPANISH) == 20


@pytest.mark.parametrize(("text", "expected"), [*ENGLISH, *SPANISH], ids=lambda value: str(value))
def test_a_worked_sentence(text: str, expected: dict[str, Any]) -> None:
    assert as_written(text) == {**PLAIN, **expected}


@pytest.mark.parametrize("sentences", [held_apart.ENGLISH, held_apart.SPANISH], ids=LANGUAGES)
def test_sentences_that_nothing_was_tuned_on(sentences: Sentences) -> None:
    right = sum(as_written(text) == {**PLAIN, **expected} for text, expected in sentences)
    assert right / len(sentences) >= LEAST_APART


def composed(dice: random.Random) -> str:
    """Give a sentence of phrases drawn from all tables, with names, signs and numbers between."""
    phrases = [" ".join(phrase.words) for listed in lexicon().values() for phrase in listed]
    others = [
        *KNOWN, "Nuria Font", ",", ".", ":", "—", "#tag", "3d", "14", "14 Nov", "31/10/2026",
        "I'll", "2026-11-02", "90 min", "«so»", "🎉", "31/02/26", "x1y2", "\n", "dejaré",
    ]  # fmt: skip
    words = [
        dice.choice(phrases if dice.random() < 0.7 else others) for _ in range(dice.randint(1, 14))
    ]
    return " ".join(word.title() if dice.random() < 0.15 else word for word in words)


def test_random_sentences_are_read_without_an_exception() -> None:
    dice = random.Random(7)
    phrases = [composed(dice) for _ in range(200)]
    for _ in range(RANDOM):
        text = " ".join(dice.sample(phrases, dice.randint(1, 2)))
        read_of = reading(text)
        assert read_of.summary or set(text) <= {*"#tag ", "\n"}
        assert all(promise.text for promise in read_of.promises)


@pytest.mark.parametrize(
    "text",
    [
        "🎉", "", " ", "14", "#", "# #", "'", "con", "with", "will", "el 14", "Ana's", "@", "¿?",
        "Coffee with " * 800, "a " * 5000, "Aa " * 3300, "🎉" * 9999, "x" * 10_000, "\n" * 9999,
        "promised to " * 800, "le enviaré " * 900, "hace " * 2000, "́" * 100, "ﷺ½Ⅷ", "\u202eAna",
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_odd_text_is_read(text: str) -> None:
    got = reading(text)
    assert got.day <= TODAY or got.planned


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_for_its_date(text: str) -> None:
    try:
        got = reading(text)
    except Invalid:
        return
    assert got.day <= TODAY or got.planned


def test_a_date_that_no_calendar_has_is_refused_not_passed_over() -> None:
    for text in ("met Ana 31/02/2026", "Café con Ana el 2026-13-01", "Lunch 30 Feb 2026 with Ana"):
        with pytest.raises(Invalid, match="bad-date"):
            reading(text)
    with pytest.raises(Invalid, match="date-out-of-range"):
        reading("Coffee with Ana in 9999 years")


def test_ten_people_and_nobody() -> None:
    people = [name for name in KNOWN if name != "Chus"]
    text = f"Dinner with {', '.join(people)}, Chus and Nuria Font"
    assert reading(text).people == [*people, "Chus", "Nuria Font"]
    assert reading("had a nice day").people == []


def test_the_first_of_two_dates_is_the_day() -> None:
    assert reading("Coffee with Ana yesterday and on 3 Nov").day == date(2026, 11, 17)


def test_a_namesake_is_not_taken_for_somebody_known() -> None:
    assert reading("Coffee with Luis Gómez").people == ["Luis Gómez"]
    assert reading("Coffee with luis").people == ["luis"]
    assert reading("Comida con Domingo Pérez el domingo").people == ["Domingo Pérez"]


def test_the_words_stay_as_typed_without_the_tags_at_the_end() -> None:
    text = 'Coffee with Ana: "great" #talk on $(rm -rf) `x`! #a #b'
    assert reading(text).summary == 'Coffee with Ana: "great" talk on $(rm -rf) `x`!'
    assert reading(text).tags == ["talk", "a", "b"]


@pytest.mark.parametrize("names", [WEEKDAYS, DIAS])
@given(today=some_days)
def test_bare_last_and_next_weekdays(names: tuple[str, ...], today: date) -> None:
    last, coming = ("last {}", "next {}") if names is WEEKDAYS else ("el {} pasado", "próximo {}")
    for number, name in enumerate(names):
        bare = reading(f"Coffee with Ana {name}", today).day
        assert (bare.weekday(), (today - bare).days in range(7)) == (number, True)
        before = reading(f"Coffee with Ana {last.format(name)}", today).day
        assert (before.weekday(), (today - before).days in range(1, 8)) == (number, True)
        after = reading(f"Coffee with Ana {coming.format(name)}", today).day
        assert (after.weekday(), (after - today).days in range(1, 8)) == (number, True)
        (promise,) = reading(f"Ana: I promised to write by {name}", today).promises
        assert promise.due is not None
        assert (promise.due - today).days in range(7)


@given(some_days, st.integers(0, 400))
def test_short_amounts_are_past_in_a_log_and_future_in_a_promise(today: date, days: int) -> None:
    got = reading(f"Coffee with Ana {days}d. I'll write to her {days}d", today)
    assert got.day == today - timedelta(days)
    assert [promise.due for promise in got.promises] == [today + timedelta(days)]


@given(some_days)
def test_every_written_date_is_read(today: date) -> None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%-d/%-m/%Y", "%-d %b %Y", "%B %-d, %Y", "%d.%m.%Y"):
        assert reading(f"Coffee with Ana on {today.strftime(form)}", TODAY).day == today


def test_the_tables_are_folded_and_cut_as_lines_are() -> None:
    for listed in lexicon().values():
        for phrase in listed:
            text = " ".join(("she", *phrase.words)).replace(" '", "'").replace("w /", "w/")
            assert tuple(token.key for token in cut(text)[1:]) == phrase.words


def test_no_table_has_a_category_that_nothing_asks_for() -> None:
    domain = ROOT / "crm" / "domain"
    rooms = [domain / "phrases.py", *(domain / "grammar").glob("*.py")]
    source = "".join(path.read_text("utf-8") for path in rooms if path.stem not in LANGUAGES)
    for language in LANGUAGES:
        for category in import_module(f"crm.domain.grammar.{language}").PHRASES:
            assert f'"{category}"' in source, category


def test_accents_may_be_typed_apart() -> None:
    text = "Café con Ana, le enviaré el guion mañana"
    apart = normalize("NFD", text)
    got = reading(apart)
    assert (got.people, got.kind, got.summary) == (["Ana"], "meeting", apart)
    assert [(fold(p.text), p.due) for p in got.promises] == [
        ("le enviare el guion", date(2026, 11, 19))
    ]


def test_a_line_knows_its_ends() -> None:
    line = Line("Ana")
    assert line.strong(-1)
    assert line.strong(1)
    assert line.mark(5, "kind") is None
    assert line.key(9) == ""
