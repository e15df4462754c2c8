"""Matches: the strongest exactly as if everybody were weighed, each for a reason that is shown."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from crm.context import Context
from crm.domain import matching as rules
from crm.domain.text import fold
from crm.domain.warmth import NO_CADENCE_DAYS, score
from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, goals, matching, profile
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from crm.services.pairs import Pairs
from crm.store.reads import contacts as contact_reads
from crm.store.reads import interactions

ROLES = ("copywriter", "web-developer", "photographer", "seo-specialist", "brewer", "salesperson")
INTERESTS = ("jazz", "sailing", "chess")
MINE = ("web-developer", "digital-marketer")


def some_network(context: Context, random: Random, people: int = 30) -> None:
    profile.set_profile(
        context,
        traits={"role": list(MINE), "interest": ["Jazz", "sailing"], "offer": ["websites"],
                "need": ["copywriter"]},
    )  # fmt: skip
    for rank in random.sample(goals.RANKS, 2):
        goals.add(context, GoalSaid(f"Goal {rank}", rank, wants=tuple(random.sample(ROLES, 1))))
    for n in range(people):
        said = Said(
            name=f"Person {n}",
            roles=tuple(random.sample(ROLES, random.randint(0, 2))),
            interests=tuple(random.sample(INTERESTS, random.randint(0, 2))),
            offers=("websites",) if random.random() < 0.2 else (),
            needs=random.choice(((), ("websites",), ("copywriter",), ("a boat",))),
            availability=random.choice(("open", "limited", "unavailable", "unknown")),
            cadence=random.choice((None, "2w", "1m", "1y")),
            tags=("sailors",) if random.random() < 0.3 else (),
            knows=(str(random.randint(1, n)),) if n and random.random() < 0.2 else (),
        )
        contacts.add(context, said, book=random.random() < 0.3)
    for _ in range(people * 2):
        happened = Happened(
            tuple({str(random.randint(1, people)) for _ in range(random.choice((1, 1, 2)))}),
            "Talked",
            kind=random.choice(("message", "meeting", "reaction", "memo", "project")),
            on=(context.today - timedelta(random.randint(0, 500))).isoformat(),
            side=random.choice(("me", "them", "both")),
        )
        conversations.log(context, happened)
    contacts.set_tag(context, "sailors", cadence=None, circle=True)
    contacts.archive(context, [str(random.randint(1, people))])


def weigh_everybody_with_me(context: Context) -> list[tuple[float, int]]:
    pairs = Pairs()
    ranks = {}
    for card in reversed(goals.cards(context)):
        ranks |= dict.fromkeys(card.wants, card.goal.rank)
    found = []
    for person in everybody(context):
        roles = person.traits.get("role", [])
        strength = max((pairs.strength(a, b) for a in MINE for b in roles), default=0)
        wanted = [ranks[role] for role in roles if role in ranks]
        goal = min(wanted, key=list(rules.GOAL).index, default=None)
        shared = len({"jazz", "sailing"} & set(map(fold, person.traits.get("interest", []))))
        needs = {*person.traits.get("need", ())} & {"websites", *MINE}
        offers = {*person.traits.get("offer", ()), *roles} & {"copywriter"}
        points = rules.score_with_me(strength, shared, goal, tie(context, person.id),
                                     person.availability)  # fmt: skip
        if points and (strength or goal or shared or needs or offers):
            found.append((-points, person.id))
    return sorted(found)


def weigh_everybody_with(context: Context, contact_id: int) -> list[tuple[float, int]]:
    pairs = Pairs()
    people = everybody(context)
    me = next(person for person in people if person.id == contact_id)
    mine = {kind: set(map(fold, values)) for kind, values in me.traits.items()}
    known = {other for other, _ in me.acquaintances} | together(context, contact_id)
    found = []
    for person in people:
        if person.id == contact_id:
            continue
        theirs = {kind: set(map(fold, values)) for kind, values in person.traits.items()}
        strength = max(
            (pairs.strength(a, b) for a in mine.get("role", ()) for b in theirs.get("role", ())),
            default=0,
        )
        shared = len(mine.get("interest", set()) & theirs.get("interest", set()))
        needs = meets(mine, theirs) + meets(theirs, mine)
        points = rules.of_two(
            strength, shared, needs, (tie(context, contact_id), tie(context, person.id)),
            (me.availability, person.availability),
            same_circle="sailors" in me.tags and "sailors" in person.tags,
            acquainted=person.id in known,
        ).score  # fmt: skip
        if points and (strength or shared or needs):
            found.append((-points, person.id))
    return sorted(found)


def meets(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    return bool(one.get("need", set()) & (other.get("offer", set()) | other.get("role", set())))


def everybody(context: Context) -> list[contact_reads.Details]:
    with context.store.reading() as connection:
        ids = connection.execute("SELECT id FROM contact WHERE archived = 0").fetchall()
        return [contact_reads.details(connection, contact_id) for (contact_id,) in ids]


def together(context: Context, contact_id: int) -> set[int]:
    with context.store.reading() as connection:
        rows = connection.execute(
            "SELECT q.contact_id FROM participant p JOIN participant q USING (interaction_id)"
            " WHERE p.contact_id = ?",
            (contact_id,),
        ).fetchall()
    return {other for (other,) in rows}


def tie(context: Context, contact_id: int) -> float:
    with context.store.reading() as connection:
        details = contact_reads.details(connection, contact_id)
        touches = interactions.touches(connection, [contact_id])[contact_id]
    return score(touches, context.today, NO_CADENCE_DAYS, details.known_since)


@pytest.mark.parametrize("seed", range(8))
def test_the_strongest_are_those_of_weighing_everybody(context: Context, seed: int) -> None:
    random = Random(seed)
    some_network(context, random)
    person = random.choice([p.id for p in everybody(context)])
    with_me, with_them = weigh_everybody_with_me(context), weigh_everybody_with(context, person)
    for top in (1, 5, 100):
        assert named(context, None, top) == with_me[:top]
        assert named(context, str(person), top) == with_them[:top]


def named(context: Context, person: str | None, top: int) -> list[tuple[float, int]]:
    return [(-m.score, m.contact_id) for m in matching.matches(context, person, top, "en").found]


def test_each_match_says_what_speaks_for_it(context: Context) -> None:
    profile.set_profile(
        context,
        traits={"role": ["web developer"], "interest": ["Jazz"], "offer": ["websites"],
                "need": ["copywriter"]},
    )  # fmt: skip
    goals.add(context, GoalSaid("Retainers", "primary", wants=("copywriter",)))
    contacts.add(
        context, Said(name="Ana", title="Redactora publicitaria", interests=("jazz",),
                      needs=("Websites",)),
    )  # fmt: skip
    (ana,) = matching.matches(context, None, 10, "es").found
    assert (ana.role_a, ana.role_b) == ("Desarrollador/a web", "Copywriter")
    assert ana.why.startswith("El desarrollo construye")
    assert ana.wish == ("Copywriter", "primary", "Retainers")
    assert (ana.shared, ana.gives, ana.gets) == (["jazz"], ["Websites"], ["Copywriter"])
    assert ana.factors == (1.0, 0.8, 1.0, 0.5, 1.0)
    assert ana.score == 40.0


def test_nobody_is_a_match_without_a_reason(context: Context) -> None:
    profile.set_profile(context, traits={"role": ["web developer"]})
    contacts.add(context, Said(name="Ana", roles=("plumber",)))
    contacts.add(context, Said(name="Eva", roles=("web developer",)))
    contacts.add(context, Said(name="Luis", roles=("copywriter",), availability="unavailable"))
    assert matching.matches(context, None, 10, "en").found == []


def test_people_who_know_each_other_are_no_match(context: Context) -> None:
    contacts.add(context, Said(name="Ana", roles=("copywriter",)))
    contacts.add(context, Said(name="Luis", roles=("web developer",)))
    assert [m.name for m in matching.matches(context, "ana", 10, "en").found] == ["Luis"]
    contacts.edit(context, "ana", Said(knows=("luis",)))
    assert matching.matches(context, "ana", 10, "en").found == []


def test_without_roles_of_the_user_there_are_goals_and_interests(context: Context) -> None:
    contacts.add(context, Said(name="Ana", roles=("copywriter",)))
    assert not matching.matches(context, None, 10, "en").has_roles
    goals.add(context, GoalSaid("Retainers", "tertiary", wants=("copywriter",)))
    (ana,) = matching.matches(context, None, 10, "en").found
    assert (ana.role_a, ana.why, ana.wish) == ("", "", ("Copywriter", "tertiary", "Retainers"))


def test_a_number_of_people_is_asked_for(context: Context) -> None:
    for top in (0, -1, 10_000):
        with pytest.raises(WrongUsage) as refused:
            matching.matches(context, None, top, "en")
        assert refused.value.code == "out-of-range"


def test_nobody_is_nobody(context: Context) -> None:
    contacts.add(context, Said(name="Ana"))
    with pytest.raises(NotFound):
        matching.matches(context, "Luis", 10, "en")


def test_what_the_user_calls_their_work_is_read_as_a_title(context: Context) -> None:
    profile.set_profile(context, traits={"role": ["Freelance web developer for wineries"]})
    contacts.add(context, Said(name="Ana", roles=("copywriter",)))
    (ana,) = matching.matches(context, None, 10, "en").found
    assert ana.role_a == "Web developer"
