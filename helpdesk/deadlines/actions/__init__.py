"""Writes of deadlines."""

from helpdesk.deadlines.actions.close_by_deed import close_by_deed
from helpdesk.deadlines.actions.close_by_waiver import close_by_waiver, note_objection
from helpdesk.deadlines.actions.correct_verdict import correct_verdict
from helpdesk.deadlines.actions.declare_outage import declare_outage
from helpdesk.deadlines.actions.dismiss_outage import dismiss_outage
from helpdesk.deadlines.actions.draw_samples import draw_samples
from helpdesk.deadlines.actions.judge_sample import judge_sample
from helpdesk.deadlines.actions.marking import mark_for_recheck, mark_of_seller
from helpdesk.deadlines.actions.note_pulse import note_pulse
from helpdesk.deadlines.actions.open_obligation import open_obligation
from helpdesk.deadlines.actions.publish_calendar import publish_calendar
from helpdesk.deadlines.actions.publish_outage import publish_outage
from helpdesk.deadlines.actions.sweep import sweep

__all__ = [
    "close_by_deed",
    "close_by_waiver",
    "correct_verdict",
    "declare_outage",
    "dismiss_outage",
    "draw_samples",
    "judge_sample",
    "mark_for_recheck",
    "mark_of_seller",
    "note_objection",
    "note_pulse",
    "open_obligation",
    "publish_calendar",
    "publish_outage",
    "sweep",
]
