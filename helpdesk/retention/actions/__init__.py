"""Writes of retention."""

from helpdesk.retention.actions.approve_erasure import approve_erasure
from helpdesk.retention.actions.approve_period import approve_period
from helpdesk.retention.actions.ask_to_lift_hold import ask_to_lift_hold
from helpdesk.retention.actions.carry_out import carry_out
from helpdesk.retention.actions.erase_again import erase_again
from helpdesk.retention.actions.lift_hold import lift_hold
from helpdesk.retention.actions.place_hold import place_hold
from helpdesk.retention.actions.publish_period import publish_period
from helpdesk.retention.actions.refuse_erasure import refuse_erasure
from helpdesk.retention.actions.request_erasure import request_erasure
from helpdesk.retention.actions.retain import retain
from helpdesk.retention.actions.withdraw_period import withdraw_period

__all__ = [
    "approve_erasure",
    "approve_period",
    "ask_to_lift_hold",
    "carry_out",
    "erase_again",
    "lift_hold",
    "place_hold",
    "publish_period",
    "refuse_erasure",
    "request_erasure",
    "retain",
    "withdraw_period",
]
