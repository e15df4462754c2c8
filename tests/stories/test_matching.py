"""The fifth recommendation, told with the commands alone: work with complementary areas."""

import pytest

PEOPLE = (
    ("Ana Ruiz", "Senior Copywriter & Content Lead"),
    ("Bruno Gil", "Diseñador gráfico freelance | branding"),
    ("Carla Vidal", "Gestora de redes sociales en Agencia X"),
    ("Dan Wood", "Freelance Web Developer (WordPress)"),
    ("Elena Sanz", "Especialista en Marketing Digital"),
    ("Frank Moss", "Sales Manager EMEA at Northwind"),
    ("Gema Paz", "Abogada mercantilista"),
    ("Hugo Rey", "Retired"),
)
STORY = {
    "en": {
        "pair": "Web developer + Copywriter: The developer builds the pages",
        "goal": "your goal “Three retainers” (primary) wants this role: Copywriter",
        "interests": "you share: sailing",
        "needs": "looking for what you offer: websites",
        "refused": "“copywritr” is no role that is known. The nearest are: copywriter,",
        "itself": "A role cannot complement itself: Brewer.",
        "brings": "Ana Ruiz [1] brings texts",
        "mine": "you bring code",
        "came": "what came of it: two more wineries",
    },
    "es": {
        "pair": "Desarrollador/a web + Copywriter: El desarrollo construye las páginas",
        "goal": "tu objetivo «Three retainers» (principal) busca este rol: Copywriter",
        "interests": "en común contigo: sailing",
        "needs": "busca lo que ofreces: websites",
        "refused": "No se conoce ningún rol «copywritr». Los más parecidos: copywriter,",
        "itself": "Un rol no puede complementarse a sí mismo: Brewer.",
        "brings": "Ana Ruiz [1] aporta texts",
        "mine": "aportas code",
        "came": "lo que salió de ahí: two more wineries",
    },
}
ARTICLE = (
    ("Web developer", "Copywriter freelance"),
    ("Programadora web freelance", "Redactora publicitaria & content"),
    ("Graphic Designer @ Studio", "Social Media Manager | Content"),
    ("Diseñadora gráfica / ilustración", "Responsable de redes sociales"),
    ("Digital Marketing Consultant", "Sales Representative, B2B"),
    ("Consultora de marketing digital", "Comercial autónomo"),
)
OTHERS = ("Abogado", "Yoga teacher", "Civil engineer", "Nutricionista", "Journalist", "Arquitecta")


@pytest.fixture(params=STORY)
def told(request, monkeypatch):
    """Give what is to be read in a language."""
    monkeypatch.setenv("CRM_LANG", request.param)
    monkeypatch.setenv("COLUMNS", "160")
    return STORY[request.param]


@pytest.fixture
def network(crm):
    for name, title in PEOPLE:
        assert crm("add", name, "--title", title).code == 0


def test_whose_work_goes_with_mine_and_why(crm, told, network):
    crm("profile", "set", "--role", "web developer", "--interest", "sailing",
        "--offers", "websites")  # fmt: skip
    crm("edit", "ana", "--interest", "Sailing", "--needs", "websites")
    crm("goal", "add", "Three retainers", "--rank", "primary", "--wants", "copywriter")
    found = crm("match", "--top", "3")
    first = found.out.split("\n\n")[0].lower()
    assert first.startswith("ana ruiz  [1]")
    for line in ("pair", "goal", "interests", "needs"):
        assert told[line].lower() in first, found.out
    assert "Hugo" not in found.out
    explained = crm("match", "--top", "1", "--explain").out
    assert "40 = 100 × " in explained
    (ana,) = crm("match", "--json", "--top", "1").json
    assert ana["contact"] == {"id": 1, "name": "Ana Ruiz"}
    assert ana["score"] == 40.0
    assert ana["factors"] == {
        "role": 1.0, "interests": 0.8, "goal": 1.0, "warmth": 0.5, "availability": 1.0
    }  # fmt: skip
    assert ana["why"] in told["pair"] or told["pair"].split(": ")[1] in ana["why"]


def test_a_warmer_relation_and_an_answer_about_time_move_a_match(crm, told, network):
    crm("profile", "set", "--role", "web developer")
    before = crm("match", "--json").json[0]["score"]
    crm("log", "--with", "ana", "--kind", "meeting", "Coffee")
    after = crm("match", "--json").json[0]
    assert after["contact"]["name"] == "Ana Ruiz"
    assert after["score"] > before
    crm("edit", "ana", "--availability", "unavailable")
    assert "Ana Ruiz" not in [one["contact"]["name"] for one in crm("match", "--json").json]


@pytest.mark.parametrize(("mine", "theirs"), ARTICLE)
def test_the_pairs_of_the_article_come_first(crm, told, mine, theirs):
    for number, title in enumerate((*OTHERS, mine, theirs)):
        crm("add", f"Person{number}", "--title", title)
    first, other = f"Person{len(OTHERS)}", f"Person{len(OTHERS) + 1}"
    found = crm("match", first, "--json").json
    assert found[0]["contact"]["name"] == other
    assert found[0]["factors"]["role"] == 1.0
    assert crm("match", other, "--json").json[0]["contact"]["name"] == first


def test_roles_and_pairs_of_ones_own(crm, told, network):
    assert crm("role", "add", "Brewer", "--also", "cervecera").code == 0
    assert crm("pair", "add", "brewer", "graphic designer", "--strength", "3",
               "--why", "Labels that sell.").code == 0  # fmt: skip
    crm("add", "Ines", "--title", "Maestra cervecera")
    (bruno, *_) = crm("match", "ines", "--json").json
    assert (bruno["contact"]["name"], bruno["why"]) == ("Bruno Gil", "Labels that sell.")
    assert "Labels that sell." in crm("pair", "list", "cervecera").out
    assert "brewer" in crm("role", "list").out
    refused = crm("pair", "add", "copywritr", "brewer", "--strength", "2")
    assert refused.code == 3
    assert told["refused"] in refused.err
    itself = crm("pair", "add", "brewer", "cervecera", "--strength", "2")
    assert itself.code == 2
    assert told["itself"] in itself.err
    crm("undo")
    crm("undo")
    assert crm("pair", "list", "graphic designer", "--json").json[0]["own"] is False


def test_a_project_together(crm, told, network):
    begun = crm("project", "add", "Bodega site", "--with", "ana", "--brings", "ana: texts",
                "--brings", "bruno: logo", "--i-bring", "code")  # fmt: skip
    assert told["brings"] in begun.out
    assert told["mine"] in begun.out
    (logged,) = crm("show", "bruno", "--json").json["interactions"]
    assert logged["kind"] == "project"
    done = crm("project", "done", "bodega", "--outcome", "two more wineries")
    assert told["came"] in done.out
    assert crm("project", "list", "--json").json == []
    (project,) = crm("project", "list", "--all", "--json").json
    assert [person["brings"] for person in project["people"]] == ["texts", "logo"]
