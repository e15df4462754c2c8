"""Projects done together: begun, logged once, ended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crm.context import Context
from crm.errors import CrmError, NotFound, WrongUsage
from crm.services import card, contacts, history, projects
from crm.services.contacts import Said
from crm.services.export import export_json
from tests.service.state import assert_derived, assert_indexed, state


@pytest.fixture
def people(context: Context) -> Context:
    for name in ("Ana", "Luis"):
        contacts.add(context, Said(name=name), book=True)
    return context


def test_a_project_says_what_each_side_brings_and_is_logged_once(people: Context) -> None:
    made = projects.add(
        people, "Bodega site", ["ana"], brings=["ana: texts", "luis: photos"], i_bring="code"
    )
    assert (made.project.brings, made.project.state) == ("code", "running")
    assert [(p.name, p.brings) for p in made.people] == [("Ana", "texts"), ("Luis", "photos")]
    (happened,) = card.card(people, "ana").timeline
    assert (happened.kind, happened.summary, happened.people) == ("project", "Bodega site", 2)
    assert card.card(people, "luis").person.garden_since == people.today
    assert projects.cards(people) == [made]
    assert_derived(people)
    assert_indexed(people)


def test_a_project_ends_with_an_outcome_and_leaves_the_list(people: Context) -> None:
    projects.add(people, "Bodega site", ["ana"])
    before = state(people)
    ended = projects.end(people, "bodega", "Two more clients")
    assert (ended.project.state, ended.project.outcome) == ("done", "Two more clients")
    assert ended.project.ended_on == people.today
    assert len(card.card(people, "ana").timeline) == 1
    assert projects.cards(people) == []
    assert projects.cards(people, over=True) == [ended]
    history.undo(people)
    assert state(people) == before
    assert projects.end(people, "1", dropped=True).project.state == "dropped"


@pytest.mark.parametrize(
    ("title", "options", "code"),
    [
        ("Bodega site", {"people": ["ana"]}, "project-exists"),
        ("New", {"people": []}, "project-with-whom"),
        ("New", {"people": ["nobody here"]}, "nobody"),
        ("New", {"people": ["ana"], "brings": ["texts"]}, "brings-without-whom"),
        ("New", {"people": ["ana"], "on": "2030-01-01"}, "day-to-come"),
        ("", {"people": ["ana"]}, "empty-text"),
    ],
)
def test_a_project_that_cannot_be_changes_nothing(
    people: Context, title: str, options: dict[str, list[str]], code: str
) -> None:
    projects.add(people, "Bodega site", ["ana"])
    before = state(people)
    with pytest.raises(CrmError) as refused:
        projects.add(people, title, **options)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert state(people) == before


def test_a_project_is_named_by_part_and_ended_once(people: Context) -> None:
    projects.add(people, "Bodega site", ["ana"])
    projects.add(people, "Bodega shop", ["luis"])
    with pytest.raises(WrongUsage):
        projects.card(people, "bodega")
    with pytest.raises(NotFound):
        projects.card(people, "zoo")
    projects.end(people, "bodega site")
    assert projects.card(people, "bodega").project.title == "Bodega shop"
    with pytest.raises(WrongUsage) as refused:
        projects.end(people, "bodega site")
    assert refused.value.code == "project-over"


def test_projects_go_along_in_an_export(people: Context, tmp_path: Path) -> None:
    projects.add(people, "Bodega site", ["ana"], brings=["luis: photos"], i_bring="code")
    for name, about in (("all", None), ("luis", "luis")):
        export_json(people, str(tmp_path / f"{name}.json"), about=about)
    everything, of_luis = (
        json.loads((tmp_path / f"{name}.json").read_text("utf-8"))["projects"][0]
        for name in ("all", "luis")
    )
    assert (everything["title"], everything["brings"]) == ("Bodega site", "code")
    assert [person["brings"] for person in everything["people"]] == ["", "photos"]
    assert [person["brings"] for person in of_luis["people"]] == ["photos"]
