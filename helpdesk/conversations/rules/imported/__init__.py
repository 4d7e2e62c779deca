"""Threads of a file, one after the other; never more than one of them is held."""

from helpdesk.conversations.rules.imported.judging import refusal_of_thread, side_of
from helpdesk.conversations.rules.imported.keys import key_of, message_key, thread_key
from helpdesk.conversations.rules.imported.reading import threads_in

__all__ = ["key_of", "message_key", "refusal_of_thread", "side_of", "thread_key", "threads_in"]
