"""What a quarter of use must come to: few lines, nobody unasked, nobody forgotten, no nagging."""

from collections import Counter

import pytest

from crm.domain.events import follow_up_by
from crm.domain.introductions import State
from crm.services import events, giving, introductions, mentors
from crm.services.history import history, undo
from crm.services.transfer import import_file
from tests.conftest import ROOT
from tests.service import quarter as figures
from tests.service.quarter import BUDGET, MUSTS_OVER_BUDGET, SEEDS, SLACK
from tests.service.quarter_affairs import EVENT, GONE_OF, ON_THE_DAY, TOLD_LATE
from tests.service.quarter_diary import LAST
from tests.service.quarter_files import BOTH, FILES, LINKEDIN, PHONE
from tests.service.quarter_life import CADENCES, DATED_REASONS, live
from tests.service.state import assert_derived, assert_indexed, state

pytestmark = pytest.mark.xdist_group("quarter")
PAGE = ROOT / "docs" / "quarter.md"
UNDONE = 30
MOST_REPEATS = 8
DATE_TODAY = 20
MET = 12
GIVEN = {"help": 2, "introduction": 1, "referral": 1}
AFFAIRS = {"fresh", "report", "mentor", "intro-nudge", "intro-make", "intro-follow-up"}
ASKED = {"answered", "close"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("quarter")


@pytest.fixture(scope="module")
def quarters(folder):
    lived = {}
    for seed in SEEDS:
        (folder / str(seed)).mkdir()
        lived[seed] = live(folder / str(seed), seed)
    yield lived
    for each in lived.values():
        each.context.store.close()


@pytest.fixture
def quarter(quarters):
    return quarters[SEEDS[0]]


of_both = pytest.mark.parametrize("seed", SEEDS)


def test_people_in_both_files_are_one_person(quarter):
    linkedin, phone = quarter.imports
    assert (linkedin.new, linkedin.bad, linkedin.unsure) == (LINKEDIN, (), ())
    assert (phone.new, phone.joined, phone.bad) == (PHONE - BOTH, BOTH, ())
    assert quarter.people == LINKEDIN + PHONE - BOTH
    assert {(row.reason, row.imported) for row in phone.unsure} == {("same-name", True)}


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_again_brings_nothing(quarter, folder, name):
    again = import_file(quarter.context, str(folder / str(SEEDS[0]) / name), dry_run=True)
    assert (again.new, again.changed) == (0, 0)


@of_both
def test_no_day_is_too_much(quarters, seed):
    quarter = quarters[seed]
    long_days = {
        str(day.on): len(day.lines)
        for day in quarter.days
        if len(day.lines) > BUDGET + MUSTS_OVER_BUDGET
    }
    assert long_days == {}, f"more than {BUDGET} + {MUSTS_OVER_BUDGET} lines on these days"


@of_both
def test_days_off_show_only_dates_and_promises(quarters, seed):
    quarter = quarters[seed]
    off = [day for day in quarter.days if not day.is_workday]
    assert any(day.lines for day in off), "nothing was shown, so nothing is proved"
    others = [
        f"{day.on}: {line.name}: {[reason.code for reason in line.reasons]}"
        for day in off
        for line in day.lines
        if line.reasons[0].code not in DATED_REASONS or not (line.terms.promise or line.terms.date)
    ]
    assert others == [], "a weekend or the holiday shows somebody without a date or a promise"
    not_of_the_day = [
        f"{day.on}: {line.name}"
        for day in off
        if day.on.weekday() >= 5
        for line in day.lines
        if line.terms.date < DATE_TODAY and _promised_in(line) != 0
    ]
    assert not_of_the_day == [], "a weekend shows a date or a promise of another day"


def _promised_in(line):
    days = [reason.params["days"] for reason in line.reasons if reason.code == "promise"]
    return min(days, default=None)


@of_both
def test_nobody_comes_who_was_never_chosen(quarters, seed):
    quarter = quarters[seed]
    assert figures.strangers(quarter) == [], "on a day's list without having been chosen"


@of_both
def test_everybody_planted_is_seen_in_time(quarters, seed):
    quarter = quarters[seed]
    assert len(quarter.planted) == sum(count for count, _ in CADENCES.values())
    forgotten = {person: days for person, days in figures.waits(quarter).items() if days > SLACK}
    assert forgotten == {}, f"not seen for their cadence and {SLACK} days: person and days beyond"


@of_both
def test_nobody_comes_two_days_running_without_a_new_reason(quarters, seed):
    """But where nobody else waits for the place: an empty list would say that all is well."""
    days = {day.on: day for day in quarters[seed].days}
    again = Counter(repeat.on for repeat in figures.repeats(quarters[seed].days))
    crowded = [str(on) for on, _ in again.items() if len(days[on].lines) > BUDGET]
    assert crowded == [], "somebody came again for the same reason, past the budget"
    assert all(days[on].is_workday for on in again), "came again on a day off"
    assert again.total() <= MOST_REPEATS, "places that others could have had"


@of_both
def test_those_met_are_followed_up_or_let_go(quarters, seed):
    quarter = quarters[seed]
    event = events.card(quarter.context, "codemotion")
    kept = Counter(person.kept for person in event.met)
    assert kept == {True: MET - MET // GONE_OF, False: MET // GONE_OF}
    first = list(figures.first_shown(quarter).values())[:ON_THE_DAY]
    by = follow_up_by(EVENT, frozenset())
    assert max(first) <= (by - EVENT).days, "noted on the day, and not on a list in time"


@of_both
def test_nobody_let_go_comes_back_unasked(quarters, seed):
    quarter = quarters[seed]
    assert len(quarter.let_go) == MET // GONE_OF
    back = [f"{on}: {line.name}" for on, line in figures.let_go(quarter)
            if line.reasons[0].code not in DATED_REASONS]  # fmt: skip
    assert back == [], "let go, and on a list without a promise, a date or a contact since"


@of_both
def test_what_was_begun_came_to_what_was_meant(quarters, seed):
    context = quarters[seed].context._replace(today=LAST)
    (mentor,) = mentors.cards(context)
    late, soon, open_one = mentor.guidance
    assert (late.reported_on, soon.reported_on) == (TOLD_LATE, soon.result_on)
    assert (open_one.result_on, mentor.open_questions) == (None, [])
    states = [card.state for card in introductions.cards(context, over=True)]
    assert states == [State.CLOSED, State.EXPIRED]
    givings, asks = giving.journal(context, None)
    assert Counter(line.kind for line in givings) == GIVEN
    assert all(ask.outcome for ask in asks)
    assert all(giving.step_of(line, LAST) is None for line in givings)


def test_each_kind_of_affair_came_onto_a_list(quarters):
    days = [day for quarter in quarters.values() for day in quarter.days]
    said = {reason.code for day in days for line in day.lines for reason in line.reasons}
    assert said >= AFFAIRS
    assert {question.code for day in days for question in day.shown.questions} >= ASKED


@of_both
def test_a_result_told_is_asked_for_no_more(quarters, seed):
    reports = [day.on for day in quarters[seed].days for line in day.lines
               if any(reason.code == "report" for reason in line.reasons)]  # fmt: skip
    assert reports, "no list ever said that a mentor waits for a result"
    assert max(reports) <= TOLD_LATE


@of_both
def test_every_sentence_is_read_as_it_was_meant(quarters, seed):
    quarter = quarters[seed]
    assert quarter.in_words > 40
    assert quarter.misread == [], "read otherwise than meant"


def test_the_page_gives_these_figures(quarters):
    rows = [line for line in PAGE.read_text("utf-8").splitlines(True) if line.startswith("|")]
    assert "".join(rows) == figures.table(*map(figures.figures, quarters.values())), (
        "docs/quarter.md is old: put in it what `python -m tests.service.quarter` prints"
    )


@of_both
def test_what_is_derived_follows_from_the_quarter(quarters, seed):
    assert_derived(quarters[seed].context)
    assert_indexed(quarters[seed].context)


def test_the_last_changes_can_be_undone(quarter):
    """Done last of all, since it takes the network back to an evening some days before."""
    made = len(history(quarter.context, -1))
    evening = max(count for count in quarter.evenings if count <= made - UNDONE)
    for _ in range(made - evening):
        undo(quarter.context)
    assert state(quarter.context) == quarter.evenings[evening], "undo brought other rows back"
    assert_derived(quarter.context)
    assert_indexed(quarter.context)
