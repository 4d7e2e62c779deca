"""Writes of the Archive."""

from helpdesk.archive.actions.append import ENTRY_CALL, append, append_many
from helpdesk.archive.actions.ask_witness import ask_witness
from helpdesk.archive.actions.begin_log import begin_log
from helpdesk.archive.actions.carry_out_erasures import carry_out_erasures
from helpdesk.archive.actions.erase import erase
from helpdesk.archive.actions.move_guard import move_guard
from helpdesk.archive.actions.number_entries import number_entries
from helpdesk.archive.actions.publish_log import check_guard, publish_log
from helpdesk.archive.actions.resume_log import Resumed, resume_log
from helpdesk.archive.actions.run_reactions import run_reactions
from helpdesk.archive.actions.seal import entry_parameters, seal
from helpdesk.archive.actions.stamp_checkpoint import Unstamped, stamp_checkpoint

__all__ = [
    "ENTRY_CALL",
    "Resumed",
    "Unstamped",
    "append",
    "append_many",
    "ask_witness",
    "begin_log",
    "carry_out_erasures",
    "check_guard",
    "entry_parameters",
    "erase",
    "move_guard",
    "number_entries",
    "publish_log",
    "resume_log",
    "run_reactions",
    "seal",
    "stamp_checkpoint",
]
