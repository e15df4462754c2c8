"""Giving: the journal, ideas, referrals and asking, every key of their bars; never an account."""

import pytest

from crm.services import contacts, giving
from crm.services.contacts import Said
from crm.services.conversations import Happened, log
from crm.services.giving import GivingSaid
from tests.tui.conftest import SIZES


@pytest.fixture
def two(network):
    contacts.add(network, Said(name="Ana Ruiz", cadence="1m", needs=("copywriter", "a lamp"),
                               emails=("ana@example.com",)))  # fmt: skip
    contacts.add(network, Said(name="Bo [/] Li", cadence="1m", roles=("copywriter",)))
    log(network, Happened(("Ana",), kind="call", on="2026-01-05"))
    return network


@pytest.fixture
def referral(two):
    said = GivingSaid("Bo", "a dentist", "referral", "2026-02-27", "Dr. Soler", 2400)
    return giving.got(two, said).line.id


def kept(context):
    return giving.journal(context, None)


async def test_an_empty_journal_says_how_to_begin(ui, network):
    async with ui(network) as shown:
        await shown.press("5")
        assert "Nothing noted yet." in shown.text
        assert "g gave   r got   a asked for" in shown.keys
        for words in ("No idea yet.", "No referral waits", "You asked nobody"):
            await shown.press("right")
            assert words in shown.text


async def test_what_one_gave_is_noted_with_a_name_completed(ui, two):
    async with ui(two) as shown:
        await shown.press("5", "g")
        await shown.write("an")
        await shown.press("right", "tab")
        await shown.write("read her page")
        await shown.press("enter")
        (line,) = kept(two)[0]
        assert (line.name, line.direction, line.text) == ("Ana Ruiz", "gave", "read her page")
        assert "Noted and logged" in shown.toasts[-1]
        assert "Ana Ruiz · you gave" in shown.text
        await shown.press("u")
        assert "Nothing noted yet." in shown.text


async def test_a_referral_goes_round(ui, two, referral):
    async with ui(two) as shown:
        await shown.press("5", "right", "right")
        assert "To thank" in shown.text
        assert "(referral, Dr. Soler, 2400)" in shown.text
        await shown.press("t")
        assert "No referral waits" in shown.text
        await shown.press("left", "left")
        assert "t thanked" not in shown.keys
        await shown.press("o", "1")
        await shown.write("a site for a year")
        await shown.press("enter")
        (line,) = kept(two)[0]
        assert (line.status, line.outcome) == ("won", "a site for a year")
        await shown.press("right", "right")
        assert "To tell how it went" in shown.text
        await shown.press("k")
        assert kept(two)[0][0].reported_on is not None
        assert "No referral waits" in shown.text


async def test_what_one_got_needs_a_number_and_a_person(ui, two):
    async with ui(two) as shown:
        await shown.press("5", "r", "enter")
        assert "Something you were given" in shown.text
        await shown.write("bo")
        await shown.press("tab")
        await shown.write("a dentist")
        await shown.press("tab", "right", "tab", "tab", "tab")
        await shown.write("much")
        await shown.press("enter")
        assert "is no measure" in shown.text
        assert kept(two) == ([], [])
        await shown.press("escape")


async def test_before_an_ask_its_moment_is_shown(ui, two):
    log(two, Happened(("Ana",), kind="message", side="me", on="2026-01-20", ask=True))
    async with ui(two) as shown:
        await shown.press("5", "a")
        await shown.write("ana")
        await shown.press("enter")
        assert "Perhaps write to Ana Ruiz first without asking" in shown.text
        assert kept(two) == ([], [])
        await shown.write("a look at my page")
        await shown.press("tab", "right", "enter")
        (line,) = kept(two)[1]
        assert (line.text, line.kind) == ("a look at my page", "feedback")
        await shown.press("o")
        await shown.write("two clear notes")
        await shown.press("enter")
        assert "what came: two clear notes" in shown.text
        await shown.press("left")
        assert "With a request: 2 of 3 contacts" in shown.text
        await shown.press("enter")
        assert "Ana Ruiz" in shown.text


async def test_an_idea_is_done_or_introduces_two(ui, two):
    async with ui(two) as shown:
        await shown.press("5", "right", "f")
        await shown.write("ana")
        await shown.press("enter")
        assert "introduce Bo [/] Li" in shown.text
        assert "m for everybody" in shown.text or "w write" in shown.keys
        await shown.press("i", "enter")
        assert "first" in shown.toasts[-1]
        await shown.press("down", "d")
        assert "pass the word on" in shown.text
        await shown.write("sent her a lamp maker")
        await shown.press("enter")
        (line,) = kept(two)[0]
        assert (line.name, line.kind) == ("Ana Ruiz", "information")
        await shown.press("m", "enter")
        assert "Ana Ruiz" in shown.text


async def test_one_writes_to_the_person_of_an_idea(ui, two, monkeypatch):
    monkeypatch.setenv("PATH", "")
    async with ui(two) as shown:
        await shown.press("5", "right", "w")
        assert "That did not work" in shown.text
        assert "mailto:" in shown.text


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("5")
        looks_like(shown, f"giving-{size[0]}")


async def test_it_fits_in_sixty_columns_in_spanish(ui, demo):
    async with ui(demo, size=(60, 24), language="es") as shown:
        await shown.press("5")
        for _ in range(4):
            assert all(len(line) <= 60 for line in shown.lines)
            assert "ayuda" in shown.keys
            await shown.press("right")
