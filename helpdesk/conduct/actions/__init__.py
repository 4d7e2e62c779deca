"""Writes of conduct."""

from helpdesk.conduct.actions.draw_samples import draw_samples
from helpdesk.conduct.actions.keep_verdict import keep_verdict
from helpdesk.conduct.actions.publish_amendment import publish_amendment
from helpdesk.conduct.actions.read_sample import read_sample
from helpdesk.conduct.actions.review import (
    Ruling,
    Subject,
    note_review,
    refuse_if_moved,
    review,
    review_facts,
    review_refs,
    review_values,
    ruling,
)

__all__ = [
    "Ruling",
    "Subject",
    "draw_samples",
    "keep_verdict",
    "note_review",
    "publish_amendment",
    "read_sample",
    "refuse_if_moved",
    "review",
    "review_facts",
    "review_refs",
    "review_values",
    "ruling",
]
