"""Promises of either side, snoozes that only postpone, and pauses."""

from datetime import date, timedelta

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, follow_ups, garden, history
from crm.services.agenda import day_list
from crm.services.card import card
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.review import review
from tests.conftest import TODAY
from tests.service.state import assert_derived


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)


@pytest.fixture
def ana(network):
    """Give a network with Ana, who is overdue."""
    contacts.add(network, Said(name="Ana", cadence="1m"))
    conversations.log(network, Happened(("Ana",), on="2025-04-30"))
    return network


def on(context, day):
    return context._replace(today=date.fromisoformat(day))


def shown(context, **options):
    return [line.name for line in day_list(context, **options).lines]


@pytest.mark.parametrize(
    ("words", "by", "text", "due"),
    [
        ("send the portfolio by friday", None, "send the portfolio", "2025-07-04"),
        ("send it before 12/7/2025", None, "send it", "2025-07-12"),
        ("enviarlo para el viernes.", None, "enviarlo", "2025-07-04"),
        ("llamar antes del 2025-08-01", None, "llamar", "2025-08-01"),
        ("llamar el lunes", None, "llamar", "2025-06-30"),
        ("send by mail by 2w", None, "send by mail", "2025-07-14"),
        ("stand by me", None, "stand by me", None), ("by friday", None, "by friday", None),
        (" by friday", None, "by friday", None), ("send", "2w", "send", "2025-07-14"),
        ("send by friday", "2w", "send by friday", "2025-07-14"),
        ("late already", "2025-01-01", "late already", "2025-01-01"),
    ],
)  # fmt: skip
def test_a_promise_is_words_and_perhaps_a_day(ana, words, by, text, due):
    line = follow_ups.promise(ana, "Ana", words, by=by)
    assert (line.text, line.due_on and line.due_on.isoformat()) == (text, due)
    assert (line.made_on, line.mine, line.name) == (TODAY, True, "Ana")
    assert follow_ups.promises(ana, "Ana") == [line]


@pytest.mark.parametrize(("words", "by"), [("", None), (" ", "friday"), ("a\0", None), ("a", "x")])
def test_a_promise_of_nothing_is_refused(ana, words, by):
    with pytest.raises(WrongUsage):
        follow_ups.promise(ana, "Ana", words, by=by)
    assert follow_ups.promises(ana, None) == []


def test_promises_are_listed_by_their_day_and_kept_once(ana):
    contacts.add(ana, Said(name="Bo"))
    undated = follow_ups.promise(ana, "Ana", "some day", by=None)
    late = follow_ups.promise(ana, "Bo", "late", by="2025-06-01", mine=False)
    soon = follow_ups.promise(ana, "Ana", "soon", by="2d")
    assert follow_ups.promises(ana, None) == [late, soon, undated]
    assert follow_ups.promises(ana, "Ana") == [soon, undated]
    kept = follow_ups.keep(ana, soon.id)
    assert (kept.done_on, kept.text, kept.name) == (TODAY, "soon", "Ana")
    assert follow_ups.promises(ana, None) == [late, undated]
    assert set(follow_ups.promises(ana, None, done=True)) == {late, undated, kept}
    with pytest.raises(WrongUsage) as raised:
        follow_ups.keep(ana, soon.id)
    assert raised.value.code == "promise-already-done"
    with pytest.raises(NotFound):
        follow_ups.keep(ana, 99)


def test_a_snooze_only_postpones_showing(ana):
    before = card(ana, "Ana").person
    assert shown(ana) == ["Ana"]
    snoozed = follow_ups.snooze(ana, "Ana", "1w")
    assert (snoozed.name, snoozed.until, snoozed.times) == ("Ana", date(2025, 7, 7), 1)
    assert not snoozed.suggest_longer
    assert card(ana, "Ana").person == before
    assert card(ana, "Ana").snoozed_until == date(2025, 7, 7)
    assert shown(ana) == shown(ana, everybody=True) == shown(on(ana, "2025-07-04")) == []
    assert shown(on(ana, "2025-07-07")) == ["Ana"]
    assert shown(ana, days=8) == ["Ana"]


def test_a_snooze_does_not_postpone_promises(ana):
    follow_ups.snooze(ana, "Ana", "1m")
    follow_ups.promise(ana, "Ana", "send it", by="3d")
    assert shown(ana) == []
    assert shown(on(ana, "2025-07-01")) == ["Ana"]


def test_a_snooze_postpones_dates_deeds_and_fresh_ones(ana):
    contacts.edit(ana, "Ana", Said(birthday="--06-30"))
    contacts.add(ana, Said(name="Bo", met_on="2025-06-29"))
    assert shown(ana) == ["Ana", "Bo"]
    for name in ("Ana", "Bo"):
        follow_ups.snooze(ana, name, "3d")
    assert shown(ana) == []


def test_the_next_contact_clears_a_snooze(ana):
    follow_ups.snooze(ana, "Ana", "1y")
    later = on(ana, "2025-07-02")
    conversations.log(later, Happened(("Ana",), kind="reaction"))
    assert shown(on(ana, "2025-08-06")) == []
    conversations.log(later, Happened(("Ana",)))
    assert card(later, "Ana").snoozed_until is None
    assert shown(on(ana, "2025-07-09")) == []
    assert shown(on(ana, "2025-08-06")) == ["Ana"]


def test_of_one_day_a_contact_after_the_snooze_clears_it_and_one_before_does_not(ana):
    conversations.log(ana, Happened(("Ana",)))
    assert follow_ups.snooze(ana, "Ana", "2m").times == 1
    due = on(ana, "2025-07-31")
    assert (shown(due), card(due, "Ana").snoozed_until) == ([], date(2025, 8, 30))
    assert follow_ups.snooze(ana, "Ana", "3m").times == 2
    conversations.log(ana, Happened(("Ana",), kind="reaction"))
    assert shown(due) == []
    conversations.log(ana, Happened(("Ana",)))
    assert shown(due) == ["Ana"]
    assert follow_ups.snooze(ana, "Ana", "1w").times == 1
    history.undo(ana)
    history.undo(ana)
    assert shown(due) == []


def test_a_contact_logged_late_does_not_clear_a_snooze(ana):
    follow_ups.snooze(ana, "Ana", "2w")
    conversations.log(ana, Happened(("Ana",), on="2025-05-02"))
    assert shown(on(ana, "2025-07-02")) == []


def test_the_longest_of_several_snoozes_holds_and_three_suggest_a_longer_cadence(ana):
    times = [follow_ups.snooze(ana, "Ana", until) for until in ("2w", "1w", "3d")]
    assert [(s.times, s.suggest_longer, s.longer) for s in times] == [
        (1, False, None), (2, False, None), (3, True, "3m"),
    ]  # fmt: skip
    assert card(ana, "Ana").snoozed_until == date(2025, 7, 14)
    later = on(ana, "2025-07-01")
    conversations.log(later, Happened(("Ana",)))
    assert follow_ups.snooze(on(ana, "2025-07-02"), "Ana", "1w").times == 1


@pytest.mark.parametrize("until", ["today", "2025-06-29", "0d", "someday", ""])
def test_a_snooze_must_lead_somewhere(ana, until):
    with pytest.raises(WrongUsage):
        follow_ups.snooze(ana, "Ana", until)
    assert shown(ana) == ["Ana"]


def test_a_snooze_until_the_weekday_that_is_today_means_the_next(ana):
    assert follow_ups.snooze(ana, "Ana", "monday").until == date(2025, 7, 7)


def test_a_pause_shows_only_promises_and_dates(ana):
    contacts.add(ana, Said(name="Bo", birthday="--07-02"))
    contacts.add(ana, Said(name="Caro", met_on="2025-06-29"))
    contacts.add(ana, Said(name="Dan"))
    follow_ups.promise(ana, "Dan", "send it", by="2d")
    assert set(shown(ana, budget=9)) == {"Ana", "Bo", "Caro", "Dan"}
    assert follow_ups.pause(ana, "2w") == (TODAY, date(2025, 7, 14))
    assert follow_ups.paused_until(ana) == date(2025, 7, 14)
    listed = day_list(ana, budget=9)
    assert {line.name for line in listed.lines} == {"Bo", "Dan"}
    assert listed.paused_until == date(2025, 7, 14)
    assert "Ana" in shown(on(ana, "2025-07-15"), budget=9)


def test_a_pause_may_begin_later_and_be_ended(ana):
    follow_ups.pause(ana, "2025-07-20", "2025-07-14")
    assert follow_ups.paused_until(ana) is None
    assert shown(ana) == ["Ana"]
    assert shown(on(ana, "2025-07-14")) == []
    within = on(ana, "2025-07-16")
    follow_ups.pause(within, "2025-08-20", "2025-08-01")
    follow_ups.resume(within)
    assert follow_ups.paused_until(within) is None
    assert shown(within) == ["Ana"]
    assert follow_ups.paused_until(on(ana, "2025-07-15")) == date(2025, 7, 15)
    assert follow_ups.paused_until(on(ana, "2025-08-05")) is None
    with pytest.raises(NotFound) as raised:
        follow_ups.resume(within)
    assert raised.value.code == "no-pause"


@pytest.mark.parametrize(
    ("until", "start"), [("2025-06-29", None), ("1w", "2w"), ("soon", None), ("1w", "soon")]
)
def test_a_pause_that_is_over_before_it_begins_is_refused(ana, until, start):
    with pytest.raises(WrongUsage):
        follow_ups.pause(ana, until, start)
    assert follow_ups.paused_until(ana) is None


def test_a_pause_of_one_day_is_that_day(ana):
    follow_ups.pause(ana, "today")
    assert shown(ana) == []
    assert shown(ana._replace(today=TODAY + timedelta(1))) == ["Ana"]


def test_a_rhythm_that_was_chosen_answers_the_snoozes_before_it(ana):
    for until in ("2w", "1w", "3d"):
        follow_ups.snooze(ana, "Ana", until)
    (often,) = review(ana).often
    assert (often.name, often.times) == ("Ana", 3)
    garden.plant(ana, [("Ana", "6m")])
    assert review(ana).often == []
    assert follow_ups.snooze(on(ana, "2025-07-01"), "Ana", "1w").times == 1
