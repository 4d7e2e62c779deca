"""What deeds on endpoints share: their chain, what is committed, what an owner may ask for."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.archive.terms import Kept as Stored
from helpdesk.kernel import text
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace import queries as marketplace
from helpdesk.outsiders.guarding import Shut, target_of
from helpdesk.webhooks import rules
from helpdesk.webhooks.models import Delivery, Endpoint
from helpdesk.webhooks.queries.endpoints import shown
from helpdesk.webhooks.terms import MAX_DESCRIPTION, MAX_URL, Kept, SendingState, Trouble, Wanted

_CHAIN = "webhooks"


def chain_of(*, seller_id: int) -> Chain:
    """A chain of the seller's own, or the house's; in the present scope."""
    if seller_id == OPERATOR:
        return archive.house()
    stand_in = marketplace.stand_in_of(seller_id=seller_id)
    return Chain(
        seller_id=seller_id,
        id=uuid5(stand_in, _CHAIN),
        name=ChainName.SELLER,
        audience=Audience.SELLER,
        seller=stand_in,
    )


def checked(*, wanted: Wanted, seller_id: int) -> Wanted:
    """What may be stored. Raises Invalid, TooLarge, with the field."""
    url = text.storable(wanted.url.strip(), limit=MAX_URL, field="url")
    try:
        target_of(url=url, allowed=settings.HELPDESK.outgoing_allowed)
    except Shut as shut:
        raise Invalid(f"webhook.url_{shut.why}", field="url") from None
    description = wanted.description.strip()
    if description:
        description = text.line(description, limit=MAX_DESCRIPTION, field="description")
    return Wanted(
        url=url,
        kinds=_kinds(wanted.kinds, seller_id),
        description=description,
        paused=wanted.paused,
    )


def _kinds(kinds: Sequence[str], seller_id: int) -> tuple[str, ...]:
    if unknown := sorted({*kinds} - {*rules.kinds_of(seller_id=seller_id)}):
        raise Invalid("events.kind", field="kinds", kind=unknown[0][:60])
    return tuple(sorted({*kinds}))


def committed(*, webhook: UUID | None, wanted: Wanted) -> Mapping[str, bytes]:
    """What the entry keeps: where to and what, never a secret."""
    said = {"url": wanted.url, "kinds": list(wanted.kinds), "description": wanted.description}
    return {"webhook": canonical(said | ({"id": str(webhook)} if webhook else {}))}


def secret_of(*, webhook: UUID, turn: int) -> bytes:
    """By this installation's own key."""
    return rules.secret_of(key=settings.SECRET_KEY, webhook=webhook, turn=turn)


def kept_of(*, row: Endpoint, stored: Stored, secret: bytes = b"") -> Kept:
    """The answer of a deed."""
    return Kept(
        webhook=shown(row=row),
        stored=stored,
        secret=rules.written(secret) if secret else "",
    )


def bury(*, row: Endpoint, now: datetime) -> None:
    """What still waits is sent to nobody, unless its owner has it replayed. One SQL statement."""
    waiting = Delivery.objects.filter(seller_id=row.seller_id, endpoint_id=row.id, next_at__isnull=False)
    waiting.update(state=SendingState.DEAD.value, answer=Trouble.PAUSED.value, next_at=None, done_at=now)
