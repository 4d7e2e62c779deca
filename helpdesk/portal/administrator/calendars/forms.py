"""What the forms around a calendar say: which days are to be added, under which names, and which removed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

import msgspec
from django.http import QueryDict

from helpdesk.deadlines.terms.changing import as_written, change_in
from helpdesk.kernel.refusal import Invalid
from helpdesk.workdays.changes import Change
from helpdesk.workdays.holiday import LANGUAGES

ROWS = 5  # days that the form has room for at once; a file may propose more
_DIGITS = 9


class Written(msgspec.Struct):
    """A change as our own pages carry it from one to the next."""

    added: dict[str, dict[str, str]] = {}
    removed: list[str] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One day of the form, as it was typed; `names` by language where any were given."""

    number: int
    on: str = ""
    name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A change on its way; `expected` is the version that stood on the page, a `key` is one deed."""

    change: Change
    expected: int
    parts: bool
    correct_closed: bool
    key: str

    @property
    def carried(self) -> str:
        """The change, for a hidden field."""
        return msgspec.json.encode(as_written(change=self.change)).decode()


def wanted(form: QueryDict) -> Wanted:
    """The form as it was sent. Raises Invalid, TooLarge."""
    return Wanted(
        change=_change(form),
        expected=_number(form.get("expected", "")),
        parts=form.get("parts") == "1",
        correct_closed=form.get("correct_closed") == "1",
        key=form.get("key") or str(uuid4()),
    )


def rows(form: QueryDict) -> list[Row]:
    """The days of the form, the empty ones too, to show them again."""
    return [_row(form, number) for number in range(ROWS)]


def fresh_rows(*, on: str) -> list[Row]:
    """An empty form, with the day that was clicked."""
    return [Row(number=number, on=on if number == 0 else "") for number in range(ROWS)]


def _row(form: QueryDict, number: int) -> Row:
    names = {language: form.get(f"name_{language}_{number}", "").strip() for language in LANGUAGES}
    return Row(
        number=number,
        on=form.get(f"on_{number}", "").strip(),
        name=form.get(f"name_{number}", "").strip(),
        names={language: name for language, name in names.items() if name},
    )


def _change(form: QueryDict) -> Change:
    if "change" in form:
        return _carried(form)
    typed = [row for row in rows(form) if row.on or row.name]
    added = {row.on: {"en": row.name, **row.names} for row in typed}
    return change_in(added=added, removed=form.getlist("remove"))


def _carried(form: QueryDict) -> Change:
    """As a page of ours wrote it; of what a file proposed, the days that a person ticked."""
    try:
        written = msgspec.json.decode(form.get("change", ""), type=Written)
    except (msgspec.DecodeError, UnicodeEncodeError):
        raise Invalid("form.damaged") from None
    added = written.added
    if "chosen" in form:
        added = {on: added[on] for on in form.getlist("take") if on in added}
    return change_in(added=added, removed=written.removed)


def _number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= _DIGITS):
        raise Invalid("form.damaged")
    return int(written)
