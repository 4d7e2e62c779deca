"""What somebody hands in to be verified: an evidence package, a receipt."""

from datetime import datetime
from pathlib import Path

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import ReceiptChecked
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.policies import can_verify


def package_verdict(*, actor: Actor, path: Path) -> shipped.Report:
    """What the verifier in each package says of this one, by the keys that our own log publishes.

    Raises Forbidden, and OSError where nothing can be read.
    """
    _check(actor)
    with acting(actor):
        keys = [*archive.log_keys(), *archive.receipt_vkeys()]
    return shipped.verify(path, keys=keys)


def receipt_verdict(*, actor: Actor, now: datetime, text: str | bytes) -> ReceiptChecked:
    """A receipt in the JSON of our answers, held against the record. Raises Forbidden, Invalid."""
    _check(actor)
    given = archive.read_receipt(text)
    with acting(actor):
        return archive.check_receipt(given=given, now=now)


def _check(actor: Actor) -> None:
    if not can_verify(actor=actor):
        raise Forbidden("oversight.not_yours")
