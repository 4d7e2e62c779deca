"""Decide: the machine proposes, persons decide, and nothing begins without its statement of reasons."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conduct.terms import Decided, Label
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.models import Measure
from helpdesk.enforcement.terms import Choice, Decider, Exemption, MeasureKind, Outcome, Phase
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, FELIX, HANIA, PLATFORM
from tests.enforcement.told import IRIS, WHY, Tale, measures, restricted, verified, violations

PHONE, DEAL, INSULT = Label.PHONE, Label.DEAL, Label.INSULT


def test_a_violation_is_proposed_decided_and_told(tale: Tale) -> None:
    tale.found(PHONE)
    assert tale.follow() == 1
    waits = tale.proposed()
    assert waits is not None
    assert (waits.step.kind, waits.persons, waits.basis.points) == (MeasureKind.NOTICE, 1, 1000)
    assert measures() == []
    done = tale.approve()
    [told] = measures()
    assert told.id == done.measure
    assert (told.kind, told.statement.language) == (MeasureKind.NOTICE, "pl")
    assert told.statement.explanation == WHY
    assert told.phase(at=tale.now) is Phase.IN_FORCE
    assert tale.proposed() is None
    assert verified() == []


def test_a_fine_decision_is_no_violation_and_a_later_one_takes_it_back(tale: Tale) -> None:
    message = tale.said()
    first = tale.found(PHONE, subject=message)
    tale.follow()
    assert [one.taken_back_by for one in violations()] == [None]
    tale.found(subject=message, decision=Decided.FINE, replaces=first)
    assert tale.follow() == 1
    assert [one.taken_back_by is None for one in violations()] == [False]
    assert tale.proposed() is None
    [settled] = queries.settled(actor=FELIX)
    assert settled.outcome is Outcome.WITHDRAWN
    assert tale.follow() == 0


def test_each_step_takes_another_violation(tale: Tale) -> None:
    kinds = [MeasureKind.NOTICE, MeasureKind.WARNING, MeasureKind.MESSAGING_LIMIT, MeasureKind.DEMOTION]
    for _ in kinds:
        tale.warned_for(PHONE)
        assert tale.follow() == 0
    assert [one.kind for one in reversed(measures())] == kinds
    assert restricted(tale.now) == ["messaging", "demotion"]
    assert restricted(tale.now + timedelta(days=8)) == ["demotion"]
    assert restricted(tale.now + timedelta(days=15)) == []


def test_what_lasts_more_than_a_week_takes_two_persons(tale: Tale) -> None:
    for _ in range(3):
        tale.warned_for(PHONE)
    tale.found(PHONE)
    tale.follow()
    first = tale.approve(FELIX)
    assert (first.measure, first.waits_for) == (None, 1)
    assert restricted(tale.now) == ["messaging"]
    with pytest.raises(Invalid, match=r"measure\.same_person"):
        tale.approve(FELIX)
    with pytest.raises(Invalid, match=r"measure\.differs"):
        tale.approve(IRIS, MeasureKind.NOTICE)
    second = tale.approve(IRIS, reason="")
    assert second.measure is not None
    assert measures()[0].statement.explanation == WHY
    assert restricted(tale.now) == ["messaging", "demotion"]
    assert verified() == []


def test_a_skipped_step_is_grave_and_takes_two(tale: Tale) -> None:
    tale.found(DEAL)
    tale.follow()
    with pytest.raises(Invalid, match=r"measure\.skips"):
        tale.approve(FELIX, MeasureKind.MESSAGING_LIMIT)
    assert tale.approve(FELIX, MeasureKind.MESSAGING_LIMIT, grave=True).waits_for == 1
    assert tale.approve(IRIS, MeasureKind.MESSAGING_LIMIT, grave=True).measure is not None
    assert restricted(tale.now) == ["messaging"]


def test_removal_is_told_thirty_days_ahead(tale: Tale) -> None:
    tale.found(DEAL, Label.THREAT)
    tale.follow()
    for who in (FELIX, IRIS):
        tale.approve(who, MeasureKind.REMOVAL, grave=True)
    [told] = measures()
    assert told.phase(at=tale.now) is Phase.ANNOUNCED
    assert told.starts_at - told.announced_at == timedelta(days=30)
    assert restricted(tale.now) == ["suspension"]
    assert restricted(tale.now + timedelta(days=29)) == ["suspension"]
    assert restricted(told.starts_at) == ["removal"]
    with acting(SYSTEM):
        assert Entry.objects.filter(kind="measure.announced").count() == 1


def test_an_exemption_of_the_law_needs_no_notice(tale: Tale) -> None:
    tale.found(DEAL)
    tale.follow()
    with pytest.raises(Invalid, match=r"measure\.exemption"):
        tale.approve(FELIX, exemption=Exemption.LEGAL_DUTY)
    for who in (FELIX, IRIS):
        tale.approve(who, MeasureKind.REMOVAL, grave=True, exemption=Exemption.LEGAL_DUTY)
    assert restricted(tale.now) == ["removal"]
    assert measures()[0].exemption is Exemption.LEGAL_DUTY


def test_two_who_agree_on_a_removal_agree_on_its_notice(tale: Tale) -> None:
    tale.found(DEAL)
    tale.follow()
    tale.approve(FELIX, MeasureKind.REMOVAL, grave=True)
    with pytest.raises(Invalid, match=r"measure\.differs"):
        tale.approve(IRIS, MeasureKind.REMOVAL, grave=True, exemption=Exemption.LEGAL_DUTY)


def test_a_declined_proposal_does_not_come_again_by_itself(tale: Tale) -> None:
    tale.found(PHONE)
    tale.follow()
    waits = tale.proposed()
    assert waits is not None
    with pytest.raises(Invalid, match=r"measure\.reason"):
        actions.decline_measure(actor=FELIX, now=tale.now, proposal=waits.id, reason=" ", key="k")
    kept = actions.decline_measure(actor=FELIX, now=tale.later(), proposal=waits.id, reason="Once.", key="k")
    again = actions.decline_measure(actor=FELIX, now=tale.later(), proposal=waits.id, reason="Once.", key="k")
    assert again.replayed
    assert again.receipt.entry == kept.receipt.entry
    assert tale.follow() == 0
    assert measures() == []
    tale.found(PHONE)
    assert tale.follow() == 1


def test_a_key_stands_for_one_decision(tale: Tale) -> None:
    tale.found(PHONE)
    tale.follow()
    waits = tale.proposed()
    assert waits is not None
    choice = Choice(measure=MeasureKind.NOTICE, reason=WHY)
    done = [
        actions.approve_measure(
            actor=FELIX, now=tale.later(), proposal=waits.id, choice=choice, key="approve"
        )
        for _ in range(2)
    ]
    assert done[0].measure == done[1].measure
    assert len(measures()) == 1
    other = Choice(measure=MeasureKind.NOTICE, reason="Another one.")
    with pytest.raises(KeyReused):
        actions.approve_measure(actor=FELIX, now=tale.later(), proposal=waits.id, choice=other, key="approve")
    with pytest.raises(Conflict, match=r"proposal\.settled"):
        actions.approve_measure(actor=IRIS, now=tale.later(), proposal=waits.id, choice=choice, key="late")


def test_compliance_decides_and_the_platform_names_who_does(tale: Tale) -> None:
    tale.found(PHONE)
    tale.follow()
    waits = tale.proposed()
    assert waits is not None
    choice = Choice(measure=MeasureKind.NOTICE, reason=WHY)
    for who in (ANNA, CLARA, EDDA):
        with pytest.raises(Forbidden):
            actions.approve_measure(actor=who, now=tale.now, proposal=waits.id, choice=choice, key="x")
    for who in (ANNA, DMITRI, CLARA):
        with pytest.raises(NotFound):
            queries.proposal_of(actor=who, proposal=waits.id)
    with pytest.raises(Invalid, match=r"measure\.person"):
        actions.approve_measure(actor=PLATFORM, now=tale.now, proposal=waits.id, choice=choice, key="x")
    named = Decider(person=uuid7(), name="Ines of the Platform")
    done = actions.approve_measure(
        actor=PLATFORM, now=tale.later(), proposal=waits.id, choice=choice, key="x", decider=named
    )
    assert done.measure is not None
    [decision] = queries.proposal_of(actor=FELIX, proposal=waits.id).decisions
    assert decision.name == "Ines of the Platform"
    with acting(ANNA):
        assert not Entry.objects.filter(kind__in=["measure.decided", "measure.proposed"]).exists()
        assert Entry.objects.filter(kind="measure.imposed").count() == 1


def test_the_database_takes_no_measure_without_its_statement(tale: Tale) -> None:
    done = tale.warned_for(PHONE)
    assert done.measure is not None
    with acting(SYSTEM):
        row = Measure.objects.get(id=done.measure.id)
        row.id, row.proposal_id = uuid7(), uuid7()
        with pytest.raises(DatabaseError, match="statement of reasons"), transaction.atomic():
            row.save(force_insert=True)
    with acting(ANNA), connection.cursor() as cursor:
        cursor.execute("UPDATE enforcement_measure SET lifted_at = now(), lifted_by = id")
        assert cursor.rowcount == 0, "a Seller's own scope changes no measure"


def test_strangers_see_no_measure(tale: Tale) -> None:
    done = tale.warned_for(PHONE)
    assert done.measure is not None
    for who in (DMITRI, CLARA, HANIA):
        with pytest.raises(NotFound):
            queries.measure_of(actor=who, measure=done.measure)
    assert queries.measure_of(actor=ANNA, measure=done.measure).seller_id == ANNAS_SHOP
    assert queries.measure_of(actor=FELIX, measure=done.measure).kind is MeasureKind.NOTICE
