"""Giving and asking: the balance of a year, the check before an ask, referrals, and the words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain import giving
from crm.domain.giving import AskBalance, Contact, Step
from tests.conftest import TODAY


def contact(ago, *, ask=False, side="both", by=None):
    return Contact(TODAY - timedelta(ago), side, by, ask)


contacts = st.lists(
    st.builds(
        contact,
        st.integers(0, 800),
        ask=st.booleans(),
        side=st.sampled_from(("me", "them", "both")),
        by=st.sampled_from((None, "me", "them")),
    ),
    max_size=12,
).map(lambda found: sorted(found, key=lambda one: one.on))
cadences = st.integers(1, 400)


# The balance


def test_what_they_began_does_not_count():
    held = [contact(10, side="them", ask=True), contact(9, by="them", ask=True), contact(8)]
    found = giving.asking(held, 30, TODAY)
    assert (found.asks, found.contacts) == (0, 1)
    assert giving.asking([contact(8, side="them", by="me")], 30, TODAY).contacts == 1


def test_twelve_months_are_counted():
    edge = date(TODAY.year - 1, TODAY.month, TODAY.day)
    on = [edge, edge + timedelta(1), TODAY, TODAY + timedelta(1)]
    found = giving.asking([Contact(day, "me", None, True) for day in on], 30, TODAY)
    assert (found.asks, found.contacts) == (2, 2)


def test_an_ask_after_two_cadences_of_silence_is_told():
    held = [contact(200), contact(140, ask=True), contact(81, ask=True), contact(20, ask=True)]
    found = giving.asking(held, 30, TODAY)
    assert found.asks_after_silence == [held[1].on, held[3].on]
    assert giving.asking([contact(5, ask=True)], 30, TODAY).asks_after_silence == []


def test_the_first_days_of_the_calendar_have_no_year_before():
    first = date(1, 3, 1)
    assert giving.asking([Contact(first, "me", None, True)], 30, first).asks == 1


@given(contacts, cadences)
def test_asks_are_some_of_the_contacts(held, cadence):
    found = giving.asking(held, cadence, TODAY)
    assert 0 <= found.asks <= found.contacts <= len(held)
    assert len(found.asks_after_silence) <= found.asks
    assert giving.asking(reversed(held), cadence, TODAY) == found


@given(st.integers(0, 50), st.integers(3, 50))
def test_more_asks_never_make_it_more_balanced(asks, of):
    order = [AskBalance.BALANCED, AskBalance.WATCH, AskBalance.ONLY_WHEN_NEEDED]
    now, more = (order.index(giving.ask_balance(n, of)) for n in (asks, asks + 1))
    assert now <= more
    assert order.index(giving.ask_balance(asks, of + 1)) <= now


@given(contacts, cadences)
def test_one_more_contact_without_asking_never_tips_it(held, cadence):
    order = list(AskBalance)
    now = giving.asking(held, cadence, TODAY).state
    after = giving.asking([*held, contact(0, side="me")], cadence, TODAY).state
    if AskBalance.NOT_ENOUGH_DATA not in (now, after):
        assert order.index(after) >= order.index(now)


# Before an ask


@pytest.mark.parametrize("score", [0.0, 29.99, 30.0, 100.0])
@pytest.mark.parametrize("held", [[], [contact(900)], [contact(1, ask=True)]])
def test_with_a_single_contact_it_says_nothing(held, score):
    before = giving.before_ask(held, score, 30, TODAY)
    assert before.says_nothing
    assert not before.write_first


@pytest.mark.parametrize(
    ("held", "score", "write_first"),
    [
        ([contact(20), contact(10)], 30.0, False),
        ([contact(20), contact(10)], 29.99, True),
        ([contact(20), contact(10, ask=True)], 80.0, True),
        ([contact(20, ask=True), contact(10)], 80.0, True),
        ([contact(20, ask=True), contact(10), contact(9)], 80.0, False),
        ([contact(20, ask=True), contact(10), contact(10)], 80.0, False),
        ([contact(70), contact(60)], 80.0, True),
        ([contact(70), contact(59)], 80.0, False),
    ],
)
def test_when_writing_first_is_worth_a_thought(held, score, write_first):
    assert giving.before_ask(held, score, 30, TODAY).write_first is write_first


@given(contacts, st.floats(0, 100), cadences)
def test_two_words_without_asking_clear_a_warm_relation(held, score, cadence):
    before = giving.before_ask(held, score, cadence, TODAY)
    after = giving.before_ask([*held, contact(0), contact(0)], max(score, 30.0), cadence, TODAY)
    assert not after.write_first
    warmer = giving.before_ask(held, min(100.0, score + 1), cadence, TODAY)
    assert before.write_first or not warmer.write_first


# Referrals


def test_a_referral_wants_thanks_then_word():
    def step(thanked, outcome, reported, ago):
        return giving.next_step(
            thanked_on=TODAY if thanked else None,
            has_outcome=outcome,
            reported_on=TODAY if reported else None,
            given_on=TODAY - timedelta(ago),
            as_of=TODAY,
        )

    assert step(False, False, False, 0) == Step.THANK
    assert step(False, True, True, 90) == Step.THANK
    assert step(True, False, False, 6) is None
    assert step(True, False, False, 7) == Step.REPORT
    assert step(True, True, False, 0) == Step.REPORT
    assert step(True, True, True, 90) is None


# Favours


@pytest.mark.parametrize(
    ("kind", "ago", "favour"),
    [
        ("news", 0, "news"), ("news", 45, "news"), ("news", 46, None), ("work", 60, "review"),
        ("work", 61, None), ("dream", 700, "share"), ("dream", 731, None), ("life", 0, None),
        ("interest", 0, None),
    ],
)  # fmt: skip
def test_what_a_fact_suggests(kind, ago, favour):
    assert giving.favour_of(kind, TODAY - timedelta(ago), None, TODAY) == favour


def test_news_that_were_talked_about_are_none():
    learned = TODAY - timedelta(10)
    assert giving.favour_of("news", learned, learned, TODAY) == "news"
    assert giving.favour_of("news", learned, learned + timedelta(1), TODAY) is None
    assert giving.favour_of("work", learned, TODAY, TODAY) == "review"


def test_a_favour_is_not_proposed_again_at_once():
    lately, before = TODAY - timedelta(29), TODAY - timedelta(30)
    given = [("feedback", lately), ("introduction", before), ("recommendation", before)]
    assert giving.is_given(giving.Favour.REVIEW, given, TODAY)
    assert not giving.is_given(giving.Favour.INTRODUCTION, given, TODAY)
    assert giving.is_given(giving.Favour.RECOMMEND, given, TODAY)
    assert not any(giving.is_given(favour, [("help", TODAY)], TODAY) for favour in giving.Favour)
