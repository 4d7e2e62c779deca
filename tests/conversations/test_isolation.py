"""Isolation by row security alone: the application's own filters taken away, still nobody sees more."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.shops import Shops


def private_tables() -> Iterator[type[models.Model]]:
    """Tables whose rows belong to one seller and one buyer."""
    for model in apps.get_models():
        columns = {field.name for field in model._meta.concrete_fields}
        if {"seller_id", "buyer_id", "audience"} <= columns:
            yield model


@pytest.fixture
def talk(shops: Shops, asked: Ref) -> Ref:
    """Clara and Anna have talked, each with a refused attempt; Hania has asked Anna something else."""
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="1")
    for actor, deed in ((ANNA, conversations.post_reply), (CLARA, conversations.post_question)):
        with pytest.raises(Refused):
            deed(actor=actor, now=clock.now(), conversation=asked, draft="\u200b", key="2")
    conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft="And mine?", key="h"
    )
    return asked


def seen(actor: Actor, model: type[models.Model]) -> list[tuple[int, object, int]]:
    """All rows that a query without any filter returns."""
    with acting(actor):
        rows = model._default_manager.values_list("seller_id", "buyer_id", "audience")
        return list(rows)


def test_unfiltered_queries_show_the_actors_rows_only(talk: Ref) -> None:
    checked = 0
    for model in private_tables():
        everything = seen(EDDA, model)
        checked += len(everything)
        for seller in (ANNA, DMITRI):
            mine = [row for row in everything if row[0] == seller.seller_id and row[2] in (0, 1)]
            assert sorted(seen(seller, model), key=str) == sorted(mine, key=str), model
        for buyer in (CLARA, HANIA):
            mine = [row for row in everything if row[1] == buyer.buyer_id and row[2] in (0, 3)]
            assert sorted(seen(buyer, model), key=str) == sorted(mine, key=str), model
    assert checked > 30


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_the_hot_functions_show_strangers_nothing(talk: Ref, stranger: Actor) -> None:
    place = [*scope_of(stranger), talk.seller_id, talk.id]
    assert not hot.rows("SELECT * FROM conversation_view_v1(%s, %s, %s, %s::bigint, %s::uuid)", place)
    thread = "SELECT * FROM conversation_thread_v1(%s, %s, %s, %s::bigint, %s::uuid, -1, 100)"
    assert not hot.rows(thread, place)
    inbox = (
        "SELECT conversation_id FROM conversation_inbox_v2(%s, %s, %s, %s::bigint, NULL,"
        " '-infinity', 'infinity', NULL, NULL, 100, 100)"
    )
    assert (talk.id,) not in hot.rows(inbox, place[:4])


def test_a_connection_keeps_nothing_of_the_one_before(talk: Ref) -> None:
    with acting(ANNA):
        pass
    hot.rows("SELECT * FROM conversation_view_v1(%s, %s, %s, %s::bigint, %s::uuid)", [*scope_of(ANNA), *talk])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM conversations_message")
        assert cursor.fetchone() == (0,)
