"""The shape of input: what is wrong with it, as codes and JSON pointers instead of a library's sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from helpdesk.kernel.refusal import Invalid

_CODES = {
    "missing": "input.missing",
    "extra_forbidden": "input.unknown_field",
    "json_invalid": "input.not_json",
    "json_type": "input.not_json",
    "union_tag_not_found": "input.missing",
    "union_tag_invalid": "input.not_listed",
    "literal_error": "input.not_listed",
    "enum": "input.not_listed",
    "string_unicode": "text.surrogate",
    "string_too_long": "input.bounds",
    "string_too_short": "input.bounds",
    "too_long": "input.bounds",
    "too_short": "input.bounds",
    "greater_than": "input.bounds",
    "greater_than_equal": "input.bounds",
    "less_than": "input.bounds",
    "less_than_equal": "input.bounds",
    "string_pattern_mismatch": "input.pattern",
}
_NAMES = {
    "dict": "object",
    "model": "object",
    "int": "integer",
    "bool": "boolean",
    "list": "array",
}  # JSON's words
_BOUNDS = ("ge", "gt", "le", "lt", "min_length", "max_length")
_SHOWN = 80  # characters of a pointer: its names come from the input


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing wrong with an input: a code, and where (RFC 6901, from the input's root)."""

    code: str
    pointer: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


class Misshapen(Invalid):
    """An input with flaws, all named at once."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__("input.misshapen", field=flaws[0].pointer if flaws else "")
        self.flaws = flaws


def flaws_of(error: ValidationError, *, skip: int = 0) -> tuple[Flaw, ...]:
    """The flaws that pydantic found; `skip` leading parts of each place are wrapping, not input."""
    return flaws_in(error.errors(include_url=False, include_input=False), skip=skip)


def flaws_in(errors: Iterable[ErrorDetails], *, skip: int = 0) -> tuple[Flaw, ...]:
    """The same, from the list that pydantic's errors come as. A code of ours stays as it is."""
    return tuple(_flaw(error, skip) for error in errors)


def _flaw(error: ErrorDetails, skip: int) -> Flaw:
    kind, context = error["type"], error.get("ctx", {})
    places = [*error["loc"][skip:], *(["type"] if kind.startswith("union_tag") else [])]
    pointer = "".join(f"/{_escaped(place)}" for place in places if place != "[key]")
    if "." in kind:
        return Flaw(code=kind, pointer=pointer, params=context)
    code = _CODES.get(kind, "input.type")
    return Flaw(code=code, pointer=pointer, params=_params(code, kind, context))


def _params(code: str, kind: str, context: Mapping[str, object]) -> Mapping[str, object]:
    """What the sentence of a code of ours names."""
    if code == "input.not_listed":
        return {"expected": str(context.get("expected_tags") or context.get("expected", ""))}
    if code == "input.bounds":
        return {"bound": next((f"{name} {context[name]}" for name in _BOUNDS if name in context), "")}
    if code == "input.not_json":
        return {"reason": str(context.get("error", ""))[:200]}
    if code == "input.type":
        name = kind.removesuffix("_type").removesuffix("_parsing")
        return {"expected": _NAMES.get(name, name)}
    return {}


def _escaped(part: object) -> str:
    safe = str(part).encode("utf-8", "replace").decode()[:_SHOWN]
    return safe.replace("~", "~0").replace("/", "~1").replace("\x00", "\N{REPLACEMENT CHARACTER}")
