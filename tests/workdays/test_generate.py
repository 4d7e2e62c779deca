"""The data files are what the pinned source says, and a changed day asks for its date."""

from dataclasses import replace
from datetime import date

import pytest

from helpdesk.workdays import country, generate
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.known import calendars, edition
from helpdesk.workdays.naming import names_of, names_of_patron
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
