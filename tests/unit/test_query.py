"""The language of lists: filters by what is before a colon, all else words, no text an accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain import query
from crm.domain.invalid import Invalid
from crm.domain.query import Filter, Query, parse
from crm.domain.text import fold
from crm.domain.warmth import Band
from crm.i18n import translator
from crm.wording import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tag:design", Filter("tag", "design")), ("#design", Filter("tag", "design")),
        ("-tag:design", Filter("tag", "design", True)), ("-#sea", Filter("tag", "sea", True)),
        ('#"book club"', Filter("tag", "book club")), ("Etiqueta:sol", Filter("tag", "sol")),
        ('role:"copy writer"', Filter("role", "copy writer")), ("rol:“a b”", Filter("role", "a b")),
        ("goal:retainers", Filter("goal", "retainers")), ("meta:«tres»", Filter("goal", "tres")),
        ("objetivo:tres", Filter("goal", "tres")), ("org:acme", Filter("organisation", "acme")),
        ("organización:acme", Filter("organisation", "acme")),
        ("ORGANIZACIO\u0301N:acme", Filter("organisation", "acme")),
        ("empresa:acme", Filter("organisation", "acme")), ("city:Vigo", Filter("place", "Vigo")),
        ("place:vigo", Filter("place", "vigo")), ("lugar:vigo", Filter("place", "vigo")),
        ("ciudad:vigo", Filter("place", "vigo")), ("band:DRY", Filter("band", "dry")),
        ('banda:"por regar"', Filter("band", "dry")), ("band:semilla", Filter("band", "seed")),
        ("banda:apagandose", Filter("band", "fading")), ("due:friday", Filter("due", "friday")),
        ("vence:viernes", Filter("due", "viernes")), ("toca:hoy", Filter("due", "hoy")),
        ("before:3m", Filter("before", "3m")), ("antes:3m", Filter("before", "3m")),
        ("is:due", Filter("is", "due")), ("-is:due", Filter("is", "due", True)),
        ("is:garden", Filter("is", "garden")), ("está:jardín", Filter("is", "garden")),
        ("es:agenda", Filter("is", "book")), ("is:libreta", Filter("is", "book")),
        ("is:archived", Filter("is", "archived")), ("es:archivada", Filter("is", "archived")),
        ("is:never", Filter("is", "never")), ("es:nunca", Filter("is", "never")),
        ("es:vence", Filter("is", "due")), ("tag:a:b", Filter("tag", "a:b")),
        ('tag:"never closed', Filter("tag", "never closed")),
        ("tag:O'Brien", Filter("tag", "O'Brien")),
    ],
)  # fmt: skip
def test_what_is_a_filter(text, found):
    assert parse(text) == Query("", (found,))


@pytest.mark.parametrize(
    "text",
    ["due", "garden never", "-eva", "--", "-", "O'Brien", "C++", "C#", "12:30", "name:eva", ":",
     "-:", "::", "http://example.org/x", '"ana ruiz"', "'", '"', "#", "##", "# sea", "tag", "a#b",
     "tag :x", 'name:"eva maria"', "NEAR(a, 5)", "{name}: eva", "\x1b[31m", "🌱", "", "*"],
)  # fmt: skip
def test_what_is_words(text):
    assert parse(text) == Query(text, ())


def test_words_and_filters_in_any_order():
    text = '  ana  tag:sea -is:due "ruiz" org:"Abt & Co"x '
    filters = (
        Filter("tag", "sea"), Filter("is", "due", True), Filter("organisation", "Abt & Co"),
    )  # fmt: skip
    assert parse(text) == Query('ana "ruiz" x', filters)


@pytest.mark.parametrize("text", ["tag:", "rol: x", '#""', 'org:"  "', "-is:", "ana due:"])
def test_a_filter_without_a_value_is_refused(text):
    with pytest.raises(Invalid, match="filter-without-value"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("is:late", "due, garden, book, archived, never"),
        ("es:tarde", "vence, jardín, libreta, archivo, nunca"),
        ("band:warm", "seed, thriving, healthy, sprout, dry, fading, dormant"),
        ("banda:tibia", "semilla, floreciente, sana, brote, por regar, apagándose, latente"),
    ],
)
def test_a_value_that_is_not_known_is_refused_with_those_that_are(text, known):
    with pytest.raises(Invalid, match="unknown-value") as raised:
        parse(text)
    assert raised.value.params["known"] == known
    assert raised.value.params["value"] == text.partition(":")[2]


@pytest.mark.parametrize("language", ["en", "es"])
def test_bands_are_called_as_they_are_shown(language):
    for band in Band:
        shown = words.band(str(band), translator(language))
        assert parse(f'band:"{shown}"').filters == (Filter("band", str(band)),)


def test_no_word_means_two_things():
    for tables in (query.FILTERS, *query.VALUES.values()):
        names = [fold(name) for names in tables.values() for name in names]
        assert len(names) == len(set(names))


@given(st.text(alphabet='ab:#-"“«é🌱\x00 tag', max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        found = parse(text)
    except Invalid:
        return
    assert all(one.value for one in found.filters)
    assert parse(found.words).words == found.words
