"""Undo takes back any change to the last bit, and what is derived is always what follows."""

import os
import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm.context import Context
from crm.errors import CrmError, NotFound
from crm.services import contacts, conversations, events, follow_ups, goals, history
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.events import EventSaid
from crm.services.goals import GoalSaid
from crm.store.connection import Store
from tests.conftest import TODAY
from tests.service import deeds
from tests.service.state import assert_derived, assert_indexed, state

EXAMPLES = int(os.environ.get("CRM_TEST_EXAMPLES", "25"))
MOST_DEEDS = 12


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> Path:
    """Give a file with a few people in it, to begin from."""
    path = tmp_path_factory.mktemp("undo") / "network.db"
    context = Context(None, Store(path, chosen=False), TODAY)
    random = Random(1)
    contacts.add(context, Said(name="Ana Ruiz", tags=("sea",), emails=("a@b.com",)))
    contacts.add(context, Said(name="Bo", cadence="1m", known_since="2020-01-01"))
    contacts.add(context, Said(name="Caro"), book=True)
    contacts.set_tag(context, "sea", cadence="2w", circle=None)
    deeds.bulk(context, random)
    goals.add(context, GoalSaid("Find work", "primary", target=0.1, people=("Ana",)))
    conversations.log(context, Happened(("Ana", "Bo", "Caro"), "Lunch", kind="meeting"))
    events.add(context, EventSaid("Fair", "today", aims=("meet 2 designers",), people=("Caro",)))
    conversations.log(context, Happened(("Bo",), "Hello", side="me", on="yesterday"))
    follow_ups.promise(context, "Bo", "send the list", by="today")
    context.store.close()
    return path


def opened(path: Path) -> Context:
    return Context(None, Store(path, chosen=True), TODAY)


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    st.lists(
        st.tuples(st.sampled_from(deeds.DEEDS), st.integers(0, 2**32 - 1)),
        min_size=1, max_size=MOST_DEEDS,
    )
)  # fmt: skip
def test_each_change_is_taken_back_exactly(planted, done):
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(planted, folder))
        context = opened(path)
        try:
            _do_and_undo(context, done)
        finally:
            context.store.close()


def _do_and_undo(context, done):
    before = [(len(history.history(context, -1)), state(context))]
    for deed, seed in done:
        try:
            deed(context, Random(seed))
        except CrmError:
            if deed is not deeds.log_unknown:  # which is two changes, the first may stand
                assert state(context) == before[-1][1]
            continue
        assert_derived(context)
        changes, rows = len(history.history(context, -1)), state(context)
        if changes > before[-1][0]:
            before.append((changes, rows))
        else:
            assert rows == before[-1][1]
    assert_indexed(context)
    for changes, rows in reversed(before):
        while len(history.history(context, -1)) > changes:
            history.undo(context)
            assert_derived(context)
        assert state(context) == rows
    assert_indexed(context)


@pytest.mark.parametrize("deed", dict.fromkeys(deeds.DEEDS), ids=lambda deed: deed.__name__)
def test_each_deed_is_taken_back(planted, tmp_path, deed):
    context = opened(Path(shutil.copy(planted, tmp_path)))
    before, changes, done = state(context), len(history.history(context, -1)), 0
    for seed in range(20):
        try:
            deed(context, Random(seed))
        except CrmError:
            continue
        done += 1
        if done == 3:
            break
    needs_another = {deeds.hold, deeds.keep, deeds.became, deeds.resume, deeds.project_end}
    assert done or deed in needs_another
    while len(history.history(context, -1)) > changes:
        history.undo(context)
    assert state(context) == before
    assert_indexed(context)
    context.store.close()


@pytest.mark.parametrize("number", [0.1, 1e-17, 123456789.123456789, 5e-324, 1 / 3, 1e15])
def test_numbers_come_back_exact(network, number):
    goals.add(network, GoalSaid("Measure", "primary", start=number, target=7.5))
    goals.progress(network, "1", repr(number))
    before = state(network)
    with goals.change(network, "goal-edit") as made:
        connection = made.write.plain()
        connection.execute("UPDATE goal SET start = 2")
        connection.execute("UPDATE goal_progress SET value = 3")
    history.undo(network)
    assert state(network) == before
    assert goals.card(network, "1").goal.start == number
    with goals.change(network, "goal-delete") as made:
        made.write.plain().execute("DELETE FROM goal")
    history.undo(network)
    assert state(network) == before


def test_a_failed_undo_leaves_everything(network, monkeypatch):
    from crm.store import search

    contacts.add(network, Said(name="Ana"))
    before = state(network)

    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(search, "index_contacts", fail)
    with pytest.raises(KeyboardInterrupt):
        history.undo(network)
    assert state(network) == before
    assert len(history.history(network, -1)) == 1


def test_undo_says_what_it_took_back_until_there_is_nothing(network):
    with pytest.raises(NotFound):
        history.undo(network)
    assert not network.store.path.exists()
    contacts.add(network, Said(name="Ana"))
    contacts.note(network, "Ana", "x" * 10)
    contacts.delete(network, ["Ana"])
    lines = history.history(network, 2)
    assert [(line.action, line.subject) for line in lines] == [("delete", "Ana"), ("note", "Ana")]
    taken = [history.undo(network) for _ in range(3)]
    assert [(t.action, t.subject) for t in taken] == [
        ("delete", "Ana"), ("note", "Ana"), ("add", "Ana"),
    ]  # fmt: skip
    with pytest.raises(NotFound) as raised:
        history.undo(network)
    assert raised.value.code == "nothing-to-undo"


def test_a_change_of_nothing_leaves_no_trace(network):
    contacts.add(network, Said(name="Ana"))
    contacts.edit(network, "Ana", Said(name="Ana"))
    contacts.tag(network, ["Ana"], [], off=[])
    assert [line.action for line in history.history(network, -1)] == ["add"]
