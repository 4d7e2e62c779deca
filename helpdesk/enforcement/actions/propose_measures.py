"""Propose measures: the machine says what the tracks ask for; it does nothing to anybody."""

from datetime import datetime

from django.db import connection

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Chain
from helpdesk.enforcement.actions.settling import settle_proposal
from helpdesk.enforcement.models import Proposal
from helpdesk.enforcement.queries.asked import asked_for, to_look_at
from helpdesk.enforcement.queries.chains import desks_chain
from helpdesk.enforcement.queries.tracks import tracks_on
from helpdesk.enforcement.rules.stating import BASIS, sealed_basis
from helpdesk.enforcement.terms import Basis, DecisionKind, Kind, Outcome, Step, Track, Tracks
from helpdesk.kernel.actor import Actor


def propose_measures(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many proposals were made or withdrawn, at most `limit`. One entry and one transaction each.

    A proposal is withdrawn where what it rests on has gone before anybody decided. Safe to repeat, and to run
    beside another worker: there is one open proposal of a track for each seller.
    """
    with acting(actor):
        tracks = tracks_on(on=now.date())
        wanted = to_look_at(now=now, tracks=tracks)
    done = 0
    for seller_id, track in wanted:
        if done >= limit:
            break
        done += _look_at(actor, now, seller_id, track, tracks)
    return done


def _look_at(actor: Actor, now: datetime, seller_id: int, track: Track, tracks: Tracks) -> int:
    with acting(actor):
        chain = desks_chain(seller_id=seller_id)
        hot.lock_chain(chain=chain.id)
        step, basis = asked_for(seller_id=seller_id, track=track, now=now, tracks=tracks)
        mine = Proposal.objects.filter(seller_id=seller_id, track=track.value, settled_by=None)
        open_one = mine.first()
        if open_one is None and step is not None:
            _propose(actor, now, chain, step, basis, tracks)
            return 1
        if open_one is not None and step is None:
            _withdraw(actor, now, chain, open_one)
            return 1
    return 0


def _propose(actor: Actor, now: datetime, chain: Chain, step: Step, basis: Basis, tracks: Tracks) -> None:
    facts = {"track": step.track.value, "place": step.place, "measure": step.kind.value}
    numbers = {"days": step.days, "factor": step.factor, "tracks": tracks.version, "points": basis.points}
    answers = basis.answers
    shares = {"due": answers.due, "in_time": answers.in_time, "upper": answers.upper} if answers else {}
    kept = archive.append(
        chain=chain,
        kind=Kind.PROPOSED,
        actor=actor,
        now=now,
        key=f"proposal/{step.track}/{_count(chain)}",
        values={BASIS: sealed_basis(basis=basis)},
        facts=facts | numbers | shares,
        ref=[("because", one.id) for one in basis.violations],
    )
    Proposal.objects.create(
        seller_id=chain.seller_id,
        id=kept.receipt.entry,
        chain=chain.id,
        track=step.track.value,
        place=step.place,
        measure=step.kind.value,
        days=step.days,
        factor=step.factor,
        tracks=tracks.version,
        points=basis.points,
        at=kept.receipt.at,
    )


def _count(chain: Chain) -> int:
    """How many there were before: each has a key of its own."""
    assert connection.in_atomic_block, "under the chain's lock"
    return Proposal.objects.filter(seller_id=chain.seller_id).count()


def _withdraw(actor: Actor, now: datetime, chain: Chain, row: Proposal) -> None:
    kept = archive.append(
        chain=chain,
        kind=Kind.DECIDED,
        actor=actor,
        now=now,
        key=f"withdrawn/{row.id}",
        facts={"decision": DecisionKind.WITHDRAW.value, "measure": row.measure, "track": row.track},
        ref=[("decides", row.id)],
    )
    settle_proposal(row=row, kept=kept, outcome=Outcome.WITHDRAWN)
