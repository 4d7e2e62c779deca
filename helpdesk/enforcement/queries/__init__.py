"""Reads of enforcement."""

from helpdesk.enforcement.queries.appeal_figures import (
    appeal_figures_csv,
    appeal_figures_for_system,
    years_for_system,
)
from helpdesk.enforcement.queries.appeals import (
    appeal_against,
    appeal_days,
    appeal_of,
    appealable,
    appeals_of,
    appeals_settled,
    appeals_waiting,
    count_appeals_waiting,
    is_appeal,
    measure_appealed,
)
from helpdesk.enforcement.queries.changed import MeasureChanged, MeasuresChanged, measures_changed
from helpdesk.enforcement.queries.incidents import Concern, Incidents, incidents
from helpdesk.enforcement.queries.measures import deciders_of, measure_of, measures_of
from helpdesk.enforcement.queries.proposals import proposal_of, settled, waiting, waiting_count
from helpdesk.enforcement.queries.sellers import seller_name
from helpdesk.enforcement.queries.shadow import SHADOW_DAYS, shadowed_tracks_for_system
from helpdesk.enforcement.queries.stating import preview, said_again
from helpdesk.enforcement.queries.tracks import (
    InForce,
    parameters_of,
    published_tracks_for_system,
    tracks_in,
    tracks_on,
)
from helpdesk.enforcement.queries.violations import own_standing

__all__ = [
    "SHADOW_DAYS",
    "Concern",
    "InForce",
    "Incidents",
    "MeasureChanged",
    "MeasuresChanged",
    "appeal_against",
    "appeal_days",
    "appeal_figures_csv",
    "appeal_figures_for_system",
    "appeal_of",
    "appealable",
    "appeals_of",
    "appeals_settled",
    "appeals_waiting",
    "count_appeals_waiting",
    "deciders_of",
    "incidents",
    "is_appeal",
    "measure_appealed",
    "measure_of",
    "measures_changed",
    "measures_of",
    "own_standing",
    "parameters_of",
    "preview",
    "proposal_of",
    "published_tracks_for_system",
    "said_again",
    "seller_name",
    "settled",
    "shadowed_tracks_for_system",
    "tracks_in",
    "tracks_on",
    "waiting",
    "waiting_count",
    "years_for_system",
]
