"""What a file would come to: its columns, with guesses that can be changed, and the counts."""

from pathlib import Path

import pytest

from crm.errors import CrmError, WrongUsage
from crm.formats.columns import FIELDS, apply_overrides
from crm.i18n import translator
from crm.services.import_preview import Column, preview
from crm.services.transfer import import_file
from crm.wording import imports as wording
from tests.service.state import state

FIXTURES = Path(__file__).parents[1] / "formats" / "fixtures"


@pytest.fixture
def write(tmp_path):
    def make(text):
        path = tmp_path / "people.csv"
        path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    return make


def test_the_columns_of_a_table_are_told_with_examples(context, write):
    before = state(context)
    found = preview(context, write("Name,Colour,Mail\nAna,,a@example.com\nBea,red,\n"))
    assert found.columns == (
        Column("Name", "name", "Ana"), Column("Colour", "", "red"),
        Column("Mail", "emails", "a@example.com"),
    )  # fmt: skip
    assert found.report is not None
    assert (found.report.new, found.report.dry_run) == (2, True)
    assert state(context) == before


def test_a_guess_can_be_changed(context, write):
    file = write("Client,Notes\nAna,shop\n")
    assert preview(context, file).report is None
    found = preview(context, file, mapping={"Client": "name", "Notes": "ignore"})
    assert [column.field for column in found.columns] == ["name", ""]
    assert found.report is not None
    assert found.report.mapping == {"Client": "name"}
    with pytest.raises(WrongUsage, match="unknown-field"):
        preview(context, file, mapping={"Client": "colour"})


def test_other_formats_have_no_columns(context):
    found = preview(context, str(FIXTURES / "linkedin_plain.csv"))
    assert found.columns == ()
    assert found.report is not None


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty-file"), ("Name,Mail\n", "no-rows"), ("{}", "unsupported-format")]
)
def test_a_file_that_cannot_be_read_says_so(context, write, text, code):
    with pytest.raises(CrmError, match=code):
        preview(context, write(text))


def test_whoever_is_told_of_the_progress_can_stop_the_import(context, write):
    file = write("Name\n" + "".join(f"Person {n}\n" for n in range(1200)))
    before = state(context)
    seen = []

    def told(done, total):
        seen.append((done, total))
        if total is not None and done >= 1000:
            raise CrmError("stopped")

    with pytest.raises(CrmError, match="stopped"):
        import_file(context, file, progress=told)
    assert state(context) == before
    assert seen == [(500, None), (1000, None), (500, 1200), (1000, 1200)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_words_for_the_fields_are_understood_in_a_mapping(language):
    tr = translator(language)
    for field in FIELDS[:-1]:
        word = wording.field(field, tr)
        assert apply_overrides(["Column"], {}, {"Column": word}) == {"Column": field}, word


def test_what_is_left_out_of_the_lines_is_counted(context, write):
    report = preview(context, write("Name\n" + "".join(f"P {n}\n" for n in range(50)))).report
    (new,) = wording.blocks(report, 10, translator("en"))
    assert len(new.lines) == 10
    assert new.more == "and 40 more"
