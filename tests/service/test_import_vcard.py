"""vCards into the network: everything they say, once, and out again without a trace."""

from __future__ import annotations

import pytest

from crm.services import contacts, history
from crm.services.contacts import Said
from crm.services.transfer import import_file
from crm.store.reads import contacts as reads
from tests.formats.vcards import card
from tests.service.state import assert_derived, state

ANA = card(
    "UID:urn:uuid:11-22", "N:Ruiz;Ana;María;Dra.;", "FN:Ana Ruiz", "NICKNAME:Ani",
    "ORG:Estudio;Diseño", "TITLE:Senior copywriter", "EMAIL;TYPE=WORK:ana@example.com",
    "item1.TEL:+34 600 123 456", "item1.X-ABLabel:Boat", "ADR;TYPE=home:;;Main 1;Lugo;;27001;ES",
    "BDAY:--0314", "ANNIVERSARY:20140310", "URL:https://example.com", "NOTE:Bees\\, mostly",
    "X-UNKNOWN;X=1:kept", "REV:20240101T000000Z",
)  # fmt: skip
EVA = card("UID:33", "FN:Eva", "TEL;CELL:600 999 888", version="2.1")
CLUB = card("FN:Sailing", "X-ADDRESSBOOKSERVER-KIND:group",
            "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:11-22")  # fmt: skip


@pytest.fixture
def take(context, tmp_path):
    def make(text, name="people.vcf", **options):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return import_file(context, str(path), **options)

    return make


def person(context, name):
    with context.store.reading() as connection:
        (found,) = reads.by_exact_name(connection, name, 2)
        return reads.details(connection, found.id)


def noted(context):
    with context.store.reading() as connection:
        return connection.execute(
            "SELECT source, external_id, fields FROM import_record ORDER BY id"
        ).fetchall()


def test_everything_a_card_says_is_there(context, take):
    report = take(CLUB + ANA + EVA)

    assert (report.format, report.new, report.problems, report.legacy_text) == (
        "vcard", 2, [], False,
    )  # fmt: skip
    ana = person(context, "ana ruiz")
    assert (ana.given_name, ana.family_name, ana.organisation, ana.title, ana.place) == (
        "Ana", "Ruiz", "Estudio", "Senior copywriter", "Lugo",
    )  # fmt: skip
    assert ana.emails == (("ana@example.com", "work"),)
    assert ana.phones == (("+34 600 123 456", "Boat"),)
    assert [tuple(address) for address in ana.addresses] == [
        ("home", "Main 1", "Lugo", "", "27001", "ES")
    ]
    assert sorted(tuple(day) for day in ana.dates) == [
        ("birthday", "", None, 3, 14), ("other", "anniversary", 2014, 3, 10),
    ]  # fmt: skip
    assert (ana.notes, ana.links, ana.origin) == (
        "Bees, mostly", (("https://example.com", "web"),), "vcard",
    )  # fmt: skip
    assert ana.tags == ("Sailing",)
    (source, key, fields), (_, other, _) = noted(context)
    assert (source, key, other) == ("vcard", "11-22", "33")
    assert "X-UNKNOWN;X=1:kept" in fields
    assert_derived(context)


def test_the_same_file_again_changes_nothing_and_undo_leaves_nothing(context, take):
    contacts.add(context, Said(name="Somebody Else"))
    before = state(context)
    take(CLUB + ANA + EVA)
    after = state(context)

    again = take(CLUB + ANA + EVA)

    assert (again.new, again.changed, again.same, again.kept) == (0, 0, 2, ())
    assert state(context) == after
    history.undo(context)
    assert state(context) == before


def test_a_later_file_adds_what_is_new(context, take):
    take(EVA)
    later = card("UID:33", "FN:Eva", "TEL:600 999 888", "ADR:;;Main 2;Vigo;;;", "TITLE:Pilot",
                 "ANNIVERSARY:2020-01-02", "X-NEW:1")  # fmt: skip

    report = take(later)

    (change,) = report.changes
    assert {*change.fields} == {"place", "title", "addresses", "dates"}
    assert [tuple(address)[1:3] for address in person(context, "eva").addresses] == [
        ("Main 2", "Vigo")
    ]
    assert take(later).changed == 0
    assert "X-NEW:1" in noted(context)[0][2]


def test_a_bad_card_takes_no_other_with_it(context, take):
    report = take("junk\n" + ANA + card("NOTE:nobody") + EVA.replace("END:VCARD", ""), name="x")

    assert (report.format, report.new) == ("vcard", 2)
    assert [(p.code, p.imported) for p in report.problems] == [
        ("stray-text", False), ("empty-card", False), ("missing-end", True),
    ]  # fmt: skip


def test_a_dry_run_leaves_nothing(context, take):
    before = state(context)
    assert take(ANA, dry_run=True).new == 1
    assert state(context) == before
