"""Help given and received, what was asked for, and the contacts that asking is held against."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from crm.domain.cadence import MOST_PEOPLE
from crm.domain.giving import Contact
from crm.store.reads.rows import chunks, day

_GIVING = """SELECT g.id, g.contact_id, c.name, g.direction, g.kind, g.text, g.day, g.client,
       g.value, g.status, g.thanked_on, g.outcome, g.reported_on, g.interaction_id,
       g.kind = 'introduction' AND EXISTS (
         SELECT 1 FROM introduction n WHERE n.interaction_id = g.interaction_id)
  FROM giving g JOIN contact c ON c.id = g.contact_id"""
# An introduction is given to two people at once: in the whole journal it is told once.
TOLD_ALREADY = """g.kind = 'introduction' AND EXISTS (
         SELECT 1 FROM introduction n
          WHERE n.interaction_id = g.interaction_id AND n.b_id = g.contact_id)"""
GIVINGS = f"{_GIVING} WHERE NOT ({TOLD_ALREADY}) ORDER BY g.day DESC, g.id DESC LIMIT :limit"
GIVINGS_OF = f"""{_GIVING} WHERE g.contact_id = :contact
 ORDER BY g.day DESC, g.id DESC LIMIT :limit"""
# Whether a referral that has not gone round wants anything yet is for the rules to say.
LOOPS = f"""{_GIVING} WHERE g.kind = 'referral' AND g.direction = 'got'
   AND (g.thanked_on IS NULL OR g.reported_on IS NULL) ORDER BY g.day, g.id"""
_ASK = """SELECT a.id, a.contact_id, c.name, a.kind, a.text, a.day, a.outcome, a.outcome_on,
       a.interaction_id FROM ask a JOIN contact c ON c.id = a.contact_id"""
ASKS = f"{_ASK} ORDER BY a.day DESC, a.id DESC LIMIT :limit"
ASKS_OF = f"{_ASK} WHERE a.contact_id = :contact ORDER BY a.day DESC, a.id DESC LIMIT :limit"
# The latest day first, through its index: reading ends when enough people are found.
ASKED_PEOPLE = f"""SELECT p.contact_id FROM interaction i
  CROSS JOIN participant p CROSS JOIN contact c
 WHERE i.day > :since AND i.day <= :today AND i.ask = 1 AND i.planned = 0
   AND i.people <= {MOST_PEOPLE} AND i.kind NOT IN ('reaction', 'memo')
   AND p.interaction_id = i.id AND c.id = p.contact_id AND c.archived = 0
 ORDER BY i.day DESC, i.id DESC"""
CONTACTS = f"""SELECT p.contact_id, i.day, i.side, i.begun_by, i.ask
  FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id IN ({{marks}}) AND i.planned = 0 AND i.people <= {MOST_PEOPLE}
   AND i.kind NOT IN ('reaction', 'memo')
 ORDER BY i.day, i.id"""


class GivingLine(NamedTuple):
    """Something that one "gave" or "got", and what became of it.

    Whether they were `introduced` by the user, the text is to whom.
    """

    id: int
    contact_id: int
    name: str
    direction: str
    kind: str
    text: str
    day: date
    client: str
    value: float | None
    status: str
    thanked_on: date | None
    outcome: str
    reported_on: date | None
    interaction_id: int | None
    introduced: bool = False


class AskLine(NamedTuple):
    """Something the user asked for, and what came of it."""

    id: int
    contact_id: int
    name: str
    kind: str
    text: str
    day: date
    outcome: str
    outcome_on: date | None
    interaction_id: int | None


def givings(
    connection: sqlite3.Connection, contact_id: int | None, limit: int = -1
) -> list[GivingLine]:
    """Give what was given and received, with one person or with all, the latest first."""
    sql = GIVINGS if contact_id is None else GIVINGS_OF
    rows = connection.execute(sql, {"contact": contact_id, "limit": limit})
    return [_giving(row) for row in rows]


def loops(connection: sqlite3.Connection) -> list[GivingLine]:
    """Give the referrals received that have not gone round, oldest first."""
    return [_giving(row) for row in connection.execute(LOOPS)]


def _giving(row: tuple[Any, ...]) -> GivingLine:
    line = GivingLine._make(row)
    return line._replace(
        day=date.fromisoformat(row[6]),
        thanked_on=day(row[10]),
        reported_on=day(row[12]),
        introduced=bool(row[14]),
    )


def asks(connection: sqlite3.Connection, contact_id: int | None, limit: int = -1) -> list[AskLine]:
    """Give what was asked for, of one person or of all, the latest first."""
    sql = ASKS if contact_id is None else ASKS_OF
    rows = connection.execute(sql, {"contact": contact_id, "limit": limit})
    return [
        AskLine._make((*row[:5], date.fromisoformat(row[5]), row[6], day(row[7]), row[8]))
        for row in rows
    ]


def asked_people(connection: sqlite3.Connection, since: date, today: date, most: int) -> list[int]:
    """Give the ids of those of whom something was asked after `since`, the last `most` of them."""
    values = {"since": since.isoformat(), "today": today.isoformat()}
    found: dict[int, None] = {}
    for (contact_id,) in connection.execute(ASKED_PEOPLE, values):
        found[contact_id] = None
        if len(found) == most:
            break
    return list(found)


def contacts(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Contact]]:
    """Give the held contacts with each of these people as they happened; nobody is left out."""
    wanted = list(ids)
    found: dict[int, list[Contact]] = {contact_id: [] for contact_id in wanted}
    for marks, some in chunks(wanted):
        for contact_id, on, side, begun_by, ask in connection.execute(
            CONTACTS.format(marks=marks), some
        ):
            found[contact_id].append(Contact(date.fromisoformat(on), side, begun_by, bool(ask)))
    return found
