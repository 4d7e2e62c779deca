"""Settle a report: a person says what it is worth, and its reporter is told."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.reports import rules
from helpdesk.reports.models import Report
from helpdesk.reports.policies import can_settle
from helpdesk.reports.queries.keeping import chain_of_report
from helpdesk.reports.queries.past import past_of
from helpdesk.reports.terms import MAX_REASON, OTHER_SIDE, Abuse, Kind, Outcome, Rules, Ruling


def settle_report(*, actor: Actor, now: datetime, report: Ref, ruling: Ruling, key: str) -> Kept:
    """The outcome, on the reporter's chain: enforcement reads from its leaf `about`, `decision` and `kind`.

    An abusive one may warn its reporter, or, after a warning, rank the next ones last for a time. Raises
    NotFound (for the other sides too), Forbidden, Invalid, TooLarge, Conflict (decided before), KeyReused,
    Busy. Whoever calls has seen a reading in force (oversight.actions.settle_report).
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("report.not_found")
    if not can_settle(actor=actor):
        raise Forbidden("report.not_yours_to_settle")
    text.storable(ruling.reason, limit=MAX_REASON, field="reason")
    with acting(actor):
        row = locked(report=report)
        if code := rules.refusal_of_ruling(ruling=ruling, accused=OTHER_SIDE[Side(row.of_side)]):
            raise Invalid(code, field="reason" if code == "report.reason" else "found")
        chain = chain_of_report(row=row)
        values = {"ruling": canonical(_said(report, ruling)), "reason": ruling.reason.encode()}
        kept = replay_of(chain=chain, actor=actor, key=key, kind=Kind.SETTLED, values=values)
        if kept is not None:
            return kept
        if row.settled_by is not None:
            raise Conflict("report.settled")
        in_force = rules.rules_in_force(on=now.date())
        abuse = _abuse(row, now, ruling, in_force)
        about_message = [("reports", row.message_id)] if row.message_id else []
        kept = archive.append(
            chain=chain,
            kind=Kind.SETTLED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts=_facts(row, ruling, abuse, in_force),
            ref=[("settles", row.id), *about_message],
        )
        _settle(row, ruling, abuse, kept)
    return kept


def locked(*, report: Ref) -> Report:
    """The row, under its chain's lock, in the present scope. Raises NotFound."""
    mine = Report.objects.filter(seller_id=report.seller_id, id=report.id)
    if (row := mine.first()) is None:
        raise NotFound("report.not_found")
    hot.lock_chain(chain=row.chain)
    return mine.get()


def _said(report: Ref, ruling: Ruling) -> dict[str, str]:
    """So that a key stands for one request."""
    found = ruling.found.value if ruling.found else ""
    return {"report": str(report), "decision": ruling.outcome.value, "kind": found}


def _abuse(row: Report, now: datetime, ruling: Ruling, in_force: Rules) -> Abuse:
    if ruling.outcome is not Outcome.ABUSIVE:
        return Abuse()
    found = rules.abuse_of(past=past_of(row=row, now=now, days=in_force.days), now=now, rules=in_force)
    until = found.last_until  # as a leaf holds it
    return found if until is None else Abuse(last_until=from_us(to_us(until)))


def _facts(row: Report, ruling: Ruling, abuse: Abuse, rules: Rules) -> dict[str, int | str]:
    facts: dict[str, int | str] = {
        "about": OTHER_SIDE[Side(row.of_side)].value,
        "decision": ruling.outcome.value,
        "file": str(row.file_id),
        "rules": rules.version,
        "side": row.of_side,
        "what": row.what,
    }
    if ruling.found is not None:
        facts["kind"] = ruling.found.value
    if abuse.warns:
        facts["warned"] = 1
    return facts if abuse.last_until is None else facts | {"last_until": to_us(abuse.last_until)}


def _settle(row: Report, ruling: Ruling, abuse: Abuse, kept: Kept) -> None:
    Report.objects.filter(seller_id=row.seller_id, id=row.id).update(
        settled_by=kept.receipt.entry,
        settled_at=kept.receipt.at,
        outcome=ruling.outcome.value,
        found=ruling.found.value if ruling.found else None,
        warned=abuse.warns,
        last_until=abuse.last_until,
    )
