"""Whether what was given with a step is what the step takes."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from helpdesk.cases.terms.fields import FIELDS, Field, FieldType
from helpdesk.cases.terms.flows import FieldUse
from helpdesk.cases.terms.states import Facts

MAX_TEXT = 300  # characters of a number, a letter or a quoted term: more is a message


class No(NamedTuple):
    """Why a step cannot be taken: a stable code, and the field that it is about, "" none."""

    code: str
    field: str = ""


def refusal_of_given(uses: Iterable[FieldUse], *, given: Facts) -> No | None:
    """The first thing wrong with the values, None where they are what the step takes."""
    known = {use.name: use for use in uses}
    for name in given:
        if name not in known:
            return No("case.field_unknown", name)
    for use in known.values():
        if use.name not in given:
            if use.required:
                return No("case.field_missing", use.name)
        elif not _is_proper(FIELDS[use.name], use, given[use.name]):
            return No("case.field_invalid", use.name)
    return None


def told_of(given: Facts) -> Facts:
    """What was given at all: an empty field is none."""
    return {name: value for name, value in given.items() if value != ""}


def kept_of(given: Facts) -> Facts:
    """What of it becomes a fact of the case."""
    return {name: value for name, value in given.items() if FIELDS[name].kept}


def _is_proper(field: Field, use: FieldUse, value: str | int) -> bool:
    if field.type in (FieldType.WORDS, FieldType.FILES, FieldType.MONEY):
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if field.type is FieldType.FLAG:
        return value in (0, 1)
    if not isinstance(value, str):
        return False
    if field.type is FieldType.DAY:
        return _is_day(value)
    if field.type is FieldType.CODE:
        return value in (use.choices or field.choices)
    return bool(value.strip()) and len(value) <= MAX_TEXT


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
