"""Bundles hold entries of any length, and give them back."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import decode_bundle, encode_bundle
from tests.tlog import given

ENTRIES = st.lists(st.binary(max_size=700), min_size=1, max_size=40)


def test_the_known_bundle() -> None:
    known = given.VECTORS["bundle"]
    entries = [bytes.fromhex(entry) for entry in known["entries"]]
    assert encode_bundle(entries).hex() == known["bytes"]
    assert decode_bundle(bytes.fromhex(known["bytes"]), width=3) == entries


@for_any(ENTRIES)
def test_entries_come_back(entries: list[bytes]) -> None:
    assert decode_bundle(encode_bundle(entries), width=len(entries)) == entries


def test_the_longest_entry_fits_and_no_longer_one() -> None:
    assert decode_bundle(encode_bundle([bytes(65_535)])) == [bytes(65_535)]
    with pytest.raises(Refused, match=r"bundle\.entry"):
        encode_bundle([bytes(65_536)])


@for_any(ENTRIES, st.data())
def test_a_cut_bundle_never_passes_for_a_whole_one(entries: list[bytes], data: st.DataObject) -> None:
    whole = encode_bundle(entries)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(Refused):
        decode_bundle(whole[:cut], width=len(entries))


@for_any(st.binary(max_size=900))
def test_any_bytes_are_a_bundle_or_refused(data: bytes) -> None:
    try:
        entries = decode_bundle(data)
    except Refused:
        return
    assert encode_bundle(entries) == data
