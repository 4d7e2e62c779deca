"""Reads of conduct that leave the room."""

from helpdesk.conduct.queries.amendments import (
    Announced,
    Foreseen,
    Published,
    amendments_in_force,
    announced,
    coming,
    foreseen,
    foreseen_for,
    forget,
    held,
    published,
    read_amendment,
)
from helpdesk.conduct.queries.figures import (
    Figures,
    MissedFigures,
    RuleFigures,
    Shipped,
    figures,
)
from helpdesk.conduct.queries.judging import judged
from helpdesk.conduct.queries.packs import pack_in_force, pack_of_anywhere
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
from helpdesk.conduct.queries.trials import (
    Change,
    Hit,
    NewFindings,
    RescanShown,
    TrialShown,
    rescan_shown,
    trial,
    trials,
)
from helpdesk.conduct.queries.verdicts import Kept, told_in, verdicts_of
from helpdesk.conduct.rules.amending import MOST_HOSTS, MOST_PHRASES, NOTICE_DAYS, Amendment
from helpdesk.conduct.rules.announcing import Prohibition, Sort
from helpdesk.conduct.rules.packs import VERSION

__all__ = [
    "MOST_HOSTS",
    "MOST_PHRASES",
    "NOTICE_DAYS",
    "VERSION",
    "Amendment",
    "Announced",
    "Change",
    "Figures",
    "Foreseen",
    "Hit",
    "Kept",
    "MissedFigures",
    "NewFindings",
    "Prohibition",
    "Published",
    "RescanShown",
    "RuleFigures",
    "SampleToRead",
    "Shipped",
    "Sort",
    "Told",
    "TrialShown",
    "amendments_in_force",
    "announced",
    "coming",
    "figures",
    "foreseen",
    "foreseen_for",
    "forget",
    "held",
    "judged",
    "pack_in_force",
    "pack_of_anywhere",
    "published",
    "read_amendment",
    "reason_for",
    "rescan_shown",
    "reviews_of_author",
    "sample_to_read",
    "samples_to_read",
    "standing_review",
    "told",
    "told_in",
    "trial",
    "trials",
    "verdicts_of",
    "verdicts_to_review",
    "waits_as",
]
