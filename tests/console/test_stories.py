"""The demo's stories: complete, in five languages, and about things that are for sale."""

from helpdesk.console.demo import records
from helpdesk.console.demo.stories import SELLER, stories

LANGUAGES = {"en", "pl", "de", "fr", "it"}


def test_every_turn_is_written_in_every_language_of_its_story() -> None:
    for story in stories():
        assert set(story.said) <= LANGUAGES
        for language, texts in story.said.items():
            assert len(texts) == len(story.turns), (story.name, language)
            assert all(text == text.strip() and len(text) > 20 for text in texts)
        assert story.turns.startswith("b")
        assert story.turns.endswith(SELLER), "a demo's conversations do not end with somebody waiting"


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
    texts = [text for story in stories() for said in story.said.values() for text in said]
    assert len(texts) == len(set(texts))
