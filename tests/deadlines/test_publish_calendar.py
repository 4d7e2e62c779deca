"""Publishing a calendar: who may, what it makes, what it moves, and that it happens once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines import actions, queries
from helpdesk.deadlines.models import Edition, Obligation
from helpdesk.deadlines.terms import InForce
from helpdesk.deadlines.terms.changing import named
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.terms import Verified
from helpdesk.workdays import known
from helpdesk.workdays.changes import Change
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, PLATFORM, person
from tests.past import any_present
from tests.shops import Shops, open_shops

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
TUESDAY, WEDNESDAY = date(2026, 11, 17), date(2026, 11, 18)
MOURNING = {"en": "Day of mourning", "pl": "Żałoba narodowa"}
Publish = Callable[..., int]


def adding(*days: date, name: Any = MOURNING) -> Change:
    return Change(added={on: named(name, on=on) for on in days})


@pytest.fixture
def shops(database: str, monkeypatch: pytest.MonkeyPatch) -> Shops:
    any_present(monkeypatch).set(MONDAY)
    return open_shops()


@pytest.fixture
def publish(shops: Shops) -> Publish:
    """By a platform administrator, for Poland, a day of mourning on Tuesday, unless said otherwise."""

    def publishing(**said: Any) -> int:
        usual: dict[str, Any] = {
            "actor": ROOT,
            "now": MONDAY + timedelta(hours=1),
            "code": "PL",
            "change": adding(TUESDAY),
            "key": "k",
            "expected_version": 1,
        }
        return actions.publish_calendar(**usual | said)

    return publishing


def ask(shops: Shops, at: datetime = MONDAY, key: str = "1") -> None:
    conversations.ask_about_order(actor=CLARA, now=at, order=shops.claras_order, draft="When?", key=key)


def in_force() -> InForce:
    with everything():
        return queries.in_force()


def marked() -> int:
    return queries.waiting_for_recheck(actor=ROOT)


def test_it_counts_at_once(publish: Publish) -> None:
    assert publish() == 1001
    assert queries.version_in_force(code="PL", at=in_force()) == 1001
    year = queries.calendar_year_for_system(code="PL", year=2026, today=TUESDAY)
    assert year.holidays[TUESDAY].name(language="pl") == "Żałoba narodowa"
    assert year.holidays[TUESDAY].name(language="it") == "Day of mourning"
    assert set(year.added) == {TUESDAY}
    assert not year.removed
    assert queries.edition_of(code="PL", version=1).holidays.keys() == (
        queries.edition_of(code="PL", version=1001).holidays.keys() - {TUESDAY}
    )


def test_versions_follow_each_other_and_say_who_changed_what(publish: Publish) -> None:
    publish()
    christmas_eve = Change(removed=frozenset({date(2027, 12, 25)}))
    assert publish(change=christmas_eve, key="2", expected_version=1001) == 1002
    last, first, packaged = queries.versions_of(actor=GRETA, code="PL")
    assert (last.version, first.version, packaged.version) == (1002, 1001, 1)
    assert last.change.removed == {date(2027, 12, 25)}
    assert [*first.change.added] == [TUESDAY]
    assert (first.effective_on, first.base, packaged.published_at) == (TUESDAY, 1, None)


def test_open_deadlines_that_are_concerned_wait_for_the_sweep(publish: Publish, shops: Shops) -> None:
    ask(shops)
    assert marked() == 0
    publish()
    assert marked() == 1
    with everything():
        stored = Obligation.objects.values_list("deadline", flat=True).get()
    assert stored == MONDAY + timedelta(days=1)


def test_a_day_less_moves_nothing(publish: Publish, shops: Shops) -> None:
    ask(shops)
    publish(change=Change(removed=frozenset({date(2026, 12, 25)})))
    assert marked() == 0


def test_another_calendars_clocks_are_left_alone(publish: Publish, shops: Shops) -> None:
    ask(shops)
    publish(code="DE")
    assert marked() == 0


@pytest.mark.parametrize(("correct", "found"), [(False, 0), (True, 1)])
def test_late_answers_are_corrected_only_where_asked(
    publish: Publish, shops: Shops, correct: bool, found: int
) -> None:
    ask(shops)
    with everything():
        thread = Obligation.objects.get()
    late = MONDAY + timedelta(days=1, minutes=5)
    conversations.post_reply(
        actor=ANNA, now=late, conversation=Ref(thread.seller_id, thread.chain), draft="Today.", key="1"
    )
    publish(correct_closed=correct, now=late + timedelta(minutes=1))
    assert marked() == found


def test_a_country_takes_its_parts_along_each_with_an_entry(publish: Publish) -> None:
    reformation = date(2026, 10, 31)  # off in nine Länder already; the Wednesday only in Saxony
    publish(code="DE", change=adding(reformation, WEDNESDAY), parts=True)
    with everything():
        rows = {row.code: row for row in Edition.objects.all()}
    assert rows.keys() == {"DE", *queries.parts_of(code="DE")} - {"DE-SN"}
    assert len({row.entry_id for row in rows.values()}) == len(rows) == 17
    at = in_force()
    for code in (*rows, "DE-SN"):
        days = queries.edition_of(code=code, version=queries.version_in_force(code=code, at=at)).holidays
        assert {reformation, WEDNESDAY} <= days.keys()
    hamburg, bavaria = (queries.versions_of(actor=GRETA, code=code)[0] for code in ("DE-HH", "DE-BY"))
    assert ([*hamburg.change.added], [*bavaria.change.added]) == ([WEDNESDAY], [reformation, WEDNESDAY])


def test_parts_stay_as_they_are_unless_asked(publish: Publish) -> None:
    publish(code="DE", change=adding(WEDNESDAY))
    assert queries.version_in_force(code="DE-BY", at=in_force()) == 1


def test_a_part_alone(publish: Publish) -> None:
    assert publish(code="DE-BY", change=adding(WEDNESDAY), parts=True) == 1001
    assert queries.version_in_force(code="DE", at=in_force()) == 1


def test_the_same_key_again_is_the_same_version(publish: Publish) -> None:
    assert publish(parts=True) == publish(parts=True) == 1001
    with everything():
        assert Edition.objects.filter(code="PL").count() == 1
    with pytest.raises(KeyReused):
        publish(change=adding(WEDNESDAY), parts=True)
    with pytest.raises(KeyReused):
        publish(parts=False)


def test_who_saw_an_older_version_looks_again(publish: Publish) -> None:
    publish()
    for expected in (1, 7, 1002):
        with pytest.raises(Conflict, match=r"calendar\.moved_on"):
            publish(change=adding(WEDNESDAY), key="2", expected_version=expected)


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, PLATFORM])
def test_nobody_else_may(publish: Publish, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        publish(actor=actor)
    with pytest.raises(Forbidden):
        queries.preview(actor=actor, now=MONDAY, code="PL", change=adding(TUESDAY), parts=False)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change(), "calendar.empty"),
        (adding(date(2026, 11, 11)), "calendar.known"),
        (Change(removed=frozenset({TUESDAY})), "calendar.unknown"),
        (adding(date(2031, 1, 2)), "calendar.outside"),
        (adding(*(date(2027, 1, 2) + timedelta(days=n) for n in range(401))), "calendar.too_many"),
    ],
)
def test_a_change_that_means_nothing_here_is_refused(publish: Publish, change: Change, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        publish(change=change)
    assert in_force() == InForce()


def test_a_calendar_that_is_not_here(publish: Publish) -> None:
    with pytest.raises(NotFound):
        publish(code="XX")


@pytest.mark.parametrize("names", ["", " ", {}, {"en": ""}, {"es": "Fiesta"}, "a\nb"])
def test_a_day_needs_a_name_in_our_languages(names: Any) -> None:
    with pytest.raises(Invalid):
        named(names, on=TUESDAY)


def test_the_package_reaches_further(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    publish()
    newer = replace(
        known.edition(code="PL"),
        version=2,
        last_day=date(2030, 12, 31),
        holidays={
            **known.edition(code="PL").holidays,
            date(2030, 1, 1): named("New Year", on=date(2030, 1, 1)),
        },
    )
    monkeypatch.setattr(known, "edition", lambda **_: newer)
    year = queries.calendar_year_for_system(code="PL", year=2026, today=TUESDAY)
    assert (year.base, year.shipped) == (1, 2)
    assert publish(change=Change(), key="2", expected_version=1001) == 1002
    after = queries.calendar_year_for_system(code="PL", year=2030, today=TUESDAY)
    assert (after.base, after.last_day, [*after.holidays]) == (2, date(2030, 12, 31), [date(2030, 1, 1)])
    days = queries.edition_of(code="PL", version=1002).holidays
    assert TUESDAY in days


def test_the_record_is_whole_and_an_altered_day_is_named(publish: Publish) -> None:
    publish()
    assert findings() == []
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE deadlines_edition DISABLE TRIGGER append_only")
        cursor.execute("UPDATE deadlines_edition SET holidays = holidays - '2026-12-25', zone = 'UTC'")
    assert sorted(findings()) == ["holidays", "zone"]


def findings() -> list[str]:
    steps = list(oversight.verify(actor=ROOT, now=MONDAY, mirrors=settings.HELPDESK_MIRRORS))
    (done,) = (step for step in steps if isinstance(step, Verified))
    return [one.detail.partition(":")[0] for one in done.named]
