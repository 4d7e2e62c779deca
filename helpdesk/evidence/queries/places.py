"""Where entries stand in the log, and what the log says of itself."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.conf import settings

from helpdesk.archive import queries as archive
from helpdesk.evidence.terms import Place, Published
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy
from helpdesk.tlog import proof_files
from helpdesk.tlog.refusals import Refused


def places(*, refs: Sequence[Ref]) -> dict[UUID, Place]:
    """Those of the entries that are in a signed checkpoint, each with its proof. Four SQL statements.

    Raises Busy where the log's files are not what was signed: a package with a wrong proof helps nobody.
    """
    try:
        found = archive.inclusions_of(refs=refs)
    except Refused as refused:
        raise Busy("evidence.log", detail=str(refused)) from refused
    return {
        ref.id: Place(
            origin=one.origin,
            index=one.index,
            proof=proof_files.write(index=one.index, proof=one.hashes, checkpoint=one.note),
        )
        for ref, one in found.items()
    }


def published() -> Published:
    """The newest checkpoint and all keys. Four SQL statements. Raises Busy, as `places`."""
    try:
        head = archive.published()
    except Refused as refused:
        raise Busy("evidence.log", detail=str(refused)) from refused
    return Published(
        origin=head.origin if head else archive.trees()[-1].origin,
        keys_at=f"{settings.HELPDESK.public_url.rstrip('/')}/keys",
        checkpoint=head.note if head else None,
        keys=[*_keys()],
    )


def _keys() -> Iterable[tuple[str, str]]:
    yield from (("log", vkey) for vkey in archive.log_keys())
    yield from (("receipts and manifests", vkey) for vkey in archive.receipt_vkeys())
    yield from (("witness", vkey) for vkey in archive.witness_vkeys())
