"""The names that are offered while a line is written."""

from crm.services import contacts, naming
from crm.services.contacts import Said


def add(context, name, *, book=False):
    return contacts.add(context, Said(name=name), book=book).id


def offered(context, line):
    found = naming.names(context, line)
    return found and [choice.name for choice in found.names]


def test_nothing_is_offered_before_there_is_anybody(context):
    assert naming.names(context, "Coffee with Ana") is None


def test_any_word_of_a_name_may_be_begun_the_garden_first(context):
    add(context, "Ruiz Books", book=True)
    add(context, "Ana Ruiz")
    add(context, "Rupert Ray", book=True)
    add(context, "Baruch Sol")
    assert offered(context, "Coffee with Ru") == ["Ana Ruiz", "Ruiz Books", "Rupert Ray"]
    assert offered(context, "Coffee with Ana Ru") == ["Ana Ruiz"]
    assert offered(context, "Coffee with Nobody") is None


def test_accents_are_set_aside_and_signs_are_only_signs(context):
    add(context, "José Íñiguez")
    add(context, "100% Cotton_Club")
    assert offered(context, "Café con jose") == ["José Íñiguez"]
    assert offered(context, "Café con ini") == ["José Íñiguez"]
    assert offered(context, "Call with Cotton_Cl") == ["100% Cotton_Club"]
    assert offered(context, "Call with CottonxCl") is None
    assert offered(context, "Call with Cot%n") is None


def test_the_one_who_was_archived_is_not_offered(context):
    contacts.archive(context, str(add(context, "Ana Ruiz")))
    assert offered(context, "Coffee with Ana") is None


def test_namesakes_are_told_apart(context):
    ids = {add(context, "Ana Ruiz"), add(context, "Ana Ruiz", book=True)}
    found = naming.names(context, "Coffee with Ana")
    assert {choice.number for choice in found.names} == ids
    assert (found.start, found.written) == (12, "Ana")


def test_no_more_are_offered_than_can_be_looked_at(context):
    for number in range(naming.MOST_OFFERED + 3):
        add(context, f"Ana Number {number}", book=number % 2 == 0)
    assert len(offered(context, "Coffee with Ana")) == naming.MOST_OFFERED
