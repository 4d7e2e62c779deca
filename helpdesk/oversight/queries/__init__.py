"""Reads of oversight."""

from helpdesk.oversight.queries.agreements import read_agreements
from helpdesk.oversight.queries.cases import read_case, read_contacts
from helpdesk.oversight.queries.days import (
    DAYS,
    Counts,
    HeatMap,
    Overview,
    Warmth,
    days_csv,
    heat_map,
    overview,
)
from helpdesk.oversight.queries.escalations import ESCALATIONS, escalations, escalations_count
from helpdesk.oversight.queries.figures import (
    SPANS,
    Shop,
    quality_of_shop,
    quality_of_shops,
    rule_figures,
)
from helpdesk.oversight.queries.files import FOUND, find_files
from helpdesk.oversight.queries.fitness import MAX_OFFSET, Check, State, fitness_for_system
from helpdesk.oversight.queries.gauges import clock_gauges_for_system
from helpdesk.oversight.queries.handed_in import package_verdict, receipt_verdict
from helpdesk.oversight.queries.handed_over import handed_over
from helpdesk.oversight.queries.integrity import integrity
from helpdesk.oversight.queries.item_places import item_place
from helpdesk.oversight.queries.items import open_item
from helpdesk.oversight.queries.letters import read_letters
from helpdesk.oversight.queries.log_state import LogState, log_state
from helpdesk.oversight.queries.market_plan import (
    DaysCounted,
    LawHeld,
    MarketPlan,
    Missing,
    days_counted,
    market_plan,
)
from helpdesk.oversight.queries.paths import EntryPath, Place, entry_named, path_of
from helpdesk.oversight.queries.queue import QUEUE, review_queue, review_queue_length
from helpdesk.oversight.queries.reading import (
    appeal_of_file,
    may_open_files,
    read_file,
    reading_in_force,
    refusal_read,
    refuse_without_reading,
)
from helpdesk.oversight.queries.readings import PAGE, readings, readings_in_force
from helpdesk.oversight.queries.reports import OpenReport, read_report
from helpdesk.oversight.queries.reviewed import (
    attempt_place,
    refused_text,
    sample_shown,
    specimen,
)
from helpdesk.oversight.queries.reviews import attempts_waiting, samples_waiting, samples_waiting_count
from helpdesk.oversight.queries.rules import rules_for_system
from helpdesk.oversight.queries.rulings import read_dispute, read_obligations
from helpdesk.oversight.queries.searches import searched, searches
from helpdesk.oversight.queries.shops import ShopFile, ShopRow, shop_file, shops

__all__ = [
    "DAYS",
    "ESCALATIONS",
    "FOUND",
    "MAX_OFFSET",
    "PAGE",
    "QUEUE",
    "SPANS",
    "Check",
    "Counts",
    "DaysCounted",
    "EntryPath",
    "HeatMap",
    "LawHeld",
    "LogState",
    "MarketPlan",
    "Missing",
    "OpenReport",
    "Overview",
    "Place",
    "Shop",
    "ShopFile",
    "ShopRow",
    "State",
    "Warmth",
    "appeal_of_file",
    "attempt_place",
    "attempts_waiting",
    "clock_gauges_for_system",
    "days_counted",
    "days_csv",
    "entry_named",
    "escalations",
    "escalations_count",
    "find_files",
    "fitness_for_system",
    "handed_over",
    "heat_map",
    "integrity",
    "item_place",
    "log_state",
    "market_plan",
    "may_open_files",
    "open_item",
    "overview",
    "package_verdict",
    "path_of",
    "quality_of_shop",
    "quality_of_shops",
    "read_agreements",
    "read_case",
    "read_contacts",
    "read_dispute",
    "read_file",
    "read_letters",
    "read_obligations",
    "read_report",
    "reading_in_force",
    "readings",
    "readings_in_force",
    "receipt_verdict",
    "refusal_read",
    "refuse_without_reading",
    "refused_text",
    "review_queue",
    "review_queue_length",
    "rule_figures",
    "rules_for_system",
    "sample_shown",
    "samples_waiting",
    "samples_waiting_count",
    "searched",
    "searches",
    "shop_file",
    "shops",
    "specimen",
]
