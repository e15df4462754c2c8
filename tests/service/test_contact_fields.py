"""The details of a person as lines of text, edited one by one; nothing is overwritten unseen."""

import pytest

from crm.context import Context
from crm.errors import CrmError, NotFound, WrongUsage
from crm.services import contact_fields, contacts, facts, history
from crm.services.card import card
from crm.services.contact_fields import FIELDS, edit_field
from crm.services.contacts import Said
from crm.store.connection import Store
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed
from tests.service.test_contacts import FULL


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


@pytest.fixture
def ana(network):
    contacts.add(network, Said(name="Bo Li"))
    contacts.add(network, Said(name="Cy", nicknames=("C",)))
    return contacts.add(network, FULL._replace(knows=("Bo",), met_through="Cy")).id


def text(network, person, code, language="en"):
    return dict(contact_fields.fields(network, person, language))[code]


def test_every_detail_is_a_line_of_text(network, ana):
    shown = dict(contact_fields.fields(network, ana, "en"))
    assert tuple(shown) == FIELDS
    assert {code: shown[code] for code in ("name", "roles", "emails", "birthday", "dates")} == {
        "name": "Ana Ruiz", "roles": "Photographer, beekeeper",
        "emails": "Ana@Example.org, a.r@x.es", "birthday": "--02-29",
        "dates": "wedding: 2015-06-20",
    }  # fmt: skip
    assert shown["met_on"] == "2025-06-27"
    assert (shown["met_through"], shown["knows"]) == ("Cy", "Bo Li")
    assert text(network, ana, "roles", "es") == "Fotógrafo/a, beekeeper"


@pytest.mark.parametrize("code", FIELDS)
def test_writing_what_stands_there_changes_nothing(network, ana, code):
    changes = len(history.history(network, -1))
    edit_field(network, ana, code, text(network, ana, code), "en")
    assert len(history.history(network, -1)) == changes


@pytest.mark.parametrize(
    ("code", "said", "kept"),
    [
        ("name", "Ana R. Gil", "Ana R. Gil"),
        ("title", "", ""),
        ("place", " Lugo ", "Lugo"),
        ("roles", "brewer; Web developer", "brewer, Web developer"),
        ("roles", "", ""),
        ("interests", "SAILING, tea, tea", "SAILING, tea"),
        ("skills", "SQL, with care;", "SQL, with care;"),
        ("tags", "Sea, #new one", "new one, sea"),
        ("emails", "a.r@x.es, ana@example.org, n@x.es", "a.r@x.es, ana@example.org, n@x.es"),
        ("phones", "+34600000000, 112", "+34600000000, 112"),
        ("links", "ana.example, x.org", "https://ana.example, https://x.org"),
        ("addresses", "2 Low St, Vigo; 1 High St", "1 High St; 2 Low St, Vigo"),
        ("birthday", "1990-02-28", "1990-02-28"),
        ("birthday", "", ""),
        ("dates", "moved: 2020, wedding: 2015-06-20", "wedding: 2015-06-20, moved: 2020"),
        ("availability", "open", "open"),
        ("met_on", "", ""),
        ("met_on", "yesterday", "2025-06-29"),
        ("met_through", "", ""),
        ("met_through", "bo", "Bo Li"),
        ("knows", "C", "Cy"),
        ("notes", "likes tea\nand cake", "likes tea\nand cake"),
    ],
)
def test_a_detail_becomes_what_is_written(network, ana, code, said, kept):
    before = dict(contact_fields.fields(network, ana, "en"))
    edit_field(network, ana, code, said, "en")
    after = dict(contact_fields.fields(network, ana, "en"))
    assert after[code] == kept
    assert {k: v for k, v in after.items() if k != code and v != before[k]} == {}
    history.undo(network)
    assert dict(contact_fields.fields(network, ana, "en")) == before


@pytest.mark.parametrize("code", ["offers", "needs", "roles"])
def test_a_role_among_offers_and_needs_is_written_by_its_name_and_stays_one(network, code):
    said = {code: ("web-developer", "salt")}
    bo = contacts.add(network, Said(name="Bo Li", **said)).id
    assert text(network, bo, code, "es") == "Desarrollador/a web, salt"
    edit_field(network, bo, code, "pepper, Desarrollador/a web, SALT", "es")
    kept = card(network, str(bo)).person.traits[code.removesuffix("s")]
    assert set(kept) == {"web-developer", "SALT", "pepper"}
    edit_field(network, bo, code, "Pepper", "es")
    assert text(network, bo, code) == "Pepper"


def test_ways_keep_their_labels(network, ana):
    with network.store.reading() as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM contact_email ORDER BY id")]
    edit_field(network, ana, "emails", "a.r@x.es, ANA@example.org", "en")
    with network.store.reading() as connection:
        kept = connection.execute(
            "SELECT id, value FROM contact_email ORDER BY position"
        ).fetchall()
    assert kept == [(ids[1], "a.r@x.es"), (ids[0], "ANA@example.org")]


@pytest.mark.parametrize(
    ("code", "said", "error"),
    [
        ("name", " ", "empty-text"),
        ("emails", "ana@x.es, nobody", "bad-email"),
        ("phones", "12", "bad-phone"),
        ("birthday", "31/31", "bad-partial-date"),
        ("dates", "2020", "date-without-label"),
        ("met_on", "tomorrow", "day-to-come"),
        ("met_through", "Ana", "knows-themselves"),
        ("knows", "Zoe", "nobody"),
        ("availability", "never", "unknown-value"),
        ("uid", "1", "unknown-value"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(network, ana, code, said, error):
    before = contact_fields.fields(network, ana, "en")
    with pytest.raises((WrongUsage, NotFound)) as refused:
        edit_field(network, ana, code, said, "en")
    assert refused.value.code == error
    assert contact_fields.fields(network, ana, "en") == before


def test_a_title_brings_its_roles_and_the_family_name_the_order(network):
    bo = contacts.add(network, Said(name="Bo Li")).id
    edit_field(network, bo, "title", "Web developer", "en")
    assert text(network, bo, "roles") == "Web developer"
    edit_field(network, bo, "family_name", "Li", "en")
    with network.store.reading() as connection:
        assert connection.execute("SELECT sort_key FROM contact").fetchone() == ("li",)


def test_what_was_changed_meanwhile_is_not_overwritten_unseen(network, ana):
    seen = text(network, ana, "title")
    elsewhere = Context(network.settings, Store(network.store.path, chosen=True), TODAY)
    contacts.edit(elsewhere, str(ana), Said(title="Art director"))
    with pytest.raises(CrmError) as refused:
        edit_field(network, ana, "title", "Illustrator", "en", seen=seen)
    assert refused.value.code == "changed-meanwhile"
    assert refused.value.params["theirs"] == "Art director"
    assert text(network, ana, "title") == "Art director"
    edit_field(network, ana, "title", "Illustrator", "en", seen="Art director")
    assert text(network, ana, "title") == "Illustrator"


def test_what_was_changed_to_the_same_or_elsewhere_in_the_person_is_no_conflict(network, ana):
    seen = text(network, ana, "title")
    contacts.edit(network, str(ana), Said(title="Illustrator", place="Lugo"))
    edit_field(network, ana, "title", "Illustrator", "en", seen=seen)
    edit_field(network, ana, "organisation", "", "en", seen="Müller")
    assert (text(network, ana, "place"), text(network, ana, "organisation")) == ("Lugo", "")


def test_a_fact_is_learned_without_a_conversation(network, ana):
    facts.learn(network, "Ana", "trabajo: opens a second shop")
    facts.learn(network, "Ana", "plays the cello")
    known = [(fact.kind, fact.text, fact.source) for fact in card(network, "Ana").facts]
    assert known == [("life", "plays the cello", ""), ("work", "opens a second shop", "")]
    assert card(network, "Ana").timeline == []
    assert contacts.find(network, "cello", 5)[0].name == "Ana Ruiz"
