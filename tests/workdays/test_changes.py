"""From one version of a calendar to the next: what changed, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.workdays.changes import Change, changed, difference, first_changed
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.known import edition
from helpdesk.workdays.refusals import InvalidChange

PL = edition(code="PL")
FROM = date(2026, 12, 1)
EVE, CONSTITUTION = date(2027, 5, 7), date(2027, 5, 3)
NEW = Holiday(on=EVE, names={"en": "Day of the Sea"})

days = st.dates(PL.first_day, PL.first_day + timedelta(days=60))
tables = st.frozensets(days).map(lambda found: {on: Holiday(on=on) for on in found})


@given(tables, tables)
def test_a_difference_makes_the_new_days_of_the_old(
    old: dict[date, Holiday], new: dict[date, Holiday]
) -> None:
    change = difference(old=old, new=new)
    before = replace(PL, holidays=old)
    if old.keys() == new.keys():
        assert not change
        return
    after = changed(edition=before, change=change, version=2, effective_on=FROM)
    assert after.holidays == new
    assert list(after.holidays) == sorted(new)
    back = changed(edition=after, change=difference(old=new, new=old), version=3, effective_on=FROM)
    assert back.holidays == old
    assert first_changed(change) == min(old.keys() ^ new.keys())


def test_a_change_is_the_next_version_from_a_date_on() -> None:
    change = Change(added={EVE: NEW}, removed=frozenset({CONSTITUTION}))
    found = changed(edition=PL, change=change, version=PL.version + 1, effective_on=FROM)
    assert (found.version, found.effective_on, found.zone) == (PL.version + 1, FROM, PL.zone)
    assert found.holidays[EVE] is NEW
    assert not found.calendar().is_business_day(EVE)
    assert found.calendar().is_business_day(CONSTITUTION)
    assert first_changed(change) == CONSTITUTION


def test_a_new_name_is_no_change() -> None:
    renamed = {on: Holiday(on=on, names={"en": "Renamed"}) for on in PL.holidays}
    assert not difference(old=PL.holidays, new=renamed)


@pytest.mark.parametrize(
    ("change", "code", "about"),
    [
        (Change(), "change.empty", ()),
        (
            Change(added={date(2030, 1, 1): Holiday(on=date(2030, 1, 1))}),
            "change.outside",
            (date(2030, 1, 1),),
        ),
        (Change(removed=frozenset({date(2023, 5, 3)})), "change.outside", (date(2023, 5, 3),)),
        (Change(added={CONSTITUTION: NEW}), "change.known", (CONSTITUTION,)),
        (Change(removed=frozenset({EVE})), "change.unknown", (EVE,)),
    ],
)
def test_a_change_that_means_nothing_is_refused(change: Change, code: str, about: tuple[date, ...]) -> None:
    with pytest.raises(InvalidChange) as refused:
        changed(edition=PL, change=change, version=PL.version + 1, effective_on=FROM)
    assert (refused.value.code, refused.value.days) == (code, about)
    assert all(str(on) in str(refused.value) for on in about)


def test_a_version_goes_up() -> None:
    with pytest.raises(InvalidChange, match="at version 1 already") as refused:
        changed(edition=PL, change=Change(added={EVE: NEW}), version=1, effective_on=FROM)
    assert refused.value.code == "change.version"


def test_an_empty_change_has_no_first_day() -> None:
    with pytest.raises(InvalidChange):
        first_changed(Change())
