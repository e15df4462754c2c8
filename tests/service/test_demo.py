"""The demo network: made once a day, the same on any day, and worth acting on."""

import os
from datetime import date, timedelta

import pytest

from crm.context import make
from crm.domain.cadence import DEFAULT_CADENCE
from crm.errors import BadConfiguration, NotFound
from crm.services import contacts, demo, history
from crm.services.agenda import day_list
from crm.services.changes import due_of
from crm.services.demo import demo_settings
from crm.settings import load
from crm.store import derived, search
from crm.store.reads import contacts as contact_reads

EVERY_REASON = {
    "promise", "birthday", "date", "fresh", "action", "last", "never", "reconnect", "goal",
    "mentor", "report",
}  # fmt: skip
FIRST_DAYS = [date(2028, 2, 26) + timedelta(n) for n in range(7)]
NEXT_TO_LEAP = [date(2026, 11, 23), date(2027, 2, 28), date(2027, 3, 1)]


@pytest.fixture
def settings(tmp_path):
    plain = load({"HOME": str(tmp_path)}, None, "en")
    return plain._replace(cache_folder=tmp_path / "cache")


def demo_of(settings, today, *, reset=False):
    return make(demo_settings(settings, today, reset=reset)._replace(today=today))


def reasons(lines):
    return {reason.code for line in lines for reason in line.reasons}


@pytest.mark.parametrize("today", FIRST_DAYS + NEXT_TO_LEAP)
def test_the_first_screen_is_short_and_varied(settings, today):
    first = day_list(demo_of(settings, today)).lines
    if today.weekday() < 5:
        assert 3 <= len(first) <= 5
        assert {"promise", "birthday", "fresh", "reconnect", "goal", "last"} <= reasons(first)
    else:
        assert {"promise", "birthday"} <= reasons(first)


def test_it_is_made_on_a_disk_without_hard_links(settings, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    context = demo_of(settings, FIRST_DAYS[0])
    assert day_list(context).lines
    context.store.close()
    assert [path.name for path in settings.cache_folder.iterdir()] == [context.store.path.name]


@pytest.mark.parametrize("today", FIRST_DAYS + NEXT_TO_LEAP)
def test_every_reason_comes_within_the_week(settings, today):
    assert reasons(day_list(demo_of(settings, today), days=7).lines) == EVERY_REASON


@pytest.mark.parametrize("today", FIRST_DAYS + NEXT_TO_LEAP)
def test_somebody_turns_a_year_older_today(settings, today):
    lines = day_list(demo_of(settings, today)).lines
    turning = [r.params for line in lines for r in line.reasons if r.code == "birthday"]
    assert (today, 44) in [(p["on"], p["years"]) for p in turning]


def test_a_leap_day_has_no_year_that_had_none(settings):
    context = demo_of(settings, date(2028, 2, 28))
    with context.store.reading() as connection:
        born = connection.execute(
            "SELECT c.name, d.year, d.month, d.day FROM contact_date d"
            " JOIN contact c ON c.id = d.contact_id WHERE c.name LIKE 'Katarzyna%'"
        ).fetchall()
    assert born == [("Katarzyna Wolna", None, 2, 29)]


def test_only_the_user_may_read_it(settings):
    context = demo_of(settings, FIRST_DAYS[0])
    path = context.store.path
    assert path.name == "demo-2028-02-26.db"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert os.listdir(path.parent) == [path.name]


def test_it_is_kept_for_the_day_and_goes_with_it(settings):
    today, tomorrow = FIRST_DAYS[:2]
    contacts.add(demo_of(settings, today), contacts.Said(name="Zoe Quill"))
    again = demo_of(settings, today)
    assert added_by_the_user(again)
    fresh = demo_of(settings, tomorrow)
    assert os.listdir(settings.cache_folder) == [fresh.store.path.name]
    assert not added_by_the_user(fresh)


def test_reset_makes_it_anew(settings):
    contacts.add(demo_of(settings, FIRST_DAYS[0]), contacts.Said(name="Zoe Quill"))
    anew = demo_of(settings, FIRST_DAYS[0], reset=True)
    assert not added_by_the_user(anew)


def added_by_the_user(context):
    with context.store.reading() as connection:
        return contact_reads.by_exact_name(connection, "zoe quill", 3)


def test_undo_finds_nothing_but_what_the_user_did(settings):
    context = demo_of(settings, FIRST_DAYS[0])
    with pytest.raises(NotFound):
        history.undo(context)
    contacts.add(context, contacts.Said(name="Zoe Quill"))
    assert history.undo(context).action == "add"
    with pytest.raises(NotFound):
        history.undo(context)


def test_what_is_derived_is_right(settings):
    context = demo_of(settings, FIRST_DAYS[0])
    with context.store.reading() as connection:
        stored = connection.execute(
            "SELECT id, last_contact_on, cadence_days, next_due_on FROM contact ORDER BY id"
        ).fetchall()
        default = DEFAULT_CADENCE
        for rhythm, row in zip(
            derived.rhythms(connection, [row[0] for row in stored]), stored, strict=True
        ):
            due = due_of(rhythm, default)
            last_on, due_on = due.last_contact_on, due.next_due_on
            dates = (last_on and str(last_on), due.cadence_days, due_on and str(due_on))
            assert row == (rhythm.id, *dates)
        found = connection.execute("SELECT count(*) FROM contact_search").fetchone()[0]
        assert found == len(stored)
        rows = connection.execute(
            "SELECT c.name FROM contact_search s JOIN contact c ON c.id = s.rowid"
            " WHERE contact_search MATCH ?",
            (search.match("oaxaca").expression,),
        ).fetchall()
        assert rows == [("Ana Ruiz",)]


def test_a_draft_that_fails_leaves_nothing(settings, monkeypatch):
    monkeypatch.setattr(demo, "forget", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        demo_settings(settings, FIRST_DAYS[0], reset=False)
    assert os.listdir(settings.cache_folder) == []


@pytest.mark.parametrize("today", [date(1, 1, 5), date(9999, 12, 30)])
def test_a_day_at_the_end_of_the_calendar_is_refused(settings, today):
    with pytest.raises(BadConfiguration) as error:
        demo_settings(settings, today, reset=False)
    assert error.value.code == "bad-today"


def test_a_cache_that_cannot_be_written_is_reported(settings):
    settings.cache_folder.write_text("a file where the folder should be")
    with pytest.raises(BadConfiguration):
        demo_settings(settings, FIRST_DAYS[0], reset=False)


def test_of_two_makers_at_once_the_first_stays(settings):
    made = demo_of(settings, FIRST_DAYS[0]).store.path
    before = made.stat().st_ino
    demo._make(settings._replace(db_path=made), FIRST_DAYS[0])
    assert made.stat().st_ino == before
    assert os.listdir(made.parent) == [made.name]
