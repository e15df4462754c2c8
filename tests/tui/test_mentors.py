"""Mentors: the list, the agreement, questions, advice and results, every key of the bar."""

from datetime import date

import pytest

from crm.errors import Busy
from crm.services import contacts, goals, guidance, mentors
from crm.services.contacts import Said
from crm.services.goals import GoalSaid
from crm.services.guidance import Advised
from crm.services.mentors import Agreed
from tests.tui.conftest import SIZES


@pytest.fixture
def people(network):
    for name in ("Rosa [/] Gil", "Leo Paz", "Ana Ruiz", "Bo Li"):
        contacts.add(network, Said(name=name))
    return network


@pytest.fixture
def rosa(people):
    agreed = Agreed(purpose="prices", every="1m", minutes=30, over="call", topics=("prices",))
    mentors.add(people, "Rosa", agreed)
    return people


def card(context, who="Rosa", **said):
    return mentors.card(context, who, **said)


async def test_without_mentors_it_says_how_to_begin(ui, people):
    async with ui(people) as shown:
        await shown.press("4")
        assert "Who has gone the way that you are going?" in shown.text
        assert "a add" in shown.keys
        assert "question" not in shown.keys
        await shown.press("enter", "a")
        await shown.write("Leo")
        await shown.press("down", "right", "down")
        await shown.write("first clients")
        await shown.press("down")
        await shown.write("2w")
        await shown.press("down")
        await shown.write("soon")
        await shown.press("enter")
        assert "soon" in shown.text
        await shown.press("ctrl+u")
        await shown.write("30")
        await shown.press("enter")
        made = card(people, "Leo").mentorship
        assert (made.direction, made.purpose, made.rhythm) == ("mentee", "first clients", "2w")
        assert made.session_minutes == 30
        assert "Leo Paz: you mentor them." in shown.toasts[-1]
        assert "You mentor them" in shown.text


async def test_a_mentorship_is_shown_with_what_was_agreed(ui, rosa):
    async with ui(rosa) as shown:
        await shown.press("4")
        for text in ("They mentor you", "Rosa [/] Gil", "getting to know each other",
                     "for: prices", "every month · 30 minutes · call", "no case yet"):  # fmt: skip
            assert text in shown.text
        for key in ("a add", "n question", "d advice", "v level"):
            assert key in shown.keys
        assert "r result" not in shown.keys
        await shown.press("enter", "enter")
        assert shown.app.screen.contact_id == 1
        await shown.press("escape", "escape", "up")
        assert "They mentor you" in shown.text


async def test_a_question_is_kept_and_asked(ui, rosa):
    async with ui(rosa) as shown:
        await shown.press("4", "n", "enter")
        assert "question" in shown.text
        await shown.write("When do I raise it?")
        await shown.press("enter")
        (question,) = card(rosa).open_questions
        assert (question.text, question.topic) == ("When do I raise it?", "prices")
        assert "1 question" in shown.text
        await shown.press("enter", "down", "down", "enter", "n", "enter", "y")
        assert card(rosa).open_questions == []
        assert shown.toasts[-1] == "Asked: When do I raise it?"


async def test_advice_answers_a_question_and_its_loop_closes(ui, rosa):
    guidance.ask(rosa, "Rosa", "They haggle")
    async with ui(rosa) as shown:
        await shown.press("4", "enter", "down", "down", "enter", "d", "down", "down")
        await shown.write("three packages")
        await shown.press("enter")
        (loop,) = card(rosa).guidance
        assert (loop.problem, loop.advice, loop.day) == (
            "They haggle", "three packages", date(2026, 3, 2)
        )  # fmt: skip
        assert card(rosa).open_questions == []
        assert "Logged with Rosa [/] Gil too: call." in shown.toasts[-1]
        assert "what came of it?" in shown.text
        await shown.press("r")
        await shown.write("sent three")
        await shown.press("down")
        await shown.write("the middle one")
        await shown.press("enter")
        (loop,) = card(rosa).guidance
        assert (loop.did, loop.result, loop.reported_on) == ("sent three", "the middle one", None)
        assert "→ Tell Rosa [/] Gil what came of" in shown.text
        await shown.press("escape", "r", "enter")
        assert card(rosa).guidance[0].reported_on == date(2026, 3, 2)
        assert "Tell Rosa" not in shown.text
        await shown.press("u")
        assert card(rosa).guidance[0].reported_on is None


async def test_a_result_that_says_nothing_is_refused(ui, rosa):
    guidance.advice(rosa, "Rosa", Advised("three packages"))
    async with ui(rosa) as shown:
        await shown.press("4", "r", "enter")
        assert "three packages" in shown.text
        assert card(rosa).guidance[0].result_on is None
        await shown.press("escape")


async def test_of_several_open_loops_one_is_chosen(ui, rosa):
    for words in ("first", "second"):
        guidance.advice(rosa, "Rosa", Advised(words))
    async with ui(rosa) as shown:
        await shown.press("4", "r")
        assert "What came of which?" in shown.text
        await shown.press("escape", "r", "2")
        await shown.press("down")
        await shown.write("good")
        await shown.press("enter")
        assert [loop.result for loop in card(rosa).guidance] == ["", "good"]


async def test_levels_take_the_training_wheels_off(ui, rosa):
    async with ui(rosa) as shown:
        await shown.press("4")
        for _case in range(3):
            await shown.press("v", "down", "left", "enter")
        (topic,) = card(rosa).topics
        assert [case.level for case in topic.cases] == [4, 3, 2]
        guidance.level(rosa, "Rosa", "prices", 4)
        guidance.level(rosa, "Rosa", "prices", 4)
        guidance.level(rosa, "Rosa", "prices", 4)
        shown.app.network_changed()
        await shown.settled()
        assert "training wheels off" in shown.text
        assert "every 45 days?" in shown.text
        await shown.press("enter", "down", "enter", "enter")
        assert card(rosa).mentorship.rhythm == "45d"
        await shown.press("down", "enter", "down", "down")
        await shown.write("the bakery")
        await shown.press("enter")
        assert card(rosa).topics[0].cases[-1].note == "the bakery"


async def test_phase_agreement_and_end(ui, rosa):
    async with ui(rosa) as shown:
        await shown.press("4", "f")
        assert "Now: getting to know each other" in shown.text
        await shown.press("escape", "f", "2")
        assert card(rosa).mentorship.phase == "cultivation"
        await shown.press("e", "ctrl+u")
        await shown.write("offers")
        await shown.press("down", "ctrl+u", "enter")
        changed = card(rosa).mentorship
        assert (changed.purpose, changed.rhythm, changed.session_minutes) == ("offers", "", 30)
        await shown.press("x")
        assert card(rosa).mentorship.state == "ended"
        assert "is over; u brings it back." in shown.toasts[-1]
        assert "Ended" in shown.text
        assert "question" not in shown.keys
        await shown.press("u")
        assert "They mentor you" in shown.text


async def test_redefinition_is_suggested_and_followed(ui, rosa):
    mentors.move(rosa, "Rosa", "cultivation")
    for _case in range(3):
        guidance.level(rosa, "Rosa", "prices", 4)
    async with ui(rosa) as shown:
        await shown.press("4", "enter", "down", "down", "enter", "4")
        assert card(rosa).mentorship.phase == "redefinition"


async def test_who_could_be_one_is_shown_with_every_term(ui, people):
    goals.add(people, GoalSaid("Clients", "primary", people=("Ana", "Bo")))
    guidance.advice(people, "Leo", Advised("one idea"))
    async with ui(people) as shown:
        await shown.press("4")
        assert "Perhaps" in shown.text
        assert "for “Clients”" in shown.text
        assert "As a mentor" in shown.text
        await shown.press("down")
        for text in ("could be a mentor", "goal", "20 of 20 (“Clients”)", "not known"):
            assert text in shown.text
        await shown.press("a", "enter")
        assert card(people, "Ana").mentorship.state == "active"
        await shown.press("down")
        await shown.press("a", "enter")
        assert card(people, "Leo").mentorship.state == "active"


async def test_the_mouse_chooses_and_opens(ui, rosa):
    mentors.add(rosa, "Leo", Agreed(), mentee=True)
    async with ui(rosa) as shown:
        await shown.press("4")
        first, second = shown.app.screen.query("#list .-stop")
        await shown.pilot.click(second)
        await shown.settled()
        assert "you mentor them" in shown.text
        await shown.pilot.click(first)
        await shown.settled()
        await shown.pilot.click("#about .-stop")
        await shown.settled()
        assert shown.app.screen.contact_id == 1


async def test_a_failure_is_shown_calmly(ui, rosa, monkeypatch):
    def busy(*_said, **_named):
        raise Busy("busy", path="x")

    async with ui(rosa) as shown:
        await shown.press("4")
        monkeypatch.setattr(mentors, "end", busy)
        await shown.press("x")
        assert "That did not work" in shown.text
        await shown.press("escape")
        assert card(rosa).mentorship.state == "active"


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("4")
        looks_like(shown, f"mentors-{size[0]}")


async def test_it_fits_in_sixty_columns(ui, demo):
    async with ui(demo, size=(60, 24), language="es") as shown:
        await shown.press("4")
        assert "independencia" not in shown.text
        await shown.press("enter")
        assert "independencia" in shown.text
        assert all(len(line) <= 60 for line in shown.lines)
