"""Exporting: every column, the round trip, the guard, files that appear whole, and the JSON."""

import csv
import io
import json
import os
import stat
import sys
import tracemalloc
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm.context import Context
from crm.domain.introductions import Move
from crm.errors import CrmError, NotFound, WrongUsage
from crm.services import (
    contacts,
    conversations,
    event_meet,
    events,
    files,
    follow_ups,
    giving,
    goals,
    history,
    introductions,
    mentors,
    profile,
    questions,
)
from crm.services.contacts import Said
from crm.services.events import EventSaid
from crm.services.export import CONTACTS, TABLES, export_csv, export_json
from crm.services.giving import GivingSaid
from crm.services.transfer import import_file
from crm.store.connection import Store
from crm.store.reads import contacts as contact_reads
from crm.store.reads import export as reads

FULL = Said(
    name="Noor Haddad", given_name="Noor", family_name="Haddad", title="Buyer; senior",
    organisation="Cedar, Ltd", place="Málaga, Spain", language="es", met_on="2025-05-05",
    met_at="Open South", known_since="2019-01-01", cadence="2m", birthday="--12-01",
    note="-10 % in May\nsecond line", emails=("noor@example.com", "n@example.org"),
    phones=("+34 600 000 001", "910 111 222"), links=("https://noor.example/a?b=1",),
    roles=("copywriter", "beekeeper"), skills=("SQL",), interests=("tea", "go"), offers=("time",),
    needs=("a lawyer",), nicknames=("Nunu",), tags=("web", "=sum"),
)  # fmt: skip


@pytest.fixture
def noor(context):
    contacts.add(context, FULL)
    return context


@pytest.fixture
def target(tmp_path):
    return tmp_path / "out.csv"


def table(context, target, **options):
    count = export_csv(context, str(target), force=True, **options)
    with open(target, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == count
    return rows


def test_contacts_have_stable_columns_and_archived_people_too(noor, target):
    contacts.add(noor, Said(name="Old", birthday="1990"), book=True)
    contacts.archive(noor, ["old"])

    first, second = table(noor, target)

    assert tuple(first) == CONTACTS
    assert CONTACTS == (
        "id", "uid", "name", "given_name", "family_name", "organisation", "title", "roles",
        "emails", "phones", "links", "city", "language", "tags", "interests", "skills", "offers",
        "needs", "nicknames", "birthday", "met_on", "met_at", "known_since", "cadence",
        "garden_since", "last_contact_on", "next_due_on", "notes", "archived",
    )  # fmt: skip
    assert len(first.pop("uid")) == 32
    assert first.pop("next_due_on") > "2026-03-02"
    assert first == {
        "id": "1", "name": "Noor Haddad", "given_name": "Noor", "family_name": "Haddad",
        "organisation": "Cedar, Ltd", "title": "Buyer; senior", "roles": "copywriter ::: beekeeper",
        "emails": "noor@example.com ::: n@example.org", "phones": "+34 600 000 001 ::: 910 111 222",
        "links": "https://noor.example/a?b=1", "city": "Málaga, Spain", "language": "es",
        "tags": "'=sum ::: web", "interests": "tea ::: go", "skills": "SQL", "offers": "time",
        "needs": "a lawyer", "nicknames": "Nunu", "birthday": "'--12-01", "met_on": "2025-05-05",
        "met_at": "Open South", "known_since": "2019-01-01", "cadence": "2m",
        "garden_since": "2026-03-02", "last_contact_on": "",
        "notes": "'-10 % in May\nsecond line", "archived": "0",
    }  # fmt: skip
    assert (second["name"], second["birthday"], second["archived"]) == ("Old", "1990", "1")


def test_what_a_contact_knows_comes_back_from_its_own_export(noor, new_context, target):
    other = new_context("other")
    export_csv(noor, str(target))
    report = import_file(other, str(target))

    assert (report.new, report.problems) == (1, [])
    before, after = details(noor, 1), details(other, 1)
    for field in (
        "name", "given_name", "family_name", "organisation", "title", "place", "language", "notes",
        "met_on", "met_at", "known_since", "cadence", "emails", "phones", "links", "tags", "dates",
    ):  # fmt: skip
        assert getattr(after, field) == getattr(before, field), field
    assert after.traits["role"] == before.traits["role"]
    assert after.garden_since is None
    export_csv(other, str(target), force=True)
    assert import_file(other, str(target)).new == 0


def details(context, contact_id):
    with context.store.reading() as connection:
        return contact_reads.details(connection, contact_id)


PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc",), include_characters="\t"), max_size=9
)
LISTED = st.lists(PLAIN.filter(lambda tag: ":::" not in tag and "," not in tag), max_size=3)
STARTS = st.sampled_from(["", "=", "+", "-", "@", "'", "'=", "=cmd|' /C calc'!A0", "@sum(1)"])


@settings(
    max_examples=15, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(name=PLAIN, note=PLAIN, organisation=PLAIN, tags=LISTED, start=STARTS)
def test_any_text_comes_back_and_no_cell_is_a_formula(
    tmp_path_factory, context, name, note, organisation, tags, start
):
    folder = tmp_path_factory.mktemp("any")
    own: Context = context._replace(store=Store(folder / "a.db", chosen=False))
    said = Said(
        name=f"{start}{name}x", note=f"{start}{note}", organisation=f"{start}{organisation}",
        tags=tuple(f"a{tag}" for tag in tags),
    )  # fmt: skip
    contacts.add(own, said)
    target = folder / "out.csv"
    for row in table(own, target):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or row["phones"] == cell
    other = own._replace(store=Store(folder / "b.db", chosen=False))
    import_file(other, str(target))
    before, after = details(own, 1), details(other, 1)
    assert (after.name, after.notes, after.organisation) == (
        before.name, before.notes, before.organisation,
    )  # fmt: skip
    assert after.tags == before.tags


def test_facts_leave_only_on_request(noor, target):
    conversations.log(noor, _talk())
    (plain,) = table(noor, target)
    (private,) = table(noor, target, private=True)
    assert "facts" not in plain
    assert private["facts"] == "2026-03-01 work: looks for a copywriter"
    assert "copywriter" not in json.dumps(table(noor, target, columns=["name", "notes"]))
    with pytest.raises(WrongUsage):
        export_csv(noor, str(target), force=True, columns=["facts"])


def _talk():
    return conversations.Happened(
        people=("noor",), on="2026-03-01", kind="meeting", summary="Coffee",
        facts=("work: looks for a copywriter",), promises=("send the portfolio by friday",),
    )  # fmt: skip


def test_the_other_tables(noor, target):
    conversations.log(noor, _talk())
    goals.add(noor, goals.GoalSaid(title="Three clients", rank="primary", wants=("lawyer",)))
    goals.link(noor, "three", ["noor"], [])
    (talk,) = table(noor, target, table="interactions")
    assert (talk["day"], talk["people"], talk["contact_ids"], talk["summary"]) == (
        "2026-03-01", "Noor Haddad", "1", "Coffee",
    )  # fmt: skip
    (goal,) = table(noor, target, table="goals")
    assert (goal["title"], goal["people"], goal["roles"]) == (
        "Three clients", "Noor Haddad", "lawyer",
    )  # fmt: skip
    (promise,) = table(noor, target, table="promises")
    assert (promise["name"], promise["due_on"]) == ("Noor Haddad", "2026-03-06")
    for name, columns in TABLES.items():
        assert tuple(table(noor, target, table=name)[0]) == columns


def test_columns_are_chosen_and_unknown_ones_refused(noor, target):
    assert table(noor, target, columns=["emails", "name"]) == [
        {"emails": "noor@example.com ::: n@example.org", "name": "Noor Haddad"}
    ]
    for wrong in ({"table": "pets"}, {"columns": ["colour"]}):
        with pytest.raises(WrongUsage) as caught:
            export_csv(noor, str(target), **wrong)
        assert caught.value.code == "unknown-value"


def test_excel_gets_its_mark_and_raw_leaves_formulas(noor, target):
    export_csv(noor, str(target), excel=True, raw=True)
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b'"-10 % in May' in data


def test_an_empty_network_is_a_header_and_makes_no_database(context, target):
    assert table(context, target) == []
    assert not context.store.exists()


def test_files_appear_whole_for_their_owner_only_and_never_over_another(noor, target):
    old = os.umask(0)
    try:
        export_csv(noor, str(target))
    finally:
        os.umask(old)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    first = target.read_bytes()
    contacts.add(noor, Said(name="Second"))
    with pytest.raises(WrongUsage) as caught:
        export_csv(noor, str(target))
    assert (caught.value.code, target.read_bytes()) == ("file-exists", first)
    export_csv(noor, str(target), force=True)
    assert target.read_bytes() != first
    assert [path.name for path in target.parent.glob(".crm-*")] == []


def test_a_failure_leaves_the_old_file_and_no_draft(noor, target):
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), files.written(str(target), force=True) as stream:
        stream.write(f"half {1 // 0}")
    assert target.read_text() == "old"
    assert [path.name for path in target.parent.iterdir() if path.is_file()] == ["out.csv"]


def test_a_file_made_meanwhile_is_not_overwritten(target):
    with pytest.raises(WrongUsage) as caught, files.written(str(target), force=False):
        target.write_text("theirs")
    assert (caught.value.code, target.read_text()) == ("file-exists", "theirs")


def test_a_link_is_followed_and_odd_places_are_refused(noor, target, tmp_path):
    link = tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    export_csv(noor, str(link), force=True)
    assert link.is_symlink()
    assert target.read_text() != "old"
    for odd in (tmp_path, tmp_path / "none" / "out.csv", "/dev/null"):
        with pytest.raises(CrmError) as caught:
            export_csv(noor, str(odd), force=True)
        assert caught.value.code == "system"
    with pytest.raises(WrongUsage):
        export_csv(noor, "a\0b")


def test_disks_without_hard_links_and_full_disks(noor, target, monkeypatch):
    def refuse(*_):
        raise PermissionError

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)
    assert export_csv(noor, str(target)) == 1
    assert list(target.parent.glob(".crm-*")) == []
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CrmError) as caught:
        export_csv(noor, str(target), force=True)
    assert caught.value.code == "disk-full"


def test_standard_output_gets_utf8_whatever_the_locale(noor, monkeypatch):
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    export_csv(noor, "-")
    assert "Málaga".encode() in out.getvalue()
    assert b"\r\n" in out.getvalue()
    export_json(noor, "-")
    sys.stdout.write("still open")


def test_the_json_holds_everything_in_a_stable_form(noor, target):
    profile.set_profile(noor, name="Me", traits={"role": ["copywriter"]})
    contacts.add(
        noor, Said(name="Tom", met_through="noor", knows=("noor",), dates=("day: --05-20",))
    )
    conversations.log(noor, _talk())
    goals.add(noor, goals.GoalSaid(title="Three clients", rank="primary", target=3))
    goals.link(noor, "three", ["noor", "tom"], [])
    follow_ups.snooze(noor, "tom", "2026-04-01")
    follow_ups.pause(noor, "2026-03-20")

    assert export_json(noor, str(target)) == 2
    text = target.read_text(encoding="utf-8")
    data = json.loads(text)

    assert text == json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    assert list(data) == [
        "format", "version", "profile", "settings", "tags", "contacts", "goals", "interactions",
        "giving", "asks", "questions", "mentorships", "projects", "events",
        "introductions", "own_roles", "own_pairs", "pauses",
    ]  # fmt: skip
    assert (data["format"], data["version"]) == ("crm", 1)
    assert data["profile"]["traits"] == {"role": ["copywriter"]}
    first, second = data["contacts"]
    assert first["emails"][0] == {"value": "noor@example.com", "label": ""}
    assert first["dates"] == [{"kind": "birthday", "label": "", "date": "--12-01"}]
    assert (first["archived"], first["traits"]["nickname"]) == (False, ["Nunu"])
    assert first["acquaintances"] == [second["uid"]]
    assert second["met_through"] == first["uid"]
    assert (first["facts"][0]["text"], first["promises"][0]["mine"]) == (
        "looks for a copywriter", True,
    )  # fmt: skip
    assert second["snoozes"][0]["until_on"] == "2026-04-01"
    assert data["interactions"][0]["participants"] == [first["uid"]]
    assert data["interactions"][0]["uid"] == first["facts"][0]["interaction"]
    assert data["goals"][0]["contacts"] == [first["uid"], second["uid"]]
    assert len(data["pauses"]) == 1
    export_json(noor, str(target), force=True)
    assert target.read_text(encoding="utf-8") == text


def test_introductions_come_with_everything_and_never_with_one_person(noor, target):
    contacts.add(noor, Said(name="Tom Vale"))
    introductions.propose(noor, "noor", "tom", "both sing")
    introductions.move(noor, 1, Move.DECLINE)
    export_json(noor, str(target))
    data = json.loads(target.read_text(encoding="utf-8"))
    (row,) = data["introductions"]
    assert (row["state"], row["declined_by"], row["why"]) == ("declined", "a", "both sing")
    assert {row["a"], row["b"]} == {person["uid"] for person in data["contacts"]}
    export_json(noor, str(target), about="tom", force=True)
    assert "both sing" not in target.read_text(encoding="utf-8")


def test_events_come_with_aims_and_people(noor, target):
    aims = ("meet 2 people",)
    events.add(noor, EventSaid("Fair", "2026-03-02", why="rent", aims=aims, people=("noor",)))
    event_meet.meet(noor, 1, event_meet.Noted("noor"))
    export_json(noor, str(target))
    data = json.loads(target.read_text(encoding="utf-8"))
    (fair,) = data["events"]
    assert (fair["name"], fair["why"], fair["closed_on"]) == ("Fair", "rent", None)
    assert fair["aims"] == [{"text": "meet 2 people", "target": 2, "reached": 0}]
    (person,) = fair["people"]
    assert person == {
        "contact": data["contacts"][0]["uid"], "wanted": True, "met": True, "kept": None,
        "note": "", "interaction": data["interactions"][0]["uid"],
    }  # fmt: skip


def test_all_about_one_person_names_nobody_else(noor, target):
    contacts.add(noor, Said(name="Tom Vale"))
    conversations.log(noor, _talk())
    goals.add(noor, goals.GoalSaid(title="Three clients", rank="primary"))
    goals.link(noor, "three", ["noor", "tom"], [])
    for who in ("noor", "tom"):
        giving.got(noor, GivingSaid(who, "a dentist", "referral", value=2400))
        giving.asked(noor, who, "a name")
        questions.ask(noor, who, "Which street?", mine=False)
        mentors.add(noor, who, mentors.Agreed("prices"))
    events.add(noor, EventSaid("Fair", "2026-03-02", why="Tom", people=("noor", "tom")))
    assert export_json(noor, str(target), about="noor") == 1
    data = json.loads(target.read_text(encoding="utf-8"))
    assert list(data) == [
        "format", "version", "contacts", "goals", "interactions", "giving", "asks", "questions",
        "mentorships", "projects", "events",
    ]  # fmt: skip
    assert [person["name"] for person in data["contacts"]] == ["Noor Haddad"]
    uid = data["contacts"][0]["uid"]
    for name in ("giving", "asks", "questions", "mentorships"):
        assert [row["contact"] for row in data[name]] == [uid]
    assert (data["giving"][0]["value"], data["questions"][0]["mine"]) == (2400, False)
    assert data["goals"][0]["contacts"] == [data["contacts"][0]["uid"]]
    assert [row["contact"] for row in data["events"][0]["people"]] == [uid]
    assert "Tom" not in json.dumps(data)
    with pytest.raises(NotFound):
        export_json(noor, str(target), about="nobody", force=True)


def test_an_import_taken_back_leaves_the_same_bytes(noor, target, tmp_path):
    book = tmp_path / "book.csv"
    book.write_text("name,email,tags,city\nNoor,noor@example.com,new,Vigo\nTom,t@x.org,web,Lugo\n")
    export_json(noor, str(target))
    before = target.read_bytes()
    report = import_file(noor, str(book))
    assert (report.new, report.joined) == (1, 1)
    export_json(noor, str(target), force=True)
    assert target.read_bytes() != before
    history.undo(noor)
    export_json(noor, str(target), force=True)
    assert target.read_bytes() == before


def test_thousands_of_people_are_streamed(context, target, tmp_path):
    book = tmp_path / "book.csv"
    book.write_text("name,email\n" + "".join(f"P{n},p{n}@example.com\n" for n in range(4000)))
    import_file(context, str(book))
    asked = []
    with context.store.reading() as connection:
        connection.set_trace_callback(asked.append)
    tracemalloc.start()
    assert export_csv(context, str(target)) == 4000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000
    assert len(asked) < 60
    assert table(context, target)[-1]["emails"] == "p3999@example.com"


def test_every_read_of_an_export_runs_and_its_lists_use_an_index(noor):
    values = {"about": None, "first": 1, "last": 9}
    with noor.store.reading() as connection:
        for name, sql in vars(reads).items():
            if isinstance(sql, str) and sql.startswith(("SELECT", "WITH")):
                plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
                scans = [step[-1] for step in plan if step[-1].startswith("SCAN")]
                assert ":first" not in sql or not scans, (name, scans)


def test_days_are_iso(noor, target):
    (row,) = table(noor, target)
    assert date.fromisoformat(row["next_due_on"]) > noor.today
