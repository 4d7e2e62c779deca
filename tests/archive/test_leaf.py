"""Leaf v1 is final: two golden leaves, made by a reference that shares no code with the product."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from helpdesk.archive.rules import commitments
from helpdesk.archive.rules.checking import read_leaf
from helpdesk.archive.rules.leaf import instant, leaf, leaf_hash
from helpdesk.archive.terms import MAX_LEAF, Audience, Chain, ChainName, Head
from helpdesk.kernel import clock
from tests.archive import reference
from tests.cast import TUESDAY

DATA = Path(__file__).resolve().parents[1] / "data"
GOLDEN = json.loads((DATA / "leaf-v1.json").read_text())
VECTORS = json.loads((DATA / "tlog" / "vectors.json").read_text())
US = timedelta(microseconds=1)


def built(content: dict[str, Any], **other: Any) -> bytes:
    """The product's leaf of what a golden leaf says; `other` replaces arguments."""
    head = None
    if content["n"]:
        prev, at = bytes.fromhex(content["prev"]), clock.from_us(content["at"] - 1)
        head = Head(n=content["n"] - 1, leaf_hash=prev, at=at)
    arguments = {
        "id": UUID(content["id"]),
        "chain": Chain(
            seller_id=1,
            id=UUID(content["chain"]),
            name=ChainName.SHARED,
            audience=Audience.BOTH,
            seller=UUID(content["seller"]),
            pair=UUID(content["pair"]),
            buyer_id=uuid4(),
        ),
        "head": head,
        "at": clock.from_us(content["at"]),
        "kind": content["t"],
        "role": content["by"]["role"],
        "by": content["by"]["c"],
        "commitments": content["c"],
        "facts": content["f"],
        "ref": [(how, UUID(entry)) for how, entry in content["ref"]],
    }
    return leaf(**{**arguments, **other})


@pytest.mark.parametrize("golden", GOLDEN, ids=["first", "following"])
def test_the_reference_still_writes_the_golden_leaves(golden: dict[str, Any]) -> None:
    data = golden["leaf"].encode()
    assert reference.leaf_bytes(json.loads(data)) == data
    assert reference.leaf_hash(data) == golden["leaf_hash"]
    for value in golden["values"].values():
        given = reference.commitment(
            salt=value["salt"], domain=value["domain"], value=value["value"].encode()
        )
        assert given == value["commitment"]


@pytest.mark.parametrize("golden", GOLDEN, ids=["first", "following"])
def test_the_product_writes_the_golden_leaves(golden: dict[str, Any]) -> None:
    data = built(json.loads(golden["leaf"]))
    assert data == golden["leaf"].encode()
    assert leaf_hash(data).hex() == golden["leaf_hash"]
    assert read_leaf(data) == json.loads(golden["leaf"])


@pytest.mark.parametrize("golden", GOLDEN, ids=["first", "following"])
def test_the_product_makes_the_golden_commitments(golden: dict[str, Any]) -> None:
    content = json.loads(golden["leaf"])
    for name, value in golden["values"].items():
        salt, written = bytes.fromhex(value["salt"]), value["value"].encode()
        committed = commitments.commit(kind=content["t"], name=name, value=written, salt=salt).hex()
        assert committed == value["commitment"]
        assert commitments.domain(kind=content["t"], name=name).decode() == value["domain"]


def test_the_author_is_committed_with_the_name_that_was_shown() -> None:
    author = json.loads(GOLDEN[0]["values"]["by"]["value"])
    committed = commitments.author(person=UUID(author["person"]), name=author["name"])
    assert committed.decode() == GOLDEN[0]["values"]["by"]["value"]


def test_the_golden_leaves_are_one_chain() -> None:
    first, following = (json.loads(golden["leaf"]) for golden in GOLDEN)
    assert (first["n"], first["prev"]) == (0, "")
    assert following["prev"] == GOLDEN[0]["leaf_hash"]


def test_leaf_hashes_are_those_of_rfc_6962() -> None:
    leaves = [vector for vector in VECTORS["hasher"] if "data" in vector]
    assert leaves
    for vector in leaves:
        assert leaf_hash(bytes.fromhex(vector["data"])).hex() == vector["hash"]
    eight = VECTORS["eight_leaves"]
    assert [leaf_hash(bytes.fromhex(data)).hex() for data in eight["data"]] == eight["leaf_hashes"]


def test_commitments_are_those_of_the_shared_vectors() -> None:
    for vector in VECTORS["commitment"]:
        assert vector["domain"] == "helpdesk/message-body/v1"
        salt, value = bytes.fromhex(vector["salt"]), vector["content"].encode()
        assert commitments.commit(kind="message", name="body", value=value, salt=salt).hex() == vector["hash"]


def test_salts_are_32_random_bytes() -> None:
    salts = {commitments.new_salt() for _ in range(100)}
    assert len(salts) == 100
    assert {len(salt) for salt in salts} == {32}


def test_more_than_4_kib_is_refused() -> None:
    content = json.loads(GOLDEN[0]["leaf"])
    room = MAX_LEAF - len(built(content, facts={"x": ""}))
    assert len(built(content, facts={"x": "a" * room})) == MAX_LEAF
    with pytest.raises(ValueError, match="4097"):
        built(content, facts={"x": "a" * (room + 1)})


@pytest.mark.parametrize("fact", [1.5, True, None, b"x"])
def test_facts_are_codes_and_integers(fact: object) -> None:
    with pytest.raises(TypeError):
        built(json.loads(GOLDEN[0]["leaf"]), facts={"x": fact})


def test_the_operators_leaves_name_no_seller_and_no_pair() -> None:
    house = Chain(seller_id=0, id=uuid4(), name=ChainName.HOUSE, audience=Audience.OPERATOR)
    content = json.loads(built(json.loads(GOLDEN[0]["leaf"]), chain=house))
    assert {"seller", "pair"}.isdisjoint(content)


def test_an_instant_is_always_after_the_one_before() -> None:
    head = Head(n=0, leaf_hash=b"", at=TUESDAY)
    assert instant(now=TUESDAY, head=None) == TUESDAY
    assert instant(now=TUESDAY + 2 * US, head=head) == TUESDAY + 2 * US
    for back in (timedelta(0), US, timedelta(hours=1)):
        assert instant(now=TUESDAY - back, head=head) == TUESDAY + US
    assert instant(now=TUESDAY, head=replace(head, at=TUESDAY - US)) == TUESDAY


GOOD: dict[str, Any] = json.loads(GOLDEN[1]["leaf"])
WRONG: list[dict[str, Any]] = [
    {"v": 2},
    {"v": True},
    {"v": 1.0},
    {"n": "1"},
    {"at": 1 << 60},
    {"at": None},
    {"x": 1},
    {"by": {"c": ""}},
    {"by": {"c": "", "role": "seller", "name": "Anna"}},
    {"by": "anna"},
    {"c": []},
    {"c": {"body": 1}},
    {"f": {"deep": {"a": 1}}},
    {"f": {"x": 1.5}},
    {"ref": {}},
    {"ref": [["answers"]]},
    {"ref": ["answers"]},
    {"pair": None},
]
BYTES = [
    b"",
    b"null",
    b"[]",
    b"{}",
    b"\xff",
    b"[" * 3000,
    b'{"a":' * 3000,
    GOLDEN[1]["leaf"].encode() + b"\n",
    b" " + GOLDEN[1]["leaf"].encode(),
    json.dumps(GOOD).encode(),
    json.dumps(dict(reversed(GOOD.items())), separators=(",", ":")).encode(),
    GOLDEN[1]["leaf"].replace('"v":1', '"v":1,"v":1').encode(),
]


@pytest.mark.parametrize("data", BYTES)
def test_bytes_that_are_not_canonical_are_no_leaf(data: bytes) -> None:
    assert read_leaf(data) is None


@pytest.mark.parametrize("change", WRONG, ids=repr)
def test_another_shape_is_no_leaf(change: dict[str, Any]) -> None:
    assert read_leaf(reference.leaf_bytes({**GOOD, **change})) is None


@pytest.mark.parametrize("name", sorted(GOOD.keys() - {"seller", "pair"}))
def test_a_leaf_without_one_of_its_parts_is_no_leaf(name: str) -> None:
    assert read_leaf(reference.leaf_bytes({part: GOOD[part] for part in GOOD if part != name})) is None
