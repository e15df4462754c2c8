"""`crm match`, `role`, `pair` and `project` where there is nothing, too much or something odd."""

import pytest


def test_without_anybody_it_says_what_to_do(crm):
    crm("add", "Ana")
    found = crm("match")
    assert (found.code, found.out) == (0, "")
    assert "crm profile set --role" in found.err
    assert crm("match", "--json").json == []
    crm("profile", "set", "--role", "copywriter")
    assert "crm role titles" in crm("match").err
    assert "crm edit 1 --role" in crm("match", "ana").err
    crm("edit", "ana", "--role", "copywriter")
    assert "goes with that of Ana" in crm("match", "ana").err


def test_numbers_of_people_are_checked(crm):
    crm("add", "Ana")
    for top in ("0", "-3", "99999"):
        assert crm("match", "--top", top).code == 2
    assert crm("match", "nobody").code == 3


def test_what_the_factors_are_is_explained(crm):
    crm("add", "Ana", "--role", "copywriter")
    crm("add", "Luis", "--role", "web developer", "--needs", "copywriter")
    (luis,) = crm("match", "ana", "--json").json
    assert luis["factors"] == {
        "role": 1.0, "interests": 0.6, "need": 0.9, "trust": 0.4, "availability": 1.0,
        "bridge": 1.0, "load": 1.0,
    }  # fmt: skip
    assert luis["score"] == 21.6
    shown = crm("match", "ana", "--explain").out
    assert "looking for what Ana offers: Copywriter" in shown
    assert "21.6 = 100 × roles 1 × interests 0.6 × needs met 0.9" in " ".join(shown.split())


def test_names_cannot_command_the_terminal(crm):
    crm("add", "Ana\x1b[31m", "--role", "copywriter", "--title", "x\x1b[2J")
    crm("profile", "set", "--role", "web developer")
    crm("role", "add", "Brew\x1b[31mer")
    crm("project", "add", "T\x1b[0m", "--with", "1", "--brings", "1: \x1b[5m", "--i-bring", "\x1b")
    for words in (("match",), ("match", "--explain"), ("match", "1"), ("role", "list"),
                  ("project", "list"), ("project", "show", "1")):  # fmt: skip
        shown = crm(*words)
        assert "\x1b" not in shown.out + shown.err, words


def test_on_the_first_day_of_all(crm, monkeypatch):
    crm("add", "Ana", "--role", "copywriter")
    crm("add", "Luis", "--role", "web developer", "--needs", "copywriter")
    monkeypatch.setenv("CRM_TODAY", "0001-01-01")
    assert crm("match", "ana", "--json").code == 0


@pytest.mark.parametrize("words", [("it", "went well"), ("--outcome", "it went well")])
def test_a_project_ends_with_words_however_they_are_given(crm, words):
    crm("add", "Ana")
    crm("project", "add", "Bodega site", "--with", "ana")
    assert crm("project", "done", "bodega", *words, "--json").json["outcome"] == "it went well"


def test_titles_from_before_are_read(crm):
    crm("add", "Ana", "--title", "Copywriter")
    crm("edit", "ana", "--remove", "role:copywriter")
    dry = crm("role", "titles", "--dry-run")
    assert "Ana (Copywriter): Copywriter" in dry.out
    assert crm("role", "titles", "--json").json["total"] == 1
    assert crm("show", "ana", "--json").json["roles"] == ["copywriter"]


@pytest.mark.parametrize("strength", ["4", "-1"])
def test_a_strength_lies_between_nought_and_three(crm, strength):
    crm("add", "Ana")
    refused = crm("pair", "add", "copywriter", "illustrator", "--strength", strength)
    assert refused.code == 2
    assert crm("history", "--json").json[0]["action"] == "add"


def test_roles_are_listed_by_area(crm):
    crm("add", "Ana")
    found = crm("role", "list", "--area", "writing")
    assert "copywriter" in found.out
    assert "web-developer" not in found.out
    assert crm("role", "list", "--area", "cooking").code == 2
    assert len(crm("role", "--json").json) == 121


def test_own_roles_are_shown_by_their_names_and_found_by_them(crm):
    crm("role", "add", "Wine maker", "--also", "enóloga")
    crm("add", "Ana", "--title", "Enóloga")
    crm("profile", "set", "--role", "enóloga")
    crm("goal", "add", "Labels", "--rank", "primary", "--wants", "Wine maker")
    for words in (("show", "ana"), ("profile",), ("goal", "list")):
        assert "Wine maker" in crm(*words).out, words
    for named in ("Wine maker", "ENÓLOGA", "wine-maker"):
        assert [one["name"] for one in crm("list", "--role", named, "--json").json] == ["Ana"]
