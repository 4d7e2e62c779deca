"""A thousand courses of a suspension beside posts: whatever is let in was first, and what is owed is kept.

Every party has a thread and a connection of its own and is led from one step to the next, in an order drawn
for the course; who must wait for whom is foreseen, and whoever does not wait is caught.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Number
from helpdesk.conversations.actions import posting as beats
from helpdesk.conversations.actions.posting import Judged
from helpdesk.conversations.actions.settling import Settled, settle
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.terms.starting import SellerReason, Turn, Why
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.models import Offer, Order, Pair, Seller
from helpdesk.marketplace.terms.restrictions import WHOLE, RestrictionKind
from tests.cast import ANNA, ANNAS_SHOP, CLARA
from tests.conversations.led import Course, Player, Post, Script, Step
from tests.marketplace.restricted import entry_on_own_chain
from tests.shops import PLACED, open_shops

COURSES, POSTS = 340, 3  # so many times a suspension meets so many posts: 1,020 pairs
NOTHING = Judged()
STARTING = Judged(why=Why(reason=SellerReason.INFO_NEEDED))


@dataclass
class Shop:
    """A seller with a conversation before a sale and two about orders, nothing said in any."""

    seller_id: int
    offer: Ref
    order: Ref
    other: Ref

    @property
    def anna(self) -> Actor:
        """Its owner."""
        return replace(ANNA, seller_id=self.seller_id)


def posting(actor: Actor, thread: Ref, judged: Judged, *, apart: bool) -> Script:
    """A message; `apart`: its transaction stays open once its entry is stored."""

    def script(pause: Step) -> UUID:
        def judge(*_: object) -> Judged:
            pause()
            return judged

        with acting(actor) if apart else nullcontext():
            posted = beats.post(
                actor=actor,
                now=clock.now(),
                conversation=thread,
                text="Is it for 8 mm?",
                key=str(uuid4()),
                seen_n=None,
                judge=judge,
            )
            if apart:
                pause()
        return posted.receipt.entry

    return script


def saying(actor: Actor, thread: Ref, turn: Turn) -> Script:
    """Something that is no message, as cases and agreements say it."""

    def script(pause: Step) -> UUID:
        def judge(*_: object) -> Settled:
            pause()
            return Settled(facts={}, write=lambda *_: pause(), turn=turn)

        return settle(
            actor=actor,
            now=clock.now(),
            conversation=thread,
            kind="case.step",
            key=str(uuid4()),
            said={},
            judge=judge,
        ).receipt.entry

    return script


def imposing(seller_id: int) -> Script:
    """A suspension."""

    def script(pause: Step) -> UUID:
        now = clock.now()
        pause()
        with acting(SYSTEM):
            at = marketplace.lock_seller(actor=SYSTEM, now=now, seller_id=seller_id)
            pause()
            kept = entry_on_own_chain(seller_id=seller_id, at=at, key="suspended")
            pause()
            marketplace.restrict(
                actor=SYSTEM,
                now=kept.receipt.at,
                seller_id=seller_id,
                measure_id=uuid4(),
                kind=RestrictionKind.SUSPENSION,
                factor=WHOLE,
                starts_at=kept.receipt.at,
                ends_at=None,
                entry=kept.receipt.entry,
            )
            pause()
        return kept.receipt.entry

    return script


def drawn(shop: Shop, rng: random.Random) -> list[Post]:
    """What is written beside the measure: two things that it forbids, and one that it must let go on.

    Each in a conversation of its own where they would be in each other's way.
    """
    apart = rng.random() < 0.6
    before_sale = [
        Post("question before a sale", posting(CLARA, shop.offer, NOTHING, apart=apart), forbidden=True),
        Post("answer before a sale", posting(shop.anna, shop.offer, NOTHING, apart=apart), forbidden=True),
        Post("agreement before a sale", saying(shop.anna, shop.offer, Turn.WORD), forbidden=True),
    ]
    kept = [
        Post("answer about an order", posting(shop.anna, shop.order, NOTHING, apart=apart), forbidden=False),
        Post("question about an order", posting(CLARA, shop.order, NOTHING, apart=apart), forbidden=False),
        Post("step of a case", saying(shop.anna, shop.order, Turn.DUTY), forbidden=False),
    ]
    start = Post("first word", posting(shop.anna, shop.other, STARTING, apart=apart), forbidden=True)
    return [rng.choice(before_sale), rng.choice(kept), start]


@pytest.fixture
def shops(database: str) -> list[Shop]:
    """One for each course."""
    open_shops()
    made = [Shop(10_000 + i, *(Ref(10_000 + i, uuid4()) for _ in range(3))) for i in range(COURSES)]
    now, pairs = clock.now(), {shop.seller_id: uuid4() for shop in made}
    with everything():
        [anna] = Seller.objects.filter(seller_id=ANNAS_SHOP).values()
        Seller.objects.bulk_create(
            Seller(**anna | {"seller_id": id, "external_id": str(id), "stand_in": uuid4()}) for id in pairs
        )
        Pair.objects.bulk_create(
            Pair(
                seller_id=id,
                buyer_id=CLARA.person,
                pair=pair,
                display_name="Clara",
                language="de",
                market="de",
            )
            for id, pair in pairs.items()
        )
        Offer.objects.bulk_create(
            Offer(
                seller_id=shop.seller_id,
                id=shop.offer.id,
                external_id="g",
                title={},
                condition="new",
                markets={},
            )
            for shop in made
        )
        Order.objects.bulk_create(_order(thread) for shop in made for thread in (shop.order, shop.other))
        Conversation.objects.bulk_create(
            Conversation(
                seller_id=thread.seller_id,
                id=thread.id,
                buyer_id=CLARA.person,
                pair=pairs[thread.seller_id],
                market="de",
                title="Gasket",
                started_at=now,
                last_at=now,
                last_side="buyer",
                **about,
            )
            for shop in made
            for thread, about in (
                (shop.offer, {"offer_id": shop.offer.id}),
                (shop.order, {"order_id": shop.order.id}),
                (shop.other, {"order_id": shop.other.id}),
            )
        )
    return made


def _order(of: Ref) -> Order:
    """Clara's; that its thread has the same id matters to nobody."""
    return Order(
        seller_id=of.seller_id,
        id=of.id,
        buyer_id=CLARA.person,
        external_id=str(of.id),
        number="1",
        market_id="de",
        placed_at=PLACED,
    )


@pytest.fixture
def players() -> Iterator[list[Player]]:
    """The measure's, and one for each post."""
    made = [Player() for _ in range(1 + POSTS)]
    yield made
    for player in made:
        player.leave()


def numbers() -> dict[UUID, int]:
    """The place of every entry in the log, by its id."""
    while archive.number_entries(actor=SYSTEM, now=clock.now()):
        pass
    with everything():
        return dict(Number.objects.values_list("entry_id", "number"))


def test_nothing_that_a_suspension_forbids_is_numbered_after_it_and_what_is_owed_is_kept(
    shops: list[Shop], players: list[Player]
) -> None:
    rng = random.Random(9)
    played = [play(shop, players, rng) for shop in shops]
    order, met = numbers(), set()
    for measure, posts in played:
        assert isinstance(measure, UUID), measure
        for post, outcome in posts:
            refused = isinstance(outcome, str) and outcome.startswith("restriction.")
            assert refused or isinstance(outcome, UUID), (post.name, outcome)
            assert refused == post.expected, (post.name, outcome)
            assert post.forbidden or outcome in order, f"{post.name} is lost"
            first = isinstance(outcome, UUID) and order[outcome] < order[measure]
            assert refused or first or not post.forbidden, f"{post.name} is numbered after the measure"
            met.add((post.name, "refused" if refused else "before" if first else "after"))
    assert {name for name, how in met if how == "before"} == {name for name, _ in met}
    assert {name for name, how in met if how == "after"} == {
        name for name, how in met if "order" in name or "case" in name
    }
    assert len({name for name, how in met if how == "refused"}) == 4
    assert len(played) * POSTS >= 1_000


def play(
    shop: Shop, players: Sequence[Player], rng: random.Random
) -> tuple[object, list[tuple[Post, object]]]:
    """One course, to its end: each next step is drawn among those that can be taken."""
    posts = drawn(shop, rng)
    measure, *others = players
    measure.begin(imposing(shop.seller_id))
    for post, player in zip(posts, others, strict=True):
        player.begin(post.script)
    course = Course(shop.seller_id, measure, list(zip(posts, others, strict=True)))
    while steps := course.free():
        rng.choice(steps)()
        if rng.random() < 0.05:
            archive.number_entries(actor=SYSTEM, now=clock.now())
    return measure.outcome, [(post, player.outcome) for post, player in course.posts]
