"""The demo's stories: complete, in five languages, and about things that are for sale."""

from helpdesk.conduct import rules as conduct
from helpdesk.conduct.terms import Decision, Said
from helpdesk.console.demo import records
from helpdesk.console.demo.stories import Deed, Story, scenes, stories
from helpdesk.conversations import rules
from helpdesk.conversations.terms import Reading
from helpdesk.kernel.actor import Side

LANGUAGES = {"en", "pl", "de", "fr", "it"}


def test_every_turn_is_written_in_every_language_of_its_story() -> None:
    for story in [*stories(), *scenes()]:
        assert set(story.said) <= LANGUAGES
        for language, texts in story.said.items():
            assert len(texts) == sum(deed.speaks for deed in story.deeds), (story.name, language)
            assert all(text == text.strip() and len(text) > 20 for text in texts)
        assert story.deeds[0] is Deed.ASK
    for story in stories():
        assert story.deeds[-1].side is Side.SELLER, "a demo's conversations do not end with somebody waiting"


def test_scenes_show_every_deed_in_all_five_at_hours_in_order() -> None:
    assert {deed for scene in scenes() for deed in scene.deeds} == {*Deed}
    for scene in scenes():
        assert set(scene.said) == LANGUAGES
        assert len(scene.hours) == len(scene.turns)
        assert list(scene.hours) == sorted(scene.hours)
        assert bool(scene.promise) == (Deed.PROMISE in scene.deeds)
        assert bool(scene.reason) == (Deed.WAIVE in scene.deeds)


def test_every_text_reads_as_it_is_meant() -> None:
    for story in [*stories(), *scenes()]:
        for language in story.said:
            for place, (deed, text) in enumerate(
                zip(story.deeds, story.words(language=language), strict=True)
            ):
                expected = _reading(story, place)
                if deed in (Deed.ASK, Deed.REPLY, Deed.STAND_BY):
                    assert rules.reading_of(text=text) is expected, (story.name, language, text)


def test_what_is_said_may_be_said_and_what_was_tried_may_not() -> None:
    for story in [*stories(), *scenes()]:
        for language in story.said:
            for turn, (deed, text) in enumerate(
                zip(story.deeds, story.words(language=language), strict=True)
            ):
                decision = _decision(text, deed, language)
                assert decision.strength <= Decision.WARN.strength, (story.name, language, decision, text)
                if tried := story.tried_first(language=language, turn=turn):
                    assert _decision(tried, deed, language) is Decision.REFUSE, tried


def _decision(text: str, deed: Deed, language: str) -> Decision:
    return conduct.examine(said=Said(text=text, side=deed.side, language=language)).decision


def _reading(story: Story, place: int) -> Reading | None:
    if story.deeds[place] is Deed.STAND_BY:
        return Reading.HOLDING
    if story.turns in ("bsb", "bsbN") and place == 2:
        return Reading.COURTESY
    return None


def test_a_buyer_of_any_language_has_something_to_say_to_any_shop() -> None:
    for stage in ("there", "way", "new", "back", "before"):
        spoken = {lang for s in stories() if not s.seller and s.stage == stage for lang in s.said}
        assert spoken == LANGUAGES, stage


def test_anna_s_and_dmitri_s_stories_are_told_in_all_five() -> None:
    own = [story for story in stories() if story.seller in ("S-ANNA", "S-DMITRI")]
    assert len(own) >= 8
    assert all(set(story.said) == LANGUAGES for story in own)


def test_stories_name_shops_and_products_that_are_there() -> None:
    cast = records.cast()
    sellers = cast.all("seller")
    for story in stories():
        assert story.seller in ("", *sellers)
        assert any(story.is_about(offer=offer) for offer in cast.offers)
    assert {story.seller for story in stories()} >= set(sellers) - {"S-HARRIET"}


def test_no_text_is_there_twice() -> None:
    texts = [text for story in [*stories(), *scenes()] for said in story.said.values() for text in said]
    assert len(texts) == len(set(texts))
