"""The cards of other programs, as their own tests keep them: people, names, ways to reach them."""

from __future__ import annotations

import json

import pytest

from crm.formats.detect import detect
from crm.formats.records import BadRow, ContactRecord, FormatError
from crm.formats.text_file import open_text, text_from_bytes
from crm.formats.vcard.reader import read_contacts
from crm.formats.vcard.writer import VERSIONS, card_of
from tests.formats.vcards import SAMPLES

_EXPECTED = SAMPLES / "expected.json"
EXPECTED = {
    name: said
    for name, said in (json.loads(_EXPECTED.read_text()) if _EXPECTED.exists() else {}).items()
    if said.get("cards")
}
ODD = {
    "FolkerKinzel__VCards/AnsiIssueNoEncoding.vcf": ["guessed-charset"],
    "KDE__kcontacts/vcard4.vcf": ["unreadable-line"],
    "lucc__khard/unparsable.vcf": ["missing-end"],
    "mangstadt__ez-vcard/John_Doe_ANDROID.vcf": ["guessed-charset"],
    "mangstadt__ez-vcard/John_Doe_IPHONE.vcf": ["picture-left-out"],
    "roundcube__roundcubemail/thebat.vcf": ["guessed-charset"],
}
NAMELESS = {
    "KDE__kcontacts/vcard4.vcf": ["Ximian, Inc."],
    "KDE__kcontacts/vcard7.vcf": ["401 Park Drive  3 West"],
    "kewisch__ical.js/vcard_grouped.vcf": ["pobox, apt, street, city"],
    "mangstadt__ez-vcard/John_Doe_ANDROID.vcf": ["john.doe@company.com", "jane.doe@company.com"],
    "monicahq__monica/vcard_stub.vcf": ["Johnny"],
}

pytestmark = pytest.mark.skipif(not EXPECTED, reason="the samples are not there")


def read_sample(name: str) -> tuple[list[ContactRecord], list[BadRow]]:
    file = open_text(SAMPLES / name)
    with file.stream:
        assert detect(file.head) == "vcard"
        items = list(read_contacts(file))
    people = [item for item in items if isinstance(item, ContactRecord)]
    return people, [item for item in items if isinstance(item, BadRow)]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_gives_its_people(name: str) -> None:
    said = EXPECTED[name]
    people, bad = read_sample(name)

    assert len(people) == said["cards"]
    assert [row.code for row in bad] == ODD.get(name, [])
    assert all(row.imported for row in bad)
    if "people" not in said:
        assert (sum(len(p.emails) for p in people), sum(len(p.phones) for p in people)) == (
            said["email"], said["tel"],
        )  # fmt: skip
    for person, wanted in zip(people, said.get("people", ()), strict=False):
        assert person.family_name.split() == (wanted["family"] or "").split()
        assert person.given_name.split() == (wanted["given"] or "").split()
        assert set(person.emails) == set(wanted["emails"])
        assert set(person.phones) == {bare(phone) for phone in wanted["tels"]}
        if wanted["fn"]:
            assert person.name.split() == wanted["fn"].split()
    nameless = [
        person.name
        for person, wanted in zip(people, said.get("people", ()), strict=False)
        if not (wanted["fn"] or wanted["given"])
    ]
    assert nameless == NAMELESS.get(name, [])
    if isinstance(said.get("names_by_declared_charset"), list):
        assert [person.name for person in people] == said["names_by_declared_charset"]


def bare(phone: str) -> str:
    return phone.removeprefix("tel:").strip("\u202c\u202d")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_written_and_read_again_is_the_same(name: str, version: str) -> None:
    people, _ = read_sample(name)
    for person in people:
        written = card_of(person, version)
        file = text_from_bytes(written.encode())
        (again,) = read_contacts(file)

        assert again == person._replace(line=1)
        assert card_of(again, version) == written
        assert max(len(line) for line in written.encode().split(b"\r\n")) <= 75


def test_a_sample_without_a_card_is_an_error_with_its_lines() -> None:
    file = open_text(SAMPLES / "monicahq__monica" / "broken_vcard_stub.vcard")
    with file.stream:
        reader = read_contacts(file)
        odd = [next(reader), next(reader)]
        with pytest.raises(FormatError, match="no-rows"):
            next(reader)
    assert [(b.line, b.code) for b in odd if isinstance(b, BadRow)] == [
        (1, "stray-text"), (8, "end-without-begin"),
    ]  # fmt: skip
