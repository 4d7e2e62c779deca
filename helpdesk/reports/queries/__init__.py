"""Reads of reports."""

from helpdesk.reports.queries.beside import Outside, outside, own_reports_in
from helpdesk.reports.queries.files import file_of_chain, is_file
from helpdesk.reports.queries.keeping import chain_of_report, old_reports, report_chains, reports_of_buyer
from helpdesk.reports.queries.lists import line_of, own, settled, waiting, waiting_count
from helpdesk.reports.queries.past import history_of
from helpdesk.reports.queries.reading import report_of
from helpdesk.reports.queries.redress import Redress, redress
from helpdesk.reports.queries.subjects import SubjectShown, subject_shown

__all__ = [
    "Outside",
    "Redress",
    "SubjectShown",
    "chain_of_report",
    "file_of_chain",
    "history_of",
    "is_file",
    "line_of",
    "old_reports",
    "outside",
    "own",
    "own_reports_in",
    "redress",
    "report_chains",
    "report_of",
    "reports_of_buyer",
    "settled",
    "subject_shown",
    "waiting",
    "waiting_count",
]
