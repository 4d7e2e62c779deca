"""What another release of the source would change, told per calendar."""

from dataclasses import replace
from datetime import date

import pytest

from helpdesk.workdays import generate, newest
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.known import edition
from helpdesk.workdays.sources import COUNTRIES, Source

POLAND, LODZ = edition(code="PL"), edition(code="PL-10")
EVE, CONSTITUTION, LOCAL = date(2027, 5, 7), date(2027, 5, 3), date(2027, 6, 1)


def _changed(base: Edition, *more: date) -> Edition:
    added = {on: Holiday(on=on, names={"en": f"Day {on:%d}"}) for on in (EVE, *more)}
    kept = {on: holiday for on, holiday in base.holidays.items() if on != CONSTITUTION}
    return replace(base, holidays={**kept, **added})


def test_days_are_told_by_date_with_their_names() -> None:
    assert newest.differences(old=POLAND, new=_changed(POLAND)) == [
        "- 2027-05-03 Constitution Day (3 May)",
        "+ 2027-05-07 Day 07",
    ]
    assert newest.differences(old=POLAND, new=POLAND) == []


def test_a_part_tells_only_what_is_its_own() -> None:
    pairs = [(POLAND, _changed(POLAND)), (LODZ, _changed(LODZ, LOCAL)), (LODZ, _changed(LODZ))]
    assert newest.report(pairs=pairs) == [
        "PL (version 1, holidays 0.109)",
        "  - 2027-05-03 Constitution Day (3 May)",
        "  + 2027-05-07 Day 07",
        "PL-10 (version 1, holidays 0.109)",
        "  + 2027-06-01 Day 01",
    ]
    assert newest.report(pairs=[(POLAND, POLAND)]) == []


def test_the_pinned_release_has_the_days_of_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert newest.main() == 0
    assert "the same days" in capsys.readouterr().out


def test_a_difference_is_exit_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def drawn(*, source: Source) -> Edition:
        return _changed(POLAND) if source.part is None else replace(_changed(POLAND), code=source.code)

    monkeypatch.setattr(newest, "COUNTRIES", {"PL": COUNTRIES["PL"]})
    monkeypatch.setattr(generate, "drawn", drawn)
    assert newest.main() == 1
    assert "PL (version 1, holidays 0.109)\n  - 2027-05-03" in capsys.readouterr().out


def test_a_release_that_does_not_know_a_place_is_exit_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def drawn(*, source: Source) -> Edition:
        raise NotImplementedError(f"no {source.code}")

    monkeypatch.setattr(generate, "drawn", drawn)
    assert newest.main() == 2
    assert "AT could not be drawn" in capsys.readouterr().err
