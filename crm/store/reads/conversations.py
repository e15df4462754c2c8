"""What conversations were like and what they left open: listening, promises kept, questions."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from crm.domain.cadence import MOST_PEOPLE
from crm.domain.conversations import Talk
from crm.store.reads.rows import day

_TALK = """i.day, i.listen_share, i.questions, i.followups,
       (SELECT count(*) FROM fact f WHERE f.interaction_id = i.id)"""
_RECORDED = """i.planned = 0 AND i.day > :since AND i.day <= :today
   AND (i.listen_share IS NOT NULL OR i.questions IS NOT NULL OR i.followups IS NOT NULL)"""
# More than anybody holds in a year, so that the statement has an end.
MOST_TALKS = 10_000
_LATEST = f"ORDER BY i.day DESC, i.id DESC LIMIT {MOST_TALKS}"
TALKS = f"SELECT {_TALK} FROM interaction i WHERE {_RECORDED} {_LATEST}"
TALKS_WITH = f"""SELECT {_TALK} FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id = :contact AND {_RECORDED} {_LATEST}"""
KEPT = """SELECT count(*), count(done_on) FROM promise
 WHERE mine = 1 AND (:contact IS NULL OR contact_id = :contact)
   AND coalesce(done_on, due_on) > :since AND coalesce(done_on, due_on) <= :today"""
LAST_TALK = f"""SELECT i.id, i.day, i.kind, p.contact_id FROM interaction i
  CROSS JOIN participant p
 WHERE i.day BETWEEN :since AND :today AND i.planned = 0 AND i.people <= {MOST_PEOPLE}
   AND i.side = 'both' AND i.kind NOT IN ('reaction', 'memo') AND p.interaction_id = i.id
   AND (:contact IS NULL OR p.contact_id = :contact)
 ORDER BY i.day DESC, i.id DESC, p.id LIMIT 1"""
_QUESTION = """SELECT q.id, q.contact_id, c.name, q.mine, q.text, q.day, q.answer, q.answered_on
  FROM question q JOIN contact c ON c.id = q.contact_id"""
_LATEST_FIRST = "ORDER BY q.answered_on IS NOT NULL, q.day DESC, q.id DESC"
QUESTIONS = f"{_QUESTION} WHERE :all OR q.answered_on IS NULL {_LATEST_FIRST}"
QUESTIONS_WITH = f"""{_QUESTION} WHERE q.contact_id = :contact
   AND (:all OR q.answered_on IS NULL) {_LATEST_FIRST}"""
# However many were talked to lately, so many are looked at.
MOST_LOOKED_AT = 500
LITTLE_KNOWN = f"""WITH lately (id) AS (SELECT DISTINCT p.contact_id
   FROM interaction i CROSS JOIN participant p
  WHERE i.day > :since AND i.day <= :today AND i.planned = 0 AND i.side = 'both'
    AND i.people <= {MOST_PEOPLE} AND p.interaction_id = i.id LIMIT {MOST_LOOKED_AT}),
 talked (id, chats) AS (SELECT l.id, (SELECT count(*) FROM participant p
     JOIN interaction i ON i.id = p.interaction_id
    WHERE p.contact_id = l.id AND i.planned = 0 AND i.side = 'both' AND i.day <= :today
      AND i.people <= {MOST_PEOPLE} AND i.kind NOT IN ('reaction', 'memo')) FROM lately l)
SELECT c.id, c.name, t.chats FROM talked t CROSS JOIN contact c
 WHERE t.chats >= :least AND c.id = t.id AND c.archived = 0
   AND NOT EXISTS (SELECT 1 FROM contact_trait n WHERE n.contact_id = c.id AND n.kind = 'need')
   AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.contact_id = c.id AND f.kind = 'dream')
 ORDER BY t.chats DESC, c.sort_key, c.id LIMIT :limit"""


class LastTalk(NamedTuple):
    """The last conversation of some days, with one of those who took part in it."""

    id: int
    day: date
    kind: str
    contact_id: int


class QuestionLine(NamedTuple):
    """A question between the user and a person, `mine` to them or theirs to the user."""

    id: int
    contact_id: int
    name: str
    mine: bool
    text: str
    day: date
    answer: str
    answered_on: date | None


class LittleKnown(NamedTuple):
    """Somebody whom the user often talks to, with nothing known of what they are after."""

    id: int
    name: str
    chats: int


def talks(
    connection: sqlite3.Connection, contact_id: int | None, since: date, today: date
) -> list[Talk]:
    """Give the conversations after `since` whose listening was recorded, with one or with all."""
    sql = TALKS if contact_id is None else TALKS_WITH
    values = {"contact": contact_id, "since": since.isoformat(), "today": today.isoformat()}
    return [
        Talk(date.fromisoformat(on), *recorded) for on, *recorded in connection.execute(sql, values)
    ]


def kept(
    connection: sqlite3.Connection, contact_id: int | None, since: date, today: date
) -> tuple[int, int]:
    """Give how many of the user's promises fell due or were kept after `since`, and how many kept.

    Those not due yet are left out, unless they were kept already.
    """
    values = {"contact": contact_id, "since": since.isoformat(), "today": today.isoformat()}
    row: tuple[int, int] = connection.execute(KEPT, values).fetchone()
    return row


def last_talk(
    connection: sqlite3.Connection, contact_id: int | None, since: date, today: date
) -> LastTalk | None:
    """Give the last conversation of these days, with one person or with anybody."""
    values = {"contact": contact_id, "since": since.isoformat(), "today": today.isoformat()}
    row = connection.execute(LAST_TALK, values).fetchone()
    return LastTalk(row[0], date.fromisoformat(row[1]), row[2], row[3]) if row else None


def questions(
    connection: sqlite3.Connection, contact_id: int | None, *, answered: bool = False
) -> list[QuestionLine]:
    """Give the open questions, with one person or with all, on request the answered ones too."""
    sql = QUESTIONS if contact_id is None else QUESTIONS_WITH
    rows = connection.execute(sql, {"contact": contact_id, "all": answered})
    return [_question(row) for row in rows]


def _question(row: Sequence[Any]) -> QuestionLine:
    number, contact_id, name, mine, text, on, answer, answered_on = row
    return QuestionLine(
        number, contact_id, name, bool(mine), text, date.fromisoformat(on), answer, day(answered_on)
    )


def little_known(
    connection: sqlite3.Connection, least: int, since: date, today: date, limit: int
) -> list[LittleKnown]:
    """Give people talked to lately, `least` times in all, whose needs and dreams are unknown."""
    values = {"least": least, "since": since.isoformat(), "today": today.isoformat()}
    rows = connection.execute(LITTLE_KNOWN, {**values, "limit": limit})
    return [LittleKnown._make(row) for row in rows]
