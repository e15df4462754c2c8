"""Search: whatever is typed is words to find, and the right person is found."""

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, history
from crm.services.contacts import Said
from crm.services.conversations import Happened
from tests.service.state import assert_derived, assert_indexed


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    from crm.context import Context
    from crm.store.connection import Store
    from tests.conftest import TODAY

    path = tmp_path_factory.mktemp("search") / "network.db"
    context = Context(None, Store(path, chosen=False), TODAY)
    for said in (
        Said(name="Brian O'Brien", emails=("a@b.com",), roles=("photographer",)),
        Said(name="Łukasz Żak", organisation="Müller & Söhne", needs=("C++ mentor",)),
        Said(name="Émile Zola", place="Aix-en-Provence", tags=("old-friends",)),
        Said(name="🌱 Eva", note='100 % vegan; said "hello" (twice) *'),
        Said(name="👩‍💻 Ada", nicknames=("The Countess",)),
        Said(name="مريم خليل", title="Straße architect"),
        Said(name="李小龍", interests=("kung fu",)),
        Said(name="Zoë ﬁne", note="NOT AND OR NEAR"),
        Said(name="\u202eevil \x1b[31m", note="a" * 50_000),
        Said(name="Robert'); DROP TABLE contact; --"),
        Said(name="हिन्दी व्यक्ति", offers=("chai",)),
        Said(name='Quote "Q" Quentin'),
        Said(name="Back\\slash 50%"),
        Said(name="Ringo ☆", tags=("drums",)),
        Said(name="𞤀𞤁𞤂 Bah"),
    ):
        contacts.add(context, said)
    told = Happened(("Brian",), "Coffee about the Lisbon move", event="Web Summit", place="Pier 7")
    conversations.log(context, told._replace(facts=("dream: open a bakery",)))
    yield context
    context.store.close()


def names(context, query, limit=20):
    try:
        return [person.name for person in contacts.find(context, query, limit)]
    except NotFound:
        return []


def test_finding_nobody_is_an_error(crowd):
    with pytest.raises(NotFound) as raised:
        contacts.find(crowd, "nobody at all", 5)
    assert (raised.value.code, raised.value.exit_code) == ("found-nobody", 3)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("O'Brien", "Brian O'Brien"), ("o'bri", "Brian O'Brien"), ("obrien a@b.com", None),
        ("brien brian", "Brian O'Brien"), ("a@b.com", "Brian O'Brien"), ("A@B", "Brian O'Brien"),
        ("photographer", "Brian O'Brien"), ("lisbon", "Brian O'Brien"),
        ("web summit", "Brian O'Brien"), ("pier", "Brian O'Brien"), ("BAKERY", "Brian O'Brien"),
        ("lukasz", "Łukasz Żak"), ("ŁUKASZ", "Łukasz Żak"), ("zak muller", "Łukasz Żak"),
        ("sohne", "Łukasz Żak"), ("muller & sohne", "Łukasz Żak"), ("C++", "Łukasz Żak"),
        ("emile", "Émile Zola"), ("ÉMILE", "Émile Zola"), ("E\u0301mile", "Émile Zola"),
        ("aix-en-provence", "Émile Zola"), ("old-friends", "Émile Zola"), ("🌱", "🌱 Eva"),
        ("eva 🌱", "🌱 Eva"), ("100 %", "🌱 Eva"), ('"hello"', "🌱 Eva"), ("(twice)", "🌱 Eva"),
        ("👩‍💻", "👩‍💻 Ada"), ("ada 👩‍💻", "👩‍💻 Ada"), ("countess", "👩‍💻 Ada"),
        ("مريم", "مريم خليل"), ("strasse", "مريم خليل"), ("李小龍", "李小龍"), ("李", "李小龍"),
        ("KUNG-FU", "李小龍"), ("fine", "Zoë ﬁne"), ("zoe", "Zoë ﬁne"), ("NOT", "Zoë ﬁne"),
        ("NEAR(", "Zoë ﬁne"), ("AND OR", "Zoë ﬁne"), ("evil", "\u202eevil \x1b[31m"),
        ("drop table", "Robert'); DROP TABLE contact; --"), ("हिन्दी", "हिन्दी व्यक्ति"),
        ("chai", "हिन्दी व्यक्ति"), ('"q"', 'Quote "Q" Quentin'), ('"', 'Quote "Q" Quentin'),
        ('que"nt', None), ("back\\slash", "Back\\slash 50%"), ("\\", "Back\\slash 50%"),
        ("50%", "Back\\slash 50%"), ("☆", "Ringo ☆"), ("ringo ☆", "Ringo ☆"),
        ("ringo ★", "Ringo ☆"), ("name:eva", None), ("contact_search", None), ("{name}: eva", None),
        ("^eva", "🌱 Eva"), ("eva*", "🌱 Eva"), ("-eva", "🌱 Eva"), ("+eva", "🌱 Eva"),
        ("eva OR", None), ("𞤀𞤁𞤂", "𞤀𞤁𞤂 Bah"), ("𞤀𞤁𞤂 bah", "𞤀𞤁𞤂 Bah"), ("%", "Back\\slash 50%"),
    ],
)  # fmt: skip
def test_a_query_is_words(crowd, query, name):
    found = names(crowd, query)
    assert (name in found) if name else found == []


@pytest.mark.parametrize(
    "query",
    ["", " ", "*", "**", "''", "()", "NEAR(a b, 5)", "a NEAR/2 b", "_", "'", ";", "--", "\u0301",
     "\u200b", "x" * 99_999, "a " * 2_000, '" ' * 2_000, "🌱" * 5_000, "\ufffe", "½", "²", "Ⅷ"],
)  # fmt: skip
def test_no_query_breaks_the_search(crowd, query):
    assert len(names(crowd, query, 5)) <= 5


@pytest.mark.parametrize("query", ["a\0b", "\ud83d", "a" * 100_001])
def test_a_query_that_cannot_be_meant_is_refused(crowd, query):
    with pytest.raises(WrongUsage):
        contacts.find(crowd, query, 5)


def test_names_come_before_anything_else_and_the_archived_last(network):
    contacts.add(network, Said(name="Xavier", note="knows Vera"))
    contacts.add(network, Said(name="Vera Book"), book=True)
    contacts.add(network, Said(name="Vera Zen"))
    contacts.add(network, Said(name="Vera Away"))
    contacts.archive(network, ["Vera Away"])
    found = [person.name for person in contacts.find(network, "vera", 9)]
    assert found == ["Vera Zen", "Vera Book", "Vera Away", "Xavier"]
    assert [p.name for p in contacts.find(network, "vera", 2)] == ["Vera Zen", "Vera Book"]
    assert_derived(network)


def test_what_changes_is_found_anew(network):
    contacts.add(network, Said(name="Ana", tags=("sea",), roles=("photographer",)))

    def finds(*queries):
        return [names(network, query) for query in queries]

    assert finds("ana", "sea", "photographer") == [["Ana"]] * 3
    contacts.edit(network, "Ana", Said(name="Berta", remove=("tag:sea", "role:photographer")))
    assert finds("ana", "sea", "photographer", "berta") == [[], [], [], ["Berta"]]
    conversations.log(network, Happened(("Berta",), "Regatta", facts=("interest: knots",)))
    contacts.tag(network, ["Berta"], ["harbour"], off=[])
    assert finds("regatta", "knots", "harbour") == [["Berta"]] * 3
    assert_indexed(network)
    contacts.delete(network, ["Berta"])
    assert finds("regatta", "knots", "harbour", "berta") == [[]] * 4
    assert_indexed(network)
    history.undo(network)
    assert finds("regatta", "knots", "harbour", "berta") == [["Berta"]] * 4
    assert_indexed(network)


def test_signs_bring_those_forward_who_have_them(network):
    for name in ("Ana", "Ana 👩‍💻 &", "Ana &"):
        contacts.add(network, Said(name=name))
    found = [person.name for person in contacts.find(network, "ana & 👩‍💻", 9)]
    assert found == ["Ana 👩‍💻 &", "Ana &", "Ana"]
