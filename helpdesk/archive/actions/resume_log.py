"""Resume the log: a new tree for a database whose own will not be signed any more.

Its leaf 0 is an entry `log.resumed`, which holds the last checkpoint of the old tree and lists what was
signed there and is lost here. So the two trees are one story, told by whoever resumed it: nothing is hidden.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connections, transaction

from helpdesk.archive.actions.append import ENTRY_CALL
from helpdesk.archive.actions.begin_log import ensure_key_file, publish_log_keys
from helpdesk.archive.actions.publishing.standing import Refusing, standing
from helpdesk.archive.actions.seal import entry_parameters, seal
from helpdesk.archive.database import hot
from helpdesk.archive.models import State, Tree
from helpdesk.archive.queries.edge import Edge, edge
from helpdesk.archive.queries.folder import folder_of, read_guard
from helpdesk.archive.queries.log_key import LOG_KEY_FILE, log_key
from helpdesk.archive.queries.lost import Lost, Stranded, differences
from helpdesk.archive.rules.keys import origin_of
from helpdesk.archive.terms import Audience, Chain, ChainName, Sealed
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.tlog.checkpoints import open_checkpoint
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused

_LOCK = "SELECT pg_advisory_xact_lock(-1)"
_NUMBER = """
    INSERT INTO archive_number (number, entry_id, seller_id, buyer_id, audience, kind, chain)
    VALUES (%s, %s, %s, NULL, %s, %s, %s)
"""
_TAKE = "DELETE FROM archive_pending WHERE seller_id = %s AND entry_id = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The new tree, and what the entry in its leaf 0 lists."""

    tree: Tree
    entry: UUID
    lost: tuple[Lost, ...]
    stranded: tuple[Stranded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    size: int
    root: bytes
    note: bytes


def resume_log(*, actor: Actor, now: datetime) -> Resumed:
    """Begin the next tree, with the entry that says why; one transaction of the owner.

    Raises Conflict where the present tree may well be signed: a log is not resumed for the fun of it.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.sequencer_only")
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(_LOCK)
        found = edge(using="owner")
        if not (why := found.refused or _why()):
            raise Conflict("archive.nothing_to_resume")
        resumed = _resume(found, why, actor, now)
    publish_log_keys(actor=actor, now=now, trees=[resumed.tree])
    return resumed


def _why() -> str:
    """What stands in the way at this moment, though no worker has noted it yet."""
    try:
        standing()
    except Refusing as refusing:
        return refusing.why.value
    return ""


def _resume(found: Edge, why: str, actor: Actor, now: datetime) -> Resumed:
    old = Tree.objects.using("owner").get(number=found.tree)
    head = _last_checkpoint(found)
    lost, stranded = _differing(old, head, found)
    tree = _tree(found, now)
    sealed = _sealed(found, why, tree, head, lost, stranded, actor, now)
    _store(sealed, tree.first_number)
    tree.save(using="owner", force_insert=True)
    grown = Frontier().extended([sealed.leaf_hash])
    State.objects.using("owner").create(
        tree=tree.number,
        size=grown.size,
        root=grown.root(),
        frontier=b"".join(grown.hashes),
        at=now,
        guard_id=tree.guard_id,
    )
    return Resumed(tree=tree, entry=sealed.id, lost=lost, stranded=stranded)


def _differing(old: Tree, head: _Head | None, found: Edge) -> tuple[tuple[Lost, ...], tuple[Stranded, ...]]:
    """Nothing is listed where no checkpoint is left: then nothing of the old tree can be proved at all."""
    if head is None:
        return (), ()
    folder = folder_of(log_id=old.log_id)
    both = differences(
        first_number=old.first_number,
        folder=folder,
        size=head.size,
        next_number=found.next_number,
        using="owner",
    )
    listed = [*both]
    return (
        tuple(each for each in listed if isinstance(each, Lost)),
        tuple(each for each in listed if isinstance(each, Stranded)),
    )


def _last_checkpoint(found: Edge) -> _Head | None:
    """The furthest that was signed, by the guard or by the folder; None where both are gone."""
    notes = [read_guard(guard_id=found.guard_id), folder_of(log_id=found.log_id).read_checkpoint()]
    heads = []
    for note in filter(None, notes):
        with suppress(Refused):  # damaged, or of another log: it says nothing about this one
            head = open_checkpoint(note, origin=found.origin, verifiers=[Verifier.parse(found.vkey)])
            heads.append(_Head(size=head.size, root=head.root, note=note))
    return max(heads, key=lambda head: head.size, default=None)


def _tree(found: Edge, now: datetime) -> Tree:
    log_id = uuid4()
    origin = origin_of(public_url=settings.HELPDESK.public_url, log_id=log_id)
    ensure_key_file(settings.HELPDESK.keys / LOG_KEY_FILE)
    return Tree(
        number=found.tree + 1,
        log_id=log_id,
        guard_id=uuid4(),
        origin=origin,
        vkey=log_key(origin=origin).vkey,
        first_number=found.next_number,
        began_at=now,
    )


def _sealed(
    found: Edge,
    why: str,
    tree: Tree,
    head: _Head | None,
    lost: Iterable[Lost],
    stranded: Iterable[Stranded],
    actor: Actor,
    now: datetime,
) -> Sealed:
    losses = [[each.index, each.id, each.leaf_hash.hex()] for each in lost]
    strays = [[each.number, each.id, each.leaf_hash.hex()] for each in stranded]
    facts: dict[str, int | str] = {
        "lost": len(losses),
        "origin": found.origin,
        "root": head.root.hex() if head else "",
        "size": head.size if head else 0,
        "stranded": len(strays),
        "tree": tree.number,
        "why": why,
    }
    values = {"lost": canonical(losses), "stranded": canonical(strays)}
    if head:
        values["checkpoint"] = head.note
    return seal(
        chain=Chain(seller_id=OPERATOR, id=tree.log_id, name=ChainName.HOUSE, audience=Audience.OPERATOR),
        kind="log.resumed",
        actor=actor,
        now=now,
        key=f"resumed/{tree.log_id}",
        values=values,
        facts=facts,
        expected_head=None,
    )


def _store(sealed: Sealed, number: int) -> None:
    [(stored,)] = hot.rows(f"SELECT {ENTRY_CALL}", entry_parameters(sealed=sealed), using="owner")
    assert stored, "nothing else is on this chain"
    chain = sealed.chain
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            _NUMBER, [number, sealed.id, chain.seller_id, chain.audience, sealed.draft.kind, chain.id]
        )
        cursor.execute(_TAKE, [chain.seller_id, sealed.id])
