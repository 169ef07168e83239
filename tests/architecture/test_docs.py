"""The documents name every setting, command, part, annotation field and metric that the code has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.cli import COMMANDS
from dragoman.config import SETTINGS
from dragoman.evaluation import TASKS
from dragoman.registry import Table

ROOT = Path(__file__).parents[2]
DOCS = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))


def tables() -> dict[str, Table]:
    """Every table of parts in the source, by its room."""
    found = {}
    for path in sorted((ROOT / "src" / "dragoman").rglob("*.py")):
        for name in re.findall(r"^([A-Z]+) = Table\(", path.read_text("utf-8"), re.MULTILINE):
            module = ".".join(["dragoman", *path.relative_to(ROOT / "src" / "dragoman").with_suffix("").parts]).removesuffix(".__init__")
            table = Table("none", {"table": f"{module}:{name}"}).load("table")
            if isinstance(table, Table):
                found[table.room] = table
    return found


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert [setting.name for setting in SETTINGS if f"`{setting.name}`" not in text or setting.help not in text] == []


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"dragoman {name}" not in text] == []


def test_every_evaluation_task_is_documented() -> None:
    text = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    assert [name for name in TASKS if f"`{name}`" not in text] == []


@pytest.mark.parametrize("room", sorted(tables()))
def test_every_part_is_documented(room: str) -> None:
    text = (ROOT / "docs" / "parts.md").read_text("utf-8")
    assert [name for name in tables()[room] if f"`{name}`" not in text] == []


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = []
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8")):
            if not target.startswith(("http://", "https://", "mailto:")) and not (path.parent / target).exists():
                broken.append(f"{path.name}: {target}")
    assert broken == []


def test_every_module_that_the_tour_names_exists() -> None:
    text = (ROOT / "docs" / "tour.md").read_text("utf-8")
    named = set(re.findall(r"`(src/dragoman/[\w/.]+)`", text))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_no_document_names_a_package_index() -> None:
    everything = DOCS + (ROOT / "README.md").read_text("utf-8") + (ROOT / "constraints.txt").read_text("utf-8")
    hosts = ["py" + "pi.org", "files.python" + "hosted", "npm" + "js.", "index-url", "find-links"]
    assert [host for host in hosts if host in everything] == []
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!-]+", line) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines())
