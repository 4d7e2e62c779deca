"""The law that the product counts by: which rule holds where on which day, and what changes after it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.law import table
from helpdesk.law.countries import EU, places
from helpdesk.law.row import Row
from helpdesk.portal import locales, pages
from helpdesk.portal.administrator.law.words import (
    CONDITIONS,
    COUNTING,
    EXCLUDED,
    NAMES,
    NOTES,
    PARTS,
    SUBJECTS,
    value_of,
)
from helpdesk.portal.hats import Signed
from helpdesk.workdays.localdays import local_date, zone_named


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A rule in the reader's words; `details` are where it holds, for which goods, how it is counted."""

    of: Row
    name: str
    value: str
    details: tuple[str, ...]
    excluded: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """What begins, or is no longer in force, on a date."""

    on: date
    begins: bool
    row: RowShown


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed) -> HttpResponse:
    """All rules of a day, or those of one market; a day or a market that is none is not looked for."""
    today = local_date(at=int(clock.now().timestamp()) * 1_000_000, zone=zone_named(request.zone))
    on, country = _day(request.GET.get("on", ""), today), _country(request.GET.get("country", ""))
    rows = table.holding(country=country, on=on) if country else table.rows(on=on)
    context = {
        "on": on,
        "country": country,
        "place": _place(country) if country else "",
        "places": [(code, _place(code)) for code in _countries()],
        "subjects": _by_subject(rows),
        "total": len(rows),
        "unconfirmed": sum(not row.confirmed for row in rows),
        "changes": _changes(on, country),
    }
    return pages.render(request, "administrator/law.html", context)


def _day(text: str, usual: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return usual


def _country(code: str) -> str:
    return code if code in _countries() else ""


def _countries() -> list[str]:
    """Those with rules of their own, the Union first."""
    found = {row.country for row in table.rows()}
    return [EU, *sorted(found - {EU}, key=_place)]


def _place(code: str) -> str:
    return str(PARTS[code]) if code in PARTS else locales.country_name(code=code)


def _by_subject(rows: Iterable[Row]) -> list[tuple[str, list[RowShown]]]:
    groups = groupby(rows, key=lambda row: row.key.partition(".")[0])
    found = {subject: [_shown(row) for row in group] for subject, group in groups}
    return [(str(name), found[subject]) for subject, name in SUBJECTS.items() if subject in found]


def _shown(row: Row) -> RowShown:
    details = [_place(row.country)]
    if row.condition:
        details.append(str(CONDITIONS[row.condition]))
    if row.counted in COUNTING:
        details.append(str(COUNTING[row.counted]))
    if row.note:
        details.append(str(NOTES[row.note]))
    return RowShown(
        of=row,
        name=str(NAMES[row.key]),
        value=value_of(row),
        details=tuple(details),
        excluded=tuple((one.letter, str(EXCLUDED[one.reason])) for one in row.letters),
    )


def _changes(on: date, country: str) -> list[ChangeShown]:
    here = places(country) if country else None
    return [
        ChangeShown(on=one.on, begins=one.begins, row=_shown(one.row))
        for one in table.changes(after=on)
        if here is None or one.row.country in here
    ]
