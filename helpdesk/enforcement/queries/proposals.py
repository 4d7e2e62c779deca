"""Proposals as the desk sees them: what waits for a decision, and what became of the others."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from helpdesk.accounts import queries as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.enforcement.models import Decision, Proposal
from helpdesk.enforcement.policies import can_see_desk
from helpdesk.enforcement.queries.tracks import tracks_by_version
from helpdesk.enforcement.rules.persons import persons_for
from helpdesk.enforcement.rules.stating import BASIS, basis_from
from helpdesk.enforcement.terms import (
    Basis,
    DecisionKind,
    DecisionShown,
    Exemption,
    MeasureKind,
    Outcome,
    ProposalShown,
    Step,
    Track,
)
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import queries as marketplace

PAGE = 100


def waiting(*, actor: Actor, limit: int = PAGE) -> list[ProposalShown]:
    """Those that nobody has settled, the gravest first, then the oldest. Raises NotFound.

    Five SQL statements beside the scope's.
    """
    _refuse(actor)
    with acting(actor):
        rows = list(Proposal.objects.filter(settled_by=None).order_by("at", "id")[:limit])
        found = _shown(rows)
    gravity = list(MeasureKind)
    return sorted(found, key=lambda one: (-gravity.index(one.step.kind), one.at))


def settled(*, actor: Actor, seller_id: int | None = None, limit: int = PAGE) -> list[ProposalShown]:
    """Those that were settled, the latest first. Raises NotFound."""
    _refuse(actor)
    rows = Proposal.objects.exclude(settled_by=None)
    with acting(actor):
        mine = rows if seller_id is None else rows.filter(seller_id=seller_id)
        return _shown(list(mine.order_by("-settled_at", "-id")[:limit]))


def waiting_count(*, actor: Actor) -> int:
    """How many wait. One SQL statement beside the scope's. Raises NotFound."""
    _refuse(actor)
    with acting(actor):
        return Proposal.objects.filter(settled_by=None).count()


def proposal_of(*, actor: Actor, proposal: Ref) -> ProposalShown:
    """One of them. Raises NotFound. Five SQL statements beside the scope's."""
    _refuse(actor)
    with acting(actor):
        return proposal_here(proposal=proposal)


def proposal_here(*, proposal: Ref) -> ProposalShown:
    """The same in the present scope, the desk's. Raises NotFound."""
    found = _shown(list(Proposal.objects.filter(seller_id=proposal.seller_id, id=proposal.id)))
    if not found:
        raise NotFound("proposal.not_found")
    return found[0]


def _refuse(actor: Actor) -> None:
    if not can_see_desk(actor=actor):
        raise NotFound("proposal.not_found")


def _shown(rows: Sequence[Proposal]) -> list[ProposalShown]:
    if not rows:
        return []
    names = marketplace.seller_names(seller_ids={row.seller_id for row in rows})
    bases = _values([(row.seller_id, row.id) for row in rows], BASIS)
    decisions = _decisions(rows)
    known = tracks_by_version()
    return [
        _one(
            row,
            names.get(row.seller_id, ""),
            basis_from(data=bases[row.id]) if row.id in bases else Basis(points=row.points),
            decisions.get(row.id, []),
            persons_for(
                step=_step(row), grave=_is_grave(decisions.get(row.id, [])), tracks=known[row.tracks]
            ),
        )
        for row in rows
    ]


def _is_grave(decisions: Sequence[DecisionShown]) -> bool:
    return any(one.grave for one in decisions)


def _step(row: Proposal) -> Step:
    return Step(
        track=Track(row.track),
        place=row.place,
        kind=MeasureKind(row.measure),
        days=row.days,
        factor=row.factor,
    )


def _one(
    row: Proposal, seller: str, basis: Basis, decisions: Sequence[DecisionShown], persons: int
) -> ProposalShown:
    return ProposalShown(
        id=Ref(row.seller_id, row.id),
        seller=seller,
        step=_step(row),
        tracks=row.tracks,
        basis=basis,
        at=row.at,
        persons=persons,
        decisions=tuple(decisions),
        outcome=Outcome(row.outcome) if row.outcome else None,
        settled_at=row.settled_at,
    )


def _decisions(rows: Sequence[Proposal]) -> dict[UUID, list[DecisionShown]]:
    wanted = {row.id for row in rows}
    made = list(
        Decision.objects.filter(
            seller_id__in={row.seller_id for row in rows}, proposal_id__in=wanted
        ).order_by("at", "id")
    )
    if not made:
        return {}
    said = _values([(row.seller_id, row.id) for row in made], "decision")
    names = accounts.names_for_system(people={row.person_id for row in made})
    found: dict[UUID, list[DecisionShown]] = {}
    for row in made:
        words = msgspec.json.decode(said[row.id]) if row.id in said else {}
        found.setdefault(row.proposal_id, []).append(
            DecisionShown(
                kind=DecisionKind(row.kind),
                person=row.person_id,
                measure=MeasureKind(row.measure),
                grave=row.grave,
                exemption=Exemption(row.exemption) if row.exemption else None,
                at=row.at,
                name=words.get("name") or names.get(row.person_id, ""),
                reason=words.get("reason", ""),
            )
        )
    return found


def _values(entries: Sequence[tuple[int, UUID]], name: str) -> dict[UUID, bytes]:
    rows = Value.objects.filter(
        seller_id__in={seller for seller, _ in entries}, entry_id__in=[id for _, id in entries], name=name
    )
    return {row.entry_id: bytes(row.value) for row in rows}
