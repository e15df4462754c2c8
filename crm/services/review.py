"""The week in one look: goals, what was given, promises, relations that fade, load and backlog."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import agenda as rules
from crm.domain.conversations import Listening
from crm.domain.dates import days_before
from crm.domain.giving import Step
from crm.domain.warmth import Band, warmth
from crm.services import garden, listening
from crm.services.follow_ups import SNOOZES_BEFORE_ADVICE
from crm.services.gaps import Effort, effort
from crm.services.giving import step_of
from crm.services.goals import GoalCard, cards
from crm.services.rule_settings import rule_settings
from crm.store.reads import follow_ups, interactions
from crm.store.reads import garden as garden_reads
from crm.store.reads import giving as giving_reads
from crm.store.reads import review as reads
from crm.store.reads.follow_ups import Often, PromiseLine
from crm.store.reads.review import Give

if TYPE_CHECKING:
    from sqlite3 import Connection

DAYS = 7
LOOKED_AT = 200
MOST_FADING = 5
WARMEST_FIRST = (
    Band.THRIVING, Band.HEALTHY, Band.SPROUT, Band.DRY, Band.FADING, Band.DORMANT, Band.SEED,
)  # fmt: skip


class Loop(NamedTuple):
    """A referral to the user, and what it still wants; the client may be left unsaid."""

    id: int
    name: str
    text: str
    client: str
    next_step: Step


class Fading(NamedTuple):
    """Somebody whose relation is fading, with its warmth."""

    id: int
    name: str
    score: float
    last_contact_on: date | None


class Load(NamedTuple):
    """What the garden asks for: contacts a workday, the budget, who is due, workdays until none is.

    `days_left` is None where the load leaves no room; `fitting_days` is then the rhythm at which
    the budget can keep all these people.
    """

    people: int
    per_workday: float
    budget: int
    backlog: int
    days_left: int | None
    fitting_days: int | None


class Review(NamedTuple):
    """The week that ends today; promises are those late or without a day.

    `listening` looks at twelve months and is None where too few conversations were recorded;
    `bands` counts the relations of the garden, the warmest band first; `often` are those who were
    snoozed so often that a longer rhythm may fit.
    """

    since: date
    contacts: int
    goals: list[GoalCard]
    effort: Effort
    gives: list[Give]
    promises: list[PromiseLine]
    theirs: list[PromiseLine]
    loops: list[Loop]
    listening: Listening | None
    fading: list[Fading]
    bands: dict[Band, int]
    load: Load
    often: list[Often]


def review(context: Context) -> Review:
    """Give the week's review."""
    since = days_before(context.today, DAYS)
    goals, spent, heard = cards(context), effort(context), listening.heard(context)
    with context.store.reading() as connection:
        open_promises = follow_ups.promises(connection, None, done=False)
        return Review(
            since=since,
            contacts=reads.contacts(connection, since, context.today),
            goals=goals,
            effort=spent,
            gives=reads.gives(connection, since, context.today),
            promises=[
                promise
                for promise in open_promises
                if promise.mine and (promise.due_on is None or promise.due_on < context.today)
            ],
            theirs=[
                promise
                for promise in open_promises
                if not promise.mine and promise.due_on and promise.due_on < context.today
            ],
            loops=_loops(connection, context.today),
            listening=heard.listening,
            fading=_fading(connection, context.today),
            bands=_bands(connection, context.today),
            load=load(connection, context.today),
            often=follow_ups.snoozed_often(connection, SNOOZES_BEFORE_ADVICE),
        )


def _loops(connection: "Connection", today: date) -> list[Loop]:
    lines = [(line, step_of(line, today)) for line in giving_reads.loops(connection)]
    return [Loop(line.id, line.name, line.text, line.client, step) for line, step in lines if step]


def _fading(connection: "Connection", today: date) -> list[Fading]:
    """Give the warmest of the relations that fade, among those that fell due last."""
    people = reads.lately_due(connection, today, LOOKED_AT)
    touches = interactions.touches(connection, [person.id for person in people])
    found = []
    for person in people:
        stands = warmth(touches[person.id], today, person.cadence_days, person.known_since)
        if stands.band == Band.FADING:
            found.append(Fading(person.id, person.name, stands.score, person.last_contact_on))
    return sorted(found, key=lambda each: (-each.score, each.id))[:MOST_FADING]


def _bands(connection: "Connection", today: date) -> dict[Band, int]:
    counts = Counter(garden.bands_of(connection, garden_reads.tended(connection), today))
    return {band: counts[band] for band in WARMEST_FIRST if counts[band]}


def load(connection: "Connection", today: date) -> Load:
    """Give what the garden asks for, against what the budget takes."""
    cadences = reads.cadences(connection)
    people, budget = sum(cadences.values()), rule_settings(connection).budget
    daily, backlog = rules.load_per_workday(cadences), reads.backlog(connection, today)
    left = rules.backlog_eta(backlog, budget, daily)
    fitting = rules.sustainable(budget, people) if left is None and people else None
    return Load(people, daily, budget, backlog, left, fitting)
