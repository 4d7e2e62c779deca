"""Writes of conversations."""

from helpdesk.conversations.actions.ask import ask_about_offer, ask_about_order
from helpdesk.conversations.actions.ask_for_check import CheckAsked, ask_for_check
from helpdesk.conversations.actions.begin_import import begin_import
from helpdesk.conversations.actions.call_complete import call_complete
from helpdesk.conversations.actions.confirm_attempt import confirm_attempt
from helpdesk.conversations.actions.count_messages import count_messages
from helpdesk.conversations.actions.drop_import import drop_import
from helpdesk.conversations.actions.examine_file import examine_file
from helpdesk.conversations.actions.hand_in_threads import hand_in_threads
from helpdesk.conversations.actions.hand_over import give_delivery_details, give_refund_account
from helpdesk.conversations.actions.hear_file import hear_file
from helpdesk.conversations.actions.import_threads import import_threads
from helpdesk.conversations.actions.insist import insist
from helpdesk.conversations.actions.mark_read import mark_read
from helpdesk.conversations.actions.mute import mute, mute_order
from helpdesk.conversations.actions.object_to_waiver import object_to_waiver
from helpdesk.conversations.actions.post_question import post_question
from helpdesk.conversations.actions.post_remark import post_remark
from helpdesk.conversations.actions.post_reply import post_reply
from helpdesk.conversations.actions.release_attempt import release_attempt
from helpdesk.conversations.actions.reopen_answer import reopen_answer
from helpdesk.conversations.actions.reread import rescan, try_rules
from helpdesk.conversations.actions.say import Saying, say
from helpdesk.conversations.actions.say_about_order import say_about_order
from helpdesk.conversations.actions.start_about_order import start_about_order
from helpdesk.conversations.actions.waive_reply import waive_reply
from helpdesk.conversations.actions.work_on_imports import work_on_imports

__all__ = [
    "CheckAsked",
    "Saying",
    "ask_about_offer",
    "ask_about_order",
    "ask_for_check",
    "begin_import",
    "call_complete",
    "confirm_attempt",
    "count_messages",
    "drop_import",
    "examine_file",
    "give_delivery_details",
    "give_refund_account",
    "hand_in_threads",
    "hear_file",
    "import_threads",
    "insist",
    "mark_read",
    "mute",
    "mute_order",
    "object_to_waiver",
    "post_question",
    "post_remark",
    "post_reply",
    "release_attempt",
    "reopen_answer",
    "rescan",
    "say",
    "say_about_order",
    "start_about_order",
    "try_rules",
    "waive_reply",
    "work_on_imports",
]
