"""Tags: a shop's own order of its threads."""

from collections.abc import Sequence

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound, TooLarge
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import MAX_SHOP_TAGS, MAX_TAG, MAX_TAGS
from tests.cast import ANNA, CLARA, DMITRI, EDDA, READER
from tests.shops import Shops, order
from tests.teamwork.conftest import ask


def tag(conversation: Ref, *tags: str, actor: Actor = ANNA) -> None:
    """Somebody of the shop's sets them."""
    actions.set_tags(actor=actor, now=clock.now(), conversation=conversation, tags=tags)


def tags(conversation: Ref) -> Sequence[str]:
    """What stands on it."""
    return queries.marks_of(actor=ANNA, now=clock.now(), conversations=[conversation])[conversation].tags


def test_they_are_set_in_place_of_those_before(asked: Ref) -> None:
    tag(asked, "Urgent", "#VIP  customer", "urgent ")
    assert tags(asked) == ["urgent", "vip customer"]
    tag(asked, "zwrot", "urgent")
    assert tags(asked) == ["urgent", "zwrot"]
    tag(asked)
    assert tags(asked) == []


def test_one_letter_has_one_spelling(asked: Ref) -> None:
    tag(asked, "gro\u0308\u00dfe", "gr\u00f6\u00dfe")
    assert tags(asked) == ["gr\u00f6\u00dfe"]


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ([""], Invalid),
        (["#"], Invalid),
        (["\u200b"], Invalid),
        (["a\x00"], Invalid),
        (["a,b"], Invalid),
        (["x" * (MAX_TAG + 1)], TooLarge),
        ([str(n) for n in range(MAX_TAGS + 1)], Invalid),
    ],
)
def test_what_is_no_tag_changes_nothing(asked: Ref, written: Sequence[str], refusal: type[Exception]) -> None:
    tag(asked, "kept")
    with pytest.raises(refusal):
        tag(asked, *written)
    assert tags(asked) == ["kept"]


def test_as_many_and_as_long_as_may_be(asked: Ref) -> None:
    many = [str(n) * MAX_TAG for n in range(MAX_TAGS)]
    tag(asked, *many)
    assert tags(asked) == many


@pytest.mark.parametrize("actor", [CLARA, DMITRI, EDDA, READER])
def test_nobody_else_sets_them(asked: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound if actor is DMITRI else Forbidden):
        tag(asked, "x", actor=actor)


def test_a_shop_has_so_many_and_no_more(shops: Shops) -> None:
    names = [f"tag {n:02}" for n in range(MAX_SHOP_TAGS)]
    places = range(0, MAX_SHOP_TAGS, MAX_TAGS)
    threads = [ask(order(ANNA.seller_id or 0, f"A-{at}", CLARA, "de")) for at in places]
    for at, thread in zip(places, threads, strict=True):
        tag(thread, *names[at : at + MAX_TAGS])
    [*_, thread] = threads
    with pytest.raises(Conflict, match="shop_full"):
        tag(thread, "one more")
    tag(thread, names[0])
    assert tags(thread) == [names[0]]
