"""Where entries about files go."""

from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.attachments.models import File
from helpdesk.marketplace.queries import stand_ins_of


def chain_of(*, row: File) -> Chain:
    """The chain of the file's entry: its conversation's, which both sides see, or what one side has beside
    it. In the present scope.
    """
    seller, pair = stand_ins_of(seller_id=row.seller_id, buyer_id=row.buyer_id)
    audience = Audience(row.audience)
    return Chain(
        seller_id=row.seller_id,
        id=row.chain,
        name=ChainName.SHARED if audience is Audience.BOTH else ChainName.BACKSTAGE,
        audience=audience,
        seller=seller,
        pair=pair,
        buyer_id=row.buyer_id,
    )
