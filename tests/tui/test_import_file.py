"""Importing: which file, what it would come to, the import itself, and what came of it."""

import os
import threading
import time
from pathlib import Path

import pytest

from crm.services import contacts, file_choice, history, transfer
from crm.services.contacts import Said
from crm.tui.dialogs import import_file
from tests.benchmarks.generator import linkedin_csv
from tests.tui.conftest import SIZES

FIXTURES = Path(__file__).parents[1] / "formats" / "fixtures"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nTEL:+34600123456\nEND:VCARD\n"


@pytest.fixture
def downloads(tmp_path, monkeypatch):
    folder = tmp_path / "Downloads"
    folder.mkdir()
    monkeypatch.chdir(folder)
    day = 1_772_000_000  # 25 February 2026

    def put(name, text=None, age=0):
        path = folder / name
        path.write_bytes((FIXTURES / name).read_bytes() if text is None else text.encode())
        os.utime(path, (day - age, day - age))
        return path

    return put


def box(shown):
    """Give what the dialog says, its lines joined."""
    inside = [line.split("│")[1] for line in shown.lines if line.count("│") == 2]
    return " ".join(" ".join(inside).split())


async def open_import(shown):
    shown.app.open_import()
    await shown.settled()


async def test_a_file_comes_in_by_a_few_keys_and_can_be_taken_back(ui, network, downloads):
    downloads("linkedin_plain.csv")
    downloads("google_new.csv", age=5)
    async with ui(network) as shown:
        await shown.press("i")
        assert "Import people" in shown.text
        assert shown.text.index("linkedin_plain.csv") < shown.text.index("google_new.csv")
        assert "linkedin_plain.csv  ~/Downloads · " in shown.text
        await shown.press("enter")
        assert "LinkedIn · 3 new people, 0 changed, 0 as before." in shown.text
        assert "+ Nerea Salvatierra" in shown.text
        assert "columns" not in shown.text
        assert not contacts.anybody(network)
        await shown.press("enter")
        assert "Imported: linkedin_plain.csv" in shown.text
        assert "They are in the address book: known, never due." in shown.text
        assert contacts.anybody(network)
        await shown.press("u")
        assert shown.toasts[-1].startswith("Taken back: imported")
        assert not contacts.anybody(network)


async def test_after_the_import_the_quick_round_is_a_key_away(ui, network, downloads):
    downloads("phone.vcf", CARD)
    async with ui(network) as shown:
        await shown.press("i", "enter", "enter", "p")
        assert "Which of them would you be sorry to lose?" in shown.text
        await shown.press("2")
        assert "Ana Ruiz is in the garden" in shown.toasts[-1]


async def test_rows_to_look_at_are_told_with_their_lines(ui, network, downloads):
    contacts.add(network, Said(name="Ana"), book=True)
    downloads("short.csv", "Name,Email,City\nAna,a@example.com,Vigo\n,,\nCleo,no address,Lugo\n")
    async with ui(network) as shown:
        await open_import(shown)
        await shown.press("enter")
        rows = ("line 2: Ana: somebody of this name is there already", "line 3: neither name",
                "line 4: the e-mail address is none")  # fmt: skip
        await shown.press("end")
        assert all(said in box(shown) for said in rows)
        await shown.press("enter")
        assert all(said in box(shown) for said in ("2 new people", *rows))


async def test_columns_can_be_changed(ui, network, downloads):
    downloads("clients.csv", "Client,Mail,Where\nÍñigo,i@example.com,Vigo\nBea,,\n")
    async with ui(network) as shown:
        await open_import(shown)
        await shown.press("enter")
        assert "Client → left out  Íñigo" in shown.text
        assert "Mail   → emails" in shown.text
        await shown.press("c")
        assert "Which column?" in shown.text
        await shown.press("enter")
        assert "What does “Client” hold?" in shown.text
        await shown.press("down", "down", "enter")
        assert "Client → full name  Íñigo" in shown.text
        assert "2 new people" in shown.text
        await shown.press("c", "escape", "c", "down", "down", "enter", "escape", "enter", "escape")
        assert {p.name for p in contacts.named(network, ["Bea", "Íñigo"])} == {"Bea", "Íñigo"}


async def test_without_a_column_of_names_one_is_asked_for(ui, network, downloads):
    downloads("strange.csv", "a,b\nAna,1\n")
    async with ui(network) as shown:
        await open_import(shown)
        await shown.press("enter")
        assert "No column says who the people are." in shown.text
        assert "⏎ import" not in shown.text
        await shown.press("enter")  # nothing to import yet
        await shown.press("c", "enter", "down", "down", "enter")
        assert "+ Ana" in shown.text
        await shown.press("c", "enter", "enter")  # left out again
        assert "No column says who the people are." in shown.text


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [("empty.csv", "", "is empty"), ("zip.csv", "PK\x03\x04" + "\0" * 99, "not a text file"),
     ("days.csv", "BEGIN:VCALENDAR\n", "cannot import yet"),
     ("header.csv", "Name,Mail\n", "holds nobody")],
)  # fmt: skip
async def test_a_file_that_cannot_be_imported_says_why(ui, network, downloads, name, text, said):
    downloads(name, text)
    async with ui(network) as shown:
        await open_import(shown)
        await shown.press("enter")
        assert said in box(shown)
        assert "Import people" in shown.text
        await shown.press("escape")
        assert "Your network is empty." in shown.text


async def test_a_path_is_typed_and_completed(ui, network, downloads, tmp_path):
    downloads("phone.vcf", CARD)
    (tmp_path / "Downloads" / "below").mkdir()
    (tmp_path / "Downloads" / "below" / "other.csv").write_text("Name\nBea\n")
    async with ui(network) as shown:
        await open_import(shown)
        await shown.write("~/Downl")
        await shown.press("tab")
        assert "~/Downloads/" in shown.text
        assert "phone.vcf" in shown.text
        await shown.press("down")
        await shown.press("enter")  # into the folder
        assert "other.csv" in shown.text
        await shown.press("up", "enter")
        assert "+ Bea" in shown.text
        await shown.press("escape")
        await shown.write("absent")
        await shown.press("tab", "enter")
        assert "There is no file" in shown.text


async def test_a_folder_or_a_file_of_others_is_refused(ui, network, downloads, tmp_path):
    downloads("phone.vcf", CARD)
    async with ui(network) as shown:
        await open_import(shown)
        dialog = shown.app.screen
        dialog.picked(str(tmp_path))
        await shown.settled()
        assert "cannot be read" in shown.text
        dialog.picked("/proc/1/mem")
        await shown.settled()
        assert "cannot be read" in shown.text


async def test_enter_right_after_the_last_letter_takes_what_was_typed(
    ui, network, downloads, monkeypatch
):
    downloads("phone.vcf", CARD)
    downloads("other.csv", "Name\nBea\n")
    real = file_choice.beginning

    def slow(typed, endings):
        time.sleep(0.05)
        return real(typed, endings)

    monkeypatch.setattr(file_choice, "beginning", slow)
    async with ui(network) as shown:
        await open_import(shown)
        await shown.pilot.press(*"~/Downloads/ot", "enter")
        while "Import other.csv" not in shown.text:
            await shown.pilot.pause(0.01)
        assert "+ Bea" in shown.text


async def test_a_hostile_name_of_a_file_is_shown_as_text(ui, network, downloads):
    downloads("[red]\x1b]0;owned\x07.csv", "Name,[b]\x1b[31m\nBea,x\x1b[0m\n")
    async with ui(network) as shown:
        await open_import(shown)
        assert "[red]" in shown.text
        await shown.press("tab", "enter")
        assert "+ Bea" in shown.text
        await shown.press("c", "escape", "enter")
        assert "Imported: [red]" in shown.text
        assert "\x1b" not in shown.text


async def test_with_no_file_in_sight_a_path_is_asked_for(ui, network, downloads):
    async with ui(network) as shown:
        await open_import(shown)
        assert "type a path" in shown.text
        await shown.press("tab", "down", "enter")
        assert "Import people" in shown.text


async def test_an_import_shows_how_far_it_is_and_can_be_stopped(
    ui, network, downloads, monkeypatch
):
    downloads("Connections.csv", linkedin_csv(3000, 1))
    told, go_on = threading.Event(), threading.Event()
    real = transfer.import_file

    def slow(context, path, *, progress, **options):
        def tell(done, total):
            progress(done, total)
            if total is not None and done >= 1500:
                told.set()
                go_on.wait(10)

        return real(context, path, progress=tell, **options)

    async with ui(network) as shown:
        await open_import(shown)
        await shown.press("enter")
        await shown.press("end")
        assert "more" in shown.text
        monkeypatch.setattr(import_file.transfer, "import_file", slow)
        await shown.pilot.press("enter")
        while not told.is_set():
            await shown.pilot.pause(0.01)
        await shown.pilot.pause()
        assert "1500 of " in shown.text
        assert "██████" in shown.text
        assert "░" in shown.text
        await shown.pilot.press("escape")
        await shown.pilot.pause()
        assert "Stopping…" in shown.text
        go_on.set()
        await shown.settled()
        assert "Stopped: nothing was imported." in shown.text
        assert not contacts.anybody(network)
        monkeypatch.setattr(import_file.transfer, "import_file", real)
        await shown.press("enter")
        assert "Imported: Connections.csv" in shown.text
        assert contacts.anybody(network)


async def test_leaving_the_program_stops_an_import(ui, network, downloads, monkeypatch):
    downloads("Connections.csv", linkedin_csv(3000, 2))
    told = threading.Event()
    real = transfer.import_file

    def slow(context, path, *, progress, **options):
        def tell(done, total):
            if total is not None:
                told.set()
                shown.app.screen.is_over.wait(10)
            progress(done, total)

        return real(context, path, progress=tell, **options)

    async with ui(network) as shown:
        await open_import(shown)
        await shown.press("enter")
        monkeypatch.setattr(import_file.transfer, "import_file", slow)
        await shown.pilot.press("enter")
        while not told.is_set():
            await shown.pilot.pause(0.01)
    assert not contacts.anybody(network)
    assert history.history(network, -1) == []


async def test_what_the_user_wrote_stays_and_is_told(ui, network, downloads):
    downloads("phone.vcf", CARD.replace("END", "UID:a1\nORG:Acme\nEND"))
    transfer.import_file(network, str(Path("phone.vcf").resolve()))
    contacts.edit(network, "Ana", Said(organisation="Own Words"))
    async with ui(network) as shown:
        await open_import(shown)
        await shown.press("enter")
        assert "Left as you wrote it" in shown.text
        assert "company stays “Own Words”" in shown.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_preview_looks_as_it_should(ui, demo, downloads, looks_like, size):
    downloads("google_new.csv")
    async with ui(demo, size=size) as shown:
        await open_import(shown)
        looks_like(shown, f"import-pick-{size[0]}")
        await shown.press("enter")
        looks_like(shown, f"import-preview-{size[0]}")


async def test_it_speaks_spanish(ui, network, downloads):
    downloads("generic_spanish.csv")
    async with ui(network, language="es", size=(60, 24)) as shown:
        await open_import(shown)
        assert "Importar personas" in shown.text
        await shown.press("enter")
        assert "personas nuevas" in shown.text
        assert all(len(line) <= 60 for line in shown.lines)
        await shown.press("enter")
        assert "sin recordatorios" in shown.text
