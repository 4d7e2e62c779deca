"""The last entry of a chain."""

from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Chain, Head


def head_of(*, chain: Chain) -> Head | None:
    """The chain's head as the present scope sees it; None for a chain without entries."""
    entries = Entry.objects.filter(seller_id=chain.seller_id, chain=chain.id).order_by("-n")
    row = entries.values_list("n", "leaf_hash", "at").first()
    return None if row is None else Head(n=row[0], leaf_hash=bytes(row[1]), at=row[2])
