"""Drafts: in each person's language, and nothing in them that reaches the other too early."""

from contextlib import suppress
from datetime import timedelta
from email import message_from_string
from email.policy import default
from itertools import product

import pytest

from crm.domain.introductions import Move
from crm.errors import NotFound, WrongUsage
from crm.services import contacts, history, intro_drafts, introductions, profile
from crm.services.contacts import Said
from crm.services.intro_drafts import drafts

ANA = (
    "ana.ruiz@agua.example",
    "ana@personal.example",
    "+34 600 111 222",
    "https://anaruiz.example",
)
LUIS = (
    "luis@gil.example",
    "+44 20 7946 0018",
    "https://www.linkedin.com/in/luisgil",
    "luisgil.example/me",
)


@pytest.fixture
def pair(network):
    contacts.add(
        network,
        Said(name="Ana Ruiz", given_name="Ana", roles=("copywriter",), emails=ANA[:2],
             phones=ANA[2:3], links=ANA[3:], language="es"),
    )  # fmt: skip
    contacts.add(
        network,
        Said(name="Luis Gil", nicknames=("Lu",), roles=("web developer",), emails=LUIS[:1],
             phones=LUIS[1:2], links=LUIS[2:], language="en-GB"),
    )  # fmt: skip
    profile.set_profile(network, name="Marina")
    return network


def move(context, *steps, **said):
    for step in steps:
        introductions.move(context, 1, Move(step), **said)


def forms(way):
    """Give the ways to write one way to reach somebody."""
    bare = way.partition("://")[2] or way
    yield from (way, bare, bare.removeprefix("www."), bare.rstrip("/"))
    if way.startswith("+"):
        yield from (way.replace(" ", ""), way.replace(" ", "-")[4:])


@pytest.mark.parametrize("way", [*ANA, *LUIS])
def test_before_both_yeses_no_draft_reaches_the_other(pair, tmp_path, way):
    why = f"Talk: {' or '.join(forms(way))}, {way.upper()}"
    introductions.propose(pair, "ana", "luis", why)
    paths = [(), ("asked",), ("accept",), ("accept", "asked"), ("accept", "decline")]
    later = [0, 8, 15]
    seen = 0
    for number, (steps, days) in enumerate(product(paths, later)):
        for step in steps:
            move(pair, step)
        context = pair._replace(today=pair.today + timedelta(days))
        written = []
        with suppress(WrongUsage):  # nothing to write
            written = drafts(context, 1)
            intro_drafts.save(context, 1, str(tmp_path / f"{number}.eml"), to=None, force=False)
        for draft in written:
            seen += 1
            mail = message_from_string((tmp_path / f"{number}.eml").read_text(), policy=default)
            other = LUIS if draft.to[0].name == "Ana Ruiz" else ANA
            own = ANA if other is LUIS else LUIS
            assert mail["To"].addresses[0].addr_spec == own[0]
            told = f"{draft.subject}\n{draft.text}\n{mail}\n{mail.get_content()}".casefold()
            for secret in other:
                assert not [form for form in forms(secret) if form.casefold() in told]
        for _step in steps:
            history.undo(pair)
    assert seen >= 9


def test_a_name_that_is_an_address_is_not_told(pair):
    contacts.edit(pair, "luis", Said(name="luis@gil.example"))
    introductions.propose(pair, "ana", "2")
    (draft,) = drafts(pair, 1)
    assert "luis@" not in draft.text
    assert "(" in draft.text
    move(pair, "accept", "decline")
    (draft,) = drafts(pair, 1)
    assert "luis@" not in draft.text


def test_each_is_asked_in_their_language(pair):
    introductions.propose(pair, "ana", "luis", "Both love maps")
    (ask,) = drafts(pair, 1)
    assert (ask.kind, ask.languages, ask.to[0].name) == ("ask", ["es"], "Ana Ruiz")
    assert ask.text.startswith("¡Hola, Ana!")
    assert ask.text.endswith("\n\nMarina")
    assert "Both love maps." in ask.text
    move(pair, "accept")
    (ask,) = drafts(pair, 1)
    assert (ask.languages, ask.to[0].name) == (["en"], "Luis Gil")
    assert ask.text.startswith("Hi Lu!\n\nThere is somebody I would like you to meet: Ana Ruiz")
    assert "Ana Ruiz likes the idea." in ask.text
    move(pair, "asked")
    (nudge,) = drafts(pair._replace(today=pair.today + timedelta(7)), 1)
    assert (nudge.kind, nudge.to[0].name) == ("nudge", "Luis Gil")
    assert "did not get lost" in nudge.text


def test_without_a_reason_the_roles_give_one_in_each_language(pair):
    introductions.propose(pair, "ana", "luis")
    (ask,) = drafts(pair, 1)
    assert "El desarrollo construye las páginas" in ask.text
    move(pair, "accept")
    (ask,) = drafts(pair, 1)
    assert "The developer builds the pages" in ask.text


def test_both_get_one_message_in_both_languages_with_how_to_reach_each_other(pair):
    introductions.propose(pair, "ana", "luis", "Both love maps")
    move(pair, "accept", "accept")
    (draft,) = drafts(pair, 1)
    assert (draft.kind, draft.languages) == ("introduce", ["es", "en"])
    assert [each.email for each in draft.to] == [ANA[0], LUIS[0]]
    assert draft.text.count(ANA[0]) == draft.text.count(LUIS[0]) == 2
    assert "Hi Ana and Lu!\n\nYou both said yes" in draft.text
    contacts.edit(pair, "ana", Said(language="English"))
    (draft,) = drafts(pair, 1)
    assert draft.languages == ["en"]
    assert draft.text.count(ANA[0]) == 1


def test_afterwards_each_is_asked_how_it_went(pair, tmp_path):
    introductions.propose(pair, "ana", "luis")
    move(pair, "accept", "accept", "made")
    found = drafts(pair, 1)
    assert [(draft.kind, draft.to[0].name) for draft in found] == [
        ("follow-up", "Ana Ruiz"), ("follow-up", "Luis Gil"),
    ]  # fmt: skip
    with pytest.raises(WrongUsage) as raised:
        intro_drafts.save(pair, 1, "-", to=None, force=False)
    assert raised.value.code == "intro-which-draft"
    path = tmp_path / "how.eml"
    draft = intro_drafts.save(pair, 1, str(path), to="luis", force=False)
    assert draft.to[0].name == "Luis Gil"
    assert path.stat().st_mode & 0o777 == 0o600
    move(pair, "met")
    assert "have met, how nice!" in drafts(pair, 1, to="b")[0].text
    move(pair, "outcome", words="a site together")
    with pytest.raises(WrongUsage):
        drafts(pair, 1)


def test_whoever_said_yes_hears_the_same_whether_the_other_declined_or_was_silent(pair):
    introductions.propose(pair, "luis", "ana", "Both love maps")
    move(pair, "accept", "asked")
    (silent,) = drafts(pair._replace(today=pair.today + timedelta(14)), 1)
    move(pair, "decline")
    (declined,) = drafts(pair, 1)
    assert declined == silent
    assert (declined.kind, declined.to[0].name) == ("let-be", "Luis Gil")
    assert "nothing has come of it for now" in declined.text
    with pytest.raises(WrongUsage) as raised:
        drafts(pair, 1, to="ana")
    assert raised.value.code == "intro-no-draft"
    with pytest.raises(NotFound):
        drafts(pair, 2)


def test_neither_title_nor_reason_tells_where_somebody_is_found(pair):
    contacts.edit(
        pair, "luis",
        Said(title="CTO @luisgil", links=("https://instagram.com/luis_g_dev",),
             addresses=("Calle Mayor 5, 2B",), place="Calle Mayor 5, 28013 Madrid"),
    )  # fmt: skip
    why = "He is luis_g_dev, at gil.example, Calle Mayor 5, 79 46, 00 18; Both live in Madrid"
    introductions.propose(pair, "ana", "luis", why)
    (draft,) = drafts(pair, 1)
    for secret in ("luisgil", "luis_g", "gil.example", "Mayor", "79 46"):
        assert secret not in draft.text
    assert "desarroll" in draft.text
    assert "Both live in Madrid" in draft.text


def test_a_draft_goes_to_the_clipboard_as_it_reads(pair, monkeypatch):
    taken = []
    monkeypatch.setattr("crm.delivery.programs.copy_text", lambda text: taken.append(text) or "x")
    introductions.propose(pair, "ana", "luis")
    (draft,) = drafts(pair, 1)
    assert intro_drafts.copy(draft) == "x"
    assert taken == [draft.text]
