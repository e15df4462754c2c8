"""The seventh recommendation, told with the commands alone: prepared, captured, followed up."""

import io
from typing import NamedTuple

import pytest


class Story(NamedTuple):
    """What is typed and what is read in a language."""

    pitch: str
    aim: str
    lines: tuple[str, ...]
    prepared: tuple[str, ...]
    fresh: str
    asked: str
    preview: tuple[str, ...]
    closed: tuple[str, ...]
    came: tuple[str, ...]


STORIES = {
    "en": Story(
        pitch="I build websites that everyone can use.",
        aim="meet 2 copywriters",
        lines=(
            "Ana Ruiz, copywriter: looking for clients. promised to send the deck by friday",
            "Tom Reed, CTO at Floodline, tom@example.com",
            "Eva: copywriter, loves trail running, promised link",
        ),
        prepared=(
            "in seven days", "To be known in Madrid", "1. meet 2 copywriters", "Luis Gil [1]",
            "“asked about forms”", "Nora Peña [3] · not met yet", "I build websites",
            "What would make today worth it for you?", "a free audit",
            "Vera Mas [2] · lives near · Copywriter, wanted for Three retainers",
        ),
        fresh="you met yesterday at CodeMotion 2025",
        asked="CodeMotion 2025 is over",
        preview=("Tom Reed [5], CTO, Floodline  → let go, unless --keep", "known before: as it is",
                 "1. meet 2 copywriters (2 of 2)"),
        closed=("Kept, in the garden: Ana Ruiz and Eva.", "Let go, in the address book: Tom Reed",
                "Write to Eva, today at the latest: link"),
        came=("followed up   2 of 2 · within two workdays", "spoke again   1 of 2",
              "1. meet 2 copywriters (2 of 2)", "learned       2 of 4"),
    ),
    "es": Story(
        pitch="Hago webs que cualquiera puede usar.",
        aim="conocer a 2 copywriters",
        lines=(
            "Ana Ruiz, copywriter: busca clientes. prometí enviarle el portfolio el viernes",
            "Tom Reed, CTO en Floodline, tom@example.com",
            "Eva: copywriter, le encanta correr por la montaña, le prometí el enlace",
        ),
        prepared=(
            "dentro de siete días", "To be known in Madrid", "1. conocer a 2 copywriters",
            "Luis Gil [1]", "«asked about forms»", "Nora Peña [3] · aún sin conoceros",
            "Hago webs", "¿Qué haría que hoy te mereciera la pena?", "a free audit",
            "Vera Mas [2] · vive cerca · Copywriter, para «Three retainers»",
        ),
        fresh="os conocisteis ayer en CodeMotion 2025",
        asked="CodeMotion 2025 ha terminado",
        preview=("Tom Reed [5], CTO, Floodline  → a la libreta, salvo con --keep",
                 "ya os conocíais: sin cambios", "1. conocer a 2 copywriters (2 de 2)"),
        closed=("En el jardín: Ana Ruiz y Eva.", "En la libreta: Tom Reed",
                "Escribe a Eva, hoy como muy tarde: el enlace"),
        came=("seguimiento   2 de 2 · en dos días laborables", "otra charla   1 de 2",
              "1. conocer a 2 copywriters (2 de 2)", "aprendido     2 de 4"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", STORIES)
def test_an_event_from_its_aims_to_what_came_of_it(crm, monkeypatch, language):
    monkeypatch.setenv("CRM_LANG", language)
    story = STORIES[language]

    def on(day):
        monkeypatch.setenv("CRM_TODAY", day)

    def done(*words):
        result = crm(*words)
        assert result.code == 0, result
        return result.out + result.err

    def holds(text, fragments):
        joined = " ".join(text.split())
        for fragment in fragments:
            assert fragment in text or " ".join(fragment.split()) in joined, (fragment, text)

    on("2025-06-18")
    done("profile", "set", "--pitch", story.pitch)
    done("add", "Luis Gil")
    done("log", "--with", "luis", "--kind", "call", "--on", "2025-05-18", "asked about forms")
    done("add", "Vera Mas", "--role", "copywriter", "--city", "Madrid")
    done("goal", "add", "Three retainers", "--rank", "primary", "--wants", "copywriter")
    done("event", "add", "CodeMotion 2025", "--on", "2025-06-25", "--until", "2025-06-26",
         "--at", "La Nave, Madrid", "--series", "CodeMotion", "--why", "To be known in Madrid",
         "--aim", story.aim, "--meet", "luis", "--meet", "Nora Peña",
         "--offer", "a free audit")  # fmt: skip
    screen = done("event", "prep", "codemotion")
    holds(screen, story.prepared)
    assert len(screen.splitlines()) <= 40

    on("2025-06-26")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(story.lines)))
    done("event", "meet", "codemotion", "-")
    done("event", "meet", "Luis Gil", "--talked", "they")
    card = crm("event", "show", "codemotion", "--json").json
    assert [p["name"] for p in card["people"] if p["met"]] == [
        "Ana Ruiz", "Tom Reed", "Eva", "Luis Gil",
    ]  # fmt: skip
    ana = crm("show", "Ana Ruiz", "--json").json
    assert (ana["met_on"], ana["met_at"], ana["roles"]) == (
        "2025-06-26", "CodeMotion 2025", ["copywriter"],
    )  # fmt: skip
    assert ana["promises"][0]["due_on"] == "2025-06-27"

    on("2025-06-27")
    listed = done("remind")
    assert listed.count(story.fresh) == 3
    assert story.asked in listed
    assert story.asked in done("event", "list")
    done("log", "--with", "Ana Ruiz", "--kind", "email", "--side", "me")

    on("2025-06-30")  # the second workday, after a weekend
    assert story.asked not in done("remind")
    holds(done("event", "close", "codemotion", "--dry-run"), story.preview)
    assert crm("event", "close", "codemotion", "--keep", "nobody").code == 2
    closed = done("event", "close", "codemotion", "--keep", "ana", "--keep", "eva", "--aim", "1=2")
    holds(closed, story.closed)
    in_garden = {p["name"]: p["in_garden"] for p in crm("list", "--json").json}
    assert (in_garden["Eva"], in_garden["Luis Gil"], in_garden["Tom Reed"]) == (True, True, False)
    done("log", "--with", "eva", "--kind", "message", "--side", "me")

    on("2025-07-20")
    done("log", "--with", "Ana Ruiz", "--kind", "call")
    holds(done("event", "yield", "codemotion"), story.came)
    found = crm("event", "yield", "--json").json
    assert [(each["met"], each["kept"], each["known_before"]) for each in found] == [(4, 2, 1)]
    assert found[0]["followed_up"] == {"count": 2, "of": 2, "percent": 100}
    assert "CodeMotion" in done("event", "yield")
    for _step in range(3):
        done("undo")
    on("2025-06-30")
    assert crm("event", "list", "--json").json[0]["to_close"]
