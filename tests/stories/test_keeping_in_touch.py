"""The sixth recommendation, told with the commands alone: regular contact, at one's own pace."""

from typing import NamedTuple

import pytest


class Story(NamedTuple):
    """What is typed and what is read in a language."""

    coffee: str
    message: str
    imported: tuple[str, ...]
    planted: str
    joined: str
    due: tuple[str, ...]
    explained: str
    asked: tuple[str, ...]
    unanswered: str
    put_off: str
    advice: str
    done: tuple[str, ...]
    paused: str
    birthday: str
    back: str
    week: tuple[str, ...]
    longer: str
    overfull: str


STORIES = {
    "en": Story(
        coffee="Coffee with Ana Ruiz on 2025-04-30: her trail race is in June",
        message="WhatsApp to Nora Peña on 2025-06-20: how is the studio?",
        imported=("4 new people", "They are in the address book"),
        planted="Ana Ruiz is in the garden; first due on ",
        joined="Now in the garden: Nora Peña.",
        due=("Monday 30 June 2025", "1  Ana Ruiz", "you last spoke two months ago",
             "her trail race is in June”", "2  Luis Gil", "you last spoke six weeks ago"),
        explained="overdue 25.34 + water 12.04 = 37.39",
        asked=("Did Nora Peña answer? Your message went out ten days ago",
               "crm answered 3   crm answered 3 --no"),
        unanswered="Noted: Nora Peña did not answer what you sent ten days ago; the next contact"
        " waits longer.",
        put_off="Luis Gil is not shown before Wednesday.",
        advice="Snoozed 3 times: would a longer rhythm fit? crm plant 2 --every 3m",
        done=("Done: message with Ana Ruiz, today.", "Promise kept: send the portfolio"),
        paused="Only promises and dates from Monday 7 July 2025 to Friday 18 July 2025.",
        birthday="turns 35 today",
        back="Welcome back: the list is whole again.",
        week=("Since 30 June: 1 contact", "The garden", "sprout  ███████",
              "3 people ask for", "1 is due; all caught up in about 1 workday.",
              "Luis Gil, 3 times: would a longer rhythm fit? crm plant 2 --every 3m"),
        longer="Luis Gil is in the garden; first due on 20 August.",
        overfull="That is more than the budget takes: it keeps so many people every",
    ),
    "es": Story(
        coffee="Café con Ana Ruiz el 2025-04-30: corre una carrera en junio",
        message="WhatsApp a Nora Peña el 2025-06-20: ¿qué tal el estudio?",
        imported=("4 personas nuevas", "Están en la libreta"),
        planted="Ana Ruiz ya está en el jardín; la primera vez toca el ",
        joined="Ya en el jardín: Nora Peña.",
        due=("Lunes, 30 de junio de 2025", "1  Ana Ruiz", "hace dos meses",
             "corre una carrera en junio»", "2  Luis Gil", "hace seis semanas"),
        explained="ya toca 25.34 + riego 12.04 = 37.39",
        asked=("¿Respondió Nora Peña? Le escribiste hace diez días (mensaje)",
               "crm answered 3   crm answered 3 --no"),
        unanswered="Anotado: Nora Peña no respondió a lo que enviaste hace diez días; el próximo"
        " contacto espera más.",
        put_off="Luis Gil: en espera hasta el miércoles.",
        advice="Ya van 3 aplazamientos: ¿encajaría un ritmo más largo? crm plant 2 --every 3m",
        done=("Hecho: mensaje con Ana Ruiz, hoy.", "Promesa cumplida: send the portfolio"),
        paused="Solo promesas y fechas, desde el lunes, 7 de julio de 2025, hasta el viernes, 18 de"
        " julio de 2025.",
        birthday="cumple 35 hoy",
        back="De vuelta: la lista está otra vez completa.",
        week=("Desde el 30 de junio: 1 contacto", "El jardín", "brote  ",
              "3 personas piden",
              "Luis Gil, 3 aplazamientos: ¿encajaría un ritmo más largo? crm plant 2 --every 3m"),
        longer="Luis Gil ya está en el jardín; la primera vez toca el 20 de agosto.",
        overfull="Es más de lo que cabe: con ese tope llegas a tanta gente cada",
    ),
}  # fmt: skip

CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/anaruiz,ana@example.com,Faro,Copywriter,03 Mar 2025
Luis,Gil,https://www.linkedin.com/in/luisgil,,Brisa,Photographer,03 Feb 2025
Nora,Peña,https://www.linkedin.com/in/norap,,Marea,Illustrator,03 Jan 2025
Tom,Reed,https://www.linkedin.com/in/tomreed,,Atlas,CTO,03 Jan 2025
"""


@pytest.fixture(params=STORIES)
def told(request, monkeypatch):
    """Give what is to be read in a language."""
    monkeypatch.setenv("CRM_LANG", request.param)
    monkeypatch.setenv("COLUMNS", "140")
    return STORIES[request.param]


@pytest.fixture
def on(monkeypatch):
    """Give how to turn the date."""
    return lambda day: monkeypatch.setenv("CRM_TODAY", day)


@pytest.fixture
def done(crm):
    """Give the program where it must succeed, and all that it says."""

    def run(*words):
        result = crm(*words)
        assert result.code == 0, result
        return result.out + result.err

    return run


@pytest.fixture
def tended(told, done, tmp_path):
    """Four people imported: Ana planted, Luis by a tag, Nora by a message, Tom known only."""
    assert done("remind") == ""
    path = tmp_path / "Connections.csv"
    path.write_text(CONNECTIONS, encoding="utf-8")
    holds(done("import", str(path)), told.imported)
    assert done("remind") == ""
    holds(done("plant", "ana", "--every", "1m"), [told.planted])
    done("tag", "luis", "--add", "clients")
    done("tag", "--set", "clients", "--cadence", "1m")
    done("log", told.coffee)
    done("log", "--with", "luis", "--kind", "call", "--on", "2025-05-20")
    holds(done("log", told.message), [told.joined])


def holds(text, fragments):
    for fragment in fragments:
        assert fragment in text, (fragment, text)


def standing(crm, person):
    card = crm("show", person, "--json").json
    return card["in_garden"], card["cadence_days"], card["due_on"]


def names(crm, *options):
    return [line["contact"]["name"] for line in crm("remind", "--json", *options).json]


def test_who_is_tended_and_when_each_is_due(crm, told, tended, done):
    assert standing(crm, "ana") == (True, 30, "2025-05-30")
    assert standing(crm, "luis") == (True, 30, "2025-06-20")
    assert standing(crm, "nora") == (True, 90, "2025-09-20")
    assert standing(crm, "tom") == (False, None, None)
    shown = done("remind", "--explain")
    holds(shown, (*told.due, told.explained, *told.asked))
    assert "Tom Reed" not in shown
    assert done("remind", "--count") == "2\n"
    done("edit", "luis", "--cadence", "2w")
    assert standing(crm, "luis") == (True, 14, "2025-06-03")


def test_what_is_logged_late_moves_the_anchor_alone(crm, told, tended, done):
    done("log", "--with", "ana", "--kind", "call", "--on", "2025-04-02")
    assert standing(crm, "ana")[2] == "2025-05-30"
    done("log", "--with", "ana", "--kind", "call", "--on", "2025-05-31")
    assert standing(crm, "ana")[2] == "2025-06-30"
    done("log", "--with", "ana", "--kind", "reaction")
    assert standing(crm, "ana")[2] == "2025-06-30"
    done("undo")
    done("undo")
    assert standing(crm, "ana")[2] == "2025-05-30"


def test_three_silences_and_somebody_rests_until_woken(crm, told, tended, done, on):
    holds(done("answered", "nora", "--no"), [told.unanswered])
    assert standing(crm, "nora")[2] == "2025-12-20"
    assert told.asked[0] not in done("remind")
    for day in ("2025-12-20", "2026-06-20"):
        on(day)
        done("log", "--with", "nora", "--side", "me")
        done("answered", "nora", "--no")
    assert standing(crm, "nora") == (True, 90, None)
    on("2026-06-30")
    done("plant", "nora")
    assert standing(crm, "nora")[2] == "2026-09-20"


def test_three_snoozes_suggest_a_longer_rhythm(crm, told, tended, done, on):
    before = crm("show", "luis", "--json").json
    holds(done("snooze", "luis", "--until", "wednesday"), [told.put_off])
    after = crm("show", "luis", "--json").json
    assert after == before | {"snoozed_until": "2025-07-02"}
    assert names(crm) == ["Ana Ruiz"]
    on("2025-07-02")
    assert "Luis Gil" in names(crm)
    assert told.advice not in done("snooze", "luis", "--until", "friday")
    on("2025-07-04")
    holds(done("snooze", "luis", "--until", "3d"), [told.advice])
    on("2025-07-07")
    holds(done("review"), told.week[-1:])
    often = crm("review", "--json").json["snoozed_often"]
    assert often == [
        {"id": 2, "name": "Luis Gil", "cadence_days": 30, "times": 3, "longer": "3m"},
    ]  # fmt: skip
    holds(done("plant", "luis", "--every", "3m"), [told.longer])
    assert crm("review", "--json").json["snoozed_often"] == []
    assert told.advice not in done("snooze", "luis", "--until", "2025-08-21")


def test_a_line_done_is_logged_and_its_promise_kept(crm, told, tended, done, on):
    done("promise", "add", "ana", "send the portfolio", "--by", "friday")
    on("2025-07-02")
    done("remind")
    holds(done("done", "1"), told.done)
    assert standing(crm, "ana")[2] == "2025-08-02"
    assert names(crm) == ["Luis Gil"]
    assert crm("promise", "list", "--json").json == []
    on("2025-07-07")
    holds(done("review"), told.week[:-2])
    week = crm("review", "--json").json
    assert (week["contacts"], week["bands"]) == (1, {"sprout": 1, "dry": 1, "fading": 1})
    assert week["load"]["people"] == 3


def test_on_a_break_only_promises_and_dates_are_shown(crm, told, tended, done, on):
    on("2025-07-07")
    done("edit", "nora", "--birthday", "1990-07-16")
    holds(done("pause", "--until", "2025-07-18"), [told.paused])
    assert names(crm) == []
    assert done("remind") == ""
    on("2025-07-16")
    holds(done("remind"), [told.birthday])
    assert names(crm) == ["Nora Peña"]
    holds(done("pause", "--off"), [told.back])
    assert set(names(crm)) == {"Nora Peña", "Ana Ruiz", "Luis Gil"}


def test_a_garden_that_is_more_than_the_days_take(crm, told, tended, done):
    done("config", "budget", "1")
    done("plant", "tom", "--every", "1d")
    holds(done("review"), [told.overfull])
    load = crm("review", "--json").json["load"]
    assert (load["budget"], load["days_left"], load["per_workday"]) == (1, None, 1.51)
    done("rest", "tom")
    assert standing(crm, "tom") == (False, None, None)
    assert crm("review", "--json").json["load"]["days_left"] is not None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["snooze", "ana", "--until", "2025-06-01"], 2), (["snooze", "nobody", "--until", "2w"], 3),
        (["pause", "--until", "yesterday"], 2), (["answered", "tom"], 3), (["done", "9"], 3),
        (["plant", "ana", "--every", "0d"], 2), (["remind", "--budget", "0"], 2),
    ],
)  # fmt: skip
def test_what_cannot_be(crm, told, tended, command, code):
    before = crm("export", "json", "-").out
    result = crm(*command)
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("crm: ")
    assert crm("export", "json", "-").out == before
