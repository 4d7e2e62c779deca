"""Settle a report: by a person with the file open, once; the reporter is told, and the other side never."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec
import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.oversight.queries import read_report
from helpdesk.reports import actions, queries
from helpdesk.reports.models import Report
from helpdesk.reports.rules import rules_in_force
from helpdesk.reports.terms import Found, Outcome, Ruling, Subject
from tests.archive.tampering import findings
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.reports.conftest import Thread
from tests.reports.voice import REASON, WORDS, file, read, settle, turn_down
from tests.shops import Shops

SUPPORT = replace(EDDA, roles=frozenset({Role.SUPPORT}))
RULES = rules_in_force(on=clock.now().date())


@pytest.fixture
def filed(talk: Thread) -> Ref:
    """Clara's report of Anna's message."""
    return file(Subject(conversation=talk.ref, message=talk.answer), what="pay_outside").report


def leaf_of(report: Ref, entry: UUID) -> dict[str, Any]:
    with acting(EDDA):
        row = Entry.objects.get(seller_id=report.seller_id, id=entry)
    found: dict[str, Any] = msgspec.json.decode(bytes(row.leaf))
    return found


def test_a_founded_one_says_what_enforcement_reads(talk: Thread, filed: Ref) -> None:
    read(talk.ref)
    kept = settle(filed, found="payment")
    facts = leaf_of(filed, kept.receipt.entry)["f"]
    assert {name: facts[name] for name in ("about", "decision", "kind", "side", "what")} == {
        "about": "seller",
        "decision": "founded",
        "kind": "payment",
        "side": "buyer",
        "what": "pay_outside",
    }
    assert leaf_of(filed, kept.receipt.entry)["ref"] == [
        ["settles", str(filed.id)],
        ["reports", str(talk.answer)],
    ]
    assert findings() == []


def test_the_reporter_reads_the_outcome_and_the_other_side_nothing(talk: Thread, filed: Ref) -> None:
    read(talk.ref)
    kept = turn_down(filed)
    told = queries.report_of(actor=CLARA, report=filed).line.settled
    assert told is not None
    assert (told.outcome, told.found, told.reason, told.entry) == (
        Outcome.UNFOUNDED,
        None,
        REASON,
        kept.receipt.entry,
    )
    with acting(ANNA):
        assert not Report.objects.exists()
        assert not Entry.objects.filter(kind="report.settled").exists()
    assert queries.waiting(actor=EDDA) == []
    assert [one.report for one in queries.settled(actor=FELIX)] == [filed]


@pytest.mark.parametrize("actor", [EDDA, FELIX], ids=lambda actor: actor.name)
def test_it_needs_the_file_open(talk: Thread, filed: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        settle(filed, actor=actor)
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        read_report(actor=actor, now=clock.now(), report=filed)
    read(talk.ref, actor=actor)
    found = read_report(actor=actor, now=clock.now(), report=filed)
    assert found.report.words == WORDS
    assert found.message is not None
    assert found.message.id == talk.answer
    assert not settle(filed, actor=actor, found="payment").replayed


def test_one_beside_an_order_without_a_thread_is_read_by_its_file(shops: Shops) -> None:
    filed = file(Subject(order=shops.claras_order), what="marketing", channel="mail").report
    place = queries.line_of(actor=EDDA, report=filed).file
    read(place)
    found = read_report(actor=EDDA, now=clock.now(), report=filed)
    assert (found.thread, found.message) == (None, None)
    settle(filed, found="marketing")
    assert findings() == []


@pytest.mark.parametrize("actor", [SUPPORT, GRETA], ids=["support", "auditor"])
def test_who_reads_files_does_not_decide(talk: Thread, filed: Ref, actor: Actor) -> None:
    read(talk.ref, actor=actor)
    with pytest.raises(Forbidden, match=r"report\.not_yours_to_settle"):
        settle(filed, actor=actor)


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, HANIA, PLATFORM], ids=lambda actor: actor.name)
def test_for_the_other_sides_there_is_nothing_to_settle(filed: Ref, actor: Actor) -> None:
    ruling = Ruling(outcome=Outcome.FOUNDED, found=Found.PAYMENT)
    with pytest.raises(NotFound):
        settle(filed, actor=actor)
    with pytest.raises(NotFound):
        read_report(actor=actor, now=clock.now(), report=filed)
    with pytest.raises(NotFound):
        actions.settle_report(actor=actor, now=clock.now(), report=filed, ruling=ruling, key="x")


def test_it_is_decided_once_and_a_key_stands_for_one_decision(talk: Thread, filed: Ref) -> None:
    read(talk.ref)
    first = settle(filed, found="payment")
    again = settle(filed, found="payment")
    assert again.replayed
    assert again.receipt.entry == first.receipt.entry
    with pytest.raises(KeyReused):
        settle(filed, found="deal")
    with pytest.raises(Conflict, match=r"report\.settled"):
        settle(filed, found="payment", key="another")


@pytest.mark.parametrize(
    ("outcome", "found", "reason", "code"),
    [
        ("founded", None, "", "report.found"),
        ("founded", "flood", "", "report.found"),  # of Buyers alone
        ("unfounded", "payment", "x", "report.found"),
        ("unfounded", None, " ", "report.reason"),
        ("abusive", None, "", "report.reason"),
    ],
)
def test_a_decision_is_whole(
    talk: Thread, filed: Ref, outcome: str, found: str | None, reason: str, code: str
) -> None:
    read(talk.ref)
    with pytest.raises(Invalid, match=code.replace(".", r"\.")):
        settle(filed, outcome=outcome, found=found, reason=reason)


def test_a_sellers_report_about_a_buyer(talk: Thread) -> None:
    filed = file(Subject(conversation=talk.ref, message=talk.question), actor=ANNA, what="fraud").report
    read(talk.ref)
    kept = settle(filed, found="fraud")
    assert leaf_of(filed, kept.receipt.entry)["f"]["about"] == "buyer"
    with acting(CLARA):
        assert not Report.objects.exists()


def test_abuse_is_warned_of_first_and_ranks_last_only_then(shops: Shops, talk: Thread) -> None:
    place = Subject(order=shops.dmitris_order)
    told = []
    for number in range(RULES.last_at):
        filed = file(place, key=f"r{number}")
        assert not queries.line_of(actor=EDDA, report=filed.report).ranks_last
        read(queries.line_of(actor=EDDA, report=filed.report).file)
        settle(filed.report, outcome="abusive", found=None, reason=REASON, key=f"s{number}")
        told.append(queries.report_of(actor=CLARA, report=filed.report).line.settled)
    warned = [one.warned for one in told if one]
    assert warned == [number + 1 == RULES.warn_at for number in range(RULES.last_at)]
    assert [one.last_until is not None for one in told if one] == [False] * (RULES.last_at - 1) + [True]

    late = file(place, what="threat", key="late")
    calm = file(Subject(conversation=talk.ref, message=talk.question), actor=ANNA, what="insult", key="calm")
    assert queries.line_of(actor=EDDA, report=late.report).ranks_last
    assert [one.report for one in queries.waiting(actor=EDDA)] == [calm.report, late.report]
    assert findings() == []


def test_the_desk_sees_what_one_more_would_do(shops: Shops) -> None:
    filed = file(Subject(order=shops.claras_order))
    assert not queries.history_of(actor=EDDA, now=clock.now(), report=filed.report).next.warns
    read(queries.line_of(actor=EDDA, report=filed.report).file)
    settle(filed.report, outcome="abusive", found=None, reason=REASON)
    another = file(Subject(order=shops.claras_order), key="another")
    found = queries.history_of(actor=EDDA, now=clock.now(), report=another.report)
    assert (found.founded, found.unfounded, found.abusive, found.next.warns) == (0, 0, 1, True)
    with pytest.raises(Forbidden):
        queries.history_of(actor=CLARA, now=clock.now(), report=another.report)


def test_what_a_reporter_may_do_follows_from_the_law(shops: Shops) -> None:
    found = queries.redress(market="de", on=clock.now().date())
    assert (found.months, found.out_of_court) == (6, True)
    assert "2022/2065" in found.article
