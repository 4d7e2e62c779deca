"""Asking for a translation: by the two sides, once for each language, and an engine that makes it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.console.translating import translate_once
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.translations import actions
from helpdesk.translations.models import Translation as Row
from helpdesk.translations.queries import translations_in
from helpdesk.translations.terms import LEASE, PAUSES, Engine, State, Translation
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.clocks import Story
from tests.retention.asking import approved, erased, requested
from tests.statements import statements
from tests.translations.engine import Playing

NOWHERE = Engine(url="http://127.0.0.1:9")


def first(story: Story) -> UUID:
    return thread(actor=ANNA, conversation=story.thread).messages[0].id


def ask(story: Story, actor: Actor = ANNA, language: str = "pl", messages: list[UUID] | None = None) -> int:
    return actions.ask_for_translation(
        actor=actor,
        now=clock.now(),
        conversation=story.thread,
        language=language,
        engine=NOWHERE,
        messages=messages,
    )


def seen(story: Story, actor: Actor = ANNA, language: str = "pl") -> dict[UUID, Translation]:
    return translations_in(actor=actor, conversation=story.thread, language=language)


def settle() -> None:
    """Number what is pending, and let translations hear of what was erased."""
    wiring = {"erased": ("helpdesk.translations.reactions.on_erased",)}
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=wiring)


def test_a_reader_has_a_message_in_their_language(story: Story, backwards: Playing) -> None:
    id = first(story)
    assert ask(story, messages=[id]) == 1
    assert seen(story)[id].state is State.WAITING
    assert translate_once(engine=backwards.engine) == 1
    made = seen(story)[id]
    assert (made.state, made.text, made.engine, made.version) == (
        State.MADE,
        "?mm 8 ti sI",
        "Backwards",
        "1.6.5",
    )
    asked = {"q": "Is it 8 mm?", "source": "de", "target": "pl", "format": "text"}
    assert backwards.asked == [asked | {"api_key": "of the operator"}]
    assert thread(actor=ANNA, conversation=story.thread).messages[0].text == "Is it 8 mm?"


def test_asking_twice_asks_once(story: Story, backwards: Playing) -> None:
    assert ask(story) == ask(story) == 1
    assert translate_once(engine=backwards.engine) == 1
    assert ask(story) == 1
    assert translate_once(engine=backwards.engine) == 0
    assert len(backwards.asked) == 1


def test_what_is_in_that_language_is_left_alone(story: Story) -> None:
    story.reply()  # Anna writes Polish
    assert ask(story, actor=CLARA, language="de") == 1
    assert ask(story, language="pl") == 1
    assert {row.language for row in seen(story).values()} == {"pl"}


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_no_conversation(story: Story, stranger: Actor) -> None:
    with pytest.raises(NotFound):
        ask(story, actor=stranger)
    assert ask(story) == 1
    assert seen(story, actor=stranger) == {}


def test_a_message_of_another_thread_is_not_found(story: Story) -> None:
    with pytest.raises(NotFound):
        ask(story, messages=[first(story), uuid4()])
    assert seen(story) == {}


def test_administrators_ask_for_none(story: Story) -> None:
    with pytest.raises(Forbidden):
        ask(story, actor=EDDA)
    assert seen(story, actor=EDDA) == {}


def test_nobody_translates_where_there_is_no_engine(story: Story) -> None:
    with pytest.raises(Invalid, match=r"translation\.off"):
        actions.ask_for_translation(
            actor=ANNA, now=clock.now(), conversation=story.thread, language="pl", engine=None
        )


def test_other_languages_are_refused(story: Story) -> None:
    with pytest.raises(Invalid, match=r"translation\.language"):
        ask(story, language="nl")


def test_so_many_messages_at_once(story: Story) -> None:
    with pytest.raises(Invalid, match=r"translation\.too_many"):
        ask(story, messages=[uuid4() for _ in range(201)])


def test_an_engine_that_is_away_is_asked_again_and_then_given_up(
    story: Story, backwards: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = first(story)
    ask(story)
    now = clock.now()
    for pause in (*PAUSES, timedelta(0)):
        monkeypatch.setattr(clock, "now", lambda now=now: now)
        assert translate_once(engine=NOWHERE) is None
        assert translate_once(engine=NOWHERE) == 0  # not before the pause is over
        now += max(pause, LEASE)
    assert seen(story)[id].state is State.FAILED
    assert ask(story) == 1
    assert translate_once(engine=backwards.engine) == 1
    assert seen(story)[id].state is State.MADE


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, None), (429, None), (200, b"{}"), (200, b'{"translatedText": "\\u0000"}'), (200, b"<html>")],
)
def test_what_an_engine_says_wrongly_is_not_shown(
    story: Story, backwards: Playing, status: int, body: bytes | None
) -> None:
    ask(story)
    backwards.status, backwards.body = status, body
    assert translate_once(engine=backwards.engine) is None
    assert seen(story)[first(story)].text == ""


def test_an_engine_without_a_version_makes_nothing(story: Story, backwards: Playing) -> None:
    ask(story)
    backwards.version = " "
    assert translate_once(engine=backwards.engine) is None
    assert seen(story)[first(story)].state is State.WAITING


def test_what_was_erased_is_erased_in_every_language(story: Story, backwards: Playing) -> None:
    ask(story)
    assert translate_once(engine=backwards.engine) == 1
    approved(requested(story.thread))
    settle()
    assert seen(story) == {}


def test_what_was_erased_meanwhile_is_not_kept(story: Story, backwards: Playing) -> None:
    ask(story)
    with everything():
        [due] = actions.take_up_translations(actor=SYSTEM, now=clock.now(), limit=1)
    approved(requested(story.thread))
    assert not actions.translate(actor=SYSTEM, now=clock.now(), due=due, engine=backwards.engine)
    assert seen(story) == {}


def test_words_that_are_gone_are_not_sent_to_the_engine(story: Story, backwards: Playing) -> None:
    ask(story)
    erased(story.thread)
    assert translate_once(engine=backwards.engine) == 0
    assert backwards.asked == []
    with everything():
        assert not Row.objects.exists()


def test_a_thread_is_read_with_its_translations_in_one_statement(story: Story) -> None:
    ask(story)
    with statements() as count:
        seen(story)
    assert count() <= 4  # begin, scope, rows, commit
