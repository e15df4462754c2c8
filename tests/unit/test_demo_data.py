"""The invented network of `crm demo`: sound, fictitious, and rich enough to show every reason."""

import csv
import json
import re
import time
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "crm" / "data"
DEMO = DATA / "demo.json"
KINDS = {
    "reaction", "message", "email", "group", "letter", "call",
    "help", "intro", "meeting", "referral", "project", "memo",
}  # fmt: skip
NO_CONTACT = {"reaction", "memo"}
LARGEST_GATHERING = 8
LONGEST_MONTHS = {"2w": 14, "1m": 31, "3m": 92, "6m": 184}
E_MAIL = re.compile(r"[a-z0-9._-]+@example\.(com|org|net)")
PHONE = re.compile(r"\+34 600 000 0\d\d|\+44 7700 900\d{3}|\+1 555 01\d\d")
LINK = re.compile(r"https://www\.linkedin\.com/in/[a-z0-9-]+-example")


@pytest.fixture(scope="module")
def demo():
    return json.loads(DEMO.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def people(demo):
    return {person["key"]: person for person in demo["contacts"]}


@pytest.fixture(scope="module")
def roles():
    with (DATA / "roles.tsv").open(encoding="utf-8", newline="") as file:
        return {row["slug"] for row in csv.DictReader(file, delimiter="\t")}


@pytest.fixture(scope="module")
def last_contact(demo):
    """Key → day of the last interaction that resets a cadence."""
    last = {}
    for item in demo["interactions"]:
        if item["kind"] in NO_CONTACT or len(item["with"]) > LARGEST_GATHERING:
            continue
        for key in item["with"]:
            last[key] = max(item["on"], last.get(key, item["on"]))
    return last


def cadence_of(demo, person):
    if "cadence" in person:
        return person["cadence"]
    of_tags = {tag["name"]: tag.get("cadence") for tag in demo["tags"]}
    known = [of_tags[tag] for tag in person.get("tags", []) if of_tags[tag]]
    return min(known, key=LONGEST_MONTHS.__getitem__, default="3m")


def overdue(demo, people, last_contact):
    return {
        key
        for key, on in last_contact.items()
        if -on > LONGEST_MONTHS[cadence_of(demo, people[key])]
    }


def fresh(people, last_contact):
    """Days since they were met, of those not contacted after the meeting."""
    return {
        -person["met_on"]
        for key, person in people.items()
        if "met_on" in person and last_contact.get(key, -9999) <= person["met_on"]
    }


def unanswered(demo):
    return Counter(
        item["with"][0] for item in demo["interactions"] if item.get("answered") is False
    )


def open_promises(demo, mine):
    return [p for p in demo["promises"] if p["mine"] is mine and p["done"] is None]


def test_small_and_quick_to_read():
    text = DEMO.read_text(encoding="utf-8")
    assert len(text.encode()) <= 160_000
    best = min(_seconds_to_load(text) for _ in range(5))
    assert best < 0.010


def _seconds_to_load(text):
    begin = time.perf_counter()
    json.loads(text)
    return time.perf_counter() - begin


def test_size_of_the_network(demo):
    assert 45 <= len(demo["contacts"]) <= 52
    assert 100 <= len(demo["address_book"]) <= 120
    assert 240 <= len(demo["interactions"]) <= 290
    assert Counter(goal["rank"] for goal in demo["goals"]) == {
        "primary": 1,
        "secondary": 2,
        "tertiary": 1,
    }


def test_every_key_resolves(demo, people):
    assert len(people) == len(demo["contacts"])
    named = {key for item in demo["interactions"] for key in item["with"]}
    named |= {item["with"] for item in demo["promises"] + demo["snoozes"]}
    named |= {key for goal in demo["goals"] for key in goal["people"]}
    named |= {person["met_through"] for person in people.values() if "met_through" in person}
    assert named <= people.keys()
    tags = {tag["name"] for tag in demo["tags"]}
    assert {tag for person in people.values() for tag in person.get("tags", [])} <= tags


def test_names_are_unique_and_nobody_is_in_both_places(demo):
    names = [person["name"].casefold() for person in demo["contacts"] + demo["address_book"]]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_roles_are_known(demo, roles):
    used = {role for person in [demo["profile"], *demo["contacts"]] for role in person["roles"]}
    used |= {role for goal in demo["goals"] for role in goal["wants"]}
    assert used <= roles


def test_nothing_can_reach_a_real_person(demo):
    people = demo["contacts"]
    e_mails = [e["value"] for person in people for e in person.get("emails", [])]
    e_mails += [entry["email"] for entry in demo["address_book"] if "email" in entry]
    phones = [phone for person in people for phone in person.get("phones", [])]
    links = [link for person in people for link in person.get("links", [])]
    links += [entry["link"] for entry in demo["address_book"]]
    assert [e for e in e_mails if not E_MAIL.fullmatch(e)] == []
    assert [p for p in phones if not PHONE.fullmatch(p)] == []
    assert [x for x in links if not LINK.fullmatch(x)] == []
    for values in (e_mails, phones, links):
        assert len(values) == len(set(values))


def test_interactions_are_well_formed_and_past(demo):
    for item in demo["interactions"]:
        assert item["kind"] in KINDS, item
        assert item["side"] in {"me", "them", "both"}, item
        assert item.get("by") in {"me", "them", None}, item
        assert -760 <= item["on"] <= -1, item
        assert 0 <= item["depth"] <= 3, item
        assert 0 <= item.get("listen", 0) <= 100, item
        assert len(item["with"]) == len(set(item["with"])), item
        assert item["summary"], item


def test_no_sentence_is_worn_out(demo):
    said = Counter(item["summary"] for item in demo["interactions"])
    assert max(said.values()) <= 3


def test_dates_are_in_order(demo, people):
    for item in demo["interactions"]:
        for key in item["with"]:
            assert people[key].get("known_since", -9999) <= item["on"], (key, item)
    for person in people.values():
        assert person["joined"] <= 0
        assert person.get("met_on", 0) >= person.get("known_since", -9999)
        for fact in person.get("facts", []):
            assert fact["kind"] in {"work", "interest", "life", "dream", "news"}
            assert fact["on"] <= 0
        for date in [person.get("birthday"), *person.get("dates", [])]:
            assert date is None or 0 <= date["in_days"] <= 365
    for promise in demo["promises"]:
        assert promise["made"] <= 0
        assert promise["due"] is None or promise["due"] >= promise["made"]
        assert promise["done"] is None or promise["made"] <= promise["done"] <= 0
    for snooze in demo["snoozes"]:
        assert snooze["made"] <= 0 < snooze["until"]
    assert all(entry["connected"] < 0 for entry in demo["address_book"])


def test_promises_of_every_urgency(demo):
    mine = {promise["due"] for promise in open_promises(demo, mine=True)}
    assert min(due for due in mine if due is not None) < 0
    assert {0, 2, None} <= mine
    theirs = [p["due"] for p in open_promises(demo, mine=False)]
    assert any(due < 0 for due in theirs)
    assert any(p["done"] is not None for p in demo["promises"])


def test_birthdays_today_and_soon(people):
    birthdays = [p["birthday"] for p in people.values() if "birthday" in p]
    assert {0, 3, 6} <= {b["in_days"] for b in birthdays}
    assert {b["age"] is None for b in birthdays} == {True, False}


def test_fresh_acquaintances(people, last_contact):
    assert {1, 6} <= fresh(people, last_contact)


def test_overdue_without_a_goal_and_for_goals_of_every_rank(demo, people, last_contact):
    late = overdue(demo, people, last_contact)
    linked = {rank: set() for rank in ("primary", "secondary", "tertiary")}
    for goal in demo["goals"]:
        linked[goal["rank"]] |= set(goal["people"])
    assert all(late & keys for keys in linked.values())
    assert late - set.union(*linked.values())
    assert any(-last_contact[key] > 120 for key in late)


def test_some_but_not_most_need_something_today(demo, people, last_contact):
    today = overdue(demo, people, last_contact)
    today -= {snooze["with"] for snooze in demo["snoozes"]}
    today -= {key for key, count in unanswered(demo).items() if count >= 3}
    dated = [p for p in open_promises(demo, mine=True) if p["due"] is not None]
    today |= {p["with"] for p in dated if p["due"] <= 2}
    today |= {k for k, p in people.items() if p.get("birthday", {}).get("in_days", 99) <= 7}
    today |= {k for k, p in people.items() if p.get("met_on", -99) >= -14}
    today |= {k for k, p in people.items() if k not in last_contact and p["joined"] < -92}
    assert 8 <= len(today) <= 14


def test_a_dormant_relation_to_take_up_again(demo, last_contact):
    touches = Counter(key for item in demo["interactions"] for key in item["with"])
    assert any(on < -365 and touches[key] <= 2 for key, on in last_contact.items())


def test_next_actions_due_today_and_tomorrow(demo):
    assert {0, 1} <= {g["next_action"]["due"] for g in demo["goals"] if "next_action" in g}


def test_people_in_the_garden_not_contacted_yet(people, last_contact):
    joined = [p["joined"] for key, p in people.items() if key not in last_contact]
    assert min(joined) < -92
    assert max(joined) > -23


def test_one_snoozed_who_would_be_due(demo, people, last_contact):
    assert {s["with"] for s in demo["snoozes"]} & overdue(demo, people, last_contact)


def test_three_messages_without_answer(demo):
    assert 3 in unanswered(demo).values()


def test_an_answer_still_to_ask_about(demo):
    assert any(
        item["side"] == "me" and "answered" in item and item["answered"] is None
        for item in demo["interactions"]
        if item["on"] <= -7
    )


def test_a_gathering_too_large_to_count(demo):
    assert any(len(item["with"]) > LARGEST_GATHERING for item in demo["interactions"])


def test_spoken_in_both_languages(demo, people):
    spanish = {key for key, person in people.items() if person["language"] == "es"}
    share = sum(item["with"][0] in spanish for item in demo["interactions"])
    assert 0.35 <= share / len(demo["interactions"]) <= 0.45


def test_needs_meet_offers(demo):
    offers = {offer for person in demo["contacts"] for offer in person.get("offers", [])}
    for need in demo["profile"]["needs"]:
        assert need in offers, need
    needs = {need for person in demo["contacts"] for need in person.get("needs", [])}
    assert len(needs & offers) > len(needs) / 2


def test_a_mentor_with_a_loop_in_every_state(demo, people):
    assert {item["with"] for item in demo["mentorships"]} <= people.keys()
    assert {item["state"] for item in demo["mentorships"]} == {"active", "candidate"}
    (active,) = [item for item in demo["mentorships"] if item["state"] == "active"]
    loops = {(g.get("result_on") is None, g.get("reported_on") is None) for g in active["guidance"]}
    assert loops == {(True, True), (False, True), (False, False)}
    for item in demo["mentorships"]:
        topics = {topic["name"] for topic in item["topics"]}
        for loop in item["guidance"]:
            days = [loop["on"], loop.get("result_on"), loop.get("reported_on")]
            known = [day for day in days if day is not None]
            assert known == sorted(known)
            assert item["starts"] <= known[0] <= known[-1] <= 0
            assert loop["topic"] in topics
    assert any(len(topic["cases"]) >= 3 for topic in active["topics"])
    assert sum("asked" not in question for question in active["questions"]) == 2
