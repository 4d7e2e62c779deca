"""Deeds and decisions speak in codes; each code has its sentence in the words of a room."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from tests.architecture import house

SILENT = frozenset({"tasks", "reactions", "actions", "queries", "policies", "rules", "models", "terms"})
CODE = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
SENTENCE = re.compile(r"[A-Z][a-z]*[ ,].*[a-z][.!?]$", re.DOTALL)


def sentences(module: house.Module) -> Iterator[str]:
    """Gettext, or a literal that reads like a sentence, where only codes belong."""
    if not module.in_room or module.piece not in SILENT:
        return
    quiet = {id(node) for node in _told_to_developers(module.tree)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            yield f"{module.at(node)}: gettext belongs in words.py and in doors"
        elif isinstance(node, ast.Constant) and id(node) not in quiet and SENTENCE.match(str(node.value)):
            yield f"{module.at(node)}: a sentence: {str(node.value)[:50]!r}"


def _told_to_developers(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, assertions, errors of the program itself, and log lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Assert | ast.Raise) or (
            isinstance(node, ast.Call) and house.called(node).startswith(("_log.", "log.", "logger."))
        ):
            yield from ast.walk(node)


@cache
def refusals() -> frozenset[str]:
    """The names of Refusal and of every class below it."""
    known = {"Refusal"}
    classes = [n for m in house.modules() for n in ast.walk(m.tree) if isinstance(n, ast.ClassDef)]
    while (
        more := {c.name for c in classes if {ast.unparse(b).split(".")[-1] for b in c.bases} & known} - known
    ):
        known |= more
    return frozenset(known)


def codes(module: house.Module, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each literal code of a refusal with the place that raises it.

    What `tlog` refuses is no refusal of a deed: bytes are not what they claim to be, and findings say it.
    """
    if module.room == "tlog" or "from helpdesk.tlog.refusals import" in module.source:
        names -= {"Refused"}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and house.called(node).split(".")[-1] in names and node.args:
            first = node.args[0]
            for literal in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
                if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                    yield literal.value, module.at(node)


def said() -> set[str]:
    """Every code that some room, or a door, has a sentence for."""
    spoken = [module for module in house.modules() if "words" in (module.path.stem, module.piece)]
    return {code for module in spoken for code in getattr(import_module(module.dotted), "SENTENCES", {})}


def test_deeds_and_decisions_hold_no_sentences() -> None:
    house.hold(sentences)


def test_every_refusal_has_its_sentence() -> None:
    raised = {c: where for module in house.modules() for c, where in codes(module, refusals())}
    known = said()
    missing = [f"{where}: no sentence for `{code}`" for code, where in raised.items() if code not in known]
    house.show(sorted(missing))
    assert {code for code in known | raised.keys() if not CODE.fullmatch(code)} == set()


def test_a_sentence_is_noticed() -> None:
    action = "conversations/actions/post_reply.py"
    for source in (
        "return 'You may not write here.'",
        "from django.utils.translation import gettext_lazy as _",
        "notice(text='Sorry, this cannot be sent!')",
    ):
        assert [*sentences(house.module(action, source))], source
    for source in ('"""Does what it says."""', "raise ValueError('This leaf is broken.')", "x = 'SELECT 1'"):
        assert not [*sentences(house.module(action, source))], source


def test_a_code_is_found() -> None:
    module = house.module("a/actions/b.py", "raise refusal.NotFound('a.gone' if x else 'a.never', field='y')")
    assert [code for code, _ in codes(module, refusals())] == ["a.gone", "a.never"]
    assert {"NotFound", "Busy", "Invalid"} <= refusals()
