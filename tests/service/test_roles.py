"""Which roles titles say, as people write them; the tables were written before the recogniser."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.context import Context
from crm.errors import NotFound
from crm.services import card, contacts, history
from crm.services.contacts import Said
from crm.services.roles import Roles, rows
from crm.services.transfer import import_file
from crm.store.reads.matching import OwnRole
from tests.service.state import assert_derived, assert_indexed, state

TABLES = Path(__file__).parents[1] / "unit" / "roles"
PROGRAM = Roles()
LEAST_RIGHT = 0.9


class Title(NamedTuple):
    """A title with the roles that it says, and others that would not be wrong."""

    language: str
    title: str
    roles: set[str]
    may_also: set[str]

    def is_right(self, found: tuple[str, ...]) -> bool:
        return self.roles <= set(found) <= self.roles | self.may_also


def titles(name: str) -> list[Title]:
    lines = (TABLES / name).read_text("utf-8").splitlines()[1:]
    return [
        Title(language, title, set(said.split()), set(also.split()))
        for language, title, said, also in (line.split("\t") for line in lines)
    ]


def test_there_are_as_many_titles_as_promised() -> None:
    table, apart = titles("titles.tsv"), titles("titles_apart.tsv")
    assert len(table) == 150
    assert len(apart) == 30
    assert sum(row.language == "es" for row in table) == 75
    assert sum(not row.roles for row in table) == 15
    assert not {row.title for row in table} & {row.title for row in apart}
    known = {row[0] for row in rows()}
    assert {role for row in (*table, *apart) for role in row.roles | row.may_also} <= known


@pytest.mark.parametrize("name", ["titles.tsv", "titles_apart.tsv"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_nine_of_ten_titles_are_read_right(name: str, language: str) -> None:
    table = [row for row in titles(name) if row.language == language]
    wrong = [row.title for row in table if not row.is_right(PROGRAM.in_title(row.title))]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(table), wrong


def test_every_name_of_a_role_says_it() -> None:
    for slug, _area, english, spanish, *_synonyms in rows():
        assert slug in PROGRAM.in_title(english), english
        assert slug in PROGRAM.in_title(spanish), spanish


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Copywriter for photographers and coaches", ["copywriter"]),
        ("Helping photographers sell | SEO consultant", ["seo-specialist"]),
        ("Photography student", []),
        ("Former journalist, now copywriter", ["copywriter"]),
        ("Illustrator at Copywriter Co", ["illustrator"]),
        ("Project manager", ["project-manager"]),
        ("Manager", []),
        ("Lead", []),
        ("Community garden volunteer", []),
        ("Community Manager", ["community-manager"]),
        ("Software architect", []),
        ("Architect", ["architect"]),
        ("diseñador@ gráfic@", ["graphic-designer"]),
        ("DISEÑADOR/A GRÁFICO/A", ["graphic-designer"]),
        ("Desarrollador(a) web", ["web-developer"]),
        ("Web & mobile developer", ["web-developer", "mobile-developer"]),
        ("VP of Sales & Marketing", ["salesperson", "digital-marketer"]),
        ("Head of Growth / SEO", ["growth-marketer", "seo-specialist"]),
        ("CM en Agencia X", ["community-manager"]),
        ("разработчик", []),
        ("", []),
    ],
)
def test_words_around_a_role_are_weighed(title: str, expected: list[str]) -> None:
    assert list(PROGRAM.in_title(title)) == expected


@given(st.text(max_size=400))
def test_any_title_can_be_read(title: str) -> None:
    found = PROGRAM.in_title(title)
    assert set(found) <= {row[0] for row in rows()}
    assert len(found) == len(set(found))
    assert found == PROGRAM.in_title(f"  {title[:290]} ") or len(title) > 290


@given(st.sampled_from([row.title for row in titles("titles.tsv")]))
def test_case_and_accents_are_set_aside(title: str) -> None:
    assert PROGRAM.in_title(title.upper()) == PROGRAM.in_title(title.lower())


def test_own_roles_are_read_in_titles_and_called_by_their_synonyms() -> None:
    own = Roles([OwnRole("wine-maker", "Wine maker", "", ("enóloga", "winemaker"))])
    assert own.in_title("Enóloga y copywriter") == ("wine-maker", "copywriter")
    assert own.recognised("WINEMAKER") == own.recognised("wine-maker") == "wine-maker"
    assert own.name("wine-maker", "es") == "Wine maker"
    assert own.known("Enóloga") == "wine-maker"


def test_an_unknown_role_names_the_nearest() -> None:
    with pytest.raises(NotFound) as refused:
        PROGRAM.known("copywritter")
    assert refused.value.code == "unknown-role"
    assert refused.value.params["nearest"][0] == "copywriter"
    assert len(refused.value.params["nearest"]) <= 3


def roles_of(context: Context, name: str) -> list[str]:
    return card.card(context, name).person.traits.get("role", [])


def test_a_title_says_the_roles_of_whoever_is_given_none(context: Context) -> None:
    contacts.add(context, Said(name="Ana", title="Senior Copywriter & Content Lead"))
    assert "copywriter" in roles_of(context, "Ana")
    contacts.add(context, Said(name="Luis", title="Copywriter", roles=("brewer",)))
    assert roles_of(context, "Luis") == ["brewer"]
    assert_derived(context)
    assert_indexed(context)


def test_a_new_title_says_new_roles_and_leaves_those_of_the_user(context: Context) -> None:
    contacts.add(context, Said(name="Ana", title="Copywriter"))
    contacts.edit(context, "Ana", Said(title="Fotógrafa"))
    assert roles_of(context, "Ana") == ["photographer"]
    contacts.edit(context, "Ana", Said(roles=("brewer",)))
    contacts.edit(context, "Ana", Said(title="Copywriter"))
    assert roles_of(context, "Ana") == ["photographer", "brewer"]


def test_a_role_that_was_taken_away_stays_away_with_the_same_title(context: Context) -> None:
    contacts.add(context, Said(name="Ana", title="Copywriter"))
    contacts.edit(context, "Ana", Said(remove=("role:copywriter",)))
    contacts.edit(context, "Ana", Said(title="Copywriter", place="Vigo"))
    assert roles_of(context, "Ana") == []


def test_undo_takes_the_roles_of_a_title_back(context: Context) -> None:
    contacts.add(context, Said(name="Ana", title="Copywriter"))
    before = state(context)
    contacts.edit(context, "Ana", Said(title="Fotógrafa"))
    history.undo(context)
    assert state(context) == before


HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def connections(tmp_path: Path, *positions: str) -> str:
    path = tmp_path / "Connections.csv"
    people = [
        f"Ana{n},Ruiz,https://www.linkedin.com/in/ana-{n},,Estudio,{position},12 Mar 2024\n"
        for n, position in enumerate(positions)
    ]
    path.write_text(HEADER + "".join(people), encoding="utf-8")
    return str(path)


def test_an_import_reads_the_roles_of_titles_once(context: Context, tmp_path: Path) -> None:
    positions = ("Redactora publicitaria", "CEO", "Diseñador gráfico & illustrator")
    path = connections(tmp_path, *positions)
    import_file(context, path)
    assert roles_of(context, "Ana0") == ["copywriter"]
    assert roles_of(context, "Ana1") == []
    assert roles_of(context, "Ana2") == ["graphic-designer", "illustrator"]
    assert_indexed(context)
    before = state(context)
    again = import_file(context, path)
    assert (again.new, again.changed, again.same, again.kept) == (0, 0, 3, ())
    assert {**state(context), "change": 0} == {**before, "change": 0}


def test_an_import_leaves_the_roles_that_the_user_gave_or_took(
    context: Context, tmp_path: Path
) -> None:
    path = connections(tmp_path, "Copywriter", "Copywriter")
    import_file(context, path)
    contacts.edit(context, "Ana0", Said(remove=("role:copywriter",)))
    contacts.edit(context, "Ana1", Said(remove=("role:copywriter",), roles=("brewer",)))
    again = import_file(context, path)
    assert (again.changed, again.kept) == (0, ())
    assert roles_of(context, "Ana0") == []
    assert roles_of(context, "Ana1") == ["brewer"]


def test_an_import_gives_no_role_to_whom_the_user_gave_one(
    context: Context, tmp_path: Path
) -> None:
    link = ("https://www.linkedin.com/in/ana-0",)
    contacts.add(context, Said(name="Ana0 Ruiz", roles=("brewer",), links=link))
    import_file(context, connections(tmp_path, "Copywriter"))
    assert roles_of(context, "Ana0") == ["brewer"]
