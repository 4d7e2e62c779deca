"""Reads of conversations."""

from helpdesk.conversations.queries.attempts import (
    attempt_of,
    attempt_row,
    attempt_shown,
    backstage_chain,
    unsettled_attempts,
)
from helpdesk.conversations.queries.buyer_list import buyer_list, thread_about_offer, threads_about_orders
from helpdesk.conversations.queries.checking import Checked, checked, checked_question, checked_start
from helpdesk.conversations.queries.clocks import ThreadClocks, thread_clocks
from helpdesk.conversations.queries.finding import threads_about, threads_between, threads_by_ref, threads_on
from helpdesk.conversations.queries.handed_over import (
    Handed,
    HandedOver,
    handed_over,
    handed_over_for,
    open_delivery,
)
from helpdesk.conversations.queries.inbox import inbox, lane_bounds, lanes
from helpdesk.conversations.queries.intakes import intake, intakes
from helpdesk.conversations.queries.keeping import (
    Spared,
    attempts_of_buyer,
    chain_of_handed_over,
    chains_of_attempt,
    chains_of_thread,
    emptied,
    handed_over_by,
    held_threads,
    messages_named,
    old_attempts,
    old_handed_over,
    old_threads,
    threads_of_buyer,
)
from helpdesk.conversations.queries.open_offers import open_offers
from helpdesk.conversations.queries.outline import Outlined, outline
from helpdesk.conversations.queries.own_attempts import OwnAttempt, own_attempt
from helpdesk.conversations.queries.pointing import Pointed, Pointers, pointers
from helpdesk.conversations.queries.promised import promised
from helpdesk.conversations.queries.quiet import other_threads, quiet_threads, threads_with
from helpdesk.conversations.queries.read_file import read_file
from helpdesk.conversations.queries.reviewing import ReviewDue, market_of_thread, review_due
from helpdesk.conversations.queries.spoken import answered_since, asked_since
from helpdesk.conversations.queries.starting import Beginning, beginning_of, muted, muted_order
from helpdesk.conversations.queries.subjects import thread_about_order
from helpdesk.conversations.queries.thread import exists, is_visible, known, last_n_at, messages_after, thread
from helpdesk.conversations.queries.ticks import (
    MAX_QUESTIONS,
    Waiting,
    place_of,
    ticks_in,
    treated_by,
    waiting_in,
)
from helpdesk.conversations.queries.unopened import first_attempts
from helpdesk.conversations.queries.worded import SpokenIn, spoken_in, words_of
from helpdesk.conversations.rules import backstage as backstage_id
from helpdesk.conversations.rules import handed_over as handed_over_chain
from helpdesk.conversations.rules.addresses import holds_address

__all__ = [
    "MAX_QUESTIONS",
    "Beginning",
    "Checked",
    "Handed",
    "HandedOver",
    "Outlined",
    "OwnAttempt",
    "Pointed",
    "Pointers",
    "ReviewDue",
    "Spared",
    "SpokenIn",
    "ThreadClocks",
    "Waiting",
    "answered_since",
    "asked_since",
    "attempt_of",
    "attempt_row",
    "attempt_shown",
    "attempts_of_buyer",
    "backstage_chain",
    "backstage_id",
    "beginning_of",
    "buyer_list",
    "chain_of_handed_over",
    "chains_of_attempt",
    "chains_of_thread",
    "checked",
    "checked_question",
    "checked_start",
    "emptied",
    "exists",
    "first_attempts",
    "handed_over",
    "handed_over_by",
    "handed_over_chain",
    "handed_over_for",
    "held_threads",
    "holds_address",
    "inbox",
    "intake",
    "intakes",
    "is_visible",
    "known",
    "lane_bounds",
    "lanes",
    "last_n_at",
    "market_of_thread",
    "messages_after",
    "messages_named",
    "muted",
    "muted_order",
    "old_attempts",
    "old_handed_over",
    "old_threads",
    "open_delivery",
    "open_offers",
    "other_threads",
    "outline",
    "own_attempt",
    "place_of",
    "pointers",
    "promised",
    "quiet_threads",
    "read_file",
    "review_due",
    "spoken_in",
    "thread",
    "thread_about_offer",
    "thread_about_order",
    "thread_clocks",
    "threads_about",
    "threads_about_orders",
    "threads_between",
    "threads_by_ref",
    "threads_of_buyer",
    "threads_on",
    "threads_with",
    "ticks_in",
    "treated_by",
    "unsettled_attempts",
    "waiting_in",
    "words_of",
]
