"""Publish the weights: sellers can read, and anybody can compute, what their answers are worth."""

from datetime import date, datetime, timedelta

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.standing.models import WeightsVersion
from helpdesk.standing.queries.weights import published_versions
from helpdesk.standing.rules.shipped import is_sound, shipped
from helpdesk.standing.terms import NOTICE_DAYS, Kind, Weights


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
        _publish(actor, now, weights, now.date() + timedelta(days=NOTICE_DAYS if known else 0))
    return True


def announce_weights(*, actor: Actor, now: datetime, weights: Weights, effective_on: date) -> None:
    """Another version, by the operator: told so many days before it is in force (P2B Art. 3(2): 15).

    Raises Invalid (sooner than that; not to be computed with), Conflict (not the version after the last).
    """
    if effective_on < now.date() + timedelta(days=NOTICE_DAYS):
        raise Invalid("standing.notice", field="effective_on")
    if not is_sound(weights=weights):
        raise Invalid("standing.weights", field="weights")
    with acting(actor):
        hot.lock_chain(chain=log.house().id)
        if weights.version != max(published_versions(), default=0) + 1:
            raise Conflict("standing.version", field="version")
        _publish(actor, now, weights, effective_on)


def _publish(actor: Actor, now: datetime, weights: Weights, effective_on: date) -> None:
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
