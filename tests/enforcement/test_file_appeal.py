"""A Seller appeals: once, within six months, and a measure that may stand still does so if asked to."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.conduct.terms import Label
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.rules.appeals import appeal_terms, may_be_stayed
from helpdesk.enforcement.terms import MeasureKind, Phase
from helpdesk.enforcement.terms.appeals import MAX_APPEAL, Against
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, TooLarge
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, FELIX, GRETA, PLATFORM, READER
from tests.enforcement.appealed import WORDS, appeal, limited
from tests.enforcement.told import Tale, measures, restricted, verified, violations
from tests.statements import statements

DAY = timedelta(days=1)


def test_it_waits_for_another_person_for_five_business_days(tale: Tale) -> None:
    measure = limited(tale)
    kept = appeal(tale, measure, actor=BRUNO)
    [waits] = queries.appeals_waiting(actor=FELIX, limit=10)
    assert (waits.ref.id, waits.subject, waits.code) == (kept.receipt.entry, measure, "messaging_limit")
    assert waits.due_at - waits.at == 7 * DAY, "from Monday over one weekend"
    assert (waits.words, waits.stayed, waits.is_late(now=waits.due_at + DAY)) == ("", False, True)
    assert restricted(tale.now) == ["messaging"], "nobody asked it to stand still"
    own = queries.appeal_against(actor=ANNA, subject=measure)
    assert own is not None
    assert own.words == WORDS
    with everything():
        entry = Entry.objects.get(id=kept.receipt.entry)
    assert (entry.kind, entry.audience) == ("appeal.filed", 1)
    assert WORDS.encode() not in entry.leaf
    assert verified() == []


def test_asked_to_it_stands_still_from_that_instant(tale: Tale) -> None:
    measure = limited(tale)
    assert queries.appealable(actor=ANNA, against=Against.MEASURE, subject=measure).stayable
    appeal(tale, measure, stay=True)
    assert restricted(tale.later()) == []
    assert measures()[0].phase(at=tale.now) is Phase.STAYED
    assert queries.appeals_of(actor=ANNA)[0].stayed
    assert verified() == []


@pytest.mark.parametrize(
    ("label", "kind"), [(Label.PAY, MeasureKind.MESSAGING_LIMIT), (Label.DEAL, MeasureKind.WARNING)]
)
def test_what_may_not_stand_still_goes_on(tale: Tale, label: Label, kind: MeasureKind) -> None:
    measure = limited(tale, label, kind)
    before = restricted(tale.now)
    appeal(tale, measure, stay=True)
    assert restricted(tale.later()) == before
    assert not queries.appeals_of(actor=ANNA)[0].stayed


def test_what_is_over_has_nothing_to_stand_still(tale: Tale) -> None:
    measure = limited(tale)
    end = measures()[0].ends_at
    assert end is not None
    of = queries.appealable(actor=ANNA, against=Against.MEASURE, subject=measure)
    assert of.may_stand_still(at=end - timedelta(microseconds=1))
    assert not of.may_stand_still(at=end)
    tale.now = end
    appeal(tale, measure, stay=True)
    assert not queries.appeals_of(actor=ANNA)[0].stayed


def test_which_measures_stand_still_is_data() -> None:
    terms = appeal_terms()
    assert (terms.version, terms.business_days) == (1, 5)
    assert may_be_stayed(kind="suspension", violations=["contact"], terms=terms)
    assert not may_be_stayed(kind="suspension", violations=["contact", "threat"], terms=terms)
    for kind in ("notice", "warning", "removal"):
        assert not may_be_stayed(kind=kind, violations=[], terms=terms)


def test_a_violation_is_appealed_without_any_measure(tale: Tale) -> None:
    entry = tale.found(Label.PHONE)
    tale.follow()
    kept = appeal(tale, Ref(ANNAS_SHOP, entry), against=Against.VIOLATION)
    [waits] = queries.appeals_waiting(actor=FELIX, limit=10)
    assert (waits.against, waits.code) == (Against.VIOLATION, "contact")
    assert waits.ref.id == kept.receipt.entry


def test_it_may_come_for_six_months_and_once(tale: Tale) -> None:
    measure = limited(tale)
    until = measures()[0].appeal_until
    assert until - measures()[0].announced_at >= 180 * DAY
    tale.now = until
    with pytest.raises(Conflict, match=r"appeal\.too_late"):
        appeal(tale, measure)
    tale.now = until - timedelta(minutes=2)
    first = appeal(tale, measure, key="one")
    assert appeal(tale, measure, key="one").receipt == first.receipt
    with pytest.raises(KeyReused):
        appeal(tale, measure, key="one", words="Something else.")
    with pytest.raises(Conflict, match=r"appeal\.(appealed|too_late)"):
        appeal(tale, measure)


def test_nothing_is_appealed_that_was_taken_back(tale: Tale) -> None:
    measure = limited(tale)
    actions.lift_measure(actor=FELIX, now=tale.later(), measure=measure, reason="Mistake.", key="lift")
    with pytest.raises(Conflict, match=r"appeal\.nothing_left"):
        appeal(tale, measure)


def test_who_may_not(tale: Tale) -> None:
    measure = limited(tale)
    with pytest.raises(Forbidden):
        appeal(tale, measure, actor=READER)
    for actor in (DMITRI, CLARA, EDDA, PLATFORM):
        with pytest.raises(NotFound):
            appeal(tale, measure, actor=actor)
    for subject, against in ((Ref(ANNAS_SHOP, uuid7()), "measure"), (measure, "violation"), (measure, "x")):
        with pytest.raises(NotFound):
            appeal(tale, subject, against=against)
    for actor in (ANNA, CLARA, PLATFORM):
        with pytest.raises(Forbidden):
            queries.appeals_waiting(actor=actor, limit=1)
    assert len(violations()) == 1


def test_words_are_needed_and_bounded(tale: Tale) -> None:
    measure = limited(tale)
    for words, kind in (("  ", Invalid), ("a" * (MAX_APPEAL + 1), TooLarge), ("a\x00", Invalid)):
        with pytest.raises(kind):
            appeal(tale, measure, words=words)
    assert queries.appeals_of(actor=ANNA) == []


def test_reading_asks_as_often_however_many_there_are(tale: Tale) -> None:
    kept = appeal(tale, limited(tale))
    ref = Ref(ANNAS_SHOP, kept.receipt.entry)
    with statements() as count:
        queries.appeal_of(actor=GRETA, appeal=ref)
    assert count() <= 6
    with statements() as count:
        queries.appeals_waiting(actor=FELIX, limit=10)
    assert count() <= 5
