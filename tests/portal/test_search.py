"""The search page: what was found with its marks, whatever is asked, and only what is one's own."""

import re

import pytest
from django.test import Client

from helpdesk.archive import actions as archive
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.portal.conftest import SignIn
from tests.search.conftest import ONLY_SEARCH
from tests.shops import Shops, today

ANSWER = "Yes: the <b>gaskets</b> & seals fit."
MARK = re.compile(r"<mark>(.*?)</mark>")


@pytest.fixture
def talked(asked: Ref) -> Ref:
    """Clara asked and was answered; search has taken both in."""
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=ANSWER, key="a")
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=ONLY_SEARCH)
    return asked


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("at", ["search", "search/hits"])
def test_what_was_found_is_marked_and_leads_to_its_place(sign_in: SignIn, talked: Ref, at: str) -> None:
    shown = page(sign_in(ANNA), f"/seller/{at}?q=gasket")
    assert MARK.findall(shown) == ["gasket", "gaskets"] or MARK.findall(shown) == ["gaskets", "gasket"]
    assert "Yes: the &lt;b&gt;<mark>gaskets</mark>&lt;/b&gt; &amp; seals fit." in shown
    for n in (0, 1):
        assert f"/seller/conversations/{talked}#m{n}" in shown
    assert "2 found" in shown
    assert ("<html" in shown) is (at == "search")


def test_a_buyer_finds_what_she_said_and_was_told(sign_in: SignIn, talked: Ref) -> None:
    shown = page(sign_in(CLARA), "/buyer/search?q=gasket")
    assert f"/buyer/conversations/{talked}#m1" in shown
    assert "Anna&#x27;s Espresso Parts" in shown
    assert "<mark>A-1001</mark>" in page(sign_in(CLARA), "/buyer/search?q=a-1001")


def test_strangers_find_nothing_and_other_sides_no_page(sign_in: SignIn, talked: Ref) -> None:
    for actor, side in ((DMITRI, "seller"), (HANIA, "buyer")):
        for asked in ("gasket", "A-1001", "clara"):
            shown = page(sign_in(actor), f"/{side}/search?q={asked}")
            assert "Nothing found" in shown
            assert str(talked) not in shown
    for actor, side in ((CLARA, "seller"), (ANNA, "buyer"), (EDDA, "seller"), (EDDA, "buyer")):
        assert sign_in(actor).get(f"/{side}/search?q=gasket").status_code == 404


def test_filters_narrow_and_stay_in_the_form(sign_in: SignIn, talked: Ref) -> None:
    anna, on = sign_in(ANNA), f"{today()}"
    for narrowed, found in (
        (f"since={on}&until={on}", True),
        ("until=2020-01-01", False),
        ("market=pl", False),
        ("market=de", True),
        ("state=waiting", False),
        ("state=answered", True),
        ("file=1", False),
        ("since=soon&until=0001-01-01&market=x&state=odd", True),  # none that there is
        ("since=9999-12-31", True),
    ):
        assert ("<mark>" in page(anna, f"/seller/search?q=gasket&{narrowed}")) is found, narrowed
    shown = page(anna, "/seller/search?q=gasket&state=waiting&market=pl&since=2026-01-02&file=1")
    assert "within your filters" in shown
    for kept in ('value="waiting" selected', 'value="pl" selected', 'value="2026-01-02"', "checked"):
        assert kept in shown


def test_a_guess_is_called_one(sign_in: SignIn, talked: Ref) -> None:
    assert "This comes close" in page(sign_in(ANNA), "/seller/search?q=gaksets+")
    assert "This comes close" not in page(sign_in(ANNA), "/seller/search?q=gaskets+")


def test_pages_follow_each_other(sign_in: SignIn, talked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.search.queries.finding.PAGE", 1)
    anna = sign_in(ANNA)
    first = page(anna, "/seller/search?q=gasket&state=answered")
    more = re.search(r'href="(/seller/search\?[^"]*after=[^"]+)"', first)
    assert more
    second = page(anna, more[1].replace("&amp;", "&"))
    assert len(MARK.findall(first)) == len(MARK.findall(second)) == 1
    assert MARK.findall(first) != MARK.findall(second)
    assert "Show more" not in second
    assert anna.get("/seller/search?q=gasket&after=x").status_code == 400


@pytest.mark.parametrize(
    "words", ["", "%22", "%27%26%7C", "x" * 500, "%F0%9F%99%82", "<script>alert(1)</script>"]
)
def test_any_words_may_be_asked(sign_in: SignIn, shops: Shops, words: str) -> None:
    assert "<script>alert" not in page(sign_in(ANNA), f"/seller/search?q={words}")


def test_long_counts_stop(sign_in: SignIn, talked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.search.queries.matching.FEW", 1)
    assert "More than 1 found" in page(sign_in(ANNA), "/seller/search?q=gask")
