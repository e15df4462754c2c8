"""What happened: what counts as a contact, what follows from it, what is read out of words."""

from datetime import date

import pytest

from crm.domain.cadence import NO_CONTACT
from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, follow_ups
from crm.services.card import card
from crm.services.contacts import Said
from crm.services.conversations import KINDS, Happened
from crm.services.timeline import timeline
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


@pytest.fixture
def ana(network):
    contacts.add(network, Said(name="Ana", cadence="1m"))
    return network


def log(network, *people, create=False, **happened):
    return conversations.log(network, Happened(people, **happened), create=create)


def person(network, who="Ana"):
    return card(network, who).person


@pytest.mark.parametrize("kind", KINDS)
def test_what_counts_as_contact_is_a_matter_of_kind(ana, kind):
    unspoken = person(ana).next_due_on
    log(ana, "Ana", kind=kind, on="2025-06-15")
    counts = kind not in NO_CONTACT
    assert person(ana).last_contact_on == (date(2025, 6, 15) if counts else None)
    assert person(ana).next_due_on == (date(2025, 7, 15) if counts else unspoken)


def test_more_than_eight_people_are_no_contact_and_eight_are(network):
    names = tuple(f"P{n}" for n in range(9))
    for name in names:
        contacts.add(network, Said(name=name))
    log(network, *names, kind="meeting")
    assert person(network, "P0").last_contact_on is None
    log(network, *names[:8], kind="meeting")
    assert person(network, "P0").last_contact_on == TODAY
    assert person(network, "P8").last_contact_on is None


def test_several_people_are_one_interaction_and_a_repeated_one_is_one(ana):
    contacts.add(ana, Said(name="Bo"))
    told = log(ana, "Ana", "Bo", "1", summary="Lunch")
    assert [p.name for p in told.people] == ["Ana", "Bo"]
    with ana.store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM interaction").fetchone() == (1,)
    assert card(ana, "Ana").timeline == card(ana, "Bo").timeline
    assert card(ana, "Ana").timeline[0].people == 2


def test_a_plan_counts_only_once_held(ana):
    plan = log(ana, "Ana", kind="meeting", on="2025-07-04")
    assert (plan.planned, person(ana).last_contact_on) == (True, None)
    held = conversations.hold(ana._replace(today=date(2025, 7, 5)), plan.id)
    assert (held.day, held.planned, held.planted) == (date(2025, 7, 4), False, [])
    assert person(ana).last_contact_on == date(2025, 7, 4)
    with pytest.raises(WrongUsage) as raised:
        conversations.hold(ana, plan.id)
    assert raised.value.code == "not-planned"
    with pytest.raises(NotFound):
        conversations.hold(ana, 99)


def test_a_plan_held_before_its_day_was_held_today(ana):
    plan = log(ana, "Ana", on="2025-07-04")
    assert conversations.hold(ana, plan.id).day == TODAY
    assert person(ana).last_contact_on == TODAY


def test_logging_late_moves_nothing_but_the_anchor(ana):
    log(ana, "Ana", on="2025-06-20")
    assert person(ana).next_due_on == date(2025, 7, 20)
    later = ana._replace(today=date(2025, 7, 27))
    log(later, "Ana", on="2025-07-20")
    assert person(ana).next_due_on == date(2025, 8, 20)
    log(later, "Ana", on="2025-05-01")
    assert person(ana).next_due_on == date(2025, 8, 20)


def test_known_since_moves_back_with_the_first_interaction(ana):
    contacts.edit(ana, "Ana", Said(known_since="2025-01-01"))
    log(ana, "Ana", on="2025-02-01")
    assert person(ana).known_since == date(2025, 1, 1)
    log(ana, "Ana", on="2024-12-01", planned=True)
    assert person(ana).known_since == date(2025, 1, 1)
    log(ana, "Ana", on="2024-06-01")
    assert person(ana).known_since == date(2024, 6, 1)
    plan = log(ana, "Ana", on="2023-06-01", planned=True)
    conversations.hold(ana, plan.id)
    assert person(ana).known_since == date(2023, 6, 1)
    contacts.edit(ana, "Ana", Said(known_since=""))
    log(ana, "Ana", on="2020-06-01")
    assert person(ana).known_since is None


@pytest.mark.parametrize(
    ("happened", "depth"),
    [
        ({}, 0), ({"summary": "Coffee"}, 0), ({"summary": "Coffee", "facts": ("a",)}, 1),
        ({"summary": "Coffee", "promises": ("send",)}, 1),
        ({"summary": "Coffee", "their_promises": ("send",)}, 1),
        ({"summary": "Coffee", "facts": ("a", "b", "c")}, 2), ({"facts": ("a", "b", "c")}, 0),
        ({"depth": 3}, 3), ({"summary": "Coffee", "facts": ("a",), "depth": 0}, 0),
    ],
)  # fmt: skip
def test_depth_follows_from_what_was_learned(ana, happened, depth):
    log(ana, "Ana", **happened)
    assert card(ana, "Ana").timeline[0].depth == depth


def test_without_words_nothing_is_guessed(ana):
    told = log(ana, "Ana")
    assert (told.kind, told.side, told.day, told.planned) == ("message", "both", TODAY, False)
    happening = card(ana, "Ana").timeline[0]
    assert (happening.begun_by, happening.ask, happening.answered) == (None, False, None)


def test_all_that_was_said_is_kept(ana):
    told = log(
        ana, "Ana", summary="Coffee", kind="MEETING", on="yesterday", side="Them", begun_by="me",
        ask=True, talked="they", questions=4, followups=2, event="CodeMotion", place="Pier",
        minutes=45, tags=("sea", "#work"), answered=True,
        facts=("work: moves to Lisbon", "sings: badly", "Dream : a bakery"),
        promises=("send the portfolio by friday", "think about it", "paint it by hand"),
        their_promises=("call back el lunes",),
    )  # fmt: skip
    happening = card(ana, "Ana").timeline[0]
    assert happening._asdict() == {
        "id": told.id, "day": date(2025, 6, 29), "kind": "meeting", "side": "them",
        "begun_by": "me", "depth": 2, "ask": True, "planned": False, "answered": True,
        "place": "Pier", "event": "CodeMotion", "duration_minutes": 45, "summary": "Coffee",
        "people": 1,
    }  # fmt: skip
    assert person(ana).tags == ("sea", "work")
    facts = sorted((f.kind, f.text, f.source, f.day) for f in card(ana, "Ana").facts)
    assert facts == [
        ("dream", "a bakery", "meeting", date(2025, 6, 29)),
        ("life", "sings: badly", "meeting", date(2025, 6, 29)),
        ("work", "moves to Lisbon", "meeting", date(2025, 6, 29)),
    ]
    promises = [(p.mine, p.text, p.due_on, p.made_on) for p in follow_ups.promises(ana, "Ana")]
    assert promises == [
        (False, "call back", TODAY, date(2025, 6, 29)),
        (True, "send the portfolio", date(2025, 7, 4), date(2025, 6, 29)),
        (True, "think about it", None, date(2025, 6, 29)),
        (True, "paint it by hand", None, date(2025, 6, 29)),
    ]
    with ana.store.reading() as connection:
        row = "SELECT listen_share, questions, followups FROM interaction"
        assert connection.execute(row).fetchone() == (65, 4, 2)
    log(ana, "Ana", listen=12, talked="me", promises=("call el viernes",), on="2025-08-01")
    with ana.store.reading() as connection:
        found = connection.execute("SELECT listen_share FROM interaction WHERE id = 2").fetchone()
    assert found == (12,)
    made = {p.text: p.made_on for p in follow_ups.promises(ana, "Ana")}
    assert made["call"] == TODAY  # a plan to come is promised today


@pytest.mark.parametrize(
    ("happened", "code"),
    [
        ({"kind": "wave"}, "unknown-value"), ({"side": "us"}, "unknown-value"),
        ({"begun_by": "us"}, "unknown-value"), ({"talked": "much"}, "unknown-value"),
        ({"depth": 4}, "out-of-range"), ({"depth": -1}, "out-of-range"),
        ({"listen": 101}, "out-of-range"), ({"questions": -1}, "out-of-range"),
        ({"followups": 10_001}, "out-of-range"), ({"minutes": 0}, "out-of-range"),
        ({"on": "someday"}, "bad-date"), ({"on": "9999999d"}, "date-out-of-range"),
        ({"summary": "a\0"}, "nul-in-text"), ({"facts": ("work:",)}, "empty-text"),
        ({"facts": (" ",)}, "empty-text"), ({"promises": ("",)}, "empty-text"),
        ({"tags": ("#",)}, "empty-text"), ({"event": "\udc80"}, "surrogate-in-text"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_and_nothing_is_logged(ana, happened, code):
    with pytest.raises(WrongUsage) as raised:
        log(ana, "Ana", **happened)
    assert raised.value.code == code
    assert (card(ana, "Ana").timeline, card(ana, "Ana").promises) == ([], [])


def test_nobody_and_the_unknown_are_errors_unless_they_are_to_be_made(network):
    with pytest.raises(WrongUsage) as raised:
        log(network)
    assert raised.value.code == "nobody-named"
    with pytest.raises(NotFound):
        log(network, "Ana")
    told = log(network, "Ana", "Bo", "ana", create=True)
    assert [p.name for p in told.people] == ["Ana", "Bo"]
    assert [p.in_garden for p in told.people] == [True, True]
    contacts.add(network, Said(name="Ana María"))
    contacts.add(network, Said(name="Ana Belén"))
    with pytest.raises(WrongUsage) as raised:
        log(network, "ana ", "Ana ma", "an", create=True)
    assert raised.value.code == "ambiguous-person"
    assert len(card(network, "Ana").timeline) == 1


def test_who_joined_by_it_is_told(network):
    contacts.add(network, Said(name="Ana"), book=True)
    contacts.add(network, Said(name="Bo"))
    assert log(network, "Ana", "Bo").planted == ["Ana"]
    contacts.archive(network, ["Ana"])
    assert log(network, "1").planted == []


def test_the_archived_answer_by_id_and_do_not_join(network):
    contacts.add(network, Said(name="Ana"), book=True)
    contacts.archive(network, ["Ana"])
    assert log(network, "1").planted == []
    assert person(network, "1").garden_since is None
    assert person(network, "1").last_contact_on == TODAY


def test_a_card_shows_the_relation(ana):
    assert (card(ana, "Ana").band, card(ana, "Ana").dry_in_days) == ("seed", 0)
    for on in ("2025-06-01", "2025-06-10", "2025-06-20", "2025-06-29"):
        log(ana, "Ana", on=on, kind="meeting", depth=3)
    shown = card(ana, "Ana", timeline=2)
    assert shown.band in {"thriving", "healthy"}
    assert shown.dry_in_days > 5
    assert [happening.day.day for happening in shown.timeline] == [29, 20]
    assert shown.goals == shown.facts == []


def test_a_window_of_the_timeline_names_who_else_was_there(network):
    for name in ("Ana", "Bo", "Cy"):
        contacts.add(network, Said(name=name))
    log(network, "Ana", summary="one", on="2025-06-01")
    log(network, "Bo", "Ana", "Cy", summary="two", on="2025-06-02")
    log(network, "Bo", summary="three", on="2025-06-03")
    found = [(m.happening.summary, m.others) for m in timeline(network, 1, 5)]
    assert found == [("two", ["Bo", "Cy"]), ("one", [])]
    assert [m.happening.summary for m in timeline(network, 1, 1, 1)] == ["one"]
