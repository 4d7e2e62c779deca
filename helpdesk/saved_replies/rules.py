"""Filling placeholders in: the order's own data, or nothing at all."""

import re
from collections.abc import Mapping

from helpdesk.saved_replies.terms import Placeholder

_BRACES = re.compile(r"\{\s*([^\W\d_]+)\s*\}")
_KNOWN = frozenset(Placeholder)


def placeholders_in(body: str) -> list[str]:
    """The names that stand in braces, each once, in the order of the text, as they are written."""
    return list(dict.fromkeys(_BRACES.findall(body)))


def unknown_in(body: str) -> list[str]:
    """Those that mean nothing: a mistyped one, or one in the writer's own language."""
    return [name for name in placeholders_in(body) if name.lower() not in _KNOWN]


def missing_for(body: str, *, data: Mapping[Placeholder, str]) -> list[Placeholder]:
    """What the body says and nobody knows."""
    named = [Placeholder(name.lower()) for name in placeholders_in(body) if name.lower() in _KNOWN]
    return [name for name in dict.fromkeys(named) if not data.get(name)]


def filled(body: str, *, data: Mapping[Placeholder, str]) -> str:
    """The body with its data, in one pass: what a Buyer's name holds in braces is filled in by nobody.

    The caller has asked `missing_for`; a name in braces that is no placeholder stays as it is.
    """
    return _BRACES.sub(lambda found: _said(found, data), body)


def _said(found: re.Match[str], data: Mapping[Placeholder, str]) -> str:
    name = found[1].lower()
    return data[Placeholder(name)] if name in _KNOWN else found[0]
