"""The receipt key of this node."""

from functools import cache

from django.conf import settings

from helpdesk.archive.rules.receipts import ReceiptKey
from helpdesk.tlog.keys import Signer

RECEIPT_KEY_FILE = "receipt.key"


@cache
def receipt_key() -> ReceiptKey:
    """The key in the operator's home. Raises FileNotFoundError before `helpdesk migrate` made it."""
    seed = (settings.HELPDESK.keys / RECEIPT_KEY_FILE).read_text()
    return ReceiptKey(bytes.fromhex(seed))


def receipt_signer(*, origin: str) -> Signer:
    """The same key as a signer of notes, for the manifests of evidence packages. Raises FileNotFoundError."""
    seed = (settings.HELPDESK.keys / RECEIPT_KEY_FILE).read_text()
    return Signer(f"{origin}/receipts", bytes.fromhex(seed))
