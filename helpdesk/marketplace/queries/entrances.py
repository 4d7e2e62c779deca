"""What has to be known before anybody is known: hats at sign-in, and our ids for the Platform's."""

from uuid import UUID

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Buyer, ExternalId, Member
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.values import is_external_id


def hats_for_system(*, person_id: UUID, language: str = "en") -> list[Actor]:
    """Every hat that the Platform's records give a person: one per seller, and the buyer's.

    `language` is the person's own choice, for hats whose record has none. Two SQL statements beside the
    scope's.
    """
    with everything():
        members = Member.objects.filter(person_id=person_id, removed_at=None).select_related("seller")
        hats = [_seller_hat(member, language) for member in members.order_by("seller__name", "id")]
        buyer = Buyer.objects.filter(id=person_id).first()
    return hats if buyer is None else [*hats, _buyer_hat(buyer)]


def resolve_for_system(*, kind: Kind, external_id: str) -> Ref:
    """Our id of what the Platform calls so. It opens nothing: whoever uses it is checked as for any other id.

    A market's is empty, since its code is its id. One SQL statement beside the scope's. Raises NotFound.
    """
    row = _directory_row(kind, external_id) if is_external_id(external_id) else None
    if row is None:
        raise NotFound(f"{kind}.not_found")
    return Ref(*row)


def launched_for_system(*, side: Side, named: Ref) -> Actor:
    """The hat of whom the Platform's page knows: a buyer, or a seller's member by the id of the membership.

    One SQL statement beside the scope's. Raises NotFound (no such one, or a member who has left).
    """
    with everything():
        if side is Side.BUYER:
            buyers = Buyer.objects.filter(id=named.id)
            hats = [_buyer_hat(buyer) for buyer in buyers]
        else:
            members = Member.objects.filter(seller_id=named.seller_id, id=named.id, removed_at=None)
            hats = [_seller_hat(member, "") for member in members]
    if not hats:
        raise NotFound(f"{Kind.BUYER if side is Side.BUYER else Kind.MEMBER}.not_found")
    return hats[0]


def _directory_row(kind: Kind, external_id: str) -> tuple[int, UUID] | None:
    with everything():
        rows = ExternalId.objects.filter(kind=kind, external_id=external_id)
        return rows.values_list("seller_id", "id").first()


def _seller_hat(member: Member, language: str) -> Actor:
    return Actor(
        person=member.person_id,
        name=member.name,
        side=Side.SELLER,
        roles=frozenset({Role(member.role)}),
        seller_id=member.seller_id,
        language=language,
    )


def _buyer_hat(buyer: Buyer) -> Actor:
    return Actor(
        person=buyer.id,
        name=buyer.display_name,
        side=Side.BUYER,
        roles=frozenset({Role.BUYER}),
        buyer_id=buyer.id,
        language=buyer.language,
    )
