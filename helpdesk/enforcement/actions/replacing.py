"""A milder measure in the place of one that was right in part, with a statement of its own, in one deed."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.terms import Kept
from helpdesk.enforcement.actions.impose import NAMED, carry_in, facts_of
from helpdesk.enforcement.models import Measure
from helpdesk.enforcement.queries.chains import sellers_chain
from helpdesk.enforcement.queries.measures import measure_here
from helpdesk.enforcement.queries.milder import milder_here
from helpdesk.enforcement.queries.proposals import proposal_here
from helpdesk.enforcement.queries.stating import stated
from helpdesk.enforcement.queries.tracks import tracks_by_version
from helpdesk.enforcement.queries.violations import still_counting
from helpdesk.enforcement.rules.points import total
from helpdesk.enforcement.rules.replacing import refusal_of_instead
from helpdesk.enforcement.terms import Basis, Choice, Kind, Tracks
from helpdesk.enforcement.terms.appeals import Instead
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace import actions as marketplace


def refuse_instead(*, measure: Ref, instead: Instead, back: Collection[UUID], at: datetime) -> None:
    """Raise Invalid: it is no milder one, or nothing is left that it could rest on. In the desk's scope."""
    code = refusal_of_instead(instead=instead, among=milder_here(measure=measure, at=at))
    resting = {one.id for one in measure_here(measure=measure).basis.violations}
    if code is None and resting and resting <= set(back):
        code = "appeal.instead_rests"
    if code:
        raise Invalid(code, field="instead")


def put_in_place(
    *, actor: Actor, now: datetime, measure: Ref, instead: Instead, words: str, because_of: UUID
) -> Kept:
    """After the old one was lifted, in that transaction and scope; its entry names the decision and the old
    measure. `actor` heard the appeal, and hears no appeal against this one.
    """
    at = marketplace.lock_seller(actor=SYSTEM, now=now, seller_id=measure.seller_id)
    old = Measure.objects.get(seller_id=measure.seller_id, id=measure.id)
    tracks = tracks_by_version()[old.tracks]
    proposal = proposal_here(proposal=Ref(old.seller_id, old.proposal_id))
    proposal = replace(proposal, basis=_resting(measure, at, tracks))
    choice = Choice(measure=instead.kind, reason=words)
    found = stated(proposal=proposal, choice=choice, at=at, tracks=tracks, days=instead.days)
    kept = archive.append(
        chain=sellers_chain(seller_id=measure.seller_id),
        kind=Kind.IMPOSED,
        actor=actor,
        now=at,
        key=f"instead/{because_of}",
        values={"statement": found.sealed},
        facts=facts_of(proposal=proposal, found=found, tracks=tracks),
        ref=[
            ("decides", proposal.id.id),
            ("replaces", old.id),
            ("because", because_of),
            *(("because", one.id) for one in proposal.basis.violations[-NAMED:]),
        ],
    )
    carry_in(kept=kept, proposal=proposal, found=found, replaces=old.id)
    return kept


def _resting(measure: Ref, at: datetime, tracks: Tracks) -> Basis:
    """What the old one rested on, without what this decision took back; points as they stand now."""
    basis = measure_here(measure=measure).basis
    if not basis.violations:
        return basis
    kept = still_counting(seller_id=measure.seller_id, violations=[one.id for one in basis.violations])
    left = tuple(one for one in basis.violations if one.id in kept)
    return replace(basis, violations=left, points=total(violations=left, on=at.date(), tracks=tracks))
