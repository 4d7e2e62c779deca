"""Bodies: strict JSON of bounded depth whose strings can be stored, or a refusal that says what is wrong."""

import json
from typing import Any

import msgspec
from django.http import HttpRequest, QueryDict
from ninja.parser import Parser

from helpdesk.kernel.refusal import Invalid

MAX_DEPTH = 20  # levels of arrays and objects; the deepest record has 5


class StrictParser(Parser):
    """For the whole API."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The decoded body. Raises Invalid, which is answered 400."""
        return decoded(request.body)

    def parse_querydict(self, data: QueryDict, list_fields: list[str], request: HttpRequest) -> Any:  # type: ignore[override]
        """The parameters; one that is sent twice, where one is meant, is refused. Raises Invalid."""
        for name, values in data.lists():
            if any("\x00" in text for text in (name, *values)):
                raise Invalid("text.nul", field="")
            if len(values) > 1 and name not in list_fields:
                raise Invalid("input.twice", name=name[:80])
        return super().parse_querydict(data, list_fields, request)


def decoded(body: bytes) -> Any:
    """The value of a JSON text (RFC 8259, UTF-8, no name twice, no NUL in strings). Raises Invalid."""
    try:
        value = msgspec.json.decode(body)
    except RecursionError:
        raise Invalid("input.too_deep", limit=MAX_DEPTH) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid("input.not_json", reason=str(error)[:200]) from None
    _check(value)
    if body.count(b":") > 1:
        json.loads(body, object_pairs_hook=_once)  # readers disagree about which of two counts
    return value


def _once(pairs: list[tuple[str, Any]]) -> None:
    names = set()
    for name, _ in pairs:
        if name in names:
            raise Invalid("input.twice", name=name[:80])
        names.add(name)


def _check(value: Any) -> None:
    """Level by level, without recursion: the input decides how deep it is."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [item for value in level for item in _inside(value)]
    if any(_inside(value) or isinstance(value, dict | list) for value in level):
        raise Invalid("input.too_deep", limit=MAX_DEPTH)


def _inside(value: Any) -> list[Any]:
    if isinstance(value, str):
        if "\x00" in value:
            raise Invalid("text.nul")
        return []
    if isinstance(value, dict):
        return [*value, *value.values()]
    return value if isinstance(value, list) else []
