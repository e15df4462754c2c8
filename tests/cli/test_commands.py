"""Every command: what it says to people, what it gives scripts, and what it says of nothing."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crm import __version__
from crm.cli.app import COMMANDS
from crm.main import main
from tests.conftest import ROOT, TODAY, Result

Crm = Callable[..., Result]

NETWORK = (
    ["add", "Ana Ruiz", "--role", "copywriter", "--title", "Copywriter", "--org", "Agua SL",
     "--email", "ana@example.com", "--phone", "+34 600 000 001", "--city", "Valencia",
     "--tag", "friends", "--interest", "running", "--offers", "copy", "--needs", "a website",
     "--cadence", "1m", "--known-since", "2024-06-30", "--met-on", "2024-07-01",
     "--met-at", "CodeMotion", "--birthday", "1990-07-02", "--note", "Likes tea"],
    ["add", "Luis Gil", "--book"],
    ["add", "Eva Soler", "--cadence", "30d", "--knows", "ana", "--met-through", "luis"],
    ["add", "Old Tom"],
    ["archive", "tom"],
    ["log", "--with", "ana", "--kind", "call", "--on", "2025-05-01", "--by", "me", "--depth", "2",
     "--fact", "interest: runs trails", "--promise", "send the portfolio by friday",
     "--they-promise", "a contact", "Her trail race"],
    ["log", "--with", "ana", "--kind", "meeting", "--on", "2025-07-02", "--event", "CodeMotion"],
    ["log", "--with", "eva", "--kind", "message", "--on", "2025-05-20", "--side", "me"],
    ["goal", "add", "Monthly retainers", "--rank", "primary", "--target", "3", "--unit", "clients",
     "--by", "2025-12-31", "--why", "A steady income", "--wants", "copywriter", "--with", "ana"],
    ["goal", "progress", "retainers", "+1", "--note", "the first"],
    ["goal", "next", "retainers", "send the proposal", "--by", "today"],
    ["promise", "add", "eva", "a link by friday"],
    ["profile", "set", "--name", "Marina", "--role", "web developer", "--pitch", "Fast pages"],
)  # fmt: skip


def network(folder: Path, *commands: list[str]) -> Path:
    """Give a database made by commands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setenv("CRM_DB", str(folder / "crm.db"))
        patch.setenv("CRM_TODAY", TODAY.isoformat())
        patch.setenv("CRM_LANG", "en")
        for command in commands:
            assert main(command) == 0, command
    return folder / "crm.db"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with a small network, to be copied."""
    return network(tmp_path_factory.mktemp("network"), *NETWORK)


@pytest.fixture
def known(home: Path, template: Path) -> Path:
    """Give a copy of the small network, where the program looks for it."""
    path = home / ".local/share/crm/crm.db"
    path.parent.mkdir(parents=True, mode=0o700)
    shutil.copy(template, path)
    return path


def said(result: Result, *fragments: str) -> Result:
    """Give a result that is talk: nothing on standard output."""
    assert (result.code, result.out) == (0, ""), result
    assert all(fragment in result.err for fragment in fragments), result.err
    return result


def shown(result: Result, *fragments: str) -> Result:
    """Give a result that is data: nothing on standard error."""
    assert (result.code, result.err) == (0, ""), result
    assert all(fragment in result.out for fragment in fragments), result.out
    return result


# An empty network.


def test_the_first_run_names_three_commands(crm: Crm, home: Path) -> None:
    welcome = shown(crm())
    commands = re.findall(r"^  (crm \S+)", welcome.out, re.MULTILINE)
    assert commands == ["crm import", "crm plant", "crm goal"]
    assert "crm demo remind" in welcome.out
    assert crm("tui") == welcome
    assert list(home.iterdir()) == []  # looking makes no file


def test_every_command_has_an_empty_state(crm: Crm, home: Path) -> None:
    said(crm("list"), "crm add NAME, or crm import FILE")
    said(crm("list", "--tags"), "No tags yet")
    said(crm("goal"), "crm goal add TITLE --rank primary")
    said(crm("promise", "list"), "crm promise add WHO TEXT")
    said(crm("history"), "Nothing was done yet")
    said(crm("profile"), "crm profile set")
    said(crm("pause"), "Not paused")
    assert crm("remind") == Result(0, "", "")
    assert crm("remind", "--count") == Result(0, "0\n", "")
    for command in (["list"], ["list", "--tags"], ["goal"], ["goal", "list"], ["promise"],
                    ["promise", "list"], ["history"], ["remind"]):  # fmt: skip
        assert crm(*command, "--json") == Result(0, "[]\n", "")
    assert crm("pause", "--json").json == {"paused_until": None}
    assert crm("profile", "--json").json == {
        "name": "", "pitch": "", "experience_since": "", "roles": [], "skills": [],
        "interests": [], "offers": [], "needs": [],
    }  # fmt: skip
    assert crm("undo").code == crm("find", "ana").code == crm("show", "ana").code == 3
    assert list(home.iterdir()) == []


# People.


def test_add(crm: Crm, home: Path) -> None:
    said(crm("add", "Ana"), "Added Ana [1] to the garden.")
    said(crm("add", "Bea", "--book"), "Added Bea [2] to the address book.")
    said(crm("add", "ANÁ", "--org", "Agua"), "There is another Ana [1]", "crm undo")
    added = crm("add", "Cleo", "--json")
    assert added.json == {"id": 4, "name": "Cleo", "in_garden": True}
    assert crm("add", "Dan", "--book", "--cadence", "1m", "--json").json["id"] == 5


def test_show_as_json(crm: Crm, known: Path) -> None:
    card = shown(crm("show", "ana", "--json")).json
    assert {
        "id", "uid", "name", "roles", "tags", "cadence", "last_contact_on", "due_on", "warmth",
    } <= set(card)  # fmt: skip
    assert (card["id"], card["name"], card["cadence"]) == (1, "Ana Ruiz", "1m")
    assert (card["roles"], card["tags"]) == (["copywriter"], ["friends"])
    assert (card["last_contact_on"], card["due_on"]) == ("2025-05-01", "2025-06-01")
    assert set(card["warmth"]) == {"score", "band", "parts", "dry_in_days"}
    assert list(card["warmth"]["parts"]) == ["contact", "reciprocity", "depth", "initiative"]
    assert card["warmth"]["band"] == "fading"
    assert sum(card["warmth"]["parts"].values()) == pytest.approx(card["warmth"]["score"], abs=0.03)
    assert card["dates"] == [{"kind": "birthday", "label": "", "date": "1990-07-02"}]
    assert card["emails"] == [{"value": "ana@example.com", "label": ""}]
    assert card["known_since"] == "2024-06-30"
    assert card["knows"] == [{"id": 3, "name": "Eva Soler"}]
    assert card["goals"] == [{"id": 1, "title": "Monthly retainers", "rank": "primary"}]
    planned, call = card["interactions"]
    assert (planned["planned"], planned["on"], planned["event"]) == (
        True,
        "2025-07-02",
        "CodeMotion",
    )
    assert (call["kind"], call["by"], call["depth"]) == ("call", "me", 2)
    assert [promise["mine"] for promise in card["promises"]] == [True, False]
    assert card["facts"][0]["kind"] == "interest"
    other = crm("show", "eva", "--json").json
    assert other["met_through"] == {"id": 2, "name": "Luis Gil"}


def test_show_in_the_address_book_has_no_band(crm: Crm, known: Path) -> None:
    card = crm("show", "luis", "--json").json
    assert (card["in_garden"], card["cadence"], card["due_on"]) == (False, None, None)
    assert (card["warmth"]["band"], card["warmth"]["dry_in_days"]) == (None, None)
    shown(crm("show", "luis"), "known, not tended")


def test_show_to_people(crm: Crm, known: Path) -> None:
    card = shown(
        crm("show", "ana", "--explain"),
        "Ana Ruiz  [1]", "Copywriter · Agua SL · Valencia", "two months ago", "every month",
        "fading (23.27) = contact 12.93 + reciprocity 6.46 + depth 3.88 + initiative 0",
        "#friends", "ana@example.com", "2 July 1990", "Monthly retainers (primary)",
        "send the portfolio", "runs trails", "2025-05-01    call: Her trail race",
    )  # fmt: skip
    assert "fading (23.27) =" not in crm("show", "ana").out
    assert all(len(line) <= 100 for line in card.out.splitlines())
    shown(crm("show", "4"), "[archived]")
    assert "None" not in "".join(crm("show", str(number), "--all").out for number in (1, 2, 3, 4))


def test_who(crm: Crm, known: Path) -> None:
    for who in ("1", "Ana Ruiz", "ana ruiz", "ÁNA", "ana r", "ruiz"):
        assert crm("show", who, "--json").json["id"] == 1, who
    crm("add", "Luis")
    assert crm("show", "luis", "--json").json["id"] == 5  # an exact name comes before a prefix
    assert crm("show", "tom").code == 3  # archived people answer to their id only
    assert crm("show", "4", "--json").json["archived"]


def test_list_and_find(crm: Crm, known: Path) -> None:
    shown(
        crm("list"), "Copywriter · Agua SL · Valencia  two months ago  four weeks ago", "#friends"
    )
    keys = {"id", "name", "organisation", "title", "place", "last_contact_on", "due_on",
            "in_garden", "archived", "tags"}  # fmt: skip

    def names(*arguments: str) -> list[str]:
        people = shown(crm(*arguments, "--json")).json
        assert all(set(person) == keys for person in people)
        return [person["name"] for person in people]

    assert names("list") == ["Ana Ruiz", "Eva Soler", "Luis Gil"]
    assert names("list", "--limit", "1") == ["Ana Ruiz"]
    assert names("list", "--garden") == ["Ana Ruiz", "Eva Soler"]
    assert names("list", "--book") == ["Luis Gil"]
    assert names("list", "--archived") == ["Old Tom"]
    assert names("list", "--tag", "#Friends") == names("list", "--role", "copywriter")
    assert names("list", "--goal", "retainers") == names("list", "--tag", "friends") == ["Ana Ruiz"]
    assert names("list", "--due") == ["Ana Ruiz", "Eva Soler"]
    assert names("list", "--tag", "absent") == []
    assert names("find", "trail race") == names("find", "TRÁIL") == ["Ana Ruiz"]
    assert names("find", "copywriter", "valencia") == names("find", "website") == ["Ana Ruiz"]
    assert names("find", "so") == ["Eva Soler"]
    for odd in ("O'Brien", "C++", "a@b.com", '"', "*", "NEAR(", "NOT", "%", "_", "(", "x:y", "-"):
        assert crm("find", "--", odd).code in {0, 3}, odd


def test_edit_note_and_tag(crm: Crm, known: Path) -> None:
    said(crm("edit", "ana", "--title", "Senior", "--email", "a@example.org"), "Changed Ana Ruiz")
    said(crm("edit", "ana", "--remove", "email: ana@example.com", "--remove", "tag: friends"))
    said(crm("edit", "ana", "--birthday", "", "--city", ""))
    said(crm("note", "ana", "Prefers", "calls"), "Noted about Ana Ruiz.")
    said(crm("fact", "ana", "work: opens", "a shop"), "Learned: opens a shop")
    said(crm("tag", "ana", "eva", "--add", "#design"), "Tagged Ana Ruiz and Eva Soler.")
    said(crm("tag", "--set", "design", "--cadence", "2w", "--circle"), "Changed the tag design.")
    card = crm("show", "ana", "--json").json
    assert (card["title"], card["place"], card["dates"]) == ("Senior", "", [])
    assert [email["value"] for email in card["emails"]] == ["a@example.org"]
    assert card["tags"] == ["design"]
    assert card["notes"] == "Likes tea\n2025-06-30 Prefers calls"
    tags = crm("list", "--tags", "--json").json
    assert {"name": "design", "cadence": "2w", "circle": True, "people": 2} in tags
    shown(crm("list", "--tags"), "design", "2w", "circle")
    assert crm("edit", "ana", "--name", "Ana R.", "--json").json == {
        "id": 1, "name": "Ana R.", "in_garden": True,
    }  # fmt: skip
    assert crm("note", "ana", "x", "--json").json == [{"id": 1, "name": "Ana R."}]
    learned = crm("fact", "ana", "news: won a prize", "--json").json
    assert (learned["kind"], learned["text"], learned["on"]) == (
        "news",
        "won a prize",
        "2025-06-30",
    )
    assert crm("tag", "ana", "--remove", "design", "--json").json == [{"id": 1, "name": "Ana R."}]
    assert crm("tag", "--set", "design", "--no-circle", "--json").json["circle"] is False


def test_plant_rest_archive_and_delete(crm: Crm, known: Path) -> None:
    said(crm("plant", "luis", "--every", "2w"), "Luis Gil is in the garden; first due ")
    (planted,) = crm("plant", "luis", "--json").json
    assert set(planted) == {"id", "name", "cadence", "due_on"}
    assert (planted["name"], planted["cadence"]) == ("Luis Gil", "2w")
    said(crm("rest", "luis", "eva"), "Back in the address book: Luis Gil and Eva Soler.")
    assert crm("show", "eva", "--json").json["due_on"] is None
    said(crm("archive", "luis"), "Archived Luis Gil.")
    said(crm("archive", "2", "--back"), "Luis Gil: back from the archive.")
    assert crm("delete", "eva", "--json").json == [{"id": 3, "name": "Eva Soler"}]
    assert crm("show", "eva").code == 3
    said(crm("undo"), "Taken back: deleted (Eva Soler)")
    assert crm("show", "eva", "--json").json["met_through"]["name"] == "Luis Gil"


def test_the_quick_round_and_questions_on_a_terminal(
    crm: Crm, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm.cli.output.on_terminal", lambda: True)
    crm("import", str(FIXTURES / "linkedin_plain.csv"))
    keys = iter("12xq")
    monkeypatch.setattr("typer.getchar", lambda: next(keys))
    said(crm("plant"), "sorry to lose", "is in the garden; first due")
    planted = crm("list", "--garden", "--json").json
    assert len(planted) == 4
    monkeypatch.setattr("typer.getchar", lambda: "q")
    said(crm("plant"), "Nobody planted.")

    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    kept = crm("delete", "ana")
    assert (kept.code, kept.out) == (1, "")
    assert kept.err.endswith("Nothing deleted.\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    said(crm("delete", "ana"), "Delete Ana Ruiz, with notes and history?", "Deleted Ana Ruiz.")
    assert crm("delete", "eva", "--yes").code == 0


# What happens.


def test_log(crm: Crm, known: Path) -> None:
    said(crm("log", "--with", "luis", "--kind", "call", "Hello"),
         "Logged: call with Luis Gil, today.", "Now in the garden: Luis Gil.")  # fmt: skip
    said(crm("log", "--with", "eva", "--on", "friday", "--planned"), "Planned [5]: message with")
    said(crm("log", "--held", "2"), "Logged: meeting with Ana Ruiz, today.")
    said(crm("log", "--with", "Nina", "--create", "Hi"), "with Nina")
    told = ["--with", "ana", "--with", "eva", "--kind", "meeting", "--on", "yesterday"]
    learned = [
        "--fact",
        "work: moved to Lisbon",
        "--promise",
        "send it by friday",
        "--talked",
        "they",
    ]
    logged = crm("log", *told, *learned, "At the fair", "--json").json
    assert logged == {
        "id": 7, "on": "2025-06-29", "kind": "meeting", "side": "both", "planned": False,
        "people": [{"id": 1, "name": "Ana Ruiz"}, {"id": 3, "name": "Eva Soler"}], "planted": [],
        "promises": [{"text": "send it", "due_on": "2025-07-04"}], "facts": ["moved to Lisbon"],
    }  # fmt: skip
    (shared, *_rest) = [
        i for i in crm("show", "eva", "--json").json["interactions"] if i["id"] == 7
    ]
    assert shared["summary"] == "At the fair"


def test_log_with_no_words_guesses_nothing(crm: Crm, known: Path) -> None:
    logged = crm("log", "--with", "eva", "--json").json
    assert (logged["kind"], logged["side"], logged["planned"]) == ("message", "both", False)
    latest = crm("show", "eva", "--json").json["interactions"][0]
    assert (latest["depth"], latest["by"]) == (0, None)


def test_goals(crm: Crm, known: Path) -> None:
    shown(crm("goal", "list"), "Monthly retainers  [1]  primary", "1 of 3 clients · on track",
          "by 2025-12-31", "next: send the proposal (today)", "people: Ana Ruiz")  # fmt: skip
    shown(crm("goal", "show", "retainers"), "2025-06-30  1  the first")
    (goal,) = crm("goal", "--json").json
    assert {"id", "title", "rank", "why", "unit", "start", "target", "current", "due_on", "state",
            "pace", "people", "wants", "progress", "missing",
            "explicitness"} <= set(goal)  # fmt: skip
    assert set(goal["pace"]) == {"progress", "elapsed", "points", "state"}
    assert (goal["explicitness"], goal["missing"], goal["wants"]) == (100, [], ["copywriter"])
    second = crm("goal", "add", "Speak", "--rank", "secondary", "--json").json
    assert second["missing"] == ["why", "measure", "date", "people", "next-action"]
    linked = crm("goal", "link", "speak", "eva", "luis", "--wants", "organiser", "--json").json
    assert [person["name"] for person in linked["people"]] == ["Eva Soler", "Luis Gil"]
    assert crm("show", "luis", "--json").json["in_garden"]
    crm("goal", "link", "speak", "eva", "--off")
    assert crm("goal", "progress", "retainers", "3", "--json").json["pace"]["state"] == "done"
    assert "2 primary goals" in crm("goal", "add", "Another", "--rank", "primary").err
    edited = crm("goal", "edit", "another", "--rank", "secondary", "--target", "2", "--by", "")
    shown(edited, "Another", "secondary", "0 of 2")
    assert "2 primary goals" in crm("goal", "edit", "another", "--rank", "primary").err
    assert crm("goal", "edit", "another").code == 2
    said(crm("goal", "close", "speak", "--dropped"), "Dropped: Speak.")
    said(crm("goal", "close", "retainers"), "Reached: Monthly retainers.")
    assert [g["title"] for g in crm("goal", "list", "--json").json] == ["Another"]
    assert len(crm("goal", "list", "--all", "--json").json) == 3


def test_promises(crm: Crm, known: Path) -> None:
    shown(crm("promise"), "send the portfolio", "Friday", "they", "a contact")
    keys = {"id", "contact_id", "name", "mine", "text", "made_on", "due_on", "done_on"}
    promises = crm("promise", "list", "--json").json
    assert all(set(promise) == keys for promise in promises)
    assert [promise["id"] for promise in crm("promise", "list", "eva", "--json").json] == [3]
    shown(crm("promise", "add", "ana", "a review", "--by", "2w", "--theirs"), "they", "a review")
    said(crm("promise", "done", "1"), "Kept: send the portfolio (Ana Ruiz).")
    assert crm("promise", "done", "2", "--json").json["done_on"] == "2025-06-30"
    assert len(crm("promise", "list", "--json").json) == 2
    assert len(crm("promise", "list", "--all", "--json").json) == 4


def test_snooze_and_pause(crm: Crm, known: Path) -> None:
    said(crm("snooze", "eva", "--until", "friday"), "Eva Soler is not shown before Friday.")
    assert crm("snooze", "eva", "--until", "2w", "--json").json == {
        "contact_id": 3, "name": "Eva Soler", "until": "2025-07-14", "times": 2,
        "longer": None, "suggest_longer": False,
    }  # fmt: skip
    said(crm("snooze", "eva", "--until", "3w"), "Snoozed 3 times", "--every 3m")
    assert crm("show", "eva", "--json").json["snoozed_until"] == "2025-07-21"
    said(crm("pause", "--until", "2w"), "from Monday 30 June 2025 to Monday 14 July 2025")
    said(crm("pause"), "Paused until Monday 14 July 2025.")
    assert crm("pause", "--json").json == {"paused_until": "2025-07-14"}
    assert [line["contact"]["name"] for line in crm("remind", "--json").json] == ["Ana Ruiz"]
    said(crm("pause", "--off"), "Welcome back")
    assert crm("pause", "--until", "1w", "--json").json == {
        "from": "2025-06-30", "until": "2025-07-07",
    }  # fmt: skip
    assert crm("pause", "--off", "--json").json == {"paused_until": None}


# The day's list.

TERMS = ["overdue", "goal", "mentor", "promise", "water", "date", "fresh", "deed"]


def test_remind_as_json(crm: Crm, known: Path) -> None:
    lines = shown(crm("remind", "--json")).json
    for line in lines:
        assert set(line) == {"contact", "day", "number", "priority", "parts", "reasons", "due_on",
                             "days_overdue", "band", "opener"}  # fmt: skip
        assert list(line["parts"]) == TERMS
        assert sum(line["parts"].values()) == pytest.approx(line["priority"], abs=0.05)
        assert line["reasons"]
    ana, step, eva = lines
    assert ana["contact"] == {"id": 1, "name": "Ana Ruiz"}
    assert (ana["due_on"], ana["days_overdue"], ana["band"]) == ("2025-06-01", 29, "fading")
    assert ana["parts"] == {"overdue": 24.65, "goal": 25.0, "mentor": 0.0, "promise": 10.0,
                            "water": 10.71, "date": 12.0, "fresh": 0.0, "deed": 0.0}  # fmt: skip
    assert step["contact"] is None
    assert (step["parts"]["goal"], step["parts"]["deed"]) == (25.0, 20.0)
    assert eva["contact"]["name"] == "Eva Soler"


def test_remind_to_people(crm: Crm, known: Path) -> None:
    plain = shown(crm("remind"), "Monday 30 June 2025\n\n  1  Ana Ruiz\n", "turns 35 on Wednesday",
                  "you last spoke two months ago", "“Her trail race”", "Your next step",
                  "for your primary goal “Monthly retainers”")  # fmt: skip
    assert crm() == plain  # crm alone is the day
    explained = shown(crm("remind", "--explain"), "overdue 24.65 + goal 25 + promise 10")
    assert len(explained.out.splitlines()) == len(plain.out.splitlines()) + 3
    assert shown(crm("remind", "--count")).out == "3\n"
    assert shown(crm("remind", "--count", "--budget", "1")).out == "1\n"
    assert shown(crm("remind", "--count", "--all")).out == "3\n"
    days = shown(crm("remind", "--budget", "1", "--days", "3"), "Monday 30 June", "Tuesday 1 July")
    assert days.out.count("Ana Ruiz") == 1
    lines = crm("remind", "--days", "3", "--budget", "1", "--json").json
    assert {line["day"] for line in lines} == {"2025-06-30", "2025-07-01", "2025-07-02"}


def test_a_weekend_shows_only_its_own_day(
    crm: Crm, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRM_TODAY", "2025-06-29")
    assert crm("remind") == Result(0, "", "")


def test_the_budget_is_a_setting(crm: Crm, known: Path) -> None:
    said(crm("config", "budget", "1"), "budget is now 1.")
    assert shown(crm("config", "budget")).out == "1\n"
    assert shown(crm("remind", "--count")).out == "1\n"
    assert crm("config", "budget", "", "--json").json == {"budget": "3"}
    said(crm("config", "days_off", "2025-06-30"))
    assert crm("remind").out == ""


def test_a_terminal_is_told_why_the_list_is_empty(
    crm: Crm, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert "Three commands to begin with" in crm("remind").out
    crm("add", "Ana", "--cadence", "1y")
    said(crm("remind"), "Nobody is due today; next is Ana", "Say hello: crm open 1")
    crm("pause", "--until", "1w")
    said(crm("remind"), "On a break until Monday 7 July 2025.")


# Taking back, and settings.


def test_undo_takes_everything_back_in_the_order_of_history(crm: Crm, known: Path) -> None:
    history = crm("history", "--json").json
    assert len(history) == len(NETWORK)
    assert set(history[0]) == {"id", "made_at", "action", "subject", "rows"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", history[0]["made_at"])
    assert len(crm("history", "--limit", "2", "--json").json) == 2
    shown(crm("history"), "profile changed", "goal added", "Ana Ruiz")
    for change in history:
        taken = crm("undo", "--json").json
        assert taken == {"action": change["action"], "subject": change["subject"]}
    assert crm("undo").code == 3
    with closing(sqlite3.connect(known)) as connection:
        assert connection.execute("SELECT count(*) FROM contact").fetchone() == (0,)


def test_profile(crm: Crm, known: Path) -> None:
    shown(crm("profile"), "Marina", "Fast pages", "roles: Web developer")
    assert crm("profile", "set", "--skill", "css", "--json").json["skills"] == ["css"]
    assert crm("profile", "--json").json["roles"] == ["web-developer"]


def test_config(crm: Crm, home: Path) -> None:
    settings = crm("config", "--json").json
    assert set(settings) == {"default_cadence", "budget", "leap_day", "days_off", "db", "language",
                             "config_file"}  # fmt: skip
    assert settings["db"] == str(home / ".local/share/crm/crm.db")
    shown(crm("config"), "default_cadence  3m", "leap_day")


# The surroundings.


def test_where_the_database_is_said(crm: Crm, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def names(*arguments: str) -> list[str]:
        return [person["name"] for person in crm(*arguments, "list", "--json").json]

    option, variable, setting = (str(home / f"{name}.db") for name in ("one", "two", "three"))
    crm("add", "Default")
    crm("--db", option, "add", "Option")
    crm("add", "Variable", "--db", variable)
    crm("add", "Setting", f"--db={setting}")
    config = home / ".config/crm/config.toml"
    config.parent.mkdir(parents=True)
    assert names() == ["Default"]
    config.write_text(f'db = "{setting}"\nlanguage = "es"\n')
    assert names() == ["Setting"]
    assert "en el jardín" in crm("add", "x", "--db", str(home / "x.db")).err
    monkeypatch.setenv("CRM_DB", variable)
    monkeypatch.setenv("CRM_LANG", "en")
    assert names() == ["Variable"]
    assert "Added" in crm("add", "y", "--db", str(home / "x.db")).err
    assert names("--db", option) == names("--lang", "es", "--db", option) == ["Option"]
    assert "en el jardín" in crm("add", "z", "--lang", "es", "--db", str(home / "x.db")).err


def test_the_day_is_said(crm: Crm, known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRM_TODAY", "2025-07-02")
    assert crm("remind").out.startswith("Wednesday 2 July 2025\n\n  1  Ana Ruiz\n")
    assert "turns 35 today" in crm("remind").out


def test_words_after_two_dashes_are_text(crm: Crm, home: Path) -> None:
    crm("add", "--", "--db")
    assert crm("show", "--json", "--", "--db").json["name"] == "--db"
    crm("note", "1", "--", "--lang", "es", "--version")
    assert crm("show", "1", "--json").json["notes"].endswith("--lang es --version")


def test_the_version(crm: Crm) -> None:
    assert crm("--version") == Result(0, f"crm {__version__}\n", "")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(crm: Crm, command: str) -> None:
    words = [command] if command else []
    for option in ("--help", "-h"):
        helped = shown(crm(*words, option), "Usage: crm")
        if not command:
            assert all(f"  {name} " in helped.out for name in COMMANDS)


def test_the_demo_leaves_the_own_network_alone(crm: Crm, home: Path) -> None:
    day = shown(crm("demo"), "Monday 30 June 2025")
    assert crm("demo", "remind") == day
    assert len(crm("demo", "list", "--json").json) > 20
    who = crm("demo", "remind", "--json").json[0]["contact"]["id"]
    shown(crm("demo", "show", str(who)))
    said(crm("demo", "log", "--with", str(who), "Hello"))
    assert crm("demo", "remind") != day
    shown(crm("demo", "--reset"))
    assert crm("demo", "remind") == day
    assert crm("list", "--json").json == []
    assert not (home / ".local").exists()


# Import and export.

FIXTURES = ROOT / "tests/formats/fixtures"


def test_import(crm: Crm, home: Path) -> None:
    file = str(FIXTURES / "linkedin_plain.csv")
    said(crm("import", file, "--dry-run"), "Would import", "3 new people", "Nothing was written")
    assert crm("list", "--json").json == []
    said(crm("import", file), "3 new people", "crm plant")
    people = crm("list", "--json").json
    assert {person["name"] for person in people} >= {"Nerea Salvatierra"}
    assert not any(person["in_garden"] for person in people)
    assert crm("remind", "--all", "--count").out == "0\n"
    said(crm("import", file), "3 as before")
    report = crm("import", file, "--json").json
    assert isinstance(report, dict)
    assert crm("list", "--json").json == people
    said(crm("undo"))
    assert crm("list", "--json").json == []


def test_import_of_any_table(crm: Crm, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "clients.csv"
    file.write_text("Client;Mail;Where\nÍñigo;i@example.com;Vigo\nBea;;\n", encoding="utf-8")
    mapped = ["--map", "Client=name", "--map", "Mail=email", "--map", "Where=city"]
    said(crm("import", str(file), *mapped), "2 new people")
    assert crm("show", "inigo", "--json").json["place"] == "Vigo"


def test_people_come_and_go_as_vcards(crm: Crm, home: Path) -> None:
    file = home / "phone"
    file.write_text(
        "BEGIN:VCARD\nVERSION:2.1\nN:Ruiz;Ana\nTEL;CELL:600123456\nX-PET:Bobby\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Eva\n",
        encoding="utf-8",
    )
    taken = crm("import", str(file))
    said(taken, "2 new people")
    assert "has no end" in taken.err
    out = crm("export", "vcard", "-", "--version", "4.0").out
    assert out.count("BEGIN:VCARD\r\nVERSION:4.0") == out.count("END:VCARD\r\n") == 2
    assert {"FN:Ana Ruiz", "TEL;TYPE=cell:600123456", "X-PET:Bobby"} < set(out.split("\r\n"))
    (home / "back.vcf").write_text(out, encoding="utf-8", newline="")
    said(crm("import", str(home / "back.vcf")), "0 new people", "2 as before")


@pytest.mark.parametrize(
    ("name", "content", "code", "fragment"),
    [
        ("absent.csv", None, 1, "There is no file"),
        ("empty.csv", b"", 1, "is empty"),
        ("blank.csv", b"\n\n", 1, ""),
        ("zip.csv", b"PK\x03\x04" + bytes(100), 1, "is not a text file"),
        ("image.csv", bytes(range(256)) * 10, 1, ""),
        ("header.csv", b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n", 1,
         "holds nobody"),
        ("unnamed.csv", b"1,2,3\n4,5,6\n", 1, "--map"),
        ("wide.csv", b"a," * 5_000 + b"\n", 1, ""),
        ("cards.vcf", b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", 1, "holds nobody"),
        ("days.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", 1, "Export CSV"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_imported(
    crm: Crm, known: Path, home: Path, name: str, content: bytes | None, code: int, fragment: str
) -> None:
    file = home / name
    if content is not None:
        file.write_bytes(content)
    before = known.read_bytes()
    failed = crm("import", str(file))
    assert failed.code in {code, 2}, failed
    assert (failed.out, failed.err.count("\n")) == ("", 1)
    assert failed.err.startswith("crm: ")
    assert fragment in failed.err
    assert known.read_bytes() == before
    folder = crm("import", str(home))
    assert (folder.code, folder.out, folder.err.count("\n")) == (1, "", 1)


def test_wrong_mappings(crm: Crm, known: Path, home: Path) -> None:
    file = home / "x.csv"
    file.write_text("Client,Mail\nAna,a@example.com\n")
    for mapping, fragment in (
        ("Client", "maps nothing"), ("=name", "maps nothing"), ("Client=colour", "is no field"),
        ("Nope=name", "has no column “Nope”. It has: Client, Mail."),
    ):  # fmt: skip
        failed = crm("import", str(file), "--map", mapping)
        assert (failed.code, failed.err.count("\n")) == (2, 1), failed
        assert fragment in failed.err
    assert crm("import", str(file), "--format", "vcf").code == 2


def test_a_short_row_is_told_and_the_rest_comes_in(crm: Crm, home: Path) -> None:
    file = home / "short.csv"
    file.write_text("Name,Email,City\nAna,a@example.com,Vigo\nBea\nCleo,not an address,Lugo\n")
    told = crm("import", str(file), "--dry-run")
    assert told.code == 0
    assert crm("import", str(file)).code == 0
    assert "Ana" in crm("list").out
    assert "Traceback" not in told.err


def test_export(crm: Crm, known: Path, home: Path) -> None:
    written = shown(crm("export", "json", "-"))
    network = written.json
    names = [contact["name"] for contact in network["contacts"]]
    assert names == ["Ana Ruiz", "Luis Gil", "Eva Soler", "Old Tom"]
    assert (network["format"], network["version"]) == ("crm", 1)
    assert crm("export", "json", "-") == written
    assert "Luis" not in crm("export", "json", "-", "--about", "ana").out
    header, first, *_rest = shown(crm("export", "csv", "-")).out.splitlines()
    assert header.startswith("id,uid,name,")
    assert "Ana Ruiz" in first
    assert shown(crm("export", "csv", "-", "--columns", "name,city")).out.startswith("name,city")
    for table in ("interactions", "goals", "promises"):
        assert len(shown(crm("export", "csv", "-", "--table", table)).out.splitlines()) > 1
    assert "runs trails" not in crm("export", "csv", "-").out
    assert "runs trails" in crm("export", "csv", "-", "--private").out

    file = home / "people.csv"
    said(crm("export", "csv", str(file)), "Wrote ", "people.csv.")
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    again = crm("export", "csv", str(file))
    assert (again.code, again.out, again.err.count("\n")) == (2, "", 1)
    assert "--force" in again.err
    assert file.read_bytes() == before
    said(crm("export", "csv", str(file), "--force", "--excel"))
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert crm("export", "csv", "-", "--table", "nothing").code == 2
    assert crm("export", "csv", "-", "--columns", "colour").code == 2
    assert crm("export", "json", "-", "--about", "nobody").code == 3
    assert crm("export", "csv", str(home / "no/such/folder.csv")).code in {1, 78}


# Spanish.

READS = (
    ["remind", "--explain"], ["remind", "--days", "3"], ["show", "ana", "--explain"], ["show", "2"],
    ["list"], ["list", "--tags"], ["goal"], ["goal", "show", "1"], ["promise"], ["history"],
    ["profile"], ["pause"], ["find", "ana"],
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(Monday|June|ago|today|you|your|last|spoke|wrote|goal|overdue|next|step|relation|due|every|"
    r"tags|notes|known|since|promised|people|wants|call|meeting|primary|name|about|kept|"
    r"added|logged|changed|planted|row|rows|not|the|with|and|of|from|in)\b",
    re.IGNORECASE,
)
OWN_WORDS = ("Her trail race", "Monthly retainers", "send the proposal", "send the portfolio",
             "A steady income", "the first", "runs trails", "a contact", "a link", "a website",
             "Likes tea", "Fast pages", "friends", "crm pause")  # fmt: skip


def keys_of(value: Any) -> Any:
    """Give the shape of JSON: its keys, however deep, without the values."""
    if isinstance(value, dict):
        return {name: keys_of(item) for name, item in value.items()}
    return [keys_of(item) for item in value] if isinstance(value, list) else None


@pytest.mark.parametrize("command", READS, ids=" ".join)
def test_spanish_screens_have_no_english_left(crm: Crm, known: Path, command: list[str]) -> None:
    spanish, english = crm(*command, "--lang", "es"), crm(*command)
    assert spanish.code == english.code == 0
    text = spanish.out + spanish.err
    assert text != english.out + english.err
    for own in OWN_WORDS:
        text = text.replace(own, "")
    assert not ENGLISH.findall(text), text


@pytest.mark.parametrize("command", READS, ids=" ".join)
def test_json_is_the_same_in_spanish(crm: Crm, known: Path, command: list[str]) -> None:
    arguments = [word for word in command if word != "--explain"]
    if command == ["pause"]:
        arguments = ["pause"]
    spanish = crm(*arguments, "--json", "--lang", "es").json
    english = crm(*arguments, "--json").json
    assert keys_of(spanish) == keys_of(english)
    if command[0] != "remind":
        assert spanish == english
    else:
        # Sentences to people whose language is not known are in that of the run.
        for worded in ("reasons", "opener"):
            assert [line.pop(worded) for line in spanish] != [line.pop(worded) for line in english]
        assert spanish == english


def test_deeds_are_told_in_spanish(crm: Crm, known: Path) -> None:
    for command, fragment in (
        (["add", "Íñigo"], "Íñigo [5]"),
        (["log", "--with", "eva", "--on", "ayer", "Café"], "Eva Soler"),
        (["snooze", "eva", "--until", "viernes"], "viernes"),
        (["undo"], "Eva Soler"),
        (["promise", "done", "1"], "send the portfolio"),
        (["plant", "luis"], "Luis Gil"),
    ):
        told = said(crm("--lang", "es", *command), fragment)
        for own in OWN_WORDS:
            told = told._replace(err=told.err.replace(own, ""))
        assert not ENGLISH.findall(told.err), told.err


# Everything that is shown as an example works.

BEYOND = re.compile(  # need a file, a terminal or a desktop
    r"^crm import|^crm inbox|^crm plant$|^crm$|^crm debrief( ana)?$|^crm copy"
    r"|^crm open(?!.*--print)|[|]"
)


def examples(page: str) -> list[str]:
    """Give the commands in the shell blocks of a page, without their comments."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("crm")]
    return [re.sub(r"\s{2,}#.*| +#.*$", "", line) for line in lines]


INTRODUCTIONS = (("1", "rosa"), ("2", "leo"), ("1", "carmen"), ("2", "marta"), ("carmen", "leo"))


@pytest.fixture(scope="module")
def familiar_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with the people, goals and promises that the examples speak of."""
    return network(
        tmp_path_factory.mktemp("familiar"),
        *NETWORK,
        ["edit", "1", "--email", "old@example.com", "--tag", "design"],
        *(["add", f"Person {number}", "--tag", "clients"] for number in range(5, 13)),
        ["archive", "12"],
        ["log", "--with", "ana", "--side", "me", "--on", "2025-04-20"],
        ["remind"],
        [
            "event",
            "add",
            "CodeMotion 2025",
            "--on",
            "2025-04-10",
            "--until",
            "2025-04-11",
            "--aim",
            "meet 2 copywriters",
        ],
        ["event", "add", "Web Meetup", "--on", "2025-07-10"],
        ["event", "meet", "codemotion", "ana"],
        ["event", "meet", "codemotion", "Luis Gil"],
        *(["got", "luis", "a client", "--kind", "referral"] for _ in range(3)),
        *(["asked", "luis", "a look at the page", "--feedback"] for _ in range(2)),
        *(["question", "add", "luis", "how did you begin?"] for _ in range(3)),
        ["giving", "outcome", "3", "they talked"],
        *(["add", name] for name in ("Carmen Aldaz", "Rosa Gil", "Leo Sanz", "Marta Vidal")),
        ["goal", "add", "Three clients", "--rank", "tertiary", "--wants", "copywriter"],
        ["mentor", "add", "carmen", "--topic", "prices"],
        *(["mentor", "ask", "carmen", "How much?"] for _ in range(3)),
        *(["mentor", "advice", "carmen", "say it first", "--topic", "prices"] for _ in range(2)),
        ["mentor", "result", "1", "it worked"],
        ["role", "add", "Brewer"],
        ["project", "add", "The bodega's pages", "--with", "marta"],
        ["tag", "carmen", "--add", "friends"],
        *(["intro", "propose", a, b] for a, b in INTRODUCTIONS),
        *(["intro", "accept", number, "--by", side] for number in "45" for side in "ab"),
        ["intro", "made", "5"],
        ["pause", "--until", "1w"],
    )


@pytest.fixture
def familiar(home: Path, familiar_template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program use a copy of that network."""
    shutil.copy(familiar_template, home / "crm.db")
    monkeypatch.setenv("CRM_DB", str(home / "crm.db"))


@pytest.mark.parametrize(
    "line", [line for line in examples("docs/cli.md") if not BEYOND.search(line)]
)
def test_the_examples_of_the_reference(
    crm: Crm, familiar: None, home: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(home)
    done = crm(*shlex.split(line)[1:])
    assert done.code == 0, done.err


def test_the_first_ten_minutes_of_the_readme(
    crm: Crm, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    Path("Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Luis,Gil,https://www.linkedin.com/in/luis-gil,,Agua SL,Illustrator,12 Mar 2024\n"
    )
    monkeypatch.setenv("CRM_TODAY", "2026-11-23")
    ran = 0
    for line in examples("README.md"):
        if line in {"crm", "crm plant"}:
            continue  # they need a terminal
        done = crm(*shlex.split(line)[1:])
        assert done.code == 0, (line, done.err)
        ran += 1
    assert ran >= 6
    assert Path("people.csv").exists()
