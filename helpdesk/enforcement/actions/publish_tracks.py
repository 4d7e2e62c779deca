"""Publish the tracks: Sellers can read what follows from what."""

from datetime import date, datetime, timedelta

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.enforcement.models import TracksVersion
from helpdesk.enforcement.queries.tracks import published_versions
from helpdesk.enforcement.rules.shipped import content_of, facts_of, shipped
from helpdesk.enforcement.rules.soundness import is_sound
from helpdesk.enforcement.terms import Kind, Tracks
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.standing.terms import NOTICE_DAYS


def publish_tracks(*, actor: Actor, now: datetime) -> bool:
    """Whether the release's version had to be published: in force at once where it is the first, else after
    the notice of fifteen days.
    """
    tracks = shipped()
    with acting(actor):
        if tracks.version in published_versions():
            return False
        hot.lock_chain(chain=log.house().id)
        known = published_versions()
        if tracks.version in known:
            return False
        _publish(actor, now, tracks, now.date() + timedelta(days=NOTICE_DAYS if known else 0))
    return True


def announce_tracks(*, actor: Actor, now: datetime, tracks: Tracks, effective_on: date) -> None:
    """Another version, by the operator: told so many days before it is in force (P2B Art. 3(2): 15).

    Raises Invalid (sooner than that; it breaks what every version promises), Conflict (not the version after
    the last).
    """
    if effective_on < now.date() + timedelta(days=NOTICE_DAYS):
        raise Invalid("standing.notice", field="effective_on")
    if not is_sound(tracks=tracks):
        raise Invalid("measure.tracks", field="tracks")
    with acting(actor):
        hot.lock_chain(chain=log.house().id)
        if tracks.version != max(published_versions(), default=0) + 1:
            raise Conflict("standing.version", field="version")
        _publish(actor, now, tracks, effective_on)


def _publish(actor: Actor, now: datetime, tracks: Tracks, effective_on: date) -> None:
    kept = archive.append(
        chain=log.house(),
        kind=Kind.TRACKS,
        actor=actor,
        now=now,
        key=f"tracks/{tracks.version}",
        facts=facts_of(tracks=tracks) | {"effective_on": effective_on.isoformat()},
    )
    TracksVersion.objects.create(
        version=tracks.version,
        content=content_of(tracks=tracks),
        effective_on=effective_on,
        published_at=kept.receipt.at,
        entry_id=kept.receipt.entry,
    )
