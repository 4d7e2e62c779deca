"""Reads of conversations."""

from helpdesk.conversations.queries.buyer_list import buyer_list, thread_about_offer, threads_about_orders
from helpdesk.conversations.queries.inbox import inbox, quiet_threads
from helpdesk.conversations.queries.promised import promised
from helpdesk.conversations.queries.subjects import thread_about_order
from helpdesk.conversations.queries.thread import exists, messages_after, thread, threads_about

__all__ = [
    "buyer_list",
    "exists",
    "inbox",
    "messages_after",
    "promised",
    "quiet_threads",
    "thread",
    "thread_about_offer",
    "thread_about_order",
    "threads_about",
    "threads_about_orders",
]
