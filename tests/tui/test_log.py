"""Logging in words from anywhere: understood while one types, corrected, saved, looked back on."""

from datetime import date

import pytest

from crm.errors import Busy
from crm.services import contacts, conversations, follow_ups, questions
from crm.services.card import card
from crm.services.contacts import Said
from crm.store.reads import conversations as conversation_reads
from crm.tui.dialogs.log import LogDialog
from tests.tui.conftest import SIZES

PRODUCT = (
    "Coffee with Ana Ruiz yesterday at CodeMotion: looking for a copywriter. Promised to send the"
    " portfolio by friday #design"
)
PRODUCT_ES = (
    "Café con Ana Ruiz ayer en CodeMotion: busca copywriter. Prometí enviarle el portfolio el"
    " viernes #diseño"
)


def add(context, name, *, book=False, **said):
    return contacts.add(context, Said(name=name, **said), book=book).id


def talked_on(context):
    """Give the share the other side had, by the days of talks of which it was noted."""
    with context.store.reading() as connection:
        found = conversation_reads.talks(connection, None, date.min, context.today)
    return {talk.on: talk.share for talk in found}


@pytest.fixture
def people(network):
    add(network, "Ana Ruiz", organisation="Agua SL")
    add(network, "Luis Vega", book=True)
    add(network, "Eva Soler")
    add(network, "Eva Mora")
    return network


def latest(context, name):
    return card(context, name).timeline[0]


def row(shown, label):
    return next((line for line in shown.lines if line.strip("│ ").startswith(label)), "")


async def opened(shown, text=""):
    await shown.press("l")
    await shown.write(text)


async def skip_debrief(shown):
    assert "1 of 4" in shown.text
    await shown.press("escape")


async def test_the_sentence_of_the_product(ui, people):
    async with ui(people) as shown:
        await opened(shown, PRODUCT)
        for label, text in (
            ("With", "Ana Ruiz"),
            ("When", "yesterday · Sunday 1 March 2026"),
            ("What", "meeting"),
            ("Event", "CodeMotion"),
            ("Promise", "send the portfolio (Friday)"),
            ("Learned", "work: looking for a copywriter"),
            ("Tags", "#design"),
        ):
            assert text in row(shown, label)
        await shown.press("enter")
        assert shown.toasts == [
            "Logged: meeting with Ana Ruiz, yesterday.\nPromise: send the portfolio (on Friday)"
        ]
        await skip_debrief(shown)
    assert latest(people, "Ana Ruiz").summary.startswith("Coffee with Ana Ruiz yesterday")
    assert [each.text for each in follow_ups.promises(people, "Ana Ruiz")] == ["send the portfolio"]


async def test_the_sentence_of_the_product_in_spanish(ui, people):
    async with ui(people, language="es", size=(60, 20)) as shown:
        await opened(shown, PRODUCT_ES)
        assert "Ana Ruiz" in row(shown, "Con ")
        assert "ayer · domingo, 1 de marzo de 2026" in row(shown, "Cuándo")
        assert "enviarle el portfolio (el viernes)" in row(shown, "Promesa")
        assert "trabajo: busca copywriter" in row(shown, "Supiste")
        await shown.press("ctrl+s")
        assert "Anotado" in shown.toasts[0] or "Registrado" in shown.toasts[0]


async def test_a_name_is_completed(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Call with An")
        assert "Call with Ana Ruiz" in shown.text
        assert "tab take the name" in shown.text
        await shown.press("right")
        await shown.write(", eva")
        assert "Eva Mora" in shown.text
        assert "Eva Soler" in shown.text
        await shown.press("down", "enter")
        assert dialog(shown).line == "Call with Ana Ruiz, Eva Soler"
        await shown.write(" and vega")
        await shown.press("tab")
        assert dialog(shown).line == "Call with Ana Ruiz, Eva Soler and Luis Vega"
        assert "Ana Ruiz, Eva Soler and Luis Vega" in row(shown, "With")


def dialog(shown):
    assert isinstance(shown.app.screen, LogDialog)
    return shown.app.screen


async def test_escape_closes_the_names_first(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Call with Ev")
        assert "Eva Mora" in shown.text
        await shown.press("escape")
        assert "Eva Mora" not in shown.text
        assert dialog(shown).line == "Call with Ev"
        await shown.press("escape")
        assert "Log what happened" not in shown.text


async def test_a_name_that_two_bear_means_the_one_who_was_taken(ui, people):
    namesake = add(people, "Ana Ruiz", organisation="Zinc SA")
    async with ui(people) as shown:
        await opened(shown, "Call with ana")
        assert "Ana Ruiz  Agua SL" in shown.text
        assert "Ana Ruiz  Zinc SA" in shown.text
        await shown.press("down", "enter", "enter")
        await skip_debrief(shown)
    assert latest(people, str(namesake)).kind == "call"


async def test_an_unclear_name_is_asked(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Called Eva this morning")
        assert "Eva (which one?)" in row(shown, "With")
        await shown.press("enter")
        assert "“Eva”: which one?" in shown.text
        await shown.press("escape")
        assert "Called Eva this morning" in shown.text
        await shown.press("enter", "2")
        assert shown.toasts[-1].startswith("Logged: call with Eva ")
        assert not conversations_of_both(people)


def conversations_of_both(context):
    return all(card(context, name).timeline for name in ("Eva Soler", "Eva Mora"))


async def test_an_unclear_name_can_be_written_out(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Called Eva this morning")
        await shown.press("enter", "w", "end")
        await shown.write(" Mora")
        await shown.press("enter")
        assert shown.toasts[-1] == "Logged: call with Eva Mora, today."


async def test_an_unknown_name_is_new_or_somebody_like_it(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Called Luis Vegas and Cleo Pons")
        assert "Luis Vegas (new) and Cleo Pons (new)" in row(shown, "With")
        await shown.press("enter")
        assert "“Luis Vegas” is new" in shown.text
        assert "It is Luis Vega" in shown.text
        await shown.press("1")
        assert "“Cleo Pons” is new" in shown.text
        await shown.press("n")
        assert shown.toasts[-1].startswith("Logged: call with Luis Vega and Cleo Pons, today.")
        assert "Now in the garden:" in shown.toasts[-1]


async def go_down_to(shown, field):
    from crm.tui.widgets.understood_rows import UnderstoodRows

    rows = shown.app.screen.query_one(UnderstoodRows)
    if not rows.has_focus:
        await shown.press("down")
    while rows.row.field != field:
        await shown.press("down")


async def correct(shown, field, text):
    await go_down_to(shown, field)
    await shown.press("enter", "end", *["backspace"] * 60)
    await shown.write(text)
    await shown.press("enter")


async def test_each_row_can_be_corrected(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Coffee with Ana Ruiz yesterday. I promised a logo by friday")
        await go_down_to(shown, "kind")
        await shown.press("enter", "2")
        await correct(shown, "people", "Ana Ruiz, Luis Vega")
        await correct_up(shown, "day", "friday")
        await correct(shown, "event", "Barcamp")
        await correct(shown, "place", "Oporto")
        await correct(shown, "promise", "send two logos by 2026-03-09")
        await correct(shown, "fact", "life: has a boat")
        await correct(shown, "tags", "#boats sea")
        await correct(shown, "minutes", "45")
        await go_down_to(shown, "side")
        await shown.press("enter", "5")
        for label, text in (
            ("With", "Ana Ruiz and Luis Vega"),
            ("When", "three days ago"),
            ("What", "call"),
            ("Event", "Barcamp"),
            ("Place", "Oporto"),
            ("Promise", "send two logos"),
            ("Learned", "life: has a boat"),
            ("Tags", "#boats #sea"),
            ("How long", "45 minutes"),
            ("How  ", "you asked for something"),
        ):
            assert text in row(shown, label), label
            assert "(corrected)" in row(shown, label)
        await shown.press("ctrl+s")
    last = latest(people, "Luis Vega")
    assert (last.kind, last.event, last.place) == ("call", "Barcamp", "Oporto")


async def correct_up(shown, field, text):
    from crm.tui.widgets.understood_rows import UnderstoodRows

    rows = shown.app.screen.query_one(UnderstoodRows)
    while rows.row.field != field:
        await shown.press("up" if rows.highlighted else "down")
    await correct(shown, field, text)


async def test_a_correction_stays_while_one_writes_on_and_can_be_taken_back(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Coffee with Ana Ruiz yesterday")
        await correct(shown, "place", "Oporto")
        await shown.press(*["up"] * 5)
        await shown.write(" at CodeMotion")
        assert "Oporto (corrected)" in row(shown, "Place")
        assert "CodeMotion" in row(shown, "Event")
        await go_down_to(shown, "place")
        assert "as in the line" in shown.text
        await shown.press("delete")
        assert "Oporto" not in shown.text


async def test_what_is_wrong_with_a_correction_is_said_there(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Coffee with Ana Ruiz")
        await correct(shown, "minutes", "many")
        assert "many" in shown.text
        assert "How many minutes?" in shown.text
        await shown.press("escape")
        assert "—" in row(shown, "How long")


async def test_a_date_that_no_calendar_has_is_said_in_place(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Coffee with Ana Ruiz 31/02/2027")
        assert "“31/02/2027” is no date" in shown.text or "31/02/2027" in shown.lines[3]
        await shown.press("enter")
        assert "Log what happened" in shown.text
        assert not shown.toasts
        await shown.press(*["backspace"] * len(" 31/02/2027"), "enter")
        assert shown.toasts == ["Logged: meeting with Ana Ruiz, today."]


async def test_nobody_named_is_said_in_place(ui, people):
    async with ui(people) as shown:
        await opened(shown)
        assert "Coffee with Ana yesterday: she opens a shop" in shown.text
        await shown.press("enter")
        assert "Log what happened" in shown.text
        assert not shown.toasts


async def test_a_locked_network_is_said_in_place_and_enter_tries_again(ui, people, monkeypatch):
    real = conversations.log

    def busy(*_args, **_more):
        raise Busy("busy", path=people.settings.db_path)

    async with ui(people) as shown:
        await opened(shown, "Message to Ana Ruiz")
        monkeypatch.setattr(conversations, "log", busy)
        await shown.press("enter")
        assert "Log what happened" in shown.text
        monkeypatch.setattr(conversations, "log", real)
        await shown.press("enter")
        assert shown.toasts == ["Logged: message with Ana Ruiz, today."]


async def test_hostile_text_is_only_text(ui, people):
    hostile = '[red]Bo[/] "O\'Hara" (x) #!'
    person = add(people, hostile)
    async with ui(people) as shown:
        shown.app.open_log(hostile, person)
        await shown.settled()
        await shown.write('he said "hi" (twice)! #a[b] $(x) \\')
        assert "[red]Bo[/]" in row(shown, "With")
        await shown.press("enter")
        assert shown.toasts[-1].startswith("Logged: message with [red]Bo[/]")
    assert latest(people, str(person)).summary.endswith("\\")


async def test_several_lines_that_are_pasted_become_one(ui, people):
    from textual import events

    async with ui(people) as shown:
        await opened(shown)
        shown.app.screen.focused.post_message(events.Paste("Call with Ana Ruiz\nyesterday\x1b[2J"))
        await shown.settled()
        assert dialog(shown).line == "Call with Ana Ruiz yesterday\ufffd[2J"


async def test_a_person_is_named_beforehand(ui, people):
    namesake = add(people, "Ana Ruiz", organisation="Zinc SA")
    async with ui(people) as shown:
        shown.app.open_log("Ana Ruiz", namesake)
        await shown.settled()
        assert dialog(shown).line == "Ana Ruiz: "
        await shown.write("called about the shop")
        assert row(shown, "With").count("Ana Ruiz") == 1
        await shown.press("enter")
        await skip_debrief(shown)
    assert latest(people, str(namesake)).kind == "call"


async def test_what_was_left_unsaved_is_there_again(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Coffee with Ana Ruiz")
        await shown.press("escape", "l")
        assert dialog(shown).line == "Coffee with Ana Ruiz"
        await shown.write("Message to Luis Vega")
        await shown.press("enter", "l")
        assert dialog(shown).line == ""


async def test_an_empty_network_can_be_logged_into(ui, network):
    async with ui(network) as shown:
        await opened(shown, "Call with Cleo Pons")
        await shown.press("enter", "n")
        assert "Logged: call with Cleo Pons, today." in shown.toasts[-1]


async def test_the_debrief_in_four_steps(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Call with Ana Ruiz")
        await shown.press("enter")
        assert "Who talked more?" in shown.text
        await shown.press("1")
        assert "What did you learn?" in shown.text
        await shown.write("dream: a boat")
        await shown.press("enter")
        assert "· dream: a boat" in shown.text
        await shown.press("enter")
        await shown.write("send the link by friday")
        await shown.press("enter", "enter")
        assert "4 of 4" in shown.text
        await shown.write("which boat?")
        await shown.press("enter", "enter")
        assert shown.toasts[-1] == (
            "Noted: how it went with Ana Ruiz.\nLearned: a boat\nPromise: send the link\n"
            "To ask: which boat?"
        )
    assert talked_on(people) == {people.today: 65}
    assert [each.text for each in questions.questions(people, "Ana Ruiz")] == ["which boat?"]


async def test_the_debrief_is_of_what_was_just_logged(ui, people):
    conversations.log(people, conversations.Happened(("Ana Ruiz",), kind="meeting"))
    async with ui(people) as shown:
        await opened(shown, "Call with Ana Ruiz yesterday")
        await shown.press("enter", "3", "escape")
    assert talked_on(people) == {date(2026, 3, 1): 35}


async def test_each_step_is_skipped_and_nothing_said_is_nothing_noted(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Call with Ana Ruiz")
        await shown.press("enter")
        before = len(shown.toasts)
        await shown.press("enter", "enter", "enter", "enter")
        assert len(shown.toasts) == before
        assert "1 Today" in shown.text
        assert "4 of 4" not in shown.text


async def test_escape_ends_the_debrief_and_notes_what_was_said(ui, people):
    async with ui(people) as shown:
        await opened(shown, "Call with Ana Ruiz")
        await shown.press("enter", "enter")
        await shown.write("has a boat")
        await shown.press("escape")
        assert "Learned: has a boat" in shown.toasts[-1]


async def test_messages_and_older_talks_are_not_looked_back_on(ui, people):
    async with ui(people) as shown:
        for line in ("Message to Ana Ruiz", "Coffee with Ana Ruiz 3 days ago",
                     "Called Ana Ruiz, no answer"):  # fmt: skip
            await opened(shown, line)
            await shown.press("enter")
            assert "1 of 4" not in shown.text


async def test_the_last_talk_is_looked_back_on_by_key(ui, people):
    async with ui(people) as shown:
        await shown.press("L")
        assert "No talk of today or yesterday" in shown.toasts[-1]
        conversations.log(people, conversations.Happened(("Eva Mora",), kind="meeting"))
        await shown.press("L")
        assert "How did it go with Eva Mora?" in shown.text
        await shown.press("2", "escape")
        assert shown.toasts[-1] == "Noted: how it went with Eva Mora."


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await opened(shown, f"{PRODUCT}. Then called ros")
        looks_like(shown, f"log-{size[0]}")


@pytest.mark.parametrize("language", ["en", "es"])
async def test_it_fits_in_sixty_columns_and_twenty_lines(ui, people, language):
    async with ui(people, size=(60, 20), language=language) as shown:
        await opened(shown, PRODUCT_ES if language == "es" else PRODUCT)
        assert all(len(line) <= 60 for line in shown.lines)
        assert "#dise" in shown.text or "#design" in shown.text
        assert shown.lines[-1].startswith("╰")
