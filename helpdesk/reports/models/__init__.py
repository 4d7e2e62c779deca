"""Tables of reports."""

from helpdesk.reports.models.report import Report

__all__ = ["Report"]
