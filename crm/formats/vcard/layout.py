"""What stands where in a card, told from its heads alone: a file has few layouts."""

from __future__ import annotations

from operator import itemgetter

from crm.formats.vcard.properties import OTHER, TANGLED, Head, Heads

SINGLE = ("FN", "N", "ORG", "TITLE", "BDAY", "UID")
_SEVERAL = ("EMAIL", "TEL", "URL", "ADR", "CATEGORIES", "NICKNAME", "NOTE", "ROLE", OTHER)
_ABOUT_THE_FILE = ("VERSION", "PRODID", "REV")
_COMMON = frozenset({*SINGLE, *_SEVERAL, *_ABOUT_THE_FILE})
_TANGLED = frozenset({TANGLED, "BEGIN", "END"})
_MOST_LAYOUTS = 4_096
_LONGEST_KEPT = 4_096


class Layout:
    """Where each property is among the lines of a card, those of one sort in the order of a record.

    `at` gives the places by name. Those of properties that a record has once are -1 where there is
    none, which finds the empty text behind the values; `common` when there is nothing but those
    and lists of plain texts, so that no group, label, picture or repetition wants a look.
    """

    def __init__(self, heads: tuple[Head, ...]) -> None:
        self.heads = heads
        self.labels = tuple([head.label for head in heads])
        self.at: dict[str, list[int]] = {}
        for place, head in enumerate(heads):
            self.at.setdefault(head.name, []).append(place)
        self.name, self.names, self.organisation, self.title, self.birthday, self.uid = (
            self.at.get(name, (-1,))[0] for name in SINGLE
        )
        self.tangled = not _TANGLED.isdisjoint(self.at)
        self.common = self.at.keys() <= _COMMON and all(
            len(self.at.get(name, ())) <= 1 for name in SINGLE
        )
        self.others = [(heads[place].text, place) for place in self.at.get(OTHER, ())]
        self.emails = self._by_preference("EMAIL")
        self.phones = self._by_preference("TEL")
        self.links, self.addresses, self.tags, self.nicknames, self.notes, self.roles = (
            self.at.get(name, [])
            for name in ("URL", "ADR", "CATEGORIES", "NICKNAME", "NOTE", "ROLE")
        )

    def _by_preference(self, name: str) -> list[int]:
        places = [(self.heads[place].preference, place) for place in self.at.get(name, ())]
        return [place for _, place in sorted(places, key=itemgetter(0))]


class Layouts(dict[tuple[str, ...], Layout]):
    """Layouts by the heads of a card as they are written, each worked out once."""

    def __init__(self) -> None:
        super().__init__()
        self._heads = Heads()

    def __missing__(self, written: tuple[str, ...]) -> Layout:
        layout = Layout(tuple([self._heads[head] for head in written]))
        if sum(map(len, written)) <= _LONGEST_KEPT:
            if len(self) >= _MOST_LAYOUTS:
                self.clear()
            self[written] = layout
        return layout
