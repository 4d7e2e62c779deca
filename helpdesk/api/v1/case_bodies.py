"""What a body must be with which a step is taken, as JSON Schema: tools build buttons and forms from it."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.flows import FieldUse

_BESIDE = (FieldType.WORDS, FieldType.FILES)  # members of the body itself
_WORDS: dict[str, Any] = {"type": "string", "maxLength": 5000}
_FILES: dict[str, Any] = {"type": "array", "maxItems": 10, "items": {"type": "string"}}
_TYPES: Mapping[FieldType, dict[str, Any]] = {
    FieldType.FLAG: {"type": "boolean"},
    FieldType.MONEY: {"type": "string", "pattern": r"^[0-9]+([.,][0-9]+)?$"},
    FieldType.DAY: {"type": "string", "format": "date"},
    FieldType.TEXT: {"type": "string", "maxLength": 100},
    FieldType.CODE: {"type": "string"},
}


def body_of(*, name: str, uses: Sequence[FieldUse]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the body with which a step is taken."""
    beside = {use for use in uses if FIELDS[use.name].type in _BESIDE}
    inner = [use for use in uses if use not in beside and not FIELDS[use.name].from_door]
    properties: dict[str, Any] = {"step": {"const": name}}
    if words := [use for use in beside if FIELDS[use.name].type is FieldType.WORDS]:
        properties["words"] = _WORDS | ({"minLength": 1} if words[0].required else {})
    if files := [use for use in beside if FIELDS[use.name].type is FieldType.FILES]:
        properties["files"] = _FILES | ({"minItems": 1} if files[0].required else {})
    if inner:
        properties["given"] = _object(
            {use.name: _field(use) for use in inner}, [use.name for use in inner if use.required]
        )
    needed = ["step", *(["words"] if any(one.required for one in words) else [])]
    needed += ["files"] if any(one.required for one in files) else []
    needed += ["given"] if any(use.required for use in inner) else []
    return _object(properties, needed)


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _field(use: FieldUse) -> dict[str, Any]:
    field = FIELDS[use.name]
    shape = dict(_TYPES[field.type])
    choices = use.choices or field.choices
    return shape | ({"enum": list(choices)} if choices else {})
