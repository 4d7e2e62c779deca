"""Where entries stand in the log, and what the log says of itself."""

from collections.abc import Sequence
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from helpdesk.archive.queries import current_log, receipt_key
from helpdesk.evidence.terms import Place, Published
from helpdesk.kernel.ids import Ref
from helpdesk.tlog.keys import KeyType, Verifier


def places(*, refs: Sequence[Ref]) -> dict[UUID, Place]:
    """Those of the entries that are in a signed checkpoint."""
    return {}


def published() -> Published:
    """The newest checkpoint and the keys."""
    log = current_log()
    assert log is not None, "there are conversations, so the log was begun"
    origin = f"{urlsplit(settings.HELPDESK.public_url).hostname}/archive/{log.log_id.hex}"
    receipts = Verifier(f"{origin}/receipts", KeyType.NOTE, receipt_key().public)
    return Published(
        origin=origin,
        keys_at=f"{settings.HELPDESK.public_url}/keys",
        checkpoint=None,
        keys=[("receipts and manifests", receipts.vkey)],
    )
