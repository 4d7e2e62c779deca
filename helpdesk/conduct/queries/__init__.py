"""Reads of conduct that leave the room."""

from helpdesk.conduct.queries.amendments import (
    Published,
    amendments_in_force,
    announced,
    published,
)
from helpdesk.conduct.queries.figures import (
    Figures,
    MissedFigures,
    RuleFigures,
    Shipped,
    figures,
)
from helpdesk.conduct.queries.judging import judged
from helpdesk.conduct.queries.packs import pack_in_force
from helpdesk.conduct.queries.reasons import reason_for
from helpdesk.conduct.queries.reviews import (
    SampleToRead,
    Told,
    reviews_of_author,
    sample_to_read,
    samples_to_read,
    standing_review,
    told,
    verdicts_to_review,
    waits_as,
)
from helpdesk.conduct.queries.verdicts import Kept, told_in, verdicts_of

__all__ = [
    "Figures",
    "Kept",
    "MissedFigures",
    "Published",
    "RuleFigures",
    "SampleToRead",
    "Shipped",
    "Told",
    "amendments_in_force",
    "announced",
    "figures",
    "judged",
    "pack_in_force",
    "published",
    "reason_for",
    "reviews_of_author",
    "sample_to_read",
    "samples_to_read",
    "standing_review",
    "told",
    "told_in",
    "verdicts_of",
    "verdicts_to_review",
    "waits_as",
]
