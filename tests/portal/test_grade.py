"""Buyers see a shop's grade where they ask it: on the offer, the order and in the thread; shops do not."""

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.standing.models import Grade
from tests.cast import ANNA, ANNAS_SHOP, CLARA
from tests.portal.conftest import SignIn
from tests.shops import Shops


def graded(level: str, score: int | None, usually: int | None) -> None:
    """Anna's shop, as a snapshot leaves it."""
    with everything():
        Grade.objects.create(
            seller_id=ANNAS_SHOP, counted_on=clock.now().date(), level=level, score=score, usually=usually
        )


@pytest.fixture
def pages(shops: Shops, asked: Ref) -> list[str]:
    """Where a Buyer meets the shop."""
    return [
        f"/buyer/offers/{shops.offer}",
        f"/buyer/orders/{shops.claras_order}",
        f"/buyer/conversations/{asked}",
    ]


@pytest.mark.parametrize(
    ("row", "said", "unsaid"),
    [
        (
            ("reliable", 97, 4),
            ["Reliable", "<b>97</b> of 100", "Usually answers within 4 hours"],
            "No rating",
        ),
        (("rated", 81, None), ["<b>81</b> of 100"], "Usually answers"),
        (("new", None, 24), ["No rating yet", "Usually answers within one business day"], "of 100"),
    ],
)
def test_the_grade_stands_below_the_shops_name(
    sign_in: SignIn, pages: list[str], row: tuple[str, int | None, int | None], said: list[str], unsaid: str
) -> None:
    graded(*row)
    clara = sign_in(CLARA)
    for path in pages:
        page = clara.get(path).content.decode()
        assert [words for words in said if words not in page] == [], path
        assert unsaid not in page


def test_a_shop_that_was_never_counted_is_new(sign_in: SignIn, pages: list[str]) -> None:
    clara = sign_in(CLARA)
    assert all("No rating yet" in clara.get(path).content.decode() for path in pages)


def test_a_shop_sees_its_standing_elsewhere(sign_in: SignIn, asked: Ref) -> None:
    graded("rated", 81, 4)
    assert "of 100" not in sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
