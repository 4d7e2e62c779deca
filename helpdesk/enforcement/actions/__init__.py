"""Deeds of enforcement, and what follows the record."""

from helpdesk.enforcement.actions.appeal_refusal import appeal_refusal
from helpdesk.enforcement.actions.approve_by_platform import approve_by_platform
from helpdesk.enforcement.actions.decide import approve_measure, decline_measure
from helpdesk.enforcement.actions.file_appeal import file_appeal
from helpdesk.enforcement.actions.hand_over_cases import hand_over_cases
from helpdesk.enforcement.actions.lift_measure import lift_measure
from helpdesk.enforcement.actions.note_violations import note_violations
from helpdesk.enforcement.actions.propose_measures import propose_measures
from helpdesk.enforcement.actions.publish_tracks import announce_tracks, publish_tracks
from helpdesk.enforcement.actions.settle_appeal import settle_appeal
from helpdesk.enforcement.actions.stay_measure import resume_measure, stay_measure
from helpdesk.enforcement.actions.take_back_violation import take_back_violation

__all__ = [
    "announce_tracks",
    "appeal_refusal",
    "approve_by_platform",
    "approve_measure",
    "decline_measure",
    "file_appeal",
    "hand_over_cases",
    "lift_measure",
    "note_violations",
    "propose_measures",
    "publish_tracks",
    "resume_measure",
    "settle_appeal",
    "stay_measure",
    "take_back_violation",
]
