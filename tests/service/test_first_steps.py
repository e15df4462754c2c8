"""The first steps: each is one change, and what was said is found again."""

import pytest

from crm.errors import CrmError, WrongUsage
from crm.services import first_steps, history, profile, roles
from tests.service.state import state

FILLED = {
    "name": "Marina", "role": "desarrolladora web, Copywriter, coffee lover",
    "interest": "climbing", "offer": "landing pages, , a second look", "need": "",
    "pitch": "I build shops.",
}  # fmt: skip


def test_who_the_user_is_becomes_one_change(context):
    assert first_steps.begun(context).is_nothing
    assert first_steps.introduce(context, FILLED)
    me = profile.profile(context)
    assert (me.name, me.pitch) == ("Marina", "I build shops.")
    assert me.traits["role"] == ["web-developer", "copywriter", "coffee lover"]
    assert me.traits["offer"] == ["landing pages", "a second look"]
    assert len(history.history(context, -1)) == 1
    begun = first_steps.begun(context)
    assert (begun.has_profile, begun.step, begun.is_nothing) == (True, 2, False)


def test_nothing_new_is_no_change(context):
    empty = dict.fromkeys(FILLED, "")
    assert not first_steps.introduce(context, empty)
    first_steps.introduce(context, FILLED)
    again = {**FILLED, "role": "Web developer, Copywriter, coffee lover", "offer": "landing pages,"
             " a second look"}  # fmt: skip
    assert not first_steps.introduce(context, again)
    assert len(history.history(context, -1)) == 1


def test_the_first_goals_become_one_change(context):
    before = state(context)
    lines = [("Five clients", "5 clients", "31 december"), ("", "", ""), ("Earn", "1.500 €", "")]
    cards = first_steps.aim(context, lines)
    assert [(c.goal.title, c.goal.rank, c.goal.target, c.goal.unit) for c in cards] == [
        ("Five clients", "primary", 5, "clients"), ("Earn", "tertiary", 1500, "€"),
    ]  # fmt: skip
    assert cards[0].goal.due_on is not None
    assert [line.subject for line in history.history(context, -1)] == ["Five clients, Earn"]
    assert first_steps.begun(context).has_profile is False
    history.undo(context)
    assert state(context) == before
    assert first_steps.aim(context, [("", " ", "")]) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [(("", "5 clients", ""), "empty-text"), (("A", "many", ""), "bad-measure"),
     (("A", "", "someday"), "bad-date"), (("B", "", ""), "goal-exists")],
)  # fmt: skip
def test_a_line_that_is_not_understood_leaves_nothing(context, line, code):
    before = state(context)
    with pytest.raises((CrmError, WrongUsage), match=code):
        first_steps.aim(context, [("b", "", ""), line])
    assert state(context) == before


def test_roles_are_understood_in_both_languages(context):
    found = roles.understood(context, "diseñadora web, Web Designer, zorbist, ", "en")
    assert [(role.said, role.name) for role in found] == [
        ("diseñadora web", "Web designer"), ("Web Designer", "Web designer"), ("zorbist", None),
    ]  # fmt: skip


def test_roles_are_completed_as_one_types(context):
    assert "copywriter, Diseñadora web" in roles.completions(context, "copywriter, Diseñadora w")
    assert roles.completions(context, "web deve")[0] == "web developer"
    assert roles.completions(context, "copywriter, ") == roles.completions(context, "zzz") == []
