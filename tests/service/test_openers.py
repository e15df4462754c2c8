"""First sentences from a real network: what they are made of, in which language, and how often."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm.services import contacts, conversations, follow_ups, profile
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.openers import Asked, message_for, opener_for, openers
from crm.store.connection import plain_transaction
from tests.conftest import TODAY
from tests.service import openers_read


def on(context, day):
    return context._replace(today=date.fromisoformat(day) if isinstance(day, str) else day)


def learn(context, fact, day="2025-06-20", who="Ana", kind="call"):
    conversations.log(context, Happened((who,), kind=kind, on=day, facts=(fact,)))


def opener(context, dormant=False, kept="", who=1):
    with context.store.reading() as connection:
        return openers(connection, context, [Asked(who, kept, dormant)]).get(who)


def text(context, **options):
    found = opener(context, **options)
    return found and found.text


@pytest.fixture
def ana(network):
    contacts.add(network, Said(name="Ana Ruiz", given_name="Ana", language="en"))
    return network


def test_nobody_and_nothing_known_give_nothing(ana):
    assert opener(ana) is None
    assert opener_for(ana, 1) is None
    assert message_for(ana, 1) == "Hi Ana!"
    with ana.store.reading() as connection:
        assert openers(connection, ana, []) == {}
        assert openers(connection, ana, [Asked(99)]) == {}


def test_the_sources_stand_in_order(ana):
    ana = on(ana, "2025-06-30")
    contacts.edit(
        ana, "Ana",
        Said(birthday="1990-06-30", needs=("copywriter",), interests=("ceramics",)),
    )  # fmt: skip
    learn(ana, "work: is preparing a talk on forms", "2025-06-10")
    learn(ana, "interest: trail race on Sunday", "2025-06-25")
    follow_ups.promise(ana, "Ana", "send the portfolio", by="2025-06-28")
    order = []
    for n in range(8):
        found = opener(on(ana, TODAY), dormant=True)
        if found is None:
            break
        order.append(found.key)
        openers_read.keep(ana, date(2025, 6, 1) + timedelta(n), {1: found.key})
    assert order[:7] == [
        "birthday:2025", "promise:1", "fact:2", "fact:1", "need:copywriter", "interest:ceramics",
        "reconnect",
    ]  # fmt: skip
    assert order[7] == "birthday:2025"


def test_what_has_just_been_is_asked_about(ana):
    learn(ana, "interest: trail race on Sunday", "2025-06-25")
    assert "trail race go on Sunday" in text(ana)
    assert text(ana).endswith("?")
    assert text(on(ana, "2025-06-27")) == "Good luck with the trail race on Sunday!"
    assert text(on(ana, "2025-06-28")) == "Good luck with the trail race tomorrow!"
    later = text(on(ana, "2025-07-12"))
    assert "How did" in later
    assert "Sunday" not in later


def test_a_person_is_spoken_to_in_their_language(network):
    contacts.add(network, Said(name="Eva", language="es"))
    contacts.add(network, Said(name="Uma", language="de"))
    contacts.add(network, Said(name="Leo"))
    contacts.add(network, Said(name="Sol", language="Español"))
    facts = {
        "Eva": "prepara una charla", "Uma": "is preparing a talk",
        "Leo": "está preparando una charla", "Sol": "is preparing a talk",
    }  # fmt: skip
    for who, fact in facts.items():
        learn(network, f"work: {fact}", who=who)
    assert "charla" in text(network, who=1)
    assert "talk" not in text(network, who=1)
    assert text(network, who=2) is None
    assert "charla" in text(network, who=3)
    assert text(network, who=4) is None
    assert message_for(network, 1) == "¡Hola!" + " " + text(network, who=1)
    assert text(network._replace(settings=None), who=1) == text(network, who=1)


def test_the_same_is_never_proposed_twice_running(ana):
    learn(ana, "work: is preparing a talk on forms", "2025-06-20")
    assert opener(ana).key == "fact:1"
    openers_read.keep(ana, TODAY - timedelta(3), {1: "fact:1"})
    assert opener(ana) is None
    learn(ana, "life: has adopted two hens", "2025-06-10")
    assert opener(ana).key == "fact:2"
    openers_read.keep(ana, TODAY - timedelta(1), {1: "fact:2"})
    assert opener(ana).key == "fact:1"


def test_what_was_proposed_today_is_kept_today(ana):
    learn(ana, "work: is preparing a talk on forms", "2025-06-20")
    learn(ana, "life: has adopted two hens", "2025-06-10")
    first = opener(ana)
    assert opener(ana, kept="fact:2").key == "fact:2"
    assert opener(ana, kept="fact:99") == first
    openers_read.keep(ana, TODAY, {1: first.key})
    assert opener(ana) == first
    assert opener_for(ana, 1) == first
    assert message_for(ana, 1) == f"Hi Ana! {first.text}"


def test_whoever_was_just_met_is_told_so(network):
    contacts.add(
        network,
        Said(name="Noor", language="en", met_on="2025-06-26", met_at="CodeMotion", cadence="1m"),
    )
    assert text(network) == "It was good to meet you at CodeMotion on Thursday."
    learn(network, "interest: rode from Rotterdam to Valencia by bike", "2025-06-26", "Noor")
    told = "It was good to meet you at CodeMotion on Thursday. You told me"
    assert text(network).startswith(told)
    assert text(on(network, "2025-07-10")).startswith("It was good to meet you at CodeMotion. You")
    assert opener(on(network, "2025-07-30")).key == "fact:1"
    conversations.log(network, Happened(("Noor",), on="2025-06-28"))
    assert opener(network).key == "fact:1"


def test_a_promise_is_spoken_of_when_it_is_due(ana):
    follow_ups.promise(ana, "Ana", "send her the portfolio", by="2025-07-20")
    assert opener(ana) is None
    assert "send you the portfolio" in text(on(ana, "2025-07-20"))
    assert "send you the portfolio" in text(on(ana, "2025-07-25"))
    follow_ups.keep(ana, 1)
    assert opener(on(ana, "2025-07-20")) is None


def test_a_need_that_is_my_own_trade_is_no_opener(ana):
    contacts.edit(ana, "Ana", Said(needs=("web-developer",)))
    assert "web developer" in text(ana)
    profile.set_profile(ana, traits={"role": ["web-developer"]})
    assert opener(ana) is None


def test_a_birthday_is_wished_only_on_its_day(ana):
    contacts.edit(ana, "Ana", Said(birthday="--06-30"))
    assert text(ana).startswith(("Happy birthday", "Many happy"))
    assert opener(on(ana, "2025-07-01")) is None


def test_a_fact_from_elsewhere_is_not_said_to_have_been_told(ana):
    learn(ana, "work: is rewriting the manual of a station")
    assert text(ana).startswith("You ")
    with plain_transaction(ana.store) as connection:
        connection.execute("UPDATE fact SET source = 'linkedin'")
    heard = "Last I heard, you were rewriting the manual of a station: how is it going?"
    assert text(ana) == heard


def test_only_after_a_long_silence_the_silence_is_spoken_of(ana):
    assert text(ana, dormant=True) == "It has been too long, and that is on me. What are you up to?"
    assert opener_for(ana, 1, dormant=True).key == "reconnect"
    assert "too long" in message_for(ana, 1, dormant=True)


def test_the_demo_network_has_something_to_say_to_almost_everybody(tmp_path):
    cases = openers_read.read(openers_read.demo(tmp_path), days=(0, 8))
    first = [case for case in cases if case.day == cases[0].day]
    assert len(first) >= 48
    assert sum(bool(case.text) for case in first) >= 48
    said = {}
    for case in cases:
        assert len(case.text) <= 200
        assert not case.text or case.text[-1] in ".!?"
        assert case.key != said.get(case.name, "")
        said[case.name] = case.key
