"""Reads of attachments."""

from helpdesk.attachments.queries.checking import check_objects
from helpdesk.attachments.queries.files import files_of
from helpdesk.attachments.queries.held import examined_file, held_file, held_files, held_rows
from helpdesk.attachments.queries.opening import (
    Opened,
    conversation_of_file,
    entry_of_file,
    open_copy,
    open_original,
)
from helpdesk.attachments.queries.posting import files_to_post
from helpdesk.attachments.queries.reading import texts_of
from helpdesk.attachments.queries.unheard import unheard, unheard_count
from helpdesk.attachments.queries.uploads import uploads_of

__all__ = [
    "Opened",
    "check_objects",
    "conversation_of_file",
    "entry_of_file",
    "examined_file",
    "files_of",
    "files_to_post",
    "held_file",
    "held_files",
    "held_rows",
    "open_copy",
    "open_original",
    "texts_of",
    "unheard",
    "unheard_count",
    "uploads_of",
]
