"""Search what people wrote: on record with its words and its reason first; then where, never what."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.terms import Kept
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.oversight import actions, queries
from helpdesk.oversight.actions.open_file import desk
from helpdesk.oversight.models import Search
from helpdesk.oversight.terms import SEARCH_LASTS
from helpdesk.teamwork import actions as teamwork
from tests.archive.tampering import findings
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.search.conftest import ONLY_SEARCH
from tests.shops import Shops, open_shops

WORD = "Mirabellenkompott"
ADMIN_ONLY = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))


@pytest.fixture
def shops(database: str) -> Shops:
    return open_shops()


@pytest.fixture
def said(shops: Shops) -> Ref:
    """Clara wrote the word twice to Anna, who answered without it; Hania wrote something else."""
    asked = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=f"Kommt {WORD}?", key="c"
    ).conversation
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=asked, draft=f"Also {WORD}.", key="c2"
    )
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Heute.", key="a")
    conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft="Kiedy?", key="h"
    )
    settle()
    return asked


def settle() -> None:
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=ONLY_SEARCH)


def search(
    *,
    actor: Actor = EDDA,
    words: str = WORD,
    reason: str = "dispute",
    key: str = "s",
    market: str | None = None,
) -> Kept:
    return actions.search_words(
        actor=actor, now=clock.now(), words=words, reason=reason, key=key, market=market
    )


def found(kept: Kept, *, actor: Actor = EDDA) -> list[tuple[Ref, int]]:
    got = queries.searched(actor=actor, now=clock.now(), search=kept.receipt.entry)
    return [(row.file.conversation, row.times) for row in got.files]


def test_it_finds_where_the_words_stand_and_how_often_and_not_what_was_written(said: Ref) -> None:
    kept = search()
    assert found(kept) == [(said, 2)]
    got = queries.searched(actor=EDDA, now=clock.now(), search=kept.receipt.entry)
    assert "Kommt" not in str(got.files)
    assert got.words == WORD


@pytest.mark.parametrize("actor", [EDDA, FELIX, GRETA], ids=lambda actor: actor.name)
def test_it_is_one_entry_on_the_desk_chain_with_words_and_reason_committed(said: Ref, actor: Actor) -> None:
    kept = search(actor=actor, reason="legal_request")
    with acting(SYSTEM):
        entry = Entry.objects.get(seller_id=OPERATOR, id=kept.receipt.entry)
        value = Value.objects.get(seller_id=OPERATOR, entry_id=entry.id, name="search")
    leaf = json.loads(bytes(entry.leaf))
    assert (entry.kind, leaf["f"]) == ("search", {"reason": "legal_request", "seconds": 1800})
    assert json.loads(bytes(value.value)) == {"reason": "legal_request", "words": WORD}
    assert WORD.encode() not in bytes(entry.leaf)
    assert entry.chain == _desk(actor)
    assert findings() == []


def _desk(actor: Actor) -> UUID:
    return desk(actor).id


def test_looking_again_makes_no_entry_and_a_replay_is_one(said: Ref) -> None:
    first, again = search(), search()
    assert again.replayed
    assert again.receipt.entry == first.receipt.entry
    found(first)
    found(first)
    with acting(SYSTEM):
        assert Entry.objects.filter(kind="search").count() == Search.objects.count() == 1
    with pytest.raises(KeyReused):
        search(words="Anderes")


def test_without_a_reason_or_a_word_nothing_is_searched(said: Ref) -> None:
    with pytest.raises(Invalid, match=r"oversight\.reason"):
        search(reason="curious")
    for words in ("", "  ", "is:waiting", "!?"):
        with pytest.raises(Invalid, match=r"oversight\.no_words"):
            search(words=words)
    with pytest.raises(TooLarge):
        search(words="x" * 201)
    with acting(SYSTEM):
        assert not Search.objects.exists()


def test_a_platform_administrator_searches_nothing(said: Ref) -> None:
    with pytest.raises(Forbidden, match=r"oversight\.not_yours"):
        search(actor=ADMIN_ONLY)
    kept = search()
    with pytest.raises(Forbidden, match=r"oversight\.not_yours"):
        found(kept, actor=ADMIN_ONLY)


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, HANIA, PLATFORM], ids=lambda actor: actor.name)
def test_the_other_sides_have_no_such_search(said: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound):
        search(actor=actor)
    kept = search()
    with pytest.raises(Forbidden):
        found(kept, actor=actor)
    if actor is not PLATFORM:  # the Platform's machines see all rows, and have no way to this one
        with acting(actor):
            assert not Search.objects.exists()


def test_anothers_search_is_not_ones_own_and_it_ends(said: Ref) -> None:
    kept = search()
    with pytest.raises(NotFound, match=r"oversight\.search_not_found"):
        found(kept, actor=GRETA)
    later = clock.now() + SEARCH_LASTS + timedelta(seconds=1)
    with pytest.raises(Forbidden, match=r"oversight\.search_over"):
        queries.searched(actor=EDDA, now=later, search=kept.receipt.entry)


def test_notes_of_a_shops_people_are_not_searched(said: Ref) -> None:
    teamwork.add_note(actor=ANNA, now=clock.now(), conversation=said, note="Zwetschgenmus", key="n")
    settle()
    assert found(search(words="Zwetschgenmus")) == []


def test_the_market_narrows_and_a_slip_is_forgiven(said: Ref, shops: Shops) -> None:
    assert found(search(key="elsewhere", market="zz")) == []
    kept = search(words="Mirabelenkompott", key="slip")
    assert found(kept) == [(said, 2)]
    assert queries.searched(actor=EDDA, now=clock.now(), search=kept.receipt.entry).forgiving


def test_colleagues_see_who_searched_why_and_not_for_what(said: Ref) -> None:
    search()
    [shown] = queries.searches(actor=GRETA)
    assert shown.reason == "dispute"
    assert WORD not in str(shown)
    assert queries.searches(actor=ADMIN_ONLY)
    with pytest.raises(Forbidden):
        queries.searches(actor=ANNA)


_LOOK = "SELECT count(*) FROM oversight_said_v2(%s, %s, %s, %s, NULL, NULL, NULL, NULL, false, 500)"


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, HANIA], ids=lambda actor: actor.name)
def test_the_function_gives_nothing_to_a_side_and_nothing_without_a_search(said: Ref, actor: Actor) -> None:
    kept = search()

    def seen(of: UUID, person: UUID) -> int:
        with connection.cursor() as cursor:
            cursor.execute(_LOOK, [of, person, clock.now(), "'=mirabellenkompott'"])
            [(count,)] = cursor.fetchall()
            return int(count)

    id = kept.receipt.entry
    with acting(actor):
        assert seen(id, EDDA.person) == 0
    assert seen(id, EDDA.person) == 0
    with acting(EDDA):
        assert seen(UUID(int=1), EDDA.person) == 0
        assert seen(id, GRETA.person) == 0
