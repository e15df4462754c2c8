"""Mentorships: agreed on, overlapping, changed, ended; questions, guidance, levels, candidates."""

import json
from datetime import date, timedelta

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import (
    agenda,
    contacts,
    conversations,
    day_lines,
    follow_ups,
    goals,
    guidance,
    history,
    mentors,
    profile,
)
from crm.services.agenda import day_list
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.export import export_json
from crm.services.goals import GoalSaid
from crm.services.guidance import Advised
from crm.services.mentor_candidates import by_goal, candidates
from crm.services.mentors import Agreed
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed, state


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


@pytest.fixture
def people(network):
    contacts.add(network, Said(name="Carmen Aldaz"), book=True)
    contacts.add(network, Said(name="Leo", cadence="1w"))
    contacts.add(network, Said(name="Old Friend"))
    contacts.archive(network, ["Old Friend"])
    return network


@pytest.fixture
def carmen(people):
    agreed = Agreed(
        "prices", "1m", 30, "Call", until="2025-12-31", topics=("Prices", "scope", "PRICES")
    )
    mentors.add(people, "carmen", agreed)
    return people


def refused(deed, *given, **said):
    with pytest.raises((WrongUsage, NotFound)) as raised:
        deed(*given, **said)
    return raised.value.code


def _own(context, name):
    with context.store.reading() as connection:
        return connection.execute("SELECT cadence FROM contact WHERE name = ?", (name,)).fetchone()[
            0
        ]


def test_an_agreement_is_kept_as_it_was_made_and_plants_the_mentor(people):
    agreed = Agreed("prices", "1m", 30, "Call", until="2025-12-31", topics=("Prices", "PRICES"))
    begun = mentors.add(people, "carmen", agreed)
    known = begun.card.mentorship
    assert (known.name, known.direction, known.state) == ("Carmen Aldaz", "mentor", "active")
    assert (known.phase, known.purpose, known.rhythm) == ("initiation", "prices", "1m")
    assert (known.session_minutes, known.channel) == (30, "call")
    assert (known.starts_on, known.until_on) == (TODAY, date(2025, 12, 31))
    assert [topic.name for topic in begun.card.topics] == ["Prices"]
    assert (begun.planted, begun.cadence_set, begun.cadence_kept) == (True, True, "")
    assert _own(people, "Carmen Aldaz") == "1m"
    assert known.next_due_on is not None


def test_a_rhythm_of_their_own_stays(people):
    begun = mentors.add(people, "leo", Agreed(every="1m"), mentee=True)
    assert (begun.planted, begun.cadence_set, begun.cadence_kept) == (False, False, "1w")
    assert _own(people, "Leo") == "1w"
    assert begun.card.mentorship.direction == "mentee"


def test_without_a_rhythm_the_cadence_stays_as_it_is(people):
    begun = mentors.add(people, "carmen", Agreed())
    assert (begun.planted, begun.cadence_set, _own(people, "Carmen Aldaz")) == (True, False, "")


def test_a_candidate_is_not_planted_and_becomes_a_mentor(people):
    begun = mentors.add(people, "carmen", Agreed("prices"), candidate=True)
    assert begun.card.mentorship.state == "candidate"
    assert not contacts.named(people, ["carmen"])[0].in_garden
    assert refused(mentors.add, people, "carmen", Agreed(), candidate=True) == "candidate-already"
    agreed = mentors.add(people, "carmen", Agreed(every="2w"))
    assert agreed.card.mentorship.id == begun.card.mentorship.id
    assert (agreed.card.mentorship.state, agreed.card.mentorship.purpose) == ("active", "prices")
    assert agreed.planted


@pytest.mark.parametrize(
    ("who", "agreed", "code"),
    [
        ("nobody", Agreed(), "nobody"),
        ("3", Agreed(), "archived-person"),
        ("carmen", Agreed(every="often"), "bad-cadence"),
        ("carmen", Agreed(minutes=0), "out-of-range"),
        ("carmen", Agreed(until="2025-06-29"), "not-to-come"),
        ("carmen", Agreed(starts="2025-08-01", until="2025-07-31"), "ends-before-start"),
        ("carmen", Agreed(until="soon"), "bad-date"),
        ("carmen", Agreed(purpose="a\0b"), "nul-in-text"),
        ("me", Agreed(), "mentor-of-oneself"),
        ("yo", Agreed(), "mentor-of-oneself"),
        ("Marina Vidal", Agreed(), "mentor-of-oneself"),
    ],
)  # fmt: skip
def test_what_cannot_be_agreed_on_is_refused(people, who, agreed, code):
    profile.set_profile(people, name="Marina Vidal")
    before = state(people)
    assert refused(mentors.add, people, who, agreed) == code
    assert state(people) == before


def test_a_namesake_is_not_taken_for_oneself_unawares(people):
    profile.set_profile(people, name="LEO")
    assert refused(mentors.add, people, "leo", Agreed()) == "mentor-of-namesake"
    contacts.edit(people, "leo", Said(name="Leo Prado"))
    assert mentors.add(people, "prado", Agreed()).card.mentorship.name == "Leo Prado"


@pytest.mark.parametrize(
    ("agreed", "code"),
    [
        (Agreed(), "mentorship-overlaps-until"),
        (Agreed(starts="2025-12-31"), "mentorship-overlaps-until"),
        (Agreed(starts="2025-01-01"), "mentorship-overlaps-until"),
        (Agreed(starts="2026-01-01"), None),
    ],
)
def test_agreements_with_a_person_do_not_overlap(carmen, agreed, code):
    if code is None:
        assert mentors.add(carmen, "carmen", agreed).card.mentorship.id == 2
        assert len(mentors.cards(carmen)) == 2
        assert mentors.card(carmen, "carmen").mentorship.id == 1
    else:
        assert refused(mentors.add, carmen, "carmen", agreed) == code
        assert len(mentors.cards(carmen, ended=True)) == 1


def test_the_other_direction_and_other_people_do_not_overlap(carmen):
    mentors.add(carmen, "carmen", Agreed("Rust"), mentee=True)
    mentors.add(carmen, "leo", Agreed())
    assert [(c.mentorship.name, c.mentorship.direction) for c in mentors.cards(carmen)] == [
        ("Carmen Aldaz", "mentor"), ("Leo", "mentor"), ("Carmen Aldaz", "mentee"),
    ]  # fmt: skip
    assert mentors.card(carmen, "carmen").mentorship.direction == "mentor"
    assert mentors.card(carmen, "carmen", mentee=True).mentorship.purpose == "Rust"
    assert refused(mentors.card, carmen, "leo", mentee=True) == "no-mentee"


def test_after_the_end_there_may_be_another(carmen):
    card = mentors.end(carmen, "carmen")
    assert (card.mentorship.state, card.mentorship.ended_on) == ("ended", TODAY)
    assert card.nudges == []
    assert refused(mentors.end, carmen, "carmen") == "no-mentorship"
    assert mentors.card(carmen, "carmen").mentorship.state == "ended"
    assert mentors.cards(carmen) == []
    assert len(mentors.cards(carmen, ended=True)) == 1
    later = mentors.add(carmen, "carmen", Agreed("scope"))
    assert later.card.mentorship.id == 2
    assert mentors.card(carmen, "carmen").mentorship.purpose == "scope"
    assert contacts.named(carmen, ["carmen"])[0].in_garden


def test_an_end_lies_within_the_agreement_and_the_past(carmen):
    assert refused(mentors.end, carmen, "carmen", on="2025-06-29") == "ends-before-start"
    assert refused(mentors.end, carmen, "carmen", on="2025-07-01") == "day-to-come"


def test_a_changed_rhythm_takes_the_cadence_along_unless_it_is_their_own(carmen):
    begun = mentors.edit(carmen, "carmen", Agreed(every="45d", topics=("positioning",)))
    assert (begun.cadence_set, _own(carmen, "Carmen Aldaz")) == (True, "45d")
    assert [t.name for t in begun.card.topics] == ["Prices", "scope", "positioning"]
    contacts.edit(carmen, "carmen", Said(cadence="2w"))
    begun = mentors.edit(carmen, "carmen", Agreed(every="2m", until=""))
    assert (begun.cadence_set, begun.cadence_kept) == (False, "2w")
    assert begun.card.mentorship.until_on is None
    assert begun.card.mentorship.purpose == "prices"
    assert _own(carmen, "Carmen Aldaz") == "2w"


def test_the_beginning_of_an_agreement_can_be_put_right(carmen):
    begun = mentors.edit(carmen, "carmen", Agreed(starts="2025-01-15"))
    assert begun.card.mentorship.starts_on == date(2025, 1, 15)
    assert refused(mentors.edit, carmen, "carmen", Agreed(starts="2026-06-01")) == (
        "ends-before-start"
    )


def test_a_change_may_not_make_agreements_overlap(carmen):
    mentors.add(carmen, "carmen", Agreed(starts="2026-01-01"))
    assert refused(mentors.edit, carmen, "carmen", Agreed(until="2026-02-01")) == (
        "mentorship-overlaps"
    )
    assert mentors.edit(carmen, "carmen", Agreed(until="2025-10-01")).card.mentorship.id == 1


def test_phases_go_on_and_back(carmen):
    for phase in ("cultivation", "Separation", "initiation", "redefinition"):
        assert mentors.move(carmen, "carmen", phase).mentorship.phase == phase.lower()
    assert refused(mentors.move, carmen, "carmen", "harvest") == "unknown-value"
    assert refused(mentors.move, carmen, "leo", "cultivation") == "no-mentorship"


# Questions


def test_questions_wait_until_they_are_asked(carmen):
    card = guidance.ask(carmen, "carmen", "When to raise a price?", topic="prices")
    card = guidance.ask(carmen, "carmen", "Whom to refuse?", topic="clients")
    assert [(q.id, q.topic) for q in card.open_questions] == [(1, "Prices"), (2, "clients")]
    assert [t.name for t in card.topics] == ["Prices", "scope", "clients"]
    card = guidance.asked(carmen, "carmen", [2, 2])
    assert [q.id for q in card.open_questions] == [1]
    assert card.questions[1].asked_on == TODAY
    assert refused(guidance.asked, carmen, "carmen", [1, 2]) == "question-asked"
    assert mentors.card(carmen, "carmen").questions[0].asked_on is None
    assert refused(guidance.asked, carmen, "carmen", [9]) == "no-question"
    mentors.add(carmen, "leo", Agreed())
    assert refused(guidance.asked, carmen, "leo", [1]) == "no-question"
    assert refused(guidance.ask, carmen, "carmen", " ") == "empty-text"


# Guidance


def test_advice_logs_the_conversation_once(carmen):
    said = Advised("three packages", "they haggle", "a discount", "prices")
    first = guidance.advice(carmen, "carmen", said)
    assert (first.logged.kind, first.logged.day, first.candidate) == ("call", TODAY, False)
    assert first.guided.interaction_id == first.logged.id
    assert (first.guided.topic, first.guided.problem) == ("Prices", "they haggle")
    assert (first.guided.tried, first.guided.advice) == ("a discount", "three packages")
    second = guidance.advice(carmen, "carmen", Advised("say no"))
    assert second.logged is None
    assert second.guided.interaction_id == first.logged.id
    met = conversations.log(
        carmen, Happened(("carmen",), "Coffee", kind="meeting", on="2025-06-20")
    )
    third = guidance.advice(carmen, "carmen", Advised("rest", on="2025-06-20"))
    assert (third.logged, third.guided.interaction_id) == (None, met.id)


def test_a_reaction_is_no_conversation_and_a_channel_names_the_kind(people):
    mentors.add(people, "carmen", Agreed(over="email"))
    conversations.log(people, Happened(("carmen",), kind="reaction"))
    assert guidance.advice(people, "carmen", Advised("yes")).logged.kind == "email"
    mentors.add(people, "leo", Agreed(over="Zoom"))
    assert guidance.advice(people, "leo", Advised("yes")).logged.kind == "call"
    said = Advised("no", on="yesterday", kind="meeting")
    assert guidance.advice(people, "leo", said).logged.kind == "meeting"


def test_advice_answers_a_question(carmen):
    guidance.ask(carmen, "carmen", "When to raise a price?")
    looped = guidance.advice(carmen, "carmen", Advised("in January", question=1))
    assert looped.guided.problem == "When to raise a price?"
    assert mentors.card(carmen, "carmen").open_questions == []


def test_whoever_advises_becomes_a_candidate(people):
    looped = guidance.advice(people, "carmen", Advised("three packages"))
    assert looped.candidate
    card = mentors.card(people, "carmen")
    assert (card.mentorship.state, len(card.guidance)) == ("candidate", 1)
    assert not guidance.advice(people, "carmen", Advised("and say no")).candidate
    assert refused(guidance.advice, people, "3", Advised("x")) == "archived-person"
    assert refused(guidance.advice, people, "leo", Advised("x"), mentee=True) == "no-mentee"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Advised(" "), "empty-text"), (Advised("x", on="2025-07-01"), "day-to-come"),
        (Advised("x", kind="telepathy"), "unknown-value"),
        (Advised("x", question=7), "no-question"),
    ],
)  # fmt: skip
def test_advice_that_cannot_be_meant_changes_nothing(carmen, said, code):
    before = state(carmen)
    assert refused(guidance.advice, carmen, "carmen", said) == code
    assert state(carmen) == before


def test_the_loop_closes_when_the_result_is_reported_back(carmen):
    guidance.advice(carmen, "carmen", Advised("three packages", on="2025-06-10"))
    card = mentors.card(carmen, "carmen")
    assert [(n.code, n.params) for n in card.nudges] == [("no-result", {"id": 1, "days": 20})]
    assert refused(guidance.result, carmen, 1, reported=True) == "no-result-yet"
    assert refused(guidance.result, carmen, 1) == "say-result"
    assert refused(guidance.result, carmen, 9, "x") == "no-guidance"
    assert refused(guidance.result, carmen, 1, "x", on="2025-06-09") == "result-before-advice"
    tried = guidance.result(carmen, 1, did="sent three prices")
    assert (tried.guided.did, tried.guided.result_on) == ("sent three prices", None)
    came = guidance.result(carmen, 1, "the middle one", on="2025-06-25")
    assert (came.guided.result_on, came.guided.reported_on) == (date(2025, 6, 25), None)
    assert came.logged is None
    assert [n.code for n in mentors.card(carmen, "carmen").nudges] == ["report-back"]
    told = guidance.result(carmen, 1, reported=True)
    assert (told.guided.reported_on, told.logged.kind, told.logged.side) == (
        TODAY, "message", "me",
    )  # fmt: skip
    assert mentors.card(carmen, "carmen").nudges == []
    assert refused(guidance.result, carmen, 1, reported=True) == "reported-already"


def test_a_result_told_in_a_conversation_logs_no_second_one(carmen):
    guidance.advice(carmen, "carmen", Advised("three packages", on="2025-06-10"))
    conversations.log(carmen, Happened(("carmen",), "Told her", kind="call"))
    told = guidance.result(carmen, 1, "the middle one", reported=True)
    assert (told.logged, told.guided.reported_on) == (None, TODAY)


def test_what_a_mentee_made_of_advice_is_known_from_them(people):
    mentors.add(people, "leo", Agreed(), mentee=True)
    guidance.advice(people, "leo", Advised("write to five people", on="2025-06-10"))
    assert [n.code for n in mentors.card(people, "leo").nudges] == ["no-result"]
    told = guidance.result(people, 1, "two answered")
    assert (told.guided.reported_on, told.logged) == (TODAY, None)
    assert mentors.card(people, "leo").nudges == []


# Topics


def test_levels_take_the_training_wheels_off_and_suggest_a_longer_rhythm(carmen):
    for level in (1, 2, 3):
        card = guidance.level(carmen, "carmen", "prices", level, note=f"case {level}")
    topic = card.topics[0]
    assert (topic.level, topic.independence, topic.wheels_off) == (3, 50.0, False)
    assert (card.independence, card.nudges) == (50.0, [])
    for level in (4, 3):
        card = guidance.level(carmen, "carmen", "PRICES", level)
    assert card.topics[0].wheels_off
    assert [(n.code, n.params) for n in card.nudges] == [
        ("wheels-off", {"topics": ["Prices"], "cadence": "45d"})
    ]
    assert card.topics[1].level is None
    for _ in range(3):
        card = guidance.level(carmen, "carmen", "scope", 3, on="2025-05-01")
    assert [n.code for n in card.nudges] == ["wheels-off"]  # they have only begun
    mentors.move(carmen, "carmen", "cultivation")
    nudges = mentors.card(carmen, "carmen").nudges
    assert [n.code for n in nudges] == ["wheels-off", "redefine"]
    mentors.move(carmen, "carmen", "redefinition")
    later = carmen._replace(today=TODAY + timedelta(31))
    assert mentors.card(later, "carmen").nudges == []


def test_a_backdated_case_counts_on_its_day(carmen):
    for level, on in ((4, "2025-06-20"), (0, "2025-06-01"), (2, "2025-06-10")):
        card = guidance.level(carmen, "carmen", "prices", level, on=on)
    assert [case.level for case in card.topics[0].cases] == [0, 2, 4]
    assert card.topics[0].level == 4


@pytest.mark.parametrize("level", [-1, 5, 99])
def test_levels_go_from_0_to_4(carmen, level):
    assert refused(guidance.level, carmen, "carmen", "prices", level) == "out-of-range"


def test_an_agreement_that_ends_says_so(carmen):
    soon = carmen._replace(today=date(2025, 12, 20))
    assert [n.code for n in mentors.card(soon, "carmen").nudges] == ["ends-soon"]
    over = carmen._replace(today=date(2026, 1, 1))
    assert [n.code for n in mentors.card(over, "carmen").nudges] == ["time-over"]


def test_each_step_is_one_change(carmen):
    guidance.ask(carmen, "carmen", "Why?", topic="new")
    guidance.advice(carmen, "carmen", Advised("Because", question=1))
    guidance.result(carmen, 1, "fine", reported=True)
    guidance.level(carmen, "carmen", "new", 2)
    mentors.move(carmen, "carmen", "cultivation")
    mentors.edit(carmen, "carmen", Agreed(every="2m"))
    mentors.end(carmen, "carmen")
    assert [line.action for line in history.history(carmen, 8)] == [
        "mentor-end", "mentor-edit", "mentor-phase", "mentor-level", "mentor-result",
        "mentor-advice", "mentor-ask", "mentor-add",
    ]  # fmt: skip
    for _ in range(8):
        assert history.undo(carmen).subject == "Carmen Aldaz"
    assert mentors.cards(carmen, ended=True) == []
    assert not contacts.named(carmen, ["carmen"])[0].in_garden


# The day's list


def _lines(context, **said):
    return {line.name: line for line in day_list(context, everybody=True, **said).lines}


def test_a_result_to_report_brings_its_mentor_onto_the_list(carmen):
    said = Advised("three packages", topic="prices", on="2025-06-10")
    guidance.advice(carmen, "carmen", said)
    assert _lines(carmen) == {}
    guidance.result(carmen, 1, "the middle one")
    line = _lines(carmen)["Carmen Aldaz"]
    assert (line.terms.mentor, line.terms.deed, line.terms.overdue) == (12, 12, 0)
    assert [reason.code for reason in line.reasons] == ["report", "mentor"]
    assert line.reasons[0].params == {"advice": "three packages", "topic": "Prices"}
    assert line.grounds == {"report:1"}
    agenda.shown(carmen, day_list(carmen))
    (done,) = day_lines.done(carmen, [1])
    assert (done.told, done.logged.kind) == (("three packages",), "message")
    assert mentors.card(carmen, "carmen").guidance[0].reported_on == TODAY
    assert _lines(carmen) == {}


def test_a_result_told_after_a_conversation_of_the_day_logs_no_other(carmen):
    guidance.advice(carmen, "carmen", Advised("three packages", on="2025-06-10"))
    guidance.result(carmen, 1, "the middle one")
    conversations.log(carmen, Happened(("carmen",), "Lunch", kind="meeting"))
    agenda.shown(carmen, day_list(carmen))
    (done,) = day_lines.done(carmen, [1])
    assert (done.told, done.logged, done.name) == (("three packages",), None, "Carmen Aldaz")
    with pytest.raises(WrongUsage):
        day_lines.done(carmen, [1])


def test_mentors_mentees_and_candidates_count_when_they_are_due(people):
    mentors.add(people, "carmen", Agreed("prices", "1m"))
    contacts.add(people, Said(name="Marta", cadence="1w"))
    mentors.add(people, "leo", Agreed("his start"), mentee=True)
    mentors.add(people, "marta", Agreed(), candidate=True)
    mentors.add(people, "marta", Agreed(starts="2026-01-01"), mentee=True)
    later = people._replace(today=TODAY + timedelta(60))
    lines = _lines(later)
    assert {name: line.terms.mentor for name, line in lines.items()} == {
        "Carmen Aldaz": 12, "Leo": 6, "Marta": 6,
    }  # fmt: skip
    assert lines["Leo"].reasons[-1].params == {"standing": "mentee", "purpose": "his start"}
    assert lines["Marta"].reasons[-1].params["standing"] == "candidate"
    for name in ("carmen", "leo", "marta"):
        mentors.end(later, name)
    assert {line.terms.mentor for name, line in _lines(later).items() if name != "Marta"} == {0}


def test_a_goals_next_action_comes_before_a_result_to_report(carmen):
    guidance.advice(carmen, "carmen", Advised("three packages", on="2025-06-10"))
    guidance.result(carmen, 1, "the middle one")
    goals.add(carmen, GoalSaid("Fixed clients", "primary"))
    goals.next_action(carmen, "fixed", "ask about contracts", by="today", person="carmen")
    line = _lines(carmen)["Carmen Aldaz"]
    assert line.terms.deed == 20
    assert [reason.code for reason in line.reasons] == ["action", "report", "goal", "mentor"]
    assert "report:1" in line.grounds


def test_somebody_put_off_waits_with_their_result(carmen):
    guidance.advice(carmen, "carmen", Advised("three packages", on="2025-06-10"))
    guidance.result(carmen, 1, "the middle one")
    follow_ups.snooze(carmen, "carmen", "1w")
    assert _lines(carmen) == {}


# Candidates


@pytest.fixture
def sought(people):
    """Give a network with a goal that Carmen serves, and experience known of both."""
    profile.set_profile(people, experience_since="2018")
    contacts.edit(people, "carmen", Said(experience_since="2008-01"))
    goals.add(people, GoalSaid("Fixed clients", "primary", people=("carmen",)))
    goals.add(people, GoalSaid("Talks", "tertiary", wants=("speaker",), people=("leo",)))
    return people


def test_a_candidate_is_shown_with_every_term(sought):
    for n in range(2):
        guidance.advice(sought, "carmen", Advised("say no", on=f"2025-06-2{n}"))
    message = Happened(("carmen",), kind="message", side="me", on="2025-03-01")
    conversations.log(sought, message)
    conversations.log(sought, message._replace(on="2025-06-19"))
    conversations.log(sought, message._replace(on="2025-06-29"))
    (line,) = candidates(sought)
    assert (line.name, line.advice, line.years_ahead) == ("Carmen Aldaz", 2, 10.0)
    assert (line.goal.title, line.replies) == ("Fixed clients", (1, 2))
    terms = line.candidacy
    assert (terms.advice, terms.years_ahead, terms.goal, terms.reply_rate) == (20, 25, 20, 5)
    assert terms.warmth == pytest.approx(0.15 * line.warmth, abs=0.01)
    assert terms.score == pytest.approx(70 + 0.15 * line.warmth, abs=0.01)
    assert terms.unknown == []


def test_what_is_not_known_drops_out_and_the_rest_is_shown_on_demand(sought):
    assert candidates(sought) == []
    lines = candidates(sought, everybody=True)
    assert [(line.name, line.candidacy.score) for line in lines] == [
        ("Carmen Aldaz", 50.0), ("Leo", 12.31),
    ]  # fmt: skip
    assert lines[0].candidacy.unknown == ["reply_rate"]
    assert lines[1].candidacy.unknown == ["years_ahead", "reply_rate"]


def test_for_a_goal_only_that_goal_counts(sought):
    ranks = {
        goal: {line.name: line.candidacy.goal for line in candidates(
            sought, goal=goal, everybody=True)}
        for goal in ("fixed", "talks")
    }  # fmt: skip
    assert ranks == {"fixed": {"Carmen Aldaz": 20.0}, "talks": {"Leo": 8.0}}
    assert refused(candidates, sought, goal="nothing") == "no-goal"
    goals.close(sought, "talks", dropped=True)
    assert refused(candidates, sought, goal="talks") == "goal-closed"


def test_a_wanted_role_serves_a_goal_once_there_was_a_contact(sought):
    contacts.add(sought, Said(name="Nuria", roles=("speaker",)))
    contacts.add(sought, Said(name="Stranger", roles=("speaker",)), book=True)
    names = [line.name for line in candidates(sought, goal="talks", everybody=True)]
    assert names == ["Leo"]
    conversations.log(sought, Happened(("Nuria",), "Coffee", kind="meeting"))
    names = [line.name for line in candidates(sought, goal="talks", everybody=True)]
    assert names == ["Nuria", "Leo"]


def test_who_is_a_mentor_already_or_archived_is_no_candidate(sought):
    guidance.advice(sought, "leo", Advised("rest"))
    contacts.archive(sought, ["leo"])
    mentors.add(sought, "carmen", Agreed())
    assert candidates(sought, everybody=True) == []
    mentors.end(sought, "carmen")
    assert [line.name for line in candidates(sought, everybody=True)] == ["Carmen Aldaz"]


def test_whoever_was_noted_is_looked_at(people):
    mentors.add(people, "leo", Agreed(), candidate=True)
    assert [(line.name, line.candidacy.score) for line in candidates(people, everybody=True)] == [
        ("Leo", 0.0)
    ]


# Taken away


def test_the_export_holds_all_that_was_noted(carmen, tmp_path):
    guidance.ask(carmen, "carmen", "When?", topic="scope")
    guidance.advice(carmen, "carmen", Advised("three packages", topic="prices"))
    for level, on in ((3, "2025-06-20"), (1, "2025-06-01")):
        guidance.level(carmen, "carmen", "prices", level, on=on)
    mentors.add(carmen, "leo", Agreed(), mentee=True)
    target = tmp_path / "all.json"
    export_json(carmen, str(target))
    data = json.loads(target.read_text("utf-8"))
    first, second = data["mentorships"]
    assert first["contact"] == data["contacts"][0]["uid"]
    assert (first["direction"], first["rhythm"], first["until_on"]) == (
        "mentor", "1m", "2025-12-31",
    )  # fmt: skip
    assert first["topics"] == [
        {"name": "Prices", "cases": [
            {"day": "2025-06-01", "level": 1, "note": ""},
            {"day": "2025-06-20", "level": 3, "note": ""},
        ]},
        {"name": "scope", "cases": []},
    ]  # fmt: skip
    assert (first["questions"][0]["text"], first["questions"][0]["topic"]) == ("When?", "scope")
    assert first["guidance"][0]["interaction"] == data["interactions"][0]["uid"]
    assert (second["direction"], second["guidance"]) == ("mentee", [])
    export_json(carmen, str(target), about="leo", force=True)
    about = json.loads(target.read_text("utf-8"))["mentorships"]
    assert [row["uid"] for row in about] == [second["uid"]]


def test_possible_mentors_are_grouped_by_the_goal_they_serve(people):
    contacts.add(people, Said(name="Ana"))
    goals.add(people, GoalSaid("Clients", "primary", people=("Ana", "Leo")))
    guidance.advice(people, "Carmen", Advised("rest"))
    for_goal, rest = by_goal(people, 1)
    assert (for_goal.goal.title, [line.name for line in for_goal.lines]) == ("Clients", ["Leo"])
    assert (rest.goal, [line.name for line in rest.lines]) == (None, ["Carmen Aldaz"])


def test_minutes_are_read(people):
    assert (mentors.minutes("30"), mentors.minutes(" ")) == (30, None)
    assert refused(mentors.minutes, "many") == "bad-measure"
