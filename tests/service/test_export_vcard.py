"""vCards out of the network and in again: nobody changes, nothing of a card is lost."""

from __future__ import annotations

import pytest

from crm.context import Context
from crm.errors import WrongUsage
from crm.formats.vcard.writer import VERSIONS
from crm.services import contacts
from crm.services.contacts import Said
from crm.services.export_vcard import export_vcard
from crm.services.transfer import import_file
from crm.store.connection import Store
from tests.formats.vcards import SAMPLES, card, people
from tests.service.state import state

ANA = card(
    "UID:11-22", "N:Ruiz;Ana;María;Dra.;", "FN:Ana Ruiz", "NICKNAME:Ani", "ORG:Estudio;Diseño",
    "TITLE:Senior copywriter", "EMAIL;TYPE=WORK:ana@example.com", "item1.TEL:+34 600 123 456",
    "item1.X-ABLabel:Boat", "ADR;TYPE=home:;;Main 1;Lugo;;27001;ES", "BDAY:--0314",
    "item2.URL:ana.example.com", "item2.X-ABLabel:Blog", "ANNIVERSARY:20140310",
    "CATEGORIES:sailing", "NOTE:Bees\\, mostly", "X-UNKNOWN;X=1:kept", "IMPP:xmpp:a@b.c",
)  # fmt: skip


@pytest.fixture
def take(context, tmp_path):
    def make(text):
        path = tmp_path / "in.vcf"
        path.write_text(text, encoding="utf-8", newline="")
        return import_file(context, str(path))

    return make


def other_network(context, tmp_path):
    store = Store(tmp_path / "other.db", chosen=False)
    return Context(settings=context.settings, store=store, today=context.today)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_card_comes_back_with_all_it_said(context, take, tmp_path, version):
    take(ANA)
    path = tmp_path / "out.vcf"

    assert export_vcard(context, str(path), version=version) == 1

    (before,), (after,) = people(ANA), people(path.read_bytes())
    # What is stored is an address with its scheme, and roles that a title says.
    assert after.roles == ("copywriter",)
    assert set(after.extra) == set(before.extra)
    assert after._replace(roles=(), extra=(), line=1) == before._replace(extra=())
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("version", VERSIONS)
def test_ones_own_export_changes_nothing(context, take, tmp_path, version):
    take(ANA + card("FN:Eva", "EMAIL:eva@example.com"))
    said = Said(
        name="Oskar Löv", emails=("oskar@example.com",), roles=("designer",), tags=("x",),
        place="Berlin", birthday="1990-03", cadence="2w", note="likes bees",
        addresses=("Weg 1, 10115 Berlin",),
    )  # fmt: skip
    contacts.add(context, said)
    path, again = tmp_path / "out.vcf", tmp_path / "again.vcf"
    export_vcard(context, str(path), version=version)

    report = import_file(context, str(path))

    assert (report.new, report.changed, report.same, report.problems) == (0, 0, 3, [])
    before = state(context)
    assert import_file(context, str(path)).same == 3
    assert state(context) == before
    export_vcard(context, str(again), version=version)
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_network_moves_by_vcard(context, take, tmp_path, version):
    take(ANA)
    one, two = tmp_path / "one.vcf", tmp_path / "two.vcf"
    export_vcard(context, str(one), version=version)
    other = other_network(context, tmp_path)
    import_file(other, str(one))
    export_vcard(other, str(two), version=version)
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not there")
def test_the_samples_come_in_and_go_out_for_good(context, tmp_path):
    for path in sorted(SAMPLES.rglob("*.vcf")):
        first = import_file(context, str(path))
        before = state(context)
        again = import_file(context, str(path))
        assert (again.new, again.changed, again.kept) == (0, 0, first.kept), path
        assert state(context) == before, path
    for version in VERSIONS:
        out = str(tmp_path / f"{version}.vcf")
        export_vcard(context, out, version=version)
        report = import_file(context, out)
        assert report.new == 0, version


def test_archived_people_stay_at_home(context, tmp_path):
    context_id = contacts.add(context, Said(name="Ana")).id
    contacts.archive(context, [str(context_id)])
    path = tmp_path / "out.vcf"
    assert export_vcard(context, str(path)) == 0
    assert path.read_bytes() == b""


def test_a_version_that_is_none_is_refused(context, tmp_path):
    with pytest.raises(WrongUsage, match="unknown-value"):
        export_vcard(context, str(tmp_path / "out.vcf"), version="2.1")
