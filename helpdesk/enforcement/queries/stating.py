"""A statement of reasons as it would be, or is, delivered: said by the room's words, named in settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.module_loading import import_string

from helpdesk.archive.database.scope import acting
from helpdesk.enforcement.policies import can_see_desk
from helpdesk.enforcement.queries.proposals import proposal_here
from helpdesk.enforcement.queries.sellers import Addressee, addressee_of
from helpdesk.enforcement.queries.tracks import tracks_by_version
from helpdesk.enforcement.rules.measures import measure
from helpdesk.enforcement.rules.persons import ONE, persons_for
from helpdesk.enforcement.rules.stating import (
    reasons_from,
    sealed_statement,
    statement_facts,
    statement_from,
)
from helpdesk.enforcement.rules.stepping import place_of, step_at
from helpdesk.enforcement.terms import (
    Basis,
    Choice,
    Ground,
    ProposalShown,
    Reasons,
    StatementShown,
    Step,
    Track,
    Tracks,
)
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.marketplace.queries import bodies_in
from helpdesk.standing import queries as standing

Said = Callable[..., tuple[str, Sequence[tuple[str, Sequence[str]]]]]
_GROUNDS = {Track.RESPONSE: Ground.ANSWERS, Track.CONDUCT: Ground.CONDUCT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement: what it is made of, and the bytes that are sealed."""

    step: Step
    reasons: Reasons
    language: str
    sealed: bytes


def preview(*, actor: Actor, now: datetime, proposal: Ref, choice: Choice) -> StatementShown:
    """The statement as it would be delivered now, in the Seller's language. Raises NotFound, Invalid.

    Nothing is kept. Ten SQL statements beside the scope's.
    """
    if not can_see_desk(actor=actor):
        raise NotFound("proposal.not_found")
    with acting(actor):
        shown = proposal_here(proposal=proposal)
        tracks = tracks_by_version()[shown.tracks]
        found = stated(proposal=shown, choice=choice, at=now, tracks=tracks)
    return statement_from(data=found.sealed)[0]


def said_again(*, shown: StatementShown, basis: Basis, language: str) -> StatementShown:
    """The same statement in another language, from its facts; an erased one stays without words."""
    if not shown.facts or language == shown.language:
        return shown
    said: Said = import_string(settings.HELPDESK_STATEMENTS)
    title, sections = said(language=language, reasons=reasons_from(facts=shown.facts, basis=basis))
    return replace(shown, language=language, title=title, sections=sections)


def stated(
    *, proposal: ProposalShown, choice: Choice, at: datetime, tracks: Tracks, days: int | None = None
) -> Stated:
    """In the present scope, the desk's. `days` is how long it lasts instead of the track's own, where one
    person says so of what persons decided before. Raises Invalid (`measure.not_of_track`).
    """
    place = place_of(track=proposal.step.track, kind=choice.measure, tracks=tracks)
    if place is None:
        raise Invalid("measure.not_of_track", field="measure")
    step = step_at(track=proposal.step.track, place=place, tracks=tracks)
    persons = ONE
    if days is None:
        persons = persons_for(step=step, grave=choice.grave, tracks=tracks)
    else:
        step = replace(step, days=days)
    to = addressee_of(seller_id=proposal.id.seller_id)
    reasons = _reasons(proposal, choice, step, at, tracks, to, persons)
    said: Said = import_string(settings.HELPDESK_STATEMENTS)
    title, sections = said(language=to.language, reasons=reasons)
    return Stated(
        step=step,
        reasons=reasons,
        language=to.language,
        sealed=sealed_statement(
            language=to.language,
            title=title,
            sections=sections,
            explanation=choice.reason,
            facts=statement_facts(reasons=reasons, step=step),
            basis=proposal.basis,
        ),
    )


def _reasons(
    proposal: ProposalShown,
    choice: Choice,
    step: Step,
    at: datetime,
    tracks: Tracks,
    to: Addressee,
    persons: int,
) -> Reasons:
    effect = measure(kind=step.kind, days=step.days, factor=step.factor)
    starts_at = effect.starts_at(
        told_at=at, notice_days=tracks.removal_days, is_exempt=choice.exemption is not None
    )
    return Reasons(
        kind=step.kind,
        track=step.track,
        ground=_GROUNDS[step.track],
        factor=step.factor,
        told_at=at,
        starts_at=starts_at,
        ends_at=effect.ends_at(starts_at=starts_at),
        appeal_until=at + timedelta(days=tracks.appeal_days),
        exemption=choice.exemption,
        persons=persons,
        zone=to.zone,
        is_eu=to.is_eu,
        bodies=bodies_in(country=to.country),
        basis=proposal.basis,
        bound=standing.weights_on(on=at.date()).step_below,
    )
