"""`crm done`, `crm answered`, and how `crm remind` numbers, asks and keeps quiet."""

import json
from datetime import date

import pytest


@pytest.fixture
def three(crm):
    """A list of three: Ana, Bo and Cy."""
    for later, name in enumerate(("Ana", "Bo", "Cy")):
        crm("add", name, "--cadence", "1m")
        last = date(2025, 5, 5 + 5 * later).isoformat()
        crm("log", "--with", name, "--kind", "call", "--on", last)
    crm("remind")
    return crm


def numbers(crm):
    return {
        line["number"]: line["contact"]["name"] for line in json.loads(crm("remind", "--json").out)
    }


def test_done_in_a_word(three):
    shown = three("done", "2")
    assert shown.code == 0
    assert shown.out == ""
    assert shown.err == "Done: message with Bo, today.\n"
    assert numbers(three) == {1: "Ana", 3: "Cy"}
    assert "  3  Cy" in three("remind").out
    assert json.loads(three("done", "#1", "+3", "--json").out)[1]["contact"]["name"] == "Cy"
    assert three("remind").out == ""


def test_done_with_words(three):
    shown = three("done", "1", "called", "her,", "she", "moved", "to", "Lisbon")
    assert shown.err == "Done: call with Ana, today.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("9",), 3, "Today's list has no line 9: its last number is 3. See crm remind."),
        ((), 2, "Which line of today's list?"),
        (("Ana",), 2, "Which line of today's list?"),
        (("1", "2", "called"), 2, "Words can go with one line only"),
        (("1", "--kind", "dance"), 2, "dance"),
        (("٣",), 2, "Which line"),
    ],
)
def test_a_line_that_is_none(three, words, code, said):
    shown = three("done", *words)
    assert shown.code == code
    assert said in shown.err
    assert shown.err.count("\n") == 1
    assert numbers(three) == {1: "Ana", 2: "Bo", 3: "Cy"}


def test_before_the_list_was_shown_there_are_no_lines(crm):
    crm("add", "Ana")
    shown = crm("show", "#1")
    assert (shown.code, shown.err) == (3, "crm: Today's list has not been shown yet: crm remind\n")


def test_once_is_for_the_first_shell_of_the_day(three):
    assert "Ana" in three("remind", "--once").out
    assert three("remind", "--once").out == ""
    assert "Ana" in three("remind").out


def test_once_waits_for_something_to_show(crm):
    assert crm("remind", "--once").out == ""
    crm("add", "Ana", "--cadence", "1m")
    assert crm("remind", "--once").out == ""
    crm("log", "--with", "Ana", "--on", "2025-05-05")
    assert "Ana" in crm("remind", "--once").out


def test_a_count_leaves_no_numbers(crm):
    crm("add", "Ana", "--cadence", "1m")
    crm("log", "--with", "Ana", "--on", "2025-05-05")
    assert crm("remind", "--count").out == "1\n"
    assert crm("done", "1").code == 3


def test_the_list_asks_about_an_answer_and_says_how_to_give_it(three):
    three("add", "Di", "--cadence", "6m")
    three("log", "--with", "Di", "--side", "me", "--on", "2025-06-20")
    shown = three("remind").out
    assert "Did Di answer? Your message went out ten days ago" in shown
    assert "crm answered 4   crm answered 4 --no" in shown
    told = three("answered", "4", "--no")
    assert told.err == (
        "Noted: Di did not answer what you sent ten days ago; the next contact waits longer.\n"
    )
    assert "Did Di" not in three("remind").out
    assert json.loads(three("answered", "Di", "--json").out)["answered"] is True
    assert three("answered", "Ana").code == 3


def test_a_plan_can_be_taken_out(three):
    three("log", "--with", "Ana", "--kind", "meeting", "--on", "2025-07-02")
    dropped = three("log", "--drop", "4")
    assert dropped.err == "Taken out: [4], with Ana. crm undo brings it back.\n"
    assert three("log", "--drop", "4").code == 3
    three("undo")
    assert json.loads(three("log", "--drop", "4", "--json").out) == {"id": 4, "people": ["Ana"]}
