"""Tables of attachments."""

from helpdesk.attachments.models.file import File
from helpdesk.attachments.models.upload import Upload

__all__ = ["File", "Upload"]
