"""The documentation is true where a machine can tell: links, indexes, settings, commands, entry kinds."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from helpdesk.config import wiring
from helpdesk.config.environment import Environment
from helpdesk.config.example import example, variable
from helpdesk.console import main
from tests.architecture import house

LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
DOCS = house.ROOT / "docs"


def pages() -> list[Path]:
    return sorted([*house.ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def links(page: Path) -> list[Path]:
    """The files that a page points at."""
    text = FENCE.sub("", page.read_text("utf-8"))
    targets = [link.split("#")[0] for link in LINK.findall(text) if "://" not in link and link[0] != "#"]
    return [(page.parent / target).resolve() for target in targets if target]


def first_cells(page: Path, section: str = "") -> set[str]:
    """What stands in backticks in the first column of the tables of a page, or of one section of it."""
    text = page.read_text("utf-8")
    if section:
        text = text.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([^`]+)`", text, re.MULTILINE))


def test_every_link_leads_somewhere() -> None:
    broken = [f"{page.name}: {target}" for page in pages() for target in links(page) if not target.exists()]
    assert broken == []


def test_every_page_is_found_from_the_index() -> None:
    seen, todo = set[Path](), [DOCS / "index.md"]
    while todo:
        page = todo.pop()
        if page not in seen and page.suffix == ".md":
            seen.add(page)
            todo += links(page)
    assert {page for page in DOCS.rglob("*.md") if page not in seen} == set()


def test_every_setting_is_described() -> None:
    settings = {variable(name=name, field=field) for name, field in Environment.model_fields.items()}
    assert first_cells(DOCS / "reference" / "settings.md") >= settings
    stale = {cell for cell in first_cells(DOCS / "reference" / "settings.md") if cell.startswith("HELPDESK_")}
    assert {name for name in stale - settings if not _is_read_somewhere(name)} == set()


def test_the_example_of_settings_is_the_one_that_is_read() -> None:
    """`python -m helpdesk.config.example > .env.example` makes it anew."""
    assert (house.ROOT / ".env.example").read_text("utf-8") == example()
    named = re.findall(r"^#(HELPDESK_\w+)=", example(), re.MULTILINE)
    assert len(named) == len(Environment.model_fields)


def _is_read_somewhere(name: str) -> bool:
    scripts = [path for path in (house.ROOT / "bin").iterdir() if path.is_file()]
    sources = [*(house.ROOT / "helpdesk").rglob("*.py"), *(house.ROOT / "tests").rglob("*.py")]
    return any(name in path.read_text("utf-8") for path in [*scripts, *sources])


def test_every_entry_kind_is_described() -> None:
    assert first_cells(DOCS / "reference" / "entries.md", "Kinds") == set(wiring.REACTIONS)


def commands() -> Iterator[str]:
    """Every command as it is typed."""
    for name in main.COMMANDS:
        group = typer.main.get_group(main.application(name))
        yield from _below(group.commands[name], f"helpdesk {name}")


def _below(command: Any, typed: str) -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if not inner:
        yield typed
        return
    for name, one in inner.items():
        yield from _below(one, f"{typed} {name}")


def test_every_command_is_described() -> None:
    described = {
        cell for cell in first_cells(DOCS / "reference" / "commands.md") if cell.startswith("helpdesk ")
    }
    assert described == {*commands()}


def test_every_claim_of_security_has_its_test() -> None:
    text = (DOCS / "reference" / "asvs.md").read_text("utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)`", text)
    assert named
    assert {name for name in named if not (house.ROOT / name).exists()} == set()


def test_the_keepers_named_in_the_style_exist() -> None:
    text = (house.ROOT / "STYLE.md").read_text("utf-8")
    named = set(re.findall(r"`(tests/architecture/\w+\.py)`", text))
    here = {f"tests/architecture/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert named == here
