"""What the author of a text was told of it, as it was kept."""

from collections.abc import Sequence

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.queries import verdicts_of
from helpdesk.conduct.terms import Finding, Source
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


def told_of(*, actor: Actor, entry: Ref) -> Sequence[Finding]:
    """When it was sent or refused, not what later packs found. One SQL statement beside the scope's."""
    with acting(actor):
        found = verdicts_of(seller_id=entry.seller_id, entries=[entry.id])
    first = [one for one in found.get(entry.id, ()) if one.source in (Source.POST, Source.ATTEMPT)]
    return first[0].told if first else ()
