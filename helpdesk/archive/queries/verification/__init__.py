"""Verification: is the record as it was sealed?"""

from collections.abc import Iterator, Sequence

from django.db import connections, transaction

from helpdesk.archive.queries.verification.agreeing import agreeing
from helpdesk.archive.queries.verification.entries import entries
from helpdesk.archive.queries.verification.included import included
from helpdesk.archive.queries.verification.log import log
from helpdesk.archive.queries.verification.mirrored import mirrored
from helpdesk.archive.queries.verification.order import order
from helpdesk.archive.queries.verification.signed import read_signed
from helpdesk.archive.terms import Agreement, Finding, Mirror, Progress
from helpdesk.kernel.ids import Ref

_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


def verify(
    *, mirrors: Sequence[Mirror | Agreement], conversation: Ref | None = None, using: str = "auditor"
) -> Iterator[Progress | Finding]:
    """Everything that is not as it was sealed, as it is found, with progress between.

    Reads one snapshot as the auditor. Checks leaf bytes and hashes, chain links, commitments, receipts,
    contiguous numbers, the rows that repeat a leaf, and those that must agree with them; of one conversation,
    what concerns its chain, with the proof of each entry in the signed log. The log itself (files,
    checkpoint, guard, key) is looked at with the whole.
    """
    trees = read_signed(using=using)
    with transaction.atomic(using=using):
        with connections[using].cursor() as cursor:
            cursor.execute(_SNAPSHOT)
        yield from entries(using=using, conversation=conversation)
        yield from order(using=using, conversation=conversation)
        if conversation is None:
            yield from log(using=using, trees=trees)
        else:
            yield from included(using=using, trees=trees, conversation=conversation)
        for mirror in mirrors:
            if isinstance(mirror, Mirror):
                yield from mirrored(using=using, mirror=mirror, conversation=conversation)
            else:
                yield from agreeing(using=using, agreement=mirror, conversation=conversation)
