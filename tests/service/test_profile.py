"""Who the user is, and the settings that rules depend on."""

from datetime import date

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import contacts, conversations, profile, roles
from crm.services.agenda import day_list
from crm.services.card import card
from crm.services.contacts import Said
from crm.services.conversations import Happened
from tests.service.state import assert_derived


def test_a_profile_is_empty_until_something_is_said(network):
    nobody = profile.profile(network)
    assert nobody[:3] == ("", "", "")
    assert nobody.traits == {kind: [] for kind in profile.KINDS}
    assert not network.store.path.exists()


def test_what_is_said_replaces_what_was(network):
    profile.set_profile(
        network, name=" Eva ", pitch="I draw maps", experience_since="2010",
        traits={"role": ["Diseñadora gráfica", "juggler"], "need": ["clients", "Clients", " "]},
    )  # fmt: skip
    known = profile.set_profile(network, pitch="Maps", traits={"skill": ["ink"]})
    assert known[:3] == ("Eva", "Maps", "2010")
    assert known.traits["role"] == [roles.recognised("Diseñadora gráfica"), "juggler"]
    assert known.traits["need"] in (["clients"], ["Clients"])
    assert known.traits["skill"] == ["ink"]
    cleared = profile.set_profile(network, experience_since="", traits={"role": []})
    assert (cleared.experience_since, cleared.traits["role"]) == ("", [])
    assert cleared.traits["skill"] == ["ink"]
    with pytest.raises(WrongUsage):
        profile.set_profile(network, name="a\0")
    with pytest.raises(WrongUsage):
        profile.set_profile(network, experience_since="long ago")
    assert profile.profile(network) == cleared


def test_settings_have_defaults_and_are_reset_by_nothing(network):
    defaults = {"default_cadence": "3m", "budget": "3", "leap_day": "02-28", "days_off": ""}
    assert profile.settings(network) == defaults
    said = {
        "default_cadence": "2W", "budget": "007", "leap_day": "03-01",
        "days_off": "2025-12-25, tomorrow 2025-12-25",
    }  # fmt: skip
    kept = {name: profile.setting(network, name, value) for name, value in said.items()}
    assert kept == profile.settings(network) == {
        "default_cadence": "2w", "budget": "7", "leap_day": "03-01",
        "days_off": "2025-07-01 2025-12-25",
    }  # fmt: skip
    assert {name: profile.setting(network, name, "") for name in said} == defaults
    assert profile.settings(network) == defaults


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("default_cadence", "none", "bad-cadence"), ("default_cadence", "x", "bad-cadence"),
        ("budget", "0", "out-of-range"), ("budget", "51", "out-of-range"),
        ("budget", "-1", "out-of-range"), ("budget", "٣", "out-of-range"),
        ("budget", "9" * 5000, "out-of-range"), ("leap_day", "02-29", "unknown-value"),
        ("days_off", "someday", "bad-date"), ("colour", "red", "no-setting"),
    ],
)  # fmt: skip
def test_a_value_that_no_rule_takes_is_refused(network, name, value, code):
    with pytest.raises((WrongUsage, NotFound)) as raised:
        profile.setting(network, name, value)
    assert raised.value.code == code
    assert not network.store.path.exists()


def test_the_default_cadence_computes_anew_who_has_none_of_their_own(network):
    contacts.add(network, Said(name="Ana"))
    contacts.add(network, Said(name="Bo", cadence="1y"))
    contacts.add(network, Said(name="Caro"), book=True)
    for name in ("Ana", "Bo"):
        conversations.log(network, Happened((name,), on="2025-06-01"))
    profile.setting(network, "default_cadence", "1w")
    due = [card(network, name).person.next_due_on for name in ("Ana", "Bo", "Caro")]
    assert due == [date(2025, 6, 8), date(2026, 6, 1), None]
    assert_derived(network)
    profile.setting(network, "default_cadence", "")
    assert card(network, "Ana").person.next_due_on == date(2025, 9, 1)
    assert_derived(network)


def test_the_budget_is_the_length_of_a_day(network):
    for n in range(8):
        contacts.add(network, Said(name=f"P{n}", cadence="1w"))
        conversations.log(network, Happened((f"P{n}",), on="2025-06-20"))
    assert len(day_list(network).lines) == 3
    profile.setting(network, "budget", "5")
    assert len(day_list(network).lines) == 5
    assert len(day_list(network, budget=2).lines) == 2


@pytest.mark.parametrize(("leap_day", "observed"), [("02-28", 28), ("03-01", 1)])
def test_29_february_is_kept_where_the_user_says(network, leap_day, observed):
    contacts.add(network, Said(name="Ana", birthday="2000-02-29"))
    profile.setting(network, "leap_day", leap_day)
    for day, month in ((28, 2), (1, 3)):
        lines = day_list(network._replace(today=date(2027, month, day)), everybody=True).lines
        dates = [line.terms.date for line in lines if line.terms.date == 20]
        assert bool(dates) == (day == observed)


def test_roles_are_known_in_both_languages_and_genders(network):
    assert {roles.recognised(said) for said in ("Photographer", "fotógrafo", "FOTOGRAFA")} == {
        "photographer"
    }
    assert roles.recognised("Wizard") == "Wizard"
    assert roles.name_of("photographer", "en") == "Photographer"
    assert roles.name_of("photographer", "es").startswith("Fotógraf")
    assert roles.name_of("wizard", "es") == "wizard"
