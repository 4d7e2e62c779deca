"""Hand out: a conversation as a package that anybody can verify without us, and the fact of it on record."""

import time
from collections.abc import Collection
from datetime import datetime, timedelta
from hashlib import sha256

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, Kept
from helpdesk.conversations.queries import backstage_chain, open_delivery
from helpdesk.conversations.terms import Kind
from helpdesk.evidence import queries
from helpdesk.evidence.actions.making import Made, made
from helpdesk.evidence.policies import can_hand_out, can_see_backstage
from helpdesk.evidence.rules.members import unsaid
from helpdesk.evidence.terms import BY, HANDED_OUT, MAX_WITHHELD, Package, Record, Withheld, Wording
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound, TooLarge

_DELIVERY = Kind.DELIVERY.value


def hand_out(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    language: str,
    key: str,
    wording: Wording,
    zone: str | None = None,
    withheld: Collection[Withheld] = (),
    backstage: Collection[Audience] = (),
    desk: Chain | None = None,
) -> Package:
    """The package, without the values `withheld`, printed in `language` on the wall clock of `zone` (IANA;
    None: the market's). A party's names nobody who ordered an erasure.

    Each package is an entry of its own, which commits its manifest: who asks twice gets two, and both are on
    record. It lies on the backstage chain of the side that asks; an administrator's lies on their `desk`,
    and whoever names that has seen a reading of theirs in force (compliance needs none). Raises NotFound
    (for strangers too), Forbidden, Invalid (no such value), TooLarge.
    """
    _may_take(actor=actor, backstage=backstage, desk=desk)
    record = queries.record(actor=actor, conversation=conversation, backstage=backstage)
    _judge(record, withheld)
    if actor.side is not Side.ADMINISTRATOR:
        withheld = {*withheld, *unsaid(leaves=record.leaves), *_closed(actor, now, record)}
    began = time.monotonic()
    package = made(
        record=record,
        withheld=set(withheld),
        at=now,
        language=language,
        zone=zone or record.zone,
        wording=wording,
    )
    try:
        # An entry is stored within five seconds of its instant; a package of large files takes longer.
        at = now + timedelta(seconds=time.monotonic() - began)
        entry = _seal(actor, at, record, withheld, language, package, key, desk)
    except BaseException:
        package.file.close()
        raise
    return Package(file=package.file, name=f"evidence-{conversation}.zip", size=package.size, entry=entry)


def _may_take(*, actor: Actor, backstage: Collection[Audience], desk: Chain | None) -> None:
    """Raises NotFound for the Platform's machines, Forbidden where the actor may see it but not take it."""
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("conversation.not_found")
    if not can_hand_out(actor=actor, is_reading=desk is not None):
        raise Forbidden("evidence.not_yours")
    if actor.side is Side.ADMINISTRATOR and desk is None:
        raise Forbidden("evidence.not_yours")
    if backstage and not can_see_backstage(actor=actor):
        raise Forbidden("evidence.backstage")


def _judge(record: Record, withheld: Collection[Withheld]) -> None:
    if len(withheld) > MAX_WITHHELD:
        raise TooLarge("evidence.too_many", limit=MAX_WITHHELD)
    known = {Withheld(leaf.id, name) for leaf in record.leaves for name in leaf.committed}
    if not known.issuperset(withheld):
        raise Invalid("evidence.withheld", field="withheld")


def _closed(actor: Actor, now: datetime, record: Record) -> set[Withheld]:
    """What the courier needs is the seller's to see while the order is served, and the latest of it only."""
    given = [leaf for leaf in record.leaves if leaf.kind == _DELIVERY]
    if actor.side is not Side.SELLER or not given:
        return set()
    seen = open_delivery(actor=actor, now=now, conversation=record.conversation)
    names = [(leaf.id, name) for leaf in given for name in leaf.values if leaf.id != seen and name != BY]
    return {Withheld(id, name) for id, name in names}


def _seal(
    actor: Actor,
    at: datetime,
    record: Record,
    withheld: Collection[Withheld],
    language: str,
    package: Made,
    key: str,
    desk: Chain | None,
) -> Kept:
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
            },
            facts={
                "bytes": package.size,
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
