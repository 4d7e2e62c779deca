"""Find files: by what they are about, by who writes there, by a link or an order's id; no word of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.terms import About
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.models import ExternalId
from helpdesk.oversight.queries import find_files
from helpdesk.oversight.terms import File
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.oversight.conftest import QUESTION
from tests.shops import Shops
from tests.statements import statements


@pytest.fixture
def three(shops: Shops, asked: Ref) -> list[Ref]:
    """Clara's thread, then Hania's about an order and about an offer."""
    order = conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft=QUESTION, key="1"
    )
    offer = conversations.ask_about_offer(
        actor=HANIA, now=clock.now(), offer=shops.offer, draft=QUESTION, key="2"
    )
    return [asked, order.conversation, offer.conversation]


def found(words: str, actor: Actor = EDDA) -> list[Ref]:
    return [file.conversation for file in find_files(actor=actor, words=words)]


def test_the_start_of_a_number_or_a_title_finds(three: list[Ref]) -> None:
    assert found("A-1001") == three[:1]
    assert found("a-10") == [three[1], three[0]]
    assert found("uszczelka") == three[2:]
    assert found(" A-1001 ") == three[:1]


def test_an_id_finds_its_file(three: list[Ref]) -> None:
    for file in three:
        assert found(str(file)) == [file]


def test_a_link_of_ours_finds_its_file(three: list[Ref]) -> None:
    for link in ("https://shop.example/seller/conversations/{}", "/administrator/files/{}?sent=1#m0", " {} "):
        assert found(link.format(three[0])) == [three[0]]
    assert found(f"https://shop.example/x{three[0]}") == []


def test_the_platforms_id_of_an_order_finds_its_file(three: list[Ref], shops: Shops) -> None:
    with acting(PLATFORM):
        ExternalId.objects.create(
            kind="order",
            external_id="PF-77",
            seller_id=shops.claras_order.seller_id,
            id=shops.claras_order.id,
            version="1",
            version_order=1,
        )
    assert found("PF-77") == [three[0]]
    assert found("pf-77") == found("PF-7") == []


def test_a_name_of_either_side_finds_their_files(three: list[Ref]) -> None:
    assert found("Clara") == found("cla") == [three[0]]
    assert found("Hania") == [three[2], three[1]]
    assert found("Anna's") == found("espresso") == [three[2], three[1], three[0]]
    assert found("Cl") == found("presso") == []


def test_a_market_narrows_what_is_found(three: list[Ref]) -> None:
    def on(market: str | None) -> list[Ref]:
        return [file.conversation for file in find_files(actor=EDDA, words="espresso", market=market)]

    assert (on("de"), on("pl"), on("fr")) == ([three[0]], [three[2], three[1]], [])
    assert on(None) == [three[2], three[1], three[0]]


def test_the_beginning_of_a_title_uses_its_index_under_row_security(three: list[Ref]) -> None:
    """A comparison may, LIKE may not: it could tell of rows that the scope hides."""
    asked = Conversation.objects.filter(title_folded__gte="a-10", title_folded__lt="a-10\U0010ffff")
    with acting(EDDA), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        assert "conversations_title" in asked.explain()


@pytest.mark.parametrize(
    "words", ["", "  ", "1001", "%", "_", "A_1001", "\\", "lara", "gasket", "1" * 31, "'"]
)
def test_nothing_else_does(three: list[Ref], words: str) -> None:
    assert found(words) == []


def test_a_file_shows_who_and_about_what_but_no_word(three: list[Ref]) -> None:
    (file,) = find_files(actor=EDDA, words="A-1001")
    assert (file.about, file.title, file.market) == (About.ORDER, "A-1001", "de")
    assert (file.seller, file.buyer) == ("Anna's Espresso Parts", "Clara")
    assert QUESTION not in repr(file)
    assert set(File.__slots__) == {
        "conversation",
        "about",
        "title",
        "seller",
        "buyer",
        "market",
        "started_at",
        "last_at",
        "imported",
    }


def test_searching_is_no_deed_and_costs_the_same_for_many(three: list[Ref]) -> None:
    with acting(SYSTEM):
        before = Entry.objects.count()
    with statements() as count:
        assert len(found("espresso")) == 3
    assert count() <= 14  # eight, and what opens the scopes
    with acting(SYSTEM):
        assert Entry.objects.count() == before


def test_the_desk_searches_and_nobody_else(asked: Ref) -> None:
    for actor in (EDDA, FELIX, GRETA):
        assert found("A", actor=actor) == [asked]
    manager = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))
    for actor in (ANNA, CLARA, PLATFORM, manager):
        with pytest.raises(Forbidden):
            found("A", actor=actor)


def test_days_find_alone_and_keep_of_what_words_find(three: list[Ref]) -> None:
    now, hour = clock.now(), timedelta(hours=1)

    def between(since: datetime | None, until: datetime | None, words: str = "") -> list[Ref]:
        files = find_files(actor=EDDA, words=words, since=since, until=until)
        return [file.conversation for file in files]

    assert between(now - hour, None) == three[::-1]
    assert between(None, now + hour) == three[::-1]
    assert between(now - hour, now + hour, "A-1001") == three[:1]
    assert between(now + hour, None) == between(None, now - hour) == []
    assert between(now + hour, None, "A-1001") == between(None, now - hour, "A-1001") == []


def test_days_are_found_by_an_index(three: list[Ref]) -> None:
    with acting(EDDA), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        rows = Conversation.objects.filter(started_at__lt=clock.now()).order_by("-started_at", "-id")[:50]
        assert "conversations_begun" in rows.explain()
