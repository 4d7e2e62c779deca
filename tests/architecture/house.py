"""The source tree as data, for the tests of this folder."""

import ast
from collections.abc import Callable, Iterable, Iterator
from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
PURE_ROOMS = frozenset({"kernel", "law", "openid", "outsiders", "workdays", "tlog"})
DOORS = frozenset({"portal", "api", "console"})
TOP = "config"
FURNITURE = (
    "tasks",
    "reactions",
    "actions",
    "queries",
    "policies",
    "rules",
    "models",
    "terms",
    "words",
    "sql",
    "apps",
    "migrations",
)
DRAWERS = {  # what one room lends to all rooms above it, or hands out of the house
    "archive": ("database",),
    "attachments": ("storage",),
    "conduct": ("data",),
    "evidence": ("shipped",),
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file of the package: `path` is relative to `helpdesk/`."""

    path: PurePosixPath
    source: str

    @property
    def room(self) -> str:
        """The first folder, or the empty string for `helpdesk/__init__.py`."""
        return self.path.parts[0] if len(self.path.parts) > 1 else ""

    @property
    def piece(self) -> str:
        """The furniture: `actions` for `conversations/actions/post_reply.py`; empty for the caption."""
        if len(self.path.parts) < 2 or self.path.parts[1] == "__init__.py":
            return ""
        return PurePosixPath(self.path.parts[1]).stem

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    @property
    def in_room(self) -> bool:
        """A room with furniture: neither pure, nor a door, nor the top floor."""
        return bool(self.room) and self.room not in PURE_ROOMS | DOORS | {TOP}

    @property
    def dotted(self) -> str:
        parts = [*self.path.parent.parts] if self.is_package else [*self.path.with_suffix("").parts]
        return ".".join(["helpdesk", *parts])

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source, filename=str(self.path))

    def functions(self) -> Iterator[Function]:
        """Every function, methods and inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def public_functions(self) -> Iterator[Function]:
        """The functions that other modules may call: at the top, without an underscore."""
        return (node for node in self.tree.body if isinstance(node, Function) and node.name[0] != "_")

    def at(self, node: ast.AST) -> str:
        """Where a finding is, clickable."""
        return f"helpdesk/{self.path}:{getattr(node, 'lineno', 1)}"


def module(path: str, source: str) -> Module:
    """A module that exists only in a test."""
    return Module(path=PurePosixPath(path), source=source)


@cache
def modules() -> tuple[Module, ...]:
    """All Python files under `helpdesk/`."""
    package = ROOT / "helpdesk"
    files = sorted(path for path in package.rglob("*.py") if "__pycache__" not in path.parts)
    return tuple(
        Module(path=PurePosixPath(file.relative_to(package).as_posix()), source=file.read_text("utf-8"))
        for file in files
    )


def rooms() -> tuple[str, ...]:
    """The rooms with furniture that exist today."""
    return tuple(sorted({module.room for module in modules() if module.in_room}))


@cache
def floors() -> tuple[tuple[str, ...], ...]:
    """The floors from the top down, as the import linter reads them."""
    linter = ConfigParser()
    linter.read(ROOT / ".importlinter")
    lines = linter["importlinter:contract:floors"]["layers"].strip().splitlines()
    return tuple(tuple(room.strip(" ()") for room in line.split("|")) for line in lines)


def floor(room: str) -> int:
    """0 is the ground. Raises KeyError for what is no room."""
    for height, here in enumerate(reversed(floors())):
        if room in here:
            return height
    raise KeyError(room)


def offered(of: Iterable[Module], piece: str) -> Iterator[tuple[Module, Function]]:
    """What rooms offer as `piece`: all that the file defines, or what the folder's `__init__.py` takes in."""
    shelf = [module for module in of if module.in_room and module.piece == piece]
    shelves = [module for module in shelf if module.is_package and len(module.path.parts) == 3]
    offers = {module.room: _taken_in(module) for module in shelves}
    for module in shelf:
        for function in module.public_functions():
            if not offers.get(module.room) or function.name in offers[module.room]:
                yield module, function


def _taken_in(package: Module) -> set[str]:
    imports = [node for node in package.tree.body if isinstance(node, ast.ImportFrom)]
    return {name.asname or name.name for node in imports for name in node.names}


def show(findings: Iterable[str]) -> None:
    """Fail with every finding, not the first one only."""
    lines = [*findings]
    assert not lines, "\n" + "\n".join(lines)


def hold(check: Callable[[Module], Iterable[str]]) -> None:
    """Run a check over every module of the package."""
    show(line for module in modules() for line in check(module))


def called(node: ast.Call) -> str:
    """The dotted name of a call as written: `cursor.execute`, `archive.append`; empty if it is no name."""
    parts: list[str] = []
    target: ast.expr = node.func
    while isinstance(target, ast.Attribute):
        parts.append(target.attr)
        target = target.value
    parts.append(target.id if isinstance(target, ast.Name) else "()")
    return ".".join(reversed(parts))
