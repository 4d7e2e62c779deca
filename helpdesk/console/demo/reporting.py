"""What people report in Anna's shop: two decided, one that waits, and a message that leads outside."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from helpdesk.archive.terms import Kept
from helpdesk.console.demo.further import threads_of
from helpdesk.console.demo.records import Cast
from helpdesk.console.demo.telling import Teller
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from helpdesk.reports import actions as reports
from helpdesk.reports.terms import Filed, Found, Outcome, Ruling, Said, Subject, What

_HOUR = timedelta(hours=1)
_SHOP = "S-ANNA"
_Step = tuple[datetime, Callable[[], None]]


class Reporting:
    """The deeds, by the people who do them."""

    def __init__(self, *, cast: Cast, hats: Sequence[Actor], teller: Teller) -> None:
        self._cast, self._teller = cast, teller
        self._edda = next(hat for hat in hats if hat.side is Side.ADMINISTRATOR and hat.name == "Edda")
        self._filed: dict[What, tuple[Ref, Actor, Filed]] = {}

    @property
    def _agent(self) -> Actor:
        return next(hat for hat in self._teller.writers[_SHOP] if not hat.has(Role.OWNER))

    def steps(self, *, now: datetime) -> Iterator[_Step]:
        """Each with its instant; they take threads about orders that are there by then."""
        yield now - 75 * _HOUR, lambda: self._report(now - 75 * _HOUR, What.MISLEADING, "here", 3)
        yield now - 74 * _HOUR, lambda: self._decide_first(now - 74 * _HOUR)
        yield now - 49 * _HOUR, lambda: self._report(now - 49 * _HOUR, What.MARKETING, "post", 2)
        yield now - 5 * _HOUR, lambda: self.lead_outside(now - 5 * _HOUR)
        yield now - 3 * _HOUR, lambda: self._report(now - 3 * _HOUR, What.CONTACT_OUTSIDE, "phone", 1)

    def _decide_first(self, now: datetime) -> None:
        self.decide(now, What.MISLEADING, Found.MISLEADING)

    def decide(self, now: datetime, what: What, found: Found) -> Kept:
        """Edda opens the file for the report, and finds it founded."""
        thread, reporter, filed = self._filed[what]
        oversight.open_file(
            actor=self._edda,
            now=now,
            conversation=thread,
            reason="report",
            key=f"demo/reporting/{found}/read",
            item=filed.report,
        )
        return oversight.settle_report(
            actor=self._edda,
            now=now,
            report=filed.report,
            ruling=Ruling(
                outcome=Outcome.FOUNDED, found=found, reason=_words()[f"thanks_{found}"][reporter.language]
            ),
            key=f"demo/reporting/{found}/settle",
        )

    def lead_outside(self, now: datetime) -> None:
        """Sent with a warning that its author passed over: the Buyer sees what it costs to follow."""
        thread, buyer = led(self._threads())
        conversations.post_reply(
            actor=replace(self._agent, language=buyer.language),
            now=now,
            conversation=thread,
            draft=_words()["outside"][buyer.language],
            key="demo/reporting/outside",
            reason=SellerReason.INVOICE,
        )

    def _threads(self) -> list[tuple[Ref, Actor]]:
        return threads_of(cast=self._cast, teller=self._teller)

    def _report(self, now: datetime, what: What, channel: str, number: int) -> None:
        thread, reporter = self._threads()[number]
        filed = reports.file_report(
            actor=reporter,
            now=now,
            subject=Subject(conversation=thread),
            said=Said(what=what, channel=channel, words=_words()[what][reporter.language]),
            key=f"demo/reporting/{what}",
        )
        self._filed[what] = thread, reporter, filed


def led(threads: Sequence[tuple[Ref, Actor]]) -> tuple[Ref, Actor]:
    """Who is led outside: Clara; at hours when she has asked about no order, the first faithful Buyer."""
    return next((one for one in threads if one[1].name.startswith("Clara")), threads[0])


@cache
def _words() -> Any:
    source = files("helpdesk.console.demo") / "reporting.json"
    return json.loads(source.read_text("utf-8"))
