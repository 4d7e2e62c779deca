"""How cases ended, in the order of the log: for the Platform, which carries it out. Codes, no words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from django.db.models import F

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.cases.models import Case, Step
from helpdesk.cases.policies import can_read_outcomes
from helpdesk.cases.rules import known
from helpdesk.cases.rules.remaining import counted
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import By, Kind, Situation
from helpdesk.cases.terms.outcomes import OutcomesChanged, OutcomeShown
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Buyer, Order, OrderLine, Seller
from helpdesk.marketplace.terms.shown import Price

_KINDS: Final = (Entry.STEP, Entry.LAPSED, Entry.CHANGED)
_Place = tuple[int, UUID]


def outcomes_changed(*, actor: Actor, after: int, limit: int) -> OutcomesChanged:
    """What ended, or runs again, behind a number of the log; each case once, as it stands now.

    Raises NotFound for everybody but the Platform. Eight SQL statements beside the scope's.
    """
    if not can_read_outcomes(actor):
        raise NotFound("case.not_found")
    with acting(actor):
        found = archive.changes_after(number=after, kinds=_KINDS, limit=limit)
        numbers = {(one.seller_id, one.entry_id): one.number for one in found.entries}
        ends = _ends(numbers)
        rows = _shown(ends) if ends else []
    return OutcomesChanged(
        rows=sorted(rows, key=lambda one: one.number), through=found.through, more=found.more
    )


def _ends(numbers: Mapping[_Place, int]) -> dict[_Place, tuple[int, str]]:
    """Of each case that one of these entries ended or began anew: the latest number, and by whom."""
    if not numbers:
        return {}
    rows = Step.objects.filter(
        seller_id__in={seller for seller, _ in numbers}, id__in=[id for _, id in numbers]
    )
    found: dict[_Place, tuple[int, str]] = {}
    for row in rows:
        if row.outcome or _had_ended(row):
            case, number = (row.seller_id, row.case_id), numbers[row.seller_id, row.id]
            found[case] = max(found.get(case, (-1, "")), (number, row.side))
    return found


def _had_ended(row: Step) -> bool:
    before = known.flow(Kind(row.kind), version=row.version).stages.get(row.frm)
    return before is not None and before.ends


def _shown(ends: Mapping[_Place, tuple[int, str]]) -> list[OutcomeShown]:
    cases = list(
        Case.objects.filter(seller_id__in={seller for seller, _ in ends}, id__in=[id for _, id in ends])
    )
    sellers = _external(Seller, "seller_id", {case.seller_id for case in cases})
    buyers = _external(Buyer, "id", {case.buyer_id for case in cases})
    orders = {
        row.id: row
        for row in Order.objects.filter(
            seller_id__in={case.seller_id for case in cases}, id__in={case.order_id for case in cases}
        )
    }
    lines = _lines(cases)
    return [
        OutcomeShown(
            number=ends[case.seller_id, case.id][0],
            case=Ref(case.seller_id, case.id),
            case_number=case.number,
            kind=Kind(case.kind),
            situation=Situation(case.situation),
            seller=sellers[case.seller_id],
            buyer=buyers.get(case.buyer_id, ""),
            order=orders[case.order_id].external_id,
            order_number=orders[case.order_id].number,
            market=case.market,
            opened_at=case.at,
            outcome=case.outcome,
            ended_at=case.ended_at,
            lines=counted(str(case.state["facts"].get("items", "")), pieces=lines[case.order_id]),
            remedy=_code(case, "remedy"),
            decision=_code(case, "decision"),
            decided_by=_decided_by(case, ends[case.seller_id, case.id][1]),
            amount=_money(case, "amount"),
            deduction=_money(case, "deduction"),
            entry=Ref(case.seller_id, case.last_by),
        )
        for case in cases
    ]


def _external(model: type[Seller] | type[Buyer], key: str, ids: Iterable[object]) -> dict[object, str]:
    return dict(model.objects.filter(**{f"{key}__in": list(ids)}).values_list(key, "external_id"))


def _lines(cases: Iterable[Case]) -> Mapping[UUID, dict[str, int]]:
    """The pieces of each line of these orders, as the Platform names lines."""
    rows = OrderLine.objects.filter(
        seller_id__in={case.seller_id for case in cases}, order_id__in={case.order_id for case in cases}
    ).filter(quantity__gt=0)
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    for order, line, quantity in rows.order_by(F("position")).values_list("order_id", "line", "quantity"):
        found[order][line] = quantity
    return found


def _code(case: Case, name: str) -> str:
    return str(case.state["facts"].get(name, ""))


def _money(case: Case, name: str) -> Price | None:
    minor, currency = case.state["facts"].get(name), case.state["facts"].get("currency")
    return Price(minor=int(minor), currency=currency) if minor is not None and currency else None


def _decided_by(case: Case, side: str) -> By:
    """The Platform where it decided, else whoever took the step that ended it; no person is named."""
    if case.state["facts"].get("decision"):
        return By.PLATFORM
    return By.PLATFORM if side in ("administrator", "platform") else By(side)
