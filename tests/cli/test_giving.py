"""What giving, questions and listening say of nothing, and that looking makes no file."""

import pytest


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["giving"], "Nothing noted yet"), (["giving", "list"], "Nothing noted yet"),
        (["giving", "balance"], "You asked nobody for anything"),
        (["giving", "ideas"], "No idea yet"), (["question"], "No open questions"),
        (["question", "list", "--all"], "No open questions"),
    ],
)  # fmt: skip
def test_an_empty_network(crm, home, command, said):
    result = crm(*command)
    assert (result.code, result.out) == (0, "")
    assert said in result.err
    assert crm(*command, "--json") == (0, "[]\n", "")
    assert list(home.iterdir()) == []


def test_nobody_was_listened_to_yet(crm, home):
    result = crm("listening")
    assert (result.code, result.out) == (0, "")
    assert "Fewer than three conversations" in result.err
    found = crm("listening", "--json").json
    assert (found["score"], found["months"], found["little_known"]) == (None, [], [])
    assert crm("debrief", "--talked", "me").code == 2
    assert list(home.iterdir()) == []


def test_what_people_wrote_is_made_safe_for_the_screen(crm, home):
    crm("add", "Ana")
    crm("gave", "ana", "a\x1b[31mred\nline", "--kind", "referral", "--client", "\x07Pan")
    crm("asked", "ana", "a \u202ename")
    crm("question", "add", "ana", "why\x1b[2J?")
    for command in (["giving"], ["question"], ["show", "ana"], ["brief", "ana"]):
        shown = crm(*command).out
        assert shown
        assert not set(shown) & set("\x1b\x07\u202e")


def test_the_week_quotes_what_was_noted_of_a_referral(crm):
    crm("add", "Marc", "--cadence", "1w")
    crm("got", "marc", "Sent me a physio, she calls", "--kind", "referral", "--on", "2025-06-01")
    crm("got", "marc", "a baker", "--kind", "referral", "--client", "Pan", "--on", "2025-06-02")
    shown = crm("review").out
    assert "thank Marc: “Sent me a physio, she calls” [1]" in shown
    assert "thank Marc for Pan [2]" in shown
    for number in ("1", "2"):
        crm("giving", "thanked", number)
    shown = crm("review").out
    assert "tell Marc what came of it: “Sent me a physio, she calls” [1]" in shown
    assert "tell Marc what came of Pan [2]" in shown
    assert [each["next_step"] for each in crm("review", "--json").json["referrals"]] == [
        "report"
    ] * 2


def test_a_workday_or_several_until_all_are_caught_up(crm):
    def due(names):
        for name in names:
            crm("add", name, "--cadence", "1m")
            crm("log", "--with", name, "--kind", "call", "--on", "2025-01-10")

    due(["Ana", "Bo"])
    assert "2 are due; all caught up in about 1 workday." in crm("review").out
    due(["Cy", "Di", "Eve"])
    assert "5 are due; all caught up in about 2 workdays." in crm("review").out
