"""Writes of attachments."""

from helpdesk.attachments.actions.book_examination import book_examination, postpone_examination
from helpdesk.attachments.actions.drop_files import drop_files
from helpdesk.attachments.actions.examine_file import examine_file
from helpdesk.attachments.actions.forget_uploads import forget_uploads
from helpdesk.attachments.actions.mark_upload import mark_upload
from helpdesk.attachments.actions.read_again import note_heard, read_again, take_up_unheard
from helpdesk.attachments.actions.seal_beside import seal_beside
from helpdesk.attachments.actions.settle_file import settle_file
from helpdesk.attachments.actions.sweep_uploads import sweep_uploads
from helpdesk.attachments.actions.take_up_files import take_up_files
from helpdesk.attachments.actions.upload import upload
from helpdesk.attachments.actions.withdraw_upload import withdraw_upload

__all__ = [
    "book_examination",
    "drop_files",
    "examine_file",
    "forget_uploads",
    "mark_upload",
    "note_heard",
    "postpone_examination",
    "read_again",
    "seal_beside",
    "settle_file",
    "sweep_uploads",
    "take_up_files",
    "take_up_unheard",
    "upload",
    "withdraw_upload",
]
