"""The invented network of `crm demo`: kept for a day in the cache folder, made anew the next."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crm.context import Context
from crm.domain.contacts import TRAITS, sort_key
from crm.domain.text import email_key, fold, phone_key, profile_slug
from crm.errors import BadConfiguration
from crm.services.changes import Change, change
from crm.settings import Settings
from crm.store.connection import Store, plain_transaction
from crm.store.journal import forget
from crm.store.new_file import appear

if TYPE_CHECKING:
    from sqlmodel import SQLModel

_DATA = Path(__file__).parents[1] / "data" / "demo.json"
_YEARS_ABOUT = 10
_SIDECARS = ("", "-wal", "-shm", "-journal")
_COLUMNS = {
    "city": "place", "joined": "garden_since", "connected": "known_since", "on": "day",
    "by": "begun_by", "listen": "listen_share", "made": "made_on", "due": "due_on",
    "done": "done_on", "until": "until_on", "starts": "starts_on", "noted": "noted_on",
    "asked": "asked_on", "ends": "ends_on",
}  # fmt: skip
"""The fields of demo.json that are not called like their column; the others are."""
_GIVEN = {"help": "help", "referral": "referral", "intro": "introduction"}
_DIRECTIONS = {"me": "gave", "them": "got"}


def demo_path(settings: Settings, today: date) -> Path:
    """Give the file of the demo network of `today`, whether it has been made or not."""
    return settings.cache_folder / f"demo-{today.isoformat()}.db"


def demo_settings(settings: Settings, today: date, *, reset: bool) -> Settings:
    """Give the settings of this run, pointed at the demo network of `today`.

    The network is made when it is not there yet, or anew on `reset`; those of other days go.
    """
    path = demo_path(settings, today)
    _clear(settings.cache_folder, path, reset=reset)
    pointed = settings._replace(db_path=path, db_chosen=True)
    if not path.exists():
        _make(pointed, today)
    return pointed


def _clear(folder: Path, path: Path, *, reset: bool) -> None:
    with suppress(OSError):
        for old in folder.glob("*demo-*.db*"):
            if path.name not in old.name:
                old.unlink()
    for ending in _SIDECARS if reset else ():
        try:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        except OSError as error:
            raise BadConfiguration("cannot-write", path=path, reason=error.strerror) from error


def _make(pointed: Settings, today: date) -> None:
    """Make the network at its path: complete or not at all, also when two do it at once."""
    if not date.min.year + _YEARS_ABOUT <= today.year <= date.max.year - _YEARS_ABOUT:
        raise BadConfiguration("bad-today", text=today.isoformat())
    path = pointed.db_path
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    store = Store(draft, chosen=False)
    try:
        with change(Context(pointed, store, today), "demo") as made:
            _Network(made, today).fill(json.loads(_DATA.read_text(encoding="utf-8")))
        with plain_transaction(store) as connection:
            forget(connection)
        try:
            with suppress(FileExistsError):
                appear(draft, path)
        except OSError as error:
            raise BadConfiguration("cannot-create", path=path, reason=error.strerror) from error
    finally:
        for ending in _SIDECARS:
            with suppress(OSError):
                draft.with_name(draft.name + ending).unlink()


class _Network:
    """Writes the network into an empty database; days count from today, people have keys."""

    def __init__(self, made: Change, today: date) -> None:
        self._made = made
        self._today = today
        self._ids: dict[str, int] = {}
        self._held: dict[tuple[str, str] | None, int] = {}

    def fill(self, data: dict[str, Any]) -> None:
        """Write everything, and note what has derived data."""
        self._profile(data["profile"])
        self._people(data["contacts"], data["tags"], data["address_book"])
        self._interactions(data["interactions"])
        self._facts(data["contacts"], data["interactions"])
        self._giving(data["interactions"])
        self._questions(data["questions"])
        self._follow_ups(data["promises"], data["snoozes"])
        self._goals(data["goals"])
        self._mentorships(data["mentorships"])
        self._introductions(data["introductions"])
        self._events(data["events"])

    def _profile(self, profile: dict[str, Any]) -> None:
        from crm.store.tables.profile import Profile, ProfileTrait

        self._insert(Profile, [{"id": 1, **profile}])
        self._insert(ProfileTrait, _traits(profile))

    def _people(
        self,
        contacts: list[dict[str, Any]],
        tags: list[dict[str, Any]],
        address_book: list[dict[str, Any]],
    ) -> None:
        from crm.store.tables.contacts import Contact

        book = [{"key": fold(p["name"]), "origin": "linkedin", **p} for p in address_book]
        # Whoever was met through another comes after them.
        listed = sorted([*contacts, *book], key=lambda person: "met_through" in person)
        people = [{"id": n, **person} for n, person in enumerate(listed, 1)]
        self._ids = {person["key"]: person["id"] for person in people}
        self._insert(Contact, [self._contact(person) for person in people])
        self._ways(people)
        self._words(people, tags)
        self._made.rhythm_of.update(self._ids.values())
        self._made.words_of.update(self._ids.values())

    def _contact(self, person: dict[str, Any]) -> dict[str, Any]:
        name, get = person["name"], person.get
        return {
            **person,
            "uid": f"demo-{person['key']}",
            "name_folded": fold(name),
            "sort_key": sort_key(name, get("given_name", ""), get("family_name", "")),
            "met_through_id": self._ids.get(get("met_through", "")),
            "created_at": self._made.write.made_at,
        }

    def _ways(self, people: list[dict[str, Any]]) -> None:
        from crm.store.tables.contact_details import (
            ContactDate,
            ContactEmail,
            ContactLink,
            ContactPhone,
        )

        emails, phones, links, dates = [], [], [], []
        for person in people:
            of = {"contact_id": person["id"]}
            listed = person.get("emails") or [{"value": person.get("email")}]
            for n, email in enumerate(email for email in listed if email["value"]):
                emails.append({**of, **email, "key": email_key(email["value"]), "position": n})
            for n, phone in enumerate(person.get("phones", ())):
                phones.append({**of, "value": phone, "key": phone_key(phone), "position": n})
            urls = person.get("links") or [url for url in [person.get("link")] if url]
            for n, url in enumerate(urls):
                kind = "linkedin" if profile_slug(url) else "web"
                links.append({**of, "url": url, "kind": kind, "position": n})
            if birthday := person.get("birthday"):
                dates.append({**of, "kind": "birthday", **self._yearly(birthday)})
            for other in person.get("dates", ()):
                dates.append({**of, "kind": "other", **other, **self._yearly(other)})
        self._insert(ContactEmail, emails)
        self._insert(ContactPhone, phones)
        self._insert(ContactLink, links)
        self._insert(ContactDate, dates)

    def _words(self, people: list[dict[str, Any]], tags: list[dict[str, Any]]) -> None:
        from crm.store.tables.contact_details import ContactTag, ContactTrait, Tag

        known = {tag["name"]: n for n, tag in enumerate(tags, 1)}
        carried = [{"contact_id": p["id"], "tag_id": known[t]}
                   for p in people for t in p.get("tags", ())]  # fmt: skip
        self._insert(Tag, [{"id": known[t["name"]], "key": fold(t["name"]), **t} for t in tags])
        self._insert(ContactTag, carried)
        self._insert(
            ContactTrait,
            [{"contact_id": p["id"], **trait} for p in people for trait in _traits(p)],
        )

    def _interactions(self, interactions: list[dict[str, Any]]) -> None:
        from crm.store.tables.interactions import Interaction, Participant

        numbered = list(enumerate(interactions, 1))
        own = {"created_at": self._made.write.made_at}
        self._insert(
            Interaction,
            [
                {"id": n, "uid": f"demo-{n}", "people": len(item["with"]), **own, **item}
                for n, item in numbered
            ],
        )
        self._insert(
            Participant,
            [{"interaction_id": n, "contact_id": self._ids[key]}
             for n, item in numbered for key in item["with"]],
        )  # fmt: skip
        self._made.words_of_interactions.update(n for n, _ in numbered)
        self._held = {
            (item.get("event", ""), key): n for n, item in numbered for key in item["with"]
        }

    def _facts(self, contacts: list[dict[str, Any]], interactions: list[dict[str, Any]]) -> None:
        """Write what is known of people, learned in the talk of that day if there was one."""
        from crm.store.tables.conversations import Fact

        talks = {
            (key, item["on"]): n for n, item in enumerate(interactions, 1) for key in item["with"]
        }
        facts = [(person["key"], fact) for person in contacts for fact in person.get("facts", ())]
        self._insert(
            Fact,
            [
                {
                    "contact_id": self._ids[key],
                    "interaction_id": talks.get((key, fact["on"])),
                    **fact,
                }
                for key, fact in facts
            ],
        )

    def _giving(self, interactions: list[dict[str, Any]]) -> None:
        """Write what was given, received and asked for, each in an interaction of its own."""
        from crm.store.tables.giving import Ask, Giving

        given, asked = [], []
        for n, item in enumerate(interactions, 1):
            of = {
                "uid": f"demo-giving-{n}", "contact_id": self._ids[item["with"][0]],
                "interaction_id": n, "text": item["summary"], "on": item["on"],
            }  # fmt: skip
            if item["kind"] in _GIVEN and item["side"] in _DIRECTIONS:
                said = {"direction": _DIRECTIONS[item["side"]], "kind": _GIVEN[item["kind"]]}
                given.append({**of, **said, **item.get("giving", {})})
            if item.get("ask"):
                asked.append({**of, **item.get("asked", {})})
        self._insert(Giving, given)
        self._insert(Ask, asked)

    def _questions(self, questions: list[dict[str, Any]]) -> None:
        from crm.store.tables.conversations import Question

        self._insert(Question, [{"contact_id": self._ids[q["with"]], **q} for q in questions])

    def _follow_ups(self, promises: list[dict[str, Any]], snoozes: list[dict[str, Any]]) -> None:
        from crm.store.tables.follow_ups import Promise, Snooze

        for table, items in ((Promise, promises), (Snooze, snoozes)):
            self._insert(table, [{"contact_id": self._ids[i["with"]], **i} for i in items])

    def _goals(self, goals: list[dict[str, Any]]) -> None:
        from crm.store.tables.goals import Goal, GoalContact, GoalProgress, GoalRole

        rows, people, roles, progress = [], [], [], []
        for number, goal in enumerate(goals, 1):
            action = goal.get("next_action", {"text": "", "due": None})
            rows.append(
                {
                    **goal,
                    "id": number,
                    "uid": f"demo-{goal['key']}",
                    "key": fold(goal["title"]),
                    "next_action": action["text"],
                    "next_action_on": action["due"],
                    "next_action_contact_id": self._ids.get(action.get("with", "")),
                }
            )
            of = {"goal_id": number}
            people += [{**of, "contact_id": self._ids[key]} for key in goal["people"]]
            roles += [{**of, "role": role} for role in goal["wants"]]
            progress += [{**of, **step} for step in goal["progress"]]
        self._insert(Goal, rows)
        self._insert(GoalContact, people)
        self._insert(GoalRole, roles)
        self._insert(GoalProgress, progress)

    def _mentorships(self, mentorships: list[dict[str, Any]]) -> None:
        from crm.store.tables.mentors import (
            Guidance,
            MentorCase,
            MentorQuestion,
            Mentorship,
            MentorTopic,
        )

        rows, cases = [], []
        topics: list[dict[str, Any]] = []
        questions: list[dict[str, Any]] = []
        guidance: list[dict[str, Any]] = []
        for number, item in enumerate(mentorships, 1):
            key, of = item["with"], {"mentorship_id": number}
            own = {"id": number, "uid": f"demo-mentor-{number}", "contact_id": self._ids[key]}
            rows.append({**item, **own})
            known: dict[str | None, int] = {}
            for topic in item["topics"]:
                known[topic["name"]] = len(topics) + 1
                topics.append({**of, **topic, "id": len(topics) + 1, "key": fold(topic["name"])})
                cases += [{"topic_id": len(topics), **case} for case in topic["cases"]]
            for items, said in ((questions, item["questions"]), (guidance, item["guidance"])):
                items += [{**of, **row, "topic_id": known.get(row.get("topic"))} for row in said]
        self._insert(Mentorship, rows)
        self._insert(MentorTopic, topics)
        self._insert(MentorCase, cases)
        self._insert(MentorQuestion, questions)
        self._insert(Guidance, guidance)

    def _introductions(self, introductions: list[dict[str, Any]]) -> None:
        from crm.store.tables.matching import Introduction

        self._insert(
            Introduction,
            [
                {
                    **item,
                    "uid": f"demo-introduction-{number}",
                    "a_id": self._ids[item["a"]],
                    "b_id": self._ids[item["b"]],
                }
                for number, item in enumerate(introductions, 1)
            ],
        )

    def _events(self, events: list[dict[str, Any]]) -> None:
        from crm.store.tables.events import Event, EventAim, EventPerson

        rows, aims, people = [], [], []
        for number, event in enumerate(events, 1):
            key = fold(event["name"])
            rows.append({**event, "id": number, "uid": f"demo-event-{number}", "key": key})
            of = {"event_id": number}
            aims += [{**of, **aim} for aim in event["aims"]]
            for person in event["people"]:
                about = {"contact_id": self._ids[person["with"]]}
                at = (event["name"], person["with"]) if person.get("met") else None
                people.append({**of, **about, "interaction_id": self._held.get(at), **person})
        self._insert(Event, rows)
        self._insert(EventAim, aims)
        self._insert(EventPerson, people)

    def _yearly(self, told: dict[str, Any]) -> dict[str, int | None]:
        """Give the parts of a date kept in so many days; the year is known with an age.

        On 29 February only if there was one that year.
        """
        from calendar import isleap

        on = self._today + timedelta(told["in_days"])
        year = on.year - told["age"] if told.get("age") is not None else None
        if year is not None and (on.month, on.day) == (2, 29) and not isleap(year):
            year = None
        return {"year": year, "month": on.month, "day": on.day}

    def _insert(self, table: type[SQLModel], items: Iterable[dict[str, Any]]) -> None:
        """Insert items of demo.json: what a column is called like, the defaults for the rest."""
        fields = table.model_fields
        days = {name for name, field in fields.items() if "date" in str(field.annotation)}
        defaults = {n: f.default for n, f in fields.items() if n != "id" and not f.is_required()}
        rows = []
        for item in items:
            said = {_COLUMNS.get(field, field): value for field, value in item.items()}
            row = defaults | {name: value for name, value in said.items() if name in fields}
            for name in days & row.keys():
                row[name] = self._day(row[name])
            rows.append(row)
        if rows:
            columns = list(rows[0])
            values = ([row[column] for column in columns] for row in rows)
            self._made.write.insert_many(table, columns, values)

    def _day(self, offset: int | None) -> str | None:
        return None if offset is None else (self._today + timedelta(offset)).isoformat()


def _traits(person: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"kind": kind, "value": value, "key": fold(value)}
        for field, kind in TRAITS.items()
        for value in person.get(field, ())
    ]
