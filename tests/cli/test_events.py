"""`crm event`: what it says to people, what it gives scripts, what it says of nothing."""

import io

import pytest

from tests.conftest import TODAY

ADD = ("event", "add", "CodeMotion 2025", "--on", "today", "--until", "tomorrow",
       "--at", "La Nave, Madrid", "--aim", "meet 2 copywriters", "--meet", "Nora Peña")  # fmt: skip


@pytest.fixture
def typed(monkeypatch):
    """Give a way to type lines on a terminal."""

    def lines(*words):
        monkeypatch.setattr("crm.cli.output.on_terminal", lambda: True)
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{word}\n" for word in words)))

    return lines


@pytest.fixture
def fair(crm):
    assert crm(*ADD).code == 0
    return crm


def told(result, *fragments):
    assert (result.code, result.out) == (0, ""), result
    assert all(fragment in result.err for fragment in fragments), result.err


def refused(result, code, fragment):
    assert (result.code, result.out) == (code, ""), result
    assert fragment in result.err, result.err


def test_without_events_each_command_says_what_to_do(crm, home):
    told(crm("event"), "crm event add NAME --on DAY")
    told(crm("event", "list", "--past"), "No past events.")
    told(crm("event", "yield"), "No events yet.")
    for command in (["event"], ["event", "list", "--all"], ["event", "yield"]):
        assert crm(*command, "--json").json == []
    for command in ("show", "prep", "close", "yield", "meet"):
        refused(crm("event", command, "nowhere"), 3, "no event “nowhere”")
    refused(crm("event", "meet"), 3, "There is no event today")
    assert list(home.iterdir()) == []  # looking makes no file
    refused(crm("event", "edit", "nowhere", "--note", "x"), 3, "no event “nowhere”")
    refused(crm("event", "delete", "nowhere"), 3, "no event “nowhere”")


def test_adding_says_what_comes_next(crm):
    added = crm(*ADD)
    assert "New in the address book: Nora Peña." in added.err
    assert "crm event prep 1" in added.err
    assert "1. meet 2 copywriters (0 of 2)" in added.out
    assert "Monday 30 June to Tuesday 1 July 2025 · La Nave, Madrid" in added.out
    assert "crm event edit 2 --aim" in crm("event", "add", "Camp", "--on", "friday").err
    past = crm("event", "add", "Past", "--on", "2025-06-01")
    assert "It is over: note whom you met" in past.err
    shown = crm("event", "show", "camp", "--json").json
    assert (shown["starts_on"], shown["ends_on"]) == ("2025-07-04", "2025-07-04")


@pytest.mark.parametrize(
    ("words", "code", "fragment"),
    [
        (["add", "A"], 2, "--on is missing"),
        (["add", "A", "--on", "2025-07-02", "--until", "2025-07-01"], 2, "cannot end on"),
        (["add", "A", "--on", "32.13."], 2, "is no date"),
        (["add", "  ", "--on", "today"], 2, "there is no text"),
        (["add", "codemotion 2025", "--on", "today"], 2, "already"),
        (["add", "A", "--on", "today", *["--aim", "x"] * 1, "--aim", "y", "--aim", "z", "--aim",
          "w"], 2, "3 aims at most"),
        (["edit", "code"], 2, "no option was given"),
        (["edit", "code", "--until", "2025-06-01"], 2, "cannot end on"),
        (["meet", "code"], 2, "Whom did you meet?"),
        (["meet", "code", ":"], 2, "Whom did you meet?"),
        (["meet", "code", "Ana", "--talked", "loudly"], 2, "is not known"),
        (["meet", "code", "Ana", "--email", "nobody"], 2, "is no e-mail"),
        (["meet", "code", "Ana", "--on", "2025-07-01"], 2, "is no day of the event"),
        (["meet", "code", "99"], 3, "nobody called"),
        (["meet", "code", "Ana", "--promise", ""], 2, "there is no text"),
        (["close", "code", "--keep", "Nobody"], 2, "was not met there"),
        (["close", "code", "--aim", "many"], 2, "counts no aim"),
        (["close", "code", "--aim", "2=1"], 2, "has no aim 2"),
    ],
)  # fmt: skip
def test_bad_input_changes_nothing(fair, words, code, fragment):
    before = fair("history", "--json").json
    refused(fair("event", *words), code, fragment)
    assert fair("history", "--json").json == before


def test_people_are_noted_one_by_one_on_a_terminal(fair, typed):
    fair("add", "Marta Soler", "--book")
    typed("Ana Ruiz, copywriter: looks for clients", "Marta", "Tom, promised link", "")
    result = fair("event", "meet", "code")
    told(
        result, "CodeMotion 2025: one line per person", "Met: Ana Ruiz [3] (new), Copywriter",
        "“Marta” may be Marta Soler [2]", "Met: Tom [4] (new) · promise: link",
        "2 people noted; crm undo takes them back one by one.",
    )  # fmt: skip
    told(fair("undo"), "met at an event (Tom)")
    shown = fair("event", "show", "code", "--json").json
    assert [p["name"] for p in shown["people"] if p["met"]] == ["Ana Ruiz"]
    typed("")
    told(fair("event", "meet", "code"), "Nothing was saved.")


def test_lines_are_noted_together_or_not_at_all(fair, monkeypatch):
    fair("add", "Ana Gil", "--book")
    monkeypatch.setattr("sys.stdin", io.StringIO("Tom\nAna: sings\n\nEva on 30/02/2025\n"))
    refused(fair("event", "meet", "code", "-"), 2, "so nothing was noted")
    assert fair("list", "--json").json[-1]["name"] != "Tom"
    monkeypatch.setattr("sys.stdin", io.StringIO("Tom\n\n Ana Gil: sings\n"))
    found = fair("event", "meet", "code", "-", "--json").json
    assert [(each["contact"]["name"], each["new"]) for each in found] == [
        ("Tom", True), ("Ana Gil", False),
    ]  # fmt: skip
    assert found[1]["facts"] == ["sings"]
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    refused(fair("event", "meet", "code", "-"), 2, "Whom did you meet?")


def test_meeting_as_json(fair):
    met = fair("event", "meet", "Ana Ruiz, copywriter: promised the deck by friday", "--json").json
    assert met == {
        "event": {"id": 1, "name": "CodeMotion 2025"}, "contact": {"id": 2, "name": "Ana Ruiz"},
        "new": True, "again": False, "interaction": 1, "on": TODAY.isoformat(),
        "roles": ["copywriter"], "facts": [],
        "promises": [{"mine": True, "text": "the deck", "due_on": "2025-07-04"}],
    }  # fmt: skip
    again = fair("event", "meet", "ana", "--fact", "life: two cats", "--talked", "they", "--json")
    assert (again.json["again"], again.json["interaction"]) == (True, 1)
    assert fair("show", "ana", "--json").json["facts"][0]["text"] == "two cats"


def test_a_close_asks_with_one_key_each(fair, typed, monkeypatch):
    for name in ("Ana Ruiz, copywriter", "Tom", "Eva"):
        fair("event", "meet", name)
    monkeypatch.setenv("CRM_TODAY", "2025-07-02")
    typed("k", "q")
    told(fair("event", "close", "code"), "Nothing was saved.")
    assert not fair("event", "show", "code", "--json").json["closed_on"]
    typed("k", "", "k", "")
    result = fair("event", "close", "code")
    told(
        result, "Ana Ruiz [2]", "how many of 2? [1]",
        "Kept, in the garden: Ana Ruiz and Eva.",
        "Let go, in the address book: Tom.", "1. meet 2 copywriters (1 of 2)",
        "Write to Ana Ruiz, today at the latest",
    )  # fmt: skip
    refused(fair("event", "close", "code"), 2, "was closed on 2025-07-02")
    refused(fair("event", "meet", "code", "Bo"), 2, "was closed on 2025-07-02")
    told(fair("undo"), "event closed (CodeMotion 2025)")
    assert fair("event", "list", "--json").json[0]["to_close"]


def test_a_close_understands_yes_and_asks_again_about_what_it_does_not(fair, typed, monkeypatch):
    names = ("Ana", "Bea", "Carl", "Dan", "Eva", "Finn")
    for name in names:
        fair("event", "meet", f"{name} Sol")
    monkeypatch.setenv("CRM_TODAY", "2025-07-02")
    typed("YES", "Sí", "g", "keep", "no", "l", "Quizá", "s", "many", "-1", "99999", "2")
    result = fair("event", "close", "code")
    told(
        result, "Kept, in the garden: Ana Sol, Bea Sol, Carl Sol and Finn Sol.",
        "Let go, in the address book: Dan Sol and Eva Sol.",
        "“g” is not clear: k keeps, Enter lets go, q stops.", "“Quizá” is not clear",
        "“many” is no number up to 9999: type one, or Enter for 0.", "“99999” is no number",
        "1. meet 2 copywriters (2 of 2)",
    )  # fmt: skip
    assert result.err.count("how many of 2? [0]") == 4
    fair("undo")
    typed("k", "k", "k", "k", "k", "k", "many")  # and the end of the input
    told(fair("event", "close", "code"), "Nothing was saved.")


def test_a_dry_run_shows_what_a_close_stores(fair, monkeypatch):
    fair("event", "meet", "Ana Ruiz: copywriter")
    fair("event", "meet", "Tom")
    monkeypatch.setenv("CRM_TODAY", "2025-07-02")
    shown = fair("event", "close", "code", "--dry-run", "--keep", "tom").out
    assert "Ana Ruiz [2]  → let go, unless --keep" in shown
    assert "Tom [3]  → kept in the garden" in shown
    assert "1. meet 2 copywriters (1 of 2)" in shown
    assert "(5 of 2)" in fair("event", "close", "code", "--dry-run", "--aim", "1=5").out
    refused(fair("event", "close", "code", "--dry-run", "--keep", "Nobody"), 2, "was not met")
    told(fair("event", "close", "code", "--keep", "tom"), "1. meet 2 copywriters (1 of 2)")
    assert "(1 of 2)" in fair("event", "show", "code").out


def test_an_event_that_was_held_is_deleted_only_after_a_yes(fair, typed, monkeypatch):
    fair("event", "meet", "Ana Ruiz")
    refused(fair("event", "delete", "code"), 2, "crm event delete 1 --yes")
    typed("")
    result = fair("event", "delete", "code")
    assert (result.code, result.out) == (1, "")
    assert "Delete CodeMotion 2025 [1], with whom you met" in result.err
    assert "Nothing deleted." in result.err
    typed("y")
    told(fair("event", "delete", "code"), "Taken out: CodeMotion 2025 [1]")
    fair("undo")
    monkeypatch.setattr("crm.cli.output.on_terminal", lambda: False)
    assert fair("event", "delete", "code", "--yes", "--json").json["id"] == 1
    assert fair("show", "ana", "--json").json["met_at"] == "CodeMotion 2025"
    assert "--yes" in fair("event", "delete", "--help").out


def test_closing_and_yield_as_json(fair):
    fair("event", "meet", "Ana Ruiz: copywriter")
    before = fair("event", "close", "code", "--dry-run", "--json").json
    assert [(p["name"], p["decision"]) for p in before["people"]] == [("Ana Ruiz", "ask")]
    assert (before["aims"][0]["counted"], before["closed_on"]) == (1, None)
    after = fair("event", "close", "code", "--keep", "ana", "--aim", "1=2", "--json").json
    assert (after["closed_on"], after["aims"][0]["reached"]) == (TODAY.isoformat(), 2)
    assert after["people"][0]["decision"] == "kept"
    assert after["people"][0]["follow_up_by"] == "2025-07-02"
    found = fair("event", "yield", "code", "--json").json
    assert found["followed_up"] == {"count": 0, "of": 1, "percent": 0}
    assert found["aims_met"] == {"count": 1, "of": 1, "percent": 100}
    assert fair("event", "yield", "--json").json == [found]


def test_the_screen_before_fits_forty_lines(crm, monkeypatch):
    long = "A rather long sentence that says a lot and then some more. " * 20
    crm("profile", "set", "--pitch", long)
    people = [f"Somebody {number}" for number in range(8)]
    for name in people:
        crm("add", name, "--title", long[:90], "--city", "Madrid")
        crm("log", "--with", name, "--kind", "call", "--on", "yesterday", long)
    wanted = [word for name in people[:6] for word in ("--meet", name)]
    aims = [word for _ in range(3) for word in ("--aim", long)]
    said = [word for name in ("why", "offer", "note", "series") for word in (f"--{name}", long)]
    at = f"{long[:200]}, Madrid"
    crm("event", "add", "CodeMotion", "--on", "friday", "--at", at, *said, *aims, *wanted)
    for width in ("40", "80", "200"):
        for language in ("en", "es"):
            monkeypatch.setenv("COLUMNS", width)
            shown = crm("event", "prep", "code", "--lang", language)
            assert (shown.code, shown.err) == (0, "")
            lines = shown.out.splitlines()
            assert len(lines) <= 40
            assert max(map(len, lines)) <= max(int(width), 40)
    assert "and 2 more" in crm("event", "prep", "code").out


def test_what_people_wrote_is_shown_safely(crm):
    nasty = "\x1b[31mred\x07 \u202e \n line"
    for step in (
        ("event", "add", nasty, "--on", "today", "--why", nasty, "--aim", nasty, "--at", nasty,
         "--meet", nasty, "--offer", nasty, "--series", nasty, "--org", nasty),
        ("event", "meet", "1", f"{nasty} Sol: {nasty}"), ("event", "show", "1"),
        ("event", "list"), ("event", "prep", "1"), ("event", "close", "1", "--dry-run"),
        ("event", "close", "1"), ("event", "yield", "1"), ("event", "yield"),
        ("event", "delete", "1", "--yes"),
    ):  # fmt: skip
        result = crm(*step)
        assert result.code == 0, (step, result)
        assert not {"\x1b", "\x07", "\u202e"} & set(result.out + result.err), step


def test_a_moved_event_and_one_taken_out(fair):
    moved = fair("event", "edit", "code", "--on", "2025-07-07", "--meet", "Eva", "--json").json
    assert (moved["starts_on"], moved["ends_on"]) == ("2025-07-07", "2025-07-08")
    refused(fair("event", "meet", "code", "Ana"), 2, "It begins on 2025-07-07")
    refused(fair("event", "close", "code"), 2, "It begins on 2025-07-07")
    assert "Monday 7 to Tuesday 8 July 2025" in fair("event", "show", "code").out
    told(fair("event", "delete", "code"), "Taken out: CodeMotion 2025 [1]. crm undo")
    assert fair("show", "eva", "--json").json["in_garden"] is False
