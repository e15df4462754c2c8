"""The third recommendation, told with the commands alone: listen, ask, and remember."""

import io

import pytest

STORY = {
    "en": {
        "debrief": "Noted: how it went with Ana Ruiz.",
        "asked": ("1/4  Who talked more?", "4/4  What stays open to ask next time?"),
        "brief": ("to ask", "they ask"),
        "news": "won a prize (Luis, 2025-06-30)",
        "few": "Fewer than three conversations with a word on who talked more",
        "heard": "4 conversations in twelve months: you listened closely",
        "months": ("2025-05", "2025-06", "2 conversations"),
        "kept": "promises kept: 1 of 1",
        "much": "They talked 95 % of the time: telling something of your own is welcome too.",
        "after": "five chats with Ana Ruiz, and nothing known of what they are after: crm brief 1",
        "answered": "answered: calle Sueca",
        "hint": "How did it go, in four short questions? crm debrief",
    },
    "es": {
        "debrief": "Anotado: cómo te fue con Ana Ruiz.",
        "asked": ("1/4  ¿Quién habló más?", "4/4  ¿Qué queda por preguntar la próxima vez?"),
        "brief": ("por preguntar", "te pregunta"),
        "news": "won a prize (Luis, 2025-06-30)",
        "few": "Menos de tres conversaciones en las que conste quién habló más",
        "heard": "4 conversaciones en doce meses: escuchaste con atención",
        "months": ("2025-05", "2025-06", "2 conversaciones"),
        "kept": "promesas cumplidas: 1 de 1",
        "much": "La otra parte habló el 95 % del tiempo: también gusta que cuentes algo tuyo.",
        "after": "cinco conversaciones con Ana Ruiz y aún no sabes qué busca: crm brief 1",
        "answered": "respuesta: calle Sueca",
        "hint": "¿Qué tal fue? Cuatro preguntas cortas: crm debrief",
    },
}


@pytest.fixture(params=STORY)
def told(request, crm, monkeypatch):
    """Give what is to be read, with a network of two people."""
    monkeypatch.setenv("CRM_LANG", request.param)
    monkeypatch.setenv("COLUMNS", "140")
    crm("add", "Ana Ruiz", "--cadence", "1m")
    crm("add", "Luis Gil")
    return STORY[request.param]


def typed(monkeypatch, *lines):
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_four_short_questions_after_a_coffee(crm, told, monkeypatch):
    crm("log", "--with", "ana", "--kind", "meeting", "--on", "yesterday", "Coffee")
    typed(monkeypatch, "9", "1", "work: opens a shop", "dream: the Camino", "",
          "send the audit by friday", "", "which street?", "")  # fmt: skip
    noted = crm("debrief")
    assert noted.code == 0
    for said in (*told["asked"], told["debrief"]):
        assert said in noted.err, noted.err
    card = crm("show", "ana", "--json").json
    assert len(card["interactions"]) == 1
    assert [(f["kind"], f["source"], f["on"]) for f in card["facts"]] == [
        ("dream", "meeting", "2025-06-29"), ("work", "meeting", "2025-06-29"),
    ]  # fmt: skip
    assert [(p["text"], p["due_on"]) for p in card["promises"]] == [
        ("send the audit", "2025-07-04"),
    ]  # fmt: skip
    assert [q["text"] for q in card["questions"]] == ["which street?"]
    crm("undo")
    assert crm("show", "ana", "--json").json["facts"] == []


def test_each_step_can_be_skipped(crm, told, monkeypatch):
    crm("log", "--with", "ana", "--kind", "call")
    before = crm("export", "json", "-").out
    typed(monkeypatch, "", "", "", "")
    assert crm("debrief", "ana").code == 0
    typed(monkeypatch)
    assert crm("debrief", "ana").code == 0
    assert crm("export", "json", "-").out == before
    assert crm("debrief", "luis", "--talked", "they", "--json").json["new"] is True


def test_flags_say_the_same(crm, told):
    crm("log", "--with", "ana", "--with", "luis", "--kind", "meeting")
    noted = crm("debrief", "luis", "--talked", "me", "--fact", "life: a cat", "--promise",
                "write by friday", "--they-promise", "a name", "--question", "whose idea?",
                "--json").json  # fmt: skip
    assert (noted["contact"]["name"], noted["new"], noted["facts"]) == (
        "Luis Gil", False, ["a cat"],
    )  # fmt: skip
    assert (noted["questions"], len(noted["promises"])) == (["whose idea?"], 2)
    assert crm("show", "ana", "--json").json["facts"] == []


def test_questions_stand_in_the_brief_until_they_are_answered(crm, told):
    crm("question", "add", "ana", "which street?")
    crm("question", "add", "ana", "what would it cost?", "--theirs")
    brief = crm("brief", "ana").out
    for label in told["brief"]:
        assert label in brief, brief
    assert "which street?" in crm("show", "ana").out
    crm("question", "answered", "1", "calle Sueca")
    assert "which street?" not in crm("brief", "ana").out
    assert [q["mine"] for q in crm("brief", "ana", "--json").json["questions"]] == [False]
    assert told["answered"] in crm("question", "list", "--all").out
    assert [q["id"] for q in crm("question", "list", "--json").json] == [2]
    assert crm("question", "list", "luis", "--json").json == []


def test_inside_information_keeps_its_source(crm, told):
    crm("log", "--with", "ana", "--kind", "call", "--fact", "news: won a prize", "--source", "Luis")
    assert told["news"] in crm("show", "ana").out


def test_listening_by_month_and_promises_kept(crm, told):
    for day, listen in (("2025-05-05", 60), ("2025-05-20", 60), ("2025-06-05", 57)):
        assert told["few"] in crm("listening").err
        crm("log", "--with", "luis", "--kind", "call", "--on", day, "--listen", str(listen))
    crm("log", "--with", "ana", "--kind", "call", "--on", "2025-06-06", "--talked", "they",
        "--questions", "9", "--followups", "3", "--fact", "life: a cat", "--fact", "life: a dog",
        "--fact", "life: a house")  # fmt: skip
    crm("promise", "add", "ana", "send it", "--by", "2025-07-10")
    crm("promise", "done", "1")
    shown = crm("listening").out
    for said in (told["heard"], *told["months"], told["kept"]):
        assert said in shown, shown
    found = crm("listening", "--json").json
    assert (found["conversations"], found["score"], found["band"], found["trend"]) == (
        4, 75.0, "listened", None,
    )  # fmt: skip
    assert [month["conversations"] for month in found["months"]] == [2, 2]
    assert (found["promises"], found["share_something"]) == ({"due": 1, "kept": 1}, False)
    assert crm("listening", "ana", "--json").json["score"] is None


def test_much_listening_suggests_telling_something_too(crm, told):
    for _ in range(3):
        crm("log", "--with", "ana", "--kind", "call", "--listen", "95")
    assert told["much"] in crm("listening", "ana").out


def test_five_chats_and_nothing_known_of_what_they_are_after(crm, told):
    for day in range(1, 6):
        crm("log", "--with", "ana", "--kind", "call", "--on", f"2025-06-0{day}")
    assert told["after"] in crm("listening").out
    crm("edit", "ana", "--needs", "a desk")
    assert crm("listening", "--json").json["little_known"] == []


def test_after_logging_on_a_terminal_the_debrief_is_named(crm, told, monkeypatch):
    monkeypatch.setattr("crm.cli.output.on_terminal", lambda: True)
    typed(monkeypatch, "")
    assert told["hint"] in crm("log", "Coffee with Ana Ruiz").err
    typed(monkeypatch, "")
    assert told["hint"] not in crm("log", "Coffee with Ana Ruiz on 2025-06-01").err


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["debrief", "--talked", "me"], 2), (["debrief", "nobody", "--talked", "me"], 3),
        (["debrief", "ana", "--talked", "us"], 2), (["question", "add", "ana", " "], 2),
        (["question", "answered", "9"], 3), (["listening", "nobody"], 3),
    ],
)  # fmt: skip
def test_what_cannot_be(crm, told, command, code):
    result = crm(*command)
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("crm: ")
