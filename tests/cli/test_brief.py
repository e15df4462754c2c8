"""`crm brief`: what the screen says, that it is never longer than a screen, and its JSON."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from crm.domain.cells import cells
from tests.conftest import TODAY, Result
from tests.hostile import COMMANDING

Crm = Callable[..., Result]

RICH = (
    ["profile", "set", "--name", "Marina", "--offers", "accessibility audit",
     "--interest", "ceramics", "--role", "web developer"],
    ["add", "Luis Gil", "--role", "copywriter"],
    ["add", "Ana Ruiz", "--role", "ux designer", "--title", "Designer", "--org", "Agua SL",
     "--city", "Valencia", "--language", "es", "--birthday", "1990-07-02", "--needs", "copywriter",
     "--offers", "portfolio review", "--interest", "ceramics", "--interest", "running",
     "--met-on", "2024-07-01", "--met-at", "CodeMotion", "--note", "Likes voice notes"],
    ["log", "--with", "ana", "--kind", "call", "--on", "2025-05-01", "Her trail race"],
    ["log", "--with", "ana", "--kind", "meeting", "--on", "2025-05-20", "--place", "Bar Sol",
     "--fact", "work: redesigns a winery", "--fact", "dream: a year in Oaxaca",
     "--fact", "news: her studio hires", "--promise", "send the portfolio by 2025-07-04",
     "--they-promise", "a contact", "She has a new client"],
    ["log", "--with", "ana", "--kind", "message", "--on", "2025-06-21", "--side", "me",
     "Sent her a route"],
    ["log", "--with", "ana", "--kind", "meeting", "--on", "2025-07-02", "--planned"],
    ["goal", "add", "Monthly retainers", "--rank", "primary", "--why", "A steady income",
     "--with", "ana"],
    ["goal", "next", "retainers", "send the proposal", "--by", "friday", "--with", "ana"],
)  # fmt: skip

MUCH = """\
Ana Ruiz  [2]
Designer · Agua SL · Valencia · Spanish
roles          UX designer
relation       healthy
birthday       turns 35 on Wednesday
met            1 July 2024, CodeMotion
notes          Likes voice notes

planned        on Wednesday · meeting
last contact   nine days ago · message · from you: Sent her a route
before         six weeks ago · meeting · Bar Sol: She has a new client
               two months ago · call: Her trail race
open           your last message (nine days ago) has no answer yet

you promised   send the portfolio (for Friday)
they promised  a contact
needs          Copywriter
offers         portfolio review

in common      ceramics
also likes     running
work           redesigns a winery (six weeks ago)
dream          a year in Oaxaca (six weeks ago)
news           her studio hires (meeting, six weeks ago)
not known yet  their home life

ask            Where did you grow up, and what brought you here?
               Is there anyone you would like to meet?
               What would you like to be doing that you are not doing yet?
to offer       you could introduce Luis Gil (Copywriter)
goal           Monthly retainers (primary): A steady income
next step      send the proposal (for Friday)
"""

NOTHING = """\
Bo  [1]
relation       in the address book

last contact   not yet

not known yet  what they are after, their dreams, their work, their interests and 3 more

ask            What are you working on these days that you enjoy?
               What do you do when you switch off from work?
               Where did you grow up, and what brought you here?
to offer       ask them: What would help you most this month?
"""


@pytest.fixture
def rich(crm: Crm) -> Crm:
    """Give the program with a network in which much is known of Ana."""
    for command in RICH:
        assert crm(*command).code == 0, command
    return crm


def shown(crm: Crm, *arguments: str) -> str:
    """Give the screen of a brief, which fits."""
    result = crm("brief", *arguments)
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) <= 40
    return result.out


def test_somebody_of_whom_much_is_known(rich: Crm) -> None:
    assert shown(rich, "ana") == MUCH


def test_somebody_of_whom_nothing_is_known(crm: Crm) -> None:
    crm("add", "Bo", "--book")
    assert shown(crm, "bo") == NOTHING


def test_five_chats_and_nothing_known_of_what_they_are_after(crm: Crm) -> None:
    crm("add", "Ana Ruiz", "--given-name", "Ana")
    for day in range(1, 6):
        assert "nothing known of" not in shown(crm, "ana")
        crm("log", "--with", "ana", "--kind", "call", "--on", f"2025-05-0{day}")
    screen = shown(crm, "ana")
    assert "five chats, and nothing known of what Ana is after\n" in screen
    assert "not known yet  their work, their interests, their home life" in screen


def test_an_ask_without_an_answer(rich: Crm) -> None:
    rich("log", "--with", "luis", "--kind", "email", "--on", "2025-06-20", "--side", "me", "--ask")
    assert "what you asked for (ten days ago) has no answer yet" in shown(rich, "luis")


def test_who_is_meant(rich: Crm) -> None:
    assert rich("brief", "nobody").code == 3
    rich("remind")
    assert shown(rich, "+1") == shown(rich, "#1")
    rich("archive", "ana")
    assert rich("brief", "ana").code == 3
    assert "[archived]" in shown(rich, "2")


def test_what_is_mine_to_give(rich: Crm) -> None:
    rich("edit", "ana", "--needs", "web developer")
    assert "your work (Web developer): they need it" in shown(rich, "ana")
    rich("edit", "ana", "--needs", "Accessibility audit")
    assert "your accessibility audit: they need it" in shown(rich, "ana")


def test_in_spanish(rich: Crm) -> None:
    screen = shown(rich, "ana", "--lang", "es")
    for said in ("Diseñador/a UX", "prometiste", "necesita", "hace nueve días", "cumple 35",
                 "¿Dónde creciste y qué te trajo hasta aquí?", "(Copywriter)"):  # fmt: skip
        assert said in screen


def test_as_json(rich: Crm) -> None:
    brief = rich("brief", "ana", "--json").json
    assert set(brief) == {
        "id", "name", "title", "organisation", "place", "language", "roles", "in_garden", "band",
        "birthday", "met_on", "met_at", "notes", "planned", "last_contacts", "chats", "unanswered",
        "promises", "needs", "offers", "interests", "facts", "facts_left_out", "questions",
        "not_known", "prompts", "offer", "goals",
    }  # fmt: skip
    assert (brief["id"], brief["name"], brief["roles"]) == (2, "Ana Ruiz", ["ux-designer"])
    assert brief["birthday"] == {"on": "2025-07-02", "years": 35}
    assert brief["planned"]["on"] == "2025-07-02"
    assert [one["kind"] for one in brief["last_contacts"]] == ["message", "meeting", "call"]
    assert brief["unanswered"] == brief["last_contacts"][0]
    assert [(one["mine"], one["due_on"]) for one in brief["promises"]] == [
        (True, "2025-07-04"), (False, None),
    ]  # fmt: skip
    assert brief["interests"] == {"shared": ["ceramics"], "other": ["running"]}
    assert [fact["kind"] for fact in brief["facts"]] == ["work", "dream", "news"]
    assert brief["not_known"] == ["life"]
    assert [set(prompt) for prompt in brief["prompts"]] == [{"id", "kind", "text"}] * 3
    assert brief["offer"] == {
        "kind": "introduction", "need": "copywriter", "what": "copywriter",
        "contact": {"id": 1, "name": "Luis Gil"}, "prompt": None,
    }  # fmt: skip
    assert brief["goals"] == [
        {"id": 1, "title": "Monthly retainers", "rank": "primary", "why": "A steady income",
         "next_action": "send the proposal", "next_action_on": "2025-07-04"},
    ]  # fmt: skip
    nobody = rich("brief", "luis", "--json").json
    assert set(nobody) == set(brief)
    assert (nobody["birthday"], nobody["planned"], nobody["unanswered"]) == (None, None, None)


def test_reading_makes_no_file_and_writes_nothing(rich: Crm, home: Path) -> None:
    path = home / ".local/share/crm/crm.db"
    before = path.read_bytes()
    shown(rich, "ana")
    assert path.read_bytes() == before


# --- never longer than a screen ---

ALPHABETS = (
    "words of some length and more ",
    "🌱👩‍👩‍👧❤️🇪🇸 ",
    "山田太郎",
    "e\u0301n\u0303 ",
    "مريم العلي ",
    "\x1b[2J\x07\x9b31m\u202e\n\t ",
    "x",
    "a, b; {c} “d” ",
)


@pytest.fixture(scope="module")
def stuffed_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database of one person of whom there is too much of everything."""
    from crm.main import main

    path = tmp_path_factory.mktemp("stuffed") / "crm.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(path.parent))
        patch.setenv("CRM_DB", str(path))
        patch.setenv("CRM_TODAY", TODAY.isoformat())
        for command in RICH:
            assert main(command) == 0
        for number in range(4):
            assert main(["goal", "add", f"Goal {number}", "--rank", "tertiary"]) == 0
    return path


def stuff(path: Path, random: Random) -> None:
    """Fill whatever can be known of Ana, by the ten thousand characters."""

    def text(length: int = 10_000) -> str:
        alphabet = random.choice(ALPHABETS)
        return (alphabet * (length // len(alphabet) + 1))[:length] + "!"

    with closing(sqlite3.connect(path)) as connection:
        columns = ("name", "title", "organisation", "place", "notes", "met_at", "language")
        for column in random.sample(columns, random.randint(0, len(columns))):
            connection.execute(f"UPDATE contact SET {column} = ? WHERE id = 2", (text(),))
        connection.execute("UPDATE contact SET name = ? WHERE id = 1", (text(),))
        connection.execute("UPDATE goal SET title = title || ?, why = ?", (text(), text()))
        connection.execute("UPDATE goal SET next_action = ?", (text(),))
        connection.execute("UPDATE interaction SET summary = ?, place = ?", (text(), text(99)))
        kinds = ("work", "interest", "life", "dream", "news")
        connection.executemany(
            "INSERT INTO fact (contact_id, kind, text, source, day) VALUES (2, ?, ?, ?, ?)",
            [
                (random.choice(kinds), text(), text(99), (TODAY - timedelta(number)).isoformat())
                for number in range(200)
            ],
        )
        connection.executemany(
            "INSERT INTO promise (contact_id, mine, text, made_on, due_on) VALUES (2, ?, ?, ?, ?)",
            [(number % 2, text(), TODAY.isoformat(), "2025-07-09") for number in range(40)],
        )
        connection.executemany(
            "INSERT INTO contact_trait (contact_id, kind, value, key) VALUES (2, ?, ?, ?)",
            [
                (kind, text(random.choice((5, 500))), f"{kind} {number}")
                for kind in ("role", "need", "offer", "interest")
                for number in range(60)
            ],
        )
        connection.executemany(
            "INSERT INTO goal_contact (goal_id, contact_id) VALUES (?, 2)", [(n,) for n in (2, 3)]
        )
        connection.commit()


@pytest.mark.parametrize("seed", range(8))
def test_it_fits_whatever_there_is(
    crm: Crm, home: Path, monkeypatch: pytest.MonkeyPatch, stuffed_template: Path, seed: int
) -> None:
    path = home / "crm.db"
    shutil.copy(stuffed_template, path)
    stuff(path, Random(seed))
    monkeypatch.setenv("CRM_DB", str(path))
    for columns in (40, 60, 80, 100):
        monkeypatch.setenv("COLUMNS", str(columns))
        for language in ("en", "es"):
            lines = shown(crm, "2", "--lang", language).splitlines()
            assert len(lines) > 30
            assert max(map(cells, lines)) <= columns
            assert not COMMANDING.search("".join(lines))
    said = "\n".join(shown(crm, "2").splitlines())
    assert "and 18 more" in said  # of 21 promises of mine
    assert re.search(r"^ +and 197 more$", said, re.MULTILINE)
