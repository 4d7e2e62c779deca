"""Reads of deadlines."""

from helpdesk.deadlines.queries.calendars import (
    calendar_of,
    current,
    edition_of,
    forget,
    in_force,
    outages_until,
    timetable,
    version_in_force,
)
from helpdesk.deadlines.queries.counted import (
    calendar_at,
    sellers_by,
    sellers_without_calendar,
    waiting_for_recheck,
)
from helpdesk.deadlines.queries.editions import (
    calendar_known,
    calendar_lines,
    calendar_year_for_system,
    in_force_for_system,
    package_change,
    parts_of,
    short_horizons_for_system,
    versions_of,
)
from helpdesk.deadlines.queries.history import history
from helpdesk.deadlines.queries.looks import (
    DeadlineInForce,
    DueNext,
    Look,
    deadline_in_force,
    due_next,
    explained,
    hours_stopped,
    look,
    open_chains,
    state,
    timetable_of,
)
from helpdesk.deadlines.queries.meanwhile import Meanwhile, meanwhile
from helpdesk.deadlines.queries.obligations import clocks_of
from helpdesk.deadlines.queries.offered import days_on_offer, may_waive
from helpdesk.deadlines.queries.outages import (
    OUTAGES,
    foreseen_of_outage,
    proposed_outage,
    proposed_outages,
    published_outages_for_system,
)
from helpdesk.deadlines.queries.pace import counted_times, counted_times_of, overruns
from helpdesk.deadlines.queries.preview import planned, preview
from helpdesk.deadlines.queries.quality import (
    Quality,
    QualityMonth,
    ShopQuality,
    quality_by_shop,
    quality_of,
)
from helpdesk.deadlines.queries.questions import question_answered_by, times_reopened
from helpdesk.deadlines.queries.samples import sample_of, unjudged_samples
from helpdesk.deadlines.queries.waivers import latest_mark, next_mark_is_sampled
from helpdesk.deadlines.queries.warned import warnings_of

__all__ = [
    "OUTAGES",
    "DeadlineInForce",
    "DueNext",
    "Look",
    "Meanwhile",
    "Quality",
    "QualityMonth",
    "ShopQuality",
    "calendar_at",
    "calendar_known",
    "calendar_lines",
    "calendar_of",
    "calendar_year_for_system",
    "clocks_of",
    "counted_times",
    "counted_times_of",
    "current",
    "days_on_offer",
    "deadline_in_force",
    "due_next",
    "edition_of",
    "explained",
    "foreseen_of_outage",
    "forget",
    "history",
    "hours_stopped",
    "in_force",
    "in_force_for_system",
    "latest_mark",
    "look",
    "may_waive",
    "meanwhile",
    "next_mark_is_sampled",
    "open_chains",
    "outages_until",
    "overruns",
    "package_change",
    "parts_of",
    "planned",
    "preview",
    "proposed_outage",
    "proposed_outages",
    "published_outages_for_system",
    "quality_by_shop",
    "quality_of",
    "question_answered_by",
    "sample_of",
    "sellers_by",
    "sellers_without_calendar",
    "short_horizons_for_system",
    "state",
    "times_reopened",
    "timetable",
    "timetable_of",
    "unjudged_samples",
    "version_in_force",
    "versions_of",
    "waiting_for_recheck",
    "warnings_of",
]
