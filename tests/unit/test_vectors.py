"""Every worked value of the rules, as printed beside them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from crm.domain import agenda, cadence, conversations, giving, goals, matching, mentors, warmth
from crm.domain.numbers import half_up

VECTORS = json.loads(Path(__file__).with_name("rules-vectors.json").read_text("utf-8"))
MONDAY = date(2025, 6, 30)


def vectors_of(rule: str) -> Any:
    rows = [row for row in VECTORS if row["rule"] == rule]
    assert rows, rule
    return pytest.mark.parametrize(
        "row", [pytest.param(row, id=row.get("name", f"{rule}-{n}")) for n, row in enumerate(rows)]
    )


def touches_of(row: dict[str, Any]) -> list[warmth.Touch]:
    return [
        warmth.Touch(**{**touch, "on": date.fromisoformat(touch["on"])})
        for touch in row["interactions"]
    ]


@vectors_of("warmth")
def test_warmth(row: dict[str, Any]) -> None:
    known_since = row["known_since"] and date.fromisoformat(row["known_since"])
    asked = (touches_of(row), date.fromisoformat(row["as_of"]), row["cadence_days"], known_since)
    got = warmth.warmth(*asked)
    parts = got._asdict()
    assert row["expect"] == {
        "score": parts.pop("score"),
        "band": parts.pop("band"),
        "parts": parts,
        "dry_in_days": warmth.dry_in_days(*asked),
    }
    assert warmth.score(*asked) == got.score


@vectors_of("priority")
def test_priority(row: dict[str, Any]) -> None:
    fresh = 0.0
    if "met_days" in row:
        fresh = agenda.fresh_points(MONDAY - timedelta(row["met_days"]), MONDAY, frozenset())
    terms = agenda.terms(
        cadence_days=row["cadence"],
        days_overdue=row.get("overdue"),
        goal=row.get("goal"),
        mentor=row.get("mentor"),
        promise_in=row.get("promise"),
        score=row["w"],
        date_in=row.get("date_in"),
        fresh=fresh,
        deed=row.get("deed"),
    )
    assert row["expect"] == {
        "priority": agenda.priority(terms, row.get("promise")),
        "parts": terms.rounded()._asdict(),
    }


@vectors_of("ladder")
def test_ladder(row: dict[str, Any]) -> None:
    assert cadence.ladder(row["cadence_days"], len(row["expect"])) == row["expect"]


@vectors_of("levelling")
def test_levelling(row: dict[str, Any]) -> None:
    candidates = [agenda.Candidate(**candidate) for candidate in row["candidates"]]
    first_day = date.fromisoformat(row["first_day"])
    plan = agenda.level(candidates, row["budget"], first_day, frozenset())
    got = {day.isoformat(): [chosen.id for chosen in people] for day, people in plan.items()}
    assert got == row["expect"]
    first = [chosen.id for chosen in agenda.pick_day(candidates, row["budget"])]
    assert first == next(iter(row["expect"].values()))


@vectors_of("pace")
def test_pace(row: dict[str, Any]) -> None:
    starts_on, due_on, as_of = (
        date.fromisoformat(row[name]) for name in ("starts_on", "due_on", "as_of")
    )
    got = goals.pace(row["start"], row["target"], row["current"], starts_on, due_on, as_of)
    assert got is not None
    assert got._asdict() == row["expect"]


@vectors_of("effort_split")
def test_effort_split(row: dict[str, Any]) -> None:
    assert goals.effort_split(row["touches"], row["ranks"]) == row["expect"]


@vectors_of("backlog_eta")
def test_backlog_eta(row: dict[str, Any]) -> None:
    assert agenda.backlog_eta(row["backlog"], row["budget"], row["load"]) == row["expect"]


@vectors_of("load_per_workday")
def test_load_per_workday(row: dict[str, Any]) -> None:
    people = {int(days): count for days, count in row["cadence_days_to_contacts"].items()}
    assert half_up(agenda.load_per_workday(people)) == row["expect"]
    everybody = [days for days, count in people.items() for _ in range(count)]
    assert agenda.load_per_workday(everybody) == pytest.approx(agenda.load_per_workday(people))


@vectors_of("match")
def test_match(row: dict[str, Any]) -> None:
    asked = (row["strength"], row["shared_interests"], row["goal"], row["tie"], row["availability"])
    got = matching.with_me(*asked)
    assert row["expect"] == {"score": got.score, "factors": got.factors._asdict()}
    assert matching.score_with_me(*asked) == got.score


@vectors_of("intro")
def test_intro(row: dict[str, Any]) -> None:
    got = matching.of_two(
        row["strength"],
        row["shared"],
        row["needs"],
        (row["wa"], row["wb"]),
        (row["ava"], row["avb"]),
        same_circle=row.get("same_circle", False),
        lately=row.get("recent", False),
        acquainted=row.get("know", False),
    )
    assert row["expect"] == {"score": got.score}


@vectors_of("mentor_candidate")
def test_mentor_candidate(row: dict[str, Any]) -> None:
    got = mentors.candidacy(
        advice=row["advice"],
        years_ahead=row["years_ahead"],
        goal=row["goal"],
        warmth=row["warmth"],
        reply_rate=row["reply_rate"],
    )
    assert got.score == row["expect"]


@vectors_of("independence")
def test_independence(row: dict[str, Any]) -> None:
    assert mentors.independence(row["levels"]) == row["expect"]


@vectors_of("ask_balance")
def test_ask_balance(row: dict[str, Any]) -> None:
    got = giving.ask_balance(row["asks"], row["touches_not_begun_by_them"])
    assert got == row["expect"]


@vectors_of("listening")
def test_listening(row: dict[str, Any]) -> None:
    said = (row[name] for name in ("share", "questions", "followups", "facts"))
    assert conversations.listening(*said) == row["expect"]
