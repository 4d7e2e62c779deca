"""Verification: is the record as it was sealed?"""

from collections.abc import Iterator, Sequence

from django.db import connections, transaction

from helpdesk.archive.queries.verification.entries import entries
from helpdesk.archive.queries.verification.mirrored import mirrored
from helpdesk.archive.queries.verification.order import order
from helpdesk.archive.terms import Finding, Mirror, Progress
from helpdesk.kernel.ids import Ref

_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


def verify(
    *, mirrors: Sequence[Mirror], conversation: Ref | None = None, using: str = "auditor"
) -> Iterator[Progress | Finding]:
    """Everything that is not as it was sealed, as it is found, with progress between.

    Reads one snapshot as the auditor. Checks leaf bytes and hashes, chain links, commitments, receipts,
    contiguous numbers, and the rows that repeat a leaf; of one conversation, what concerns its chain.
    """
    with transaction.atomic(using=using):
        with connections[using].cursor() as cursor:
            cursor.execute(_SNAPSHOT)
        yield from entries(using=using, conversation=conversation)
        yield from order(using=using, conversation=conversation)
        for mirror in mirrors:
            yield from mirrored(using=using, mirror=mirror, conversation=conversation)
