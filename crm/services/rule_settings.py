"""The settings that rules depend on, as the rules take them; `profile` sets them."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.agenda import DEFAULT_BUDGET
from crm.domain.cadence import DEFAULT_CADENCE
from crm.store.reads import profile as reads

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_A_DAY = 50
SETTINGS = {
    "default_cadence": str(DEFAULT_CADENCE),
    "budget": str(DEFAULT_BUDGET),
    "leap_day": "02-28",
    "days_off": "",
}


class RuleSettings(NamedTuple):
    """The settings that rules take, read."""

    budget: int
    leap_day: str
    days_off: frozenset[date]


def rule_settings(connection: "Connection") -> RuleSettings:
    """Give the settings as the rules take them."""
    values = SETTINGS | reads.settings(connection)
    return RuleSettings(
        int(values["budget"]),
        values["leap_day"],
        frozenset(map(date.fromisoformat, values["days_off"].split())),
    )
