"""Upload: a file is taken in, judged and stored, and waits for its message."""

import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import BinaryIO, cast

from django.db import IntegrityError
from django.db.models import Sum

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.attachments import rules, storage
from helpdesk.attachments.models import File, Upload
from helpdesk.attachments.policies import can_upload
from helpdesk.attachments.queries.uploads import uploaded
from helpdesk.attachments.terms import (
    KEPT_UNPOSTED,
    MAX_A_DAY,
    MAX_FILE,
    MAX_OPEN,
    MB,
    Judged,
    Mark,
    Uploaded,
)
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import object_key, uuid7
from helpdesk.kernel.refusal import Busy, Forbidden, KeyReused, Refused, TooLarge
from helpdesk.marketplace.queries import seller_of

_IN_MEMORY = 1 << 20  # bytes; what is larger waits in a temporary file
_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """What came in."""

    content: BinaryIO
    size: int
    digest: bytes
    marked: Mark | None = None


def upload(
    *,
    actor: Actor,
    now: datetime,
    seller_id: int,
    name: str,
    chunks: Iterable[bytes],
    key: str,
    marked: Mark | None = None,
) -> Uploaded:
    """The file, durably stored, to be named in a post to or of this Seller within 24 hours.

    `marked`: which document it is, as its sender says. The same key and content again: the same file.
    Raises Forbidden, TooLarge (beyond MAX_FILE, MAX_OPEN or MAX_A_DAY), Refused (what it is or how it is
    named; see `rules.judge`), KeyReused, Busy (no room, or no storage to be had). A refusal stores nothing.
    """
    if not can_upload(actor=actor, seller_id=seller_id):
        raise Forbidden("upload.not_yours")
    try:
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
            taken = _take(chunks, cast("BinaryIO", spool))
            judged = rules.judge(name=name, content=taken.content)
            return _store(actor, now, seller_id, key, judged, replace(taken, marked=marked))
    except OSError as error:  # no room for what came in
        raise Busy("file.storage") from error


def _take(chunks: Iterable[bytes], spool: BinaryIO) -> _Taken:
    size, digest = 0, hashlib.sha256()
    for chunk in chunks:
        size += len(chunk)
        if size > MAX_FILE:
            raise TooLarge("file.too_large", field="file", limit=MAX_FILE // MB)
        digest.update(chunk)
        spool.write(chunk)
    return _Taken(content=spool, size=size, digest=digest.digest())


def _store(actor: Actor, now: datetime, seller_id: int, key: str, judged: Judged, taken: _Taken) -> Uploaded:
    """The row first, so that an object whose row is lost cannot be; then the object; then both count."""
    row = _begun(actor, now, seller_id, key, judged, taken)
    if bytes(row.digest) != taken.digest or row.name != judged.name:
        raise KeyReused("archive.key_reused")
    if row.began_at <= now - KEPT_UNPOSTED:
        raise Busy("archive.busy")  # it is being cleared away
    if row.stored_at is not None:
        return uploaded(row=row, replayed=True)
    storage.keep(key=row.storage_key, content=taken.content)
    with acting(actor):
        if not Upload.objects.filter(seller_id=seller_id, id=row.id).update(stored_at=now):
            raise Busy("file.storage")  # cleared away meanwhile: it took longer than a day
    return uploaded(row=row, replayed=False)


def _begun(actor: Actor, now: datetime, seller_id: int, key: str, judged: Judged, taken: _Taken) -> Upload:
    """The row under this key, new or found."""
    row = Upload(
        seller_id=seller_id,
        id=uuid7(),
        author=actor.person,
        key=key,
        buyer_id=actor.buyer_id,
        audience=Audience.SELLER if actor.side is Side.SELLER else Audience.BUYER,
        name=judged.name,
        type=judged.type.value,
        size=taken.size,
        digest=taken.digest,
        marked=taken.marked and taken.marked.value,
        storage_key=object_key(),
        began_at=now,
    )
    seller_of(actor=actor, seller_id=seller_id)  # raises NotFound for a shop that is not there
    try:
        with acting(actor):
            if found := _stored_under(actor, seller_id, key):
                return found
            _refuse_beyond_quota(actor, now, seller_id, taken.size)
            row.save(force_insert=True)
    except IntegrityError:  # the same request a second time, while the first was under way
        with acting(actor):
            if (found := _stored_under(actor, seller_id, key)) is None:
                raise Busy("archive.busy") from None
            return found
    return row


def _stored_under(actor: Actor, seller_id: int, key: str) -> Upload | None:
    return Upload.objects.filter(seller_id=seller_id, author=actor.person, key=key).first()


def _refuse_beyond_quota(actor: Actor, now: datetime, seller_id: int, size: int) -> None:
    """Raises TooLarge, Refused. Two requests at once may both be let in: a quota is no exact science."""
    waiting = Upload.objects.filter(seller_id=seller_id, author=actor.person)
    if waiting.count() >= MAX_OPEN:
        raise Refused("upload.too_many", field="file", limit=MAX_OPEN)
    posted = File.objects.filter(seller_id=seller_id, author=actor.person, at__gt=now - _DAY)
    sums = (rows.aggregate(sum=Sum("size"))["sum"] or 0 for rows in (waiting, posted))
    if sum(sums) + size > MAX_A_DAY:
        raise TooLarge("upload.quota", field="file", limit=MAX_A_DAY // MB)
