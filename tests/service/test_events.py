"""Events: added, found by name, people met there once, closed, and what came of them."""

from datetime import date, timedelta

import pytest

from crm.errors import CrmError
from crm.services import afterwards, contacts, conversations, event_meet, events, history
from crm.services.agenda import day_list
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.event_meet import Noted
from crm.services.events import EventSaid
from crm.store.reads import contacts as contact_reads
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed

FAIR = EventSaid(
    "CodeMotion 2025", "2025-06-30", "2025-07-01", "La Nave, Madrid", "Codemotion", "CodeMotion",
    "To be known", "a free audit", None, ("meet 2 copywriters", "a talk"), ("Luis", "Nora Peña"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


@pytest.fixture
def fair(network):
    contacts.add(network, Said(name="Luis Gil"), book=True)
    events.add(network, FAIR)
    return network


def on(context, days):
    return context._replace(today=TODAY + timedelta(days))


def met(context, name, **said):
    return event_meet.meet(context, 1, Noted(name, **said))


def details(context, name):
    with context.store.reading() as connection:
        (found,) = contact_reads.by_exact_name(connection, name.lower(), 2)
        return contact_reads.details(connection, found.id)


def refused(code, deed, *args, **kwargs):
    with pytest.raises(CrmError) as raised:
        deed(*args, **kwargs)
    assert raised.value.code == code
    return raised.value


def test_an_event_has_aims_with_targets_and_people_to_meet(fair):
    card = events.card(fair, "codemotion")
    assert [(aim.text, aim.target, aim.reached) for aim in card.aims] == [
        ("meet 2 copywriters", 2, 0), ("a talk", 1, 0),
    ]  # fmt: skip
    assert [person.name for person in card.to_meet] == ["Luis Gil", "Nora Peña"]
    assert card.met == []
    assert not contacts.named(fair, ["nora"])[0].in_garden
    assert (card.event.starts_on, card.event.ends_on) == (TODAY, date(2025, 7, 1))


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (EventSaid("", "today"), "empty-text"), (EventSaid("A", "soon"), "bad-date"),
        (EventSaid("A", None), "empty-text"),
        (EventSaid("A", "2025-07-02", "2025-07-01"), "event-ends-before"),
        (EventSaid("A", "today", aims=("a", "b", "c", "d")), "too-many-aims"),
        (EventSaid("CODEMOTION  2025", "2025-06-30"), "event-exists"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(fair, said, code):
    refused(code, events.add, fair, said)
    assert len(events.events(fair, everything=True)) == 1


def test_of_a_series_the_nearest_is_meant(fair):
    events.add(fair, EventSaid("CodeMotion 2024", "2024-06-30", series="Codemotion"))
    events.add(fair, EventSaid("Code Camp", "2025-09-01"))
    events.add(fair, EventSaid("Code Camp", "2026-09-01"))
    names = {said: events.card(fair, said).event.id for said in (
        "1", "codemotion", "CODEMOTION 2024", "code camp", "motion", "2024",
    )}  # fmt: skip
    assert names == {
        "1": 1, "codemotion": 1, "CODEMOTION 2024": 2, "code camp": 3, "motion": 1, "2024": 2,
    }  # fmt: skip
    error = refused("ambiguous-event", events.card, fair, "code")
    assert len(error.params["titles"]) == 4
    for nothing in ("", "  ", "none", "9" * 30):
        refused("no-event", events.card, fair, nothing)
    later = on(fair, 400)
    assert events.card(later, "code camp").event.id == 4


def test_a_list_has_what_is_to_come_and_what_is_to_be_closed(fair):
    events.add(fair, EventSaid("Camp", "2025-09-01"))
    later = on(fair, 5)
    lines = events.events(later)
    assert [(line.event.name, line.is_to_close) for line in lines] == [
        ("CodeMotion 2025", True), ("Camp", False),
    ]  # fmt: skip
    assert [line.event.name for line in events.events(later, past=True)] == ["CodeMotion 2025"]
    assert lines[0].counts == (2, 0, 0)


def test_a_new_person_is_met_once_and_is_fresh(fair):
    first = met(fair, "Ana Ruiz", roles=("copywriter",), facts=("work: looks for clients",))
    assert (first.is_new, first.again, first.logged.kind) == (True, False, "meeting")
    again = met(fair, "ana", promises=("send the deck by friday",), words="a coffee")
    assert (again.is_new, again.again, again.logged.id) == (False, True, first.logged.id)
    person = details(fair, "Ana Ruiz")
    assert (person.met_on, person.met_at, person.garden_since) == (TODAY, "CodeMotion 2025", TODAY)
    assert person.traits["role"] == ["copywriter"]
    assert [p.name for p in events.card(fair, "1").met] == ["Ana Ruiz"]
    tomorrow = day_list(on(fair, 1)).lines
    assert [line.name for line in tomorrow] == ["Ana Ruiz"]
    assert "fresh" in [reason.code for reason in tomorrow[0].reasons]


def test_whoever_was_to_be_met_is_met_for_the_first_time(fair):
    met(fair, "luis")
    assert details(fair, "Luis Gil").met_on == TODAY
    assert [person.name for person in events.card(fair, "1").to_meet] == ["Nora Peña"]


def test_a_friend_who_is_met_there_is_no_new_acquaintance(fair):
    contacts.add(fair, Said(name="Old Friend"))
    contacts.add(fair, Said(name="Logged"), book=True)
    conversations.log(fair, Happened(("Logged",), "Hello", on="2025-05-01"))
    for name in ("Old Friend", "Logged"):
        met(fair, name)
        assert details(fair, name).met_on is None


def test_it_is_never_guessed_who_was_met(fair):
    contacts.add(fair, Said(name="Marta Soler"), book=True)
    contacts.add(fair, Said(name="Marta Gil"), book=True)
    refused("ambiguous-person", met, fair, "Marta")
    contacts.delete(fair, ["Marta Gil"])
    refused("met-or-new", met, fair, "Marta")
    assert met(fair, "Marta Vila").is_new
    assert met(fair, "Marta").person.name == "Marta Vila"
    assert event_meet.meet(fair, 1, Noted("Marta"), new_one=True).is_new
    assert met(fair, "Mart").is_new
    refused("nobody", met, fair, "999")


def test_a_meeting_is_on_a_day_of_the_event(fair):
    events.add(fair, EventSaid("Camp", "2025-09-01", "2025-09-02"))
    refused("event-to-come", event_meet.meet, fair, 2, Noted("Eva"))
    after = on(fair, 4)
    assert met(after, "Eva").logged.day == date(2025, 7, 1)
    first_day = event_meet.meet(after, 1, Noted("Tom"), on="2025-06-30")
    assert first_day.logged.day == TODAY
    refused("day-outside-event", event_meet.meet, after, 1, Noted("Bo"), on="2025-07-02")


def test_what_is_logged_at_an_event_puts_people_there(fair):
    happened = Happened(("Eva",), "Coffee", kind="meeting", event="codemotion")
    conversations.log(fair, happened, create=True)
    card = events.card(fair, "1")
    assert [(person.name, person.on) for person in card.met] == [("Eva", TODAY)]
    assert details(fair, "Eva").met_at == "CodeMotion 2025"
    afterwards.drop(fair, card.met[0].interaction_id)
    assert events.card(fair, "1").met == []
    conversations.log(fair, Happened(("Eva",), event="codemotion", on="2025-05-01"))
    conversations.log(fair, Happened(("Eva",), event="elsewhere"))
    plan = conversations.log(fair, Happened(("Eva",), event="codemotion", planned=True))
    assert events.card(fair, "1").met == []
    conversations.hold(fair, plan.id)
    assert [person.name for person in events.card(fair, "1").met] == ["Eva"]


def test_a_name_means_the_one_of_todays_event(fair):
    from crm.services import reading

    contacts.add(fair, Said(name="Nora Vidal"), book=True)

    def meant(context, line):
        return [p.name for p in reading.read(context, line, Happened(())).people[0].people]

    assert meant(fair, "Coffee with Nora") == ["Nora Peña"]
    assert len(meant(on(fair, 9), "Coffee with Nora")) == 2
    contacts.add(fair, Said(name="Nora Sanz"))
    assert len(meant(fair, "Coffee with Nora")) == 3


def test_the_event_of_today_needs_no_name(fair):
    def found(context, *words):
        event, line = event_meet.event_and_line(context, list(words))
        return event.id, line

    assert found(fair, "Ana: copywriter") == (1, "Ana: copywriter")
    assert found(fair, "Ana Ruiz") == (1, "Ana Ruiz")
    assert found(fair, "codemotion", "Ana", "Ruiz") == (1, "Ana Ruiz")
    assert found(fair) == (1, "")
    later = on(fair, 5)
    assert found(later, "codemotion", "Ana") == (1, "Ana")
    refused("no-event-today", event_meet.event_and_line, later, [])
    refused("no-event", event_meet.event_and_line, later, ["Ana"])


def test_an_event_is_changed_moved_and_taken_out(fair):
    card = events.edit(fair, "1", EventSaid(on="2025-07-07", place="Online", aims=("rest",)))
    assert (card.event.starts_on, card.event.ends_on) == (date(2025, 7, 7), date(2025, 7, 8))
    assert (card.event.place, len(card.aims)) == ("Online", 3)
    refused("too-many-aims", events.edit, fair, "1", EventSaid(aims=("more",)))
    assert events.delete(fair, "1").name == "CodeMotion 2025"
    assert events.events(fair, everything=True) == []
    assert history.history(fair, 1)[0].action == "event-delete"
