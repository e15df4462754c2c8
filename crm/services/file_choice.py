"""Files to choose from: the likely ones, and what a path that is being typed may become."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

CONTACTS = (".csv", ".vcf", ".vcard", ".tsv", ".txt")
"""How the names of files end that may hold contacts."""
_LIKELY = (".csv", ".vcf", ".vcard")
MOST = 200
_FOLDERS = {"~", ".", ".."}
"""What means all that is in a folder without a slash after it."""
_MOST_LIKELY = 30
_DOWNLOADS = ("Downloads", "Descargas")
_DESKTOPS = ("Desktop", "Escritorio")
_NAMED_FOLDER = re.compile(r'^XDG_(DOWNLOAD|DESKTOP)_DIR="\$HOME/(.+)"\s*$', re.MULTILINE)


class Found(NamedTuple):
    """A file or folder; `typed` is how its path can be typed, with ~ for the home folder."""

    path: str
    typed: str
    is_folder: bool
    changed_on: date

    @property
    def name(self) -> str:
        """The last part of the path."""
        return os.path.basename(self.path)

    @property
    def folder(self) -> str:
        """The folder it is in, as it can be typed."""
        return os.path.dirname(self.typed)


def meant(typed: str) -> str:
    """Give the whole path that a typed one means, in the quotes of a dropped file too."""
    path = _expanded(typed)
    return os.path.abspath(path) if "\0" not in path else path


def _expanded(typed: str) -> str:
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return os.path.expanduser(text)


def likely() -> list[Found]:
    """Give the files of contacts in Downloads, the desktop, home and here, newest first."""
    found: dict[str, tuple[float, Found]] = {}
    for folder in _folders():
        for entry, about, changed in _entries(folder):
            if not about.is_folder and _ends(entry.name, _LIKELY) and entry.name[0] != ".":
                found.setdefault(os.path.realpath(entry.path), (changed, about))
    newest = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].path))
    return [about for _changed, about in newest[:_MOST_LIKELY]]


def beginning(typed: str, endings: tuple[str, ...]) -> list[Found]:
    """Give what is in the typed folder and begins as typed; what is hidden only after a dot.

    First a file that is meant exactly, then the files with one of the endings, then folders.
    """
    whole = _expanded(typed) + ("/" if typed.strip() in _FOLDERS else "")
    folder, slash, begun = whole.rpartition("/")
    begun_key = begun.casefold()
    files, folders, exact = [], [], []
    for entry, about, _changed in _entries(meant(folder or slash or ".")):
        name = entry.name
        if not name.casefold().startswith(begun_key) or (name[0] == "." and not begun):
            continue
        if about.is_folder:
            folders.append(about)
        elif name == begun:
            exact.append(about)
        elif _ends(name, endings):
            files.append(about)
    by_name = [sorted(some, key=lambda f: f.name.casefold()) for some in (files, folders)]
    return [*exact, *by_name[0], *by_name[1]][:MOST]


def suggested(name: str) -> str:
    """Give a path for a new file of a name: in Downloads if there is one, else in home."""
    downloads = [folder for folder in _folders() if os.path.basename(folder) in _DOWNLOADS]
    return _typeable(os.path.join(next(iter(downloads), os.path.expanduser("~")), name))


def _folders() -> list[str]:
    home = os.path.expanduser("~")
    names = [*_named(home), *_DOWNLOADS, *_DESKTOPS]
    folders = [*(os.path.join(home, name) for name in names), home, os.getcwd()]
    return [folder for folder in dict.fromkeys(folders) if os.path.isdir(folder)]


def _named(home: str) -> list[str]:
    """Give how the desktop calls its folders, source: freedesktop.org, xdg-user-dirs."""
    file = Path(home, ".config", "user-dirs.dirs")
    try:
        named = dict(_NAMED_FOLDER.findall(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError):
        return []
    return [named[kind] for kind in ("DOWNLOAD", "DESKTOP") if kind in named]


def _entries(folder: str) -> Iterator[tuple[os.DirEntry[str], Found, float]]:
    try:
        listed = list(os.scandir(folder))
    except (OSError, ValueError):
        return
    for entry in listed:
        try:
            changed = entry.stat().st_mtime
            is_folder = entry.is_dir()
            day = date.fromtimestamp(changed)
        except (OSError, OverflowError, ValueError):
            continue
        if is_folder or entry.is_file():
            yield entry, Found(entry.path, _typeable(entry.path), is_folder, day), changed


def _typeable(path: str) -> str:
    home = os.path.expanduser("~")
    return f"~{path[len(home) :]}" if path.startswith(f"{home}/") else path


def _ends(name: str, endings: tuple[str, ...]) -> bool:
    return name.lower().endswith(endings)
