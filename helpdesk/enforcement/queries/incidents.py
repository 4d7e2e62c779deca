"""Incidents: what may become a violation or a lost point, by seller, until somebody settles it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Count, Min

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.queries import verdicts_to_review
from helpdesk.deadlines.models import Obligation
from helpdesk.enforcement.policies import can_see_desk
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import queries as marketplace
from helpdesk.reports.models import Report


class Concern(StrEnum):
    """What it is."""

    REPORT = "report"
    FINDING = "finding"  # a person has not said yet what it is worth
    OVERDUE = "overdue"  # closes by itself once it is answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidents:
    """So many of a kind at one seller, the oldest since `since`."""

    concern: Concern
    seller_id: int
    seller: str
    count: int
    since: datetime


def incidents(*, actor: Actor, now: datetime, limit: int = 50) -> list[Incidents]:
    """What waits, reports first, then findings, then overdue answers, the oldest of each first.

    Four SQL statements beside the scope's. Raises NotFound.
    """
    if not can_see_desk(actor=actor):
        raise NotFound("proposal.not_found")
    reports = Report.objects.filter(settled_by=None, of_side=Side.BUYER.value)
    findings = verdicts_to_review(now=now).filter(side=Side.SELLER.value)
    overdue = Obligation.objects.filter(overdue_by__isnull=False, answered_at=None)
    with acting(actor):
        rows = [
            *_grouped(
                Concern.REPORT, reports.values_list("seller_id").annotate(n=Count("*"), first=Min("at"))
            ),
            *_grouped(
                Concern.FINDING, findings.values_list("seller_id").annotate(n=Count("*"), first=Min("at"))
            ),
            *_grouped(
                Concern.OVERDUE,
                overdue.values_list("seller_id").annotate(n=Count("*"), first=Min("deadline")),
            ),
        ][:limit]
        names = marketplace.seller_names(seller_ids={seller for _, seller, _, _ in rows})
    return [
        Incidents(concern=concern, seller_id=seller, seller=names.get(seller, ""), count=count, since=since)
        for concern, seller, count, since in rows
    ]


def _grouped(concern: Concern, rows: Iterable[tuple[Any, ...]]) -> list[tuple[Concern, int, int, datetime]]:
    found = [(concern, seller_id, count, since) for seller_id, count, since in rows]
    return sorted(found, key=lambda one: one[3])
