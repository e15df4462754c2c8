"""What holds of the repository as a whole: nothing left open, nothing too long, all documented."""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from tests.conftest import ROOT

LONGEST_FILE = 400
# In pieces, so that this file does not hold what it looks for.
OPEN_ENDS = ("TO" + "DO", "FIX" + "ME", "X" + "XX")
REGISTRIES = (
    "py" + "pi.org", "python" + "hosted.org", "index" + "-url=", "extra-index" + "-url",
    "--trusted" + "-host", "arti" + "factory", "ne" + "xus.",
)  # fmt: skip


def tracked() -> list[str]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def lines_with(pattern: str, *names: str) -> list[str]:
    wanted = re.compile(pattern)
    found = []
    for name in names:
        content = (ROOT / name).read_bytes()
        if b"\0" in content:
            continue
        text = content.decode("utf-8", "replace")
        found += [
            f"{name}:{number}: {line.strip()[:80]}"
            for number, line in enumerate(text.splitlines(), 1)
            if wanted.search(line)
        ]
    return found


def test_nothing_is_left_to_do() -> None:
    assert lines_with(rf"\b({'|'.join(OPEN_ENDS)})\b", *tracked()) == []


def test_no_registry_is_named() -> None:
    assert lines_with("|".join(map(re.escape, REGISTRIES)), *tracked()) == []


def test_the_locks_hold_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert lines_with(r"://|^-", name) == []
        pinned = [line for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line]
        hashes = (ROOT / name).read_text("utf-8").count("--hash=sha256:")
        assert len(pinned) > 15
        assert hashes >= len(pinned)


def test_no_file_of_the_program_is_two_rooms() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "crm").rglob("*.py")
        if "_alembic" not in path.parts
        and (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert too_long == {}


def test_no_room_is_a_lumber_room() -> None:
    names = {path.stem for path in (ROOT / "crm").rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "common", "misc", "manager", "core"}


def test_every_module_and_public_function_says_what_it_gives() -> None:
    for path in (ROOT / "crm").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path}: {node.name}"


def test_the_readme_names_its_two_commands_and_they_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {"demo", "test"} <= targets
    assert set(re.findall(r"make ([a-z]+)", readme)) <= targets
    assert re.search(r"^make demo\b", readme, re.MULTILINE)
    assert re.search(r"^make test\b", readme, re.MULTILINE)
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert set(phony.split()) == targets


def test_what_the_documents_link_to_is_there() -> None:
    for name in (name for name in tracked() if name.endswith(".md")):
        page = ROOT / name
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{name}: {target}"
