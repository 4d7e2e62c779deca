"""What lies beside the database: which folders a backup holds, under which names."""

from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

LOG, FILES, KEYS, GUARD = "log", "files", "keys", "guard"
DATABASE = "database.dump"


def folders(*, keys: bool) -> Mapping[str, Path]:
    """The folders to copy, in the order in which it is done: the log before the database.

    So the log in a backup is never ahead of the database in it; what the log lacks is made from the rows.
    Attachments come after: each was stored before the message that names it. Those in a bucket stay there.
    """
    ours = settings.HELPDESK
    found = {GUARD: ours.guard, LOG: ours.log}
    found |= {} if ours.files_url else {FILES: ours.home / "files"}
    return found | ({KEYS: ours.keys} if keys else {})
