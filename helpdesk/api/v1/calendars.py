"""Calendars: which days count where, since which version, and how a platform administrator changes them."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.deadlines import actions, queries
from helpdesk.deadlines.terms.changing import as_written, change_in
from helpdesk.deadlines.terms.editions import MAX_DAYS, MAX_NAME, VersionShown
from helpdesk.kernel import clock
from helpdesk.workdays.changes import Change

router = Router()
Name = Annotated[str, Field(max_length=MAX_NAME)]
Day = Annotated[str, Field(max_length=10)]


class Calendar(Schema):
    """A calendar as it counts now. `base` is the release's version it was drawn from, `shipped` its latest.

    `sellers` are established where it counts, `open` are its open deadlines, `days_left` what it still knows.
    """

    code: str
    version: int
    base: int
    shipped: int
    last_day: date
    days_left: int
    sellers: int
    markets: list[str]
    open: int


class Calendars(Schema):
    """By code; `waiting` deadlines are marked to be counted again."""

    data: list[Calendar]
    waiting: int


class Year(Schema):
    """The public holidays of one year, names by language. Weekends count as little, and are not listed."""

    code: str
    year: int
    version: int
    effective_on: date
    zone: str
    first_day: date
    last_day: date
    holidays: dict[str, dict[str, str]]
    added: list[date]
    removed: list[date]


class DaysChanged(Schema):
    """Days off that are new, by date with their names, and those that are none any more."""

    added: dict[str, dict[str, str]]
    removed: list[str]


class Version(DaysChanged):
    """A version and what it changed. `by` is empty and `published_at` null for those of the release."""

    version: int
    base: int
    effective_on: date
    last_day: date
    source: str
    published_at: datetime | None
    by: str


class Versions(Schema):
    """The latest first."""

    data: list[Version]


class Wanted(Schema):
    """Days to add (a name for everybody, or names by language) and to remove; `parts`: a country's, too."""

    model_config = ConfigDict(extra="forbid", strict=True)

    added: Annotated[dict[Day, Name | dict[str, Name]], Field(max_length=MAX_DAYS)] = {}
    removed: Annotated[list[Day], Field(max_length=MAX_DAYS)] = []
    parts: bool = False

    def change(self) -> Change:
        """As a value. Raises Invalid, TooLarge."""
        return change_in(added=self.added, removed=self.removed)


class Publication(Wanted):
    """`expected_version` is the one in force when the change was looked at; `correct_closed` as previewed."""

    expected_version: Annotated[int, Field(ge=1, le=2_000_000_000)]
    correct_closed: bool = False


class Foreseen(Schema):
    """`moved` open deadlines, of which `rescued` are late now; `corrected` late answers would be in time."""

    moved: int
    rescued: int
    corrected: int


class Preview(Foreseen):
    """What publishing would do now. `versions` are those that the change would follow, by calendar.

    `capped`: more clocks than were looked at.
    """

    versions: dict[str, int]
    calendars: dict[str, Foreseen]
    looked_at: int
    capped: bool


class Published(Schema):
    """The version now in force; `waiting` deadlines are still to be counted again."""

    version: int
    waiting: int


@router.get("", response=Calendars)
def index(request: ApiRequest) -> dict[str, Any]:
    """All calendars. For administrators."""
    lines = queries.calendar_lines(actor=request.auth, now=clock.now())
    return {"data": lines, "waiting": queries.waiting_for_recheck(actor=request.auth)}


@router.get("/{code}", response=Year, auth=None)
def show(
    request: HttpRequest,
    code: str,
    year: Annotated[int | None, Query(), Field(ge=1, le=9999)] = None,
) -> dict[str, Any]:
    """A year of the version in force, the present one if none is given. For everybody."""
    found = queries.calendar_year_for_system(code=code, year=year, today=clock.now().date())
    return {
        "code": found.code,
        "year": found.year,
        "version": found.version,
        "effective_on": found.effective_on,
        "zone": found.zone,
        "first_day": found.first_day,
        "last_day": found.last_day,
        "holidays": {on.isoformat(): dict(found.holidays[on].names) for on in sorted(found.holidays)},
        "added": sorted(found.added),
        "removed": sorted(found.removed),
    }


@router.get("/{code}/versions", response=Versions)
def versions(request: ApiRequest, code: str) -> dict[str, Any]:
    """Who changed what, and when. For administrators."""
    return {"data": [_version(one) for one in queries.versions_of(actor=request.auth, code=code)]}


@router.post("/{code}/previews", response=Preview)
def preview(request: ApiRequest, code: str, body: Wanted) -> dict[str, Any]:
    """What publishing this change would do; nothing is stored. For platform administrators."""
    found = queries.preview(
        actor=request.auth, now=clock.now(), code=code, change=body.change(), parts=body.parts
    )
    return {
        "moved": found.total.moved,
        "rescued": found.total.rescued,
        "corrected": found.total.corrected,
        "versions": {target.code: target.version for target in found.targets},
        "calendars": found.by_calendar,
        "looked_at": found.looked_at,
        "capped": found.is_capped,
    }


@router.post("/{code}/versions", response={201: Published}, openapi_extra=KEYED)
def publish(request: ApiRequest, code: str, body: Publication) -> HttpResponse:
    """Publish a change: in force at once for everybody. For platform administrators."""
    version = actions.publish_calendar(
        actor=request.auth,
        now=clock.now(),
        code=code,
        change=body.change(),
        key=key_of(request),
        expected_version=body.expected_version,
        parts=body.parts,
        correct_closed=body.correct_closed,
    )
    waiting = queries.waiting_for_recheck(actor=request.auth)
    return answers.of({"version": version, "waiting": waiting}, status=201)


def _version(one: VersionShown) -> dict[str, Any]:
    return {
        "version": one.version,
        "base": one.base,
        "effective_on": one.effective_on,
        "last_day": one.last_day,
        "source": one.source,
        "published_at": one.published_at,
        "by": one.by,
        **as_written(change=one.change),
    }
