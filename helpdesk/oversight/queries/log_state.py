"""How the signed log stands: what was signed last and when, what waits, and why nothing is signed, if so."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.evidence.shipped.verify import fingerprint
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.policies import can_verify
from helpdesk.tlog import notes
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class LogState:
    """`signed` entries are under the newest checkpoint, published `at`; `unsigned` have a number only.

    `refusal` is why nothing is numbered or signed (a code), since `refused_at`; `damaged`: the checkpoint's
    file is not what our key signed. Of the older trees, where a log was resumed, `trees` counts all.
    """

    trees: int
    origin: str
    fingerprint: str
    signed: int
    unsigned: int
    at: datetime | None
    witnesses: tuple[str, ...]
    refusal: str
    refused_at: datetime | None
    damaged: str


def log_state(*, actor: Actor) -> LogState | None:
    """Five SQL statements at most, and the checkpoint's file. None before the log began. Raises Forbidden."""
    if not can_verify(actor=actor):
        raise Forbidden("oversight.not_yours")
    with acting(actor):
        trees = archive.trees()
        if not trees:
            return None
        tree, refusal = trees[-1], archive.log_refusal()
        head, damaged = None, ""
        try:
            head = archive.checkpoint_of(tree=tree)
        except Refused as refused:
            damaged = str(refused)
        numbered = archive.last_number() + 1 - tree.first_number
    signed = head.size if head else 0
    return LogState(
        trees=len(trees),
        origin=tree.origin,
        fingerprint=fingerprint(Verifier.parse(tree.vkey).public),
        signed=signed,
        unsigned=max(0, numbered - signed),
        at=head.at if head else None,
        witnesses=_witnesses(head.note, tree.origin) if head else (),
        refusal=refusal.code if refusal else "",
        refused_at=refusal.at if refusal else None,
        damaged=damaged,
    )


def _witnesses(note: str, origin: str) -> tuple[str, ...]:
    return tuple(line.name for line in notes.split(note)[1] if line.name != origin)
