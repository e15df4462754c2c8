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
