"""What is said of a line beside its words stands while the line is written on."""

from datetime import date

import pytest

from crm import i18n
from crm.errors import WrongUsage
from crm.services import contacts, corrections, reading
from crm.services.contacts import Said
from crm.services.conversations import FACT_KINDS, Happened, kind_and_fact
from crm.services.corrections import FIELDS, UNANSWERED, Corrections
from crm.wording.understood import rows
from crm.wording.words import fact_kind

LINE = "Coffee with Ana yesterday at CodeMotion. Promised to send the link by friday"


@pytest.fixture(autouse=True)
def _ana(context):
    contacts.add(context, Said(name="Ana Ruiz"))


def correct(context, line, known, field, value):
    before = corrections.read(context, line, known).happened
    return corrections.corrected(known, before, corrections.changed(before, field, value))


def test_a_field_stays_as_it_was_said_and_can_be_as_in_the_line_again(context):
    known = correct(context, LINE, Corrections(), "event", "Barcamp")
    assert corrections.fields(known) == {"event"}
    assert corrections.read(context, f"{LINE}. Called Luis", known).happened.event == "Barcamp"
    known = corrections.as_in_line(known, "event")
    assert corrections.read(context, LINE, known).happened.event == "CodeMotion"


def test_nothing_said_empties_a_field(context):
    known = correct(context, LINE, Corrections(), "event", "")
    assert corrections.read(context, LINE, known).happened.event == ""


def test_a_name_means_who_was_said_and_people_are_named_once(context):
    other = contacts.add(context, Said(name="Ana Gil")).id
    known = Corrections(meant={"ana": str(other)}, always=other)
    understood = corrections.read(context, LINE, known)
    assert [meant.person.id for meant in understood.people] == [other]
    elsewhere = corrections.read(context, "Coffee yesterday", known)
    assert [meant.person.name for meant in elsewhere.people] == ["Ana Gil"]


def test_one_of_several_promises_and_facts_is_said_anew(context):
    line = "Call with Ana. Promised to send the link. She promised to pay. She is looking for work"
    understood = corrections.read(context, line, Corrections())
    assert [mine for mine, _text, _due in understood.promises] == [True, False]
    changed = corrections.one_promise(context, understood, 1, "pay all by 2026-12-01")
    assert changed.agreed[1] == (False, "pay all", date(2026, 12, 1))
    assert changed.agreed[0] == understood.promises[0]
    added = corrections.one_promise(context, understood, 2, "write")
    assert added.agreed[2] == (True, "write", None)
    assert len(corrections.one_promise(context, understood, 0, "").agreed) == 1
    fact = corrections.one_fact(understood, 0, "dream: a boat")
    assert fact.facts == ("dream: a boat",)


def test_who_took_part_and_what_was_asked():
    happened = Happened(("Ana",), kind="message", side="both")
    silent = corrections.changed(happened, "side", UNANSWERED)
    assert (silent.side, silent.begun_by, silent.answered) == ("me", "me", False)
    assert corrections.changed(silent, "side", "both").answered is None
    assert corrections.changed(happened, "ask", "yes").ask
    with pytest.raises(WrongUsage):
        corrections.changed(happened, "side", "nobody")


@pytest.mark.parametrize(("field", "value"), [("kind", "stroll"), ("minutes", "many"), ("?", "")])
def test_what_cannot_be_is_refused(field, value):
    with pytest.raises(WrongUsage):
        corrections.changed(Happened(("Ana",)), field, value)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_row_is_written_as_says_the_same_again(context, language):
    i18n.activate(language)
    try:
        understood = corrections.read(context, LINE, Corrections())
        for row in rows(understood, context.today, i18n.active()):
            if row.field == "promise":
                again = corrections.one_promise(context, understood, row.at, row.value)
            elif row.field == "fact" or row.field not in FIELDS:
                continue
            else:
                again = corrections.changed(understood.happened, row.field, row.value)
            same = reading.resolve(context, again, as_typed=False)
            assert rows(same, context.today, i18n.active()) == rows(
                understood, context.today, i18n.active()
            ), row.field
        for kind in FACT_KINDS:
            assert kind_and_fact(f"{fact_kind(kind, i18n.active())}: so") == (kind, "so")
    finally:
        i18n.activate("en")
