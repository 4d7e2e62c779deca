"""Writes of attachments."""

from helpdesk.attachments.actions.drop_files import drop_files
from helpdesk.attachments.actions.sweep_uploads import sweep_uploads
from helpdesk.attachments.actions.upload import upload
from helpdesk.attachments.actions.withdraw_upload import withdraw_upload

__all__ = ["drop_files", "sweep_uploads", "upload", "withdraw_upload"]
