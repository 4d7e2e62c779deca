"""Rooms hold furniture: known pieces, small, with a caption at the door."""

import ast
from collections.abc import Iterator
from statistics import mean, median

from tests.architecture import house

LONGEST_FILE = 300  # lines; a longer one wants to be two
MEAN_FILE = 90
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 8
VAGUE = frozenset(
    {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "misc", "base"}
)
NAMED_BY_OTHERS = {"archive/database/postgresql/base.py": "Django looks for a database's backend there"}


def strangers(module: house.Module) -> Iterator[str]:
    """A module of a room that is no piece of furniture, and every vague name."""
    allowed = {"", *house.FURNITURE, *house.DRAWERS.get(module.room, ())}
    if module.in_room and module.piece not in allowed:
        yield f"{module.path}: `{module.piece}` is no furniture; see STYLE.md"
    for part in module.path.with_suffix("").parts:
        if part in VAGUE and str(module.path) not in NAMED_BY_OTHERS:
            yield f"{module.path}: `{part}` does not say what lives there"


def bare_doors(module: house.Module) -> Iterator[str]:
    """A package file with code in it, or a room without its caption."""
    if not module.is_package or "migrations" in module.path.parts:
        return
    body = module.tree.body
    if len(module.path.parts) == 2 and not ast.get_docstring(module.tree):
        yield f"{module.path}: no caption (what the room owns, promises, refuses)"
    if len(module.path.parts) == 2 and any(not _is_text(node) for node in body):
        yield f"{module.path}: the caption holds no code"


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def length(function: house.Function) -> int:
    """Lines from `def` to the end, the docstring not counted."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None and len(function.body) > 1:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def written_by_hand() -> list[house.Module]:
    return [module for module in house.modules() if "migrations" not in module.path.parts]


def test_every_module_is_a_known_piece() -> None:
    house.hold(strangers)


def test_every_room_has_a_caption_and_no_code_in_it() -> None:
    house.hold(bare_doors)


def test_files_stay_small() -> None:
    sizes = {str(module.path): len(module.source.splitlines()) for module in written_by_hand()}
    assert {path: size for path, size in sizes.items() if size > LONGEST_FILE} == {}
    assert mean(sizes.values()) <= MEAN_FILE


def test_functions_stay_small() -> None:
    sizes = {module.at(node): length(node) for module in written_by_hand() for node in module.functions()}
    assert {where: size for where, size in sizes.items() if size > LONGEST_FUNCTION} == {}
    assert median(sizes.values()) <= MEDIAN_FUNCTION


def test_a_stranger_is_noticed() -> None:
    assert [*strangers(house.module("conversations/emails.py", ""))]
    assert [*strangers(house.module("conversations/actions/utils.py", ""))]
    assert [*strangers(house.module("conversations/database/scope.py", ""))]
    assert not [*strangers(house.module("archive/database/scope.py", ""))]


def test_code_in_a_caption_is_noticed() -> None:
    assert [*bare_doors(house.module("conversations/__init__.py", ""))]
    assert [*bare_doors(house.module("conversations/__init__.py", '"""Owns threads."""\nimport os\n'))]
    assert not [*bare_doors(house.module("conversations/__init__.py", '"""Owns threads."""\n'))]
