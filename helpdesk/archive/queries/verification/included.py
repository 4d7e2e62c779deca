"""The entries of one conversation in the signed log: each is proved under the checkpoint of its tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connections

from helpdesk.archive.models import Tree
from helpdesk.archive.queries.log import checkpoint_of
from helpdesk.archive.queries.proving import Prover
from helpdesk.archive.queries.verification.resumed import Told, told_after
from helpdesk.archive.queries.verification.signed import Signed
from helpdesk.archive.terms import Finding, Progress
from helpdesk.kernel.ids import Ref
from helpdesk.tlog.refusals import Refused

_ROWS = """
    SELECT a.number, a.entry_id, e.leaf_hash FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE e.seller_id = %s AND e.chain = %s ORDER BY a.number
"""
_CODES = {"tile.entry": "log.leaf", "file.missing": "log.missing", "tile.length": "log.form"}
_NO_OTHER = "the signed log does not have it under its number, and no list of stranded entries names it"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    number: int
    entry: UUID
    leaf_hash: bytes
    chain: Ref

    def finding(self, code: str, detail: str) -> Finding:
        name = f"archive_entry seller_id={self.chain.seller_id} id={self.entry}"
        return Finding(code=code, row=name, detail=detail, chain=self.chain)


def included(*, using: str, trees: Sequence[Signed], conversation: Ref) -> Iterator[Progress | Finding]:
    """Only what has a number is asked for, and what no checkpoint covers yet waits."""
    with connections[using].cursor() as cursor:
        cursor.execute(_ROWS, [*conversation])
        rows = [
            _Row(number=row[0], entry=row[1], leaf_hash=bytes(row[2]), chain=conversation) for row in cursor
        ]
    for signed in trees:
        mine = [row for row in rows if signed.holds(number=row.number)]
        if mine:
            yield from (one for one in signed.findings if one.code.startswith("checkpoint."))
            if signed.checkpoint is not None:
                yield from _proved(using, signed, mine)
    yield Progress(stage="leaves", done=len(rows), total=len(rows))


def _proved(using: str, signed: Signed, rows: Sequence[_Row]) -> Iterator[Finding]:
    told = told_after(using=using, signed=signed)
    prover = _prover(using, signed)
    for row in rows:
        try:
            proof = prover.prove(number=row.number, leaf_hash=row.leaf_hash)
        except Refused as refused:
            yield row.finding(_CODES.get(refused.code, "log.tile"), f"no proof: {refused}")
            continue
        if proof is None and told is not None and not _is_told(told, row):
            yield row.finding("log.leaf", _NO_OTHER)


def _is_told(told: Told, row: _Row) -> bool:
    return told.has_stranded(number=row.number, entry=row.entry, leaf_hash=row.leaf_hash)


def _prover(using: str, signed: Signed) -> Prover:
    tree = Tree.objects.using(using).get(number=signed.tree)
    is_ended = signed.ends is not None
    return Prover(tree=tree, head=checkpoint_of(tree=tree), folder=signed.folder, is_ended=is_ended)
