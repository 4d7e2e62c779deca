"""A data file with a mistake in it is refused, and the message says which."""

from datetime import date

import pytest

from helpdesk.law.reading import read
from helpdesk.law.refusals import InvalidLaw
from helpdesk.law.row import Condition, Counting, Unit

GOOD = {
    "key": '"withdrawal.period"',
    "countries": '["EU", "PL"]',
    "days": "14",
    "counted": '"1182/71"',
    "starts_on": "2014-06-13",
    "article": '"Directive 2011/83/EU, Art. 9(1)"',
    "confirmed": "true",
}


def rule(**other: str | None) -> str:
    fields = {name: value for name, value in (GOOD | other).items() if value is not None}
    return "[[rule]]\n" + "".join(f"{name} = {value}\n" for name, value in fields.items())


def test_one_rule_is_a_row_per_country_and_condition() -> None:
    found = read(subject="withdrawal", text=rule(conditions='["used", "new"]'))
    assert [row.id for row in found] == [
        f"withdrawal.period/{country}/{condition}/2014-06-13"
        for country in ("EU", "PL")
        for condition in ("used", "new")
    ]
    assert found[0].condition is Condition.USED
    assert (found[0].unit, found[0].amount, found[0].counted) == (Unit.DAYS, 14, Counting.REGULATION)
    assert (found[0].consumer, found[0].ends_on, found[0].note) == (False, None, "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[rule]", "no TOML"),
        ("", "a list of"),
        ("rule = 1", "a list of"),
        ("[[row]]\nkey = 1", "a list of"),
        (rule(article=None), "article is missing"),
        (rule(article='" "'), "article is missing"),
        (rule(key='"withdrawl.period"'), r"a key here is withdrawal\."),
        (rule(key='"withdrawal.Period"'), r"a key here is withdrawal\."),
        (rule(key=None), "key is missing"),
        (rule(artcle='"x"'), "unknown fields"),
        (rule(confirmed=None), "confirmed is true or false"),
        (rule(confirmed='"yes"'), "confirmed is true or false"),
        (rule(days=None), "one value"),
        (rule(months="12"), "one value"),
        (rule(days="0"), "whole number over 0"),
        (rule(days="true"), "whole number over 0"),
        (rule(days='"14"'), "whole number over 0"),
        (rule(counted=None), "how they are counted"),
        (rule(days=None, flag="true"), "how they are counted"),
        (rule(days=None, flag="false", counted=None), "a flag is true"),
        (rule(counted='"by heart"'), "by heart"),
        (rule(countries="[]"), "countries are a list"),
        (rule(countries='"PL"'), "countries are a list"),
        (rule(countries='["Poland"]'), "countries are a list"),
        (rule(countries=None), "countries"),
        (rule(conditions='["old"]'), "old"),
        (rule(note='"whatever"'), "unknown note"),
        (rule(starts_on=None), "starts_on"),
        (rule(starts_on='"2014-06-13"'), "a day is written"),
        (rule(starts_on="2014-06-13T00:00:00Z"), "a day is written"),
        (rule(ends_on="2014-06-13"), "before it begins"),
        (rule(countries='["GB"]', article='"CCR 2013, reg. 30"'), "does not count in GB"),
        (rule(countries='["GB"]', counted='"plain"'), "no act of the EU"),
        (rule(countries='["GB-SCT"]', counted='"plain"', article='"Reg. EU 2019/1150"'), "no act of the EU"),
        (rule() + rule(), "both in force"),
        (rule(ends_on="2020-01-01") + rule(starts_on="2019-12-31"), "both in force"),
        (rule(starts_on="2019-12-31") + rule(ends_on="2020-01-01"), "both in force"),
    ],
)
def test_a_mistake_is_named(text: str, says: str) -> None:
    with pytest.raises(InvalidLaw, match=says):
        read(subject="withdrawal", text=text)


def test_one_rule_may_follow_another() -> None:
    text = rule(ends_on="2020-01-01") + rule(starts_on="2020-01-01", days="30")
    amounts = [row.amount for row in read(subject="withdrawal", text=text) if row.country == "PL"]
    assert amounts == [14, 30]
    later = [row for row in read(subject="withdrawal", text=text) if row.is_in_force(date(2020, 1, 1))]
    assert {row.amount for row in later} == {30}


def test_two_conditions_are_two_questions() -> None:
    text = rule(conditions='["used"]') + rule(conditions='["new"]') + rule()
    assert len(read(subject="withdrawal", text=text)) == 6
