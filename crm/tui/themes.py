"""The program's own colours, dark and light; Textual's themes can be chosen beside them."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="crm-dark",
    primary="#7aa89f", secondary="#8ea4c8", accent="#e0b45c", warning="#e0a458",
    error="#d9776b", success="#8fb573", foreground="#d8dad5", background="#16191b",
    surface="#1c2023", panel="#23282b", boost="#2a3033", dark=True,
    variables={"border": "#3b4347", "border-blurred": "#2d3437"},
)  # fmt: skip
LIGHT = Theme(
    name="crm-light",
    primary="#2f6f64", secondary="#3f5f94", accent="#8a5a00", warning="#9a5b00",
    error="#a8322a", success="#3d6b1f", foreground="#23282b", background="#faf9f5",
    surface="#f2f0ea", panel="#e7e4dc", boost="#ddd9cf", dark=False,
    variables={"border": "#b9b4a6", "border-blurred": "#d2cdc0"},
)  # fmt: skip
THEMES = (DARK, LIGHT)
