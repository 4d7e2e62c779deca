"""The description of the API as plain values, for pages that people read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from helpdesk.api.scopes import scope_of

_REF = "#/components/schemas/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A member of a shape, or a parameter (`where`: path, query or header)."""

    name: str
    type: str
    shapes: tuple[str, ...]
    required: bool
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An object by its name."""

    name: str
    text: str
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one address. `scope` is empty where no token is asked for."""

    method: str
    path: str
    noun: str
    title: str
    text: str
    scope: str
    parameters: Sequence[Field]
    body: Field | None
    answers: Sequence[Field]

    @property
    def anchor(self) -> str:
        """Its place on its noun's page."""
        return f"{self.method} {self.path}".lower().translate(_PLAIN)


_PLAIN = str.maketrans({" ": "-", "/": "-", "{": "", "}": ""})


@cache
def operations() -> tuple[Operation, ...]:
    """All of them, by noun, in the order of the description."""
    found = [
        _operation(method, path, said)
        for path, methods in _description()["paths"].items()
        for method, said in methods.items()
    ]
    return tuple(sorted(found, key=lambda one: one.noun))


def shapes_of(*, of: Sequence[Operation]) -> list[Shape]:
    """Every shape that these operations take or give, and those inside them, once each, by name."""
    known: Mapping[str, Any] = _description()["components"]["schemas"]
    todo = [name for one in of for field in _fields(one) for name in field.shapes]
    seen: dict[str, Shape] = {}
    while todo:
        if (name := todo.pop()) not in seen and name in known:
            seen[name] = shape = _shape(name, known[name])
            todo += [inner for field in shape.fields for inner in field.shapes]
    return [seen[name] for name in sorted(seen)]


@cache
def _description() -> Mapping[str, Any]:
    described: Mapping[str, Any] = import_module("helpdesk.api.v1.api").api.get_openapi_schema()
    return described


def _fields(one: Operation) -> Iterator[Field]:
    yield from one.answers
    if one.body:
        yield one.body


def _operation(method: str, path: str, said: Mapping[str, Any]) -> Operation:
    text = said.get("description", "")
    title, _, rest = text.partition("\n\n")
    open_to_all = said.get("security") == []
    return Operation(
        method=method.upper(),
        path=path,
        noun=said["tags"][0],
        title=" ".join(title.split()) or said["summary"],
        text=" ".join(rest.split()),
        scope="" if open_to_all else scope_of(method=method.upper(), path=path).value,
        parameters=[_parameter(one) for one in said.get("parameters", ())],
        body=_content("body", said["requestBody"]) if "requestBody" in said else None,
        answers=[
            _content(str(status), one) for status, one in said["responses"].items() if status != "default"
        ],
    )


def _parameter(said: Mapping[str, Any]) -> Field:
    schema = said["schema"]
    return Field(
        name=said["name"],
        type=type_of(schema),
        shapes=tuple(_refs(schema)),
        required=bool(said.get("required")),
        text=said.get("description", "") or schema.get("description", ""),
        where=said["in"],
    )


def _content(name: str, said: Mapping[str, Any]) -> Field:
    kinds = said.get("content", {})
    schema: Any = next((one.get("schema", {}) for one in kinds.values()), {})
    plain = next((kind for kind in kinds if kind != "application/json"), "")
    kind = " ".join(part for part in (type_of(schema) if kinds else "", plain and f"({plain})") if part)
    text = said.get("description", "")
    return Field(
        name=name,
        type=kind,
        shapes=tuple(_refs(schema)),
        required=bool(said.get("required")),
        text="" if text in ("OK", "Created", "No Content") else text,
    )


def _shape(name: str, schema: Mapping[str, Any]) -> Shape:
    needed = schema.get("required", ())
    fields = [
        Field(
            name=field,
            type=type_of(said),
            shapes=tuple(_refs(said)),
            required=field in needed,
            text=said.get("description", "") if isinstance(said, Mapping) else "",
        )
        for field, said in schema.get("properties", {}).items()
    ]
    return Shape(name=name, text=" ".join(schema.get("description", "").split()), fields=fields)


def type_of(schema: Any) -> str:
    """A JSON Schema in a few words."""
    if not isinstance(schema, Mapping) or not schema:
        return "any"
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_REF)
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return " or ".join(dict.fromkeys(type_of(one) for one in schema[several]))
    if "const" in schema:
        return f"“{schema['const']}”"
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {type_of(schema.get('items', {}))}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), Mapping):
        return f"object of {type_of(schema['additionalProperties'])}"
    return str(schema.get("format") or schema.get("type") or "any")


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield str(schema["$ref"]).removeprefix(_REF)
        for inner in schema.values():
            yield from _refs(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _refs(inner)
