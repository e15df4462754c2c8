"""Windows of the list of people: equal to a plain filter, whatever the query, sort and window."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

import pytest

from crm.context import Context
from crm.domain.contacts import sort_key
from crm.domain.text import fold
from crm.domain.warmth import Band
from crm.errors import NotFound, WrongUsage
from crm.services import card, contacts, conversations, goals, people
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from crm.services.people import SORTS, Search
from crm.store.connection import Store
from crm.store.reads import contacts as contact_reads
from crm.store.reads import people as reads
from tests.conftest import TODAY

NETWORKS, PEOPLE, LOGS, QUERIES = 3, 24, 40, 60
GIVEN = ("Ana", "Marina", "Zoë", "Bo", "Łukasz", "O'Brien", "Mar")
FAMILY = ("Ruiz", "Vigo", "Abt", "Maier", "Ruiz Mar", "de la Peña")
ORGANISATIONS = ("", "Faro Studio", "Abt & Söhne", "Mar Azul")
PLACES = ("", "Madrid", "Vigo", "San Sebastián")
TAGS = ("design", "designers", "sea", "book club")
ROLES = ("copywriter", "photographer", "brewmaster")
TOLD = ("Lunch about Ruiz", "Call on design", "Marina opened", "Notes from Vigo", "")
WORDS = ("ana", "mar", "ma", "r", "ruiz", "vigo", "abt", "design", "lunch", "studio", "o", "zo")
FILTERS = (
    "tag:design", "tag:des", "#sea", 'tag:"book club"', "tag:none", "role:copywriter",
    "rol:fotógrafo", "role:brewmaster", "goal:retainers", "org:faro", "org:sohne", "org:studio",
    "place:madrid", 'city:"san seb"', "due:friday", "due:3m", "is:due", "before:3m",
    "before:yesterday", "is:never", "is:garden", "is:book", "is:archived",
    *(f"band:{band}" for band in Band),
)  # fmt: skip


class Known(NamedTuple):
    """A person as the plain filter sees them."""

    id: int
    person: contact_reads.Details
    name: list[str]
    all: list[str]
    logged: list[list[str]]
    band: str | None
    goals: list[str]

    @property
    def sort_key(self) -> str:
        return sort_key(self.person.name, self.person.given_name, self.person.family_name)


@pytest.fixture(scope="module", params=range(NETWORKS))
def crowd(request: Any, tmp_path_factory: Any) -> Iterator[tuple[Context, list[Known]]]:
    random = Random(request.param)
    path = tmp_path_factory.mktemp("people") / "network.db"
    context = Context(None, Store(path, chosen=False), TODAY)
    ids = [_add(context, random) for _ in range(PEOPLE)]
    told: dict[int, list[list[str]]] = {}
    for _ in range(LOGS):
        with_whom = random.sample(ids, random.choice((1, 1, 1, 2)))
        summary, days = random.choice(TOLD), random.choice((0, 1, 20, 80, 200, 500))
        kind = random.choice(("message", "call", "meeting", "reaction"))
        happened = Happened(
            tuple(map(str, with_whom)), summary, on=str(TODAY - timedelta(days)), kind=kind
        )
        conversations.log(context, happened)
        for contact_id in with_whom:
            told.setdefault(contact_id, []).append(tokens(summary))
    goals.add(context, GoalSaid("Retainers", "primary", people=tuple(map(str, ids[::5]))))
    contacts.archive(context, [str(n) for n in random.sample(ids, 3)])
    yield context, [_known(context, n, told.get(n, [])) for n in ids]
    context.store.close()


def _add(context: Context, random: Random) -> int:
    given, family = random.choice(GIVEN), random.choice(FAMILY)
    said = Said(
        name=f"{given} {family}", given_name=given, family_name=family,
        organisation=random.choice(ORGANISATIONS), place=random.choice(PLACES),
        tags=tuple(random.sample(TAGS, random.randrange(3))),
        roles=tuple(random.sample(ROLES, random.randrange(2))),
        cadence=random.choice((None, "2w", "6m")),
    )  # fmt: skip
    return contacts.add(context, said, book=random.random() < 0.3 and not said.cadence).id


def _known(context: Context, contact_id: int, logged: list[list[str]]) -> Known:
    shown = card.card(context, str(contact_id), timeline=0)
    person = shown.person
    words = (
        person.organisation, person.title, person.place, *person.tags,
        *(word for values in person.traits.values() for word in values),
    )  # fmt: skip
    name = tokens(person.name)
    return Known(
        contact_id, person, name, [*name, *tokens(" ".join(words))], logged, shown.band,
        [goal.title for goal in shown.goals],
    )  # fmt: skip


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def begun(words: list[str], found: list[str]) -> bool:
    return all(any(token.startswith(word) for token in found) for word in words)


def holds(one: Known, text: str, tags: set[str]) -> bool:
    """Tell plainly whether a filter holds of a person."""
    key, _, value = text.replace("#", "tag:").replace('"', "").partition(":")
    person, due, last = one.person, one.person.next_due_on, one.person.last_contact_on
    if key == "tag":
        meant = {value} if value in tags else {tag for tag in tags if tag.startswith(value)}
        return bool(meant & set(person.tags))
    if key in ("role", "rol"):
        role = "photographer" if value == "fotógrafo" else value
        return role in person.traits.get("role", ())
    if key == "goal":
        return "Retainers" in one.goals
    if key in ("org", "place", "city"):
        return begun(tokens(value), tokens(person.organisation if key == "org" else person.place))
    if key == "due" or value == "due":
        by = {"friday": date(2025, 7, 4), "3m": date(2025, 9, 30)}.get(value, TODAY)
        return due is not None and due <= by
    if key == "before":
        than = date(2025, 3, 30) if value == "3m" else date(2025, 6, 29)
        return last is not None and last < than
    if key == "band":
        return one.band == value
    garden = person.garden_since is not None
    return {"never": last is None, "garden": garden, "book": not garden}[value]


def plainly(
    crowd: list[Known], words: list[str], filters: list[str], sort: str | None
) -> list[int]:
    """Give the ids of a query by looking at everybody."""
    tags = {tag for one in crowd for tag in one.person.tags}
    archived = False
    found = crowd
    for text in filters:
        negated, plain = text.startswith("-"), text.removeprefix("-")
        if plain == "is:archived":
            archived = not negated
        else:
            found = [one for one in found if holds(one, plain, tags) != negated]
    found = [one for one in found if one.person.archived == archived]
    short = bool(words) and all(len(word) <= reads.SHORT for word in words)
    if words:
        found = [
            one
            for one in found
            if begun(words, one.all) or (not short and any(begun(words, t) for t in one.logged))
        ]

    def key(one: Known) -> tuple[Any, ...]:
        by_name = (one.sort_key, one.id)
        due, last = one.person.next_due_on, one.person.last_contact_on
        own: tuple[Any, ...] = {
            None: (one.id,) if short else by_name,
            "name": by_name,
            "due": (due is None, due or date.min, *by_name),
            "last": (last is None, -(last or date.min).toordinal(), *by_name),
            "added": (-one.id,),
        }[sort]
        return (not begun(words, one.name), *own)

    return [one.id for one in sorted(found, key=key)]


def test_windows_are_those_of_a_plain_filter(crowd):
    context, everybody = crowd
    random = Random(7)
    seen = 0
    for number in range(QUERIES):
        words = random.sample(WORDS, random.choice((0, 0, 1, 1, 2)))
        chosen = random.sample(FILTERS, random.choice((0, 1, 1, 2)))
        filters = [random.choice(("", "", "-")) + text for text in chosen]
        sort = random.choice((None, *SORTS))
        said = [*words, *filters]
        random.shuffle(said)
        wanted = plainly(everybody, words, filters, sort)
        search = people.understood(context, " ".join(said))
        assert people.ids(context, search, sort) == wanted, said
        assert people.total(context, search) == len(wanted), said
        for offset in {0, 1, number % 7, max(0, len(wanted) - 2), len(wanted), len(wanted) + 3}:
            shown = people.window(context, search, sort, 4, offset)
            assert [one.id for one in shown] == wanted[offset : offset + 4], (said, offset)
        for one in everybody:
            at = wanted.index(one.id) if one.id in wanted else None
            assert people.position(context, search, sort, one.id) == at, said
        seen += len(wanted)
    assert seen > QUERIES


def test_each_filter_finds_whom_it_says(crowd):
    context, everybody = crowd
    for text in FILTERS:
        for filters in ([text], [f"-{text}"]):
            search = people.understood(context, filters[0])
            found = people.ids(context, search, "added")
            assert found == plainly(everybody, [], filters, "added"), filters


def test_bands_of_a_window_are_those_of_the_cards(crowd):
    context, everybody = crowd
    ids = [one.id for one in everybody]
    assert people.bands(context, ids) == {one.id: one.band for one in everybody if one.band}
    assert people.bands(context, []) == {}


def test_words_are_those_of_find(crowd):
    context, everybody = crowd
    archived = {one.id for one in everybody if one.person.archived}
    for words in (
        "ruiz",
        "mar",
        "O'Brien",
        "design",
        '"lunch" (about)',
        "zoe",
        "de la",
        "NEAR(abt",
    ):
        found = set()
        with suppress(NotFound):
            found = {one.id for one in contacts.find(context, words, 99)}
        search = people.understood(context, words)
        assert set(people.ids(context, search, None)) == found - archived, words


@pytest.mark.parametrize(
    "query",
    ["*", "''", "(", "a OR b", "NEAR(a b, 5)", "_", "%", ";", "--", "\u0301", "x" * 99_999,
     "a " * 2_000, "ab c " * 9_000, '" ' * 2_000, "☆ " * 5_000, "a ☆ ★ " * 900, "🌱" * 25_000,
     "tag:☆", "org:☆", "org:&", 'place:"(a OR b)"', "#'; DROP TABLE contact"],
)  # fmt: skip
def test_no_query_breaks_the_list(crowd, query):
    context, _ = crowd
    search = people.understood(context, query)
    for sort in (None, "due"):
        assert len(people.window(context, search, sort, 3)) <= people.total(context, search)
        people.position(context, search, sort, 1)


def test_signs_bring_those_forward_who_have_them(network):
    for name in ("Ana", "Ana ☆ &", "Ana &", "☆"):
        contacts.add(network, Said(name=name))

    def names(query):
        search = people.understood(network, query)
        return [one.name for one in people.window(network, search, None, 9)]

    assert names("ana & ☆") == ["Ana ☆ &", "Ana &", "Ana"]
    assert names("☆") == ["Ana ☆ &", "☆"]
    contacts.edit(network, "Ana &", Said(organisation="R&D ☆"))
    assert names("org:☆") == names("org:r&d") == ["Ana &"]
    assert names("org:&") == names("org:d&") == []


def test_a_value_that_means_nothing_is_an_error_that_helps(network):
    contacts.add(network, Said(name="Ana", roles=("brewmaster",)))
    with pytest.raises(NotFound) as raised:
        people.understood(network, "role:copywritter")
    assert raised.value.code == "unknown-role"
    assert "copywriter" in raised.value.params["nearest"]
    assert people.total(network, people.understood(network, "role:Brewmaster")) == 1
    for query, code in (
        ("goal:none", "no-goal"), ("due:someday", "bad-date"), ("before:x", "bad-date"),
        ("tag:", "filter-without-value"), ("is:x", "unknown-value"), ("band:x", "unknown-value"),
        ("tag:a\0b", "nul-in-text"),
    ):  # fmt: skip
        with pytest.raises((WrongUsage, NotFound)) as refused:
            people.understood(network, query)
        assert refused.value.code == code


def test_flags_are_put_on_top_of_a_query(network):
    contacts.add(network, Said(name="Ana", tags=("sea",), roles=("brewmaster",)))
    contacts.add(network, Said(name="Bo", tags=("sea",)), book=True)

    def names(query, **flags):
        search = people.narrowed(network, people.understood(network, query), **flags)
        return [one.name for one in people.window(network, search, None, -1)]

    assert names("#sea") == ["Ana", "Bo"]
    assert names("#sea", garden=False) == names("is:book", tag="#SEA") == ["Bo"]
    assert names("#sea", role="Brewmaster") == ["Ana"]
    assert names("is:archived") == names("", archived=True) == names("", role="nobody's") == []


def test_an_empty_network_has_an_empty_list(new_context):
    context = new_context("empty")
    assert people.window(context, Search(), None, 10) == []
    assert people.total(context, Search()) == 0
    assert people.position(context, Search(), "due", 1) is None
    assert people.ids(context, people.understood(context, "a #b is:due"), "last") == []
