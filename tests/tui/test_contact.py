"""The page of a person: its header, its tabs, every key of its bar, and nothing overwritten."""

import pytest

from crm import context as contexts
from crm.errors import Busy
from crm.services import (
    card,
    contacts,
    conversations,
    facts,
    follow_ups,
    garden,
    giving,
    mentors,
    questions,
)
from crm.services.contacts import Said
from tests.tui.conftest import SIZES


@pytest.fixture
def ana(network):
    known = Said(
        name="Ana [/] Ruiz", title="Copywriter", organisation="Studio", place="Vigo",
        cadence="1m", tags=("design",), emails=("ana@example.com",), phones=("+34 600 111 222",),
    )  # fmt: skip
    number = contacts.add(network, known).id
    contacts.add(network, Said(name="Bo Li"), book=True)
    log(network, "Ana", kind="call", on="2026-02-20", summary="She opens a second shop")
    return number


def log(network, *people, **said):
    conversations.log(network, conversations.Happened(people, **said))


def person(network, number=1):
    return card.card(network, str(number)).person


async def opened(shown, number, *keys):
    shown.app.open_person(number)
    await shown.settled()
    await shown.press(*keys)


async def left(shown):
    """Wait until the page of the person is gone; leaving takes a turn of the event loop or two."""
    for _turn in range(20):
        await shown.settled()
        if shown.app.page is not None and shown.app.page.section == "today":
            return
    raise AssertionError(shown.text)


async def test_the_header_says_how_the_relation_stands(ui, network, ana):
    async with ui(network) as shown:
        await opened(shown, ana)
        assert "Ana [/] Ruiz  [1]" in shown.text
        assert "Copywriter · Studio · Vigo   #design" in shown.text
        assert "every month · due on 20 March · last contact ten days ago" in shown.text
        assert "relation: sprout (" in shown.text
        assert "contact ██" in shown.text
        assert "initiative " in shown.text
        assert "w WhatsApp   m mail   c call   o map   v copy" in shown.text
        assert "last contact   ten days ago · call: She opens a second shop" in shown.text


async def test_somebody_of_the_address_book_of_whom_only_the_name_is_known(ui, network, ana):
    async with ui(network) as shown:
        await opened(shown, 2)
        assert "in the address book: known, not tended" in shown.text
        assert "reciprocity" not in shown.text
        await shown.press("tab")
        assert "Nothing is logged yet." in shown.text
        await shown.press("tab")
        assert "Nothing is known of them yet." in shown.text
        await shown.press("tab")
        assert "No promises between you." in shown.text
        await shown.press("tab")
        assert "Nothing went either way yet." in shown.text
        await shown.press("tab")
        assert "No mentorship between you and Bo Li." in shown.text
        await shown.press("tab")
        assert "What does Bo Li do?" in shown.text
        await shown.press("tab", "tab")
        assert "not yet" in shown.text
        await shown.press("escape")
        await left(shown)


async def test_the_arrows_and_the_mouse_lead_to_the_tabs(ui, network, ana):
    async with ui(network) as shown:
        await opened(shown, ana, "right")
        assert "20 Feb" in shown.text
        await shown.press("left", "left")
        assert "given name" in shown.text
        await shown.press("shift+tab")
        assert "Nobody known yet whose work goes with that of Ana [/] Ruiz." in shown.text
        await shown.pilot.click("TabBar", offset=(12, 0))
        await shown.settled()
        assert "20 Feb" in shown.text


async def test_a_long_timeline_is_looked_up_as_one_scrolls(ui, network, ana):
    from crm.services.changes import change

    with change(network, "log") as made:
        for number in range(250):
            said = conversations.Happened(
                ("Ana",), f"Number {number}.", kind="message", on="2025-06-01"
            )
            conversations.log_within(network, made, said)
    async with ui(network) as shown:
        await opened(shown, ana, "tab")
        timeline = shown.app.screen.query_one("PersonTimeline")
        assert len(timeline._entries) == 100
        await shown.press("end", "end", "end", "end")
        assert len(timeline._entries) == 251
        assert "Number 0." in shown.text
        await shown.press("home")
        assert "> 20 Feb       call: She opens a second shop" in shown.text
        await shown.press("pagedown", "pageup", "down", "up")
        assert "> 20 Feb" in shown.text


async def test_who_else_was_there_is_named(ui, network, ana):
    log(network, "Ana", "Bo", kind="meeting", on="2026-02-25", place="Fair", minutes=30)
    log(network, "Ana", kind="message", on="2026-02-26", side="me", ask=True, answered=False)
    async with ui(network) as shown:
        await opened(shown, ana, "tab")
        assert "meeting · Fair · 30 minutes · with Bo Li" in shown.text
        assert "message · from you · no answer · you asked for something" in shown.text


async def test_what_never_took_place_is_taken_out_and_comes_back(ui, network, ana):
    log(network, "Ana", kind="meeting", on="2026-03-09")
    async with ui(network) as shown:
        await opened(shown, ana, "tab", "enter")
        assert "meeting · planned" in shown.text
        await shown.press("x")
        assert shown.toasts == ["Taken out; u brings it back."]
        assert "planned" not in shown.text
        await shown.press("u", "home", "enter", "y")
        assert "Logged: meeting with Ana" in shown.toasts[-1]
        await shown.press("enter")
        assert "It took place" not in shown.text
        await shown.press("escape")


async def test_facts_and_questions(ui, network, ana):
    questions.ask(network, "Ana", "Which street?")
    facts.learn(network, "Ana", "dream: a year in Lisbon")
    async with ui(network) as shown:
        await opened(shown, ana, "tab", "tab")
        assert "> to ask  Which street? (today)" in shown.text
        assert "dream   a year in Lisbon (today)" in shown.text
        await shown.press("enter")
        await shown.write("Calle Real")
        await shown.press("enter")
        assert "→ Calle Real" in shown.text
        await shown.press("home", "enter")
        await shown.write("Since when?")
        await shown.press("enter", "home", "down", "down", "enter")
        await shown.write("What would it cost?")
        await shown.press("enter")
        assert [line.mine for line in questions.questions(network, "Ana")] == [False, True]
        await shown.press("f")
        await shown.write("work: writes for wineries")
        await shown.press("enter")
        assert "writes for wineries (today)" in shown.text


async def test_promises_of_both_sides(ui, network, ana):
    follow_ups.promise(network, "Ana", "send the link", by="2026-03-06")
    follow_ups.promise(network, "Ana", "introduce me", by=None, mine=False)
    async with ui(network) as shown:
        await opened(shown, ana, "tab", "tab", "tab")
        assert "> [ ]  send the link (for Friday)" in shown.text
        await shown.press("space")
        assert shown.toasts == ["Promise kept: send the link"]
        assert "[x]  send the link (you, today)" in shown.text
        await shown.press("home", "enter")
        await shown.write("call her by friday")
        await shown.press("enter")
        await shown.press("end", "up", "enter")
        await shown.write("a photo")
        await shown.press("enter")
        kept = [(p.text, p.mine) for p in follow_ups.promises(network, "Ana")]
        assert kept == [("call her", True), ("introduce me", False), ("a photo", False)]


async def test_giving(ui, network, ana):
    giving.got(network, giving.GivingSaid("Ana", "sent a client", kind="referral"))
    async with ui(network) as shown:
        await opened(shown, ana, "tab", "tab", "tab", "tab")
        assert "gave you, today: sent a client (referral)" in shown.text
        await shown.press("enter", "t")
        assert "thanked today" in shown.text
        await shown.press("home", "enter", "o")
        await shown.write("they signed")
        await shown.press("enter")
        assert "they signed" in shown.text
        await shown.press("home", "enter", "r")
        assert "told them today" in shown.text
        for words in ("a book", "a lift", "some feedback"):
            await shown.press("end")
            while f"+ {OFFERS[words]}" not in shown.app.screen.query_one("PersonGiving").here.text:
                await shown.press("up")
            await shown.press("enter")
            await shown.write(words)
            await shown.press("enter")
            assert words in shown.text
        await shown.press("home")
        while "some feedback" not in shown.app.screen.query_one("PersonGiving").here.text:
            await shown.press("down")
        await shown.press("enter")
        await shown.write("it helped")
        await shown.press("enter")
        assert "what came: it helped" in shown.text


OFFERS = {
    "a book": "something you gave", "a lift": "something they gave you",
    "some feedback": "something you asked for",
}  # fmt: skip


async def test_a_mentorship(ui, network, ana):
    mentors.add(network, "Ana", mentors.Agreed(purpose="prices", every="1m", topics=("rates",)))
    async with ui(network) as shown:
        await opened(shown, ana, *["tab"] * 5)
        assert "Your mentor · getting to know each other · since 2 March" in shown.text
        assert "for: prices" in shown.text
        assert "rates: no case yet" in shown.text
        await shown.press("enter")
        assert "rates: no case yet" in shown.text


async def test_a_match_opens_that_person(ui, network, ana):
    contacts.edit(network, "Bo", Said(roles=("web-developer",)))
    async with ui(network) as shown:
        await opened(shown, ana, *["tab"] * 6)
        assert "Bo Li" in shown.text
        await shown.press("enter")
        assert "Bo Li  [2]" in shown.text
        await shown.press("escape")
        assert "Ana [/] Ruiz  [1]" in shown.text


async def test_a_note_tags_a_promise_later_and_a_copy(ui, network, ana, monkeypatch):
    monkeypatch.setenv("PATH", "")
    async with ui(network) as shown:
        await opened(shown, ana, "n")
        await shown.write("Likes tea")
        await shown.press("enter")
        assert person(network).notes == "2026-03-02 Likes tea"
        await shown.press("t")
        await shown.write(", old friends")
        await shown.press("enter")
        assert "#design #old friends" in shown.text
        await shown.press("p")
        await shown.write("send it")
        await shown.press("enter")
        assert "you promised   send it" in shown.text
        await shown.press("s", "4")
        assert "put off, back on 16 March" in shown.text
        await shown.press("v")
        assert "That did not work" in shown.text
        await shown.press("escape", "w")
        assert "wa.me" in shown.text
        await shown.press("escape", "m", "escape", "c", "escape", "a", "escape", "i")
        assert "That did not work" in shown.text


async def test_what_happened_with_them_is_logged(ui, network, ana):
    async with ui(network) as shown:
        await opened(shown, ana, "l")
        await shown.write("coffee today")
        await shown.press("enter")
        assert any(toast.startswith("Logged: meeting with Ana") for toast in shown.toasts)
        await shown.press("escape", "tab")
        assert "2 Mar" in shown.text


async def test_the_key_of_the_page_leads_back_to_it(ui, network, ana):
    async with ui(network) as shown:
        await opened(shown, ana)
        shown.app.open_person(2)
        await shown.settled()
        await shown.press("1")
        await left(shown)


async def test_how_often(ui, network, ana):
    async with ui(network) as shown:
        for key, cadence in (("1", "2w"), ("2", "1m"), ("3", "3m"), ("4", "1y")):
            if key == "1":
                await opened(shown, ana)
            await shown.press("g", key)
            assert person(network).cadence == cadence
        assert "is in the garden; first due on" in shown.toasts[-1]
        await shown.press("g", "0")
        assert "in the address book: known, not tended" in shown.text
        await shown.press("g", "o")
        await shown.write("never")
        await shown.press("enter")
        assert "never" in shown.text
        await shown.press(*["backspace"] * 5, "6", "w", "enter")
        assert "every six weeks" in shown.text
        garden.rest(network, ["Ana"])


async def test_archive_and_delete_ask_nothing_and_come_back(ui, network, ana):
    async with ui(network) as shown:
        await opened(shown, ana, "x")
        assert "[archived]" in shown.text
        assert "u takes it back" in shown.toasts[-1]
        await shown.press("x")
        assert "[archived]" not in shown.text
        await shown.press("x", "u")
        assert not person(network).archived
        await shown.press("D")
        await left(shown)
        assert shown.toasts[-1] == "Deleted Ana [/] Ruiz. u brings them back."
        await shown.press("u")
        assert person(network).name == "Ana [/] Ruiz"


async def field(shown, label):
    """Put the focus on a detail."""
    rows = shown.app.screen.query("FieldRow")
    row = next(row for row in rows if str(row.render()).strip("> ").startswith(label))
    row.focus()
    await shown.settled()


async def test_a_detail_is_edited_in_its_place(ui, network, ana):
    async with ui(network, size=(80, 50)) as shown:
        await opened(shown, ana, "e", "enter")
        assert "esc leave as it was" in shown.keys
        assert "enter save" in shown.keys.replace("⏎", "enter")
        await shown.write("!")
        await shown.press("enter")
        assert "Ana [/] Ruiz!  [1]" in shown.text
        await shown.press("down", "down", "up")
        await field(shown, "e-mail")
        await shown.press("enter")
        await shown.write(", nobody")
        await shown.press("enter")
        assert "nobody” is no e-mail" in shown.text.replace("\n", " ")
        await shown.press(*["backspace"] * len("nobody"))
        await shown.write("new@example.com")
        await shown.press("enter")
        assert "ana@example.com, new@example.com" in shown.text
        await shown.press("enter")
        await shown.write("xyz")
        await shown.press("escape")
        assert "xyz" not in shown.text
        await field(shown, "birthday")
        await shown.press("space")
        await shown.write("--03-14")
        await shown.press("enter")
        assert "birthday  14 March" in shown.text
        await field(shown, "work")
        await shown.press("enter", "2")
        assert "limited availability" in shown.text
        await shown.press("u")
        assert "limited" not in shown.text


async def test_no_letter_is_lost_however_fast_one_types(ui, network, ana):
    async with ui(network) as shown:
        await opened(shown, ana, "e")
        await shown.pilot.press(
            "down", "enter", *"Anita", "enter", "down", "enter", *"Ruiz", "enter"
        )
        await shown.settled()
        assert (person(network).given_name, person(network).family_name) == ("Anita", "Ruiz")


async def test_notes_have_lines(ui, network, ana):
    async with ui(network, size=(80, 60)) as shown:
        await opened(shown, ana, "e")
        await field(shown, "notes")
        await shown.press("enter")
        assert "^s save" in shown.keys
        await shown.write("one")
        await shown.press("enter")
        await shown.write("two")
        await shown.press("ctrl+s")
        assert person(network).notes == "one\ntwo"
        await shown.press("enter", "ctrl+s")
        assert person(network).notes == "one\ntwo"


@pytest.fixture
def elsewhere(network):
    """Give the same network as another program has it open."""
    other = contexts.make(network.settings)
    yield other
    other.store.close()


@pytest.mark.parametrize(("key", "kept"), [("k", "Editor"), ("w", "Author"), ("escape", "Editor")])
async def test_nothing_is_overwritten_unseen(ui, network, ana, elsewhere, key, kept):
    async with ui(network, size=(80, 50)) as shown:
        await opened(shown, ana, "e")
        await field(shown, "title")
        await shown.press("enter", *["backspace"] * len("Copywriter"))
        contacts.edit(elsewhere, "Ana", Said(title="Editor"))
        shown.app.network_changed()
        await shown.settled()
        await shown.write("Author")
        await shown.press("enter")
        assert "There now: Editor" in shown.text
        assert "You wrote: Author" in shown.text
        await shown.press(key)
        assert person(network).title == kept
        if key == "escape":
            assert "Author" in shown.text
            await shown.press("escape")
        assert f"title  {kept}" in shown.text


async def test_what_another_program_writes_appears(ui, network, ana, elsewhere):
    async with ui(network) as shown:
        await opened(shown, ana)
        contacts.edit(elsewhere, "Ana", Said(place="Lugo"))
        shown.app.network_changed()
        await shown.settled()
        assert "Copywriter · Studio · Lugo" in shown.text
        await shown.press("n")
        contacts.delete(elsewhere, ["Ana"])
        shown.app.network_changed()
        await shown.settled()
        assert shown.toasts == ["They are no longer in the network."]
        await left(shown)


async def test_an_error_is_told_and_tried_again(ui, network, ana, monkeypatch):
    real = contacts.note
    monkeypatch.setattr(
        contacts, "archive", lambda *_a, **_k: (_ for _ in ()).throw(Busy("busy", path="crm.db"))
    )
    async with ui(network) as shown:
        await opened(shown, ana, "x")
        assert "That did not work" in shown.text
        monkeypatch.setattr(contacts, "archive", lambda *_a, **_k: real(network, "Ana", "x"))
        await shown.press("r")
        assert "That did not work" not in shown.text


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await opened(shown, 1)
        looks_like(shown, f"contact-{size[0]}")
        await shown.press("tab")
        looks_like(shown, f"contact-timeline-{size[0]}")
        await shown.press("e", "down", "enter")
        looks_like(shown, f"contact-details-{size[0]}")


async def test_it_looks_as_it_should_in_spanish(ui, demo, looks_like):
    async with ui(demo, language="es") as shown:
        await opened(shown, 1)
        looks_like(shown, "contact-es")


@pytest.mark.parametrize("language", ["en", "es"])
async def test_it_fits_in_sixty_columns(ui, demo, language):
    async with ui(demo, size=(60, 24), language=language) as shown:
        await opened(shown, 1)
        for _tab in range(8):
            assert all(len(line) <= 60 for line in shown.lines)
            await shown.press("tab")
