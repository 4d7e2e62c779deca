"""What reports look like over HTTP."""

from datetime import datetime

from ninja import Schema

from helpdesk.api.v1.shapes import FileShape, MessageShape, Stamp


class ReportOutcomeShape(Schema):
    """What a person decided. `decision` is founded, unfounded or abusive; `kind` what a founded one is.

    `reason` is null once erased and in lists, empty where none was given. `warned`: the reporter is warned
    with it; until `last_until` the reporter's next ones rank last.
    """

    entry: str
    at: datetime
    decision: str
    kind: str | None
    reason: str | None
    warned: bool
    last_until: datetime | None


class ReportLine(Schema):
    """A report without its words. `side`: whose it is. `about` is message, conversation or order; a reported
    `message` is named by its entry. A person means to decide by `due_at`. An administrator's reading of it
    names `file`. `ranks_last`: its reporter abused reports before.
    """

    id: str
    file: str
    side: str
    about: str
    what: str
    channel: str
    order: str | None
    message: str | None
    title: str
    seller: str
    market: str
    at: datetime
    due_at: datetime
    ranks_last: bool
    outcome: ReportOutcomeShape | None


class Reports(Schema):
    """At most 50."""

    data: list[ReportLine]


class ReportShape(ReportLine):
    """With its words (null once erased) and files."""

    text: str | None
    language: str
    files: list[FileShape]


class OpenReportShape(ReportShape):
    """For administrators also what was said around it, and what was decided of the same reporter's reports in
    the time that counts.
    """

    around: list[MessageShape]
    past: dict[str, int]


class StoredReport(Schema):
    """The receipt: the report, by when a person means to decide it, and its entry."""

    report: str
    due_at: datetime
    archive: Stamp


class StoredOutcome(Schema):
    """The entry of the decision."""

    archive: Stamp


class Leading(Schema):
    """A message that leads outside the Platform; `report` is the Buyer's own, where there is one."""

    message: str
    what: str
    report: str | None


class LeadingList(Schema):
    """The Seller's messages of the conversation in which the rules found a way outside."""

    data: list[Leading]
