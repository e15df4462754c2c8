"""Who is in the garden: every way into it, the way out, and that importing people is none."""

from datetime import date, timedelta
from random import Random

import pytest

from crm.domain.cadence import Cadence, spread_days
from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, garden, goals
from crm.services.agenda import day_list
from crm.services.card import card
from crm.services.changes import change
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from tests.conftest import TODAY
from tests.service import deeds
from tests.service.state import assert_derived


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)


def add(network, *names, **said):
    for name in names:
        contacts.add(network, Said(name=name, **said), book=True)


def in_garden(network, who):
    return card(network, who).person.garden_since is not None


def log(network, *people, **happened):
    return conversations.log(network, Happened(people, **happened))


def crowd(network, *, of):
    names = [f"P{n}" for n in range(of - 1)]
    add(network, *names)
    return log(network, "Ana", *names, kind="meeting")


JOINING = {
    "plant": lambda n: garden.plant(n, [("Ana", None)]),
    "plant-every": lambda n: garden.plant(n, [("Ana", "2w")]),
    "own-cadence": lambda n: contacts.edit(n, "Ana", Said(cadence="1m")),
    "tag-with-cadence": lambda n: (
        contacts.set_tag(n, "sea", cadence="1m", circle=None),
        contacts.tag(n, ["Ana"], ["sea"], off=[]),
    ),
    "cadence-of-a-tag": lambda n: (
        contacts.tag(n, ["Ana"], ["sea"], off=[]),
        contacts.set_tag(n, "sea", cadence="1m", circle=None),
    ),
    "held-contact": lambda n: log(n, "Ana"),
    "contact-of-long-ago": lambda n: log(n, "Ana", on="2019-01-01"),
    "contact-of-eight": lambda n: crowd(n, of=8),
    "plan-that-was-held": lambda n: conversations.hold(n, log(n, "Ana", on="3d", planned=True).id),
    "goal": lambda n: goals.add(n, GoalSaid("Find", "primary", people=("Ana",))),
    "goal-link": lambda n: (
        goals.add(n, GoalSaid("Find", "primary")), goals.link(n, "Find", ["Ana"], []),
    ),
    "next-action": lambda n: (
        goals.add(n, GoalSaid("Find", "primary")),
        goals.next_action(n, "Find", "call", by=None, person="Ana"),
    ),
}  # fmt: skip
STAYING = {
    "reaction": lambda n: log(n, "Ana", kind="reaction"),
    "memo": lambda n: log(n, "Ana", kind="memo"),
    "plan": lambda n: log(n, "Ana", on="2025-07-04"),
    "past-plan": lambda n: log(n, "Ana", on="2025-06-04", planned=True),
    "held-reaction": lambda n: conversations.hold(
        n, log(n, "Ana", kind="reaction", planned=True).id
    ),
    "contact-of-nine": lambda n: crowd(n, of=9),
    "plain-tag": lambda n: contacts.tag(n, ["Ana"], ["sea"], off=[]),
    "no-cadence": lambda n: contacts.edit(n, "Ana", Said(cadence="none", met_on="2025-06-29")),
    "note": lambda n: contacts.note(n, "Ana", "met at the pier"),
}


@pytest.mark.parametrize("way", JOINING.values(), ids=JOINING)
def test_each_of_these_brings_a_person_into_the_garden(network, way):
    add(network, "Ana")
    assert not in_garden(network, "Ana")
    way(network)
    assert in_garden(network, "Ana")
    assert card(network, "Ana").person.garden_since == TODAY
    assert card(network, "Ana").person.next_due_on is not None


@pytest.mark.parametrize("way", STAYING.values(), ids=STAYING)
def test_none_of_these_does(network, way):
    add(network, "Ana")
    way(network)
    ana = card(network, "Ana")
    assert (ana.person.garden_since, ana.person.next_due_on, ana.person.cadence_days) == (None,) * 3
    assert (ana.band, ana.dry_in_days) == (None, None)


def test_adding_plants_unless_it_is_for_the_book(network):
    assert contacts.add(network, Said(name="Ana")).in_garden
    assert not contacts.add(network, Said(name="Bo"), book=True).in_garden
    assert contacts.add(network, Said(name="Caro", cadence="1m"), book=True).in_garden
    contacts.set_tag(network, "sea", cadence="1m", circle=None)
    assert contacts.add(network, Said(name="Dan", tags=("sea",)), book=True).in_garden
    assert [in_garden(network, str(n)) for n in (1, 2, 3, 4)] == [True, False, True, True]


def test_who_joins_falls_due_within_a_cadence_and_not_all_together(network):
    add(network, *(f"P{n}" for n in range(12)))
    planted = garden.plant(network, [(f"P{n}", "2m") for n in range(12)])
    days = {(p.due_on - TODAY).days for p in planted}
    assert all(15 <= day <= 60 for day in days)
    assert len(days) > 6
    uid = card(network, "P1").person.uid
    assert planted[1].due_on == TODAY + timedelta(spread_days(uid, Cadence(2, "m")))
    assert {p.cadence for p in planted} == {"2m"}


def test_planting_names_one_cadence_each_and_refuses_the_archived(network):
    add(network, "Ana", "Bo", "Caro")
    garden.plant(network, [("Ana", "1w"), ("Bo", None)])
    assert [card(network, n).person.cadence for n in ("Ana", "Bo")] == ["1w", ""]
    contacts.archive(network, ["Caro"])
    with pytest.raises(WrongUsage) as raised:
        garden.plant(network, [("Bo", "1y"), ("3", None)])
    assert raised.value.code == "archived-person"
    assert card(network, "Bo").person.cadence == ""
    with pytest.raises(WrongUsage):
        garden.plant(network, [("Bo", "soon")])
    garden.plant(network, [("Ana", "none")])
    assert card(network, "Ana").person.cadence_days == 90


def test_resting_puts_back_and_keeps_the_history(network):
    contacts.add(network, Said(name="Ana", cadence="1w"))
    log(network, "Ana", on="2025-01-01")
    assert day_list(network).lines[0].name == "Ana"
    assert [p.in_garden for p in garden.rest(network, ["Ana"])] == [False]
    ana = card(network, "Ana")
    assert (ana.person.cadence, ana.person.next_due_on, ana.band) == ("", None, None)
    assert ana.person.last_contact_on == date(2025, 1, 1)
    assert len(ana.timeline) == 1
    assert day_list(network, everybody=True).lines == []
    with pytest.raises(NotFound):
        garden.rest(network, ["Nobody"])


def test_three_unanswered_rest_until_they_act_or_are_woken(network):
    contacts.add(network, Said(name="Ana", cadence="1w"))
    dues = []
    for on in ("2025-01-06", "2025-02-06", "2025-03-06"):
        log(network, "Ana", on=on, side="me", answered=False)
        dues.append(card(network, "Ana").person.next_due_on)
    assert dues == [date(2025, 1, 20), date(2025, 3, 6), None]
    woken = garden.plant(network, [("Ana", None)])
    assert woken[0].due_on == date(2025, 3, 13)
    log(network, "Ana", on="2025-06-29", side="them", kind="call")
    assert card(network, "Ana").person.next_due_on == date(2025, 7, 6)


def test_imported_people_are_never_on_the_list(network):
    with change(network, "import") as made:
        people = deeds.insert_people(network, Random(3), made.write)
        made.write.plain().execute("UPDATE contact SET met_on = '2025-06-28'")
        made.rhythm_of.update(people)
        made.words_of.update(people)
    for who in people:
        contacts.edit(network, str(who), Said(birthday="--06-30"))
        assert not in_garden(network, str(who))
    for budget, days, everybody in ((None, 30, False), (50, 1, True)):
        shown = day_list(network, budget=budget, days=days, everybody=everybody)
        assert shown.lines == []


def test_candidates_for_planting_are_those_whom_goals_want_first(network):
    assert garden.candidates(network, 10) == []
    with change(network, "import") as made:
        from crm.store.tables.contact_details import ImportRecord

        people = deeds.insert_people(network, Random(5), made.write)
        rows = [(p, "linkedin", f"x{p}", "{}", f"2025-06-{10 + p}") for p in people]
        columns = ("contact_id", "source", "external_id", "fields", "imported_on")
        made.write.insert_many(ImportRecord, columns, rows)
        made.words_of.update(people)
    contacts.add(network, Said(name="By hand"), book=True)
    by_hand = people[-1] + 1
    assert [p.id for p in garden.candidates(network, 10)] == [*people[::-1], by_hand]
    contacts.edit(network, str(people[0]), Said(roles=("photographer",)))
    goals.add(network, GoalSaid("Find", "primary", wants=("photographer",)))
    assert [p.id for p in garden.candidates(network, 10)] == [people[0], *people[:0:-1], by_hand]
    garden.plant(network, [(str(people[0]), None)])
    assert people[0] not in [p.id for p in garden.candidates(network, 10)]
