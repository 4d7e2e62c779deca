"""Draw samples: of what looks clean a share is read by people, and nobody can steer which."""

import pytest
from pytest_django import Settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries.numbers import numbered_after
from helpdesk.conduct.actions import draw_samples
from helpdesk.conduct.models import Sample
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.deadlines.models import Sample as Answer
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.drawing import is_drawn
from helpdesk.kernel.ids import Ref, uuid7
from tests.archive.entries import number
from tests.cast import ANNA, CLARA
from tests.conversations.spotted import LOGGED, WARNED, spotting
from tests.shops import Shops, open_shops

__all__ = ["spotting"]


@pytest.fixture
def asked(database: str, spotting: None) -> Ref:
    shops: Shops = open_shops()
    return conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Is it black?", key="1"
    ).conversation


def reply(to: Ref, text: str) -> None:
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=to, draft=text, key=text, reason=SellerReason.INVOICE
    )


def draw(settings: Settings, share: float) -> list[Sample]:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"review_share": share})
    number()
    with acting(SYSTEM):
        entries = numbered_after(number=-1, up_to=10_000, kinds=["message"], limit=1000)
        draw_samples(actor=SYSTEM, now=clock.now(), entries=entries)
        return list(Sample.objects.order_by("at"))


def test_all_that_is_clean_where_the_share_is_one(settings: Settings, asked: Ref) -> None:
    for text in (WARNED, LOGGED, "Yes, it is."):
        reply(asked, text)
    rows = draw(settings, 1)
    assert [(row.side, row.language) for row in rows] == [
        ("buyer", CLARA.language),
        ("seller", ANNA.language),  # only noted: nobody was told
        ("seller", ANNA.language),
    ]
    assert draw(settings, 1) == rows  # drawing twice changes nothing


def test_none_where_the_share_is_nothing(settings: Settings, asked: Ref) -> None:
    assert draw(settings, 0) == []


def test_the_share_is_kept_and_purposes_draw_apart() -> None:
    ids = [uuid7() for _ in range(4000)]
    drawn = {id for id in ids if is_drawn(id=id, secret="s", purpose="a", share=0.1)}
    assert 280 < len(drawn) < 520
    assert drawn == {id for id in ids if is_drawn(id=id, secret="s", purpose="a", share=0.1)}
    for secret, purpose in (("t", "a"), ("s", "b")):
        others = {id for id in ids if is_drawn(id=id, secret=secret, purpose=purpose, share=0.1)}
        assert len(others & drawn) < len(drawn) / 2


def test_the_worker_draws(settings: Settings, asked: Ref) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"review_share": 1.0, "quality_share": 1.0})
    reply(asked, "Yes, it is.")
    number()
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)
    with acting(SYSTEM):
        assert Sample.objects.count() == 2
        assert [row.kind for row in Answer.objects.all()] == ["random"]
