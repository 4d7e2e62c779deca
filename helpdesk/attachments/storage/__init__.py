"""Where the bytes of files are: a folder or a bucket, by keys that say nothing."""

from helpdesk.attachments.storage.keeping import delete, keep, new_key, opened

__all__ = ["delete", "keep", "new_key", "opened"]
