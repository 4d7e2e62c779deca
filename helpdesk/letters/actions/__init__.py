"""Writes of letters."""

from helpdesk.letters.actions.answer_letter import answer_letter, write_to_side
from helpdesk.letters.actions.close_letter import close_letter
from helpdesk.letters.actions.join_thread import join_thread
from helpdesk.letters.actions.write_letter import write_letter

__all__ = ["answer_letter", "close_letter", "join_thread", "write_letter", "write_to_side"]
