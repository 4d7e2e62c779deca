"""All that a package is made of, read at one instant."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import house
from helpdesk.archive.terms import Audience, ChainName
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.models import Conversation
from helpdesk.evidence import terms
from helpdesk.evidence.queries.files import files
from helpdesk.evidence.queries.places import places, published
from helpdesk.evidence.terms import KEY, ChainShown, Leaf, Record
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.letters import queries as letters
from helpdesk.letters.rules import audience_of
from helpdesk.marketplace import queries as marketplace

# One statement, one snapshot: an erasure under way is seen as done or as not begun, never half.
_LEAVES = """
SELECT e.id, e.chain, e.n, e.leaf, e.leaf_hash, e.receipt_key, e.receipt, v.names, v.opened, v.salts
FROM archive_entry e
LEFT JOIN LATERAL (
    SELECT array_agg(name) AS names, array_agg(value) AS opened, array_agg(salt) AS salts
    FROM archive_value WHERE seller_id = e.seller_id AND entry_id = e.id
) v ON true
WHERE e.seller_id = %s::bigint AND e.chain = ANY(%s::uuid[])
ORDER BY e.chain, e.n
"""


def record(*, actor: Actor, conversation: Ref, backstage: Collection[Audience] = ()) -> Record:
    """The conversation as its chains have it now, and those of its `backstage` chains.

    A fixed number of SQL statements, however long it is. Raises NotFound for what is not there or not the
    actor's, and to the Platform's machines; Busy where the log's files are not what was signed.
    """
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("conversation.not_found")
    with acting(actor):
        row = Conversation.objects.filter(seller_id=conversation.seller_id, id=conversation.id).first()
        if row is None:
            raise NotFound("conversation.not_found")
        chains = _chains(actor, conversation, backstage)
        seller = marketplace.seller_names(seller_ids=[conversation.seller_id])
        market = marketplace.market_of(actor=actor, code=row.market)
    keys = _keys()
    leaves = [leaf for chain in chains for leaf in chain.leaves]
    return Record(
        conversation=conversation,
        market=row.market,
        zone=market.time_zone,
        seller=seller.get(conversation.seller_id, ""),
        language=_language(leaves),
        title=row.title,
        about="offer" if row.order_id is None else "order",
        chains=chains,
        keys=keys,
        erased=frozenset(_erased(leaves)),
        places=places(refs=_refs(conversation.seller_id, leaves, keys)),
        published=published(),
        files=files(actor=actor, seller_id=conversation.seller_id, leaves=leaves),
    )


def _chains(actor: Actor, conversation: Ref, backstage: Collection[Audience]) -> list[ChainShown]:
    shown = [(conversation.id, ChainName.SHARED, Audience.BOTH)]
    handed = [Audience.BOTH]  # what the courier needs; where refunds go is the buyer's own to show
    if actor.side is Side.BUYER or Audience.BUYER in backstage:
        handed.append(Audience.BUYER)
    for audience in handed:
        id = conversations.handed_over_chain(conversation=conversation.id, audience=audience)
        shown.append((id, ChainName.BACKSTAGE, audience))
    for side in _letters_of(actor, backstage):
        id = letters.correspondence_chain(file=conversation.id, side=side)
        shown.append((id, ChainName.BACKSTAGE, audience_of(side=side)))
    for audience in sorted(backstage):
        chain = conversations.backstage_chain(conversation=conversation, audience=audience)
        shown.append((chain.id, ChainName.BACKSTAGE, audience))
    leaves = _leaves(conversation.seller_id, [id for id, _, _ in shown])
    return [
        ChainShown(id=id, name=name, audience=audience, leaves=leaves[id])
        for id, name, audience in shown
        if leaves[id]
    ]


def _letters_of(actor: Actor, backstage: Collection[Audience]) -> list[Side]:
    """Whose letters: the side's own; of both, what an administrator asks for."""
    if actor.side in (Side.SELLER, Side.BUYER):
        return [actor.side]
    return [side for side in (Side.SELLER, Side.BUYER) if audience_of(side=side) in backstage]


def _leaves(seller_id: int, chains: Sequence[UUID]) -> dict[UUID, list[Leaf]]:
    found: dict[UUID, list[Leaf]] = defaultdict(list)
    for id, chain, n, data, digest, receipt_key, receipt, *opening in hot.rows(
        _LEAVES, [seller_id, list(chains)]
    ):
        names, values, salts = (column or () for column in opening)
        found[chain].append(
            Leaf(
                id=id,
                chain=chain,
                n=n,
                data=data,
                hash=digest,
                receipt_key=receipt_key,
                receipt=receipt,
                values={
                    name: terms.Value(value=value, salt=salt)
                    for name, value, salt in zip(names, values, salts, strict=True)
                },
            )
        )
    return found


def _leaf(row: Entry) -> Leaf:
    return Leaf(
        id=row.id,
        chain=row.chain,
        n=row.n,
        data=bytes(row.leaf),
        hash=bytes(row.leaf_hash),
        receipt_key=row.receipt_key,
        receipt=bytes(row.receipt),
    )


def _keys() -> list[Leaf]:
    """The entries that publish keys: the house's, but what they say is for everybody."""
    with everything():
        rows = Entry.objects.filter(seller_id=OPERATOR, chain=house().id, kind=KEY).order_by("n")
        return [_leaf(row) for row in rows]


def _erased(leaves: Iterable[Leaf]) -> Iterable[UUID]:
    for leaf in leaves:
        for how, entry in leaf.content["ref"]:
            if how == "erases":
                yield UUID(entry)


def _language(leaves: Sequence[Leaf]) -> str:
    """The language in which the conversation began."""
    spoken = (str(leaf.content["f"]["language"]) for leaf in leaves if "language" in leaf.content["f"])
    return next(spoken, "en")


def _refs(seller_id: int, leaves: Iterable[Leaf], keys: Iterable[Leaf]) -> list[Ref]:
    ours = [Ref(seller_id, leaf.id) for leaf in leaves]
    return ours + [Ref(OPERATOR, leaf.id) for leaf in keys]
