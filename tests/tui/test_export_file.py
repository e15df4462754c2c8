"""Exporting: what, where to, and never over another file unasked."""

import json
import stat

import pytest

from crm.services import contacts
from crm.services.contacts import Said
from crm.tui.dialogs.export_file import EXPORTS
from tests.tui.conftest import SIZES


@pytest.fixture
def ana(network):
    contacts.add(network, Said(name="Ana Ruiz", emails=("ana@example.com",)))
    return network


async def open_export(shown):
    shown.app.open_export()
    await shown.settled()


@pytest.mark.parametrize("number", range(1, len(EXPORTS) + 1))
async def test_everything_on_offer_is_written_for_the_user_alone(ui, ana, tmp_path, number):
    async with ui(ana) as shown:
        await open_export(shown)
        await shown.press(str(number), "enter")
        (path,) = tmp_path.glob(f"crm-*-2026-03-02{EXPORTS[number - 1].ending}")
        assert shown.toasts[-1].startswith("Wrote ")
        assert str(path) in shown.toasts[-1]
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert EXPORTS[number - 1].stem in path.name
        if path.suffix == ".json":
            assert json.loads(path.read_text())["contacts"][0]["name"] == "Ana Ruiz"
        elif "contacts" in path.name:
            assert "Ana Ruiz" in path.read_text("utf-8-sig")


async def test_a_file_is_never_written_over_unasked(ui, ana, tmp_path):
    target = tmp_path / "crm-contacts-2026-03-02.csv"
    target.write_text("mine")
    async with ui(ana) as shown:
        await open_export(shown)
        await shown.press("1", "enter")
        assert "exists already" in shown.text
        await shown.press("n")
        assert target.read_text() == "mine"
        await shown.press("enter", "y")
        assert "Ana Ruiz" in target.read_text()
        assert shown.toasts[-1].startswith("Wrote 1 row")


async def test_the_place_is_typed_and_chosen(ui, ana, tmp_path):
    (tmp_path / "below").mkdir()
    async with ui(ana) as shown:
        await open_export(shown)
        await shown.press("1")
        await shown.press("ctrl+u")
        await shown.write("~/be")
        await shown.press("down", "enter")
        assert "~/below/crm-contacts-2026-03-02.csv" in shown.text
        await shown.press("enter")
        assert "Ana Ruiz" in (tmp_path / "below" / "crm-contacts-2026-03-02.csv").read_text()


async def test_a_place_that_cannot_be_written_says_why(ui, ana, tmp_path):
    async with ui(ana) as shown:
        await open_export(shown)
        await shown.press("1", "ctrl+u")
        await shown.write("~/nowhere/at/all.csv")
        await shown.press("enter")
        assert "No such file or directory" in " ".join(shown.text.split())
        await shown.press("escape")
        assert not list(tmp_path.glob("*.csv"))
        await open_export(shown)
        await shown.press("escape")


async def test_an_empty_network_gives_an_empty_table(ui, network):
    async with ui(network) as shown:
        await open_export(shown)
        await shown.press("1", "enter")
        assert shown.toasts[-1].startswith("Wrote 0 rows")


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, ana, looks_like, size):
    async with ui(ana, size=size, language="es") as shown:
        await open_export(shown)
        assert "6  Las personas, en vCards (3.0) para un móvil" in shown.text
        await shown.press("1")
        looks_like(shown, f"export-{size[0]}")
