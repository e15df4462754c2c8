"""What the tests of the services share: a network in a real file, on a fixed day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crm.context import Context
from crm.settings import load
from crm.store.connection import Store

TODAY = date(2026, 3, 2)


@pytest.fixture
def new_context(tmp_path: Path) -> Callable[[str], Context]:
    """Give contexts, each with a database of its own that is yet to be made."""

    def make(name: str) -> Context:
        path = tmp_path / name / "crm.db"
        settings = load({"HOME": str(tmp_path)}, str(path), "en")
        return Context(settings, Store(path, chosen=False), TODAY)

    return make


@pytest.fixture
def context(new_context: Callable[[str], Context]) -> Context:
    return new_context("own")
