"""Roles and pairs of the user's own, and the titles of people who have no role yet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crm.context import Context
from crm.errors import CrmError, NotFound, WrongUsage
from crm.services import card, contacts, goals, history, matching, own_roles, profile
from crm.services import roles as known_roles
from crm.services.changes import change
from crm.services.contacts import Said
from crm.services.export import export_json
from crm.services.goals import GoalSaid
from tests.service.state import assert_derived, assert_indexed, state


def roles_of(context: Context, name: str) -> list[str]:
    return card.card(context, name).person.traits.get("role", [])


def test_an_own_role_is_recognised_in_words_titles_and_the_profile(context: Context) -> None:
    added = own_roles.add_role(context, "Wine maker", also=["enóloga; enólogo", "winemaker"])
    assert (added.slug, added.own) == ("wine-maker", True)
    contacts.add(context, Said(name="Ana", title="Enóloga en Ribeiro"))
    contacts.add(context, Said(name="Luis", roles=("Winemaker",)))
    assert roles_of(context, "Ana") == roles_of(context, "Luis") == ["wine-maker"]
    assert own_roles.listed(context, "en")[-1].name == "Wine maker"
    profile.set_profile(context, traits={"role": ["enólogo"]})
    assert profile.profile(context).traits["role"] == ["wine-maker"]


def test_whoever_had_the_role_as_a_word_has_it_from_then_on(context: Context) -> None:
    contacts.add(context, Said(name="Ana", roles=("Wine maker", "winemaker")))
    profile.set_profile(context, traits={"role": ["Wine maker"]})
    goals.add(context, GoalSaid("Labels", "primary", wants=("wine maker",)))
    before = state(context)
    own_roles.add_role(context, "Wine maker", also=["Winemaker"])
    assert roles_of(context, "Ana") == ["wine-maker"]
    assert profile.profile(context).traits["role"] == ["wine-maker"]
    assert goals.card(context, "labels").wants == ["wine-maker"]
    assert_derived(context)
    assert_indexed(context)
    history.undo(context)
    assert state(context) == before


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("Copywriter", {}, "role-exists"),
        ("Words person", {"also": ["redactora publicitaria"]}, "role-exists"),
        ("Brewer", {"area": "cooking"}, "unknown-value"),
        ("  ", {}, "empty-text"),
        ("🌱", {}, "bad-slug"),
    ],
)
def test_a_role_that_cannot_be_is_refused(
    context: Context, name: str, options: dict[str, object], code: str
) -> None:
    contacts.add(context, Said(name="Ana"))
    before = state(context)
    with pytest.raises(WrongUsage) as refused:
        own_roles.add_role(context, name, **options)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert state(context) == before


def test_an_own_pair_makes_a_match_and_an_override_takes_one_away(context: Context) -> None:
    own_roles.add_role(context, "Brewer")
    profile.set_profile(context, traits={"role": ["illustrator"]})
    contacts.add(context, Said(name="Ana", roles=("brewer",)))
    assert matching.matches(context, None, 5, "en").found == []
    pair = own_roles.add_pair(context, "illustrator", "brewer", 3, "Labels that sell.")
    assert (pair.slug, pair.strength, pair.own) == ("brewer", 3, True)
    (ana,) = matching.matches(context, None, 5, "es").found
    assert (ana.why, ana.role_a, ana.role_b) == ("Labels that sell.", "Ilustrador/a", "Brewer")
    assert ana.factors.role == 1
    own_roles.add_pair(context, "brewer", "illustrator", 0)
    assert matching.matches(context, None, 5, "en").found == []


@pytest.mark.parametrize(
    ("a", "b", "strength", "code"),
    [
        ("copywriter", "Redactora publicitaria", 3, "pair-of-one"),
        ("copywriter", "web developr", 3, "unknown-role"),
        ("copywriter", "web developer", 4, "out-of-range"),
    ],
)
def test_a_pair_that_cannot_be_is_refused(
    context: Context, a: str, b: str, strength: int, code: str
) -> None:
    contacts.add(context, Said(name="Ana"))
    before = state(context)
    with pytest.raises(CrmError) as refused:
        own_roles.add_pair(context, a, b, strength)
    assert refused.value.code == code
    assert state(context) == before


def test_the_partners_of_a_role_stand_strongest_first(context: Context) -> None:
    contacts.add(context, Said(name="Ana"))
    found = own_roles.partners(context, "Web Developer", "en")
    assert (found.slug, found.name) == ("web-developer", "Web developer")
    strengths = [partner.strength for partner in found.partners]
    assert strengths == sorted(strengths, reverse=True)
    assert "copywriter" in [p.slug for p in found.partners if p.strength == 3]
    with pytest.raises(NotFound):
        own_roles.partners(context, "wizard of oz", "en")


def test_titles_from_before_are_read_on_request(context: Context) -> None:
    for name, title in (("Ana", "Copywriter"), ("Eva", "CEO"), ("Luis", "Fotógrafo")):
        contacts.add(context, Said(name=name, title=title))
    with change(context, "edit") as made:
        made.write.plain().execute("DELETE FROM contact_trait")
        made.words_of.update((1, 2, 3))
    before = state(context)
    assert own_roles.read_titles(context, dry_run=True).total == 2
    assert state(context) == before
    read = own_roles.read_titles(context)
    assert read.people == [("Ana", "Copywriter", ["copywriter"]),
                           ("Luis", "Fotógrafo", ["photographer"])]  # fmt: skip
    assert roles_of(context, "Ana") == ["copywriter"]
    assert_indexed(context)
    assert own_roles.read_titles(context).total == 0
    history.undo(context)
    assert state(context) == before


def test_roles_are_listed_by_area(context: Context) -> None:
    contacts.add(context, Said(name="Ana"))
    assert {role.area for role in own_roles.listed(context, "es", "design")} == {"design"}
    assert len(own_roles.listed(context, "en")) == 121


def test_own_roles_and_pairs_go_along_in_an_export(context: Context, tmp_path: Path) -> None:
    own_roles.add_role(context, "Brewer", area="design", also=["cervecera"])
    own_roles.add_pair(context, "illustrator", "brewer", 3, "Labels.")
    export_json(context, str(tmp_path / "all.json"))
    all_of_it = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert all_of_it["own_roles"] == [
        {"slug": "brewer", "name": "Brewer", "area": "design", "synonyms": ["cervecera"]}
    ]
    assert all_of_it["own_pairs"] == [
        {"role_a": "brewer", "role_b": "illustrator", "strength": 3, "why": "Labels."}
    ]


def test_names_of_roles_are_completed_own_ones_first(context: Context) -> None:
    own_roles.add_role(context, "Copy chief")
    assert known_roles.beginning(context, "copy", "en")[:2] == ["Copy chief", "Copywriter"]
    assert known_roles.beginning(context, "fotogr", "es") == ["Fotógrafo/a"]
    assert known_roles.beginning(context, "", "en") == []
