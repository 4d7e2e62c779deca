"""What search is tested with: two shops, and talk that has been taken in."""

from collections.abc import Callable

import pytest

from helpdesk.archive import actions as archive
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, HANIA
from tests.shops import Shops, open_shops

SEARCH = "helpdesk.search.reactions.on_said_or_erased"
ROOM = "helpdesk.search."
ONLY_SEARCH = {
    kind: tuple(name for name in names if name.startswith(ROOM)) for kind, names in REACTIONS.items()
}
QUESTION = "Wann kommt meine Größentabelle? Die Paketnummer war PL-2026/17."
ANSWER = "Die Pakete sind gestern angekommen."


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def settle() -> Callable[[], None]:
    """Number what is pending and let search take it in."""

    def settled() -> None:
        archive.number_entries(actor=SYSTEM, now=clock.now())
        archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=ONLY_SEARCH)

    return settled


@pytest.fixture
def talk(shops: Shops, settle: Callable[[], None]) -> Ref:
    """Clara asked Anna and was answered; Hania asked Anna something of her own."""
    asked = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="c"
    )
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked.conversation, draft=ANSWER, key="a"
    )
    conversations.ask_about_order(
        actor=HANIA,
        now=clock.now(),
        order=shops.hanias_order,
        draft="Kiedy wyślecie moje uszczelki?",
        key="h",
    )
    settle()
    return asked.conversation
