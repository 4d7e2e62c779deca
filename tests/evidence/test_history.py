"""Everything between a buyer and a seller on one timeline: each side's own, and the same record."""

import sys
from datetime import timedelta

import pytest

from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.evidence import terms
from helpdesk.evidence.queries import history
from helpdesk.evidence.terms import Around, Group, HistoryRead
from helpdesk.evidence.words import sentence
from helpdesk.evidence.words.events import _SAID as SAID
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.teamwork import actions as teamwork
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.clocks import Story
from tests.past import any_present
from tests.retention.asking import erased
from tests.shops import Shops, open_shops
from tests.statements import statements


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara asked and was answered, wrote thanks, and asked about an offer besides."""
    any_present(monkeypatch)
    story = Story(shops)
    story.reply()
    story.ask("Thank you, delivered on 12 May!")
    conversations.waive_reply(
        actor=ANNA,
        now=story.later(),
        conversation=story.thread,
        reason=WaiverReason.COURTESY,
        key=story.key(),
    )
    conversations.ask_about_offer(
        actor=CLARA, now=story.later(), offer=shops.offer, draft="Is it in stock?", key=story.key()
    )
    return story


def read(story: Story, actor: Actor = ANNA, **more: object) -> HistoryRead:
    return history(actor=actor, conversation=story.thread, **more)  # type: ignore[arg-type]


def kinds(found: HistoryRead) -> list[str]:
    return [one.kind for one in found.occurred]


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_both_sides_read_the_same_record(story: Story, actor: Actor) -> None:
    found = read(story, actor)
    assert kinds(found) == ["message", "reply.waived", "message", "message", "message"]
    assert [one.text for one in found.occurred if one.text] == [
        "Is it in stock?",
        "Thank you, delivered on 12 May!",
        "Yes, it is 8 mm and fits.",
        "Is it 8 mm?",
    ]
    assert (found.seller, found.more) == ("Anna's Espresso Parts", False)
    assert found.buyer == ("Clara" if actor is ANNA else "")  # the name that the shop knows is the shop's
    waived = found.occurred[1]
    assert "It only says thanks" in sentence(event=waived.event, zone="UTC")


def test_only_this_conversation(story: Story) -> None:
    found = read(story, around=Around.THREAD)
    assert {one.conversation for one in found.occurred} == {story.thread}
    assert len(found.occurred) == 4


@pytest.mark.parametrize(
    ("group", "expected"),
    [(Group.MESSAGES, 4), (Group.CLOCK, 1), (Group.FILES, 0), (Group.AGREEMENTS, 0), (Group.PARCELS, 0)],
)
def test_it_is_narrowed_down(story: Story, group: Group, expected: int) -> None:
    assert len(read(story, group=group).occurred) == expected


def test_a_sellers_notes_are_theirs(story: Story) -> None:
    teamwork.add_note(
        actor=ANNA, now=story.later(), conversation=story.thread, note="Ask Bruno.", key=story.key()
    )
    assert read(story, group=Group.NOTES).occurred[0].text == "Ask Bruno."
    assert read(story, CLARA, group=Group.NOTES).occurred == []
    assert "note" not in kinds(read(story, CLARA))


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_nothing(story: Story, stranger: Actor) -> None:
    with pytest.raises(NotFound):
        read(story, stranger)


def test_administrators_open_the_file_instead(story: Story) -> None:
    with pytest.raises(Forbidden):
        read(story, EDDA)


def test_it_goes_on_page_by_page(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(story)
    monkeypatch.setattr(sys.modules["helpdesk.evidence.queries.history"], "HISTORY_PAGE", 2)
    seen, before = [], None
    while True:
        page = read(story, before=before)
        seen += [one.id for one in page.occurred]
        if not page.more:
            break
        before = (page.occurred[-1].at, page.occurred[-1].id)
    assert seen == [one.id for one in whole.occurred]


def test_what_was_erased_says_so(story: Story) -> None:
    erased(story.thread)
    found = read(story, around=Around.THREAD, group=Group.MESSAGES)
    assert [one.text for one in found.occurred] == [None, None, None]


def test_it_takes_so_many_statements_however_long(story: Story) -> None:
    with statements() as few:
        read(story)
    for _ in range(3):
        story.ask()
        story.later(timedelta(hours=1))
    with statements() as more:
        read(story)
    assert few() == more() <= 7


def test_every_kind_of_a_group_is_known_and_has_its_sentence() -> None:
    kinds = {kind for group in terms.KINDS.values() for kind in group}
    assert kinds <= set(REACTIONS)
    assert kinds - {"message", "note", "letter"} <= set(SAID)
