"""Writes docs/keys.md from the keys that are declared: part of `make docs`."""

from __future__ import annotations

from pathlib import Path

from crm.tui.keys import bound

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
BEGIN = """# Keys

`?` shows what the keys do on the page in front. To have other keys, write them into `config.toml`
under the names below; several keys stand with commas between them:

```toml
theme = "crm-light"

[keys]
undo = "ctrl+z"
"today.done" = "x"
```

A name that is not in the table is refused when the full screen starts.

| name | key | what it does |
|---|---|---|
"""


def reference() -> str:
    """Give the page as it must be."""
    rows = [
        f"| `{name}` | `{binding.key.replace(',', '`, `')}` | {binding.description} |\n"
        for name, binding in bound().items()
    ]
    return BEGIN + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
