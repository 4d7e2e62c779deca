"""Make an export: the worker takes the oldest that waits, writes the file, and says so on record."""

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from uuid import UUID

from django.core.files import File
from django.core.files.storage import storages
from django.db.models import F, Q

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import object_key
from helpdesk.kernel.troubles import of_storage
from helpdesk.marketplace.models import Buyer, Pair, Seller
from helpdesk.takeout.actions.gathering import Gathered, gather
from helpdesk.takeout.models import Export
from helpdesk.takeout.queries.opening import STORAGE
from helpdesk.takeout.terms.exports import MADE, SILENT, Wording

_BEAT_SECONDS = 2.0


def make_export(*, actor: Actor, now: datetime, wording: Wording) -> int:
    """1 where one was made, 0 where none waits. Raises Busy and OSError: it waits, and is begun again."""
    row = _taken(actor, now)
    if row is None:
        return 0
    began = monotonic()
    with tempfile.TemporaryDirectory(prefix="helpdesk-export-") as folder:
        gathered = gather(
            party=_party(row),
            person=_person(row),
            language=row.language,
            now=now,
            folder=Path(folder),
            wording=wording,
            beat=_Beat(row, now, began),
        )
        with gathered.path.open("rb") as file, of_storage(missing="export.not_there"):
            storages[STORAGE].save(row.key, File(file))
    _seal(actor, now + timedelta(seconds=monotonic() - began), row, gathered)
    return 1


def _taken(actor: Actor, now: datetime) -> Export | None:
    """The oldest that nobody works on; one whose worker died is begun again, and written in the same place,
    so that no file is left which no row names.
    """
    with acting(actor):
        waiting = Export.objects.filter(Q(beat_at=None) | Q(beat_at__lt=now - SILENT), made_at=None)
        row = waiting.select_for_update(skip_locked=True).order_by("tries", "asked_at").first()
        if row is not None:
            row.key = row.key or object_key()
            mine = Export.objects.filter(seller_id=row.seller_id, id=row.id)
            mine.update(beat_at=now, tries=F("tries") + 1, done=0, key=row.key)
    return row


class _Beat:
    """Says how far it is, every other second: a page shows it, and no other worker begins."""

    def __init__(self, row: Export, now: datetime, began: float) -> None:
        self._row, self._now, self._began, self._last = row, now, began, -_BEAT_SECONDS

    def __call__(self, done: int, total: int) -> None:
        after = monotonic() - self._began
        if after - self._last < _BEAT_SECONDS:
            return
        self._last = after
        at = self._now + timedelta(seconds=after)
        with everything():
            mine = Export.objects.filter(seller_id=self._row.seller_id, id=self._row.id)
            mine.update(done=done, total=total, beat_at=at)


def _person(row: Export) -> UUID | None:
    """Whose notices and sign-ins go in: none where an administrator asked for a shop's."""
    if row.of_buyer is not None:
        return row.of_buyer
    return None if row.audience == Audience.OPERATOR else row.person_id


def _party(row: Export) -> Actor:
    """Whose eyes are used: row security then decides what is theirs."""
    with everything():
        if row.of_seller is not None:
            name = Seller.objects.values_list("name", flat=True).get(seller_id=row.of_seller)
            return Actor(
                person=row.person_id,
                name=name,
                side=Side.SELLER,
                roles=frozenset({Role.OWNER}),
                seller_id=row.of_seller,
                language=row.language,
            )
        assert row.of_buyer is not None, "an export is of a shop or of a buyer"
        name = Buyer.objects.filter(id=row.of_buyer).values_list("display_name", flat=True).first() or ""
    return Actor(
        person=row.of_buyer,
        name=name,
        side=Side.BUYER,
        roles=frozenset({Role.BUYER}),
        buyer_id=row.of_buyer,
        language=row.language,
    )


def _seal(actor: Actor, at: datetime, row: Export, made: Gathered) -> None:
    with acting(actor):
        kept = archive.append(
            chain=_chain(row),
            kind=MADE,
            actor=actor,
            now=at,
            key=f"export/{row.id}",
            values={"manifest": made.manifest.encode()},
            facts={
                "bytes": made.size,
                "entries": made.entries,
                "files": made.attachments,
                "until": made.until,
            },
            ref=[("completes", row.id)],
        )
        Export.objects.filter(seller_id=row.seller_id, id=row.id).update(
            made_by=kept.receipt.entry,
            made_at=kept.receipt.at,
            entries=made.entries,
            size=made.size,
            digest=made.digest,
        )


def _chain(row: Export) -> Chain:
    """The chain of the entry that asked."""
    entry = Entry.objects.get(seller_id=row.seller_id, id=row.id)
    pairs = Pair.objects.filter(seller_id=row.seller_id, buyer_id=row.buyer_id or row.id)
    stand_ins = Seller.objects.filter(seller_id=row.seller_id)
    names = {
        Audience.SELLER: ChainName.SELLER,
        Audience.BUYER: ChainName.BACKSTAGE,
        Audience.OPERATOR: ChainName.DESK,
    }
    return Chain(
        seller_id=row.seller_id,
        id=entry.chain,
        name=names[Audience(row.audience)],
        audience=Audience(row.audience),
        seller=stand_ins.values_list("stand_in", flat=True).first(),
        pair=pairs.values_list("pair", flat=True).first(),
        buyer_id=row.buyer_id,
    )
