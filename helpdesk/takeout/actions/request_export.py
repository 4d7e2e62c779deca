"""Request an export: one's own data, or, by compliance and with a reason, somebody else's."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace import queries as people
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.takeout.models import Export
from helpdesk.takeout.policies import can_export_for
from helpdesk.takeout.queries.exports import may_see
from helpdesk.takeout.terms.exports import MAX_REASON, REQUESTED, Of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whose:
    seller_id: int | None = None
    buyer_id: UUID | None = None


def request_export(
    *,
    actor: Actor,
    now: datetime,
    language: str,
    key: str,
    of: Of | None = None,
    reason: str = "",
) -> Kept:
    """On record at once; the worker makes it. `of` and `reason` are compliance's to say, and theirs alone.

    Raises NotFound, Forbidden, Invalid (no reason), TooLarge, Conflict (one is being made), KeyReused, Busy.
    """
    may_see(actor=actor)
    why = text.storable(reason, limit=MAX_REASON, field="reason").strip()
    if can_export_for(actor=actor) != (of is not None):
        raise Forbidden("export.not_yours" if of else "export.whose")
    if of is not None and not why:
        raise Invalid("export.reason", field="reason")
    whose = _named(of) if of else _Whose(seller_id=actor.seller_id, buyer_id=actor.buyer_id)
    chain = _chain(actor, now)
    with acting(actor):
        hot.lock_chain(chain=chain.id)
        kept = archive.append(
            chain=chain,
            kind=REQUESTED,
            actor=actor,
            now=now,
            key=key,
            values={"request": canonical(_request(of, why))},
            facts={"language": language, "side": (of.side if of else actor.side).value},
        )
        if not kept.replayed:
            _store(actor, chain, kept, whose, language, why)
    return kept


def _request(of: Of | None, why: str) -> dict[str, str]:
    return {"of": of.name, "reason": why, "side": of.side.value} if of else {}


def _named(of: Of) -> _Whose:
    kind = Kind.SELLER if of.side is Side.SELLER else Kind.BUYER
    try:
        ref = people.resolve_for_system(kind=kind, external_id=of.name)
    except NotFound:
        raise NotFound("export.nobody", field="of") from None
    return _Whose(seller_id=ref.seller_id) if of.side is Side.SELLER else _Whose(buyer_id=ref.id)


def _chain(actor: Actor, now: datetime) -> Chain:
    if actor.side is Side.ADMINISTRATOR:
        id = uuid5(actor.person, ChainName.DESK)
        return Chain(seller_id=OPERATOR, id=id, name=ChainName.DESK, audience=Audience.OPERATOR)
    if actor.seller_id is not None:
        with acting(actor):
            stand_in = people.stand_in_of(seller_id=actor.seller_id)
        id = uuid5(stand_in, "exports")
        return Chain(
            seller_id=actor.seller_id,
            id=id,
            name=ChainName.SELLER,
            audience=Audience.SELLER,
            seller=stand_in,
        )
    assert actor.buyer_id is not None, "who is none of the others is a buyer"
    pair = marketplace.pair_of(actor=actor, now=now, seller_id=OPERATOR, buyer_id=actor.buyer_id)
    return Chain(
        seller_id=OPERATOR,
        id=uuid5(pair, "exports"),
        name=ChainName.BACKSTAGE,
        audience=Audience.BUYER,
        pair=pair,
        buyer_id=actor.buyer_id,
    )


def _store(actor: Actor, chain: Chain, kept: Kept, whose: _Whose, language: str, why: str) -> None:
    """Under the chain's lock: two requests at once do not both find none under way."""
    if Export.objects.filter(seller_id=chain.seller_id, person_id=actor.person, made_at=None).exists():
        raise Conflict("export.running")
    Export.objects.create(
        seller_id=chain.seller_id,
        id=kept.receipt.entry,
        audience=chain.audience,
        buyer_id=chain.buyer_id,
        person_id=actor.person,
        of_seller=whose.seller_id,
        of_buyer=whose.buyer_id,
        language=language,
        reason=why,
        asked_at=kept.receipt.at,
    )
