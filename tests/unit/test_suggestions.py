"""The best introductions are those that scoring every pair would find, ties and bounds included."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.domain.matching import SUGGESTED_FROM
from crm.domain.suggestions import Pair, Person, best_pairs, of_people

ROLES = "abcdef"
WORDS = "abcxyz"
words = st.frozensets(st.sampled_from(WORDS), max_size=4)


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[Person], dict[int, float], dict[str, dict[str, int]]]:
    """Give people with their ties, and how well roles go together, the same both ways."""
    partners: dict[str, dict[str, int]] = {role: {} for role in ROLES}
    for one, other in combinations(ROLES, 2):
        if strength := draw(st.integers(0, 3)):
            partners[one][other] = partners[other][one] = strength
    people, ties = [], {}
    for number in range(1, draw(st.integers(0, 14)) + 1):
        ties[number] = draw(st.sampled_from([0.0, 33.33, 50.0, 78.5, 100.0]))
        roles = draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=2, unique=True))
        person = Person(
            id=number,
            roles=tuple(roles),
            interests=draw(words),
            needs=draw(words),
            gives=draw(words) | frozenset(roles),
            circles=draw(st.frozensets(st.integers(1, 2), max_size=1)),
            availability=draw(st.sampled_from(["open", "unknown", "limited", "unavailable"])),
            lately=draw(st.booleans()),
            tie_bound=draw(st.sampled_from([ties[number], 100.0])),
        )
        people.append(person)
    return people, ties, partners


def exhaustive(
    people: list[Person],
    ties: dict[int, float],
    partners: dict[str, dict[str, int]],
    strangers: set[tuple[int, int]],
) -> list[Pair]:
    found = []
    for a, b in combinations(people, 2):
        strength = max(partners[r].get(s, 0) for r in a.roles for s in b.roles)
        match = of_people(a, b, strength, (ties[a.id], ties[b.id]))
        if match.score >= SUGGESTED_FROM and (a.id, b.id) not in strangers:
            found.append(Pair(a, b, match))
    return sorted(found, key=lambda pair: (-pair.match.score, pair.a.id, pair.b.id))


@settings(max_examples=300)
@given(
    networks(),
    st.sets(st.tuples(st.integers(1, 7), st.integers(2, 14)), max_size=8),
    st.integers(0, 12),
    st.integers(0, 14),
    st.randoms(use_true_random=False),
)
def test_the_best_pairs_are_those_of_all_pairs(network, linked, most, of, random):  # type: ignore[no-untyped-def]
    people, ties, partners = network
    known = {(min(pair), max(pair)) for pair in linked}

    def acquainted(number: int) -> set[int]:
        return {b if a == number else a for a, b in known if number in (a, b)}

    asked: list[int] = []

    def tie_of(ids: list[int]) -> dict[int, float]:
        asked.extend(ids)
        return {number: ties[number] for number in ids}

    expected = exhaustive(people, ties, partners, known)
    random.shuffle(people)
    found = best_pairs(people, partners, tie_of, acquainted, most)
    assert found == expected[:most]
    assert len(asked) == len(set(asked))
    if of in ties:
        theirs = [pair for pair in expected if of in (pair.a.id, pair.b.id)]
        assert best_pairs(people, partners, tie_of, acquainted, most, of=of) == theirs[:most]


def test_a_network_of_hundreds_is_searched_exactly() -> None:
    from random import Random

    random = Random(5)
    roles = [f"role {n}" for n in range(40)]
    partners: dict[str, dict[str, int]] = {role: {} for role in roles}
    for one, other in combinations(roles, 2):
        if random.random() < 0.2:
            partners[one][other] = partners[other][one] = random.randint(1, 3)
    interests = [f"interest {n}" for n in range(25)]
    people, ties = [], {}
    for number in range(1, 501):
        ties[number] = round(random.choice([0.0, random.uniform(0, 100)]), 2)
        own = tuple(random.sample(roles, random.randint(1, 2)))
        people.append(
            Person(
                number, own, frozenset(random.sample(interests, random.randint(0, 4))),
                frozenset(random.sample(roles, random.randint(0, 1))), frozenset(own),
                frozenset(random.sample(range(5), random.randint(0, 1))), "open",
                random.random() < 0.1, min(100.0, ties[number] + random.choice([0, 9])),
            )
        )  # fmt: skip
    expected = exhaustive(people, ties, partners, set())
    asked: list[int] = []

    def tie_of(ids: list[int]) -> dict[int, float]:
        asked.extend(ids)
        return {number: ties[number] for number in ids}

    assert best_pairs(people, partners, tie_of, lambda _: set(), 50) == expected[:50]
    assert len(asked) < len(people) / 2
    assert best_pairs(people, partners, tie_of, lambda _: set(), 10**6) == expected
