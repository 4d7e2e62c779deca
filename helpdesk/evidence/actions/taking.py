"""What every handing out shares: who may, what stays out, and the entry that says so."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, Kept
from helpdesk.conversations.queries import backstage_chain, open_delivery
from helpdesk.conversations.terms import Kind
from helpdesk.evidence.actions.making import Made
from helpdesk.evidence.policies import can_hand_out, can_see_backstage
from helpdesk.evidence.rules.members import unsaid
from helpdesk.evidence.terms import BY, HANDED_OUT, MAX_WITHHELD, Record, Withheld
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound, TooLarge

_DELIVERY = Kind.DELIVERY.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What a dispute pack adds: the case, the size of the whole, the SHA-256 of each part by its name."""

    case: Ref
    size: int
    digests: Mapping[str, str]


def may_take(*, actor: Actor, backstage: Collection[Audience], desk: Chain | None) -> None:
    """Raises NotFound for the Platform's machines, Forbidden where the actor may see it but not take it."""
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("conversation.not_found")
    if not can_hand_out(actor=actor, is_reading=desk is not None):
        raise Forbidden("evidence.not_yours")
    if actor.side is Side.ADMINISTRATOR and desk is None:
        raise Forbidden("evidence.not_yours")
    if backstage and not can_see_backstage(actor=actor):
        raise Forbidden("evidence.backstage")


def refuse_unknown(*, record: Record, withheld: Collection[Withheld]) -> None:
    """Raises TooLarge, and Invalid for what is not in the conversation."""
    if len(withheld) > MAX_WITHHELD:
        raise TooLarge("evidence.too_many", limit=MAX_WITHHELD)
    known = {Withheld(leaf.id, name) for leaf in record.leaves for name in leaf.committed}
    if not known.issuperset(withheld):
        raise Invalid("evidence.withheld", field="withheld")


def unshown(*, actor: Actor, now: datetime, record: Record) -> set[Withheld]:
    """What this actor's package never shows, whatever they choose."""
    if actor.side is Side.ADMINISTRATOR:
        return set()
    return {*unsaid(leaves=record.leaves), *_closed(actor, now, record)}


def _closed(actor: Actor, now: datetime, record: Record) -> set[Withheld]:
    """What the courier needs is the seller's to see while the order is served, and the latest of it only."""
    given = [leaf for leaf in record.leaves if leaf.kind == _DELIVERY]
    if actor.side is not Side.SELLER or not given:
        return set()
    seen = open_delivery(actor=actor, now=now, conversation=record.conversation)
    names = [(leaf.id, name) for leaf in given for name in leaf.values if leaf.id != seen and name != BY]
    return {Withheld(id, name) for id, name in names}


def seal(
    *,
    actor: Actor,
    at: datetime,
    record: Record,
    withheld: Collection[Withheld],
    language: str,
    package: Made,
    key: str,
    desk: Chain | None,
    dispute: Dispute | None = None,
) -> Kept:
    """The handing out, on record: its manifest is committed, and the digests of what tells a dispute."""
    digest = sha256(package.manifest).hexdigest()
    with acting(actor):
        return archive.append(
            chain=desk or _behind(actor, record.conversation),
            kind=HANDED_OUT,
            actor=actor,
            now=at,
            key=f"{key}/{digest[:32]}",
            values={
                "manifest": digest.encode(),
                "withheld": canonical(sorted([str(entry), name] for entry, name in withheld)),
                **({"dispute": canonical(dict(dispute.digests))} if dispute else {}),
            },
            facts={
                "bytes": dispute.size if dispute else package.size,
                **({"case": str(dispute.case.id)} if dispute else {}),
                "chains": len(record.chains),
                "conversation": str(record.conversation.id),
                "entries": len(record.leaves),
                "files": len(record.files),
                "language": language,
                "withheld": len(set(withheld)),
            },
        )


def _behind(actor: Actor, conversation: Ref) -> Chain:
    """What a party takes is not the other party's to know."""
    audience = Audience.BUYER if actor.side is Side.BUYER else Audience.SELLER
    return backstage_chain(conversation=conversation, audience=audience)
