"""Importing: who is new, who is known, what is left alone, and taking all of it back."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm.context import Context
from crm.errors import CrmError, WrongUsage
from crm.services import contacts, conversations, garden, history
from crm.services.changes import change
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.transfer import as_dict, import_file
from crm.services.understand import LONGEST_TEXT
from crm.store import search
from crm.store.connection import Store
from crm.store.reads import contacts as reads
from crm.store.reads import imports as import_reads
from crm.store.reads import people
from tests.service.state import assert_derived, search_of, state

FIXTURES = Path(__file__).parents[1] / "formats" / "fixtures"
PEOPLE = {
    "generic_spanish.csv": 2, "google_new.csv": 3, "linkedin_bom_crlf.csv": 2,
    "linkedin_broken_quotes.csv": 3, "linkedin_ghosts_namesakes.csv": 5,
    "linkedin_no_preamble_no_newline.csv": 2, "linkedin_no_url.csv": 4, "linkedin_plain.csv": 3,
    "linkedin_plain_notes_reordered.csv": 2, "linkedin_quoted_notes_two_blanks.csv": 2,
    "linkedin_semicolons.csv": 2, "linkedin_spanish.csv": 4, "linkedin_tabs_cp1252.csv": 1,
    "outlook_utf16.csv": 1,
}  # fmt: skip
LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@example.com,Estudio,Designer,12 Mar 2024\n"


@pytest.fixture
def write(tmp_path):
    def make(text, name="people.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    return make


@pytest.fixture
def take(context, write):
    """Import a text; a LinkedIn one when it is only rows of it."""

    def make(text, **options):
        return import_file(context, write(text), **options)

    return make


def person(context, name):
    with context.store.reading() as connection:
        (found,) = reads.by_exact_name(connection, name, 2)
        return reads.details(connection, found.id)


def everybody(context):
    with context.store.reading() as connection:
        everyone = people.window(connection, people.Search(), None, -1, 0)
        return [(line.id, line.name) for line in everyone]


def record(context, contact_id):
    with context.store.reading() as connection:
        rows = connection.execute(
            "SELECT source, external_id, fields, imported_on FROM import_record"
            " WHERE contact_id = ? ORDER BY id",
            (contact_id,),
        ).fetchall()
    return [(source, key, json.loads(fields), on) for source, key, fields, on in rows]


@pytest.mark.parametrize(("name", "people"), PEOPLE.items())
def test_each_fixture_comes_in_once_and_goes_out_without_trace(context, name, people):
    contacts.add(context, Said(name="Somebody Else"))
    before = state(context)

    first = import_file(context, str(FIXTURES / name))
    after = state(context)
    again = import_file(context, str(FIXTURES / name))

    assert (first.new, first.changed, first.same) == (people, 0, 0)
    assert (again.new, again.changed, again.same, again.kept) == (0, 0, people, ())
    assert state(context) == after
    assert [line.action for line in history.history(context, -1)] == ["import", "add"]
    assert history.history(context, 1)[0].subject == name
    assert_derived(context)
    assert_searchable(context)
    history.undo(context)
    assert state(context) == before


def assert_searchable(context):
    with context.store.reading() as connection:
        stored = search_of(connection)
    with change(context, "rebuild") as made:
        search.rebuild(made.write.plain())
    with context.store.reading() as connection:
        assert search_of(connection) == stored


def test_imported_people_are_known_and_never_due(context, take):
    report = take(LINKEDIN + ANA)

    ana = person(context, "ana ruiz")
    assert report.format == "linkedin"
    assert (ana.given_name, ana.family_name, ana.organisation, ana.title) == (
        "Ana", "Ruiz", "Estudio", "Designer",
    )  # fmt: skip
    assert (ana.origin, ana.garden_since, ana.next_due_on, ana.cadence_days) == (
        "linkedin", None, None, None,
    )  # fmt: skip
    assert (ana.known_since, ana.met_on, ana.last_contact_on) == (None, None, None)
    assert ana.emails == (("ana@example.com", ""),)
    assert ana.links == (("https://www.linkedin.com/in/ana-ruiz", "linkedin"),)
    assert [found.name for found in contacts.find(context, "estudio ruiz", 5)] == ["Ana Ruiz"]
    ((source, key, fields, on),) = record(context, ana.id)
    assert (source, key, on) == ("linkedin", "ana-ruiz", "2026-03-02")
    assert fields == {
        "name": "Ana Ruiz", "given_name": "Ana", "family_name": "Ruiz", "organisation": "Estudio",
        "title": "Designer", "connected_on": "2024-03-12", "emails": ["ana@example.com"],
        "links": ["https://www.linkedin.com/in/ana-ruiz"], "roles": ["graphic-designer"],
    }  # fmt: skip


def test_every_field_of_an_address_book_has_its_place(context, take):
    report = take(
        "name,emails,phones,website,tags,roles,city,language,notes,birthday,nickname,"
        "known since,met on,met at,cadence,org,job title\n"
        "Noor Haddad,noor@example.com ::: n@example.org,+34 600 000 001,noor.example,"
        "#web ::: diseño,Desarrolladora web,Málaga,es,likes tea,--12-01,Nunu,2019-01-01,"
        "2025-05-05,Open South,2M,Cedar,Buyer\n"
    )

    noor = person(context, "noor haddad")
    assert report.new == 1
    assert not report.problems
    assert (noor.place, noor.language, noor.notes, noor.met_at, noor.organisation, noor.title) == (
        "Málaga", "es", "likes tea", "Open South", "Cedar", "Buyer",
    )  # fmt: skip
    assert (noor.known_since, noor.met_on) == (date(2019, 1, 1), date(2025, 5, 5))
    assert (noor.cadence, noor.garden_since) == ("2m", None)
    assert [value for value, _ in noor.emails] == ["noor@example.com", "n@example.org"]
    assert noor.links == (("https://noor.example", "web"),)
    assert noor.dates == (("birthday", "", None, 12, 1),)
    assert noor.tags == ("diseño", "web")
    assert noor.traits == {"role": ["web-developer"], "nickname": ["Nunu"]}
    assert_searchable(context)


def test_what_changed_at_the_source_replaces_only_what_the_import_wrote(context, take):
    take(LINKEDIN + ANA)
    contacts.edit(context, "ana", Said(title="Illustrator"))

    report = take(LINKEDIN + ANA.replace("Estudio", "Taller").replace("Designer", "Lead"))

    (changed,) = report.changes
    assert (changed.line, changed.name, changed.fields, changed.joined) == (
        2, "Ana Ruiz", ("organisation",), False,
    )  # fmt: skip
    (kept,) = report.kept
    assert (kept.line, kept.field, kept.ours, kept.theirs) == (2, "title", "Illustrator", "Lead")
    ana = person(context, "ana ruiz")
    assert (ana.organisation, ana.title) == ("Taller", "Illustrator")
    assert record(context, ana.id)[0][2]["title"] == "Designer"
    assert_searchable(context)
    again = take(LINKEDIN + ANA.replace("Estudio", "Taller").replace("Designer", "Lead"))
    assert (again.changed, len(again.kept)) == (0, 1)
    assert history.history(context, 1)[0].rows > 0
    history.undo(context)
    assert person(context, "ana ruiz").organisation == "Estudio"


def test_what_the_user_emptied_or_removed_does_not_come_back(context, take):
    take(LINKEDIN + ANA)
    contacts.edit(context, "ana", Said(organisation="", remove=("email: ana@example.com",)))
    before = state(context)

    report = take(LINKEDIN + ANA)

    assert [(kept.field, kept.ours, kept.theirs) for kept in report.kept] == [
        ("organisation", "", "Estudio"), ("emails", "", "ana@example.com"),
    ]  # fmt: skip
    assert report.changed == 0
    assert state(context) == before


def test_what_a_file_no_longer_says_stays(context, take):
    take(LINKEDIN + ANA)
    report = take(LINKEDIN + "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,,,12 Mar 2024\n")
    assert (report.same, report.kept) == (1, ())
    assert person(context, "ana ruiz").organisation == "Estudio"


def test_a_new_name_sorts_and_is_found_anew_unless_the_user_chose_one(context, take):
    take(LINKEDIN + ANA)
    take(LINKEDIN + ANA.replace("Ruiz", "Zamora"))
    ana = person(context, "ana zamora")
    assert ana.family_name == "Zamora"
    with context.store.reading() as connection:
        (key,) = connection.execute("SELECT sort_key FROM contact").fetchone()
    assert key == "zamora ana"
    contacts.edit(context, "ana", Said(name="Anita"))
    report = take(LINKEDIN + ANA.replace("Ruiz", "Moya"))
    assert [kept.field for kept in report.kept] == ["name"]
    assert (person(context, "anita").family_name, report.changed) == ("Zamora", 0)
    assert_searchable(context)


@pytest.mark.parametrize(
    "said",
    [
        Said(name="Anita", emails=("ANA@example.com",)),
        Said(name="Anita", links=("linkedin.com/in/Ana-Ruiz/?trk=x",)),
    ],
)
def test_an_exact_strong_key_joins_and_fills_only_what_is_empty(context, take, said):
    contacts.add(context, said._replace(title="Friend"))
    before = state(context)

    report = take(LINKEDIN + ANA)

    assert (report.new, report.changed, report.joined, report.unsure) == (0, 1, 1, ())
    assert report.changes[0].joined
    anita = person(context, "anita")
    assert (anita.title, anita.organisation, anita.origin) == ("Friend", "Estudio", "user")
    assert (len(anita.emails), len(anita.links)) == (1, 1)
    assert {kept.field for kept in report.kept} == {"name", "title"}
    again = take(LINKEDIN + ANA)
    assert (again.new, again.changed, again.same, again.joined) == (0, 0, 1, 0)
    assert_derived(context)
    history.undo(context)
    assert state(context) == before


def test_a_phone_number_joins_people_who_share_a_word_of_their_name(context, take):
    contacts.add(context, Said(name="Ana Ruiz", phones=("+34 600 000 001",)))
    contacts.add(context, Said(name="Reception", phones=("+34 910 000 000",)))

    report = take("name,phone\nana,+34600000001\nTom Vale,+34 910 000 000\n")

    assert (report.joined, report.new) == (1, 1)
    (unsure,) = report.unsure
    assert (unsure.line, unsure.name, unsure.reason, unsure.imported) == (
        3, "Tom Vale", "other-name", True,
    )  # fmt: skip
    assert len(everybody(context)) == 3


def test_a_key_of_several_people_is_left_to_the_user(context, take):
    for name in ("Ana", "Luis", "Mara"):
        contacts.add(context, Said(name=name, emails=("info@example.com",)))

    report = take("name,email\nMARA,info@example.com\nTom,info@example.com\n")

    assert (report.joined, report.new, len(everybody(context))) == (1, 0, 3)
    (unsure,) = report.unsure
    assert (unsure.name, unsure.reason, unsure.imported) == ("Tom", "several", False)
    assert unsure.contact_ids == (1, 2)
    assert [(p.line, p.code, p.imported) for p in report.problems] == [(3, "several", False)]


def test_the_same_name_alone_joins_nobody(context, take):
    contacts.add(context, Said(name="Ana Ruiz", emails=("other@example.com",)))

    report = take(LINKEDIN + ANA)

    assert (report.new, [row.reason for row in report.unsure]) == (1, ["same-name"])
    assert report.unsure[0].contact_ids == (1,)
    assert [name for _, name in everybody(context)] == ["Ana Ruiz", "Ana Ruiz"]
    assert take(LINKEDIN + ANA).same == 1


def test_namesakes_stay_two_people_in_whatever_order_they_come(context, take):
    one, two = "José,Peña,,,Cauce,Engineer,5 May 2023\n", "José,Peña,,,Otra,Lawyer,5 May 2023\n"
    report = take(LINKEDIN + one + two)
    after = state(context)

    assert (report.new, [row.reason for row in report.unsure]) == (2, ["same-key"])
    again = take(LINKEDIN + two + one)
    assert (again.new, again.changed, again.same) == (0, 0, 2)
    assert state(context) == after
    third = take(LINKEDIN + two + one + one.replace("Cauce", "Third"))
    assert (third.new, third.changed, third.same) == (1, 0, 2)


def test_one_address_for_two_names_is_two_people(context, take):
    text = "name,email\nAna Ruiz,home@example.com\nTom Vale,home@example.com\n"
    assert (take(text).new, take(text).same) == (2, 2)
    swapped = "name,email\nTom Vale,home@example.com\nAna Ruiz,home@example.com\n"
    assert take(swapped).same == 2
    assert len(everybody(context)) == 2


def test_the_same_number_in_another_file_is_not_the_same_person(context, take):
    take("id,name,org\n1,Ana Ruiz,Estudio\n")
    report = take("id,name,org\n1,Tom Vale,Den\n")
    assert (report.new, report.unsure[0].reason, report.unsure[0].contact_ids) == (
        1, "other-name", (1,),
    )  # fmt: skip
    assert take("id,name,org\n1,Tom Vale,Den\n").same == 1
    assert take("id,name,org\n1,Ana Ruiz,Estudio\n").same == 1


@pytest.mark.parametrize(
    "own", ["Mail;Client\nana@x.org;Ana Ruiz\n", "Tel;Client\n600111;Ana Ruiz\n"]
)
def test_a_wrong_first_import_is_mended_by_the_right_mapping(context, take, own):
    take(own)
    before = state(context)

    report = take(own, mapping={"Client": "name"})

    assert (report.new, report.changed, report.joined) == (0, 1, 0)
    assert (report.changes[0].fields, report.kept, report.unsure) == (("name",), (), ())
    ana = person(context, "ana ruiz")
    assert [key for _, key, *_ in record(context, ana.id)] == [own.split("\n")[1].split(";")[0]]
    assert take(own, mapping={"Client": "name"}).same == 1
    assert_searchable(context)
    assert_derived(context)
    history.undo(context)
    assert state(context) == before


def test_a_wrong_name_of_a_first_import_is_mended_too(context, take):
    text = "Mail;Client;Boss\nana@x.org;Ana Ruiz;Tom Vale\n"
    take(text, mapping={"Boss": "name"})
    before = state(context)

    report = take(text, mapping={"Client": "name"})

    assert (report.changed, report.kept, report.unsure) == (1, (), ())
    assert len(record(context, person(context, "ana ruiz").id)) == 1
    history.undo(context)
    assert state(context) == before
    contacts.edit(context, "tom vale", Said(name="Anita"))
    (kept,) = take(text, mapping={"Client": "name"}).kept
    assert (kept.field, kept.ours, kept.theirs) == ("name", "Anita", "Ana Ruiz")


def test_nobody_is_known_only_since_after_the_first_contact(context, take):
    contacts.add(context, Said(name="Ana", emails=("ana@x.org",)))
    conversations.log(context, Happened(("Ana",), on="2025-05-05"))
    rows = "name,email,known since\nAna,ana@x.org,2025-05-06\n"

    report = take(rows)

    assert (report.changed, report.same, report.kept) == (0, 1, ())
    assert person(context, "ana").known_since is None
    assert take(rows).same == 1
    assert take(rows.replace("05-06", "05-05")).changes[0].fields == ("known_since",)
    assert take(rows).same == 1
    assert person(context, "ana").known_since == date(2025, 5, 5)


def test_rows_that_repeat_each_other_are_one_person(context, take):
    report = take(LINKEDIN + ANA + ANA)
    assert (report.new, report.repeated) == (1, 1)
    report = take("name,email,city,phone\nTom,t@x.org,Vigo,\nTOM,T@x.org,,600111222\n")
    assert (report.new, report.repeated) == (1, 1)
    tom = person(context, "tom")
    assert (tom.name, tom.place, len(tom.phones)) == ("Tom", "Vigo", 1)


def test_a_renamed_profile_is_known_by_its_address(context, take):
    take(LINKEDIN + ANA)
    report = take(LINKEDIN + ANA.replace("in/ana-ruiz", "in/ana-the-designer"))
    assert (report.new, report.joined, report.changes[0].fields) == (0, 1, ("links",))
    assert len(everybody(context)) == 1


def test_two_sources_each_remember_what_they_wrote(context, take):
    take(LINKEDIN + ANA)
    take("name,email,city\nAna Ruiz,ana@example.com,Vigo\n")
    ana = person(context, "ana ruiz")
    assert [(source, key) for source, key, *_ in record(context, ana.id)] == [
        ("linkedin", "ana-ruiz"), ("csv", "ana@example.com"),
    ]  # fmt: skip
    assert record(context, ana.id)[1][2] == {"place": "Vigo", "called": "Ana Ruiz"}
    take("name,email,city\nAna Ruiz,ana@example.com,Lugo\n")
    assert person(context, "ana ruiz").place == "Lugo"


def test_bad_rows_are_told_with_their_lines_and_the_rest_comes_in(context, take):
    report = take(
        LINKEDIN
        + ",,https://www.linkedin.com/in/gone,,,,\n"
        + f"Long,One,,,{'x' * (LONGEST_TEXT + 1)},,\n"
        + "Bo\0b,X,,,,,\n"
        + "Tom,Vale,,not an address,,,yesterday\n"
        + ANA
    )
    assert [(row.line, row.code, row.imported) for row in report.bad] == [
        (3, "text-too-long", False), (4, "nul-character", False), (5, "bad-email", True),
        (5, "bad-connected-on", True),
    ]  # fmt: skip
    assert (report.new, report.ghosts) == (2, 1)
    assert report.bad[0].params == {"field": "organisation", "most": LONGEST_TEXT}
    json.dumps(as_dict(report))


def test_cells_that_cannot_be_meant_are_told_and_left_out(context, take):
    report = take(
        "name,phone,met on,known since,cadence\nTom,12,2027-01-01,2026-03-03,sometimes\n"
        "Ana,600111222,2026-03-02,2026-03-02,none\n"
    )
    assert [row.code for row in report.bad] == [
        "bad-phone", "bad-known-since", "bad-met-on", "bad-cadence",
    ]  # fmt: skip
    assert (person(context, "tom").phones, person(context, "tom").met_on) == ((), None)
    assert (person(context, "ana").met_on, person(context, "ana").cadence) == (context.today, "")


def test_a_dry_run_says_the_same_and_writes_nothing(context, write, tmp_path):
    path = write(LINKEDIN + ANA + ANA.replace("Ana", "Eva").replace("ana", "eva"))
    dry = import_file(context, path, dry_run=True)
    assert not context.store.exists()
    chosen = context._replace(store=Store(context.store.path, chosen=True))
    assert import_file(chosen, path, dry_run=True) == dry
    assert not context.store.path.parent.exists()
    assert [(row.line, row.name, row.organisation, row.title) for row in dry.planned] == [
        (2, "Ana Ruiz", "Estudio", "Designer"), (3, "Eva Ruiz", "Estudio", "Designer"),
    ]  # fmt: skip
    real = import_file(context, path)
    assert real._replace(dry_run=True) == dry
    before = state(context)
    assert import_file(context, path, dry_run=True).same == 2
    assert state(context) == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("PK\x03\x04", "not-text"),
        (LINKEDIN, "no-rows"),
        (LINKEDIN + ",,,,,,\n", "no-rows"),
        (f"name\n{'x' * (LONGEST_TEXT + 1)}\n", "no-rows"),
        ("colour,size\nred,3\n", "no-header"),
        ("BEGIN:VCARD\n", "no-rows"),
    ],
)
def test_a_file_without_people_is_an_error_and_makes_no_database(context, take, text, code):
    with pytest.raises(CrmError) as caught:
        take(text)
    assert (caught.value.code, caught.value.exit_code) == (code, 1)
    assert str(caught.value.params["path"]).endswith("people.csv")
    assert not context.store.exists()


def test_a_file_that_is_not_linkedins_says_so_when_it_is_called_so(context, take):
    with pytest.raises(CrmError) as caught:
        take("Mail,Client\nana@x.org,Ana\n", source_format="linkedin")
    assert (caught.value.code, list(caught.value.params)) == ("no-linkedin-header", ["path"])


def test_files_that_cannot_be_opened_are_errors(context, tmp_path):
    for path, code in ((tmp_path / "none.csv", "file-not-found"), (tmp_path, "unreadable")):
        with pytest.raises(CrmError) as caught:
            import_file(context, str(path))
        assert (caught.value.code, caught.value.exit_code) == (code, 1)


def test_a_mapping_names_columns_and_a_wrong_one_is_wrong_usage(context, take):
    report = take("Wer,Wo\nAna,Vigo\n", mapping={"Wer": "name", "wo": "city"})
    assert report.mapping == {"Wer": "name", "Wo": "city"}
    assert person(context, "ana").place == "Vigo"
    for text, mapping, code in (
        ("Wer\nAna\n", {"Was": "name"}, "unknown-column"),
        ("Wer\nAna\n", {"Wer": "colour"}, "unknown-field"),
        (LINKEDIN + ANA, {"URL": "links"}, "mapping-needs-csv"),
    ):
        with pytest.raises(WrongUsage) as caught:
            take(text, mapping=mapping)
        assert caught.value.code == code


def test_the_format_may_be_told(context, take):
    assert take(LINKEDIN + ANA, source_format="csv").format == "csv"
    with pytest.raises(WrongUsage) as caught:
        take(LINKEDIN + ANA, source_format="outlook")
    assert caught.value.code == "unknown-value"


def test_standard_input_is_read_once(context, monkeypatch):
    data = io.TextIOWrapper(io.BytesIO((LINKEDIN + ANA).encode("utf-16")))
    monkeypatch.setattr(sys, "stdin", data)
    report = import_file(context, "-")
    assert (report.new, report.file, report.encoding) == (1, "-", "utf-16")
    assert history.history(context, 1)[0].subject == "-"


def test_progress_is_told_while_reading_and_while_writing(context, take):
    told = []
    rows = "".join(f"P{n},Q,https://www.linkedin.com/in/p{n},,,,\n" for n in range(1200))
    take(LINKEDIN + rows, progress=lambda done, total: told.append((done, total)))
    assert told == [(500, None), (1000, None), (500, 1200), (1000, 1200), (1200, 1200)]


def test_tags_and_cadences_make_no_duties_of_new_people(context, take):
    contacts.add(context, Said(name="Bea", tags=("web",)))
    contacts.set_tag(context, "web", cadence="1m", circle=None)
    take("name,tags\nNoor,web ::: new\n")
    noor = person(context, "noor")
    assert (noor.tags, noor.garden_since, noor.next_due_on) == (("new", "web"), None, None)
    garden.plant(context, [("noor", None)])
    assert person(context, "noor").cadence_days == 30
    assert_derived(context)


def test_what_joins_a_person_of_the_garden_is_derived_at_once(context, take):
    contacts.add(context, Said(name="Bea", emails=("bea@example.com",)))
    before = person(context, "bea").next_due_on
    take("name,email,cadence,birthday,tags\nBea,bea@example.com,2w,1990-03-14,web\n")
    bea = person(context, "bea")
    assert (bea.cadence, bea.cadence_days, bea.tags) == ("2w", 14, ("web",))
    assert bea.next_due_on != before
    assert_derived(context)
    take("name,email,cadence,birthday,tags\nBea,bea@example.com,2w,1990-03-15,web\n")
    assert person(context, "bea").dates == (("birthday", "", 1990, 3, 15),)


def test_undo_restores_after_hand_edits_and_a_second_import(context, take):
    take(LINKEDIN + ANA)
    contacts.tag(context, ["ana"], ["friend"], off=[])
    before = state(context)
    take("name,email,tags,notes\nAna Ruiz,ana@example.com,web ::: news,hi\nNew,n@x.org,web,\n")
    assert_searchable(context)
    contacts.delete(context, ["new"])
    history.undo(context)
    history.undo(context)
    assert state(context) == before


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12)
ROW = st.tuples(WORDS, WORDS, st.sampled_from(["", "a", "b", "c%C3%B3", "B"]),
                st.sampled_from(["", "x@y.z", "X@y.z", "q"]), WORDS)  # fmt: skip


@settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(first=st.lists(ROW, min_size=1, max_size=6), second=st.lists(ROW, min_size=1, max_size=6))
def test_any_rows_import_again_without_change_and_undo_exactly(
    tmp_path_factory, context, first, second
):
    folder = tmp_path_factory.mktemp("any")
    own: Context = context._replace(store=Store(folder / "crm.db", chosen=False))
    for rows in (first, second):
        text = LINKEDIN + "".join(_line(row) for row in rows)
        path = folder / "rows.csv"
        path.write_text(text, encoding="utf-8", newline="")
        before = state(own)
        try:
            import_file(own, str(path))
        except CrmError:
            continue  # a text without anybody
        after = state(own)
        again = import_file(own, str(path))
        assert (again.new, again.changed) == (0, 0)
        assert state(own) == after
        if before != after:
            history.undo(own)
            assert state(own) == before
            import_file(own, str(path))


def _line(row):
    given_name, family_name, slug, email, company = (cell.replace('"', '""') for cell in row)
    url = f"https://www.linkedin.com/in/{slug}" if slug else ""
    return f'"{given_name}","{family_name}",{url},{email},"{company}",,\n'


def test_every_read_of_an_import_uses_an_index(context, take):
    take(LINKEDIN + ANA)
    with context.store.reading() as connection:
        for name, sql in vars(import_reads).items():
            if not isinstance(sql, str) or not sql.startswith(("SELECT", "WITH")):
                continue
            wanted = sql.format(marks="?")
            values = [1] * wanted.count("?")
            plan = connection.execute(f"EXPLAIN QUERY PLAN {wanted}", values).fetchall()
            scans = [step[-1] for step in plan if step[-1].startswith("SCAN")]
            assert not scans or name in {"PROFILES", "TAG_IDS", "NEWEST"}, (name, scans)
