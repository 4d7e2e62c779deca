"""A case's number: made from the case, read however it is typed, wrong where it was typed wrong."""

import re
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpdesk.cases.rules.numbers import LENGTH, SYMBOLS, number_of, typed

sellers = st.integers(1, 2**53 - 1)
numbers = st.builds(number_of, seller_id=sellers, case=st.uuids())


@given(sellers, st.uuids())
def test_the_same_case_has_the_same_number(seller_id: int, case: UUID) -> None:
    number = number_of(seller_id=seller_id, case=case)
    assert number == number_of(seller_id=seller_id, case=case)
    assert re.fullmatch(rf"[{SYMBOLS}]{{5}}-[{SYMBOLS}]{{5}}-[{SYMBOLS}]", number)


@given(numbers, st.data())
def test_it_is_read_however_it_is_typed(number: str, data: st.DataObject) -> None:
    ways = {"0": "0Oo", "1": "1IiLl"}
    signs = [data.draw(st.sampled_from(ways.get(sign, sign + sign.lower()))) for sign in number]
    text = "".join(
        sign if sign != "-" else data.draw(st.sampled_from(["", " ", "-", " \u2013 "])) for sign in signs
    )
    assert typed(f" {text}\n") == number


@given(numbers, st.integers(0, LENGTH), st.sampled_from(SYMBOLS))
def test_a_wrong_symbol_is_noticed(number: str, at: int, symbol: str) -> None:
    plain = number.replace("-", "")
    assume(plain[at] != symbol)
    assert typed(plain[:at] + symbol + plain[at + 1 :]) is None


@given(numbers, st.integers(0, LENGTH - 1))
def test_neighbours_that_changed_places_are_noticed(number: str, at: int) -> None:
    plain = number.replace("-", "")
    swapped = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
    assert typed(swapped) == (number if plain[at] == plain[at + 1] else None)


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = typed(text)
    assert found is None or typed(found) == found


@pytest.mark.parametrize(
    "text", ["", "12345", "UUUUU-UUUUU-U", "K7QM3-TXA5F", "0" * 400, "*~$=U", "00000-00000-1"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert typed(text) is None


def test_full_width_signs_of_a_keyboard_far_away_are_read() -> None:
    assert typed("０００００００００００") == "00000-00000-0"  # noqa: RUF001


def test_numbers_of_a_large_shop_differ() -> None:
    made = {number_of(seller_id=7, case=UUID(int=at)) for at in range(20_000)}
    assert len(made) == 20_000
    assert not made & {number_of(seller_id=8, case=UUID(int=at)) for at in range(2_000)}
    assert {number[0] for number in made} == {*SYMBOLS}
    assert {number[-1] for number in made} == {*SYMBOLS}
