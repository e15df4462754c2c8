"""The first recommendation, told with the commands alone: explicit, ranked goals."""

import pytest

STORY = {
    "en": (
        "Copywriter: nobody yet. Could be:",
        "Bo Gil [2] (Copywriter) · Di Sol could introduce you",
        "Photographer: nobody yet, and nobody you know",
        "still missing to be explicit (60 %): a measure and a dated next action",
        "Your primary goals got less than others below them.",
        "next: ask Di about Bo (today)",
        "no next step yet",
        "next step for “Teach online”: ask Di about Bo",
    ),
    "es": (
        "Copywriter: nadie todavía. Podría ser:",
        "Bo Gil [2] (Copywriter) · Di Sol te podría presentar",
        "Fotógrafo/a: nadie todavía, ni nadie a quien conozcas",
        "le falta para ser concreto (60 %): una medida y un siguiente paso con fecha",
        "Tus objetivos de rango principal recibieron menos que otros por debajo.",
        "siguiente paso: ask Di about Bo (hoy)",
        "aún sin próximo paso",
        "siguiente paso para «Teach online»: ask Di about Bo",
    ),
}


@pytest.mark.parametrize("language", STORY)
def test_goals_that_say_what_they_lack(crm, monkeypatch, language):
    monkeypatch.setenv("CRM_LANG", language)
    could, bo, nobody, missing, effort, following, none_yet, listed = STORY[language]
    crm("add", "Ana Ruiz", "--role", "brand designer")
    crm("add", "Bo Gil", "--role", "copywriter", "--book")
    crm("add", "Di Sol", "--knows", "Bo")
    wants = ("--wants", "copywriter", "--wants", "photographer")
    said = ("--rank", "primary", "--by", "2025-12-31", "--why", "Freedom")
    crm("goal", "add", "Teach online", *said, *wants)
    crm("goal", "add", "Run the fair", "--rank", "tertiary", "--with", "Ana")
    for day in ("2025-06-10", "2025-06-17", "2025-06-24"):
        crm("log", "--with", "Ana", "--on", day)
    shown = crm("goal", "gaps").out
    for said in (could, bo, nobody, missing, effort):
        assert said in shown, shown
    assert none_yet in crm("review").out
    crm("goal", "next", "teach", "ask Di about Bo", "--by", "today", "--with", "di")
    assert following in crm("review").out
    assert listed in crm("remind").out
    gaps = crm("goal", "gaps", "teach", "--json").json
    wanted = gaps["goals"][0]["wanted"]
    assert [each["role"] for each in wanted] == ["copywriter", "photographer"]
    assert wanted[0]["candidates"][0]["known_by"] == [{"id": 3, "name": "Di Sol"}]
    assert gaps["effort"] == {
        "spent": {"primary": 0, "tertiary": 3},
        "fitting": {"primary": 2, "tertiary": 1},
        "neglected": "primary",
    }
    crm("goal", "link", "teach", "bo")
    assert "Copywriter: Bo Gil" in crm("goal", "gaps").out
    assert crm("review", "--json").json["load"]["people"] == 3


def test_nothing_to_look_at(crm):
    assert crm("goal", "gaps").code == 0
    assert crm("review").out == ""
    assert crm("goal", "gaps", "nowhere").code == 3
