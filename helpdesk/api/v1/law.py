"""The law that deadlines are counted by: which rule holds where on which day, and what changes after it."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.kernel import clock
from helpdesk.law import table
from helpdesk.law.countries import places
from helpdesk.law.row import Row

router = Router()
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$", max_length=6)]


class Rule(Schema):
    """`amount` is in `unit`: days, months, years, hours, working_days; count; flag (1); letters (how many).

    In force on `starts_on`, no longer on `ends_on`. `counted` says how a period ends; `confirmed` is false
    until a lawyer has seen it.
    """

    id: str
    key: str
    country: str
    condition: str | None
    consumer: bool
    unit: str
    amount: int
    letters: dict[str, str]
    counted: str | None
    starts_on: date
    ends_on: date | None
    article: str
    confirmed: bool
    note: str


class RuleChange(Schema):
    """On this date the rule begins, or is no longer in force."""

    on: date
    begins: bool
    rule: Rule


class Law(Schema):
    """The rules of a day, and what is known to change after it. No legal advice."""

    on: date
    country: str | None
    rules: list[Rule]
    changes: list[RuleChange]


@router.get("", response=Law)
def show(
    request: ApiRequest,
    country: Annotated[Country | None, Query()] = None,
    on: Annotated[date | None, Query()] = None,
) -> dict[str, Any]:
    """Of a country (ISO 3166-1, -2 for a part, EU) what holds there, else everything; of today in UTC."""
    on = on or clock.now().date()
    rows = table.holding(country=country, on=on) if country else table.rows(on=on)
    here = places(country) if country else None
    changes = [one for one in table.changes(after=on) if here is None or one.row.country in here]
    return {
        "on": on,
        "country": country,
        "rules": [_rule(row) for row in rows],
        "changes": [{"on": one.on, "begins": one.begins, "rule": _rule(one.row)} for one in changes],
    }


def _rule(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "key": row.key,
        "country": row.country,
        "condition": row.condition,
        "consumer": row.consumer,
        "unit": row.unit,
        "amount": row.amount,
        "letters": {one.letter: one.reason for one in row.letters},
        "counted": row.counted,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "article": row.article,
        "confirmed": row.confirmed,
        "note": row.note,
    }
