"""Ids: rows in the order of their making, and Refs that read back exactly or not at all."""

import time
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel.ids import OPERATOR, SELLER_BITS, InvalidRef, Ref, new_seller_id, uuid7

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
LAST_SELLER = (1 << SELLER_BITS) - 1
SELLERS = st.integers(min_value=0, max_value=LAST_SELLER)
EXTREMES = [
    Ref(OPERATOR, UUID(int=0)),
    Ref(OPERATOR, UUID(int=(1 << 128) - 1)),
    Ref(LAST_SELLER, UUID(int=0)),
    Ref(LAST_SELLER, UUID(int=(1 << 128) - 1)),
]
GOOD = str(Ref(1_001, UUID(int=7)))


def test_uuid7_says_version_and_variant() -> None:
    for id in (uuid7() for _ in range(200)):
        assert id.version == 7
        assert id.variant == "specified in RFC 4122"


def test_uuid7_sorts_by_the_millisecond_of_its_making() -> None:
    made = []
    for _ in range(5):
        made.append(uuid7())
        time.sleep(0.002)
    assert made == sorted(made)
    assert abs((made[0].int >> 80) - time.time_ns() // 1_000_000) < 60_000


def test_uuid7_never_repeats_within_a_millisecond() -> None:
    assert len({uuid7() for _ in range(5_000)}) == 5_000


def test_a_sellers_id_is_positive_and_has_at_most_53_bits() -> None:
    ids = [new_seller_id() for _ in range(500)]
    assert all(0 < id <= LAST_SELLER for id in ids)
    assert len(set(ids)) == len(ids)


@given(seller_id=SELLERS, id=st.uuids())
def test_a_ref_reads_back(seller_id: int, id: UUID) -> None:
    text = str(Ref(seller_id, id))
    assert len(text) == 31
    assert set(text) <= set(ALPHABET)
    assert Ref.parse(text) == Ref(seller_id, id)


@pytest.mark.parametrize("ref", EXTREMES)
def test_an_extreme_ref_reads_back(ref: Ref) -> None:
    assert len(str(ref)) == 31
    assert Ref.parse(str(ref)) == ref


def test_different_refs_read_differently() -> None:
    id = uuid4()
    assert len({str(Ref(seller, id)) for seller in range(100)}) == 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        GOOD[:-1],
        GOOD + "1",
        " " + GOOD[1:],
        GOOD[:-1] + " ",
        GOOD[:-1] + "\n",
        GOOD[:-1] + "0",
        GOOD[:-1] + "O",
        GOOD[:-1] + "I",
        GOOD[:-1] + "l",
        GOOD[:-1] + "\x00",
        GOOD[:-1] + "é",
        GOOD[:-1] + "\ud800",
        GOOD[:-1] + "\uff11",
        "z" * 31,
        "1" * 30 + "-",
        "1" * 10_000,
        "7c890b85-485b-425d-a7b8-f59748f5614c",
    ],
)
def test_anything_else_is_no_ref(text: str) -> None:
    with pytest.raises(InvalidRef):
        Ref.parse(text)


def test_the_first_number_beyond_the_last_ref_is_no_ref() -> None:
    number, chars = 1 << (128 + SELLER_BITS), ""
    for _ in range(31):
        number, rest = divmod(number, 58)
        chars = ALPHABET[rest] + chars
    with pytest.raises(InvalidRef):
        Ref.parse(chars)


@given(st.text(max_size=64))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        ref = Ref.parse(text)
    except InvalidRef:
        return
    assert str(ref) == text
