"""What follows in Anna's shop from what was reported: a warning in force, and an appeal that is decided."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from helpdesk.archive import actions as archive
from helpdesk.archive.terms import Kept
from helpdesk.console.demo.reporting import Reporting
from helpdesk.console.demo.telling import Teller
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import Choice, MeasureKind
from helpdesk.enforcement.terms.appeals import Against, Verdict
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.reports.terms import Found, Kind, What

_SECOND = timedelta(seconds=1)
_SHOP = "S-ANNA"
_COUNTED_BY = {Kind.SETTLED.value: ("helpdesk.enforcement.reactions.on_decision",)}


def follow(*, hats: Sequence[Actor], teller: Teller, reported: Reporting, now: datetime) -> None:
    """After all else is stored, one second after the other: what persons decided gets its number, and the
    machine proposes. Felix notifies the shop, and after one more violation warns it; Anna appeals against
    that one, and Felix, who did not decide about the report, says that it stands.
    """
    owner = next(hat for hat in teller.writers[_SHOP] if hat.has(Role.OWNER))
    felix = next(hat for hat in hats if hat.name == "Felix")
    if not _number(now):
        return
    _decide(felix, MeasureKind.NOTICE, now)
    again = reported.decide(now + _SECOND, What.MARKETING, Found.MARKETING)
    _number(now + _SECOND)
    _decide(felix, MeasureKind.WARNING, now + 2 * _SECOND)
    _appeal(owner, again, now + 3 * _SECOND)
    _settle(felix, now + 4 * _SECOND)


def _number(now: datetime) -> bool:
    """Whether this machine may sign them, as its worker asks before it gives numbers."""
    if not archive.check_guard(actor=SYSTEM, now=now):
        return False
    while archive.number_entries(actor=SYSTEM, now=now):
        pass
    while archive.run_reactions(actor=SYSTEM, now=now, wiring=_COUNTED_BY):
        pass
    return True


def _decide(felix: Actor, measure: MeasureKind, now: datetime) -> None:
    """What the machine proposes at that time."""
    actions.propose_measures(actor=SYSTEM, now=now, limit=1)
    [proposal] = queries.waiting(actor=felix)
    choice = Choice(measure=measure, reason=_words()[measure])
    actions.approve_measure(
        actor=felix, now=now, proposal=proposal.id, choice=choice, key=f"demo/enforcing/{measure}"
    )


def _appeal(owner: Actor, decided: Kept, now: datetime) -> None:
    """Anna holds the card in the parcel to be allowed."""
    actions.file_appeal(
        actor=owner,
        now=now,
        against=Against.VIOLATION.value,
        subject=Ref(decided.seller_id, decided.receipt.entry),
        words=_words()["appeal"],
        key="demo/enforcing/appeal",
    )


def _settle(felix: Actor, now: datetime) -> None:
    [waits] = queries.appeals_waiting(actor=felix, limit=1)
    actions.settle_appeal(
        actor=felix,
        now=now,
        appeal=waits.ref,
        verdict=Verdict.UPHELD.value,
        words=_words()["answer"],
        key="demo/enforcing/settle",
    )


@cache
def _words() -> dict[str, str]:
    source = files("helpdesk.console.demo") / "enforcing.json"
    found: dict[str, str] = json.loads(source.read_text("utf-8"))
    return found
