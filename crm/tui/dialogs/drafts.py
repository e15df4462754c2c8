"""What to write about an introduction, ready to be copied or saved, in the language of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import N_, _
from crm.services import intro_drafts
from crm.services.intro_drafts import Draft
from crm.tui.dialogs.dialog import Dialog
from crm.tui.dialogs.write_line import WriteLine

SENT = "sent"
_NOTED_AS_SENT = ("ask", "introduce")


class Drafts(Dialog[str]):
    """The drafts of an introduction, one at a time; gives `SENT` when it was sent."""

    DEFAULT_CSS = """
    Drafts #letter { height: auto; max-height: 16; scrollbar-size-vertical: 1; }
    Drafts #letter Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", N_("copy"), id="drafts.copy"),
        Binding("s", "sent", N_("it is sent"), id="drafts.sent"),
        Binding("e", "save", N_("save as e-mail"), id="drafts.save"),
        Binding("tab,n", "other", N_("the other one"), id="drafts.other", key_display="n",
                priority=True),
    ]  # fmt: skip

    def __init__(self, introduction_id: int, drafts: Sequence[Draft], title: str) -> None:
        super().__init__()
        self.title_text = title
        self._introduction = introduction_id
        self._drafts = drafts
        self._at = 0

    @property
    def _draft(self) -> Draft:
        return self._drafts[self._at]

    def body(self) -> ComposeResult:
        """Give the letter."""
        with VerticalScroll(id="letter"):
            yield Static(self._letter())

    def _letter(self) -> Content:
        draft = self._draft
        people = [f"{each.name} <{each.email}>" if each.email else each.name for each in draft.to]
        head = [
            _("To: {names}").format(names=screen(", ".join(people))),
            _("Subject: {subject}").format(subject=screen(draft.subject)),
        ]
        lines = [Content.styled(line, "$foreground-muted") for line in head]
        lines += [Content(""), *(Content(screen(line)) for line in draft.text.split("\n"))]
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another draft where there is one, and to be sent what is noted then."""
        if action == "other":
            return len(self._drafts) > 1
        if action == "sent":
            return self._draft.kind in _NOTED_AS_SENT
        return True

    def action_other(self) -> None:
        """Show the next draft."""
        self._at = (self._at + 1) % len(self._drafts)
        letter = self.query_one("#letter")
        letter.query_one(Static).update(self._letter())
        letter.scroll_home(animate=False)

    def action_copy(self) -> None:
        """Put the text on the clipboard."""
        draft = self._draft

        def told(means: str) -> None:
            first = draft.text.split("\n", 1)[0]
            self.crm.say(_("Copied ({means}): {text}").format(means=means, text=first))

        self.ask(lambda _context: intro_drafts.copy(draft), told, group="copy")

    def action_sent(self) -> None:
        """Tell that it was sent."""
        self.dismiss(SENT)

    def action_save(self) -> None:
        """Ask for a file, and write the mail there."""
        number, draft = self._introduction, self._draft
        to = str(draft.to[0].id) if len(self._drafts) > 1 else None

        def deed(context: Context, path: str) -> str:
            target = str(Path(path).expanduser().absolute())
            intro_drafts.save(context, number, target, to=to, force=False)
            return target

        def told(target: object) -> None:
            if target is not None:
                self.crm.say(_("The draft stands in {path}.").format(path=target))

        self.app.push_screen(
            WriteLine(
                _("Save as e-mail"),
                lead=_("In which file?"),
                value=f"~/introduction-{number}.eml",
                deed=deed,
            ),
            told,
        )
