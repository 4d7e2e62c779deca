"""One report with its words: the side's own; administrators come by `oversight`."""

from dataclasses import replace

import msgspec

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.archive.queries import erased_of
from helpdesk.attachments.queries import files_of
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.reports.models import Report
from helpdesk.reports.policies import visible_to
from helpdesk.reports.queries.lists import lines
from helpdesk.reports.terms import OTHER_SIDE, Line
from helpdesk.reports.terms import Report as Shown


def report_of(*, actor: Actor, report: Ref) -> Shown:
    """With its words, files and outcome. Nine SQL statements at most. Raises NotFound for strangers.

    Of administrators whoever calls has seen a reading in force (oversight.queries.read_report).
    """
    if actor.side not in OTHER_SIDE and actor.side is not Side.ADMINISTRATOR:
        raise NotFound("report.not_found")
    with acting(actor):
        mine = Report.objects.filter(visible_to(actor=actor), seller_id=report.seller_id, id=report.id)
        row = mine.first()
        if row is None:
            raise NotFound("report.not_found")
        [line] = lines(mine)
        said = _values(row)
        words = said.get((row.id, "words"))
        gone = erased_of(seller_id=row.seller_id, entries=[row.id]) if words is None else {}
        files = files_of(actor=actor, entries=[report])
    return Shown(
        line=_with_reason(line, said.get((line.settled.entry, "reason")) if line.settled else None),
        words=None if words is None else words.decode(),
        language=row.language,
        author=_name(said.get((row.id, "by"))),
        files=files.get(row.id, ()),
        erased=gone.get(row.id),
    )


def _values(row: Report) -> dict[tuple[object, str], bytes]:
    entries = [row.id] if row.settled_by is None else [row.id, row.settled_by]
    values = Value.objects.filter(
        seller_id=row.seller_id, entry_id__in=entries, name__in=["words", "by", "reason"]
    )
    return {(id, name): bytes(value) for id, name, value in values.values_list("entry_id", "name", "value")}


def _with_reason(line: Line, reason: bytes | None) -> Line:
    if line.settled is None:
        return line
    told = None if reason is None else reason.decode()
    return replace(line, settled=replace(line.settled, reason=told))


def _name(author: bytes | None) -> str:
    return "" if author is None else str(msgspec.json.decode(author)["name"])
