"""Where entries about files go."""

from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.attachments.models import File
from helpdesk.marketplace.queries import stand_in_of, stand_ins_of


def chain_of(*, row: File) -> Chain:
    """The chain of the file's entry: its conversation's, which both sides see, what one side has beside it,
    or the Seller's own. In the present scope.
    """
    audience = Audience(row.audience)
    if row.buyer_id is None:
        return Chain(
            seller_id=row.seller_id,
            id=row.chain,
            name=ChainName.SELLER,
            audience=audience,
            seller=stand_in_of(seller_id=row.seller_id),
        )
    seller, pair = stand_ins_of(seller_id=row.seller_id, buyer_id=row.buyer_id)
    return Chain(
        seller_id=row.seller_id,
        id=row.chain,
        name=ChainName.SHARED if audience is Audience.BOTH else ChainName.BACKSTAGE,
        audience=audience,
        seller=seller,
        pair=pair,
        buyer_id=row.buyer_id,
    )
