"""Writes of conduct."""

from helpdesk.conduct.actions.draw_samples import draw_samples
from helpdesk.conduct.actions.keep_verdict import keep_verdict
from helpdesk.conduct.actions.publish_amendment import publish_amendment
from helpdesk.conduct.actions.read_sample import read_sample
from helpdesk.conduct.actions.rescan import rescan
from helpdesk.conduct.actions.review import note_review, review
from helpdesk.conduct.actions.try_rules import ask_trial, go_on_trying

__all__ = [
    "ask_trial",
    "draw_samples",
    "go_on_trying",
    "keep_verdict",
    "note_review",
    "publish_amendment",
    "read_sample",
    "rescan",
    "review",
]
