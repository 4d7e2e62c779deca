"""What leaves the house: every kind is decided, and what the house keeps to itself stays."""

from helpdesk.archive.terms import Audience
from helpdesk.config import parties, wiring
from helpdesk.kernel.ids import OPERATOR
from helpdesk.webhooks import rules
from helpdesk.webhooks.terms import PUBLISHED, WITHHELD
from tests.cast import ANNAS_SHOP

SECRET = {
    "attempt.refused",
    "note",
    "measure.proposed",
    "measure.decided",
    "reading",
    "search",
    "hold.placed",
}


def test_every_kind_is_published_or_withheld_with_a_reason() -> None:
    assert sorted([*PUBLISHED, *WITHHELD]) == sorted(wiring.REACTIONS)
    assert [kind for kind, reason in WITHHELD.items() if len(reason.split()) < 4] == []
    assert WITHHELD.keys() >= SECRET


def test_what_is_published_is_what_its_kind_is_seen_by() -> None:
    for kind, published in PUBLISHED.items():
        if kind in parties.AUDIENCES:
            assert published.audiences == {parties.AUDIENCES[kind]}, kind
        else:
            assert Audience.OPERATOR not in published.audiences, kind


def test_a_seller_is_never_told_of_a_buyers_own_or_of_the_operators() -> None:
    pairs = rules.open_to(seller_id=ANNAS_SHOP, kinds=())
    assert {who for _, who in pairs} == {Audience.BOTH, Audience.SELLER}
    assert {kind for kind, _ in pairs} <= {kind for kind, _ in rules.open_to(seller_id=OPERATOR, kinds=())}
    assert "refund.stated" not in rules.kinds_of(seller_id=ANNAS_SHOP)


def test_each_published_kind_is_told_by_the_reaction() -> None:
    name = "helpdesk.webhooks.reactions.on_entry"
    assert {kind for kind, names in wiring.REACTIONS.items() if name in names} == set(PUBLISHED)
