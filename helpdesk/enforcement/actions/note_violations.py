"""Note violations: what persons decided, as rows that count on the conduct track."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive import queries as archive
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Numbered
from helpdesk.enforcement.models import Concerned, Violation
from helpdesk.enforcement.queries.tracks import tracks_on
from helpdesk.enforcement.rules.reading import Read, read
from helpdesk.kernel.actor import Actor


def note_violations(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Five SQL statements, and one for each that is taken back; taking in twice changes nothing.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows). Points are
    those of the tracks in force today.
    """
    tracks = tracks_on(on=now.date())
    leaves = archive.leaves_of(entries=entries)
    told = [
        (entry, said)
        for entry, leaf in zip(entries, leaves, strict=True)
        if (said := read(leaf=leaf, tracks=tracks))
    ]
    at = _instants([entry for entry, _ in told])
    found = [(entry, said) for entry, said in told if said.kind is not None]
    Violation.objects.bulk_create(
        [
            _row(entry, said, at[said.id], tracks.points[said.kind], tracks.version)
            for entry, said in found
            if said.kind
        ],
        ignore_conflicts=True,
    )
    Concerned.objects.bulk_create(
        [
            Concerned(seller_id=entry.seller_id, id=said.id, buyer_id=entry.buyer_id)
            for entry, said in found
            if entry.buyer_id
        ],
        ignore_conflicts=True,
    )
    for entry, said in told:
        if said.replaces:
            take_back(seller_id=entry.seller_id, violation=said.replaces, by=said.id, at=at[said.id])


def take_back(*, seller_id: int, violation: UUID, by: UUID, at: datetime) -> None:
    """It counts no more, by the entry `by`; in the caller's transaction and scope. Safe to repeat."""
    mine = Violation.objects.filter(seller_id=seller_id, id=violation, taken_back_by=None)
    mine.update(taken_back_at=at, taken_back_by=by)


def _instants(entries: Sequence[Numbered]) -> dict[UUID, datetime]:
    sellers, ids = {one.seller_id for one in entries}, [one.entry_id for one in entries]
    return dict(Entry.objects.filter(seller_id__in=sellers, id__in=ids).values_list("id", "at"))


def _row(entry: Numbered, said: Read, at: datetime, points: int, tracks: int) -> Violation:
    assert said.kind is not None
    return Violation(
        seller_id=entry.seller_id,
        id=said.id,
        source=said.source.value,
        kind=said.kind.value,
        points=points,
        tracks=tracks,
        chain=said.chain,
        subject_id=said.subject,
        at=at,
    )
