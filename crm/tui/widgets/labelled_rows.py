"""Words beside labels, in blocks, laid out anew for each width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from crm.domain.cells import broken, cells
from crm.domain.text import screen

GAP = 2
LEAST_BESIDE = 40
"""Columns below which words stand under their label, indented."""
INDENT, HANGING = 2, 2


class LabelledRows(Widget):
    """Blocks of pairs of a label and words; "" continues under the label before."""

    DEFAULT_CSS = """
    LabelledRows { height: auto; color: $foreground; }
    LabelledRows > .labelled-rows--label { color: $foreground-muted; }
    """
    COMPONENT_CLASSES = {"labelled-rows--label"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._blocks: list[list[tuple[str, str]]] = []

    def show(self, blocks: Iterable[Iterable[Sequence[str]]]) -> None:
        """Show blocks, an empty line between them."""
        self._blocks = [[(row[0], row[1]) for row in block] for block in blocks]
        self.refresh(layout=True)

    def render(self) -> Content:
        """Give the rows."""
        width = max(20, self.size.width or self.container_size.width)
        labels = [label for block in self._blocks for label, _words in block]
        beside = max(map(cells, labels), default=0) + GAP if width >= LEAST_BESIDE else 0
        quiet = self.get_visual_style("labelled-rows--label")
        lines: list[Content] = []
        for block in self._blocks:
            lines += [Content("")] if lines else []
            for label, words in block:
                if label and not beside:
                    lines.append(Content.styled(label, quiet))
                room = width - (beside or INDENT) - HANGING
                for number, text in enumerate(broken(screen(words), room)):
                    head = label.ljust(beside) if beside else " " * INDENT
                    lines.append(
                        Content.assemble((head, quiet), " " * HANGING * bool(number), text)
                    )
                    label = ""
        return Content("\n").join(lines)
