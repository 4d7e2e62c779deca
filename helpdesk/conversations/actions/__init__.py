"""Writes of conversations."""

from helpdesk.conversations.actions.ask import ask_about_offer, ask_about_order
from helpdesk.conversations.actions.count_messages import count_messages
from helpdesk.conversations.actions.mark_read import mark_read
from helpdesk.conversations.actions.post_question import post_question
from helpdesk.conversations.actions.post_reply import post_reply

__all__ = ["ask_about_offer", "ask_about_order", "count_messages", "mark_read", "post_question", "post_reply"]
