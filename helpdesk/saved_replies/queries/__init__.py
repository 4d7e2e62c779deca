"""Reads of saved replies."""

from helpdesk.saved_replies.queries.filling import addressees, filled
from helpdesk.saved_replies.queries.saved import saved_replies, saved_reply

__all__ = ["addressees", "filled", "saved_replies", "saved_reply"]
