"""Tracking numbers: what is published is held against a number, and nothing else is."""

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.marketplace.rules import check_digits
from helpdesk.marketplace.rules.tracking import FORMS, check, only_carrier, recognised, tidy
from helpdesk.marketplace.terms.carriers import CARRIERS, carrier_named
from helpdesk.marketplace.words import SENTENCES

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "tracking.md"
TITLES = [one.title for one in CARRIERS]
CODES = {"tracking.form", "tracking.check_digit", "tracking.other_carrier"}
SIGNS = string.digits + string.ascii_uppercase
# Numbers that standards, carriers' own pages and public test data give as valid.
VALID = [
    ("UPS", "1Z5R89390357567127"),
    ("UPS", "1Z879E930346834440"),
    ("UPS", "1Z 410 E7W 03 9275 1591"),
    ("UPS", "1z8v92a70367203024"),
    ("UPS", "T1234567890"),
    ("Royal Mail", "AA 473 124 829 GB"),
    ("Poczta Polska", "RR410342249PL"),
    ("Poczta Polska", "00 359007730123456782"),
    ("Poczta Polska", "PX1234567890"),
    ("Poste Italiane", "RR410342249IT"),
    ("Chronopost", "EE410342249FR"),
    ("DHL", "00340433836442636597"),
    ("DHL Paket", "201298452277"),
    ("DHL Paket", "563102430313"),
    ("DHL Express", "3318810025"),
    ("DHL Express", "8487135506"),
    ("DHL Express", "JVGL0999999990"),
    ("DPD", "01015026003653c"),
    ("DPD", "00 81827 0998 0000 0200 33 350 276 C"),
    ("DPD", "0081 827 0998 0000 0200 45 327 276 N"),
    ("Hermes", "09133131530724"),
    ("InPost Paczkomat", "620999564070033114527916"),
    ("Colissimo", "6A12345678901"),
    ("GLS", "XHAX4HDA"),
]
# One sign wrong, too few or too many of them.
WRONG = [
    ("UPS", "1Z5R89390357567128", "tracking.check_digit"),
    ("UPS", "1Z5R8939035756712", "tracking.form"),
    ("UPS", "1Z5R89390357567127 1", "tracking.form"),
    ("Royal Mail", "AA473124828GB", "tracking.check_digit"),
    ("Royal Mail", "AA47312482GB", "tracking.form"),
    ("Poste Italiane", "RR410342248IT", "tracking.check_digit"),
    ("Colissimo", "RR4103422491FR", "tracking.form"),
    ("Poczta Polska", "00359007730123456783", "tracking.check_digit"),
    ("Poczta Polska", "PX123456789", "tracking.form"),
    ("DHL", "00340433836442636598", "tracking.check_digit"),
    ("DHL", "0034043383644263659", "tracking.form"),
    ("DHL Paket", "201298452278", "tracking.check_digit"),
    ("DHL Express", "3318810026", "tracking.check_digit"),
    ("DPD", "01015026003653D", "tracking.check_digit"),
    ("Hermes", "09133131530725", "tracking.check_digit"),
    ("InPost", "62099956407003311452791", "tracking.form"),
    ("InPost", "1Z5R89390357567127", "tracking.other_carrier"),
    ("InPost", "sent yesterday", "tracking.form"),
    ("my cousin", "in the post", "tracking.form"),
    ("my cousin", "12345", "tracking.form"),
    ("UPS", "", "tracking.form"),
]
# Nobody publishes a rule for these: they may be right.
UNKNOWN = [
    ("DHL", "1234567890"),
    ("DHL", "201298452278"),
    ("UPS", "123456789012"),
    ("GLS", "123456789012"),
    ("BRT", "123456789012345"),
    ("FedEx", "123456789012"),
    ("Evri", "H00ABC1234567890"),
    ("Chronopost", "XS410342248FR"),
    ("Royal Mail", "1234567890123456"),
    ("DPD Polska", "0000012345678U"),
    ("InPost", "1Z5R89390357567128"),
    ("my cousin", "1Z5R89390357567127"),
    ("Pigeon Post", "ABC-123-456"),
]


@pytest.mark.parametrize(("carrier", "number"), VALID)
def test_a_number_that_is_known_to_be_right_is_taken(carrier: str, number: str) -> None:
    assert check(carrier=carrier, number=number) is None
    found = carrier_named(carrier)
    assert found
    assert found.name in recognised(number)


@pytest.mark.parametrize(("carrier", "number", "code"), WRONG)
def test_a_number_that_cannot_be_right_is_refused(carrier: str, number: str, code: str) -> None:
    assert check(carrier=carrier, number=number) == code


@pytest.mark.parametrize(("carrier", "number"), UNKNOWN)
def test_what_nobody_has_a_rule_for_is_taken(carrier: str, number: str) -> None:
    assert check(carrier=carrier, number=number) is None


def test_a_proven_carrier_comes_first() -> None:
    assert recognised("1Z5R89390357567127") == ("ups",)
    assert recognised("09133131530724") == ("hermes", "dpd")
    assert recognised("09133131530725") == ("dpd",)
    assert set(recognised("RR410342249PL")) >= {"poczta polska", "royal mail"}
    assert recognised("sent yesterday") == recognised("") == ()


@pytest.mark.parametrize(
    ("number", "carrier"),
    [
        ("1Z 999 AA1 01 2345 6784", "ups"),
        ("RR123456785PL", "poczta polska"),
        ("RR123456785XX", ""),
        ("620999598000575135230984", "inpost"),
        ("nothing", ""),
    ],
)
def test_only_what_is_clear_names_its_carrier(number: str, carrier: str) -> None:
    assert only_carrier(number) == carrier


def test_the_longest_name_is_the_carrier() -> None:
    names = {name: carrier_named(name) for name in ("DHL", "dhl  express", "DHL Express Worldwide", "DHLX")}
    assert [one.name if one else None for one in names.values()] == [
        "dhl",
        "dhl express",
        "dhl express",
        None,
    ]


def test_every_form_is_of_a_carrier_and_every_refusal_has_its_sentence() -> None:
    assert FORMS.keys() <= {one.name for one in CARRIERS}
    assert SENTENCES.keys() >= CODES


@given(st.sampled_from([*TITLES, "my cousin", ""]), st.text(max_size=60))
def test_any_text_has_an_answer(carrier: str, number: str) -> None:
    code = check(carrier=carrier, number=number)
    assert code is None or code in CODES
    assert code == check(carrier=carrier, number=tidy(number))
    assert set(recognised(number)) <= FORMS.keys()


@given(st.sampled_from(TITLES), st.text(alphabet=SIGNS, min_size=6, max_size=40))
def test_what_is_recognised_as_a_carriers_is_not_refused(carrier: str, number: str) -> None:
    found = carrier_named(carrier)
    assert found
    if found.name in recognised(number):
        assert check(carrier=carrier, number=number) is None


@given(st.sampled_from(VALID), st.data())
def test_a_wrong_sign_in_a_strong_number_never_passes(case: tuple[str, str], data: st.DataObject) -> None:
    """Modulo 11 and 37,36 and GS1's weights notice each single wrong sign; so do the forms around them."""
    strong = ("Royal Mail", "Poste Italiane", "DHL")
    carrier, number = case[0], tidy(case[1])
    if carrier not in strong:
        return
    digits = [index for index, sign in enumerate(number) if sign.isdigit()]
    at = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from(string.digits).filter(lambda sign: sign != number[at]))
    slipped = number[:at] + other + number[at + 1 :]
    if slipped.startswith("00340") or not slipped.isdigit():  # in the prefix it is another kind of number
        assert check(carrier=carrier, number=slipped) == "tracking.check_digit"


@given(st.text(alphabet=string.digits, min_size=8, max_size=8))
def test_one_check_digit_of_s10_fits(serial: str) -> None:
    fitting = [digit for digit in string.digits if check_digits.is_s10(f"RR{serial}{digit}PL")]
    total = sum(w * int(digit) for w, digit in zip((8, 6, 4, 2, 3, 5, 9, 7), serial, strict=True))
    rest = total % 11
    assert fitting == [{0: "5", 1: "0"}.get(rest, str(11 - rest))]


@given(st.text(alphabet=SIGNS, min_size=15, max_size=15))
def test_one_check_digit_of_ups_fits(body: str) -> None:
    values = [int(sign) if sign.isdigit() else (ord(sign) - 3) % 10 for sign in body]
    total = sum(value * (1 + index % 2) for index, value in enumerate(values))
    fitting = [digit for digit in string.digits if check_digits.is_ups(f"1Z{body}{digit}")]
    assert fitting == [str((10 - total % 10) % 10)]


@given(st.text(alphabet=SIGNS, min_size=14, max_size=27), st.data())
def test_iso_7064_notices_each_wrong_sign(body: str, data: st.DataObject) -> None:
    fitting = [sign for sign in SIGNS if check_digits.is_iso_7064(body + sign)]
    assert len(fitting) == 1
    at = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.sampled_from(SIGNS).filter(lambda sign: sign != body[at]))
    assert not check_digits.is_iso_7064(body[:at] + other + body[at + 1 :] + fitting[0])


@given(st.text(alphabet=string.digits, min_size=9, max_size=19))
def test_one_check_digit_of_gs1_and_of_the_identcode_fits(body: str) -> None:
    total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(body[::-1]))
    assert [d for d in string.digits if check_digits.is_gs1(body + d)] == [str((10 - total % 10) % 10)]
    assert len([d for d in string.digits if check_digits.is_identcode(body + d)]) == 1
    waybills = [d for d in string.digits if check_digits.is_waybill(body + d)]
    assert waybills == [str(int(body) % 7)]


def test_the_reference_names_every_carrier_with_a_form() -> None:
    named = set(re.findall(r"`([a-z ]+)`", REFERENCE.read_text("utf-8").split("| carrier |")[1]))
    assert named == {*FORMS}
