"""The key that signs checkpoints: its name is the log's origin."""

from urllib.parse import urlsplit
from uuid import UUID

from helpdesk.tlog.keys import KeyType, Signer, Verifier


def origin_of(*, public_url: str, log_id: UUID) -> str:
    """The log's name for ever: the host that people open, and the random id of the log."""
    return f"{urlsplit(public_url).hostname}/archive/{log_id.hex}"


def log_signer(*, origin: str, seed: str) -> Signer:
    """The signer of the log, from its seed in hex. Raises ValueError for anything else."""
    return Signer(origin, bytes.fromhex(seed))


def facts_of(key: Verifier, /) -> dict[str, int | str]:
    """What the `key` entry of a log key says in clear: enough to write its vkey again."""
    return {
        "algorithm": "ed25519",
        "id": key.key_id.hex(),
        "name": key.name,
        "public": key.public.hex(),
        "use": "log",
    }


def receipt_vkey(*, origin: str, public: bytes) -> str:
    """The receipt key as a key of signed notes: evidence packages are signed by it."""
    return Verifier(f"{origin}/receipts", KeyType.NOTE, public).vkey
