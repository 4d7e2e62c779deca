"""Order an erasure: an entry names what goes and why; the values themselves go after it is committed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef

from helpdesk.archive.actions.append import append_many
from helpdesk.archive.database import hot
from helpdesk.archive.models import Entry, Erasure, Value
from helpdesk.archive.rules.erasing import BATCH, ERASED, draft_of
from helpdesk.archive.terms import Chain, Kept
from helpdesk.kernel.actor import Actor


def erase(
    *,
    actor: Actor,
    now: datetime,
    chain: Chain,
    entries: Sequence[UUID],
    ground: str,
    values: Mapping[str, bytes],
    facts: Mapping[str, int | str] | None = None,
    ref: Sequence[tuple[str, UUID]] = (),
) -> list[Kept]:
    """`erased` entries on `chain` that order all committed values of these entries of it to go.

    One entry orders up to BATCH; what has no values, was ordered before, or is itself such an order is left
    out, so that to ask twice is to order once. `values` are committed with each (who approved), `facts` and
    `ref` say more. Nothing is gone before `carry_out_erasures`. Raises Busy.
    """
    assert connection.in_atomic_block, "an order is written together with the rows of its deed"
    hot.lock_chain(chain=chain.id)
    kept: list[Kept] = []
    for some in _in_batches(_still_there(chain, entries)):
        count = Value.objects.filter(seller_id=chain.seller_id, entry_id__in=some).count()
        draft = draft_of(entries=some, count=count, ground=ground, values=values, facts=facts or {}, ref=ref)
        [stored] = append_many(chain=chain, actor=actor, now=now, drafts=[draft])
        _mark(chain, some, ground, stored)
        kept.append(stored)
    return kept


def _still_there(chain: Chain, entries: Sequence[UUID]) -> list[UUID]:
    """Those of the chain that have something to erase, in their order."""
    here = {"seller_id": chain.seller_id}
    found = Entry.objects.filter(**here, chain=chain.id, id__in=list(entries)).exclude(kind=ERASED)
    found = found.filter(Exists(Value.objects.filter(**here, entry_id=OuterRef("id"))))
    found = found.exclude(Exists(Erasure.objects.filter(**here, id=OuterRef("id"))))
    return list(found.order_by("n").values_list("id", flat=True))


def _in_batches(entries: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (entries[start : start + BATCH] for start in range(0, len(entries), BATCH))


def _mark(chain: Chain, entries: Sequence[UUID], ground: str, kept: Kept) -> None:
    Erasure.objects.bulk_create(
        Erasure(
            seller_id=chain.seller_id,
            id=entry,
            chain=chain.id,
            audience=chain.audience,
            buyer_id=chain.buyer_id,
            ordered_by=kept.receipt.entry,
            ground=ground,
            at=kept.receipt.at,
        )
        for entry in entries
    )
