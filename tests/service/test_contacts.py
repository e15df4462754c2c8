"""People: added, changed, noted, tagged, archived, deleted, listed."""

from datetime import date

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, follow_ups, garden, goals, history, people
from crm.services.card import card
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from crm.services.people import Search
from tests.service.state import assert_derived, assert_indexed


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


def person(network, who):
    return card(network, who).person


FULL = Said(
    name="  Ana Ruiz  ", given_name="Ana", family_name="Ruiz", title="Designer",
    organisation="Müller", place="Vigo", time_zone="Europe/Madrid", language="es",
    availability="LIMITED", experience_since="2010-05", met_on="2025-06-27", met_at="CodeMotion",
    known_since="2020-01-02", cadence="2W", birthday="--02-29", note="likes tea",
    emails=("Ana@Example.org", "ana@example.ORG", "a.r@x.es"), phones=("+34 600 00 00 00",),
    links=("linkedin.com/in/ana-ruiz", "https://ana.example"), addresses=("1 High St",),
    dates=("wedding: 2015-06-20",), roles=("Fotógrafo", "beekeeper"), skills=("SQL",),
    interests=("sailing", "Sailing", ""), offers=("advice",), needs=("clients",),
    nicknames=("Anita",), tags=("#sea", "old, friends"),
)  # fmt: skip


def test_everything_said_is_kept_as_written_and_compared_folded(network):
    contacts.add(network, Said(name="Bo"))
    added = contacts.add(network, FULL._replace(knows=("Bo",), met_through="Bo"))
    assert (added.name, added.in_garden, added.namesakes) == ("Ana Ruiz", True, [])
    ana = person(network, "Anita")
    assert ana.name == "Ana Ruiz"
    assert (ana.met_on, ana.known_since) == (date(2025, 6, 27), date(2020, 1, 2))
    assert (ana.met_through, ana.met_at, ana.availability) == ("Bo", "CodeMotion", "limited")
    assert (ana.cadence, ana.cadence_days, ana.experience_since) == ("2w", 14, "2010-05")
    assert ana.emails == (("Ana@Example.org", ""), ("a.r@x.es", ""))
    assert ana.phones == (("+34 600 00 00 00", ""),)
    assert ana.links == (
        ("https://linkedin.com/in/ana-ruiz", "linkedin"), ("https://ana.example", "web"),
    )  # fmt: skip
    assert ana.addresses == (("", "1 High St", "", "", "", ""),)
    assert ana.dates == (
        ("birthday", "", None, 2, 29), ("other", "wedding", 2015, 6, 20),
    )  # fmt: skip
    assert ana.traits == {
        "role": ["photographer", "beekeeper"], "skill": ["SQL"], "interest": ["sailing"],
        "offer": ["advice"], "need": ["clients"], "nickname": ["Anita"],
    }  # fmt: skip
    assert ana.tags == ("old friends", "sea")
    assert ana.acquaintances == ((1, "Bo"),)
    assert person(network, "Bo").acquaintances == ((2, "Ana Ruiz"),)


def test_namesakes_are_told_and_allowed(network):
    contacts.add(network, Said(name="Ana"))
    added = contacts.add(network, Said(name="ANA"))
    assert [namesake.id for namesake in added.namesakes] == [1]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said(), "empty-text"),
        (Said(name=" "), "empty-text"),
        (Said(name="A\0"), "nul-in-text"),
        (Said(name="A\udcff"), "surrogate-in-text"),
        (Said(name="A" * 100_001), "text-too-long"),
        (Said(name="A", cadence="0d"), "bad-cadence"),
        (Said(name="A", emails=("no",)), "bad-email"),
        (Said(name="A", emails=("a b@c",)), "bad-email"),
        (Said(name="A", phones=("1",)), "bad-phone"),
        (Said(name="A", availability="x"), "unknown-value"),
        (Said(name="A", birthday="1990-02-30"), "bad-partial-date"),
        (Said(name="A", dates=("2015-06-20",)), "date-without-label"),
        (Said(name="A", dates=(": 2015-06-20",)), "date-without-label"),
        (Said(name="A", met_on="2025-07-01"), "day-to-come"),
        (Said(name="A", known_since="tomorrow"), "day-to-come"),
        (Said(name="A", met_on="someday"), "bad-date"),
        (Said(name="A", tags=(" , ",)), "empty-text"),
        (Said(name="A", tags=("#",)), "empty-text"),
        (Said(name="A", knows=("1",)), "knows-themselves"),
        (Said(name="A", met_through="A"), "knows-themselves"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(network, said, code):
    with pytest.raises(WrongUsage) as raised:
        contacts.add(network, said)
    assert raised.value.code == code
    assert not contacts.anybody(network)
    assert history.history(network, -1) == []


def test_editing_adds_to_lists_replaces_fields_and_removes_what_is_named(network):
    contacts.add(network, Said(name="Bo"))
    contacts.add(network, FULL._replace(knows=("Bo",)))
    contacts.edit(
        network,
        "Ana Ruiz",
        Said(
            name="Ana López", place="", birthday="", known_since="", met_on="", cadence="none",
            experience_since="", emails=("new@x.es",), family_name="López",
            remove=("email: ANA@example.org", "phone:+34600000000", "link: ana.example",
                    "tag:#sea", "tag:old, friends", "date: WEDDING", "knows: Bo",
                    "role: fotógrafa", "interest:SAILING", "nickname: anita"),
        ),
    )  # fmt: skip
    ana = person(network, "Ana López")
    assert (ana.place, ana.cadence, ana.known_since, ana.met_on) == ("", "", None, None)
    assert (ana.experience_since, ana.cadence_days) == ("", 90)
    assert [value for value, _ in ana.emails] == ["a.r@x.es", "new@x.es"]
    assert (ana.phones, ana.tags, ana.dates, ana.acquaintances) == ((), (), (), ())
    assert [url for url, _ in ana.links] == ["https://linkedin.com/in/ana-ruiz"]
    assert ana.traits == {
        "role": ["beekeeper"], "skill": ["SQL"], "offer": ["advice"], "need": ["clients"],
    }  # fmt: skip


def test_who_made_the_acquaintance_is_kept_and_taken_back(network):
    for name in ("Ana", "Bo"):
        contacts.add(network, Said(name=name))
    contacts.edit(network, "Bo", Said(met_through="Ana"))
    assert person(network, "Bo").met_through == "Ana"
    contacts.edit(network, "Bo", Said(place="Vigo"))
    assert person(network, "Bo").met_through == "Ana"
    contacts.edit(network, "Bo", Said(met_through=" "))
    assert person(network, "Bo").met_through is None


@pytest.mark.parametrize(
    ("removal", "code"),
    [
        ("tag", "bad-removal"), ("colour: red", "bad-removal"),
        ("email: x@y.z", "nothing-to-remove"),
        ("role: nun", "nothing-to-remove"), ("knows: Bo", "nothing-to-remove"),
        ("date: x", "nothing-to-remove"), ("phone: 123", "nothing-to-remove"),
        ("link: x.y", "nothing-to-remove"), ("tag: x", "nothing-to-remove"),
    ],
)  # fmt: skip
def test_removing_what_is_not_there_is_an_error(network, removal, code):
    contacts.add(network, Said(name="Bo"))
    contacts.add(network, Said(name="Ana"))
    with pytest.raises((WrongUsage, NotFound)) as raised:
        contacts.edit(network, "Ana", Said(place="Vigo", remove=(removal,)))
    assert raised.value.code == code
    assert person(network, "Ana").place == ""


def test_known_since_cannot_be_after_the_first_contact(network):
    contacts.add(network, Said(name="Ana"))
    conversations.log(network, Happened(("Ana",), on="2025-06-01"))
    conversations.log(network, Happened(("Ana",), on="2025-01-01", planned=True))
    with pytest.raises(WrongUsage) as raised:
        contacts.edit(network, "Ana", Said(known_since="2025-06-02"))
    assert raised.value.code == "known-since-after-contact"
    contacts.edit(network, "Ana", Said(known_since="2025-06-01"))
    assert person(network, "Ana").known_since == date(2025, 6, 1)


def test_lists_are_in_the_order_of_family_names_and_narrowed(network):
    for said, book in (
        (Said(name="Zoe Abt", family_name="Abt", given_name="Zoe", tags=("sea",)), False),
        (Said(name="ángel", roles=("fotógrafa",)), False),
        (Said(name="Bo", tags=("sea",)), True),
        (Said(name="Away"), False),
    ):
        contacts.add(network, said, book=book)
    contacts.archive(network, ["Away"])
    goals.add(network, GoalSaid("Find", "primary", people=("ángel",)))

    def names(limit=-1, offset=0, **narrow):
        search = people.narrowed(network, Search(), **narrow)
        return [p.name for p in people.window(network, search, None, limit, offset)]

    assert names() == ["Zoe Abt", "ángel", "Bo"]
    assert names(limit=1, offset=1) == ["ángel"]
    assert names(archived=True) == ["Away"]
    assert names(garden=True) == ["Zoe Abt", "ángel"]
    assert names(garden=False) == names(tag="#SEA", garden=False) == ["Bo"]
    assert names(tag="sea") == ["Zoe Abt", "Bo"]
    assert names(role="Photographer") == names(goal="find") == ["ángel"]
    assert names(due=True) == []
    network = network._replace(today=date(2026, 7, 1))
    assert names(due=True) == ["Zoe Abt", "ángel"]


def test_notes_are_dated_lines(network):
    contacts.add(network, Said(name="Ana", note="first"))
    contacts.note(network, "Ana", "  second ")
    assert person(network, "Ana").notes == "first\n2025-06-30 second"
    contacts.add(network, Said(name="Bo"))
    contacts.note(network, "Bo", "only")
    assert person(network, "Bo").notes == "2025-06-30 only"
    with pytest.raises(WrongUsage):
        contacts.note(network, "Ana", " ")


def test_archived_people_are_never_due_and_come_back_as_they_were(network):
    contacts.add(network, Said(name="Ana", cadence="1m"))
    conversations.log(network, Happened(("Ana",), on="2025-01-31"))
    assert person(network, "Ana").next_due_on == date(2025, 2, 28)
    contacts.archive(network, ["Ana"])
    away = person(network, "1")
    assert (away.archived, away.next_due_on, away.last_contact_on) == (
        True, None, date(2025, 1, 31),
    )  # fmt: skip
    contacts.archive(network, ["1"], back=True)
    assert person(network, "Ana").next_due_on == date(2025, 2, 28)


def test_deleting_takes_what_is_only_theirs(network):
    for name in ("Ana", "Bo", "Caro"):
        contacts.add(network, Said(name=name, cadence="1m"))
    alone = conversations.log(network, Happened(("Ana",), "alone"))
    both = conversations.log(network, Happened(("Ana", "Bo"), "both", facts=("sings",)))
    many = Happened(("Ana", "Bo", "Caro"), "many")
    conversations.log(network, many)
    follow_ups.promise(network, "Ana", "send it", by=None)
    goals.add(network, GoalSaid("Find", "primary", people=("Ana", "Bo")))
    goals.next_action(network, "Find", "call", by="today", person="Ana")
    contacts.edit(network, "Bo", Said(met_through="Ana"))
    contacts.delete(network, ["Ana"])
    with network.store.reading() as connection:
        left = [row[0] for row in connection.execute("SELECT id FROM interaction ORDER BY id")]
    assert alone.id not in left
    assert left == [both.id, both.id + 1]
    assert [happening.people for happening in card(network, "Bo").timeline] == [3, 2]
    assert person(network, "Bo").met_through is None
    goal = goals.card(network, "Find")
    assert [p.name for p in goal.people] == ["Bo"]
    assert (goal.goal.next_action, goal.goal.next_action_contact_id) == ("call", None)
    assert follow_ups.promises(network, None) == []
    contacts.delete(network, ["Bo", "Caro"])
    with network.store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM interaction").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM participant").fetchone() == (0,)


def test_a_crowd_stays_one_when_somebody_is_deleted(network):
    names = tuple(f"P{n}" for n in range(9))
    for name in names:
        contacts.add(network, Said(name=name))
    conversations.log(network, Happened(names, "Conference", kind="meeting"))
    assert person(network, "P1").last_contact_on is None
    contacts.delete(network, ["P0"])
    assert person(network, "P1").last_contact_on is None


def test_tags_are_put_on_taken_off_and_counted(network):
    for name in ("Ana", "Bo"):
        contacts.add(network, Said(name=name))
    contacts.tag(network, ["Ana", "Bo"], ["Sea", "#old friends"], off=[])
    contacts.tag(network, ["Bo"], ["SEA"], off=["old  friends"])
    line = contacts.set_tag(network, "sea", cadence="1m", circle=True)
    assert line == ("Sea", "1m", True, 2)
    assert contacts.tags(network) == [("old friends", "", False, 1), ("Sea", "1m", True, 2)]
    assert contacts.set_tag(network, "sea", cadence="none", circle=None) == ("Sea", "", True, 2)
    with pytest.raises(NotFound):
        contacts.tag(network, ["Bo"], [], off=["old friends"])


def test_the_shortest_cadence_of_the_tags_rules_unless_there_is_an_own_one(network):
    contacts.add(network, Said(name="Ana", tags=("a", "b")))
    conversations.log(network, Happened(("Ana",), on="2025-06-01"))
    contacts.set_tag(network, "a", cadence="1m", circle=None)
    contacts.set_tag(network, "b", cadence="3w", circle=None)
    assert person(network, "Ana").next_due_on == date(2025, 6, 22)
    contacts.edit(network, "Ana", Said(cadence="1y"))
    assert person(network, "Ana").next_due_on == date(2026, 6, 1)
    contacts.edit(network, "Ana", Said(cadence="none", remove=("tag:b",)))
    assert person(network, "Ana").next_due_on == date(2025, 7, 1)
    garden.rest(network, ["Ana"])
    assert person(network, "Ana").next_due_on is None
