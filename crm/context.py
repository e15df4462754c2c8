"""What every service is given first: the settings, the store, and the day it is."""

from datetime import date
from typing import NamedTuple

from crm.settings import Settings
from crm.store.connection import Store


class Context(NamedTuple):
    """The surroundings of one command; the TUI renews it when the date turns."""

    settings: Settings
    store: Store
    today: date


def make(settings: Settings) -> Context:
    """Give the context of one run."""
    store = Store(settings.db_path, chosen=settings.db_chosen)
    return Context(settings, store, settings.today or date.today())
