"""verify.py is its parts, joined: each by itself small, and nothing lost or said twice."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from helpdesk.evidence.shipped import verify
from helpdesk.evidence.shipped.joining import program

FOLDER = Path(verify.__file__).parent
PARTS = sorted(path for path in FOLDER.glob("*.py") if path.name != "__init__.py")


def names_in(tree: ast.Module) -> list[str]:
    """What a file defines, each as often as it does."""
    found = list[str]()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [name.id for one in targets for name in ast.walk(one) if isinstance(name, ast.Name)]
    return found


def test_every_part_is_in_it_and_no_name_twice() -> None:
    joined = Counter(names_in(ast.parse(program())))
    assert set(joined.values()) == {1}
    assert joined == Counter(name for path in PARTS for name in names_in(ast.parse(path.read_text("utf-8"))))


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_a_part_stands_in_it_as_it_is_written(path: Path) -> None:
    text = path.read_text("utf-8")
    code = [node for node in ast.parse(text).body if not isinstance(node, ast.Import | ast.ImportFrom)][1:]
    assert "\n".join(text.split("\n")[code[0].lineno - 1 :]).strip().encode() in program()


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_a_part_imports_whole_names_of_other_parts_only(path: Path) -> None:
    """An import under another name, or of a whole part, would not survive the joining."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("helpdesk"):
            assert str(node.module).startswith("helpdesk.evidence.shipped.verify.")
            assert {one.asname for one in node.names} == {None}
        elif isinstance(node, ast.Import):
            assert not any(one.name.startswith("helpdesk") for one in node.names)
