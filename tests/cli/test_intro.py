"""`crm intro`: what it says and gives, refuses with what may follow, and keeps to itself."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Result

Crm = Callable[..., Result]


@pytest.fixture
def pair(crm: Crm) -> Crm:
    crm("profile", "set", "--name", "Marina")
    crm("add", "Ana Ruiz", "--given-name", "Ana", "--role", "copywriter", "--language", "en",
        "--email", "ana@agua.example", "--phone", "+34 600 000 001",
        "--needs", "web developer")  # fmt: skip
    crm("add", "Luis Gil", "--role", "web developer", "--email", "luis@gil.example",
        "--link", "https://luisgil.example", "--book")  # fmt: skip
    crm("log", "--with", "ana", "--kind", "meeting")
    crm("log", "--with", "luis", "--kind", "meeting")
    return crm


def test_propose_says_who_is_asked_first_and_why(pair: Crm) -> None:
    shown = pair("intro", "propose", "ana", "luis", "--why", "She needs a site")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines() == [
        "[1] Ana Ruiz and Luis Gil",
        "    an idea, nobody has been asked yet",
        "    why: She needs a site",
        "    next: crm intro draft 1, and once it is sent: crm intro asked 1",
        "    Ask Ana Ruiz first; either would do, as both are equally busy.",
    ]
    pair("undo")
    pair("edit", "luis", "--availability", "limited", "--knows", "ana")
    shown = pair("intro", "propose", "ana", "luis")
    assert "Ask Luis Gil first, who has less time than Ana Ruiz." in shown.out
    assert "know each other already" in shown.err
    pair("undo")
    told = pair("intro", "propose", "ana", "luis", "--first", "ana", "--json").json
    assert (told["first"], told["acquainted"], told["a"]["name"]) == ("chosen", True, "Ana Ruiz")


def test_the_whole_way(pair: Crm) -> None:
    pair("intro", "propose", "ana", "luis")
    for command, stands in (
        ("asked", "asked Ana Ruiz today, no answer yet"),
        ("accept", "Ana Ruiz said yes today, Luis Gil has not been asked yet"),
        ("asked", "Ana Ruiz said yes; asked Luis Gil today, no answer yet"),
        ("accept", "both said yes, the last one today"),
        ("made", "introduced today"), ("met", "they met today"),
    ):  # fmt: skip
        shown = pair("intro", command, "1")
        assert shown.code == 0
        assert stands in shown.out
        assert pair("intro").out == shown.out == pair("intro", "show", "1").out
    closed = pair("intro", "outcome", "1", "a", "site", "together")
    assert "outcome: a site together" in closed.out
    assert pair("intro", "list").out == ""
    assert "No introductions under way" in pair("intro", "list").err
    assert pair("intro", "list", "--all").out == closed.out
    one = pair("intro", "show", "1", "--json").json
    assert one["next"] == ["outcome"]
    assert {one[f"{step}_on"] for step in ("asked_a", "agreed_b", "made", "met", "closed")} == {
        "2025-06-30"
    }
    assert pair("intro", "list", "--all", "--json").json == [one]
    card = pair("show", "ana", "--json").json
    assert [happened["kind"] for happened in card["interactions"]] == ["intro", "meeting"]
    assert card["knows"] == [{"id": 2, "name": "Luis Gil"}]


def test_what_may_not_be_done_says_what_may(pair: Crm) -> None:
    pair("intro", "propose", "ana", "luis")
    for words, code, tells in (
        (("made", "1"), 2, "crm intro asked 1"),
        (("accept", "1", "--by", "luis"), 2, "Ana Ruiz comes first"),
        (("accept", "1", "--by", "ana", "--on", "2025-06-29"), 2, "before the last step"),
        (("accept", "1", "--on", "2025-07-29"), 2, "yet to come"),
        (("asked", "9"), 3, "no introduction with the number 9"),
        (("propose", "luis", "ana"), 2, "crm intro show 1"),
        (("propose", "ana", "ana"), 2, "name two people"),
        (("outcome", "1", " "), 2, "no text"),
        (("suggest", "--top", "0"), 2, "between 1 and"),
    ):  # fmt: skip
        refused = pair("intro", *words)
        assert (refused.code, refused.out) == (code, "")
        assert tells in refused.err, refused.err


def test_a_decline_is_told_to_nobody(pair: Crm) -> None:
    pair("intro", "propose", "ana", "luis", "--why", "a secret reason")
    pair("intro", "accept", "1")
    pair("intro", "decline", "1")
    assert pair("intro", "show", "1", "--json").json["declined_by"] == "b"
    ended = pair("intro", "show", "1").out
    assert "nothing came of it" in ended
    assert "a kind word for whoever said yes" in ended
    letter = pair("intro", "draft", "1").out
    assert "nothing has come of it for now" in letter
    seen = [ended, letter]
    for who in ("ana", "luis"):
        seen += [pair(command, who).out for command in ("show", "brief")]
        seen += [pair("show", who, "--json").out, pair("export", "json", "-", "--about", who).out]
    seen.append(pair("remind", "--all").out)
    for text in seen:
        assert "declin" not in text.lower()
    for text in seen[2:]:
        assert "secret" not in text


def test_suggest_gives_pairs_with_every_factor(pair: Crm) -> None:
    shown = pair("intro", "suggest", "--explain")
    assert "Ana Ruiz [1] and Luis Gil [2]" in shown.out
    assert "Ana Ruiz is looking for: Web developer." in " ".join(shown.out.split())
    assert "100 × roles 1 × interests 0.6 × needs met 0.9 × trust" in " ".join(shown.out.split())
    assert "crm intro propose 1 2" in shown.err
    (found,) = pair("intro", "suggest", "--json").json
    assert list(found) == ["a", "b", "score", "factors", "why"]
    assert found["a"] == {"id": 1, "name": "Ana Ruiz"}
    assert list(found["factors"]) == [
        "role", "interests", "need", "trust", "availability", "bridge", "load",
    ]  # fmt: skip
    assert found["score"] == pytest.approx(100 * 0.6 * 0.9 * found["factors"]["trust"], abs=0.01)
    assert "The developer builds the pages" in found["why"]
    assert pair("intro", "suggest", "--for", "luis", "--json").json == [found]
    pair("intro", "propose", "ana", "luis")
    assert pair("intro", "suggest", "--json").json == []
    assert "Nobody to introduce yet" in pair("intro", "suggest").err


def test_drafts_go_to_the_screen_or_to_a_file(pair: Crm, tmp_path: Path) -> None:
    pair("intro", "propose", "ana", "luis", "--why", "She needs a site")
    shown = pair("intro", "draft", "1")
    assert shown.out.startswith("To: Ana Ruiz <ana@agua.example>\nSubject: Somebody you might")
    assert "What made me think of it: She needs a site." in shown.out
    assert shown.out.endswith("\nMarina\n")
    assert shown.err == "Once it is sent: crm intro asked 1\n"
    file = tmp_path / "ask.eml"
    assert str(file) in pair("intro", "draft", "1", "--eml", str(file)).err
    mail = message_from_string(file.read_text())
    assert mail["To"] == "Ana Ruiz <ana@agua.example>"
    refused = pair("intro", "draft", "1", "--eml", str(file))
    assert (refused.code, "--force" in refused.err) == (2, True)
    assert pair("intro", "draft", "1", "--eml", str(file), "--force").code == 0
    printed = pair("intro", "draft", "1", "--eml", "-")
    assert message_from_string(printed.out)["X-Unsent"] == "1"
    (draft,) = pair("intro", "draft", "1", "--json").json
    assert list(draft) == ["kind", "to", "languages", "subject", "text"]
    pair("intro", "accept", "1")
    pair("intro", "accept", "1")
    pair("intro", "made", "1")
    both = pair("intro", "draft", "1")
    assert both.out.count("To: ") == 2
    assert pair("intro", "draft", "1", "--to", "luis").out.count("To: ") == 1
    refused = pair("intro", "draft", "1", "--eml", str(file), "--force")
    assert "--to Ana Ruiz or --to Luis Gil" in refused.err
    pair("intro", "outcome", "1", "done")
    refused = pair("intro", "draft", "1")
    assert (refused.code, "nothing to write" in refused.err) == (2, True)


COMMANDS = ("asked", "accept", "accept", "decline", "made", "made", "met", "outcome", "draft")


@settings(
    max_examples=12, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    st.lists(
        st.tuples(
            st.sampled_from(COMMANDS), st.sampled_from(["", "a", "b", "me", "ana", "Luis Gil"])
        ),
        max_size=10,
    )
)
def test_no_order_of_commands_makes_it_without_both_yeses(
    pair: Crm, steps: list[tuple[str, str]]
) -> None:
    number = str(pair("intro", "propose", "ana", "luis", "--json").json["id"])
    yeses: set[str] = set()
    for command, by in steps:
        options = ["--by", by] if by and command in ("accept", "decline") else []
        text = ["it went well"] if command == "outcome" else []
        before = pair("intro", "show", number, "--json").json
        done = pair("intro", command, number, *text, *options)
        after = pair("intro", "show", number, "--json").json
        side = {"ana": "a", "Luis Gil": "b", "": before["turn"]}.get(by, by)
        if command == "draft" and not {"a", "b"} <= yeses:
            assert not ("ana@agua" in done.out and "luis@gil" in done.out)
            assert "luisgil.example" not in done.out
        elif done.code:
            assert after == before
        elif command == "accept":
            yeses.add(side)
        elif command == "decline":
            yeses.discard(side)
        if after["made_on"]:
            assert yeses == {"a", "b"}
    while pair("intro", "show", number).code == 0:
        pair("undo")


def test_an_introduction_is_told_once_in_the_journal(pair: Crm) -> None:
    pair("intro", "propose", "ana", "luis")
    for step in ("accept", "accept", "made"):
        pair("intro", step, "1")
    listed = pair("giving", "list")
    assert listed.out.count("you introduced") == 1
    assert "you introduced Ana Ruiz to Luis Gil, today" in listed.out
    assert "you introduced Luis Gil to Ana Ruiz" in pair("giving", "list", "luis").out
    assert len(pair("giving", "list", "--json").json) == 1
    week = pair("review").out
    assert week.count("you introduced Ana Ruiz to Luis Gil, today") == 1
    assert "Luis Gil: Ana Ruiz" not in week


def test_done_introduces_and_says_so(crm: Crm) -> None:
    crm("add", "Ana Ruiz", "--book")
    crm("add", "Luis Gil", "--book")
    crm("intro", "propose", "ana", "luis")
    crm("intro", "accept", "1")
    crm("intro", "accept", "1")
    assert "introduce them to Luis Gil" in crm("remind").out
    done = crm("done", "1")
    assert "Introduced: Ana Ruiz and Luis Gil." in done.err
    assert crm("intro", "show", "1", "--json").json["state"] == "made"


def test_with_somebody_archived_no_next_step_is_told(pair: Crm) -> None:
    pair("intro", "propose", "ana", "luis")
    pair("archive", "luis")
    listed = pair("intro", "list").out
    assert "Luis Gil is archived" in listed
    assert "next:" not in listed
    refused = pair("intro", "draft", "1")
    assert (refused.code, "Luis Gil is archived" in refused.err) == (2, True)
