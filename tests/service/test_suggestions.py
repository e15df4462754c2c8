"""Suggested introductions: what scoring every pair gives, with reasons, and nobody who knows."""

from datetime import timedelta
from itertools import combinations
from random import Random

import pytest

from crm.domain.introductions import Move
from crm.domain.matching import of_two
from crm.domain.warmth import NO_CADENCE_DAYS, score
from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, introductions
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.pairs import Pairs
from crm.services.suggestions import suggestions
from crm.store.reads import contacts as contact_reads
from crm.store.reads import interactions

ROLES = ("copywriter", "web developer", "graphic designer", "social media manager", "accountant")
INTERESTS = ("sailing", "chess", "maps")


def add(context, name, **said):
    return contacts.add(context, Said(name=name, **said)).id


@pytest.fixture
def pair(network):
    add(network, "Ana", roles=("copywriter",), interests=("Maps", "tea"), needs=("a website",))
    wants = {"needs": ("Redactora publicitaria",), "offers": ("A Website",)}
    add(network, "Luis", roles=("web developer",), interests=("maps",), **wants)
    for name in ("Ana", "Luis"):
        conversations.log(network, Happened((name,), kind="meeting"))
    return network


def test_two_people_with_their_reasons(pair):
    (found,) = suggestions(pair, None, 10, "en")
    assert (found.a_name, found.b_name) == ("Ana", "Luis")
    assert (found.a_role, found.b_role) == ("Copywriter", "Web developer")
    assert found.why.startswith("The developer builds the pages")
    assert (found.shared, found.a_needs, found.b_needs) == (["Maps"], ["a website"], ["Copywriter"])
    assert (found.factors.role, found.factors.interests, found.factors.need) == (1.0, 0.8, 1.0)
    assert (found.factors.bridge, found.factors.load, found.factors.strangers) == (1.0, 1.0, 1.0)
    (spanish,) = suggestions(pair, None, 1, "es")
    assert spanish.why.startswith("El desarrollo construye")
    assert suggestions(pair, "luis", 3, "en") == [found]


def test_a_circle_an_introduction_lately_and_little_time_weigh(pair):
    (free,) = suggestions(pair, None, 1, "en")
    contacts.tag(pair, ["ana", "luis"], ["club"], off=[])
    assert suggestions(pair, None, 1, "en")[0].factors.bridge == 1.0
    contacts.set_tag(pair, "club", cadence=None, circle=True)
    (bridged,) = suggestions(pair, None, 1, "en")
    assert (bridged.factors.bridge, bridged.score < free.score) == (0.85, True)
    add(pair, "Eva")
    introductions.propose(pair, "ana", "eva")
    for step in ("accept", "accept", "made"):
        introductions.move(pair, 1, Move(step))
    found = suggestions(pair, None, 9, "en")
    assert [each.factors.load for each in found] == ([0.5] if found else [])
    later = pair._replace(today=pair.today + timedelta(31))
    assert [each.factors.load for each in suggestions(later, None, 9, "en")] == [1.0]
    contacts.edit(pair, "luis", Said(availability="unavailable"))
    assert suggestions(later, None, 9, "en") == []


@pytest.mark.parametrize("how", ["knows", "together", "proposed", "declined", "archived"])
def test_who_is_not_suggested(pair, how):
    if how == "knows":
        contacts.edit(pair, "ana", Said(knows=("luis",)))
    elif how == "together":
        conversations.log(pair, Happened(("ana", "luis"), kind="group"))
    elif how == "archived":
        contacts.archive(pair, ["ana"])
    else:
        introductions.propose(pair, "luis", "ana")
        if how == "declined":
            introductions.move(pair, 1, Move.DECLINE)
    assert suggestions(pair, None, 10, "en") == []
    if how != "archived":
        assert suggestions(pair, "ana", 10, "en") == []


def test_a_crowd_makes_nobody_acquainted(pair):
    crowd = [f"P{n}" for n in range(7)]
    conversations.log(pair, Happened(("ana", "luis", *crowd), kind="group"), create=True)
    assert len(suggestions(pair, None, 10, "en")) == 1


def test_what_cannot_be_asked_for(pair):
    for top in (0, -1, 1001):
        with pytest.raises(WrongUsage):
            suggestions(pair, None, top, "en")
    with pytest.raises(NotFound):
        suggestions(pair, "nobody", 5, "en")
    add(pair, "Eva")
    assert suggestions(pair, "eva", 5, "en") == []


@pytest.mark.parametrize("seed", range(4))
def test_the_suggestions_are_those_of_all_pairs(network, seed):
    random = Random(seed)
    for n in range(18):
        add(
            network, f"P{n:02}", roles=tuple(random.sample(ROLES, random.randint(0, 2))),
            interests=tuple(random.sample(INTERESTS, random.randint(0, 3))),
            needs=tuple(random.sample(ROLES, random.randint(0, 1))),
            offers=tuple(random.sample(ROLES, random.randint(0, 1))),
            availability=random.choice(("open", "unknown", "limited")),
            cadence=random.choice((None, "2w", "1y")),
        )  # fmt: skip
    names = [f"P{n:02}" for n in range(18)]
    for _ in range(40):
        on = str(network.today - timedelta(random.randint(0, 300)))
        people = tuple(random.sample(names, random.choice((1, 1, 1, 2))))
        conversations.log(
            network, Happened(people, kind=random.choice(conversations.KINDS), on=on,
                              side=random.choice(conversations.SIDES)),
        )  # fmt: skip
    expected = exhaustive(network)
    assert expected
    found = suggestions(network, None, 1000, "en")
    assert [(each.score, each.a_id, each.b_id) for each in found] == expected
    assert suggestions(network, None, 3, "en") == found[:3]
    theirs = [each for each in found if 1 in (each.a_id, each.b_id)]
    assert suggestions(network, "P00", 1000, "en") == theirs


def exhaustive(context):
    with context.store.reading() as connection:
        people = [contact_reads.details(connection, n) for n in range(1, 19)]
        touches = interactions.touches(connection, [p.id for p in people])
        together = connection.execute(
            "SELECT p.contact_id, q.contact_id FROM participant p"
            " JOIN participant q ON q.interaction_id = p.interaction_id"
        ).fetchall()
    known, pairs = set(together), Pairs()

    def tie(person):
        return score(touches[person.id], context.today, NO_CADENCE_DAYS, person.known_since)

    def words(person, *kinds):
        said = [value for kind in kinds for value in person.traits.get(kind, ())]
        return {value.replace(" ", "-") for value in said}

    found = []
    for a, b in combinations(people, 2):
        match = of_two(
            pairs.best(words(a, "role"), words(b, "role")).strength,
            len(words(a, "interest") & words(b, "interest")),
            sum(bool(words(p, "need") & words(q, "offer", "role")) for p, q in ((a, b), (b, a))),
            (tie(a), tie(b)), (a.availability, b.availability), acquainted=(a.id, b.id) in known,
        )  # fmt: skip
        if match.score >= 30:
            found.append((match.score, a.id, b.id))
    return sorted(found, key=lambda row: (-row[0], *row[1:]))


def test_whoever_is_only_known_is_suggested_too(pair):
    bea = Said(name="Bea", roles=("web developer",), interests=("maps", "tea"),
               needs=("copywriter",), offers=("a website",), availability="open")  # fmt: skip
    contacts.add(pair, bea, book=True)
    names = [(each.a_name, each.b_name) for each in suggestions(pair, None, 10, "en")]
    assert sorted(names) == [("Ana", "Bea"), ("Ana", "Luis")]
    assert suggestions(pair, "bea", 10, "en") != []
