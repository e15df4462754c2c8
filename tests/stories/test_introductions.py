"""The fifth recommendation, told with the commands alone: two people who should know each other."""

from email import message_from_string
from email.policy import default

import pytest

STORY = {
    "en": {
        "reasons": ("The developer builds the pages", "Ana Ruiz is looking for: Web developer.",
                    "Both like maps."),
        "first": "Ask Ana Ruiz first, who has less time than Luis Gil.",
        "ask": ("Hi Ana!", "There is somebody I would like you to meet: Luis Gil (web developer).",
                "a no is fine, and it stays between you and me.", "Marina Vidal"),
        "sent": "Once it is sent: crm intro asked 1",
        "refused": "The answer of Ana Ruiz comes first",
        "nudge": "you asked a week ago about meeting Luis Gil: ask once more",
        "likes": "Ana Ruiz likes the idea.",
        "make": "introduce them to Luis Gil: both said yes",
        "both": ("Hi Ana and Luis!", "You both said yes, so here you are:",
                 "Ana Ruiz (copywriter): ana@agua.example",
                 "Luis Gil (web developer): luis@gil.example"),
        "later": "you introduced them to Luis Gil two weeks ago: ask how it went",
        "how": "Have you had a chance to talk? I would love to hear how it went.",
        "over": "nothing came of it",
        "let_be": "About my idea of introducing you to Luis Gil: nothing has come of it for now.",
        "no": "declin",
    },
    "es": {
        "reasons": ("El desarrollo construye las páginas", "Ana Ruiz busca: Desarrollador/a web.",
                    "En común: maps."),
        "first": "Pregunta primero a Ana Ruiz, que tiene menos tiempo que Luis Gil.",
        "ask": ("¡Hola, Ana!", "Hay alguien a quien me gustaría presentarte: Luis Gil"
                " (desarrollador web).", "un no también vale, y queda entre tú y yo.",
                "Marina Vidal"),
        "sent": "Una vez enviado: crm intro asked 1",
        "refused": "Antes falta la respuesta de Ana Ruiz",
        "nudge": "le preguntaste hace una semana si quería conocer a Luis Gil",
        "likes": "A Ana Ruiz le gusta la idea.",
        "make": "preséntale a Luis Gil: hay dos síes",
        "both": ("¡Hola, Ana y Luis!", "Con el sí de ambas partes, aquí va la presentación:",
                 "Ana Ruiz (copywriter): ana@agua.example",
                 "Luis Gil (desarrollador web): luis@gil.example"),
        "later": "le presentaste a Luis Gil hace dos semanas: pregúntale qué tal fue",
        "how": "¿Ha habido ocasión de hablar? Me encantará saber qué tal fue.",
        "over": "quedó en nada",
        "let_be": "Sobre mi idea de presentarte a Luis Gil: de momento ha quedado en nada.",
        "no": "rechaz",
    },
}  # fmt: skip
OF_LUIS = ("luis@gil.example", "600 000 002", "luisgil.example")


@pytest.fixture(params=STORY)
def told(request, crm, monkeypatch):
    """Give what is to be read, with a network of two people who do not know each other."""
    monkeypatch.setenv("CRM_LANG", request.param)
    monkeypatch.setenv("COLUMNS", "140")
    crm("profile", "set", "--name", "Marina Vidal")
    crm("add", "Ana Ruiz", "--given-name", "Ana", "--role", "copywriter", "--interest", "maps",
        "--email", "ana@agua.example", "--needs", "web developer", "--availability", "limited",
        "--cadence", "1y")  # fmt: skip
    crm("add", "Luis Gil", "--given-name", "Luis", "--role", "web developer",
        "--title", "Desarrollador web", "--interest", "maps", "--email", "luis@gil.example",
        "--phone", "+34 600 000 002", "--link", "https://luisgil.example",
        "--cadence", "1y")  # fmt: skip
    for who in ("ana", "luis"):
        crm("log", "--with", who, "--kind", "meeting", "--on", "2025-06-10")
        crm("log", "--with", who, "--kind", "project", "--on", "2025-06-12")
    return STORY[request.param]


def reads(text, *parts):
    for part in parts:
        assert part in " ".join(text.split()), text


def test_from_two_strangers_to_a_site_they_make_together(crm, told, monkeypatch, tmp_path):
    found = crm("intro", "suggest")
    reads(found.out, "Ana Ruiz [1]", "Luis Gil [2]", *told["reasons"])
    reads(crm("intro", "propose", "1", "2").out, told["first"])

    ask = crm("intro", "draft", "1")
    reads(ask.out, "Ana Ruiz <ana@agua.example>", *told["ask"])
    assert told["sent"] in ask.err
    assert not [datum for datum in OF_LUIS if datum in ask.out]
    crm("intro", "asked", "1")
    refused = crm("intro", "made", "1")
    assert refused.code == 2
    reads(refused.err, told["refused"], "crm intro accept 1")

    monkeypatch.setenv("CRM_TODAY", "2025-07-07")
    reads(crm("remind").out, "Ana Ruiz", told["nudge"])
    crm("intro", "accept", "1")

    file = tmp_path / "luis.eml"
    crm("intro", "draft", "1", "--eml", str(file))
    mail = message_from_string(file.read_text(), policy=default)
    assert mail["To"].addresses[0].addr_spec == "luis@gil.example"
    reads(mail.get_content(), told["likes"])
    assert "ana@agua.example" not in file.read_text()
    crm("intro", "accept", "1", "--by", "luis")

    monkeypatch.setenv("CRM_TODAY", "2025-07-08")
    reads(crm("remind").out, "Ana Ruiz", told["make"])
    reads(crm("intro", "draft", "1").out, *told["both"])
    assert crm("intro", "made", "1").code == 0
    card = crm("show", "ana", "--json").json
    assert [happened["kind"] for happened in card["interactions"]].count("intro") == 1
    assert card["knows"] == [{"id": 2, "name": "Luis Gil"}]

    monkeypatch.setenv("CRM_TODAY", "2025-07-22")
    reads(crm("remind").out, told["later"])
    reads(crm("intro", "draft", "1", "--to", "ana").out, told["how"])
    crm("intro", "met", "1", "--on", "2025-07-15")
    reads(crm("intro", "outcome", "1", "a", "site", "together").out, "a site together")
    assert crm("intro", "list", "--json").json == []
    (kept,) = crm("intro", "list", "--all", "--json").json
    assert (kept["state"], kept["outcome"]) == ("closed", "a site together")
    assert crm("intro", "suggest", "--json").json == []


def test_a_no_stays_with_whoever_said_it(crm, told, monkeypatch):
    crm("intro", "propose", "1", "2")
    crm("intro", "accept", "1")
    crm("intro", "asked", "1")
    crm("intro", "decline", "1")
    told_of = [crm("intro", "list", "--all").out, crm("intro", "draft", "1").out]
    reads(told_of[0], told["over"])
    reads(told_of[1], "Ana Ruiz <ana@agua.example>", told["let_be"])
    told_of += [crm(command, who).out for command in ("show", "brief") for who in ("ana", "luis")]
    monkeypatch.setenv("CRM_TODAY", "2025-07-08")
    told_of.append(crm("remind", "--all").out)
    assert not [text for text in told_of if told["no"] in text.lower()]
    assert crm("intro", "made", "1").code == 2
    for _ in range(4):
        assert crm("undo").code == 0
    assert crm("intro", "list", "--all", "--json").json == []
