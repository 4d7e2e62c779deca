"""What stands in a file is found, by those who may open it: before that by its author alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from helpdesk.archive.database.scope import acting
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import files_of, unheard_count
from helpdesk.attachments.terms import MAX_TRIES
from helpdesk.conduct.terms import Decision, Finding, Label, Place, Said, Verdict
from helpdesk.config.files import files
from helpdesk.console import examining
from helpdesk.console.examining import examine_once, hear_once
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.search.models import SearchEntry
from helpdesk.search.queries import found
from helpdesk.search.terms import Kind
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.retention.asking import approved, requested

READS = "Seriennummer der Espressomaschine: XK-4471. Siehe wa.me dort."
EVERYBODY = (ANNA, CLARA, DMITRI, HANIA, EDDA)


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> None:
    """Files of this test's own, in whose pictures nobody reads words."""
    settings.STORAGES = {**settings.STORAGES, "attachments": files("", home=tmp_path)}
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"ocr": "none"})


@pytest.fixture
def sent(talk: Ref) -> Ref:
    """The entry of a message of Clara's with a text file, which nobody has examined."""
    uploaded = attachments.upload(
        actor=CLARA,
        now=clock.now(),
        seller_id=talk.seller_id,
        name="notiz.txt",
        chunks=[READS.encode()],
        key="u",
    )
    posted = conversations.post_question(
        actor=CLARA,
        now=clock.now(),
        conversation=talk,
        draft="Siehe Anhang.",
        key="f",
        files=[uploaded.ref.id],
    )
    return Ref(talk.seller_id, posted.receipt.entry)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, sent: Ref) -> Ref:
    """The same, examined and held for a person."""

    def examine(*, said: Said, pack: Any, **_: Any) -> Verdict:
        some = [file for file in said.attachments for _, text in file.texts if "wa.me" in text]
        found = [
            Finding(
                label=Label.MSGR,
                rule="x.y",
                start=None,
                end=None,
                score=1.0,
                place=Place.DOCUMENT,
                file=1,
                decision=Decision.REFUSE,
            )
            for _ in some
        ]
        return Verdict(pack="7", decision=Decision.REFUSE if found else Decision.NONE, findings=tuple(found))

    monkeypatch.setattr("helpdesk.conversations.queries.examining.conduct.examine", examine)
    assert examine_once() == 1
    return sent


def finders(text: str) -> set[str]:
    """Who finds a file by this."""
    return {
        actor.name
        for actor in EVERYBODY
        if Kind.FILE in {hit.kind for hit in found(actor=actor, text=text).hits}
    }


def file_of(sent: Ref, *, to: Actor = CLARA) -> Ref:
    (file,) = files_of(actor=to, entries=[sent])[sent.id]
    return file.ref


@pytest.mark.parametrize("text", ["seriennummern ", "xk4471", "XK-4471", "espressomaschien ", "seriennu"])
def test_both_sides_find_it_once_it_is_examined(sent: Ref, talk: Ref, text: str) -> None:
    assert finders(text) == set()
    assert examine_once() == 1
    assert finders(text) == {ANNA.name, CLARA.name}
    (hit,) = found(actor=ANNA, text=text).hits
    assert (hit.conversation, hit.entry, hit.excerpt) == (talk, file_of(sent).id, "notiz.txt")
    assert hit.n is not None  # where the message stands that brought it


def test_the_text_itself_is_stored_nowhere(sent: Ref) -> None:
    """Its words lie in the index without their order: no phrase is found, and nothing can be put together."""
    examine_once()
    with acting(SYSTEM):
        words = str(SearchEntry.objects.get(kind=Kind.FILE.value).words)
    assert ":" not in words
    assert finders('"seriennummer der espressomaschine"') == set()


def test_a_held_file_is_found_by_its_author_alone(held: Ref) -> None:
    assert finders("seriennummer ") == {CLARA.name}


@pytest.mark.parametrize(("release", "who"), [(True, {ANNA.name, CLARA.name}), (False, {CLARA.name})])
def test_a_person_decides_who_else(
    held: Ref, settle: Callable[[], None], release: bool, who: set[str]
) -> None:
    attachments.settle_file(
        actor=EDDA,
        now=clock.now(),
        file=file_of(held),
        release=release,
        key="s",
    )
    settle()
    assert finders("seriennummer ") == who


def test_an_order_to_erase_takes_it(sent: Ref, talk: Ref, settle: Callable[[], None]) -> None:
    examine_once()
    settle()
    approved(requested(talk))
    settle()
    assert finders("seriennummer ") == set()
    with acting(SYSTEM):
        assert not SearchEntry.objects.filter(kind=Kind.FILE.value).exists()


def _before_search_had_texts(settle: Callable[[], None]) -> None:
    """As an earlier release left it: examined, and its text kept nowhere."""
    examine_once()
    settle()
    with acting(SYSTEM):
        SearchEntry.objects.filter(kind=Kind.FILE.value).delete()
        File.objects.update(heard_at=None, hear_tries=0)


def test_what_was_examined_before_search_had_its_text_is_read_again(
    sent: Ref, settle: Callable[[], None]
) -> None:
    _before_search_had_texts(settle)
    assert not found(actor=CLARA, text="XK-4471").hits
    assert unheard_count(actor=SYSTEM) == 1
    assert hear_once() == 1
    assert [hit.kind for hit in found(actor=CLARA, text="XK-4471").hits] == [Kind.FILE]
    assert [hit.kind for hit in found(actor=ANNA, text="XK-4471").hits] == [Kind.FILE]
    assert not found(actor=DMITRI, text="XK-4471").hits
    assert (hear_once(), unheard_count(actor=SYSTEM)) == (0, 0)


def test_what_is_examined_now_is_not_read_twice(sent: Ref) -> None:
    examine_once()
    assert (hear_once(), unheard_count(actor=SYSTEM)) == (0, 0)


def test_a_worker_that_dies_leaves_the_file_for_the_next_and_three_times_at_most(
    sent: Ref, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    _before_search_had_texts(settle)
    monkeypatch.setattr(examining, "hear_file", _dies)
    now = clock.now()
    for tries in range(1, MAX_TRIES + 1):
        assert hear_once() == 1
        assert hear_once() == 0, "the lease lasts"
        with acting(SYSTEM):
            assert File.objects.get().hear_tries == tries
            File.objects.update(look_at=now)
    assert hear_once() == 0
    assert unheard_count(actor=SYSTEM) == 1, "it is said that one is left"


def _dies(**_: Any) -> None:
    raise RuntimeError


def test_an_erased_file_is_not_read_again(talk: Ref, sent: Ref, settle: Callable[[], None]) -> None:
    _before_search_had_texts(settle)
    approved(requested(talk))
    with acting(SYSTEM):
        File.objects.update(erased_at=clock.now())
    assert (hear_once(), unheard_count(actor=SYSTEM)) == (0, 0)
    with acting(SYSTEM):
        assert not SearchEntry.objects.filter(kind=Kind.FILE.value).exists()
