"""Orders to erase that a signed log holds and this database does not: it was restored from before them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec

from helpdesk.archive.models import Entry, Tree
from helpdesk.archive.queries.folder import LogFolder, folder_of
from helpdesk.archive.queries.log import trees
from helpdesk.archive.rules.erasing import ERASES
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel.ids import OPERATOR
from helpdesk.tlog.checkpoints import open_checkpoint
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.hashing import leaf_hash
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import TILE_WIDTH, Bundle, decode_bundle

ORDERED = "ordered"  # how an order names what decided on it


class LostLeaf(msgspec.Struct, frozen=True):
    """What is read of a leaf: its kind, its chain, what it refers to, its facts."""

    id: UUID
    t: str
    chain: UUID
    ref: Sequence[tuple[str, UUID]]
    f: Mapping[str, int | str]

    @property
    def ordered(self) -> UUID | None:
        """The entry that decided on it: an approval, or the publication of a period."""
        return next((entry for how, entry in self.ref if how == ORDERED), None)

    @property
    def erases(self) -> list[UUID]:
        """The entries that it orders to go."""
        return [entry for how, entry in self.ref if how == ERASES]


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLeaves:
    """Leaves of some kinds that the database lost; `known`: how many signed leaves were looked at."""

    leaves: Sequence[LostLeaf]
    known: int


def lost_leaves(*, kinds: Sequence[str]) -> LostLeaves:
    """From the logs on this machine; the present scope sees all. One SQL statement beside the trees'.

    Each log is read whole and must lead to the root that its own key signed: nothing goes on the word of a
    file. Raises tlog.Refused where one does not, or has no bundle where it should.
    """
    known, found = 0, list[LostLeaf]()
    for tree in trees():
        leaves, size = _signed(tree, kinds)
        known, found = known + size, found + leaves
    there = set(Entry.objects.filter(id__in=[leaf.id for leaf in found]).values_list("id", flat=True))
    return LostLeaves(leaves=[leaf for leaf in found if leaf.id not in there], known=known)


def _signed(tree: Tree, kinds: Sequence[str]) -> tuple[list[LostLeaf], int]:
    folder = folder_of(log_id=tree.log_id)
    if (note := folder.read_checkpoint()) is None:
        return [], 0
    head = open_checkpoint(note, origin=tree.origin, verifiers=[Verifier.parse(tree.vkey)])
    marks = [f'"t":"{kind}"'.encode() for kind in kinds]
    grown, found = Frontier(), list[LostLeaf]()
    for leaves in _bundles(folder, head.size):
        grown = grown.extended([leaf_hash(leaf) for leaf in leaves])
        likely = (leaf for leaf in leaves if any(mark in leaf for mark in marks))
        found += [leaf for leaf in map(_read, likely) if leaf.t in kinds]
    if grown.root() != head.root:
        raise Refused("root.altered", str(folder.path))
    return found, head.size


def _bundles(folder: LogFolder, size: int) -> Iterator[Sequence[bytes]]:
    for start in range(0, size, TILE_WIDTH):
        bundle = Bundle(start // TILE_WIDTH, min(TILE_WIDTH, size - start))
        try:
            yield decode_bundle(folder.read_bundle(bundle))
        except FileNotFoundError:
            raise Refused("file.missing", str(folder.path / bundle.path())) from None


def _read(leaf: bytes) -> LostLeaf:
    return msgspec.json.decode(leaf, type=LostLeaf)


def entries_of(*, ids: Iterable[UUID], chain: UUID) -> list[Entry]:
    """Those of these entries that are on the chain, in the present scope, in their order."""
    return list(Entry.objects.filter(id__in=list(ids), chain=chain).order_by("n"))


def chain_under(*, entry: Entry) -> Chain:
    """The chain on which an entry lies, with the stand-ins that its leaf shows."""
    leaf = msgspec.json.decode(bytes(entry.leaf))
    return Chain(
        seller_id=entry.seller_id,
        id=entry.chain,
        name=_name(entry),
        audience=Audience(entry.audience),
        seller=UUID(leaf["seller"]) if leaf.get("seller") else None,
        pair=UUID(leaf["pair"]) if leaf.get("pair") else None,
        buyer_id=entry.buyer_id,
    )


def _name(entry: Entry) -> ChainName:
    if entry.seller_id == OPERATOR:
        return ChainName.DESK
    return ChainName.SHARED if entry.audience == Audience.BOTH else ChainName.BACKSTAGE
