"""Bodies as JSON Schema (2020-12) in one piece, for tools that build forms from them."""

from functools import cache
from typing import Any

from ninja import Schema

_WORDS = ("title", "examples")  # for readers of the reference; a form has labels of its own


@cache
def schema_of(*, body: type[Schema]) -> dict[str, Any]:
    """The schema of a body, with everything that it refers to in its place. Not to be changed."""
    whole = body.model_json_schema()
    plain: dict[str, Any] = _plain(whole, whole.get("$defs", {}))
    return plain


def _plain(part: Any, known: dict[str, Any]) -> Any:
    if isinstance(part, list):
        return [_plain(one, known) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _plain(known[part["$ref"].rsplit("/", 1)[1]], known)
    return {
        name: {field: _plain(said, known) for field, said in value.items()}
        if name == "properties"
        else _plain(value, known)
        for name, value in part.items()
        if name not in (*_WORDS, "$defs") or (name == "title" and isinstance(value, dict))
    }
