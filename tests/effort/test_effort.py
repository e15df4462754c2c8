"""Every script is typed once: what it brought about, and with how many keys; never how long."""

from __future__ import annotations

import json
import re
import sys
from typing import Any
from urllib.parse import unquote

import pytest

from tests.benchmarks import generator
from tests.conftest import ROOT
from tests.effort import scripts
from tests.effort.keys import PROMPT, Session
from tests.effort.worlds import World, Worlds

PEOPLE = 10_000
pytestmark = pytest.mark.xdist_group("effort")


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    """Give what makes homes, with the program as it stands here."""
    folder = tmp_path_factory.mktemp("effort")
    network = folder / "network.db"
    generator.network(network, PEOPLE, per_contact=1)
    program = [sys.executable, "-m", "crm"]
    return Worlds(folder, program, network, rows=300, PYTHONPATH=str(ROOT))


def told(world: World, *arguments: str) -> Any:
    return json.loads(world.run(*arguments, "--json"))


def latest(world: World, person: str) -> Any:
    return told(world, "show", person)["interactions"][0]


def test_keys_and_words_are_counted(worlds: Worlds) -> None:
    world = worlds.make("bare")
    with Session(world.folder, world.environment) as session:
        session.command("printf 'one two, · 3\\n'")
        session.type("read name; echo ¡$name!\n")
        session.type("Íñigo\n")
        assert session.wait_for(PROMPT) == "¡Íñigo!\r\n"
        effort = session.effort("")
    assert (effort.keys, effort.words) == (24 + 24 + 6, 4)
    assert effort.typing_seconds == pytest.approx(effort.keys / 5)
    assert effort.total == effort.typing_seconds + effort.program_seconds
    assert effort.reading_seconds == 1


def test_a_coffee_with_a_promise(worlds: Worlds) -> None:
    world = worlds.make("tended")
    assert scripts.LOG.typed(world).keys == 79
    logged = latest(world, "ana ruiz")
    assert (logged["kind"], logged["on"]) == ("meeting", "2026-11-22")
    promised = [(each["text"], each["due_on"]) for each in told(world, "promise", "list")]
    assert ("send the portfolio", "2026-11-27") in promised


def test_a_coffee_with_a_promise_in_note_form(worlds: Worlds) -> None:
    world = worlds.make("tended")
    assert scripts.LOG_NOTE.typed(world).keys == 54
    logged = latest(world, "ana ruiz")
    assert (logged["kind"], logged["on"]) == ("meeting", "2026-11-22")
    promised = [(each["text"], each["due_on"]) for each in told(world, "promise", "list")]
    assert ("portfolio", "2026-11-27") in promised


def test_the_three_of_today_opened(worlds: Worlds) -> None:
    world = worlds.make("tended")
    assert len(told(world, "remind")) == 3
    assert scripts.WRITE.typed(world).keys == 50
    links = sorted(world.opened())
    assert [re.split("[?/]", link)[0] for link in links] == [
        "https:", "https:", "mailto:luis@example.com"
    ]  # fmt: skip
    assert links[0] == "https://linkedin.com/in/marta"
    assert "new dog?" in unquote(links[1])
    assert "the link" in unquote(links[2])
    for person in ("ana ruiz", "luis vega", "marta soler"):
        assert latest(world, person)["on"] == generator.TODAY.isoformat()


def test_the_three_of_today_done(worlds: Worlds) -> None:
    world = worlds.make("tended")
    assert scripts.FINISH.typed(world).keys == 44
    for person in ("ana ruiz", "luis vega", "marta soler"):
        assert latest(world, person)["on"] == generator.TODAY.isoformat()
    assert told(world, "promise", "list") == []


def test_somebody_among_ten_thousand_is_found_and_opened(worlds: Worlds) -> None:
    world = worlds.make("crowd")
    assert scripts.FIND.typed(world).keys == 46
    (link,) = world.opened()
    assert link.startswith("https://wa.me/447700900123")
    assert latest(world, "nadia")["on"] == generator.TODAY.isoformat()


def test_somebody_among_ten_thousand_is_opened_by_name(worlds: Worlds) -> None:
    world = worlds.make("crowd")
    assert scripts.OPEN.typed(world).keys == 16
    (link,) = world.opened()
    assert link.startswith("https://wa.me/447700900123")
    assert latest(world, "nadia")["on"] == generator.TODAY.isoformat()


def test_thirty_are_planted(worlds: Worlds) -> None:
    world = worlds.make("imported")
    assert scripts.PLANT.typed(world).keys == len("crm plant\n") + 30
    people = json.loads(world.run("export", "json", "-"))["contacts"]
    rhythms = [person["cadence"] for person in people if person["cadence"]]
    assert sorted(rhythms) == ["1m"] * 8 + ["1y"] * 7 + ["2w"] * 8 + ["3m"] * 7


def test_a_first_useful_list(worlds: Worlds) -> None:
    world = worlds.make("bare")
    assert not world.database.exists()
    assert scripts.FIRST_LIST.typed(world).keys <= 217
    people = [line["contact"]["name"] for line in told(world, "remind")]
    assert people == ["Alice Johnson", "Frank Miller"]
    assert [goal["title"] for goal in told(world, "goal", "list")] == ["Three retainers"]
