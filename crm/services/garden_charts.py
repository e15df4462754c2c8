"""What the pictures beside the garden show: contacts by week, listening, giving, the load."""

from datetime import date
from typing import NamedTuple

from crm.context import Context
from crm.domain import giving as giving_rules
from crm.domain.conversations import Listening
from crm.domain.dates import days_before
from crm.domain.giving import AskBalance
from crm.services import listening
from crm.services.review import Load, load
from crm.store.reads import garden as reads

WEEKS = 12


class Week(NamedTuple):
    """A week by its Monday, and how many contacts it had."""

    first: date
    contacts: int


class Giving(NamedTuple):
    """Twelve months: things given and received, and the asks among the contacts one began."""

    gave: int
    got: int
    begun: int
    asks: int
    state: AskBalance


class Charts(NamedTuple):
    """The pictures; `listening` is None where too few conversations were recorded."""

    weeks: list[Week]
    listening: Listening | None
    giving: Giving
    load: Load


def charts(context: Context) -> Charts:
    """Give the last weeks, this one included, twelve months of listening and giving, the load."""
    today = context.today
    monday = days_before(today, today.weekday())
    mondays = [days_before(monday, 7 * ago) for ago in reversed(range(WEEKS))]
    heard = listening.heard(context).listening
    year = giving_rules.counted_since(today)
    with context.store.reading() as connection:
        by_day = reads.contacts_by_day(connection, days_before(mondays[0], 1), today)
        begun, asks = reads.begun(connection, year, today)
        gave, got = reads.given(connection, year, today)
        state = giving_rules.ask_balance(asks, begun)
        return Charts(
            weeks=_weeks(by_day, mondays),
            listening=heard,
            giving=Giving(gave, got, begun, asks, state),
            load=load(connection, today),
        )


def _weeks(by_day: dict[date, int], mondays: list[date]) -> list[Week]:
    counts = [0] * len(mondays)
    for day, count in by_day.items():
        counts[(day - mondays[0]).days // 7] += count
    return [Week(*week) for week in zip(mondays, counts, strict=True)]
