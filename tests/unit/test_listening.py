"""Listening: the score of a conversation, what several come to, and how deep one went."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain import conversations as rules
from crm.domain.conversations import Talk
from tests.conftest import TODAY

amounts = st.none() | st.integers(0, 20)
shares = st.none() | st.integers(0, 100)
talks = st.lists(
    st.builds(
        Talk,
        st.integers(0, 400).map(lambda ago: TODAY - timedelta(ago)),
        shares,
        amounts,
        amounts,
        st.integers(0, 6),
    ),
    max_size=12,
)


def talk(ago=1, share=57, facts=0):
    return Talk(TODAY - timedelta(ago), share, None, None, facts)


@given(shares, amounts, amounts, amounts)
def test_a_score_is_a_percentage(share, questions, followups, facts):
    score = rules.listening(share, questions, followups, facts)
    said = (share, questions, followups, facts)
    assert score is None if said == (None,) * 4 else 0 <= score <= 100


@given(st.integers(0, 99), st.integers(0, 19), st.integers(0, 19), st.integers(0, 19))
def test_more_of_anything_never_lowers_it(share, questions, followups, facts):
    said = [share, questions, followups, facts]
    score = rules.listening(*said)
    for at in range(4):
        more = list(said)
        more[at] += 1
        assert rules.listening(*more) >= score


def test_below_three_conversations_nothing_is_said():
    assert rules.listened([], TODAY) is None
    assert rules.listened([talk(), talk()], TODAY) is None
    assert rules.listened([talk(), talk(), Talk(TODAY, None, None, None, 3)], TODAY) is None
    assert rules.listened([talk(), talk(), talk(-1)], TODAY) is None
    assert rules.listened([talk(), talk(), talk()], TODAY).conversations == 3


def test_the_months_and_the_mean():
    held = [talk(60, 57), talk(1, 0), talk(0, 57, facts=3)]
    found = rules.listened(held, TODAY)
    assert [(m.first.isoformat(), m.conversations, m.score) for m in found.months] == [
        ("2025-05-01", 1, 66.67), ("2025-06-01", 2, 50.0),
    ]  # fmt: skip
    assert (found.score, found.band, found.share) == (55.56, "shared", 38.0)


@given(talks)
def test_what_they_come_to_does_not_depend_on_their_order(held):
    found = rules.listened(held, TODAY)
    assert rules.listened(list(reversed(held)), TODAY) == found
    if found:
        assert sum(month.conversations for month in found.months) == found.conversations
        least, most = (pick(m.score for m in found.months) for pick in (min, max))
        assert least - 0.01 <= found.score <= most + 0.01


@pytest.mark.parametrize(("share", "says"), [(80, False), (81, True), (100, True)])
def test_much_listening_suggests_saying_something_too(share, says):
    assert rules.listened([talk(share=share)] * 3, TODAY).share_something is says


def test_without_a_share_nothing_is_suggested():
    asked = [Talk(TODAY, None, 9, 3, 3)] * 3
    found = rules.listened(asked, TODAY)
    assert (found.share, found.share_something, found.band) == (None, False, "listened")


@pytest.mark.parametrize(
    ("before", "lately", "trend"),
    [((28, 28, 28), (57, 57, 57), "more"), ((57, 57, 57), (28, 28, 28), "less"),
     ((50, 50, 50), (52, 52, 52), "steady"), ((28, 28), (57, 57, 57, 57), None)],
)  # fmt: skip
def test_the_trend_compares_three_months_with_three(before, lately, trend):
    # April, May and June against January, February and March.
    held = [Talk(date(2025, 3, 31), share, None, None, 0) for share in before]
    held += [Talk(date(2025, 4, 1), share, None, None, 0) for share in lately]
    assert rules.listened(held, TODAY).trend == trend


@pytest.mark.parametrize(
    ("facts", "promises", "depth"),
    [(0, 0, 0), (1, 0, 1), (0, 1, 1), (2, 5, 1), (3, 0, 2), (9, 9, 2)],
)
def test_depth(facts, promises, depth):
    assert rules.depth(facts, promises) == depth
