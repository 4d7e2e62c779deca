"""Seal: leaf, commitments and receipt of one entry, before anything is written."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.queries import receipt_key
from helpdesk.archive.rules.commitments import commit
from helpdesk.archive.rules.leaf import leaf_hash
from helpdesk.archive.rules.receipts import is_valid
from helpdesk.archive.terms import Chain, Head, Sealed
from helpdesk.kernel import clock
from tests.archive.entries import chain
from tests.cast import ANNA, TUESDAY

pytestmark = pytest.mark.usefixtures("template")
US = timedelta(microseconds=1)


def seal(to: Chain, *, head: Head | None = None, facts: dict[str, int | str] | None = None) -> Sealed:
    return archive.seal(
        chain=to,
        kind="memo",
        actor=ANNA,
        now=TUESDAY,
        key="k",
        expected_head=head,
        values={"body": b"text"},
        facts=facts,
    )


def head_of(sealed: Sealed) -> Head:
    return Head(n=sealed.n, leaf_hash=sealed.leaf_hash, at=sealed.at)


def test_the_leaf_says_what_the_entry_is() -> None:
    to = chain()
    sealed = seal(to, facts={"verdict": "met"})
    content = json.loads(sealed.leaf)
    assert (content["chain"], content["n"], content["prev"]) == (str(to.id), 0, "")
    assert (content["t"], content["id"]) == ("memo", str(sealed.id))
    assert (content["at"], content["f"]) == (clock.to_us(TUESDAY), {"verdict": "met"})
    assert (content["seller"], content["by"]["role"]) == (str(to.seller), "seller")
    assert sealed.leaf_hash == leaf_hash(sealed.leaf)


def test_values_and_author_are_committed_under_salts_of_their_own() -> None:
    sealed = seal(chain())
    content = json.loads(sealed.leaf)
    committed = {**content["c"], "by": content["by"]["c"]}
    assert committed.keys() == sealed.salted.keys() == {"by", "body"}
    for name, (value, salt) in sealed.salted.items():
        assert commit(kind="memo", name=name, value=value, salt=salt).hex() == committed[name]
    assert len({salt for _, salt in sealed.salted.values()}) == 2
    assert json.loads(sealed.salted["by"][0]) == {"name": "Anna", "person": str(ANNA.person)}


def test_a_leaf_shows_neither_text_nor_names_nor_persons() -> None:
    sealed = seal(chain())
    for secret in (b"text", b"Anna", str(ANNA.person).encode()):
        assert secret not in sealed.leaf


def test_the_same_text_twice_is_two_different_commitments() -> None:
    to = chain()
    first, second = (json.loads(seal(to).leaf) for _ in range(2))
    assert first["c"]["body"] != second["c"]["body"]
    assert first["by"]["c"] != second["by"]["c"]


def test_the_receipt_is_of_this_leaf_at_this_instant() -> None:
    sealed = seal(chain())
    assert (sealed.receipt.entry, sealed.receipt.leaf_hash) == (sealed.id, sealed.leaf_hash)
    assert sealed.receipt.at == sealed.at == TUESDAY
    assert is_valid(receipt=sealed.receipt, public=receipt_key().public)


def test_instants_of_a_chain_rise_when_the_clock_goes_back() -> None:
    to, head, instants = chain(), None, []
    for back in (0, 0, 1, 3600):
        sealed = archive.seal(
            chain=to,
            kind="memo",
            actor=ANNA,
            now=TUESDAY - timedelta(seconds=back),
            key="k",
            expected_head=head,
        )
        instants.append(sealed.at)
        head = head_of(sealed)
    assert instants == [TUESDAY + n * US for n in range(4)]


def test_an_entry_names_the_one_before_it() -> None:
    to = chain()
    first = seal(to)
    second = seal(to, head=head_of(first))
    assert second.n == 1
    assert json.loads(second.leaf)["prev"] == first.leaf_hash.hex()


def test_references_are_part_of_the_leaf() -> None:
    answered = uuid4()
    sealed = archive.seal(
        chain=chain(),
        kind="memo",
        actor=ANNA,
        now=TUESDAY,
        key="k",
        expected_head=None,
        ref=[("answers", answered)],
    )
    assert json.loads(sealed.leaf)["ref"] == [["answers", str(answered)]]


def test_a_leaf_of_more_than_4_kib_is_refused() -> None:
    with pytest.raises(ValueError, match="leaf of"):
        seal(chain(), facts={"x": "a" * 4096})


def test_nobody_names_the_author_but_the_actor() -> None:
    with pytest.raises(AssertionError, match="from the actor"):
        archive.seal(
            chain=chain(),
            kind="memo",
            actor=ANNA,
            now=TUESDAY,
            key="k",
            expected_head=None,
            values={"by": b"Dmitri"},
        )
