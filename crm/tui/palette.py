"""What the command palette finds: everything the keys do, the pages, and people."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from crm.domain.text import fold, screen
from crm.errors import CrmError
from crm.i18n import _
from crm.services import contacts

if TYPE_CHECKING:
    from crm.tui.app import CrmApp

MOST_PEOPLE = 12
_PERSON = 0.5
"""The score of a person; what matches a deed by its words stands above."""


class Deeds(Provider):
    """What the keys of the page in front do."""

    async def discover(self) -> Hits:
        """Give all of them."""
        for words, sign, press in self._deeds():
            yield DiscoveryHit(words, press, help=_("Key: {key}").format(key=sign))

    async def search(self, query: str) -> Hits:
        """Give those whose words fit."""
        matcher = self.matcher(query)
        for words, sign, press in self._deeds():
            score = matcher.match(words)
            if score > 0:
                key = _("Key: {key}").format(key=sign)
                yield Hit(score, matcher.highlight(words), press, help=key)

    def _deeds(self) -> list[tuple[str, str, partial[None]]]:
        found = []
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            if binding.id and active.enabled:
                words = _(binding.description)
                press = partial(self.app.simulate_key, key)
                found.append(
                    (words[0].upper() + words[1:], self.app.get_key_display(binding), press)
                )
        return found


class People(Provider):
    """The people of the network, by name or by anything else that is known of them."""

    async def search(self, query: str) -> Hits:
        """Give the people that a query fits."""
        app = self._crm
        if not fold(query):
            return
        try:
            found = await asyncio.to_thread(contacts.find, app.context, query, MOST_PEOPLE)
        except CrmError:
            return  # nobody, or nothing that can be looked for
        for person in found:
            about = " · ".join(filter(None, (person.title, person.organisation, person.place)))
            yield Hit(
                _PERSON, Content(screen(person.name)), partial(app.open_person, person.id),
                text=screen(person.name), help=screen(about) or None,
            )  # fmt: skip

    @property
    def _crm(self) -> CrmApp:
        from crm.tui.app import CrmApp

        assert isinstance(self.app, CrmApp)
        return self.app


def palette() -> CommandPalette:
    """Give the palette, in the language of the screens."""
    return CommandPalette(placeholder=_("A deed, a page or a person…"))
