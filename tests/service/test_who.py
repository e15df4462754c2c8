"""Whom a word means: id, exact name or nickname, prefix, part; the first tier decides."""

import shutil
from pathlib import Path

import pytest

from crm.context import Context
from crm.errors import NotFound, WrongUsage
from crm.services import contacts
from crm.services.contacts import Said
from crm.store.connection import Store
from crm.store.reads import completion
from crm.store.reads import contacts as contact_reads
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    path = tmp_path_factory.mktemp("who") / "network.db"
    network = Context(None, Store(path, chosen=False), TODAY)
    for name, nicknames in (
        ("Ana Ruiz", ("Anita",)), ("Ana Rufo", ()), ("Mariana López", ()), ("Łukasz Żak", ()),
        ("Émile Zola", ()), ("Anita Berg", ()), ("7", ()), ("李小龍", ()), ("Zoë ﬁne", ()),
    ):  # fmt: skip
        contacts.add(network, Said(name=name, nicknames=nicknames))
    yield network
    network.store.close()


@pytest.fixture
def people(known, tmp_path):
    """Give a copy of the people that a test may change."""
    store = Store(Path(shutil.copy(known.store.path, tmp_path)), chosen=True)
    yield known._replace(store=store)
    store.close()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("1", "Ana Ruiz"), ("ana ruiz", "Ana Ruiz"), ("  ANA   RUIZ ", "Ana Ruiz"),
        ("ana rui", "Ana Ruiz"), ("Mari", "Mariana López"), ("lopez", "Mariana López"),
        ("lukasz", "Łukasz Żak"), ("zak", "Łukasz Żak"), ("EMILE", "Émile Zola"),
        ("émile", "Émile Zola"), ("anita", "Ana Ruiz"), ("anita b", "Anita Berg"),
        ("7", "7"), ("１", "Ana Ruiz"), ("李", "李小龍"), ("fine", "Zoë ﬁne"), ("zoe", "Zoë ﬁne"),
    ],
)  # fmt: skip
def test_the_first_tier_with_a_match_decides(people, said, name):
    assert contacts.named(people, [said])[0].name == name


def test_an_id_comes_before_a_name(people):
    assert contacts.named(people, ["3"])[0].name == "Mariana López"
    contacts.add(people, Said(name="3"))
    assert contacts.named(people, ["3"])[0].name == "Mariana López"
    contacts.add(people, Said(name="2024"))
    assert contacts.named(people, ["2024"])[0].name == "2024"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("ana", ["Ana Ruiz", "Ana Rufo"]),
        ("an", ["Ana Ruiz", "Ana Rufo", "Anita Berg"]),
        ("z", ["Zoë ﬁne"]),
        ("u", ["Ana Ruiz", "Ana Rufo", "Łukasz Żak"]),
    ],
)
def test_several_in_a_tier_are_ambiguous(people, said, names):
    if len(names) == 1:
        assert contacts.named(people, [said])[0].name == names[0]
        return
    with pytest.raises(WrongUsage) as raised:
        contacts.named(people, [said])
    assert raised.value.code == "ambiguous-person"
    assert sorted(person.name for person in raised.value.params["people"]) == sorted(names)


def test_two_of_the_same_name_are_ambiguous_and_one_who_has_it_twice_is_not(people):
    contacts.edit(people, "Ana Rufo", Said(nicknames=("Ana Rufo",)))
    assert contacts.named(people, ["Ana Rufo"])[0].id == 2
    contacts.add(people, Said(name="ANA RUFO"))
    with pytest.raises(WrongUsage):
        contacts.named(people, ["ana rufo"])


def test_no_more_candidates_are_listed_than_are_shown_and_one(people):
    for n in range(20):
        contacts.add(people, Said(name=f"Karl {n}"))
    with pytest.raises(WrongUsage) as raised:
        contacts.named(people, ["karl"])
    assert len(raised.value.params["people"]) == raised.value.params["most"] + 1


@pytest.mark.parametrize(
    "said",
    ["", "  ", "nobody", "99", "%", "_", "\\", "*", "-1", "1.0", "9" * 18, "9" * 20, "9" * 5000,
     "a" * 5000, "' OR 1=1 --", "\u0301"],
)  # fmt: skip
def test_nobody_is_an_error(people, said):
    with pytest.raises(NotFound) as raised:
        contacts.named(people, [said])
    assert raised.value.code == "nobody"


@pytest.mark.parametrize("said", ["An\0a", "Ana\ud800"])
def test_what_cannot_be_stored_is_refused(people, said):
    with pytest.raises(WrongUsage):
        contacts.named(people, [said])


def test_archived_people_answer_to_their_id_only(people):
    contacts.archive(people, ["Ana Ruiz"])
    for said in ("Ana Ruiz", "Anita Ruiz", "Ruiz"):
        with pytest.raises(NotFound):
            contacts.named(people, [said])
    assert contacts.named(people, ["ana"])[0].name == "Ana Rufo"
    assert contacts.named(people, ["anita"])[0].name == "Anita Berg"
    assert contacts.named(people, ["1"])[0].name == "Ana Ruiz"
    contacts.archive(people, ["1"], back=True)
    assert contacts.named(people, ["Ana Ruiz"])[0].id == 1


@pytest.mark.parametrize(
    "sql",
    [contact_reads.BY_EXACT_NAME, contact_reads.BY_PREFIX, completion.FIRST, completion.LAST,
     completion.BY_WORDS, completion.IN_GARDEN_BY_WORD],
)  # fmt: skip
def test_names_are_not_looked_up_among_everybody(context, sql):
    contacts.add(context, Said(name="Ana"))
    values = dict.fromkeys(
        ("key", "beyond", "limit", "expression", "first", "later", "walked"), "1"
    )  # fmt: skip
    with context.store.reading() as connection:
        plan = str(connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall())
    assert "ix_contact_listed" not in plan
