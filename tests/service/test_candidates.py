"""The day is exact: looking at a handful of people gives what looking at everybody would."""

import os
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from crm.context import Context
from crm.domain import agenda as rules
from crm.services import known as known_days
from crm.services import levelling, profile
from crm.services.agenda import day_list
from crm.services.changes import change
from crm.store.connection import Store
from tests.conftest import TODAY
from tests.service.state import assert_derived

PEOPLE = 600
SEEDS = range(int(os.environ.get("CRM_TEST_NETWORKS", "0"))) or (9, 11, 1)
KINDS = ("message", "email", "call", "meeting", "reaction", "memo", "project", "group")
CADENCES = ("", "", "1w", "2w", "1m", "3m", "6m", "1y")


def _network(context: Context, seed: int) -> None:
    """Fill a network of which some are sole friends, some neighbours in every respect."""
    from crm.store.tables import all as tables

    random = Random(seed)
    with change(context, "import") as made:
        write = made.write
        columns = (
            "id", "uid", "name", "name_folded", "sort_key", "given_name", "family_name",
            "organisation", "title", "experience_since", "place", "time_zone", "language",
            "availability", "met_at", "notes", "origin", "created_at", "cadence", "garden_since",
            "met_on", "known_since", "archived",
        )  # fmt: skip
        write.insert_many(tables.Contact, columns, [_person(random, n) for n in _ids()])
        contacts, pairs, number = [], [], 0
        for person in _ids():
            for _ in range(_how_many(random)):
                number += 1
                contacts.append(_interaction(random, number))
                pairs.append((number, person))
        columns = ("id", "uid", "day", "kind", "side", "begun_by", "depth", "ask", "planned",
                   "place", "event", "summary", "created_at")  # fmt: skip
        write.insert_many(tables.Interaction, columns, contacts)
        write.insert_many(tables.Participant, ("interaction_id", "contact_id"), pairs)
        _open(random, write, tables)
        made.rhythm_of.update(_ids())


def _ids() -> range:
    return range(1, PEOPLE + 1)


def _ago(random: Random, most: int, least: int = 0) -> str:
    return (TODAY - timedelta(random.randint(least, most))).isoformat()


def _person(random: Random, n: int) -> tuple[object, ...]:
    book = random.random() < 0.05
    return (
        n, UUID(int=random.getrandbits(128)).hex, f"P{n}", f"p{n}", f"p{n}", *[""] * 8, "unknown",
        "", "", "user", "", "" if book else random.choice(CADENCES),
        None if book else _ago(random, 900, 30),
        _ago(random, 40, -3) if random.random() < 0.03 else None,
        _ago(random, 4000, 900) if random.random() < 0.4 else None, int(random.random() < 0.02),
    )  # fmt: skip


def _how_many(random: Random) -> int:
    return random.choice((0, 1, 1, 2, 3, 5, 12))


def _interaction(random: Random, number: int) -> tuple[object, ...]:
    most = random.choice((30, 120, 400, 900))
    return (
        number, f"u{number}", _ago(random, most, -20), random.choice(KINDS),
        random.choice(("me", "them", "both")), random.choice((None, "me", "them")),
        random.randint(0, 3), random.random() < 0.2, random.random() < 0.05, "", "", "", "",
    )  # fmt: skip


def _open(random: Random, write, tables) -> None:
    """Write goals, promises, dates, snoozes: what gives some people a reason of their own."""
    ranks = ("primary", "secondary", "tertiary")
    goals = [
        (n, f"g{n}", f"Goal {n}", f"goal {n}", ranks[n % 3], "", "", 0, TODAY.isoformat(),
         "active" if n < 5 else "dropped", random.choice(("", "Call")), _ago(random, 5, -5),
         random.choice((None, random.choice(_ids()))))
        for n in range(1, 7)
    ]  # fmt: skip
    columns = ("id", "uid", "title", "key", "rank", "why", "unit", "start", "starts_on", "state",
               "next_action", "next_action_on", "next_action_contact_id")  # fmt: skip
    write.insert_many(tables.Goal, columns, goals)
    share = random.choice((0.02, 0.1, 0.6))
    linked = [(n, p) for n in range(1, 7) for p in _ids() if random.random() < share / 4]
    write.insert_many(tables.GoalContact, ("goal_id", "contact_id"), linked)
    promises = [
        (p, random.random() < 0.8, "send it", TODAY.isoformat(), _ago(random, 3, -12))
        for p in random.sample(_ids(), random.choice((0, 3, 25)))
    ]
    columns = ("contact_id", "mine", "text", "made_on", "due_on")
    write.insert_many(tables.Promise, columns, promises)
    dates = [
        (p, "birthday", "", 1980, random.randint(6, 8), random.randint(1, 30))
        for p in random.sample(_ids(), random.choice((0, 5, 60)))
    ]
    columns = ("contact_id", "kind", "label", "year", "month", "day")
    write.insert_many(tables.ContactDate, columns, dates)
    snoozes = [
        (p, _ago(random, 20, 1), _ago(random, 0, -20))
        for p in random.sample(_ids(), random.choice((0, 60)))
    ]
    write.insert_many(tables.Snooze, ("contact_id", "made_on", "until_on"), snoozes)
    mentorships = [
        (
            n,
            f"m{n}",
            p,
            random.choice(("mentor", "mentor", "mentee")),
            random.choice(("active", "candidate", "ended")),
            "",
            "",
            "",
            "initiation",
            _ago(random, 200, -20),
        )
        for n, p in enumerate(random.sample(_ids(), random.choice((0, 4, 80))), 1)
    ]
    columns = (
        "id",
        "uid",
        "contact_id",
        "direction",
        "state",
        "purpose",
        "rhythm",
        "channel",
        "phase",
        "starts_on",
    )
    write.insert_many(tables.Mentorship, columns, mentorships)
    guided = [
        (
            row[0],
            _ago(random, 40, 20),
            "say no",
            "",
            "",
            "",
            "",
            random.choice((None, _ago(random, 15))),
            random.choice((None, _ago(random, 1))),
        )
        for row in mentorships
        for _ in range(random.choice((0, 1, 2)))
    ]
    columns = (
        "mentorship_id",
        "day",
        "advice",
        "problem",
        "tried",
        "did",
        "result",
        "result_on",
        "reported_on",
    )
    write.insert_many(tables.Guidance, columns, guided)


@pytest.fixture(scope="module", params=SEEDS)
def crowd(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("day") / "network.db"
    context = Context(None, Store(path, chosen=False), TODAY)
    _network(context, request.param)
    profile.setting(context, "days_off", (TODAY + timedelta(2)).isoformat())
    assert_derived(context)
    yield context
    context.store.close()


@pytest.mark.parametrize("look", [(1, 1), (4, 2), (128, 16)])
@pytest.mark.parametrize("budget", [1, 3, 7, 20, 50])
def test_a_day_is_what_looking_at_everybody_gives(crowd, monkeypatch, look, budget):
    monkeypatch.setattr(levelling, "FIRST_LOOK", look[0])
    monkeypatch.setattr(levelling, "FIRST_CHUNK", look[1])
    placed: set[int] = set()
    with crowd.store.reading() as connection:
        for offset in (0, 1, 2, 3, 4, 5, 11, 40):
            known = known_days.known_of(connection, TODAY + timedelta(offset))
            everybody = levelling.entries_of_day(connection, known, placed, budget, True)
            chosen = levelling.entries_of_day(connection, known, placed, budget, False)
            if known_days.is_whole_list_shown(known):
                picked = rules.pick_day((entry.candidate for entry in everybody), budget)
            else:
                picked = [entry.candidate for entry in everybody]
            assert [entry.candidate for entry in chosen] == picked
            placed.update(candidate.id for candidate in picked)


def test_nobody_is_shown_twice_and_no_day_is_too_long(crowd):
    lines = day_list(crowd, days=20).lines
    ids = [line.contact_id for line in lines if line.contact_id]
    assert len(ids) == len(set(ids))
    for offset in range(20):
        of_day = [line for line in lines if line.day == TODAY + timedelta(offset)]
        workday = offset not in (2, 5, 6, 12, 13, 19)
        assert len(of_day) <= 5 or not workday
        assert all(line.terms.date == 20 or line.terms.promise for line in of_day) or workday


def test_nobody_of_the_address_book_is_there_without_a_promise_or_a_deed(crowd):
    with crowd.store.reading() as connection:
        book = {
            row[0]
            for row in connection.execute("SELECT id FROM contact WHERE garden_since IS NULL")
        }
    shown = [line for line in day_list(crowd, everybody=True).lines if line.contact_id in book]
    assert all(line.terms.promise or line.terms.deed for line in shown)
    assert {line.band for line in shown} <= {None}
    assert not any(line.terms.overdue or line.terms.fresh or line.terms.date for line in shown)
