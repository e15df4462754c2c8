"""What an import did, said in a sentence, and each row that needs a look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from crm.domain.text import screen
from crm.i18n import Translator

if TYPE_CHECKING:
    from crm.services.transfer import ImportReport


class Counts(Protocol):
    """What the summary needs of an import's report."""

    @property
    def dry_run(self) -> bool:
        """Whether nothing was written."""
        ...

    @property
    def new(self) -> int:
        """How many people came in."""
        ...

    @property
    def changed(self) -> int:
        """How many people were changed."""
        ...

    @property
    def same(self) -> int:
        """How many people stayed as they were."""
        ...

    @property
    def ghosts(self) -> int:
        """How many rows name nobody."""
        ...


def summary(report: Counts, tr: Translator) -> str:
    """Give one line: how many people are new, changed, the same, and rows without a name."""
    _, ngettext = tr.gettext, tr.ngettext
    parts = [
        ngettext("{n} new person", "{n} new people", report.new).format(n=report.new),
        ngettext("{n} changed", "{n} changed", report.changed).format(n=report.changed),
        ngettext("{n} as before", "{n} as before", report.same).format(n=report.same),
    ]
    if report.ghosts:
        form = ngettext("{n} row without a name", "{n} rows without a name", report.ghosts)
        parts.append(form.format(n=report.ghosts))
    form = _("Would import: {parts}. Nothing was written.") if report.dry_run else _("{parts}.")
    return form.format(parts=", ".join(parts))


class Block(NamedTuple):
    """Lines about one side of an import under a heading; `more` are left out."""

    heading: str
    lines: list[str]
    more: str


def blocks(report: ImportReport, most: int, tr: Translator) -> list[Block]:
    """Give what an import did or would do beyond its summary, `most` lines of each kind.

    The columns, the new people and what changes of whom are told beforehand only.
    """
    _ = tr.gettext
    kinds: list[tuple[str, list[str], int]] = []
    if report.dry_run:
        people = [(person.name, person.title, person.organisation) for person in report.planned]
        lines = ["+ " + screen(" · ".join(filter(None, person))) for person in people]
        kinds.append((_("New"), lines, report.new))
        lines = [
            f"~ {screen(known.name)}: {', '.join(field(f, tr) for f in known.fields)}"
            for known in report.changes
        ]
        kinds.append((_("Changed"), lines, report.changed))
    problems = report.problems
    lines = [problem(row.line, row.code, row.params, tr) for row in problems[:most]]
    kinds.append((_("To look at"), lines, len(problems)))
    form = _("{name}: {field} stays “{ours}”, as you wrote it (the file says “{theirs}”)")
    lines = [
        form.format(
            name=screen(kept.name), field=field(kept.field, tr), ours=screen(kept.ours),
            theirs=screen(kept.theirs),
        )
        for kept in report.kept[:most]
    ]  # fmt: skip
    kinds.append((_("Left as you wrote it"), lines, len(report.kept)))
    return [
        Block(heading, lines[:most], _more(count - min(most, len(lines)), tr))
        for heading, lines, count in kinds
        if lines
    ]


def _more(rest: int, tr: Translator) -> str:
    form = tr.ngettext("and {n} more", "and {n} more", rest)
    return form.format(n=rest) if rest > 0 else ""


def columns(mapping: Mapping[str, str], tr: Translator) -> str:
    """Give how the columns of a table are understood, in a line."""
    pairs = ", ".join(f"{screen(column)} → {field(of, tr)}" for column, of in mapping.items())
    return tr.gettext("Columns: {pairs}").format(pairs=pairs)


def progress(done: int, total: int | None, tr: Translator) -> str:
    """Give how many rows were read, or written of how many."""
    if total:
        return tr.gettext("{n} of {all} written").format(n=done, all=total)
    return tr.ngettext("{n} row read", "{n} rows read", done).format(n=done)


def legacy_text(tr: Translator) -> str:
    """Give a warning that the accents of a file may be wrong."""
    return tr.gettext("Nothing says how the file writes its accents: look at a few.")


def in_address_book(tr: Translator) -> str:
    """Give where imported people are."""
    return tr.gettext("They are in the address book: known, never due.")


def wrote(rows: int, file: str, tr: Translator) -> str:
    """Give how many rows were written to which file."""
    form = tr.ngettext("Wrote {n} row to {file}.", "Wrote {n} rows to {file}.", rows)
    return form.format(n=rows, file=screen(file))


def source(code: str, tr: Translator) -> str:
    """Give the name of the format of a file."""
    _ = tr.gettext
    return {"linkedin": _("LinkedIn"), "csv": _("CSV"), "vcard": _("vCard")}[code]


def field(code: str, tr: Translator) -> str:
    """Give the word for a field of a person, as --map understands it too."""
    _ = tr.gettext
    return {
        "external_id": _("external id"), "name": _("full name"), "given_name": _("given name"),
        "middle_name": _("middle name"), "family_name": _("family name"),
        "second_family_name": _("second surname"), "organisation": _("company"),
        "title": _("job title"), "city": _("city"), "place": _("city"), "emails": _("emails"),
        "phones": _("phones"), "links": _("links"), "tags": _("tags"), "roles": _("roles"),
        "notes": _("notes"), "birthday": _("birthday"), "birth_year": _("birth year"),
        "birth_month": _("birth month"), "birth_day": _("birth day"),
        "connected_on": _("connected on"), "nickname": _("nickname"),
        "nicknames": _("nicknames"), "language": _("language"),
        "known_since": _("known since"), "met_on": _("met on"), "met_at": _("met at"),
        "cadence": _("rhythm"), "addresses": _("addresses"), "dates": _("dates"),
        "ignore": _("left out"), "": _("left out"),
    }[code]  # fmt: skip


def problem(line: int, code: str, params: dict[str, Any], tr: Translator) -> str:
    """Give one line about a row of the file: what is odd about it."""
    _ = tr.gettext
    said = {name: screen(str(value)) for name, value in params.items()}
    words = _rows(tr).get(code) or _warnings(tr).get(code) or code
    return _("line {line}: {words}").format(line=line, words=words.format_map(said))


def _rows(tr: Translator) -> dict[str, str]:
    """Give the words for rows that were left out."""
    _ = tr.gettext
    return {
        "ghost": _("no name, left out"),
        "row-too-short": _("too few columns, left out"),
        "empty-row": _("neither name, e-mail, phone nor organisation, left out"),
        "unclosed-quote": _("a quotation mark that is never closed, left out"),
        "field-too-long": _("a field that is too long, left out"),
        "line-too-long": _("a line that is too long, left out"),
        "too-many-columns": _("too many columns, left out"),
        "nul-character": _("a NUL character, left out"),
        "nul-in-text": _("a NUL character, left out"),
        "surrogate-in-text": _("text that is not valid Unicode, left out"),
        "text-too-long": _("a text that is too long, left out"),
        "unreadable-row": _("not readable as CSV, left out"),
        "empty-card": _("a card without a name or a way to reach anybody, left out"),
        "card-too-long": _("a card that is too long, left out"),
        "end-without-begin": _("the end of a card that never began, left out"),
        "stray-text": _("“{text}” belongs to no card, left out"),
    }


def _warnings(tr: Translator) -> dict[str, str]:
    """Give the words for rows of which the person was taken in, or that fit somebody else too."""
    _ = tr.gettext
    return {
        "bad-email": _("the e-mail address is none; the person was taken in without it"),
        "bad-phone": _("the phone number is none; the person was taken in without it"),
        "bad-connected-on": _("the date is none; the person was taken in without it"),
        "bad-birthday": _("the birthday is no date; the person was taken in without it"),
        "bad-known-since": _("the date is none; the person was taken in without it"),
        "bad-met-on": _("the date is none; the person was taken in without it"),
        "bad-cadence": _("the rhythm is none; the person was taken in without it"),
        "missing-end": _("the card has no end; the person was taken in as far as it goes"),
        "unreadable-line": _("“{text}” is no line of a card; the person was taken in without it"),
        "value-too-long": _("{field} is too long; the person was taken in without it"),
        "guessed-charset": _(
            "its accents may be wrong: nothing says its charset (cards like it: {cards})"
        ),
        "picture-left-out": _("its picture is too large and was left out (cards like it: {cards})"),
        "same-name": _("{name}: somebody of this name is there already; taken in as another"),
        "other-name": _("{name}: has a number or key in common with another name; taken in"),
        "same-key": _("{name}: another row of the file has the same key; both taken in"),
        "several": _("{name}: fits several people who are there already; left out"),
    }
