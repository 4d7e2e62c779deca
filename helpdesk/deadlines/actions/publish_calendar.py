"""Publish a calendar: days off that are new or gone, from now on, for everybody whose clock counts by it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Draft, Kept
from helpdesk.deadlines.actions.marking import mark_for_recheck
from helpdesk.deadlines.models import Edition as Row
from helpdesk.deadlines.policies import can_publish_calendar
from helpdesk.deadlines.queries import edition_of, in_force, planned, version_in_force
from helpdesk.deadlines.queries.editions import calendar_known
from helpdesk.deadlines.rules.publishing import days_of, facts_of, next_edition
from helpdesk.deadlines.terms import Kind
from helpdesk.deadlines.terms.editions import Target
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.workdays import known
from helpdesk.workdays.changes import Change
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.refusals import UnknownCalendar

_ZONES = timedelta(days=2)  # no wall clock is further from UTC


def publish_calendar(
    *,
    actor: Actor,
    now: datetime,
    code: str,
    change: Change,
    key: str,
    expected_version: int,
    parts: bool = False,
    correct_closed: bool = False,
) -> int:
    """The version now in force. It counts at once for new deadlines and verdicts; the sweep moves open ones.

    `expected_version` is the one that the publisher saw in force; with `parts` a country's change is one of
    its parts too, each with an entry of its own; with `correct_closed` late answers that were in time by the
    new days are corrected. The same actor and key again give the same version. Raises Forbidden, NotFound,
    Invalid (a change that means nothing here), Conflict (somebody published meanwhile), KeyReused, Busy.
    """
    if not can_publish_calendar(actor):
        raise Forbidden("calendar.not_yours")
    calendar_known(code=code)
    with acting(actor):
        hot.lock_chain(chain=log.house().id)  # versions follow each other, and so do decisions
        first = _first(code, change, expected_version)
        asked = _asked(first, parts=parts, correct_closed=correct_closed)
        if log.replay_of(chain=log.house(), actor=actor, key=key, kind=Kind.CALENDAR, values=asked):
            return first.version
        if version_in_force(code=code, at=(at := in_force())) != expected_version:
            raise Conflict("calendar.moved_on", field="expected_version")
        editions, targets = planned(code=code, change=change, parts=parts, at=at)
        _write(actor, editions, _entered(actor, now, key, asked, editions, targets))
        _mark(actor, now, targets, correct_closed=correct_closed)
    return first.version


def _first(code: str, change: Change, version: int) -> Edition:
    """What becomes of the version that the publisher saw; the same for ever, so that a replay finds it."""
    try:
        seen = edition_of(code=code, version=version)
    except UnknownCalendar:
        raise Conflict("calendar.moved_on", field="expected_version") from None
    return next_edition(seen, shipped=known.edition(code=code), change=change)


def _asked(edition: Edition, *, parts: bool, correct_closed: bool) -> dict[str, bytes]:
    """The values of the first entry: the edition, and what else was asked for."""
    also = {"correct_closed": int(correct_closed), "parts": int(parts)}
    return {"edition": _whole(edition), "asked": canonical(also)}


def _whole(edition: Edition) -> bytes:
    return canonical({"calendar": edition.code, "days": days_of(edition), "version": edition.version})


def _entered(
    actor: Actor,
    now: datetime,
    key: str,
    asked: Mapping[str, bytes],
    editions: Mapping[str, Edition],
    targets: Sequence[Target],
) -> list[Kept]:
    """An entry for each calendar, the country's first; those of its parts refer to it."""
    first, *others = targets
    facts = {target.code: _facts(editions[target.code], target) for target in targets}
    kept = archive.append(
        chain=log.house(),
        kind=Kind.CALENDAR,
        actor=actor,
        now=now,
        key=key,
        values=asked,
        facts=facts[first.code],
    )
    drafts = [
        Draft(
            kind=Kind.CALENDAR,
            key=f"{kept.receipt.entry}/{part.code}",
            values={"edition": _whole(editions[part.code])},
            facts=facts[part.code],
            ref=[("part_of", kept.receipt.entry)],
        )
        for part in others
    ]
    if not drafts:
        return [kept]
    return [kept, *archive.append_many(chain=log.house(), actor=actor, now=now, drafts=drafts)]


def _facts(edition: Edition, target: Target) -> dict[str, int | str]:
    return facts_of(edition, base=known.edition(code=edition.code).version, change=target.change)


def _write(actor: Actor, editions: Mapping[str, Edition], kept: Sequence[Kept]) -> None:
    Row.objects.bulk_create(
        Row(
            code=edition.code,
            version=edition.version,
            base_version=known.edition(code=edition.code).version,
            effective_on=edition.effective_on,
            zone=edition.zone,
            first_day=edition.first_day,
            last_day=edition.last_day,
            source=edition.source,
            holidays=days_of(edition),
            published_at=entry.receipt.at,
            published_by=actor.person,
            entry_id=entry.receipt.entry,
        )
        for edition, entry in zip(editions.values(), kept, strict=True)
    )


def _mark(actor: Actor, now: datetime, targets: Sequence[Target], *, correct_closed: bool) -> None:
    """Clocks whose calendar has a day more; a day less moves nothing."""
    for target in targets:
        if target.change.added:
            first = datetime.combine(min(target.change.added), time(), UTC) - _ZONES
            since = first if correct_closed else None
            mark_for_recheck(actor=actor, now=now, calendar=target.code, late_closed_since=since)
