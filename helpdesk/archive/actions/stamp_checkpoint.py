"""Have the newest checkpoint dated by somebody else, as RFC 3161 says: once a day, where one is set.

Witnesses say that the tree only grew; the authority's token says that it was this large by then, and is
evidence of that even where nobody trusts our clock.
"""

from datetime import UTC, datetime, timedelta

from cryptography.x509 import Certificate, load_pem_x509_certificates
from django.conf import settings
from rfc3161_client import (
    HashAlgorithm,
    TimeStampRequest,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from helpdesk.archive.models import Timestamp
from helpdesk.archive.queries.log import published
from helpdesk.archive.queries.proving import Published
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden
from helpdesk.outsiders.asking import Unanswered, post

SECONDS = 20.0
"""So long the authority may take."""

MOST_BYTES = 65_536  # of an answer with its certificates; usual are 2 to 6 KB

ADRIFT = timedelta(minutes=10)
"""A token that states a time further than this from ours dates nothing that we could rely on."""

SHA256 = "2.16.840.1.101.3.4.2.1"


class Unstamped(Exception):
    """The authority did not answer, or its answer is refused. The text says why, for the worker's log."""


def stamp_checkpoint(*, actor: Actor, now: datetime) -> Timestamp | None:
    """The token, verified and stored. None: no authority is set, today's is there, or nothing is new.

    A day is one of UTC. Raises Unstamped, OSError where the file of the trusted root cannot be read,
    tlog.Refused where our own folder is damaged.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.sequencer_only")
    head = published() if settings.HELPDESK.timestamp_url else None
    if head is None or not _is_due(head, now):
        return None
    note = head.own_note.encode()
    request = TimestampRequestBuilder().data(note).hash_algorithm(HashAlgorithm.SHA256).build()
    response = _asked(request)
    at = verified(response, request=request, note=note, now=now)
    row = Timestamp(tree=head.tree, size=head.size, note=head.own_note, response=response, at=at)
    Timestamp.objects.using("sequencer").bulk_create([row], ignore_conflicts=True)
    return row


def _is_due(head: Published, now: datetime) -> bool:
    last = Timestamp.objects.filter(tree=head.tree).order_by("-size").first()
    if last is None:
        return head.size > 0
    return last.size < head.size and last.at.astimezone(UTC).date() < now.astimezone(UTC).date()


def _asked(request: TimeStampRequest) -> bytes:
    try:
        answer = post(
            url=settings.HELPDESK.timestamp_url,
            body=request.as_bytes(),
            content_type="application/timestamp-query",
            most=MOST_BYTES,
            seconds=SECONDS,
        )
    except Unanswered as unanswered:
        raise Unstamped(str(unanswered)) from None
    if (answer.status, answer.content_type) != (200, "application/timestamp-reply"):
        raise Unstamped(f"status {answer.status}, type {answer.content_type[:80]}")
    return answer.body


def verified(response: bytes, *, request: TimeStampRequest, note: bytes, now: datetime) -> datetime:
    """When the authority saw the note, by its word: signature, chain, digest and our nonce are checked."""
    builder = VerifierBuilder.from_request(request)
    for root in _roots():
        builder = builder.add_root_certificate(root)
    try:
        token = decode_timestamp_response(response)
        builder.build().verify_message(token, note)
        algorithm = token.tst_info.message_imprint.hash_algorithm.dotted_string
        at = token.tst_info.gen_time
    except (ValueError, TypeError, VerificationError) as error:
        raise Unstamped(f"the token is refused: {error}"[:300]) from None
    if algorithm != SHA256:
        raise Unstamped(f"another digest than we asked for: {algorithm}")
    if abs(at - now) > ADRIFT:
        raise Unstamped(f"it states {at.isoformat()}, and here it is {now.isoformat()}")
    return at


def _roots() -> list[Certificate]:
    """Those of the settings, which name a file wherever they name an authority."""
    path = settings.HELPDESK.timestamp_ca
    try:
        return load_pem_x509_certificates(path.read_bytes()) if path else []
    except ValueError as error:
        raise Unstamped(f"{path} holds no certificates: {error}") from None
