"""What the program says, in both languages: the catalogue, dates, reasons and errors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from babel.messages.catalog import Message

from crm.domain.dates import parse_day
from crm.errors import CrmError
from crm.i18n import Translator, translator
from crm.wording import dates, words
from crm.wording.errors import message
from crm.wording.imports import problem
from crm.wording.reasons import reason
from tests.packaging import catalogue

SOURCES = sorted((catalogue.ROOT / "crm").rglob("*.py"))
TODAY = date(2026, 11, 23)  # a Monday
TRANSLATORS = {"en": translator("en"), "es": translator("es")}
GETTEXT = frozenset({"_", "gettext", "n_", "ngettext"})
ERRORS = frozenset(
    {
        "CrmError", "WrongUsage", "NotFound", "Busy", "BadConfiguration", "Invalid", "FormatError",
    }
)  # fmt: skip
# Made by main from the class of Typer's error, and never shown.
FROM_TYPER = ("no-option", "missing-parameter", "bad-parameter", "bad-option", "bad-usage")
NEVER_SHOWN = frozenset({"aborted"})


@pytest.fixture(params=TRANSLATORS)
def tr(request: pytest.FixtureRequest) -> Translator:
    """Give the translator of each language in turn."""
    return TRANSLATORS[request.param]


def forms(text: object) -> tuple[str, ...]:
    """Give the forms of a message or its translation: one, or those of singular and plural."""
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def placeholders(text: str) -> list[str]:
    """Give the names in braces, as often as they stand."""
    return sorted(name for _text, name, _spec, _way in Formatter().parse(text) if name is not None)


def sentences() -> list[Message]:
    """Give the messages of the Spanish catalogue without its header."""
    return [message for message in catalogue.spanish() if message.id]


# --- the catalogue ---


def test_every_sentence_is_translated() -> None:
    spanish = catalogue.spanish()

    assert catalogue.untranslated(spanish) == []
    assert [message.id for message in spanish if message.id and message.fuzzy] == []


def test_the_catalogue_holds_what_the_program_says_and_nothing_else() -> None:
    said = {message.id for message in catalogue.extracted()}
    held = {message.id for message in catalogue.spanish()}

    assert held - said == set(), "make messages takes old sentences out"
    assert said - held == set(), "make messages takes new sentences in"


def test_the_compiled_catalogue_is_that_of_the_repository() -> None:
    assert catalogue.MO.read_bytes() == catalogue.compiled(catalogue.spanish())


def test_every_sentence_in_the_sources_is_extracted() -> None:
    """Nothing hides from the extraction: in an f-string, or behind another name of ngettext."""
    extracted = {forms(message.id) for message in catalogue.extracted()}

    assert [found for found in gettext_calls() if found[1] not in extracted] == []


def gettext_calls() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give where, and the literal texts, of each call that translates."""
    for path, call in calls(GETTEXT):
        literals = [a.value for a in call.args if isinstance(a, ast.Constant)]
        texts = tuple(text for text in literals if isinstance(text, str))
        if texts:
            yield f"{path.relative_to(catalogue.ROOT)}:{call.lineno}", texts


def calls(names: frozenset[str]) -> Iterator[tuple[Path, ast.Call]]:
    """Give every call in the program of a function or class with one of these names."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else None
                name = called.id if isinstance(called, ast.Name) else name
                if name in names:
                    yield path, node


@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: str(sentence.id)[:40])
def test_a_translation_has_the_placeholders_of_its_sentence(sentence: Message) -> None:
    expected = [placeholders(form) for form in forms(sentence.id)]
    given = [placeholders(form) for form in forms(sentence.string)]

    assert len(given) == len(expected)
    assert given == expected


@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: str(sentence.id)[:40])
def test_a_translation_is_spelt_as_spanish_is(sentence: Message) -> None:
    for original, spanish in zip(forms(sentence.id), forms(sentence.string), strict=True):
        assert not set(spanish) & set("“”"), "Spanish quotes with « and »"
        assert spanish.count("«") == spanish.count("»")
        assert spanish.count("¿") == spanish.count("?")
        assert spanish.count("¡") == spanish.count("!")
        assert spanish[:1].isspace() == original[:1].isspace()
        assert spanish[-1:].isspace() == original[-1:].isspace()


# --- dates ---


@pytest.mark.parametrize(
    ("day", "english", "spanish"),
    [
        (date(2026, 11, 23), "today", "hoy"),
        (date(2026, 11, 22), "yesterday", "ayer"),
        (date(2026, 11, 21), "two days ago", "hace dos días"),
        (date(2026, 11, 17), "six days ago", "hace seis días"),
        (date(2026, 11, 16), "a week ago", "hace una semana"),
        (date(2026, 11, 15), "eight days ago", "hace ocho días"),
        (date(2026, 11, 9), "two weeks ago", "hace dos semanas"),
        (date(2026, 7, 20), "four months ago", "hace cuatro meses"),
        (date(2023, 11, 23), "three years ago", "hace tres años"),
        (date(2026, 11, 27), "on Friday", "el viernes"),
    ],
)
def test_ago(day: date, english: str, spanish: str) -> None:
    assert dates.ago(day, TODAY, TRANSLATORS["en"]) == english
    assert dates.ago(day, TODAY, TRANSLATORS["es"]) == spanish


@pytest.mark.parametrize(
    ("day", "english", "spanish"),
    [
        (date(2026, 11, 20), "three days ago", "hace tres días"),
        (date(2026, 11, 22), "yesterday", "ayer"),
        (date(2026, 11, 23), "today", "hoy"),
        (date(2026, 11, 24), "tomorrow", "mañana"),
        (date(2026, 11, 25), "on Wednesday", "el miércoles"),
        (date(2026, 11, 29), "on Sunday", "el domingo"),
        (date(2026, 11, 30), "on 30 November", "el 30 de noviembre"),
        (date(2027, 1, 4), "on 4 January 2027", "el 4 de enero de 2027"),
    ],
)
def test_coming(day: date, english: str, spanish: str) -> None:
    assert dates.coming(day, TODAY, TRANSLATORS["en"]) == english
    assert dates.coming(day, TODAY, TRANSLATORS["es"]) == spanish


@pytest.mark.parametrize(
    ("days", "english", "spanish"),
    [
        (1, "1 day", "1 día"),
        (2, "two days", "dos días"),
        (12, "twelve days", "doce días"),
        (14, "two weeks", "dos semanas"),
        (55, "eight weeks", "ocho semanas"),
        (56, "two months", "dos meses"),
        (122, "four months", "cuatro meses"),
        (335, "eleven months", "once meses"),
        (731, "two years", "dos años"),
        (3653, "ten years", "diez años"),
        (20 * 366, "20 years", "20 años"),
    ],
)
def test_span(days: int, english: str, spanish: str) -> None:
    assert dates.span(days, TRANSLATORS["en"]) == english
    assert dates.span(days, TRANSLATORS["es"]) == spanish


@pytest.mark.parametrize(
    ("day", "english", "spanish"),
    [
        (TODAY, "Monday 23 November 2026", "lunes, 23 de noviembre de 2026"),
        (date(2027, 3, 6), "Saturday 6 March 2027", "sábado, 6 de marzo de 2027"),
        (date(2026, 1, 1), "Thursday 1 January 2026", "jueves, 1 de enero de 2026"),
    ],
)
def test_full(day: date, english: str, spanish: str) -> None:
    assert dates.full(day, TRANSLATORS["en"]) == english
    assert dates.full(day, TRANSLATORS["es"]) == spanish


@pytest.mark.parametrize(
    ("first", "last", "english", "spanish"),
    [
        (TODAY, TODAY, "Monday 23 November 2026", "lunes, 23 de noviembre de 2026"),
        (
            date(2026, 11, 21), date(2026, 11, 22),
            "Saturday 21 to Sunday 22 November 2026",
            "del sábado 21 al domingo 22 de noviembre de 2026",
        ),
        (
            date(2026, 10, 31), date(2026, 11, 1),
            "Saturday 31 October to Sunday 1 November 2026",
            "del sábado 31 de octubre al domingo 1 de noviembre de 2026",
        ),
        (
            date(2026, 12, 31), date(2027, 1, 1),
            "Thursday 31 December 2026 to Friday 1 January 2027",
            "del jueves 31 de diciembre de 2026 al viernes 1 de enero de 2027",
        ),
        (
            date(2026, 11, 5), date(2027, 11, 6),
            "Thursday 5 November 2026 to Saturday 6 November 2027",
            "del jueves 5 de noviembre de 2026 al sábado 6 de noviembre de 2027",
        ),
    ],
)  # fmt: skip
def test_period(first: date, last: date, english: str, spanish: str) -> None:
    assert dates.period(first, last, TRANSLATORS["en"]) == english
    assert dates.period(first, last, TRANSLATORS["es"]) == spanish


@pytest.mark.parametrize(
    ("parts", "english", "spanish"),
    [
        ((1990, 3, 14), "14 March 1990", "14 de marzo de 1990"),
        ((None, 2, 29), "29 February", "29 de febrero"),
        ((1990, 9, None), "September 1990", "septiembre de 1990"),
        ((None, 12, None), "December", "diciembre"),
        ((1990, None, None), "1990", "1990"),
    ],
)
def test_partial(
    parts: tuple[int | None, int | None, int | None], english: str, spanish: str
) -> None:
    assert dates.partial(*parts, TRANSLATORS["en"]) == english
    assert dates.partial(*parts, TRANSLATORS["es"]) == spanish


def test_names_of_days_and_months_are_told_apart(tr: Translator) -> None:
    week = [dates.weekday(date(2026, 11, day), tr) for day in range(23, 30)]
    year = [dates.month(number, tr) for number in range(1, 13)]

    assert len({*week, *year}) == 19


@pytest.mark.parametrize("word", ["ayer", "viernes", "2w", "3d", "2026-03-14"])
def test_the_days_that_spanish_sentences_name_can_be_typed(word: str) -> None:
    spanish = message(CrmError("bad-date", text=""), TRANSLATORS["es"])
    assert word in spanish or word == "2w"

    assert parse_day(word, TODAY, past=True) <= TODAY


# --- reasons ---

LAST_SUMMER = date(2026, 7, 20)


REASONS: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "promise",
        {"text": "send the portfolio", "days": 0, "made_on": LAST_SUMMER},
        "you promised: send the portfolio (for today)",
        "prometiste: send the portfolio (para hoy)",
    ),
    (
        "promise",
        {"text": "send the portfolio", "days": 2, "made_on": LAST_SUMMER},
        "you promised: send the portfolio (for Wednesday)",
        "prometiste: send the portfolio (para el miércoles)",
    ),
    (
        "promise",
        {"text": "send the portfolio", "days": 10, "made_on": LAST_SUMMER},
        "you promised: send the portfolio (for 3 December)",
        "prometiste: send the portfolio (para el 3 de diciembre)",
    ),
    (
        "promise",
        {"text": "send the portfolio", "days": -2, "made_on": LAST_SUMMER},
        "you promised: send the portfolio (due two days ago)",
        "prometiste: send the portfolio (tocaba hace dos días)",
    ),
    (
        "birthday",
        {"days": 4, "label": "", "years": 40, "on": date(2026, 11, 27)},
        "turns 40 on Friday",
        "cumple 40 el viernes",
    ),
    (
        "birthday",
        {"days": 1, "label": "", "years": None, "on": date(2026, 11, 24)},
        "birthday tomorrow",
        "cumpleaños mañana",
    ),
    (
        "date",
        {"days": 0, "label": "aniversario", "years": 7, "on": TODAY},
        "aniversario today",
        "aniversario hoy",
    ),
    (
        "fresh",
        {"met_on": date(2026, 11, 22), "met_at": "CodeMotion"},
        "you met yesterday at CodeMotion",
        "os conocisteis ayer en CodeMotion",
    ),
    (
        "fresh",
        {"met_on": date(2026, 11, 16), "met_at": ""},
        "you met a week ago",
        "os conocisteis hace una semana",
    ),
    (
        "action",
        {"action": "write the abstract", "goal": "Speak", "due": TODAY},
        "next step for “Speak”: write the abstract",
        "siguiente paso para «Speak»: write the abstract",
    ),
    (
        "last",
        {"on": LAST_SUMMER, "kind": "call", "summary": ""},
        "you last spoke four months ago",
        "la última vez que hablasteis fue hace cuatro meses",
    ),
    (
        "last",
        {"on": LAST_SUMMER, "kind": "email", "side": "me", "summary": ""},
        "you last wrote four months ago",
        "la última vez que os escribisteis fue hace cuatro meses",
    ),
    (
        "reconnect",
        {"on": date(2024, 11, 20), "kind": "email", "summary": ""},
        "it has been two years since you were in touch",
        "hace dos años que no habláis",
    ),
    (
        "never",
        {"garden_since": LAST_SUMMER},
        "you have not been in touch yet",
        "aún no habéis hablado",
    ),
    (
        "goal",
        {"title": "Three retainers", "rank": "primary"},
        "for your primary goal “Three retainers”",
        "para tu objetivo principal «Three retainers»",
    ),
    (
        "report",
        {"advice": "offer three packages", "topic": "prices"},
        "tell them what came of their advice on “prices”",
        "cuéntale en qué quedó su consejo sobre «prices»",
    ),
    (
        "report",
        {"advice": "offer three packages", "topic": None},
        "tell them what came of their advice: offer three packages",
        "cuéntale en qué quedó su consejo: offer three packages",
    ),
    (
        "mentor",
        {"standing": "active", "purpose": "prices"},
        "for your mentorship: “prices”",
        "por vuestra mentoría: «prices»",
    ),
    ("mentor", {"standing": "active", "purpose": ""}, "your mentor", "te da mentoría"),
    (
        "mentor",
        {"standing": "mentee", "purpose": "prices"},
        "you mentor them: “prices”",
        "le das mentoría: «prices»",
    ),
    ("mentor", {"standing": "mentee", "purpose": ""}, "you mentor them", "le das mentoría"),
    (
        "mentor",
        {"standing": "candidate", "purpose": ""},
        "perhaps a mentor for you",
        "quizá te dé mentoría",
    ),
]


@pytest.mark.parametrize(("code", "params", "english", "spanish"), REASONS)
def test_reasons(code: str, params: dict[str, Any], english: str, spanish: str) -> None:
    assert reason(code, params, TODAY, TRANSLATORS["en"]) == english
    assert reason(code, params, TODAY, TRANSLATORS["es"]) == spanish


def test_every_reason_of_the_day_s_list_has_an_example() -> None:
    agenda = ast.parse((catalogue.ROOT / "crm/services/agenda.py").read_text("utf-8"))
    named = {
        constant.value
        for node in ast.walk(agenda)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Reason"
        for constant in choices(node.args[0])
    }
    shown = {code for code, *_example in REASONS}

    # What of the two is said depends on the relation, so their codes are no literals.
    assert named | {"last", "reconnect"} == shown


def choices(argument: ast.expr) -> Iterator[ast.Constant]:
    """Give the literals an argument may be: itself, or both sides of a condition."""
    if isinstance(argument, ast.Constant):
        yield argument
    elif isinstance(argument, ast.IfExp):
        yield from choices(argument.body)
        yield from choices(argument.orelse)


def test_names_in_a_row(tr: Translator) -> None:
    last = {"en": "and", "es": "y"}["es" if tr is TRANSLATORS["es"] else "en"]

    assert words.listed([], tr) == ""
    assert words.listed(["Ana"], tr) == "Ana"
    assert words.listed(["Ana", "Luis"], tr) == f"Ana {last} Luis"
    assert words.listed(["Ana", "Luis", "Eva"], tr) == f"Ana, Luis {last} Eva"


# --- errors ---


class Raised(NamedTuple):
    """An error as the sources raise it: its code and the names of its parameters."""

    code: str
    params: frozenset[str]


def raised() -> list[Raised]:
    """Give every error that is raised with its code in plain sight, once for each way."""
    found = {Raised(code, frozenset({"command", "name", "said", "near"})) for code in FROM_TYPER}
    for _path, call in calls(ERRORS):
        if call.args and isinstance(call.args[0], ast.Constant):
            params = {keyword.arg for keyword in call.keywords if keyword.arg}
            # Readers of files do not know the path; the import service adds it.
            if isinstance(call.func, ast.Name) and call.func.id == "FormatError":
                params.add("path")
            found.add(Raised(str(call.args[0].value), frozenset(params)))
    return sorted(error for error in found if error.code not in NEVER_SHOWN)


def sample(error: Raised) -> dict[str, Any]:
    """Give a value for each parameter of an error."""
    person = SimpleNamespace(id=7, name="Ana Ruiz", organisation="", title="Copywriter")
    special = {"people": [person, person], "most": 1, "near": []}
    return {name: special.get(name, f"<{name}>") for name in error.params}


@pytest.mark.parametrize("error", raised(), ids=lambda error: error.code)
def test_every_error_has_a_sentence(error: Raised) -> None:
    said = {
        language: message(CrmError(error.code, **sample(error)), tr)
        for language, tr in TRANSLATORS.items()
    }

    assert not said["en"].startswith(f"{error.code}:"), "wording.errors has no sentence for it"
    assert "{" not in said["en"] + said["es"]
    assert said["en"] != said["es"]


@pytest.mark.parametrize(
    ("code", "english", "spanish"),
    [
        (
            "no-command",
            "There is no command “rmind”. Did you mean remind?",
            "No existe la orden «rmind». ¿Querías decir remind?",
        ),
        (
            "no-option",
            "rmind has no option --al. Did you mean remind?",
            "rmind no tiene la opción --al. ¿Querías decir remind?",
        ),
    ],
)
def test_what_is_nearly_right_is_named(code: str, english: str, spanish: str) -> None:
    error = CrmError(code, command="rmind", name="--al", near=["remind"])

    assert message(error, TRANSLATORS["en"]) == english
    assert message(error, TRANSLATORS["es"]) == spanish


def test_an_ambiguous_name_shows_whom_it_fits() -> None:
    ana = SimpleNamespace(id=1, name="Ana Ruiz", organisation="Norte", title="")
    luis = SimpleNamespace(id=2, name="Ana Gil", organisation="", title="")
    error = CrmError("ambiguous-person", who="ana", people=[ana, luis, luis], most=2)

    assert message(error, TRANSLATORS["en"]) == (
        "“ana” fits several people: [1] Ana Ruiz (Norte), [2] Ana Gil and more."
        " Say which one by its number."
    )
    assert message(error, TRANSLATORS["es"]) == (
        "«ana» encaja con varias personas: [1] Ana Ruiz (Norte), [2] Ana Gil y más."
        " Di cuál con su número."
    )


def row_codes() -> list[str]:
    """Give the codes of rows of an import that are in plain sight."""
    found = set()
    for _path, call in calls(frozenset({"BadRow", "Unsure"})):
        values = [a.value for a in call.args if isinstance(a, ast.Constant)]
        found |= {value for value in values if isinstance(value, str)}
    return sorted(found)


@pytest.mark.parametrize("code", row_codes())
def test_every_odd_row_of_an_import_has_words(code: str) -> None:
    params = {"name": "Ana Ruiz", "text": "x", "field": "NOTE", "cards": 2}
    english = problem(3, code, params, TRANSLATORS["en"])
    spanish = problem(3, code, params, TRANSLATORS["es"])

    assert english.startswith("line 3: ")
    assert english != f"line 3: {code}", "wording.imports has no words for it"
    assert spanish.startswith("línea 3: ")
    assert english.partition(": ")[2] != spanish.partition(": ")[2]
