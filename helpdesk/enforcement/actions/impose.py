"""Impose a measure that persons decided: its statement of reasons first, then what it takes away."""

from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.terms import Kept
from helpdesk.enforcement.actions.effects import impose_effects
from helpdesk.enforcement.actions.settling import settle_proposal
from helpdesk.enforcement.models import Measure, Proposal
from helpdesk.enforcement.queries.chains import sellers_chain
from helpdesk.enforcement.queries.stating import Stated, stated
from helpdesk.enforcement.rules.measures import measure
from helpdesk.enforcement.terms import (
    Choice,
    Kind,
    Outcome,
    ProposalShown,
    Tracks,
)
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.marketplace import actions as marketplace

NAMED = 20  # violations that a leaf refers to: the latest


def impose(*, actor: Actor, now: datetime, proposal: ProposalShown, choice: Choice, tracks: Tracks) -> Kept:
    """In the transaction of the decision, in the desk's scope: nothing of it is left if any of it fails.

    The entry holds the statement of reasons as it is delivered, in the Seller's language; without it the
    database takes no measure.
    """
    seller_id = proposal.id.seller_id
    at = marketplace.lock_seller(actor=SYSTEM, now=now, seller_id=seller_id)
    found = stated(proposal=proposal, choice=choice, at=at, tracks=tracks)
    kept = archive.append(
        chain=sellers_chain(seller_id=seller_id),
        kind=Kind.ANNOUNCED if found.reasons.is_announced else Kind.IMPOSED,
        actor=actor,
        now=at,
        key=f"measure/{proposal.id.id}",
        values={"statement": found.sealed},
        facts=facts_of(proposal=proposal, found=found, tracks=tracks),
        ref=[
            ("decides", proposal.id.id),
            *(("because", one.id) for one in proposal.basis.violations[-NAMED:]),
        ],
    )
    carry_in(kept=kept, proposal=proposal, found=found)
    row = Proposal.objects.get(seller_id=seller_id, id=proposal.id.id)
    settle_proposal(row=row, kept=kept, outcome=Outcome.IMPOSED)
    return kept


def carry_in(*, kept: Kept, proposal: ProposalShown, found: Stated, replaces: UUID | None = None) -> None:
    """The row and what it takes away, by the entry that holds the statement."""
    _row(kept, proposal, found, replaces)
    effect = measure(kind=found.step.kind, days=found.step.days, factor=found.step.factor)
    impose_effects(
        seller_id=kept.seller_id,
        measure_id=kept.receipt.entry,
        effects=effect.effects(
            told_at=kept.receipt.at, starts_at=found.reasons.starts_at, ends_at=found.reasons.ends_at
        ),
        kept=kept,
    )


def facts_of(*, proposal: ProposalShown, found: Stated, tracks: Tracks) -> dict[str, int | str]:
    """What the leaf says of it in clear."""
    reasons, step = found.reasons, found.step
    facts: dict[str, int | str] = {
        "appeal_until": clock.to_us(reasons.appeal_until),
        "automated_decision": 0,
        "factor": step.factor,
        "ground": reasons.ground.value,
        "language": found.language,
        "measure": step.kind.value,
        "persons": reasons.persons,
        "place": step.place,
        "points": proposal.basis.points,
        "starts": clock.to_us(reasons.starts_at),
        "track": step.track.value,
        "tracks": tracks.version,
    }
    ends = {"ends": clock.to_us(reasons.ends_at)} if reasons.ends_at else {}
    exempt = {"exemption": reasons.exemption.value} if reasons.exemption else {}
    return facts | ends | exempt


def _row(kept: Kept, proposal: ProposalShown, found: Stated, replaces: UUID | None) -> None:
    reasons, step = found.reasons, found.step
    assert kept.receipt.at - reasons.told_at < timedelta(microseconds=1), "nothing of the Seller is later"
    Measure.objects.create(
        seller_id=kept.seller_id,
        id=kept.receipt.entry,
        proposal_id=proposal.id.id,
        kind=step.kind.value,
        track=step.track.value,
        place=step.place,
        tracks=proposal.tracks,
        factor=step.factor,
        language=found.language,
        exemption=reasons.exemption.value if reasons.exemption else None,
        announced_at=kept.receipt.at,
        starts_at=reasons.starts_at,
        ends_at=reasons.ends_at,
        appeal_until=reasons.appeal_until,
        replaces=replaces,
    )
