"""Hand out: a conversation as a package that anybody can verify without us, and the fact of it on record."""

import time
from collections.abc import Collection
from datetime import datetime, timedelta

from helpdesk.archive.terms import Audience, Chain
from helpdesk.evidence import queries
from helpdesk.evidence.actions.making import made
from helpdesk.evidence.actions.taking import may_take, refuse_unknown, seal, unshown
from helpdesk.evidence.terms import Package, Withheld, Wording
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


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
    may_take(actor=actor, backstage=backstage, desk=desk)
    record = queries.record(actor=actor, conversation=conversation, backstage=backstage)
    refuse_unknown(record=record, withheld=withheld)
    withheld = {*withheld, *unshown(actor=actor, now=now, record=record)}
    began = time.monotonic()
    package = made(
        record=record,
        withheld=withheld,
        at=now,
        language=language,
        zone=zone or record.zone,
        wording=wording,
    )
    try:
        # An entry is stored within five seconds of its instant; a package of large files takes longer.
        at = now + timedelta(seconds=time.monotonic() - began)
        entry = seal(
            actor=actor,
            at=at,
            record=record,
            withheld=withheld,
            language=language,
            package=package,
            key=key,
            desk=desk,
        )
    except BaseException:
        package.file.close()
        raise
    return Package(file=package.file, name=f"evidence-{conversation}.zip", size=package.size, entry=entry)
