"""Publish the tracks: Sellers can read what follows from what."""

from datetime import datetime, timedelta

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.enforcement.models import TracksVersion
from helpdesk.enforcement.queries.tracks import published_versions
from helpdesk.enforcement.rules.shipped import content_of, facts_of, shipped
from helpdesk.enforcement.terms import Kind
from helpdesk.kernel.actor import Actor
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
        effective_on = now.date() + timedelta(days=NOTICE_DAYS if known else 0)
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
    return True
