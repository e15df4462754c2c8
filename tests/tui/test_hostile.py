"""Three hundred hostile names on every page: nothing breaks, and no control byte gets out."""

from __future__ import annotations

import re
import sys

import pytest

from crm.services import contacts, events, goals, mentors
from crm.services.changes import change
from crm.services.contacts import Said
from crm.tui.sections import SECTIONS
from tests.benchmarks.terminal import Terminal
from tests.conftest import ROOT, environment
from tests.hostile import COMMANDING, HOSTILE

SHAPES = ("{}", "Ana {}", "{} Ruiz", "{0} {0}", "Eva «{}» Gil")
LONGEST = 400
# What Textual itself sends: CSI, OSC 8 and private modes are all written with ESC and these.
_OWN = re.compile(
    rb"\x1b\[[0-9;?:<=>]*[ -/]*[@-~]"  # control sequences
    rb"|\x1b\][0-9]+;[^\x07\x1b]*(?:\x1b\\|\x07)"  # its own title and colours
    rb"|\x1b[=>]|\x1b\([B0]|\x1bP[^\x1b]*\x1b\\"
)


@pytest.fixture
def hostile(network):
    """A network of three hundred, each hostile in name, company and words; all are due."""
    texts = [shape.format(text[:LONGEST]) for text in HOSTILE.values() for shape in SHAPES][:300]
    with change(network, "add") as made:
        for number, text in enumerate(texts):
            said = Said(
                name=text, organisation=text, place=text, note=text, roles=("copywriter",),
                interests=(text[:60],), needs=("web developer",), cadence="1m",
                birthday="1990-03-02" if number < 5 else None, tags=(f"t{number % 7}",),
            )  # fmt: skip
            contacts.new(network, made, said)
    text = HOSTILE["markup with an action"]
    goals.add(network, goals.GoalSaid(text, "primary", why=text, wants=("copywriter",)))
    mentors.add(network, "1", mentors.Agreed(purpose=text))
    events.add(network, events.EventSaid(name=text, on="2026-03-01"))
    return network


async def test_every_page_shows_them_as_text(ui, hostile):
    async with ui(hostile) as shown:
        for section in SECTIONS:
            await shown.press(section.key)
            for key in ("down", "down", "end", "home"):
                await shown.press(key)
            assert not COMMANDING.search(shown.text), section.name
        await shown.press("1", "down", "enter", "escape", "question_mark", "escape")
        assert not COMMANDING.search(shown.text)


def test_no_control_byte_gets_out(hostile, tmp_path):
    own = {**environment(), "CRM_DB": str(hostile.settings.db_path), "CRM_TODAY": "2026-03-02",
           "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}  # fmt: skip
    with Terminal([sys.executable, "-m", "crm"], own, 80, 24) as terminal:
        terminal.until(lambda text: SECTIONS[0].key in text and "Ana" in text)
        for section in SECTIONS:
            terminal.press(section.key)
            terminal.rest(0.5)
            terminal.press("\x1b[B")
            terminal.rest(0.2)
        left = _OWN.sub(b"", terminal.raw)
    assert not re.search(rb"[\x00-\x06\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]", left), left[-500:]
    assert b"owned" not in b"".join(re.findall(rb"\x1b[\]P][^\x07\x1b]*", terminal.raw))
    assert b"\x1b]8;" not in terminal.raw
