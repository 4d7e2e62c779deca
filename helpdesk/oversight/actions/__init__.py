"""Writes of oversight."""

from helpdesk.oversight.actions.answer_letter import answer_letter, close_letter
from helpdesk.oversight.actions.count_days import count_days
from helpdesk.oversight.actions.deciding import change_case_kind, take_case_step
from helpdesk.oversight.actions.hand_out import hand_out, hand_out_dispute
from helpdesk.oversight.actions.judge_sample import judge_sample
from helpdesk.oversight.actions.open_file import open_file
from helpdesk.oversight.actions.review_item import review_item
from helpdesk.oversight.actions.ruling import exclude_obligation, include_obligation, settle_dispute
from helpdesk.oversight.actions.search_words import search_words
from helpdesk.oversight.actions.settle_attempt import confirm_attempt, release_attempt
from helpdesk.oversight.actions.settle_report import settle_report
from helpdesk.oversight.actions.speaking import join_thread, speak, write_to_side
from helpdesk.oversight.actions.verify import verify
from helpdesk.oversight.actions.verify_daily import verify_daily

__all__ = [
    "answer_letter",
    "change_case_kind",
    "close_letter",
    "confirm_attempt",
    "count_days",
    "exclude_obligation",
    "hand_out",
    "hand_out_dispute",
    "include_obligation",
    "join_thread",
    "judge_sample",
    "open_file",
    "release_attempt",
    "review_item",
    "search_words",
    "settle_dispute",
    "settle_report",
    "speak",
    "take_case_step",
    "verify",
    "verify_daily",
    "write_to_side",
]
