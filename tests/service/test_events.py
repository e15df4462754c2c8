"""Events: added, found by name, people met there once, closed, and what came of them."""

from datetime import date, timedelta

import pytest

from crm.domain.introductions import Move
from crm.errors import CrmError
from crm.services import (
    afterwards,
    agenda,
    contacts,
    conversations,
    event_close,
    event_meet,
    event_prep,
    event_yield,
    events,
    follow_ups,
    garden,
    giving,
    goals,
    history,
    introductions,
    mentors,
    profile,
    projects,
)
from crm.services.agenda import day_list
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.event_meet import Noted
from crm.services.events import EventSaid
from crm.services.giving import GivingSaid
from crm.services.goals import GoalSaid
from crm.services.mentors import Agreed
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


def test_all_of_them_by_how_far_they_are(fair):
    for name, day in (("Camp", "2025-09-01"), ("Old", "2024-03-01"), ("Older", "2023-03-01")):
        events.add(fair, EventSaid(name, day))
    for name in ("Old", "Older"):
        event_close.close(fair, name, keep=[])

    def shown(context):
        found = events.by_phase(context).items()
        return [(phase.value, [line.event.name for line in lines]) for phase, lines in found]

    closed = ("closed", ["Old", "Older"])
    assert shown(on(fair, 1)) == [
        ("now", ["CodeMotion 2025"]), ("to-close", []), ("coming", ["Camp"]), closed,
    ]  # fmt: skip
    assert shown(on(fair, 5))[:2] == [("now", []), ("to-close", ["CodeMotion 2025"])]


def test_what_is_understood_of_a_line_is_foreseen_and_nothing_written(fair):
    noted, known = event_meet.foreseen(fair, 1, "Zoe, copywriter: wants clients")
    assert (noted.name, noted.roles, known) == ("Zoe", ("copywriter",), None)
    met(fair, "Zoe Ray")
    noted, known = event_meet.foreseen(fair, 1, "zoe: a dog")
    assert (noted.name, known.name) == ("zoe", "Zoe Ray")
    contacts.add(fair, Said(name="Zoe Ray"))
    refused("meet-whom", event_meet.foreseen, fair, 1, ": nobody")
    assert len(events.card(fair, "1").met) == 1


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


@pytest.mark.parametrize("closed", [False, True])
def test_an_event_that_was_held_is_taken_out_only_when_it_is_meant(fair, closed):
    if closed:
        event_close.close(fair, "1", keep=[])
    else:
        met(fair, "Ana Ruiz")
    refused("event-held", events.delete, fair, "1")
    assert len(events.events(fair, everything=True)) == 1
    assert events.delete(fair, "1", held=True).name == "CodeMotion 2025"
    history.undo(fair)
    assert events.is_held(events.card(fair, "1"))


@pytest.fixture
def after(fair):
    """Give the second workday after the fair: four met, one of them an old friend."""
    contacts.add(fair._replace(today=date(2025, 1, 1)), Said(name="Old Friend"))
    for name in ("Ana Ruiz", "Tom", "luis", "Old Friend"):
        met(fair, name, roles=("copywriter",) if name == "Ana Ruiz" else ())
    follow_ups.promise(fair, "luis", "send the link", by=None)
    return on(fair, 2)


def stances(closing):
    return {each.person.name: str(each.stance) for each in closing.met}


def test_a_close_keeps_some_and_lets_the_others_go(after):
    asked = event_close.closing(after, "codemotion")
    assert stances(asked) == {
        "Ana Ruiz": "ask", "Tom": "ask", "Luis Gil": "ask", "Old Friend": "known",
    }  # fmt: skip
    assert asked.counted == [1, 0]
    closed = event_close.close(after, "1", keep=["ana"], reached={1: 2})
    assert stances(closed) == {
        "Ana Ruiz": "kept", "Tom": "let-go", "Luis Gil": "let-go", "Old Friend": "known",
    }  # fmt: skip
    assert [aim.reached for aim in closed.aims] == [2, 0]
    garden = {name: details(after, name).garden_since is not None for name in stances(closed)}
    assert garden == {"Ana Ruiz": True, "Tom": False, "Luis Gil": False, "Old Friend": True}
    assert [line.name for line in day_list(after).lines if line.terms.fresh] == ["Ana Ruiz"]
    assert [promise.text for promise in follow_ups.promises(after, "luis")] == ["send the link"]
    history.undo(after)
    assert stances(event_close.closing(after, "1")) == stances(asked)


def test_whoever_was_chosen_since_is_kept_without_asking(after):
    garden.plant(after, [("Tom", "1m")])
    goals.add(after, GoalSaid("Find work", "primary", people=("ana",)))
    garden.rest(after, ["luis"])
    closed = event_close.close(after, "1", keep=[])
    assert stances(closed) == {
        "Ana Ruiz": "kept", "Tom": "kept", "Luis Gil": "let-go", "Old Friend": "known",
    }  # fmt: skip


def test_a_cadence_of_a_tag_keeps_as_one_of_their_own_does(after):
    contacts.tag(after, ["ana"], ["clients"], off=[])
    contacts.tag(after, ["tom"], ["others"], off=[])
    contacts.set_tag(after, "clients", cadence="1m", circle=None)
    asked = stances(event_close.closing(after, "1"))
    assert (asked["Ana Ruiz"], asked["Tom"]) == ("kept", "ask")


COMMITMENTS = {
    "mentor": lambda on: mentors.add(on, "tom", Agreed("pricing")),
    "mentee": lambda on: mentors.add(on, "tom", Agreed("pricing"), mentee=True),
    "project": lambda on: projects.add(on, "A guide", ["tom"]),
    "introduction": lambda on: introductions.propose(on, "tom", "Old Friend", "both run"),
    "introduced to": lambda on: introductions.propose(on, "Old Friend", "tom", "both run"),
}


@pytest.mark.parametrize("commitment", COMMITMENTS)
def test_whoever_one_is_committed_to_is_kept_without_asking(after, commitment):
    COMMITMENTS[commitment](after)
    asked = stances(event_close.closing(after, "1"))
    assert (asked["Tom"], asked["Ana Ruiz"], asked["Old Friend"]) == ("kept", "ask", "known")
    assert event_yield.yield_of(after, "1").found.followed_up.of == 3
    closed = event_close.close(after, "1", keep=[])
    assert stances(closed)["Tom"] == "kept"
    assert details(after, "Tom").garden_since == TODAY


def test_what_is_over_keeps_nobody(after):
    mentors.add(after, "ana", Agreed("pricing"), candidate=True)
    projects.add(after, "A guide", ["tom"])
    projects.end(after, "A guide", dropped=True)
    card = introductions.propose(after, "luis", "Old Friend", "both run", first="luis").card
    introductions.move(after, card.introduction.id, Move.ASKED)
    assert stances(event_close.closing(after, "1"))["Luis Gil"] == "kept"
    later = on(after, 16)
    assert set(stances(event_close.closing(later, "1")).values()) == {"ask", "known"}


@pytest.mark.parametrize("said", [{}, {1: 0}, {2: 3}])
def test_a_close_does_what_was_foreseen(after, said):
    before = event_close.foreseen(after, "1", keep=["tom", "Old Friend"], reached=said)
    assert before.counted == [said.get(1, 1), said.get(2, 0)]
    closed = event_close.close(after, "1", keep=["tom", "Old Friend"], reached=said)
    assert [aim.reached for aim in closed.aims] == closed.counted == before.counted
    foreseen = {name: "let-go" if s == "ask" else s for name, s in stances(before).items()}
    assert stances(closed) == foreseen
    assert (foreseen["Tom"], foreseen["Old Friend"]) == ("kept", "kept")


def test_what_cannot_be_closed_cannot_be_foreseen(after):
    def foreseen(keep, reached):
        return event_close.foreseen(after, "1", keep=keep, reached=reached)

    refused("not-met", foreseen, ["nora"], {})
    refused("no-aim", foreseen, [], {0: 1})
    refused("out-of-range", foreseen, [], {1: 10_000})
    event_close.close(after, "1", keep=[])
    refused("event-closed", foreseen, [], {})


def test_what_cannot_be_closed_is_refused(after):
    events.add(after, EventSaid("Camp", "2025-09-01"))
    refused("event-to-come", event_close.close, after, "camp", keep=[])
    refused("not-met", event_close.close, after, "1", keep=["nora"])
    refused("not-met", event_close.close, after, "1", keep=["Nobody"])
    refused("no-aim", event_close.close, after, "1", keep=[], reached={3: 1})
    refused("out-of-range", event_close.close, after, "1", keep=[], reached={1: 10_000})
    for wrong in ("", "1", "=2", "a=b", "1=-1", "1=²"):
        refused("bad-aim", event_close.reached_aims, [wrong])
    event_close.close(after, "1", keep=[])
    refused("event-closed", event_close.close, after, "1", keep=[])
    refused("event-closed", met, after, "Eva")
    conversations.log(after, Happened(("Eva",), event="codemotion", on="2025-06-30"), create=True)
    assert "Eva" not in stances(event_close.closing(after, "1"))


def test_the_yield_is_of_those_kept(after):
    before = event_yield.yield_of(after, "1")
    assert (before.met, before.kept, before.known, before.is_to_close) == (4, 0, 1, True)
    assert before.found.followed_up == (0, 3)
    conversations.log(after, Happened(("ana",), "Thanks", kind="message", side="me"))
    met_again = Happened(("tom",), "Coffee", kind="meeting", on="2025-07-20")
    later = on(after, 30)
    conversations.log(later, met_again)
    giving.gave(later, GivingSaid("ana", "A read of her page"))
    event_close.close(later, "1", keep=["ana", "tom"])
    found = event_yield.yield_of(later, "1").found
    assert (found.followed_up, found.second_touch) == ((1, 2), (1, 2))
    assert (found.with_fact, found.aims, found.helps, found.introductions) == ((0, 4), (0, 2), 1, 0)
    assert [each.event.name for each in event_yield.yields(later)] == ["CodeMotion 2025"]
    assert event_yield.yields(after._replace(today=date(2025, 6, 1))) == []


def test_an_event_that_is_over_is_asked_about_once(after):
    def questions(context):
        return [(q.code, q.event) for q in agenda.day_list(context).questions]

    asked = [("close", (1, "CodeMotion 2025"))]
    assert questions(after) == asked
    agenda.shown(after, agenda.day_list(after))
    assert questions(after) == asked
    assert questions(on(after, 3)) == []
    event_close.close(after, "1", keep=[])
    assert questions(after) == []


def test_before_going_one_screen_says_it_all(fair):
    profile.set_profile(fair, pitch="Fast pages", traits={"offer": ["an audit"]})
    goals.add(fair, GoalSaid("Clients", "primary", wants=("copywriter",)))
    contacts.add(fair, Said(name="Org", organisation="CODEMOTION"), book=True)
    contacts.add(fair, Said(name="Near", place="Madrid", roles=("copywriter",)))
    contacts.add(fair, Said(name="Far", place="Madrid"), book=True)
    contacts.add(fair, Said(name="Tagged", tags=("codemotion",)), book=True)
    contacts.add(fair, Said(name="Was", met_on="2024-06-01", met_at="CodeMotion 2024"))
    contacts.add(fair, Said(name="Went"), book=True)
    conversations.log(fair, Happened(("Went",), event="Codemotion 2023", on="2023-06-01"))
    found = event_prep.prep(fair, "code")
    assert (found.pitch, found.offer, len(found.questions)) == ("Fast pages", "a free audit", 3)
    assert [each.person.name for each in found.to_meet] == ["Luis Gil", "Nora Peña"]
    likely = {each.person.name: (each.reason, each.role) for each in found.likely}
    assert likely == {
        "Was": ("was-there", ""), "Went": ("was-there", ""), "Org": ("organisation", ""),
        "Tagged": ("tag", ""),
    }  # fmt: skip
    events.edit(fair, "1", EventSaid(people=("was", "went", "org", "tagged")))
    (near,) = event_prep.prep(fair, "code").likely
    assert (near.person.name, near.reason, near.role) == ("Near", "near", "copywriter")
    assert near.goal == "Clients"
    assert event_prep.prep(fair, "code").left_out == 2


def test_the_last_one_of_a_series_is_remembered(after):
    event_close.close(after, "1", keep=["ana"])
    events.add(after, EventSaid("CodeMotion 2026", "2026-06-29", series="codemotion"))
    found = event_prep.prep(after, "2")
    assert found.last_time is not None
    assert (found.last_time.met, found.last_time.kept) == (4, 1)
    assert "Ana Ruiz" in {each.person.name for each in found.likely}
