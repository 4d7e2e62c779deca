"""Reads of standing."""

from helpdesk.standing.queries.dashboard import (
    BIN_US,
    DAYS,
    SPANS,
    Dashboard,
    Foreseen,
    Published,
    Times,
    dashboard,
)
from helpdesk.standing.queries.disputes import (
    count_disputes_waiting,
    dispute_of,
    disputes_of,
    disputes_of_point,
    disputes_settled,
    disputes_waiting,
    is_open_to_dispute,
    own_disputes,
)
from helpdesk.standing.queries.disputes_filed import DisputeFiled, disputes_filed, first_dispute_at
from helpdesk.standing.queries.examples import LATE_HOURS, Example, examples
from helpdesk.standing.queries.explained import Explained, LinesPage, costs, explained, lines_of
from helpdesk.standing.queries.feed import FeedPage, feed
from helpdesk.standing.queries.grades import seen_of
from helpdesk.standing.queries.measures import factors_of
from helpdesk.standing.queries.outside import PublishedNow, SeenStanding, standing_seen
from helpdesk.standing.queries.points import (
    PointInFull,
    conversation_of_point,
    own_point,
    points_of_conversation,
)
from helpdesk.standing.queries.recomputing import points_in_leaves, recomputed_for_system, sums_of_points
from helpdesk.standing.queries.scores import Standing, standing_of
from helpdesk.standing.queries.shadow import SHADOW_DAYS, shadowed_for_system
from helpdesk.standing.queries.snapshots import trend_of
from helpdesk.standing.queries.table import points_csv
from helpdesk.standing.queries.weights import InForce, published_weights_for_system, weights_in, weights_on

__all__ = [
    "BIN_US",
    "DAYS",
    "LATE_HOURS",
    "SHADOW_DAYS",
    "SPANS",
    "Dashboard",
    "DisputeFiled",
    "Example",
    "Explained",
    "FeedPage",
    "Foreseen",
    "InForce",
    "LinesPage",
    "PointInFull",
    "Published",
    "PublishedNow",
    "SeenStanding",
    "Standing",
    "Times",
    "conversation_of_point",
    "costs",
    "count_disputes_waiting",
    "dashboard",
    "dispute_of",
    "disputes_filed",
    "disputes_of",
    "disputes_of_point",
    "disputes_settled",
    "disputes_waiting",
    "examples",
    "explained",
    "factors_of",
    "feed",
    "first_dispute_at",
    "is_open_to_dispute",
    "lines_of",
    "own_disputes",
    "own_point",
    "points_csv",
    "points_in_leaves",
    "points_of_conversation",
    "published_weights_for_system",
    "recomputed_for_system",
    "seen_of",
    "shadowed_for_system",
    "standing_of",
    "standing_seen",
    "sums_of_points",
    "trend_of",
    "weights_in",
    "weights_on",
]
