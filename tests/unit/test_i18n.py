"""The catalogue that is looked into instead of read: the same answers as the standard library's."""

import gettext

from crm import i18n
from tests.packaging.catalogue import spanish


def test_every_sentence_is_what_the_standard_library_finds():
    theirs = gettext.translation("crm", i18n.FOLDER, languages=["es"])
    ours = i18n.translator("es")
    for message in spanish():
        if isinstance(message.id, tuple):
            for n in (0, 1, 2, 5, 1_000_000):
                assert ours.ngettext(*message.id, n) == theirs.ngettext(*message.id, n)
            assert ours.gettext(message.id[0]) == theirs.ngettext(*message.id, 1)
        elif message.id:
            assert ours.gettext(message.id) == theirs.gettext(message.id)


def test_what_is_in_no_catalogue_stays_as_it_is():
    for language in ("es", "en", "fr"):
        tr = i18n.translator(language)
        for unknown in ("\x01", "Nobody wrote this.", "¡ñ!", "\U0010ffff"):
            assert tr.gettext(unknown) == unknown
            assert [tr.ngettext(unknown, "many", n) for n in (1, 2)] == [unknown, "many"]
