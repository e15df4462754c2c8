"""Giving: noted and logged once, what came of it, how often one asks."""

from datetime import timedelta

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import card, contacts, conversations, giving, history
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.giving import GivingSaid
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


@pytest.fixture
def ana(network):
    """A network with Ana in the garden and Bo in the address book."""
    contacts.add(network, Said(name="Ana", cadence="1m"))
    contacts.add(network, Said(name="Bo"), book=True)
    return network


def log(context, who="Ana", ago=10, **said):
    on = (TODAY - timedelta(ago)).isoformat()
    return conversations.log(context, Happened((who,), on=on, **said))


def timeline(context, who="Ana"):
    return card.card(context, who, timeline=-1).timeline


@pytest.mark.parametrize(
    ("deed", "side"), [(giving.gave, "me"), (giving.got, "them")], ids=["gave", "got"]
)
@pytest.mark.parametrize(
    ("kind", "logged_as"),
    [("help", "help"), ("Referral", "referral"), ("recommendation", "help"), ("feedback", "help"),
     ("information", "help"), ("introduction", "intro")],
)  # fmt: skip
def test_it_is_logged_once(ana, deed, side, kind, logged_as):
    line = deed(ana, GivingSaid("ana", " Read it ", kind, "yesterday")).line
    (happening,) = timeline(ana)
    assert (happening.kind, happening.side, happening.summary) == (logged_as, side, "Read it")
    assert happening.day == line.day == TODAY - timedelta(1)
    assert not happening.ask
    assert (line.text, line.kind, line.interaction_id) == ("Read it", kind.lower(), happening.id)
    assert line.status == ("open" if line.kind == "referral" else "")
    assert len(history.history(ana, -1)) == 3


def test_what_was_asked_is_logged_as_an_ask(ana):
    line = giving.asked(ana, "ana", "a look at the page", feedback=True).line
    (happening,) = timeline(ana)
    assert (happening.kind, happening.side, happening.ask) == ("message", "me", True)
    assert (line.kind, line.day, line.outcome) == ("feedback", TODAY, "")
    assert giving.asked(ana, "ana", "a name").line.kind == "help"
    assert giving.journal(ana, "bo") == ([], [])
    assert [ask.text for ask in giving.journal(ana, None)[1]] == ["a name", "a look at the page"]


def test_giving_plants_whoever_was_only_known(ana):
    assert giving.gave(ana, GivingSaid("bo", "a name")).logged.planted == ["Bo"]


def test_one_undo_takes_back_both(ana):
    giving.got(ana, GivingSaid("ana", "a client", "referral", client="Pan", value=100))
    history.undo(ana)
    assert timeline(ana) == []
    assert giving.journal(ana, None) == ([], [])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (GivingSaid("ana", " "), "empty-text"), (GivingSaid("ana", "x", "money"), "unknown-value"),
        (GivingSaid("ana", "x", client="Pan"), "only-of-referrals"),
        (GivingSaid("ana", "x", value=3.0), "only-of-referrals"),
        (GivingSaid("ana", "x", "referral", value=-1.0), "bad-measure"),
        (GivingSaid("ana", "x", "referral", value=float("nan")), "bad-measure"),
        (GivingSaid("ana", "x", on="2025-07-01"), "day-to-come"),
        (GivingSaid("ana", "x", on="soon"), "bad-date"), (GivingSaid("cleo", "x"), "nobody"),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_nothing(ana, said, code):
    for deed in (giving.gave, giving.got):
        with pytest.raises((WrongUsage, NotFound)) as refused:
            deed(ana, said)
        assert refused.value.code == code
    assert giving.journal(ana, None) == ([], [])
    assert timeline(ana) == []


def test_a_referral_goes_round(ana):
    line = giving.got(ana, GivingSaid("ana", "a dentist", "referral", "3w", value=2400)).line
    assert giving.step_of(line, TODAY) == "thank"
    line = giving.thanked(ana, line.id)
    assert (line.thanked_on, giving.step_of(line, TODAY)) == (TODAY, "report")
    line = giving.outcome(ana, line.id, "sent a quote", reported=True)
    assert (line.status, line.reported_on) == ("open", TODAY)
    assert giving.step_of(line, TODAY) is None
    line = giving.outcome(ana, line.id, "signed", status="won")  # which they do not know yet
    assert (line.status, line.outcome, line.reported_on) == ("won", "signed", None)
    assert giving.step_of(line, TODAY) == "report"
    line = giving.outcome(ana, line.id, reported=True)
    assert (line.outcome, giving.step_of(line, TODAY)) == ("signed", None)
    assert giving.journal(ana, "ana")[0] == [line]


def test_what_was_said_of_a_client_won_is_not_kept_of_one_lost(ana):
    line = giving.got(ana, GivingSaid("ana", "a dentist", "referral")).line
    giving.thanked(ana, line.id)
    giving.outcome(ana, line.id, "they are thinking")
    line = giving.outcome(ana, line.id, status="won")
    assert (line.outcome, line.status) == ("they are thinking", "won")
    giving.outcome(ana, line.id, "signed for a year", reported=True)
    line = giving.outcome(ana, line.id, status="lost")
    assert (line.outcome, line.status, line.reported_on) == ("", "lost", None)
    assert giving.step_of(line, TODAY) == "report"
    assert giving.outcome(ana, line.id, status="lost") == line
    line = giving.outcome(ana, line.id, "signed after all", status="won")
    assert (line.outcome, line.status) == ("signed after all", "won")


def test_nothing_but_a_referral_received_wants_anything(ana):
    for deed, kind in ((giving.gave, "referral"), (giving.got, "help"), (giving.got, "feedback")):
        line = deed(ana, GivingSaid("ana", "x", kind)).line
        assert giving.step_of(line, TODAY + timedelta(90)) is None
    line = giving.outcome(ana, line.id, "the page is shorter now")
    assert line.outcome == "the page is shorter now"


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (lambda c: giving.thanked(c, 1), "nothing-to-thank"),
        (lambda c: giving.thanked(c, 9), "no-giving"),
        (lambda c: giving.thanked(c, -(2**70)), "no-giving"),
        (lambda c: giving.thanked(c, 2, "2025-07-01"), "day-to-come"),
        (lambda c: giving.outcome(c, 1, reported=True), "nothing-to-report"),
        (lambda c: giving.outcome(c, 1, "x", status="won"), "only-of-referrals"),
        (lambda c: giving.outcome(c, 2, status="won"), "empty-text"),
        (lambda c: giving.outcome(c, 1), "nothing-to-change"),
        (lambda c: giving.came(c, 1, " "), "empty-text"),
        (lambda c: giving.came(c, 2, "x"), "no-ask"),
    ],
)
def test_what_came_of_it_is_checked(ana, deed, code):
    giving.gave(ana, GivingSaid("ana", "a name"))
    giving.got(ana, GivingSaid("ana", "a client", "referral"))
    giving.asked(ana, "ana", "a name")
    before = giving.journal(ana, None)
    with pytest.raises((WrongUsage, NotFound)) as refused:
        deed(ana)
    assert refused.value.code == code
    assert giving.journal(ana, None) == before


def test_what_came_of_asking(ana):
    giving.asked(ana, "ana", "a name")
    line = giving.came(ana, 1, "she named two")
    assert (line.outcome, line.outcome_on) == ("she named two", TODAY)
    assert giving.journal(ana, None)[1] == [line]


def test_dropping_the_interaction_leaves_the_journal(ana):
    line = giving.gave(ana, GivingSaid("ana", "a name")).line
    from crm.services import afterwards

    afterwards.drop(ana, line.interaction_id)
    assert giving.journal(ana, None)[0] == [line._replace(interaction_id=None)]


def test_the_balance_is_of_those_who_were_asked(ana):
    log(ana, ago=30, side="me")
    log(ana, ago=20, side="me", ask=True)
    log(ana, ago=10, side="them")
    log(ana, "Bo", ago=400, side="me", ask=True)
    log(ana, "Bo", ago=5, kind="reaction", side="me", ask=True)
    (found,) = giving.balances(ana, None)
    assert (found.name, found.asking.asks, found.asking.contacts) == ("Ana", 1, 2)
    assert found.asking.state == "not-enough-data"
    log(ana, ago=2, side="me", ask=True)
    assert giving.balances(ana, "ana")[0].asking.state == "only-when-needed"
    assert giving.balances(ana, "bo")[0].asking.state == "not-enough-data"


def test_the_archived_are_left_out(ana):
    log(ana, ago=20, side="me", ask=True)
    contacts.archive(ana, ["ana"])
    assert giving.balances(ana, None) == giving.balances(ana, "1") == []
    assert giving.before(ana, "1")[1].says_nothing


def test_a_gathering_is_no_contact_to_hold_asking_against(ana):
    people = tuple(f"Guest {n}" for n in range(8))
    conversations.log(ana, Happened(("Ana", *people), ask=True), create=True)
    assert giving.balances(ana, None) == []


def test_the_check_before_an_ask(ana):
    assert giving.before(ana, "ana")[1].says_nothing
    log(ana, ago=300, side="me")
    assert giving.before(ana, "ana")[1].says_nothing
    log(ana, ago=200, side="me")
    cold = giving.before(ana, "ana")[1]
    assert (cold.write_first, cold.is_warm, cold.is_silent, cold.silent_days) == (
        True, False, True, 200,
    )  # fmt: skip
    log(ana, ago=3, kind="meeting", depth=2)
    log(ana, ago=2, kind="call", depth=2)
    assert not giving.before(ana, "ana")[1].write_first
    giving.asked(ana, "ana", "a name")
    asked = giving.before(ana, "ana")[1]
    assert (asked.write_first, asked.is_spaced, asked.since_ask) == (True, False, 0)


def test_the_journal_is_one_line_of_time(network):
    contacts.add(network, Said(name="Ana"))
    giving.gave(network, GivingSaid("Ana", "a hand", on="2025-06-20"))
    giving.asked(network, "Ana", "a look", on="2025-06-25")
    giving.got(network, GivingSaid("Ana", "a client", "referral", on="2025-06-26"))
    entries = giving.timeline(network)
    assert [(e.given.text if e.given else e.ask.text) for e in entries] == [
        "a client", "a look", "a hand",
    ]  # fmt: skip
    (waiting,) = giving.unfinished(network)
    assert waiting == entries[0]
    giving.thanked(network, waiting.given.id)
    giving.outcome(network, waiting.given.id, reported=True)
    assert giving.unfinished(network) == []
