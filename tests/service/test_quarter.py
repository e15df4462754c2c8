"""What a quarter of use must come to: few lines, nobody unasked, nobody forgotten, no nagging."""

from collections import Counter

import pytest

from crm.services.history import history, undo
from crm.services.transfer import import_file
from tests.conftest import ROOT
from tests.service import quarter as figures
from tests.service.quarter import BUDGET, MUSTS_OVER_BUDGET, SEEDS, SLACK
from tests.service.quarter_files import BOTH, FILES, LINKEDIN, PHONE
from tests.service.quarter_life import CADENCES, DATED_REASONS, live
from tests.service.state import assert_derived, assert_indexed, state

pytestmark = pytest.mark.xdist_group("quarter")
PAGE = ROOT / "docs" / "quarter.md"
UNDONE = 20
MOST_REPEATS = 8
DATE_TODAY = 20


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
    assert figures.strangers(quarter) == [], "on a day's list without ever having been chosen"


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


def test_every_sentence_is_read_as_it_was_meant(quarter):
    assert quarter.in_words > 40
    assert quarter.misread == [], "read otherwise than meant"


def test_the_page_gives_these_figures(quarters):
    rows = [line for line in PAGE.read_text("utf-8").splitlines(True) if line.startswith("|")]
    assert "".join(rows) == figures.table(*map(figures.figures, quarters.values())), (
        "docs/quarter.md is old: put in it what `python -m tests.service.quarter` prints"
    )


def test_what_is_derived_follows_from_the_quarter(quarter):
    assert_derived(quarter.context)
    assert_indexed(quarter.context)


def test_the_last_changes_can_be_undone(quarter):
    """Done last of all, since it takes the network back to an evening some days before."""
    made = len(history(quarter.context, -1))
    evening = max(count for count in quarter.evenings if count <= made - UNDONE)
    for _ in range(made - evening):
        undo(quarter.context)
    assert state(quarter.context) == quarter.evenings[evening], "undo brought other rows back"
    assert_derived(quarter.context)
    assert_indexed(quarter.context)
