"""What works on every page: help, the palette, colours, keys of one's own, the day that turns."""

import stat
from datetime import date

import pytest

from crm.errors import BadConfiguration
from crm.services import contacts
from crm.services.contacts import Said
from crm.tui import app as frame
from crm.tui.app import CrmApp
from crm.tui.keys import bound


@pytest.fixture
def ana(network):
    contacts.add(network, Said(name="Ana [red]Ruiz[/]", organisation="Acme", cadence="1m"))
    return network


async def test_help_tells_the_keys_of_the_page_and_those_of_all(ui, ana):
    async with ui(ana) as shown:
        await shown.press("question_mark")
        assert "On every page" in shown.text
        assert "tell" not in shown.keys
        await shown.press("escape")
        assert "On every page" not in shown.text


async def test_the_palette_finds_people_and_deeds(ui, ana):
    async with ui(ana) as shown:
        await shown.press("ctrl+p")
        await shown.write("ruiz")
        await shown.pilot.pause(0.3)
        await shown.settled()
        assert "Ana [red]Ruiz[/]" in shown.text
        await shown.press("escape", "escape", "ctrl+p")
        await shown.write("undo")
        await shown.pilot.pause(0.3)
        await shown.press("enter", "enter")
        assert shown.toasts == ["Taken back: added (Ana [red]Ruiz[/])"]


async def test_colours_are_shown_at_once_and_remembered(ui, ana):
    async with ui(ana) as shown:
        shown.app.action_change_theme()
        await shown.settled()
        await shown.press("down")
        assert shown.app.theme == "crm-light"
        await shown.press("escape")
        assert shown.app.theme == "crm-dark"
        shown.app.action_change_theme()
        await shown.settled()
        await shown.press("down", "enter")
    again = CrmApp(ana.settings)
    assert again.theme == "crm-light"
    file = ana.settings.state_folder / "theme"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_theme_that_is_none_is_refused(network):
    with pytest.raises(BadConfiguration) as refused:
        CrmApp(network.settings._replace(theme="mauve"))
    assert refused.value.code == "no-theme"


async def test_keys_of_ones_own(ui, ana):
    own = ana._replace(settings=ana.settings._replace(keys=(("help", "f1"),)))
    async with ui(own) as shown:
        await shown.press("f1")
        assert "On every page" in shown.text


def test_a_key_for_nothing_is_refused(network):
    with pytest.raises(BadConfiguration) as refused:
        CrmApp(network.settings._replace(keys=(("dance", "d"),)))
    assert refused.value.code == "no-key-name"


def test_every_deed_with_a_key_has_words():
    assert {"undo", "help", "today.done"} <= bound().keys()
    assert all(binding.description for binding in bound().values())


async def test_a_new_day_is_noticed(ui, ana, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date(2026, 3, 3)

    async with ui(ana, size=(120, 24)) as shown:
        shown.app._settings = shown.app._settings._replace(today=None)
        monkeypatch.setattr(frame, "date", Tomorrow)
        shown.app._look_at_clock()
        await shown.settled()
        assert "Tuesday 3 March 2026" in shown.lines[0]
