"""Files to choose from: likely ones, what is typed completed, where a new one may go."""

import os

import pytest

from crm.services import file_choice


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return tmp_path


def make(folder, name, age):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("x")
    os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    return path


def test_the_likely_files_are_the_newest_of_contacts(home):
    make(home / "Downloads", "Connections.csv", 10)
    make(home / "Descargas", "movil.VCF", 5)
    make(home / "here", "own.vcard", 20)
    make(home / "Downloads", "photo.png", 1)
    make(home, ".hidden.csv", 1)
    make(home / "Downloads" / "below", "deep.csv", 1)
    (home / "link.csv").symlink_to(home / "Downloads" / "Connections.csv")
    (home / "gone.csv").symlink_to(home / "nowhere")

    found = file_choice.likely()

    assert [one.typed for one in found] == [
        "~/Descargas/movil.VCF", "~/Downloads/Connections.csv", "~/here/own.vcard",
    ]  # fmt: skip
    assert found[0].path == str(home / "Descargas" / "movil.VCF")
    assert (found[0].name, found[0].folder) == ("movil.VCF", "~/Descargas")


def test_the_folder_of_downloads_is_the_one_that_the_desktop_names(home):
    make(home / "Bajadas", "a.csv", 1)
    (home / ".config").mkdir()
    (home / ".config" / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/Bajadas"\n')
    assert [one.typed for one in file_choice.likely()] == ["~/Bajadas/a.csv"]
    (home / ".config" / "user-dirs.dirs").write_bytes(b"\xff\xfe")
    assert file_choice.likely() == []


def test_what_is_typed_is_completed(home):
    make(home / "Downloads", "Connections.csv", 1)
    make(home / "Downloads", "contacts.vcf", 1)
    make(home / "Downloads", "cover.png", 1)
    make(home / "Downloads", ".config.csv", 1)
    make(home / "Downloads" / "Company", "x", 1)

    def offered(typed):
        return [one.typed for one in file_choice.beginning(typed, file_choice.CONTACTS)]

    assert offered("~/down") == ["~/Downloads"]
    assert offered("~/Downloads/co") == [
        "~/Downloads/Connections.csv", "~/Downloads/contacts.vcf", "~/Downloads/Company",
    ]  # fmt: skip
    assert offered("~/Downloads/cover.png") == ["~/Downloads/cover.png"]
    assert offered("~/Downloads/.") == ["~/Downloads/.config.csv"]
    assert offered("../Downloads/Com") == ["~/Downloads/Company"]
    assert offered("/nowhere/at/all") == offered("a\0b") == offered("~nobody-here/") == []
    assert "~/Downloads" in offered("~")


def test_a_folder_that_may_not_be_read_offers_nothing(home, monkeypatch):
    def refused(_folder):
        raise PermissionError

    monkeypatch.setattr(os, "scandir", refused)
    assert file_choice.beginning("~/", file_choice.CONTACTS) == []


def test_what_is_meant_may_be_quoted_as_a_dropped_file_is(home):
    assert file_choice.meant(" '/tmp/my file.csv' ") == "/tmp/my file.csv"
    assert file_choice.meant("~/a.csv") == str(home / "a.csv")
    assert file_choice.meant("a.csv") == str(home / "here" / "a.csv")


def test_a_new_file_goes_to_downloads_or_home(home):
    assert file_choice.suggested("crm.csv") == "~/crm.csv"
    (home / "Descargas").mkdir()
    assert file_choice.suggested("crm.csv") == "~/Descargas/crm.csv"
