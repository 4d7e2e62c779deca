"""Writes of oversight."""

from helpdesk.oversight.actions.hand_out import hand_out
from helpdesk.oversight.actions.judge_sample import judge_sample
from helpdesk.oversight.actions.open_file import open_file
from helpdesk.oversight.actions.review_item import review_item
from helpdesk.oversight.actions.settle_attempt import confirm_attempt, release_attempt
from helpdesk.oversight.actions.verify import verify
from helpdesk.oversight.actions.verify_daily import verify_daily

__all__ = [
    "confirm_attempt",
    "hand_out",
    "judge_sample",
    "open_file",
    "release_attempt",
    "review_item",
    "verify",
    "verify_daily",
]
