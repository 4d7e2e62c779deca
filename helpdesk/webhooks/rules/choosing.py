"""Who is told what."""

from collections.abc import Sequence

from helpdesk.archive.terms import Audience, Numbered
from helpdesk.kernel.ids import OPERATOR
from helpdesk.webhooks.terms import FOR_SELLERS, PUBLISHED, SELLERS_KINDS, Endpoint


def kinds_of(*, seller_id: int) -> Sequence[str]:
    """The kinds that an owner may ask for; the Platform's owner id is OPERATOR."""
    return sorted(PUBLISHED) if seller_id == OPERATOR else SELLERS_KINDS


def open_to(*, seller_id: int, kinds: Sequence[str]) -> list[tuple[str, Audience]]:
    """The pairs of kind and audience whose entries this owner is told of; no `kinds`: of all."""
    seen = frozenset(Audience) if seller_id == OPERATOR else FOR_SELLERS
    return [
        (kind, audience)
        for kind in kinds or kinds_of(seller_id=seller_id)
        if kind in PUBLISHED
        for audience in sorted(PUBLISHED[kind].audiences & seen)
    ]


def wants(*, endpoint: Endpoint, entry: Numbered) -> bool:
    """Whether an endpoint is told of an entry: later than it, its owner's to see, and asked for."""
    if entry.number <= endpoint.after or (endpoint.kinds and entry.kind not in endpoint.kinds):
        return False
    published = PUBLISHED.get(entry.kind)
    if published is None or entry.audience not in published.audiences:
        return False
    if endpoint.seller_id == OPERATOR:
        return True
    return endpoint.seller_id == entry.seller_id and entry.audience in FOR_SELLERS
