"""The key that signs checkpoints: a file that only the worker needs."""

from django.conf import settings

from helpdesk.archive.rules.keys import log_signer
from helpdesk.tlog.keys import Signer

LOG_KEY_FILE = "log.key"


def log_key(*, origin: str) -> Signer:
    """The signer in the operator's home. Raises FileNotFoundError, or ValueError where the file is no key."""
    return log_signer(origin=origin, seed=(settings.HELPDESK.keys / LOG_KEY_FILE).read_text())
