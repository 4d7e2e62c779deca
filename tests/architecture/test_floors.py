"""The import linter's contracts hold, and each of them notices a violation."""

import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.architecture import house

CONTRACTS = house.ROOT / ".importlinter"

# Each breaks one contract only: the file, what it would import, the contract that must notice.
VIOLATIONS = [
    ("archive/actions/up.py", "import helpdesk.conversations.actions", "floors"),
    ("api/across.py", "import helpdesk.portal", "floors"),
    ("kernel/up.py", "import helpdesk.archive.terms", "floors"),
    ("conversations/emails.py", "", "furniture"),
    ("conversations/queries/up.py", "import helpdesk.conversations.actions", "furniture"),
    ("archive/database/up.py", "import helpdesk.archive.models", "furniture"),
    ("portal/into.py", "import helpdesk.conversations.models", "drawers"),
    ("portal/into.py", "import helpdesk.conversations.rules", "drawers"),
    ("portal/into.py", "import helpdesk.archive.database.scope", "scope"),
    ("conversations/actions/says.py", "import helpdesk.conversations.words", "words"),
    ("conversations/words.py", "import helpdesk.conversations.queries", "words_are_only_words"),
    ("workdays/impure.py", "import django.db", "pure"),
    ("tlog/impure.py", "import psycopg", "pure"),
    ("law/impure.py", "import django.db", "pure"),
    ("law/up.py", "import helpdesk.archive.terms", "floors"),
    ("conversations/rules/impure.py", "import psycopg", "pure"),
    ("portal/a.py", "import helpdesk.portal.b", "circles"),
]
ROOM = ("actions", "queries", "rules", "models")


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the import linter over the package in `folder`."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    command += ["--config", str(folder / ".importlinter"), "--no-cache", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A house with every room that the contracts name, and one empty file per piece of furniture."""
    shutil.copy(CONTRACTS, tmp_path)
    package = tmp_path / "helpdesk"
    for room in [room for floor in house.floors() for room in floor]:
        pieces = ROOM if room in house.rooms() else ()
        for place in [package / room, *(package / room / piece for piece in pieces)]:
            place.mkdir(parents=True, exist_ok=True)
            (place / "__init__.py").touch()
        if pieces:
            (package / room / "terms.py").touch()
            (package / room / "words.py").touch()
    (package / "archive" / "database").mkdir()
    for file in ("__init__.py", "scope.py"):
        (package / "archive" / "database" / file).touch()
    (package / "portal" / "b.py").write_text("import helpdesk.portal.a\n")
    (package / "portal" / "a.py").touch()
    (package / "__init__.py").touch()
    return tmp_path


def test_the_contracts_hold() -> None:
    result = lint(house.ROOT)
    assert result.returncode == 0, result.stdout


def test_a_house_in_order_passes(small_house: Path) -> None:
    result = lint(small_house)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("path", "line", "contract"), VIOLATIONS)
def test_a_violation_is_noticed(small_house: Path, path: str, line: str, contract: str) -> None:
    (small_house / "helpdesk" / path).write_text(f"{line}\n")
    result = lint(small_house, "--contract", contract)
    assert result.returncode == 1, result.stdout
    assert "BROKEN" in result.stdout


def test_every_room_with_furniture_is_under_contract() -> None:
    linter = ConfigParser()
    linter.read(CONTRACTS)
    containers = linter["importlinter:contract:furniture"]["containers"].split()
    assert sorted(containers) == [f"helpdesk.{room}" for room in house.rooms()]
