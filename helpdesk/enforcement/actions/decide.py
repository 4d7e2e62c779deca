"""Decide a proposal: a person approves it or leaves it alone, and says why."""

from dataclasses import replace
from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, Kept
from helpdesk.enforcement.actions.impose import impose
from helpdesk.enforcement.actions.settling import settle_proposal
from helpdesk.enforcement.models import Decision, Proposal
from helpdesk.enforcement.policies import can_decide
from helpdesk.enforcement.queries.chains import desks_chain
from helpdesk.enforcement.queries.measures import measure_by
from helpdesk.enforcement.queries.proposals import proposal_here
from helpdesk.enforcement.queries.tracks import tracks_by_version
from helpdesk.enforcement.rules.persons import refusal_of_choice, refusal_of_person
from helpdesk.enforcement.terms import (
    MAX_EXPLANATION,
    Choice,
    Decided,
    Decider,
    DecisionKind,
    Kind,
    MeasureKind,
    Outcome,
    ProposalShown,
    Tracks,
)
from helpdesk.kernel import text
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid


def approve_measure(
    *, actor: Actor, now: datetime, proposal: Ref, choice: Choice, key: str, decider: Decider | None = None
) -> Decided:
    """An approval's entry; with the last that is needed the measure is imposed, by an entry of its own.

    Administrators decide for themselves; the Platform names the `decider`. Raises Forbidden, NotFound,
    Invalid (`measure.reason`, `measure.skips`, `measure.same_person`, `measure.differs` and the like: another
    choice or another person is needed), TooLarge, Conflict (settled before), KeyReused, Busy.
    """
    who = _decider(actor, decider)
    told = replace(choice, reason=_words(choice.reason))
    chain = _chain(proposal)
    with acting(SYSTEM):
        hot.lock_chain(chain=chain.id)
        values = {"decision": _said(who, DecisionKind.APPROVE, proposal, told)}
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=Kind.DECIDED, values=values):
            return _decided(kept, proposal_here(proposal=proposal))
        shown = _open(proposal)
        tracks = tracks_by_version()[shown.tracks]
        chosen = _judged(shown, told, who, tracks)
        kept = _kept(actor, now, chain, shown, values, key, DecisionKind.APPROVE, chosen, who)
        after = proposal_here(proposal=proposal)
        if after.waits_for == 0:
            impose(actor=actor, now=now, proposal=after, choice=chosen, tracks=tracks)
        return _decided(kept, after)


def decline_measure(
    *, actor: Actor, now: datetime, proposal: Ref, reason: str, key: str, decider: Decider | None = None
) -> Kept:
    """The entry that nothing is done; the Seller is told nothing. One person is enough.

    Raises as `approve_measure` does.
    """
    who = _decider(actor, decider)
    said = _words(reason)
    if not said:
        raise Invalid("measure.reason", field="reason")
    chain = _chain(proposal)
    with acting(SYSTEM):
        hot.lock_chain(chain=chain.id)
        choice = Choice(measure=_proposed(proposal), reason=said)
        values = {"decision": _said(who, DecisionKind.DECLINE, proposal, choice)}
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=Kind.DECIDED, values=values):
            return kept
        shown = _open(proposal)
        if any(one.person == who.person for one in shown.decisions):
            raise Invalid("measure.same_person", field="person")
        kept = _kept(actor, now, chain, shown, values, key, DecisionKind.DECLINE, choice, who)
        row = Proposal.objects.get(seller_id=proposal.seller_id, id=proposal.id)
        settle_proposal(row=row, kept=kept, outcome=Outcome.DECLINED)
    return kept


def _decider(actor: Actor, named: Decider | None) -> Decider:
    """Raises Forbidden, Invalid (the Platform names whoever decides; nobody else may)."""
    if not can_decide(actor=actor):
        raise Forbidden("measure.not_yours")
    if (actor.side is Side.PLATFORM) is (named is None):
        raise Invalid("measure.person", field="person")
    return named or Decider(person=actor.person, name="")


def _words(reason: str) -> str:
    return text.storable(reason, limit=MAX_EXPLANATION, field="reason").strip()


def _chain(proposal: Ref) -> Chain:
    """Raises NotFound."""
    with acting(SYSTEM):
        proposal_here(proposal=proposal)
        return desks_chain(seller_id=proposal.seller_id)


def _proposed(proposal: Ref) -> MeasureKind:
    return proposal_here(proposal=proposal).step.kind


def _open(proposal: Ref) -> ProposalShown:
    shown = proposal_here(proposal=proposal)
    if shown.outcome is not None:
        raise Conflict("proposal.settled")
    return shown


def _judged(shown: ProposalShown, choice: Choice, who: Decider, tracks: Tracks) -> Choice:
    """The choice with the words that the Seller will read. Raises Invalid."""
    code = refusal_of_choice(
        proposed=shown.step, chosen=choice.measure, grave=choice.grave, tracks=tracks
    ) or refusal_of_person(person=who.person, decisions=shown.decisions, choice=choice)
    if code is None and choice.exemption and choice.measure is not MeasureKind.REMOVAL:
        code = "measure.exemption"
    said = choice.reason or next((one.reason for one in reversed(shown.decisions) if one.reason), "")
    if code is None and not said:
        code = "measure.reason"
    if code:
        raise Invalid(code, field="reason" if code == "measure.reason" else "measure")
    return replace(choice, reason=said)


def _said(who: Decider, kind: DecisionKind, proposal: Ref, choice: Choice) -> bytes:
    """What is committed of a decision: a key stands for one of them."""
    return canonical(
        {
            "decision": kind.value,
            "exemption": choice.exemption.value if choice.exemption else "",
            "grave": int(choice.grave),
            "measure": choice.measure.value,
            "name": who.name,
            "person": str(who.person),
            "proposal": str(proposal),
            "reason": choice.reason,
        }
    )


def _kept(
    actor: Actor,
    now: datetime,
    chain: Chain,
    shown: ProposalShown,
    values: dict[str, bytes],
    key: str,
    kind: DecisionKind,
    choice: Choice,
    who: Decider,
) -> Kept:
    kept = archive.append(
        chain=chain,
        kind=Kind.DECIDED,
        actor=actor,
        now=now,
        key=key,
        values=values,
        facts={
            "decision": kind.value,
            "measure": choice.measure.value,
            "grave": int(choice.grave),
            "track": shown.step.track.value,
        },
        ref=[("decides", shown.id.id)],
    )
    Decision.objects.create(
        seller_id=chain.seller_id,
        id=kept.receipt.entry,
        person_id=who.person,
        proposal_id=shown.id.id,
        kind=kind.value,
        measure=choice.measure.value,
        grave=choice.grave,
        exemption=choice.exemption.value if choice.exemption else None,
        at=kept.receipt.at,
    )
    return kept


def _decided(kept: Kept, shown: ProposalShown) -> Decided:
    return Decided(
        kept=kept,
        measure=measure_by(proposal=shown.id),
        waits_for=shown.waits_for,
    )
