"""Makes networks of any size, the same for the same seed, and LinkedIn exports of any length.

The rows go straight into a fresh file, past the journal, and what is derived is computed by the
program's own rules, so that the file is as if somebody had logged it all.
"""

from __future__ import annotations

import csv
import io
import random
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any
from urllib.parse import quote

from crm.domain.text import email_key, fold, phone_key
from crm.services.changes import default_cadence, due_of
from crm.store import derived, search
from crm.store.connection import connect, create
from crm.store.journal import make_triggers
from tests.benchmarks import words

TODAY = date(2026, 11, 23)
HISTORY_DAYS = 3 * 365
ADDRESS_BOOK_SHARE = 0.3
GROUP_SHARE = 0.05
GOALS = (("primary", 1), ("secondary", 2), ("tertiary", 2))
PEOPLE_A_GOAL = 40
_ROLES = Path(__file__).parents[2] / "crm" / "data" / "roles.tsv"
_CREATED = "2023-11-23T09:00:00Z"
_KINDS = {
    "message": 34, "email": 18, "call": 14, "meeting": 12, "group": 5, "reaction": 6, "help": 3,
    "project": 3, "letter": 1, "intro": 1, "referral": 1, "memo": 2,
}  # fmt: skip
_SIDES = {"both": 60, "me": 25, "them": 15}
_FLATTENED = 50
"""Zipf's weights are 1/(rank + this): nobody has half of all interactions."""


def network(path: Path, contacts: int = 10_000, per_contact: int = 10, seed: int = 1) -> None:
    """Write a network as it may stand on TODAY into a new file at `path`.

    Of all people 30 % are in the address book only; the others have `per_contact` interactions
    for each person in the file, spread by Zipf's law over three years.
    """
    create(path)
    connection = connect(path)
    try:
        connection.executescript("PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF; BEGIN")
        _drop_triggers(connection)
        writer = _Writer(connection, random.Random(seed))
        writer.people(contacts)
        writer.interactions(contacts * per_contact)
        writer.follow_ups(contacts)
        _derive(connection)
        make_triggers(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
    finally:
        connection.close()


def add_traits(path: Path, contacts: int, seed: int = 1) -> None:
    """Write into a network what matches are made of besides roles, past the search words."""
    connection = connect(path)
    try:
        connection.execute("BEGIN")
        _drop_triggers(connection)
        _Writer(connection, random.Random(seed)).traits(contacts)
        make_triggers(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


def linkedin_csv(rows: int, seed: int = 1) -> str:
    """Give a LinkedIn export (Connections.csv) of so many people, as LinkedIn writes it."""
    rng = random.Random(seed)
    titles = [name for _, *names in _roles() for name in names]
    out = io.StringIO()
    out.write('Notes:\n"When exporting your connection data, you may notice that some of the')
    out.write(' email addresses are missing."\n\n')
    write = csv.writer(out, lineterminator="\n").writerow
    write(
        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    )
    for number in range(rows):
        given, family = _names(rng)
        slug = quote(fold(f"{given}-{family}-{number}").replace(" ", "-"))
        connected = TODAY - timedelta(rng.randrange(4000))
        write(
            [
                given, family, f"https://www.linkedin.com/in/{slug}",
                f"{_mailbox(given, number)}@example.com" if rng.random() < 0.05 else "",
                _company(rng) if rng.random() < 0.9 else "", rng.choice(titles),
                f"{connected:%d %b %Y}",
            ]
        )  # fmt: skip
    return out.getvalue()


def _drop_triggers(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def _derive(connection: sqlite3.Connection) -> None:
    default = default_cadence(connection)
    ids = [row[0] for row in connection.execute("SELECT id FROM contact")]
    for start in range(0, len(ids), 5_000):
        rhythms = derived.rhythms(connection, ids[start : start + 5_000])
        derived.store_due(connection, [due_of(rhythm, default) for rhythm in rhythms])
    search.rebuild(connection)


def _roles() -> list[tuple[str, str, str]]:
    """Give slug, English and Spanish name of each role."""
    with _ROLES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(row["slug"], row["name_en"], row["name_es"]) for row in rows]


def _names(rng: random.Random) -> tuple[str, str]:
    family = rng.choice(words.FAMILY)
    if rng.random() < 0.4:
        family += " " + rng.choice(words.FAMILY)
    return rng.choice(words.GIVEN), family


def _company(rng: random.Random) -> str:
    return f"{rng.choice(words.COMPANIES)} {rng.choice(words.COMPANY_KINDS)}".strip()


def _mailbox(given: str, number: int) -> str:
    return f"{quote(fold(given))}.{number}"


def _zipf(count: int, flattened: float = 0) -> list[float]:
    """Give cumulative weights of so many ranks, for random.choices."""
    return list(accumulate(1 / (rank + flattened) for rank in range(1, count + 1)))


class _Writer:
    """Fills the tables in the order of their foreign keys; ids are the numbers from 1."""

    def __init__(self, connection: sqlite3.Connection, rng: random.Random) -> None:
        self._connection = connection
        self._rng = rng
        self._met_on: dict[int, int] = {}
        """How many days ago each person of the garden was first known."""

    def people(self, count: int) -> None:
        """Write the people with what belongs to them, the garden among them at random."""
        titles = {slug: names for slug, *names in _roles()}
        tended = set(self._rng.sample(range(1, count + 1), round(count * (1 - ADDRESS_BOOK_SHARE))))
        self._tags()
        self._insert("contact", (self._contact(n, n in tended) for n in range(1, count + 1)))
        self._insert(
            "contact_trait",
            ({"contact_id": n, "kind": "role", "value": slug, "key": slug}
             for n in self._some(count, 0.4) for slug in [self._rng.choice(list(titles))]),
        )  # fmt: skip
        self._connection.executemany(
            "UPDATE contact SET title = ? WHERE id = ?",
            [
                (self._rng.choice(titles[slug]), n)
                for n, slug in self._connection.execute(
                    "SELECT contact_id, value FROM contact_trait"
                )
            ],
        )
        self._ways(count)

    def _contact(self, number: int, tended: bool) -> dict[str, Any]:
        rng = self._rng
        given, family = _names(rng)
        name = f"{given} {family}"
        since = rng.randrange(30, HISTORY_DAYS + 1)
        if tended:
            self._met_on[number] = since
        return {
            "id": number, "uid": f"bench-{number}", "name": name, "name_folded": fold(name),
            "sort_key": fold(f"{family} {given}"), "given_name": given, "family_name": family,
            "organisation": _company(rng) if rng.random() < 0.6 else "", "title": "",
            "experience_since": "", "place": rng.choice(words.CITIES) if rng.random() < 0.7 else "",
            "time_zone": "", "language": rng.choice(("en", "es", "")),
            "availability": "unknown", "met_on": self._day(since) if rng.random() < 0.2 else None,
            "met_at": "", "met_through_id": None, "known_since": self._day(since),
            "cadence": rng.choice(("2w", "1m", "6m", "1y")) if tended and rng.random() < 0.03
            else "",
            "garden_since": self._day(since) if tended else None, "woken_on": None, "notes": "",
            "archived": False, "origin": rng.choice(("user", "linkedin")), "created_at": _CREATED,
        }  # fmt: skip

    def _tags(self) -> None:
        self._insert(
            "tag",
            ({"id": n, "name": name, "key": fold(name), "circle": n % 5 == 0,
              "cadence": words.TAG_CADENCES.get(name, "")}
             for n, name in enumerate(words.TAGS, 1)),
        )  # fmt: skip

    def _ways(self, count: int) -> None:
        rng, tags, weights = self._rng, range(1, len(words.TAGS) + 1), _zipf(len(words.TAGS))
        given = dict(self._connection.execute("SELECT id, given_name FROM contact"))
        emails = ((n, f"{_mailbox(given[n], n)}@example.com") for n in self._some(count, 0.5))
        phones = ((n, f"+34 600 {n // 1000 % 1000:03} {n % 1000:03}")
                  for n in self._some(count, 0.5))  # fmt: skip
        for table, ways, key in (
            ("contact_email", emails, email_key),
            ("contact_phone", phones, phone_key),
        ):
            self._insert(
                table,
                ({"contact_id": n, "value": value, "key": key(value), "label": "", "position": 0}
                 for n, value in ways),
            )  # fmt: skip
        self._insert(
            "contact_tag",
            ({"contact_id": n, "tag_id": tag} for n in self._some(count, 0.3)
             for tag in {*rng.choices(tags, cum_weights=weights, k=2)}),
        )  # fmt: skip
        self._insert(
            "contact_date",
            ({"contact_id": n, "kind": "birthday", "label": "", "month": born.month,
              "day": born.day, "year": born.year if rng.random() < 0.7 else None}
             for n in self._some(count, 0.3)
             for born in [date(1960, 1, 1) + timedelta(rng.randrange(16_000))]),
        )  # fmt: skip

    def interactions(self, count: int) -> None:
        """Write what happened with the people of the garden, some of it with several of them."""
        rng = self._rng
        people = rng.sample(sorted(self._met_on), len(self._met_on))
        first = rng.choices(people, cum_weights=_zipf(len(people), _FLATTENED), k=count)
        participants = []

        def rows() -> Iterator[dict[str, Any]]:
            kinds = rng.choices(list(_KINDS), [*_KINDS.values()], k=count)
            sides = rng.choices(list(_SIDES), [*_SIDES.values()], k=count)
            for n, (person, kind, side) in enumerate(zip(first, kinds, sides, strict=True), 1):
                with_whom = {person}
                if rng.random() < GROUP_SHARE:
                    with_whom |= {rng.choice(people) for _ in range(rng.randint(1, 10))}
                since = min(self._met_on[one] for one in with_whom)
                participants.extend((n, one) for one in sorted(with_whom))
                yield self._interaction(n, kind, side, rng.randint(1, since))

        self._insert("interaction", rows())
        self._insert(
            "participant", ({"interaction_id": n, "contact_id": p} for n, p in participants)
        )

    def _interaction(self, number: int, kind: str, side: str, days_ago: int) -> dict[str, Any]:
        rng = self._rng
        spoken = kind in ("call", "meeting")
        return {
            "id": number, "uid": f"bench-{number}", "day": self._day(days_ago), "kind": kind,
            "side": side, "begun_by": rng.choice(("me", "them", None)) if side == "both" else side,
            "depth": rng.choices((0, 1, 2, 3), (55, 30, 12, 3))[0], "ask": rng.random() < 0.08,
            "planned": False, "answered": None,
            "listen_share": rng.choice((35, 50, 65)) if spoken else None,
            "questions": None, "followups": None,
            "duration_minutes": rng.choice((15, 30, 60)) if spoken else None, "place": "",
            "event": "", "summary": " ".join(rng.choices(words.WORDS, k=rng.randint(3, 9))),
            "created_at": _CREATED,
        }  # fmt: skip

    def follow_ups(self, contacts: int) -> None:
        """Write open promises of 2 % of the people, facts, and five goals with their people."""
        rng = self._rng
        tended = sorted(self._met_on)
        self._insert(
            "promise",
            ({"contact_id": n, "mine": rng.random() < 0.8, "text": rng.choice(words.PROMISES),
              "made_on": self._day(40), "due_on": self._day(rng.randint(-30, 5)), "done_on": None}
             for n in self._some(contacts, 0.02)),
        )  # fmt: skip
        self._insert(
            "fact",
            ({"contact_id": n, "kind": rng.choice(("work", "life", "interest")), "source": "call",
              "text": " ".join(rng.choices(words.WORDS, k=5)), "day": self._day(60)}
             for n in self._some(contacts, 0.3)),
        )  # fmt: skip
        ranks = [rank for rank, count in GOALS for _ in range(count)]
        self._insert(
            "goal",
            ({"id": n, "uid": f"bench-{n}", "title": f"Goal {n}", "key": f"goal {n}", "rank": rank,
              "why": "", "unit": "clients", "start": 0, "target": 10, "state": "active",
              "starts_on": self._day(60), "due_on": self._day(-90), "next_action": "the next step",
              "next_action_on": self._day(-n)}
             for n, rank in enumerate(ranks, 1)),
        )  # fmt: skip
        self._insert(
            "goal_contact",
            ({"goal_id": goal, "contact_id": n} for goal in range(1, len(ranks) + 1)
             for n in rng.sample(tended, min(PEOPLE_A_GOAL, len(tended)))),
        )  # fmt: skip

    def traits(self, contacts: int) -> None:
        """Write what people like, need and offer, who the user is, and what the goals want."""
        slugs = [slug for slug, *_ in _roles()]
        for kind, share, known in (
            ("interest", 0.4, words.INTERESTS), ("need", 0.1, slugs), ("offer", 0.1, slugs),
        ):  # fmt: skip
            self._insert(
                "contact_trait",
                ({"contact_id": n, "kind": kind, "value": value, "key": value}
                 for n in self._some(contacts, share)
                 for value in self._rng.sample(known, self._rng.randint(1, 2))),
            )  # fmt: skip
        self._insert(
            "profile_trait",
            ({"kind": kind, "value": value, "key": value} for kind, values in words.USER.items()
             for value in values),
        )  # fmt: skip
        self._insert(
            "goal_role",
            ({"goal_id": goal, "role": role} for goal, role in enumerate(words.WANTED, 1)),
        )

    def _some(self, count: int, share: float) -> list[int]:
        return sorted(self._rng.sample(range(1, count + 1), round(count * share)))

    @staticmethod
    def _day(days_ago: int) -> str:
        return (TODAY - timedelta(days_ago)).isoformat()

    def _insert(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        rest = iter(rows)
        first = next(rest, None)
        if first is None:
            return
        marks = ", ".join(f":{name}" for name in first)
        insert = f"INSERT INTO {table} ({', '.join(first)}) VALUES ({marks})"
        self._connection.execute(insert, first)
        self._connection.executemany(insert, rest)
