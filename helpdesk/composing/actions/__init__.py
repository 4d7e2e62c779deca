"""Marks of what is being written; none of them is a deed."""

from helpdesk.composing.actions.forget_draft import forget_draft
from helpdesk.composing.actions.forget_drafts import forget_drafts
from helpdesk.composing.actions.forget_writer import forget_writer
from helpdesk.composing.actions.keep_draft import keep_draft
from helpdesk.composing.actions.note_presence import note_presence
from helpdesk.composing.actions.note_read import note_read
from helpdesk.composing.actions.note_shared import note_shared

__all__ = [
    "forget_draft",
    "forget_drafts",
    "forget_writer",
    "keep_draft",
    "note_presence",
    "note_read",
    "note_shared",
]
