"""Takes new sentences into the Spanish catalogue and compiles it: `make messages`."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
PO = ROOT / "crm/locale/es/LC_MESSAGES/crm.po"
MO = PO.with_suffix(".mo")
FIXED = datetime(2026, 1, 1, tzinfo=UTC)
# What Typer says in its help comes from the same catalogue.
TYPER = ("Options", "Arguments", "Commands", "required", "default: {default}")


def extracted() -> Catalog:
    """Give every sentence of the program, with the places it stands."""
    catalogue = Catalog(project="crm", charset="utf-8")
    found = extract_from_dir(str(ROOT / "crm"), [("**.py", "python")], keywords={
        "_": None, "N_": None, "gettext": None, "ngettext": (1, 2),
    })  # fmt: skip
    for filename, _line, message, _comments, _context in sorted(found, key=lambda f: f[0]):
        catalogue.add(message, locations=[(f"crm/{filename}", 0)])
    for message in TYPER:
        catalogue.add(message, locations=[("typer", 0)])
    return catalogue


def spanish() -> Catalog:
    """Give the Spanish catalogue as it stands in the repository."""
    if not PO.exists():
        return Catalog(locale="es", project="crm", charset="utf-8", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="es")


def compiled(catalogue: Catalog) -> bytes:
    """Give the binary catalogue that the program reads."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def untranslated(catalogue: Catalog) -> list[object]:
    """Give the sentences that have no translation, or lack a plural form."""
    return [
        message.id
        for message in catalogue
        if message.id
        and not (
            all(message.string) if isinstance(message.string, tuple | list) else message.string
        )
    ]


def main() -> None:
    """Update and compile the catalogue; print what is still to be translated."""
    catalogue = spanish()
    catalogue.update(extracted(), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = (
        "# Spanish for crm. `make messages` takes new sentences in and compiles it."
    )
    catalogue.creation_date = catalogue.revision_date = FIXED
    with PO.open("wb") as file:
        write_po(file, catalogue, sort_output=True, include_lineno=False, width=100)
    MO.write_bytes(compiled(catalogue))
    missing = untranslated(catalogue)
    print(f"{len(catalogue)} sentences, {len(missing)} to be translated")  # noqa: T201


if __name__ == "__main__":
    main()
