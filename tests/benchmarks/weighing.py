"""Run by the installed Python: the user's strongest matches against weighing everybody in Python.

Prints the ratio of their seconds, once for each search, after a search that is not counted. Both
must name the same people in the same order.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from sqlite3 import Connection

from crm import context, settings
from crm.context import Context
from crm.domain import matching as rules
from crm.domain.warmth import NO_CADENCE_DAYS, score
from crm.services.matching import matches
from crm.services.pairs import pairs
from crm.store.reads import interactions
from crm.store.reads import matching as reads
from crm.store.reads import profile as profile_reads
from crm.store.reads.rows import day

TOP = 50
_AT_ONCE = 500


def main(runs: int) -> None:
    """Print one ratio a line."""
    own = context.make(settings.load(os.environ, None, "en"))
    begin = time.perf_counter()
    everybody = _everybody(own)
    floor = time.perf_counter() - begin
    for run in range(runs + 1):
        begin = time.perf_counter()
        found = matches(own, None, TOP, "en").found
        ratio = (time.perf_counter() - begin) / floor
        if [(each.score, each.contact_id) for each in found] != everybody[:TOP]:
            raise SystemExit("the matches are not those of everybody")
        if run:
            print(ratio)  # noqa: T201


def _everybody(own: Context) -> list[tuple[float, int]]:
    """Give score and id of everybody, the highest score first."""
    with own.store.reading() as connection:
        mine = profile_reads.traits(connection)
        partners = [pairs(connection).partners(value) for kind, value in mine if kind == "role"]
        interests = {value for kind, value in mine if kind == "interest"}
        ranks: dict[str, str] = {}
        for wish in reads.wanted(connection):
            ranks.setdefault(wish.role, wish.rank)
        traits = _traits(connection)
        found = []
        for contact_id, availability, tie in _ties(own, connection):
            roles = traits[contact_id, "role"]
            strength = max(
                (of[role].strength for of in partners for role in roles if role in of), default=0
            )
            goal = min((ranks[role] for role in roles if role in ranks),
                       key=list(rules.GOAL).index, default=None)  # fmt: skip
            shared = len(interests & traits[contact_id, "interest"])
            points = rules.score_with_me(strength, shared, goal, tie, availability)
            found.append((points, contact_id))
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _traits(connection: Connection) -> dict[tuple[int, str], set[str]]:
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for contact_id, kind, key in connection.execute(
        "SELECT contact_id, kind, key FROM contact_trait"
    ):
        found[contact_id, kind].add(key)
    return found


def _ties(own: Context, connection: Connection) -> list[tuple[int, str, float]]:
    people = connection.execute(
        "SELECT id, availability, known_since FROM contact WHERE archived = 0"
    ).fetchall()
    found = []
    for start in range(0, len(people), _AT_ONCE):
        some = people[start : start + _AT_ONCE]
        touches = interactions.touches(connection, [contact_id for contact_id, *_ in some])
        for contact_id, availability, since in some:
            tie = score(touches[contact_id], own.today, NO_CADENCE_DAYS, day(since))
            found.append((contact_id, availability, tie))
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]))
