"""Every worked value of warmth, told by flags and read back with `crm show --json`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result

VECTORS = json.loads((Path(__file__).parents[1] / "unit/rules-vectors.json").read_text("utf-8"))
WARMTH = [row for row in VECTORS if row["rule"] == "warmth"]


def flags_of(touch: dict[str, Any]) -> list[str]:
    flags = ["--kind", touch["kind"], "--on", touch["on"], "--side", touch["side"]]
    flags += ["--depth", str(touch["depth"])]
    if touch["by"]:
        flags += ["--by", touch["by"]]
    return [*flags, "--ask"] if touch["ask"] else flags


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in WARMTH])
def test_told_by_flags(
    crm: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, row: dict[str, Any]
) -> None:
    monkeypatch.setenv("CRM_TODAY", row["as_of"])
    since = ["--known-since", row["known_since"]] if row["known_since"] else []
    name = "Zoë Ñúñez"
    assert crm("add", name, "--cadence", f"{row['cadence_days']}d", *since).code == 0
    for touch in row["interactions"]:
        logged = crm("log", "--with", "zoe", *flags_of(touch), "--json")
        assert logged.code == 0, logged.err
        assert logged.json["planned"] == (touch["on"] > row["as_of"])

    shown = crm("show", name, "--json").json

    assert shown["warmth"] == row["expect"]
    assert shown["cadence_days"] == row["cadence_days"]
    held = [touch["on"] for touch in row["interactions"] if touch["on"] <= row["as_of"]]
    assert shown["last_contact_on"] == max(held, default=None)


def test_all_the_rows_of_the_rules_are_told() -> None:
    assert len(WARMTH) == 16
