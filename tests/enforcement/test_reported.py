"""A report that a person found right is a violation with points, and a measure on the conduct track."""

from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import MeasureKind, Source, ViolationKind
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.reports.terms import Subject
from tests.cast import ANNA, ANNAS_SHOP, DMITRI, EDDA
from tests.enforcement.told import Tale, measures, verified, violations
from tests.reports.voice import file, read, settle


def reported(tale: Tale, what: str = "pay_outside") -> tuple[Ref, Ref]:
    """Clara reports a message of Anna's, and Edda reads the file; the report and the thread."""
    thread = tale.thread()
    message = tale.said()
    subject = Subject(conversation=thread, message=message)
    filed = file(subject, what=what, now=tale.later(), key=tale.key())
    read(thread, actor=EDDA, now=tale.later())
    return filed.report, thread


def follow(tale: Tale) -> int:
    archive.number_entries(actor=SYSTEM, now=tale.now)
    while archive.run_reactions(actor=SYSTEM, now=tale.now, wiring=settings.HELPDESK_REACTIONS):
        pass
    return actions.propose_measures(actor=SYSTEM, now=tale.later(), limit=9)


def test_a_founded_report_is_a_violation_with_points_and_proposes_a_step(tale: Tale) -> None:
    report, thread = reported(tale)
    kept = settle(report, found="payment", now=tale.later(), key=tale.key())
    assert follow(tale) == 1
    [one] = violations()
    assert (one.id, one.source, one.kind) == (kept.receipt.entry, Source.REPORT, ViolationKind.PAYMENT)
    assert (one.points, one.chain) == (3_000, thread.id)
    standing = queries.own_standing(actor=ANNA, now=tale.now)
    assert (standing.points, len(standing.lines)) == (3_000, 1)
    assert queries.own_standing(actor=DMITRI, now=tale.now).points == 0
    waits = tale.proposed()
    assert waits is not None
    assert (waits.step.kind, waits.basis.points, waits.basis.buyers) == (MeasureKind.NOTICE, 3_000, 1)
    tale.approve()
    [told] = measures()
    paragraphs = " ".join(line for _, lines in told.statement.sections for line in lines)
    assert told.statement.facts["third_party_notice"] == 1
    assert "Clara" not in paragraphs, "who reported is never named"
    assert verified() == []


def test_an_unfounded_and_an_abusive_report_make_no_violation(tale: Tale) -> None:
    for outcome in ("unfounded", "abusive"):
        report, _ = reported(tale)
        reason = "It is an ordinary answer."
        settle(report, outcome=outcome, found=None, reason=reason, now=tale.later(), key=tale.key())
    assert follow(tale) == 0
    assert violations() == []
    assert queries.own_standing(actor=ANNA, now=tale.now).points == 0


def test_a_report_taken_in_twice_counts_once(tale: Tale) -> None:
    report, thread = reported(tale)
    settle(report, found="contact", now=tale.later(), key=tale.key())
    assert follow(tale) == 1
    assert follow(tale) == 0
    [one] = violations()
    assert (one.seller_id, one.points) == (ANNAS_SHOP, 1_000)
    assert thread.seller_id == ANNAS_SHOP
