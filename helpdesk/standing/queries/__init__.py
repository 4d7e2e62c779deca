"""Reads of standing."""

from helpdesk.standing.queries.feed import FeedPage, feed
from helpdesk.standing.queries.measures import factors_of
from helpdesk.standing.queries.recomputing import points_in_leaves, recomputed_for_system, sums_of_points
from helpdesk.standing.queries.scores import Standing, standing_of
from helpdesk.standing.queries.weights import weights_on

__all__ = [
    "FeedPage",
    "Standing",
    "factors_of",
    "feed",
    "points_in_leaves",
    "recomputed_for_system",
    "standing_of",
    "sums_of_points",
    "weights_on",
]
