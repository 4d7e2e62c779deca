"""A case played by hand: steps at local times, dates read as a person would."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from helpdesk.cases.rules import engine, known, opening
from helpdesk.cases.rules.given import No
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import Basis, By, Kind, Owner
from helpdesk.cases.terms.states import CaseState, Date, Move, Reckoning
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.known import calendar_for

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = 60_000_000
ZONES = {"PL": "Europe/Warsaw", "DE": "Europe/Berlin", "GB": "Europe/London", "FR": "Europe/Paris"}
CONSUMER: dict[str, str | int] = {"consumer": 1, "trader": 1, "currency": "PLN", "paid": 20_000}
FACTS: dict[Kind, dict[str, str | int]] = {
    Kind.SHIPPING: {**CONSUMER, "situation": "not_arrived"},
    Kind.RETURN: {**CONSUMER, "situation": "changed_mind", "return_until": "2029-01-01"},
    Kind.WITHDRAWAL: {**CONSUMER, "situation": "changed_mind"},
    Kind.COMPLAINT: {**CONSUMER, "situation": "damaged", "wanted": "repair"},
    Kind.WARRANTY: {**CONSUMER, "situation": "guarantee", "wanted": "repair", "guarantee": 1},
    Kind.CLAIM: {**CONSUMER, "situation": "other", "amount": 5_000},
}


def calendar(country: str) -> Calendar:
    found = calendar_for(country=country)
    assert found
    return found


def us(local: str, zone: str = "Europe/Warsaw") -> int:
    """Microseconds UTC of "2026-12-10 10:00" on this wall clock."""
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    return (at - EPOCH) // timedelta(microseconds=1)


def wall(at: int, zone: str) -> str:
    return f"{(EPOCH + timedelta(microseconds=at)).astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def reckoning(
    *, seller: str = "PL", market: str = "PL", contract_on: str = "2026-09-01", consumer: bool = True
) -> Reckoning:
    return Reckoning(
        seller=calendar(seller),
        market=calendar(market),
        country=market,
        contract_on=date.fromisoformat(contract_on),
        consumer=consumer,
    )


class Played:
    """One case; `at` are local times of the market."""

    def __init__(
        self,
        kind: Kind,
        *,
        at: str,
        by: Reckoning | None = None,
        dated: str = "",
        answered: bool = False,
        **facts: str | int,
    ) -> None:
        self.by = by or reckoning()
        self.zone = self.by.market.zone
        self.flow: Flow = known.flow(kind, version=1)
        self.at = us(at, self.zone)
        given = {name: value for name, value in {**FACTS[kind], **facts}.items() if value != ""}
        self.began = opening.opened(
            self.flow,
            facts=given,
            opened_at=self.at,
            dated_at=us(dated, self.zone) if dated else self.at,
            reckoning=self.by,
            answered=answered,
        )
        self.state: CaseState = self.began.state

    def refusal(self, step: str, side: By, at: str = "", **given: str | int) -> str | None:
        found = self._no(step, side, us(at, self.zone) if at else self.at + MINUTE, given)
        return found.code if found else None

    def step(self, step: str, side: By, at: str = "", **given: str | int) -> Move:
        self.at = us(at, self.zone) if at else self.at + MINUTE
        assert self._no(step, side, self.at, given) is None, self._no(step, side, self.at, given)
        moved = engine.move(
            self.flow,
            state=self.state,
            step=step,
            side=side,
            given=given,
            at=self.at,
            reckoning=self.by,
        )
        self.state = moved.state
        return moved

    def says(self, at: str, *, full: bool = True) -> None:
        """A message of the Seller."""
        self.at = us(at, self.zone)
        self.state = engine.answered(self.flow, state=self.state, at=self.at, full=full)

    def sweep(self, at: str) -> list[Move]:
        """What time did by then, as the sweep puts it on record."""
        self.at, moves = us(at, self.zone), list[Move]()
        while found := engine.lapsed(self.flow, state=self.state, reckoning=self.by, at=self.at):
            moves.append(
                engine.book(self.flow, state=self.state, lapsed=found[0], reckoning=self.by, at=self.at)
            )
            self.state = moves[-1].state
            assert len(moves) < 20
        return moves

    def dates(self, at: str = "") -> dict[str, Date]:
        now = us(at, self.zone) if at else self.at
        return {one.code: one for one in engine.dates(self.flow, state=self.state, reckoning=self.by, at=now)}

    def due(self, code: str) -> str:
        """The day, or of the 24 h clock the minute; "" where nobody can know."""
        one = self.dates()[code]
        if one.due is None:
            return ""
        shown = wall(one.due, one.calendar.zone)
        if one.basis is Basis.ANSWER:
            return shown
        assert shown.endswith("23:59")
        return shown[:10]

    def allowed(self, side: By, at: str = "") -> dict[str, str]:
        """Steps with what is missing for them."""
        now = us(at, self.zone) if at else self.at
        found = engine.allowed(self.flow, state=self.state, side=side, at=now, reckoning=self.by)
        return {one.step: one.missing for one in found}

    @property
    def stage(self) -> str:
        return self.state.stage

    @property
    def waits_for(self) -> Owner:
        return engine.waiting_on(self.flow, state=self.state)

    def _no(self, step: str, side: By, at: int, given: dict[str, str | int]) -> No | None:
        return engine.refusal_of(
            self.flow,
            state=self.state,
            step=step,
            side=side,
            given=given,
            at=at,
            reckoning=self.by,
        )
