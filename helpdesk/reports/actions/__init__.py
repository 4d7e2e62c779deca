"""Writes of reports."""

from helpdesk.reports.actions.file_report import file_report
from helpdesk.reports.actions.settle_report import settle_report

__all__ = ["file_report", "settle_report"]
