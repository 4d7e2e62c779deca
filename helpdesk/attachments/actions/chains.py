"""Where entries about files go."""

from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.attachments.models import File
from helpdesk.marketplace.queries import stand_ins_of


def shared(*, row: File) -> Chain:
    """The chain of the file's conversation, which both sides see. In the present scope."""
    seller, pair = stand_ins_of(seller_id=row.seller_id, buyer_id=row.buyer_id)
    return Chain(
        seller_id=row.seller_id,
        id=row.chain,
        name=ChainName.SHARED,
        audience=Audience.BOTH,
        seller=seller,
        pair=pair,
        buyer_id=row.buyer_id,
    )
