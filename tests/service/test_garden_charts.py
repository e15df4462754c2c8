"""How the relations of the garden stand, one by one, and what the pictures beside them count."""

from datetime import date, timedelta

import pytest

from crm.domain.cadence import Cadence, of_days
from crm.domain.giving import AskBalance
from crm.domain.warmth import Band
from crm.services import contacts, conversations, garden, garden_charts, giving
from crm.services import review as week
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.garden_charts import WEEKS
from crm.services.giving import GivingSaid
from tests.conftest import TODAY


@pytest.fixture
def three(network):
    contacts.add(network, Said(name="Caro", cadence="1m", title="Editor"))
    contacts.add(network, Said(name="Ana", cadence="1m"))
    contacts.add(network, Said(name="Bo"))
    contacts.add(network, Said(name="Book"), book=True)
    return network


def log(network, who, ago, **said):
    said.setdefault("kind", "call")
    on = (TODAY - timedelta(ago)).isoformat()
    return conversations.log(network, Happened((who,), on=on, **said))


def test_everybody_of_the_garden_in_the_order_of_their_names(three):
    people = garden.tended(three)
    assert [line.name for line in garden.lines(three, [p.id for p in people])] == [
        "Ana", "Bo", "Caro",
    ]  # fmt: skip
    contacts.archive(three, ["Bo"])
    assert len(garden.tended(three)) == 2


def test_bands_are_those_that_the_review_counts(three):
    log(three, "Ana", 90)
    log(three, "Ana", 3)
    log(three, "Caro", 700)
    people = garden.tended(three)
    found = garden.bands(three, people)
    assert found == [Band.HEALTHY, Band.SEED, Band.DORMANT]
    counted = week.review(three).bands
    assert counted == {band: found.count(band) for band in counted}
    assert garden.bands(three, people[1:2]) == [Band.SEED]


def test_lines_come_in_the_order_asked_for_without_those_who_are_gone(three):
    log(three, "Ana", 3)
    first, second, third = (p.id for p in garden.tended(three))
    contacts.delete(three, ["Bo"])
    lines = garden.lines(three, [third, second, first])
    assert [(line.name, line.cadence, line.cadence_days) for line in lines] == [
        ("Caro", "1m", 30), ("Ana", "1m", 30),
    ]  # fmt: skip
    assert lines[1].last_contact_on == TODAY - timedelta(3)
    assert lines[0].title == "Editor"


def test_contacts_are_counted_by_week_from_monday(three):
    monday = TODAY - timedelta(TODAY.weekday())
    since = (TODAY - monday).days
    log(three, "Ana", 0)
    log(three, "Ana", since)
    log(three, "Bo", since + 1)
    log(three, "Bo", since + 1, kind="reaction")
    log(three, "Bo", since + 7 * (WEEKS - 1))
    log(three, "Bo", since + 7 * (WEEKS - 1) + 1)
    weeks = garden_charts.charts(three).weeks
    assert len(weeks) == WEEKS
    assert weeks[-1] == (monday, 2)
    assert weeks[-2] == (monday - timedelta(7), 1)
    assert weeks[0] == (monday - timedelta(7 * (WEEKS - 1)), 1)
    assert sum(week.contacts for week in weeks) == 4


def test_giving_counts_what_went_each_way_and_asks_among_what_one_began(three):
    giving.gave(three, GivingSaid("Ana", "a review"))
    giving.got(three, GivingSaid("Bo", "a hint"))
    giving.got(three, GivingSaid("Bo", "long ago", on=(TODAY - timedelta(500)).isoformat()))
    giving.asked(three, "Ana", "a logo")
    log(three, "Ana", 1, side="me")
    log(three, "Caro", 1, side="them")
    found = garden_charts.charts(three).giving
    assert (found.gave, found.got, found.begun, found.asks) == (1, 1, 3, 1)
    assert found.state == AskBalance.BALANCED


def test_an_empty_network_has_pictures_too(network):
    found = garden_charts.charts(network)
    assert [week.contacts for week in found.weeks] == [0] * WEEKS
    assert (found.listening, found.giving.begun, found.load.people) == (None, 0, 0)
    assert garden.tended(network) == []


def test_the_first_weeks_of_the_calendar(network):
    early = network._replace(today=date(1, 1, 3))
    assert garden_charts.charts(early).weeks[-1].first == date(1, 1, 1)


@pytest.mark.parametrize(
    ("days", "cadence"),
    [(1, "1d"), (14, "2w"), (30, "1m"), (90, "3m"), (365, "1y"), (730, "2y"), (10, "10d")],
)
def test_a_cadence_is_named_in_the_largest_unit_that_fits(days, cadence):
    assert str(of_days(days)) == cadence
    assert Cadence(int(cadence[:-1]), cadence[-1]).days == days
