"""Where the bytes of files are: a folder or a bucket, by keys that say nothing."""

from helpdesk.attachments.storage.keeping import delete, keep, opened

__all__ = ["delete", "keep", "opened"]
