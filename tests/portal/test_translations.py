"""Translations below the messages of both sides' pages: the original first, the engine named."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from pytest_django import Settings

from helpdesk.console.translating import translate_once
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI
from tests.portal.conftest import QUESTION, SignIn
from tests.translations.engine import Playing, playing


@pytest.fixture
def engine(asked: Ref, settings: Settings) -> Iterator[Playing]:
    """The operator has named it."""
    with playing() as engine:
        named = {"translation_url": engine.engine.url}
        settings.HELPDESK = settings.HELPDESK.model_copy(update=named)
        yield engine


def first(asked: Ref) -> UUID:
    return thread(actor=ANNA, conversation=asked).messages[0].id


def test_no_page_offers_what_nobody_does(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert QUESTION in page
    assert "/translations" not in page


def test_a_seller_reads_both(sign_in: SignIn, asked: Ref, engine: Playing) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}"
    assert f"{path}/translations" in anna.get(path).content.decode()
    asking = anna.post(f"{path}/translations", {"message": str(first(asked)), "n": "0"})
    assert (asking.status_code, asking.headers["Location"]) == (302, f"{path}#m0")
    assert "data-translating" in anna.get(path).content.decode()
    assert translate_once(engine=engine.engine) == 1
    shown = anna.get(path).content.decode()
    assert shown.index(QUESTION) < shown.index(QUESTION[::-1])
    assert "Backwards 1.6.5" in shown
    assert "data-translating" not in shown


def test_a_buyer_has_the_whole_thread_translated(sign_in: SignIn, asked: Ref, engine: Playing) -> None:
    for key, text in (("1", "Tak, ma 8 mm i pasuje."), ("2", "Cena to 4 zł.")):
        conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=text, key=key)
        conversations.post_question(
            actor=CLARA, now=clock.now(), conversation=asked, draft="What does it cost?", key=f"more-{key}"
        )
    clara, path = sign_in(CLARA), f"/buyer/conversations/{asked}"
    assert "Translate the whole conversation" in clara.get(path).content.decode()
    assert clara.post(f"{path}/translations").status_code == 302
    while translate_once(engine=engine.engine):
        pass
    shown = clara.get(path).content.decode()
    assert ".łz 4 ot aneC" in shown
    assert "Translate" not in shown


def test_the_page_that_waits_is_told(sign_in: SignIn, asked: Ref, engine: Playing) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}"
    anna.post(f"{path}/translations")
    part = f"{path}/messages/{first(asked)}/translation"
    assert "data-translating" in anna.get(part).content.decode()
    translate_once(engine=engine.engine)
    assert QUESTION[::-1] in anna.get(part).content.decode()
    assert anna.get(f"{path}/messages/{uuid4()}/translation").status_code == 404


def test_what_could_not_be_made_can_be_asked_for_again(sign_in: SignIn, asked: Ref, engine: Playing) -> None:
    from helpdesk.archive.database.scope import everything
    from helpdesk.translations.models import Translation

    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}"
    anna.post(f"{path}/translations")
    with everything():
        Translation.objects.update(state="failed", next_at=None)
    shown = anna.get(path).content.decode()
    assert "No translation could be made." in shown
    assert "Try again" in shown


def test_strangers_find_nothing_and_broken_forms_are_refused(
    sign_in: SignIn, asked: Ref, engine: Playing
) -> None:
    path = f"/seller/conversations/{asked}/translations"
    assert sign_in(DMITRI).post(path).status_code == 404
    assert sign_in(ANNA).post(path, {"message": "x"}).status_code == 400
