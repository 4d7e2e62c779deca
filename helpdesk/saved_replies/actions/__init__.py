"""Writes of saved replies."""

from helpdesk.saved_replies.actions.answer_several import answer_several
from helpdesk.saved_replies.actions.save_reply import change_reply, save_reply
from helpdesk.saved_replies.actions.waive_several import waive_several
from helpdesk.saved_replies.actions.withdraw_reply import withdraw_reply

__all__ = ["answer_several", "change_reply", "save_reply", "waive_several", "withdraw_reply"]
