"""What people report in Anna's shop: one decided, one that waits, and a message that leads outside."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

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


def steps(*, cast: Cast, hats: Sequence[Actor], teller: Teller, now: datetime) -> Iterator[_Step]:
    """Each with its instant; they take threads about orders that are there by then."""
    agent = next(hat for hat in teller.writers[_SHOP] if not hat.has(Role.OWNER))
    edda = next(hat for hat in hats if hat.side is Side.ADMINISTRATOR and hat.name == "Edda")
    told = _Reporting(cast=cast, teller=teller, agent=agent, edda=edda)
    yield now - 49 * _HOUR, lambda: told.be_reported(now - 49 * _HOUR)
    yield now - 47 * _HOUR, lambda: told.decide(now - 47 * _HOUR)
    yield now - 5 * _HOUR, lambda: told.lead_outside(now - 5 * _HOUR)
    yield now - 3 * _HOUR, lambda: told.be_reported_again(now - 3 * _HOUR)


class _Reporting:
    """The deeds, by the people who do them."""

    def __init__(self, *, cast: Cast, teller: Teller, agent: Actor, edda: Actor) -> None:
        self._cast, self._teller, self._agent, self._edda = cast, teller, agent, edda
        self._filed: Filed | None = None
        self._reporter, self._thread = edda, Ref(0, edda.person)

    def be_reported(self, now: datetime) -> None:
        """A Buyer found advertising in the parcel."""
        self._thread, self._reporter = self._threads()[2]
        self._filed = self._report(now, What.MARKETING, "post")

    def decide(self, now: datetime) -> None:
        """Edda opens the file for the report, and finds it founded."""
        assert self._filed is not None  # two hours ago
        oversight.open_file(
            actor=self._edda,
            now=now,
            conversation=self._thread,
            reason="report",
            key="demo/reporting/read",
            item=self._filed.report,
        )
        reason = _words()["thanks"][self._reporter.language]
        oversight.settle_report(
            actor=self._edda,
            now=now + _HOUR / 12,
            report=self._filed.report,
            ruling=Ruling(outcome=Outcome.FOUNDED, found=Found.MARKETING, reason=reason),
            key="demo/reporting/settle",
        )

    def lead_outside(self, now: datetime) -> None:
        """Sent with a warning that its author passed over: Clara sees what it costs to follow."""
        thread, buyer = next(one for one in self._threads() if one[1].name.startswith("Clara"))
        conversations.post_reply(
            actor=replace(self._agent, language=buyer.language),
            now=now,
            conversation=thread,
            draft=_words()["outside"][buyer.language],
            key="demo/reporting/outside",
            reason=SellerReason.INVOICE,
        )

    def be_reported_again(self, now: datetime) -> None:
        """Somebody telephoned; nobody has decided yet."""
        self._thread, self._reporter = self._threads()[1]
        self._report(now, What.CONTACT_OUTSIDE, "phone")

    def _threads(self) -> list[tuple[Ref, Actor]]:
        return threads_of(cast=self._cast, teller=self._teller)

    def _report(self, now: datetime, what: What, channel: str) -> Filed:
        return reports.file_report(
            actor=self._reporter,
            now=now,
            subject=Subject(conversation=self._thread),
            said=Said(what=what, channel=channel, words=_words()[what][self._reporter.language]),
            key=f"demo/reporting/{what}",
        )


@cache
def _words() -> Any:
    source = files("helpdesk.console.demo") / "reporting.json"
    return json.loads(source.read_text("utf-8"))
