"""The fourth recommendation, told with the commands alone: help without keeping accounts."""

import pytest

STORY = {
    "en": {
        "gave": "Noted and logged [1]: help for Ana Ruiz, today.",
        "got": "Noted and logged [2]: referral from Luis Gil, three weeks ago.",
        "thank": "When you have said thank you: crm giving thanked 2",
        "asked": "Noted and logged [1]: you asked Ana Ruiz for feedback, today.",
        "first": "Perhaps write to Ana Ruiz first without asking:",
        "too": "your last contact asked for something too",
        "fine": "Nothing speaks against asking Ana Ruiz.",
        "hardly": "You have hardly been in touch with Eva Soler yet.",
        "list": ("you gave Ana Ruiz, today: read her landing page",
                 "Luis Gil gave you, three weeks ago: a dentist who needs a site "
                 "(referral, Dr. Soler, 2400)",
                 "won · they signed · thanked today · told them today",
                 "Ana Ruiz, today: a look at my offer (feedback)",
                 "what came: the page is half as long now"),
        "to tell": "to tell how it went",
        "balance": ("1 of 4 contacts", "balanced"),
        "seldom": "mostly to ask",
        "ideas": ("introduce Tom Vale (they need: copywriter)",
                  "share what you come across: “the Camino”"),
        "share": "pass the word on (they need: a quiet desk)",
        "undo": "Taken back: request noted (Ana Ruiz)",
    },
    "es": {
        "gave": "Anotado y registrado [1]: ayuda para Ana Ruiz, hoy.",
        "got": "Anotado y registrado [2]: recomendación de Luis Gil, hace tres semanas.",
        "thank": "Cuando le hayas dado las gracias: crm giving thanked 2",
        "asked": "Anotado y registrado [1]: pediste opinión a Ana Ruiz, hoy.",
        "first": "Quizá mejor escribir antes a Ana Ruiz sin pedir nada:",
        "too": "en tu último contacto también pedías algo",
        "fine": "Nada en contra de pedirle algo a Ana Ruiz.",
        "hardly": "Aún casi no has tenido contacto con Eva Soler.",
        "list": ("ayudaste a Ana Ruiz, hoy: read her landing page",
                 "Luis Gil te ayudó, hace tres semanas: a dentist who needs a site "
                 "(recomendación, Dr. Soler, 2400)",
                 "salió adelante · they signed · diste las gracias hoy · se lo contaste hoy",
                 "Ana Ruiz, hoy: a look at my offer (opinión)",
                 "resultado: the page is half as long now"),
        "to tell": "por contarle cómo fue",
        "balance": ("1 de 4 contactos", "en equilibrio"),
        "seldom": "sobre todo para pedir",
        "ideas": ("presenta a Tom Vale (necesita: copywriter)",
                  "comparte lo que encuentres sobre «the Camino»"),
        "share": "corre la voz (necesita: a quiet desk)",
        "undo": "Deshecho: petición anotada (Ana Ruiz)",
    },
}  # fmt: skip


@pytest.fixture(params=STORY)
def told(request, crm, monkeypatch):
    """Give what is to be read, with a network of four people."""
    monkeypatch.setenv("CRM_LANG", request.param)
    monkeypatch.setenv("COLUMNS", "140")
    crm("add", "Ana Ruiz", "--cadence", "1m", "--needs", "copywriter", "--needs", "a quiet desk")
    crm("add", "Luis Gil")
    crm("add", "Eva Soler")
    crm("add", "Tom Vale", "--role", "copywriter", "--book")
    for day in ("2025-06-10", "2025-06-20"):
        crm("log", "--with", "ana", "--kind", "call", "--on", day, "--by", "me")
    return STORY[request.param]


def test_help_goes_round_and_nobody_counts(crm, told):
    assert told["gave"] in crm("gave", "ana", "read her landing page").err
    got = crm("got", "luis", "a dentist who needs a site", "--kind", "referral", "--client",
              "Dr. Soler", "--value", "2400", "--on", "2025-06-09")  # fmt: skip
    assert told["got"] in got.err
    assert told["thank"] in got.err
    assert len(crm("show", "luis", "--json").json["interactions"]) == 1
    crm("giving", "thanked", "2")
    assert told["to tell"] in crm("giving", "list", "luis").out
    crm("giving", "outcome", "2", "they signed", "--won")
    crm("giving", "outcome", "2", "--reported")
    asked = crm("asked", "ana", "a look at my offer", "--feedback")
    assert told["asked"] in asked.err
    crm("giving", "came", "1", "the page is half as long now")
    listed = " ".join(crm("giving", "list").out.split())
    for line in told["list"]:
        assert line in listed, listed
    rows = crm("giving", "list", "--json").json
    assert [(row["direction"], row["id"], row["kind"]) for row in rows] == [
        ("gave", 1, "help"), ("asked", 1, "feedback"), ("got", 2, "referral"),
    ]  # fmt: skip
    assert rows[2] == {
        "id": 2, "direction": "got", "kind": "referral", "text": "a dentist who needs a site",
        "on": "2025-06-09", "contact": {"id": 2, "name": "Luis Gil"}, "client": "Dr. Soler",
        "value": 2400.0, "status": "won", "thanked_on": "2025-06-30", "outcome": "they signed",
        "reported_on": "2025-06-30", "next_step": None, "interaction": 4,
    }  # fmt: skip


def test_before_one_asks(crm, told):
    assert told["fine"] in crm("asked", "ana", "--check").out
    assert told["hardly"] in crm("asked", "eva", "--check").out
    first = crm("asked", "ana", "a name")
    assert told["first"] not in first.err
    again = crm("asked", "ana", "another name")
    assert told["first"] in again.err
    assert told["too"] in again.err
    check = crm("asked", "ana", "--check", "--json").json
    assert (check["write_first"], check["contacts_since_ask"]) == (True, 0)
    assert told["undo"] in crm("undo").err
    shown = crm("giving", "balance", "ana").out
    assert "1" in shown
    logged = crm("asked", "ana", "a third", "--json")
    assert (logged.json["check"]["write_first"], logged.err) == (True, "")


def test_how_often_one_asks(crm, told):
    crm("gave", "ana", "read her landing page")
    crm("asked", "ana", "a name")
    for day in ("2025-04-01", "2025-05-01", "2025-06-01"):
        crm("asked", "luis", "a name", "--on", day)
    shown = crm("giving", "balance").out
    for said in (*told["balance"], told["seldom"]):
        assert said in shown, shown
    ana, luis = crm("giving", "balance", "--json").json
    assert (ana["asks"], ana["contacts"], ana["state"]) == (1, 4, "balanced")
    assert (luis["state"], luis["asks_after_silence"]) == ("only-when-needed", [])


def test_ideas_come_from_what_people_need(crm, told):
    crm("log", "--with", "ana", "--kind", "call", "--fact", "dream: the Camino")
    ideas = crm("giving", "ideas", "ana").out
    for said in (*told["ideas"], told["share"]):
        assert said in ideas, ideas
    rows = crm("giving", "ideas", "ana", "--json").json
    assert [row["kind"] for row in rows] == ["introduction", "share", "share"]
    assert rows[0]["other"] == {"id": 4, "name": "Tom Vale"}
    assert (rows[1]["need"], rows[2]["fact"]) == ("a quiet desk", "the Camino")
    everybody = crm("giving", "ideas", "--json").json
    assert all(row["contact"]["name"] != "Tom Vale" for row in everybody)
    crm("gave", "ana", "met Tom", "--kind", "introduction")
    assert told["ideas"][0] not in crm("giving", "ideas", "ana").out


def test_on_a_terminal_the_check_asks_to_go_on(crm, told, monkeypatch):
    crm("asked", "ana", "a name")
    monkeypatch.setattr("crm.cli.output.on_terminal", lambda: True)
    for answer, noted in ((False, 1), (True, 2)):
        monkeypatch.setattr("crm.cli.output.confirmed", lambda _question, said=answer: said)
        assert crm("asked", "ana", "another").code == 0
        assert len(crm("giving", "list", "ana", "--json").json) == noted


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["gave", "ana", " "], 2), (["gave", "nobody", "x"], 3), (["giving", "came", "9", "x"], 3),
        (["got", "ana", "x", "--kind", "loan"], 2), (["got", "ana", "x", "--client", "Pan"], 2),
        (["asked", "ana", "x", "--on", "tomorrow"], 2), (["giving", "thanked", "9"], 3),
        (["giving", "outcome", "1", "x", "--won", "--lost"], 2), (["asked", "ana"], 2),
    ],
)  # fmt: skip
def test_what_cannot_be(crm, told, command, code):
    result = crm(*command)
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("crm: ")
    assert crm("giving", "list", "--json").json == []
