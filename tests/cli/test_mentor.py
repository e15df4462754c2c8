"""`crm mentor` as it is typed: what it prints, its JSON, its refusals, and text from outside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.test_hostile_text import harmless
from tests.conftest import Result
from tests.hostile import HOSTILE

Crm = Callable[..., Result]
KEYS = {
    "id", "contact", "direction", "state", "phase", "purpose", "rhythm", "session_minutes",
    "channel", "starts_on", "until_on", "ended_on", "last_contact_on", "next_due_on",
    "independence", "topics", "questions", "guidance", "nudges",
}  # fmt: skip
LOOP = {
    "id", "day", "topic", "problem", "tried", "advice", "did", "result", "result_on",
    "reported_on", "interaction",
}  # fmt: skip


@pytest.fixture
def carmen(crm: Crm) -> Crm:
    for arguments in (
        ["add", "Carmen Aldaz", "--book"],
        ["add", "Leo Prado"],
        ["mentor", "add", "carmen", "--for", "prices", "--every", "1m", "--length", "30",
         "--over", "call", "--until", "6m", "--topic", "prices", "--topic", "scope"],
        ["mentor", "ask", "carmen", "When", "to raise?", "--topic", "prices"],
        ["mentor", "advice", "carmen", "three packages", "--on", "2025-06-10"],
    ):  # fmt: skip
        assert crm(*arguments).code == 0
    return crm


def test_every_answer_is_an_object_with_the_same_keys(carmen: Crm) -> None:
    for arguments in (
        ["show", "carmen"],
        ["ask", "carmen", "--asked", "1"],
        ["level", "carmen", "prices", "3", "--note", "the bakery"],
        ["phase", "carmen", "cultivation"],
        ["edit", "carmen", "--length", "45"],
        ["add", "leo", "--mentee"],
        ["end", "carmen"],
    ):
        assert set(carmen("mentor", *arguments, "--json").json) == KEYS
    listed = carmen("mentor", "list", "--all", "--json").json
    assert [(each["contact"]["name"], each["state"]) for each in listed] == [
        ("Leo Prado", "active"), ("Carmen Aldaz", "ended"),
    ]  # fmt: skip
    assert listed == carmen("mentor", "list", "--all", "--json").json
    ended = listed[1]
    assert set(ended["guidance"][0]) == LOOP
    assert ended["topics"][0] == {
        "id": 1, "name": "prices", "level": 3, "independence": 75.0, "wheels_off": False,
        "cases": [{"day": "2025-06-30", "level": 3, "note": "the bakery"}],
    }  # fmt: skip
    assert set(ended["questions"][0]) == {"id", "text", "topic", "noted_on", "asked_on"}
    assert carmen("mentor", "--json").json == carmen("mentor", "list", "--json").json


def test_a_loop_as_json(carmen: Crm) -> None:
    loop = carmen("mentor", "advice", "leo", "rest", "--json").json
    assert set(loop) == LOOP | {"contact", "direction", "logged", "candidate"}
    assert (loop["candidate"], loop["contact"]["name"]) == (True, "Leo Prado")
    assert loop["logged"] == loop["interaction"]
    closed = carmen("mentor", "result", str(loop["id"]), "better", "--reported", "--json").json
    assert (closed["reported_on"], closed["logged"]) == ("2025-06-30", None)


def test_candidates_as_json(carmen: Crm) -> None:
    carmen("goal", "add", "Rest", "--rank", "secondary", "--with", "leo")
    carmen("mentor", "advice", "leo", "rest")
    (line,) = carmen("mentor", "candidates", "--all", "--json").json
    assert line["contact"] == {"id": 2, "name": "Leo Prado"}
    assert line["terms"]["advice"] == 10
    assert (line["terms"]["goal"], line["goal"]["rank"]) == (14, "secondary")
    assert line["unknown"] == ["years_ahead", "reply_rate"]
    assert (line["years_ahead"], line["replies"], line["advice"]) == (None, None, 1)
    assert set(line) == {
        "contact", "score", "terms", "unknown", "advice", "years_ahead", "goal", "warmth",
        "replies",
    }  # fmt: skip


def test_the_best_candidates_come_first_and_so_many(crm: Crm) -> None:
    for number in range(12):
        crm("add", f"P{number}")
        crm("mentor", "advice", str(number + 1), "rest")
    assert len(crm("mentor", "candidates", "--all", "--json").json) == 10
    assert len(crm("mentor", "candidates", "--all", "--top", "11", "--json").json) == 11
    assert crm("mentor", "candidates", "--all", "--top", "2").out.count("advice") == 2
    assert crm("mentor", "candidates", "--top", "0").code == 2


def test_what_is_open_is_counted_and_what_to_do_is_said(carmen: Crm) -> None:
    listed = carmen("mentor").out
    assert "1 question for next time · 1 piece of advice without a result" in listed
    shown = carmen("mentor", "show", "carmen").out
    assert "[1] When to raise? (prices)" in shown
    assert "prices  no case yet" in shown
    assert "What came of [1], three weeks ago? crm mentor result 1 TEXT" in " ".join(shown.split())
    came = carmen("mentor", "result", "1", "they", "agreed")
    assert "result: they agreed" in came.out
    assert "Once Carmen Aldaz knows: crm mentor result 1 --reported" in came.err
    assert "1 result to tell" in carmen("mentor", "list").out
    told = carmen("mentor", "result", "1", "--reported")
    assert "(they know since 30 June)" in told.out
    assert "Logged with Carmen Aldaz too: message." in told.err
    assert "No questions for next time." in carmen("mentor", "ask", "carmen", "--asked", "1").out
    everything = carmen("mentor", "show", "carmen", "--all").out
    assert "asked on 2025-06-30" in everything


def test_of_much_advice_the_open_and_the_latest_is_shown(carmen: Crm) -> None:
    for number in range(2, 10):
        carmen("mentor", "advice", "carmen", f"advice {number}", "--on", "2025-06-20")
        if number < 5:
            carmen("mentor", "result", str(number), "done", "--reported")
    shown = carmen("mentor", "show", "carmen").out
    assert "three packages" in shown
    assert "advice 4" not in shown
    assert "3 older ones: --all" in shown
    assert "advice 4" in carmen("mentor", "show", "carmen", "--all").out


def test_a_person_and_their_mentorship_on_one_screen(carmen: Crm) -> None:
    assert "mentorship    your mentor, getting to know each other: prices" in (
        carmen("show", "carmen").out
    )
    assert carmen("show", "carmen", "--json").json["mentorships"] == [
        {"id": 1, "direction": "mentor", "state": "active", "phase": "initiation",
         "purpose": "prices"}
    ]  # fmt: skip


def test_a_rhythm_of_ones_own_is_told_to_stay(carmen: Crm) -> None:
    carmen("edit", "leo", "--cadence", "2w")
    added = carmen("mentor", "add", "leo", "--every", "1m")
    assert "Leo Prado has a rhythm of their own, every two weeks; it stays." in added.err


def test_a_mentee_is_not_said_to_know_what_they_told(carmen: Crm) -> None:
    begun = carmen("mentor", "add", "leo", "--mentee", "--from", "2025-07-07").out
    assert "you mentor them · getting to know each other · from 7 July" in begun
    carmen("mentor", "advice", "leo", "write to five people")
    came = carmen("mentor", "result", "2", "two answered")
    assert "result: two answered\n" in came.out
    assert came.err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "fragment"),
    [
        (["add", "carmen"], 2, "There is an agreement with Carmen Aldaz from 2025-06-30"),
        (["add", "nobody"], 3, "There is nobody called “nobody”"),
        (["add", "me"], 2, "One cannot be one's own mentor"),
        (["add", "leo", "--length", "0"], 2, "must lie between 1"),
        (["add", "leo", "--every", "often"], 2, "no rhythm"),
        (["show", "leo"], 3, "crm mentor add 2"),
        (["show", "carmen", "--mentee"], 3, "You do not mentor Carmen Aldaz"),
        (["edit", "carmen"], 2, "Nothing to change"),
        (["ask", "carmen"], 2, "--asked ID"),
        (["ask", "carmen", "x", "--asked", "1"], 2, "--asked ID"),
        (["ask", "carmen", "--asked", "7"], 3, "There is no question 7"),
        (["advice", "carmen", "x", "--on", "2025-07-01"], 2, "yet to come"),
        (["result", "1"], 2, "crm mentor result 1 TEXT"),
        (["result", "9", "x"], 3, "There is no advice with the number 9"),
        (["level", "carmen", "prices", "5"], 2, "must lie between 0 and 4"),
        (["level", "carmen", "prices", "high"], 2, "LEVEL"),
        (["phase", "carmen", "harvest"], 2, "initiation, cultivation, separation, redefinition"),
        (["end", "leo"], 3, "There is no mentorship with Leo Prado"),
        (["candidates", "--goal", "none"], 3, "There is no goal “none”"),
    ],
)
def test_refusals(carmen: Crm, arguments: list[str], code: int, fragment: str) -> None:
    before = carmen("export", "json", "-").out
    refused = carmen("mentor", *arguments)
    assert (refused.code, refused.out) == (code, "")
    assert refused.err.startswith("crm: ")
    assert refused.err.count("\n") == 1
    assert fragment.lower() in refused.err.lower()
    assert carmen("export", "json", "-").out == before


def test_text_from_outside_is_harmless(crm: Crm) -> None:
    texts = [text for text in HOSTILE.values() if text.strip()][::3]
    harmless(crm("add", "Ana"))
    harmless(crm("mentor", "add", "1"))
    for text in texts:
        said = (f"--topic={text}", f"--problem={text}", f"--tried={text}")
        loop = harmless(crm("mentor", "advice", "1", *said, "--json", "--", text)).json
        kept = (loop["advice"], loop["problem"], loop["tried"], loop["topic"])
        assert kept[:3] == (text.strip(),) * 3
        result = ("mentor", "result", str(loop["id"]), f"--did={text}", "--", text)
        harmless(crm(*result))
        harmless(crm("mentor", "ask", "1", f"--topic={text}", "--", text))
        harmless(crm("mentor", "edit", "1", f"--for={text}", f"--over={text}"))
        harmless(crm("mentor", "level", "1", f"--note={text}", "--", text, "3"), 0, 2)
        harmless(crm("mentor", "phase", "1", text), 2)
        harmless(crm("remind", "--all"))
    for language in ("en", "es"):
        for arguments in (["show", "1", "--all"], ["list"], ["candidates", "--all"]):
            harmless(crm("--lang", language, "mentor", *arguments))
    harmless(crm("show", "1"))


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar(crm: Crm, monkeypatch: pytest.MonkeyPatch, today: str) -> None:
    monkeypatch.setenv("CRM_TODAY", today)
    for arguments in (
        ["add", "Ana"], ["mentor", "add", "ana", "--every", "100y", "--until", today],
        ["mentor", "advice", "ana", "x"], ["mentor", "result", "1", "y"],
        ["mentor", "level", "ana", "t", "4"], ["mentor", "level", "ana", "t", "4"],
        ["mentor", "level", "ana", "t", "4"], ["mentor", "show", "ana"], ["remind", "--all"],
        ["mentor", "candidates", "--all"], ["mentor", "end", "ana"], ["mentor", "add", "ana"],
    ):  # fmt: skip
        assert crm(*arguments).code == 0, arguments


def test_undo_takes_back_what_was_said(carmen: Crm) -> None:
    carmen("mentor", "phase", "carmen", "separation")
    assert "mentorship moved to a phase" in carmen("history").out
    assert carmen("undo").code == 0
    assert carmen("mentor", "show", "carmen", "--json").json["phase"] == "initiation"


def test_help_names_the_way_of_every_step(crm: Crm) -> None:
    for word in ("add", "edit", "list", "show", "ask", "advice", "result", "level", "phase",
                 "end", "candidates"):  # fmt: skip
        assert f"crm mentor {word}" in crm("mentor", word, "--help").out
