"""`crm list`: a query, an order and a format, in both languages."""

import pytest


@pytest.fixture
def listed(crm):
    people = (
        (
            "Ana Ruiz",
            "--role",
            "copywriter",
            "--tag",
            "design",
            "--city",
            "Madrid",
            "--org",
            "Acme",
        ),
        ("Bo Abt", "--tag", "design", "--tag", "client", "--cadence", "1m"),
        ("Zoë Vigo", "--role", "photographer", "--city", "Madrid", "--book"),
    )
    for name, *options in people:
        assert crm("add", name, *options).code == 0
    assert crm("log", "--with", "bo", "--on", "2025-05-01").code == 0
    assert crm("log", "--with", "ana", "--on", "2025-06-20").code == 0

    def run(*arguments):
        done = crm("list", "--json", *arguments)
        assert done.code == 0, done.err
        return [person["name"] for person in done.json]

    return run


def test_a_query_narrows_a_list(listed):
    assert listed() == ["Ana Ruiz", "Bo Abt", "Zoë Vigo"]
    assert listed("tag:design", "role:copywriter", "madrid") == ["Ana Ruiz"]
    assert listed("tag:design role:copywriter madrid") == ["Ana Ruiz"]
    assert listed("#design -#client") == ["Ana Ruiz"]
    assert listed("--", "-#client", "madrid") == ["Ana Ruiz", "Zoë Vigo"]
    assert listed("is:due") == listed("--due") == ["Bo Abt"]
    assert listed("rol:fotógrafa está:libreta") == ["Zoë Vigo"]
    assert listed("ciudad:madrid", "--garden") == ["Ana Ruiz"]
    assert listed("before:1m") == ["Bo Abt"]
    assert listed("band:seed") == listed("due") == []


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("name", ["Ana Ruiz", "Bo Abt", "Zoë Vigo"]), ("due", ["Bo Abt", "Ana Ruiz", "Zoë Vigo"]),
        ("last", ["Ana Ruiz", "Bo Abt", "Zoë Vigo"]), ("added", ["Zoë Vigo", "Bo Abt", "Ana Ruiz"]),
    ],
)  # fmt: skip
def test_a_list_has_an_order(listed, sort, names):
    assert listed("--sort", sort) == names
    assert listed("--sort", sort, "--limit", "2") == names[:2]


def test_ids_are_one_a_line(listed, crm):
    assert crm("list", "tag:design", "--format", "ids").out == "1\n2\n"
    assert crm("list", "--format", "ids", "--sort", "added", "--limit", "1").out == "3\n"
    assert crm("list", "nobody", "--format", "ids").out == ""
    assert crm("list", "nobody").err.startswith("Nobody fits.")
    assert crm("list", "tag:design", "--format", "table").out.splitlines()[1].startswith("1 ")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("role:copywritter",), 3, "copywriter"),
        (("tag:",), 2, "“tag:” needs a value, as in tag:design."),
        (("is:late",), 2, "due, garden, book, archived, never"),
        (("due:someday",), 2, "“someday” is no date"),
        (("goal:none",), 3, "There is no goal “none”"),
        (("--sort", "warmth"), 2, "name, due, last, added"),
        (("--format", "csv"), 2, "table, ids"),
    ],
)
def test_what_cannot_be_meant_is_said(listed, crm, arguments, code, told):
    done = crm("list", *arguments)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_what_cannot_be_meant_is_said_in_spanish(crm):
    done = crm("--lang", "es", "list", "etiqueta:")
    assert (done.code, done.err) == (
        2,
        "crm: «etiqueta:» necesita un valor, como en etiqueta:diseño.\n",
    )
    done = crm("--lang", "es", "list", "banda:tibia")
    assert "semilla, floreciente, sana, brote, por regar" in done.err
