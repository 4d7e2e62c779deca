"""A Buyer appeals against a refusal that a person confirmed; another one decides, the shop learns nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Kept
from helpdesk.conduct.queries import told
from helpdesk.conduct.terms import Decided
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.models import Appeal
from helpdesk.enforcement.terms.appeals import Against, Verdict
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, FELIX, HANIA
from tests.enforcement.appealed import ANSWER, JONAS, settle
from tests.enforcement.refusals import confirmed, refused
from tests.enforcement.told import Tale, verified
from tests.statements import statements

WORDS = "It is how the name on the box is spelt."


def appeal(tale: Tale, attempt: Ref, *, actor: Actor = CLARA, words: str = WORDS, key: str = "") -> Kept:
    return actions.appeal_refusal(
        actor=actor, now=tale.later(), attempt=attempt, words=words, key=key or tale.key()
    )


def test_it_waits_for_another_person_and_the_shop_sees_nothing(tale: Tale) -> None:
    attempt = confirmed(tale)
    kept = appeal(tale, attempt)
    ref = Ref(ANNAS_SHOP, kept.receipt.entry)
    [waits] = queries.appeals_waiting(actor=FELIX, limit=10)
    assert (waits.ref, waits.against, waits.subject, waits.code) == (ref, "refusal", attempt, "insult")
    assert waits.due_at - waits.at == timedelta(days=7), "five business days of the market"
    assert queries.appeal_of(actor=CLARA, appeal=ref).words == WORDS
    assert [one.ref for one in queries.appeals_of(actor=CLARA)] == [ref]
    own = queries.appeal_against(actor=CLARA, subject=attempt)
    assert own is not None
    assert own.ref == ref
    for stranger in (ANNA, HANIA):
        assert queries.appeals_of(actor=stranger) == []
        with pytest.raises(NotFound):
            queries.appeal_of(actor=stranger, appeal=ref)
        with acting(stranger):
            assert not Appeal.objects.exists()
            assert not Entry.objects.filter(kind="appeal.filed").exists()
    assert verified() == []


def test_reversed_another_decision_takes_the_place_of_the_first(tale: Tale) -> None:
    attempt = confirmed(tale)
    kept = appeal(tale, attempt)
    settle(tale, kept)
    first, last = told(actor=CLARA, conversation=tale.thread())
    assert (first.of.decision, first.of.replaced) == (Decided.VIOLATION, True)
    assert (last.of.decision, last.reason) == (Decided.FINE, ANSWER)
    shown = queries.appeal_of(actor=CLARA, appeal=Ref(ANNAS_SHOP, kept.receipt.entry))
    assert (shown.verdict, shown.answer) == (Verdict.REVERSED, ANSWER)
    with acting(ANNA):
        assert not Entry.objects.filter(kind__in=["appeal.settled", "conduct.reviewed"]).exists()
    assert verified() == []


def test_upheld_the_first_decision_stands(tale: Tale) -> None:
    attempt = confirmed(tale)
    settle(tale, appeal(tale, attempt), Verdict.UPHELD)
    [only] = told(actor=CLARA, conversation=tale.thread())
    assert (only.of.decision, only.of.replaced) == (Decided.VIOLATION, False)
    assert queries.appeals_waiting(actor=FELIX, limit=1) == []
    assert verified() == []


def test_there_is_no_middle(tale: Tale) -> None:
    kept = appeal(tale, confirmed(tale))
    with pytest.raises(Invalid, match=r"appeal\.verdict"):
        settle(tale, kept, Verdict.CHANGED)
    with pytest.raises(Invalid, match=r"appeal\.take_back"):
        settle(tale, kept, take_back=[uuid7()])


def test_whoever_confirmed_it_does_not_decide(tale: Tale) -> None:
    kept = appeal(tale, confirmed(tale))
    edda = replace(JONAS, person=EDDA.person)
    with pytest.raises(Forbidden, match=r"appeal\.own_decision"):
        settle(tale, kept, actor=edda)
    assert not settle(tale, kept).replayed


def test_who_may_not_and_when(tale: Tale) -> None:
    unread = refused(tale)
    with pytest.raises(NotFound):
        appeal(tale, unread)  # nobody has confirmed it: a check may be asked for
    attempt = confirmed(tale)
    for stranger in (ANNA, HANIA, EDDA, FELIX):
        with pytest.raises(NotFound):
            appeal(tale, attempt, actor=stranger)
    with pytest.raises(NotFound):
        actions.file_appeal(
            actor=ANNA, now=tale.now, against=Against.REFUSAL, subject=attempt, words=WORDS, key="x"
        )
    with pytest.raises(Invalid, match=r"appeal\.words"):
        appeal(tale, attempt, words=" ")
    first = appeal(tale, attempt, key="one")
    again = appeal(tale, attempt, key="one")
    assert (again.replayed, again.receipt) == (True, first.receipt)
    with pytest.raises(KeyReused):
        appeal(tale, attempt, key="one", words="Else.")
    with pytest.raises(Conflict, match=r"appeal\.appealed"):
        appeal(tale, attempt)


def test_six_months_are_the_time(tale: Tale) -> None:
    attempt = confirmed(tale)
    tale.later(timedelta(days=190))
    with pytest.raises(Conflict, match=r"appeal\.too_late"):
        appeal(tale, attempt)


def test_the_figures_count_it_beside_those_of_sellers(tale: Tale) -> None:
    settle(tale, appeal(tale, confirmed(tale)))
    [figure] = queries.appeal_figures_for_system(year=2026)
    assert (figure.matter, figure.code, figure.filed, figure.reversed) == ("refusal", "insult", 1, 1)


def test_what_it_costs(tale: Tale) -> None:
    kept = appeal(tale, confirmed(tale))
    with statements() as count:
        queries.appeal_of(actor=CLARA, appeal=Ref(ANNAS_SHOP, kept.receipt.entry))
    assert count() <= 6


def test_the_database_takes_no_row_of_another_side(tale: Tale) -> None:
    appeal(tale, confirmed(tale))
    with everything(), pytest.raises(IntegrityError, match="enforcement_appeal_owner"), everything():
        Appeal.objects.update(audience=1)
