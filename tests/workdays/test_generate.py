"""The data files are what the pinned source says, and a changed day asks for its date."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.workdays import country, generate, known
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.known import calendar_named, calendars, edition
from helpdesk.workdays.naming import names_of, names_of_patron
from helpdesk.workdays.refusals import UnknownCalendar
from helpdesk.workdays.sources import COUNTRIES

POLAND = edition(code="PL")
CLOSED = replace(POLAND, holidays={**POLAND.holidays, date(2026, 6, 5): Holiday(on=date(2026, 6, 5))})


def test_the_files_are_what_the_command_writes(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 0, capsys.readouterr().out
    offered = {source.code for sources in COUNTRIES.values() for source in sources}
    assert offered - {"GB"} == set(calendars())


def test_a_file_reads_as_it_was_written() -> None:
    germany = {source.code: edition(code=source.code) for source in COUNTRIES["DE"]}
    assert country.read(country.write(germany)) == germany


def test_a_changed_day_is_a_new_version_with_a_date() -> None:
    with pytest.raises(ValueError, match="--effective-on"):
        generate.renewed(old=POLAND, new=CLOSED, effective_on=None)
    new = generate.renewed(old=POLAND, new=CLOSED, effective_on=date(2026, 5, 1))
    assert (new.version, new.effective_on) == (POLAND.version + 1, date(2026, 5, 1))


def test_a_new_name_is_no_new_version() -> None:
    renamed = replace(POLAND, source="holidays 0.200", version=1)
    old = replace(POLAND, version=7, effective_on=date(2026, 1, 1))
    new = generate.renewed(old=old, new=renamed, effective_on=None)
    assert (new.version, new.effective_on, new.source) == (7, date(2026, 1, 1), "holidays 0.200")


days = st.dates(POLAND.first_day, date(2024, 3, 1))
tables = st.frozensets(days, max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(tables, tables, st.booleans()), min_size=1, max_size=5))
def test_every_version_of_a_file_can_be_read_again(steps: list[tuple[frozenset, frozenset, bool]]) -> None:
    """Of the country and of a part, from any days to any others, also when the range and the zone change."""
    files: dict[str, Edition] = {}
    seen: dict[tuple[str, int], Edition] = {}
    for number, (national, own, moved) in enumerate(steps):
        whole = replace(_with(POLAND, national), zone="Europe/London" if moved else POLAND.zone)
        part = replace(_with(whole, national | own), code="PL-30", last_day=date(2029 + moved, 12, 31))
        for new in (replace(whole, last_day=part.last_day), part):
            effective_on = date(2024 + number, 1, 1)
            found = generate.renewed(old=files.get(new.code), new=new, effective_on=effective_on)
            seen[found.code, found.version] = replace(found, earlier=())
            files[found.code] = found
        files = dict(country.read(country.write(files)))
    for latest in files.values():
        assert [each.version for each in latest.versions] == list(range(1, latest.version + 1))
        assert list(latest.versions) == [seen[latest.code, each.version] for each in latest.versions]


def _with(base: Edition, holidays: frozenset[date]) -> Edition:
    named = {on: Holiday(on=on, names={"en": f"Day {on}"}) for on in sorted(holidays)}
    return replace(base, holidays=named, version=1, earlier=())


def test_a_deadline_can_be_explained_with_the_version_that_it_was_counted_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    new = generate.renewed(old=POLAND, new=CLOSED, effective_on=date(2026, 5, 1))
    file = country.read(country.write({"PL": new}))
    monkeypatch.setattr(known, "_country", lambda _: file)
    known._built.cache_clear()
    try:
        assert edition(code="PL").version == 2
        assert edition(code="PL", version=1) == POLAND
        assert not calendar_named(code="PL").is_business_day(date(2026, 6, 5))
        before = calendar_named(code="PL", version=1)
        assert (before.version, before.is_business_day(date(2026, 6, 5))) == (1, True)
        for never in (0, 3):
            with pytest.raises(UnknownCalendar, match=f"PL has no version {never}; the latest is 2"):
                calendar_named(code="PL", version=never)
    finally:
        known._built.cache_clear()


def test_a_first_version_keeps_no_others() -> None:
    assert '"earlier"' not in country.write({"PL": POLAND})


def test_names_of_shared_and_substitute_days() -> None:
    both = names_of(english="Christmas Day; Labor Day", local="x", local_language="en")
    assert both["en"] == "Christmas Day; Labour Day"
    substitute = names_of(english="Boxing Day (observed)", local="x", local_language="en")
    assert substitute["en"] == "Boxing Day (substitute day)"
    unknown = names_of(english="Day of the Sea", local="Święto Morza", local_language="pl")
    assert unknown == {"en": "Day of the Sea", "pl": "Święto Morza"}


def test_names_of_days_that_follow_from_others() -> None:
    monday = names_of(english="Monday following All Saints' Day", local="x", local_language="es")
    assert monday["pl"] == "Poniedziałek po święcie: Wszystkich Świętych"
    decreed = names_of(english="Day off (substituted from 01/10/2026)", local="x", local_language="hu")
    assert decreed["de"] == "Verordneter Ruhetag"
    assert names_of_patron(local="Sant'Ambrogio")["fr"] == "Fête patronale: Sant'Ambrogio"
