"""Reads of enforcement."""

from helpdesk.enforcement.queries.measures import deciders_of, measure_of, measures_of
from helpdesk.enforcement.queries.tracks import InForce, published_tracks_for_system, tracks_on

__all__ = [
    "InForce",
    "deciders_of",
    "measure_of",
    "measures_of",
    "published_tracks_for_system",
    "tracks_on",
]
