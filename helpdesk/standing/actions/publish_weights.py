"""Publish the weights: sellers can read, and anybody can compute, what their answers are worth."""

from datetime import datetime, timedelta

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.standing.models import WeightsVersion
from helpdesk.standing.queries.weights import published_versions
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.terms import NOTICE_DAYS, Kind


def publish_weights(*, actor: Actor, now: datetime) -> bool:
    """Whether the release's version had to be published: in force at once where it is the first, else after
    the notice.
    """
    weights = shipped()
    with acting(actor):
        if weights.version in published_versions():
            return False
        hot.lock_chain(chain=log.house().id)
        known = published_versions()
        if weights.version in known:
            return False
        effective_on = now.date() + timedelta(days=NOTICE_DAYS if known else 0)
        kept = archive.append(
            chain=log.house(),
            kind=Kind.WEIGHTS,
            actor=actor,
            now=now,
            key=f"weights/{weights.version}",
            facts=weights.facts() | {"effective_on": effective_on.isoformat()},
        )
        WeightsVersion.objects.create(
            version=weights.version,
            content=weights.facts(),
            effective_on=effective_on,
            published_at=kept.receipt.at,
            entry_id=kept.receipt.entry,
        )
    return True
