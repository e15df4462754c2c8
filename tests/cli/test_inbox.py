"""`crm inbox`: many lines typed elsewhere, all of them or none, and one undo."""

import json
from pathlib import Path

import pytest

NOTES = """- coffee with Ana yesterday, she is looking for a copywriter
* called Luis: promised to send the contract by friday

Friday 20 June
[ ] lunch with Ana and Luis
café con Luis: prometí llamarle el lunes
"""


@pytest.fixture
def known(crm):
    crm("add", "Ana Ruiz")
    crm("add", "Luis Gil")
    return crm


@pytest.fixture
def notes(tmp_path: Path):
    def write(text: str, name: str = "notes.txt") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def timeline(crm, who):
    return [(i["on"], i["kind"]) for i in crm("show", who, "--json").json["interactions"]]


def test_many_lines_are_one_change(known, notes):
    shown = known("inbox", notes(NOTES))
    assert (shown.code, shown.out, shown.err) == (0, "", "Logged 4 lines.\n")
    assert timeline(known, "ana") == [("2025-06-29", "meeting"), ("2025-06-20", "meeting")]
    assert timeline(known, "luis") == [
        ("2025-06-30", "call"), ("2025-06-20", "meeting"), ("2025-06-20", "meeting"),
    ]  # fmt: skip
    promises = known("promise", "list", "--json").json
    assert sorted(p["due_on"] for p in promises) == ["2025-06-23", "2025-07-04"]
    known("undo")
    assert timeline(known, "ana") == []
    assert known("promise", "list", "--json").json == []


def test_the_same_file_again_logs_nothing(known, notes):
    path = notes(NOTES)
    known("inbox", path)
    again = known("inbox", path)
    assert again.err == "4 lines are there already, and stay out.\nThere is nothing new to log.\n"
    assert len(timeline(known, "ana")) == 2


def test_a_line_that_stands_twice_is_logged_once(known, notes):
    path = notes(
        "coffee with Ana yesterday\n- Coffee with ANA yesterday\ncoffee with Luis yesterday\n"
        "coffee with Ana friday\n"
    )
    lines = known("inbox", path, "--dry-run", "--json").json
    assert [line["known"] for line in lines] == [False, True, False, False]
    assert known("inbox", path).err == "1 line is there already, and stays out.\nLogged 3 lines.\n"
    assert timeline(known, "ana") == [("2025-06-29", "meeting"), ("2025-06-27", "meeting")]


def test_a_preview_saves_nothing(known, notes):
    path = notes(NOTES)
    shown = known("inbox", path, "--dry-run")
    assert "   1  meeting with Ana Ruiz, yesterday" in shown.err
    assert shown.err.endswith("Nothing was saved.\n")
    lines = json.loads(known("inbox", path, "--dry-run", "--json").out)
    assert [line["line"] for line in lines] == [1, 2, 5, 6]
    assert lines[2]["understood"]["on"] == "2025-06-20"
    assert not Path(path).with_suffix(".db").exists()
    assert timeline(known, "ana") == []


def test_three_bad_lines_of_five_hundred(known, notes):
    lines = [f"coffee with Ana Ruiz, talk number {n}" for n in range(500)]
    lines[7] = "bought milk"
    lines[99] = "coffee with Zoltán Nobody"
    lines[499] = "coffee with Ana on 31/02/2025"
    path = notes("\n".join(lines))
    refused = known("inbox", path)
    assert refused.code == 2
    assert refused.out == ""
    said = refused.err.splitlines()
    assert [line.split()[0] for line in said[:3]] == ["8", "100", "500"]
    assert said[3] == (
        "crm: 3 of 500 lines are not understood, so nothing was logged. Mend them, or leave them"
        " out: --skip"
    )
    assert timeline(known, "ana") == []
    assert known("inbox", path, "--skip").err.splitlines()[-1] == "Logged 497 lines."
    known("undo")
    assert timeline(known, "ana") == []


def test_new_people_come_in_on_request(known, notes):
    path = notes("coffee with Zoltán Kis\nlunch with Zoltán Kis")
    assert known("inbox", path).code == 2
    assert known("inbox", path, "--create").err == "Logged 2 lines.\n"
    assert len(known("find", "zoltan", "--json").json) == 1


def test_the_day_the_lines_were_typed(known, notes):
    known("inbox", notes("coffee with Ana yesterday"), "--on", "friday")
    assert timeline(known, "ana") == [("2025-06-26", "meeting")]
    assert known("inbox", notes("coffee with Ana"), "--on", "2025-07-01").code == 2


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", 1, "is empty"),
        ("\n \n- \n", 2, "no line to log"),
        ("-\n*\n", 2, "no line to log"),
        ("\0\0\0", 1, "not a text file"),
        ("🎉🎉🎉", 2, "not understood"),
        ("lunch with Ana'); DROP TABLE contact; --", 0, "Logged 1 line."),
    ],
)
def test_bad_files(known, notes, text, code, said):
    shown = known("inbox", notes(text))
    assert (shown.code, said in shown.err) == (code, True), shown.err


def test_no_file(known):
    assert known("inbox", "nowhere.txt").err == "crm: There is no file nowhere.txt.\n"
