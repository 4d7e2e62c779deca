"""From a data file to rows. Whatever a person could get wrong in one is found here, before anything runs."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import combinations, product
from typing import Any, Final

from helpdesk.law.refusals import InvalidLaw
from helpdesk.law.row import PERIODS, Condition, Counting, Exclusion, Row, Unit

NOTES: Final = frozenset({"by_agreement", "no_option", "option_of_states", "repeal_proposed", "with_notice"})
_FIELDS: Final = frozenset(
    [
        *("key", "countries", "conditions", "consumer", "counted", "starts_on", "ends_on", "article"),
        *("confirmed", "note", *Unit),
    ]
)
_KEY: Final = re.compile(r"[a-z0-9]+\.[a-z0-9_]+")
_COUNTRY: Final = re.compile(r"EU|[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_OF_THE_EU: Final = re.compile(
    r"\b(?:EU|EC|EEC|Directive|Euratom|CRD|SGD|DSA|P2B|GDPR|GPSR)\b|\bRegulation \("
)


def read(*, subject: str, text: str) -> tuple[Row, ...]:
    """The rows of one file, in its order, one per country and condition. `InvalidLaw` names what is wrong.

    `subject` is the file's name without its ending; all of its keys begin with it.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidLaw(f"{subject}: no TOML: {error}") from error
    if given.keys() != {"rule"} or not isinstance(given["rule"], list):
        raise InvalidLaw(f"{subject}: a file is a list of [[rule]], not {sorted(given)}")
    found = [row for number, rule in enumerate(given["rule"], 1) for row in _rows(subject, number, rule)]
    _check_overlaps(found)
    return tuple(found)


def _rows(subject: str, number: int, rule: Mapping[str, Any]) -> Iterator[Row]:
    try:
        yield from _parsed(subject, rule)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidLaw(f"{subject}, rule {number} ({rule.get('key')}): {error!s}") from error


def _parsed(subject: str, rule: Mapping[str, Any]) -> Iterator[Row]:
    if unknown := rule.keys() - _FIELDS:
        raise ValueError(f"unknown fields {sorted(unknown)}")
    unit, amount, letters = _value(rule)
    key, note = _text(rule, "key"), rule.get("note", "")
    if not _KEY.fullmatch(key) or not key.startswith(f"{subject}."):
        raise ValueError(f"a key here is {subject}.<name>")
    if note and note not in NOTES:
        raise ValueError(f"unknown note {note!r}")
    starts_on, ends_on = _days(rule)
    for country, condition in product(_countries(rule), _conditions(rule)):
        yield Row(
            key=key,
            country=country,
            condition=condition,
            consumer=_truth(rule, "consumer", usual=False),
            unit=unit,
            amount=amount,
            letters=letters,
            counted=_counting(rule, unit, country),
            starts_on=starts_on,
            ends_on=ends_on,
            article=_article(rule, country),
            confirmed=_truth(rule, "confirmed"),
            note=note,
        )


def _value(rule: Mapping[str, Any]) -> tuple[Unit, int, tuple[Exclusion, ...]]:
    units = [unit for unit in Unit if unit in rule]
    if len(units) != 1:
        raise ValueError(f"a row has one value, not {[unit.value for unit in units]}")
    unit, given = units[0], rule[units[0]]
    if unit is Unit.LETTERS:
        letters = tuple(Exclusion(letter, str(reason)) for letter, reason in given.items())
        return unit, len(letters), letters
    if unit is Unit.FLAG:
        if given is not True:
            raise ValueError("a flag is true: what does not hold has no row")
        return unit, 1, ()
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise ValueError(f"{unit.value} is a whole number over 0, not {given!r}")
    return unit, given, ()


def _counting(rule: Mapping[str, Any], unit: Unit, country: str) -> Counting | None:
    if (unit in PERIODS) != ("counted" in rule):
        raise ValueError("days, months and years say how they are counted, and nothing else does")
    counted = Counting(rule["counted"]) if "counted" in rule else None
    if country.startswith("GB") and counted is Counting.REGULATION:
        raise ValueError("Regulation 1182/71 does not count in GB")
    return counted


def _article(rule: Mapping[str, Any], country: str) -> str:
    article = _text(rule, "article")
    if country.startswith("GB") and _OF_THE_EU.search(article):
        raise ValueError(f"no act of the EU is cited for GB: {article}")
    return article


def _days(rule: Mapping[str, Any]) -> tuple[date, date | None]:
    starts_on, ends_on = rule["starts_on"], rule.get("ends_on")
    for on in (starts_on, ends_on):
        if on is not None and (not isinstance(on, date) or isinstance(on, datetime)):
            raise ValueError(f"a day is written 2026-07-31, not {on!r}")
    if ends_on is not None and ends_on <= starts_on:
        raise ValueError(f"ends on {ends_on}, before it begins on {starts_on}")
    return starts_on, ends_on


def _countries(rule: Mapping[str, Any]) -> Sequence[str]:
    found: Sequence[str] = rule["countries"]
    if isinstance(found, str) or not found or not all(_COUNTRY.fullmatch(one) for one in found):
        raise ValueError(f"countries are a list of codes such as EU, PL, GB-SCT, not {found!r}")
    return found


def _conditions(rule: Mapping[str, Any]) -> Sequence[Condition | None]:
    found: Sequence[str] = rule.get("conditions", [])
    return [Condition(one) for one in found] or [None]


def _text(rule: Mapping[str, Any], field: str) -> str:
    found = rule.get(field)
    if not isinstance(found, str) or not found.strip():
        raise ValueError(f"{field} is missing")
    return found


def _truth(rule: Mapping[str, Any], field: str, *, usual: bool | None = None) -> bool:
    found = rule.get(field, usual)
    if not isinstance(found, bool):
        raise ValueError(f"{field} is true or false")
    return found


def _check_overlaps(rows: Sequence[Row]) -> None:
    for one, other in combinations(rows, 2):
        alike = (one.key, one.country, one.condition) == (other.key, other.country, other.condition)
        if alike and one.overlaps(other):
            raise InvalidLaw(f"{one.id} and {other.id} are both in force: which of them holds?")
