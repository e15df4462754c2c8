"""The deeds that have keys, by their names, and keys of the user's own from config.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from textual.binding import Binding
from textual.dom import DOMNode

from crm import tui
from crm.errors import BadConfiguration
from crm.settings import Settings

_FOLDERS = ("screens", "dialogs", "widgets")


def bound() -> dict[str, Binding]:
    """Give every deed that has a key, by its name; imports all pages and dialogs."""
    found: dict[str, Binding] = {}
    for module in _modules():
        for node in vars(module).values():
            if isinstance(node, type) and issubclass(node, DOMNode):
                for binding in node.__dict__.get("BINDINGS", ()):
                    if isinstance(binding, Binding) and binding.id:
                        found.setdefault(binding.id, binding)
    return dict(sorted(found.items()))


def _modules() -> Iterator[ModuleType]:
    yield import_module("crm.tui.app")
    for folder in _FOLDERS:
        package = import_module(f"{tui.__name__}.{folder}")
        for each in iter_modules(package.__path__):
            yield import_module(f"{package.__name__}.{each.name}")


def keymap(settings: Settings) -> Mapping[str, str]:
    """Give the keys of the user's own, by the names of their deeds.

    Raises BadConfiguration for a name that no deed has.
    """
    if not settings.keys:
        return {}
    known = bound()
    for name, _key in settings.keys:
        if name not in known:
            raise BadConfiguration("no-key-name", path=settings.config_path, name=name)
    return dict(settings.keys)
