"""The wiring is data: every entry kind stands in it, and every dotted name leads to a function."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from operator import attrgetter

from django.utils.module_loading import import_string

from helpdesk.config import parties, wiring
from tests.architecture import house

MAKERS = frozenset({"append", "append_many", "seal", "Draft", "Mirror"})


def kinds(module: house.Module) -> Iterator[tuple[str, str]]:
    """Each `kind=` of an entry, literal or by the name of a constant, with its place."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and house.called(node).split(".")[-1] in MAKERS:
            for keyword in node.keywords:
                if keyword.arg == "kind" and (kind := _value(keyword.value, module)):
                    yield kind, module.at(node)


def _value(node: ast.expr, module: house.Module) -> str:
    """A constant's value; empty for an argument or a variable, which some caller has named."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    try:
        found = attrgetter(ast.unparse(node))(import_module(module.dotted))
    except (AttributeError, ImportError):
        return ""
    return str(found) if isinstance(found, str) else ""


def test_every_entry_kind_stands_in_the_wiring() -> None:
    made = {kind: where for module in house.modules() for kind, where in kinds(module)}
    missing = [f"{where}: `{kind}`" for kind, where in made.items() if kind not in wiring.REACTIONS]
    house.show(missing)


def test_every_reaction_is_a_function_of_a_room() -> None:
    for name in {name for names in wiring.REACTIONS.values() for name in names}:
        reaction = import_string(name)
        assert callable(reaction), name
        assert name.split(".")[2] == "reactions", f"{name} is no reaction"
        parameters = inspect.signature(reaction).parameters.values()
        assert all(parameter.kind is parameter.KEYWORD_ONLY for parameter in parameters), name


def test_an_entry_kind_is_found() -> None:
    module = house.module("a/actions/b.py", "archive.append(chain=c, kind='message', actor=a, now=n)")
    assert [kind for kind, _ in kinds(module)] == ["message"]
    made = {kind for module in house.modules() for kind, _ in kinds(module)}
    assert {"key", "message", "reading"} <= made


def test_every_entry_kind_says_who_sees_it() -> None:
    told = [*parties.AUDIENCES, *parties.OWN, *parties.ABOUT, *parties.OWNED, *parties.FOLLOWING]
    assert sorted(told) == sorted(wiring.REACTIONS)
