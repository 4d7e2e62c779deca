"""A stream tells what is its browser's to know, once, from where it was, and no longer than it may."""

import asyncio

import pytest
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.composing import actions as composing
from helpdesk.composing.terms import Doing
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.portal.live import hub
from helpdesk.portal.live.application import Streams
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, HANIA
from tests.portal.conftest import SignIn
from tests.portal.live.ear import Ear, do, run
from tests.shops import Shops


@pytest.fixture(autouse=True)
def _own_name(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"public_url": "http://testserver"})


def say(asked: Ref, words: str) -> None:
    """Clara writes."""
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=asked, draft=words, key=words)


def test_both_sides_are_told_and_strangers_hear_nothing(sign_in: SignIn, asked: Ref) -> None:
    people = [sign_in(one) for one in (ANNA, CLARA, DMITRI, HANIA)]

    async def story(streams: Streams) -> None:
        await do(lambda: None)
        anna, clara, dmitri, hania = [await Ear(streams, one).began() for one in people]
        await anna.until(lambda: bool(anna.numbers()))
        known = len(anna.numbers())
        for number in range(5):
            await do(lambda number=number: say(asked, f"Nachtrag {number}"))  # type: ignore[misc]
        await anna.until(lambda: len(anna.numbers()) == known + 5)
        await clara.until(lambda: len(clara.numbers()) >= 5)
        assert anna.numbers()[-5:] == clara.numbers()[-5:]
        assert anna.numbers() == sorted(set(anna.numbers()))
        assert anna.frames[-1]["data"] == {"kind": "message", "chain": str(asked)}, "and no word of it"
        assert not dmitri.numbers()
        assert not hania.numbers()

    run(story)


def test_a_browser_goes_on_from_where_it_was(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)

    async def story(streams: Streams) -> None:
        await do(lambda: None)
        first = Ear(streams, anna)
        await first.until(lambda: len(first.numbers()) == 1)
        await do(lambda: say(asked, "Eins"))
        await first.until(lambda: len(first.numbers()) == 2)
        last = first.numbers()[-1]
        await first.hang_up()
        for words in ("Zwei", "Drei"):
            await do(lambda words=words: say(asked, words))  # type: ignore[misc]
        again = Ear(streams, anna, last_event_id=str(last))
        await again.until(lambda: len(again.numbers()) == 2)
        assert again.frames[0] == {"event": "begin", "id": last, "data": {"missed": False}}
        asked_anew = Ear(streams, anna, query=f"after={last}")
        await asked_anew.until(lambda: asked_anew.numbers() == again.numbers())
        assert len(streams.hub.streams) == 2, "who hung up is let go"

    run(story)


def test_what_is_too_much_is_told_in_one_word(
    sign_in: SignIn, asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpdesk.portal.live.telling.SINGLY", 2)
    anna = sign_in(ANNA)

    async def story(streams: Streams) -> None:
        for number in range(4):
            await do(lambda number=number: say(asked, f"Nachtrag {number}"))  # type: ignore[misc]
        ear = await Ear(streams, anna, last_event_id="0").began()
        assert ear.frames[0]["data"] == {"missed": True}
        await do(lambda: say(asked, "Noch einer"))
        await ear.until(lambda: bool(ear.numbers()))
        assert ear.numbers() == [ear.frames[0]["id"] + 1]

    run(story)


def test_strangers_and_pages_of_others_are_refused(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)

    async def story(streams: Streams) -> None:
        for client, headers, status in (
            (None, {}, 401),
            (Client(), {"cookie": "session=made-up"}, 401),
            (anna, {"origin": "https://evil.example"}, 403),
            (anna, {"origin": "http://testserver:3000"}, 403),
            (anna, {"origin": "null"}, 403),
            (anna, {"sec_fetch_site": "cross-site"}, 403),
            (anna, {"host": "evil.example"}, 403),
        ):
            ear = Ear(streams, client, **headers)
            await ear.done
            assert (ear.status, ear.frames) == (status, []), headers
        own = await Ear(streams, anna, origin="http://testserver").began()
        assert own.status == 200

    run(story)


@pytest.mark.parametrize("ended", ["session", "person", "sign-out"])
def test_a_stream_ends_with_what_let_it_begin(sign_in: SignIn, asked: Ref, ended: str) -> None:
    bruno, anna = sign_in(BRUNO), sign_in(ANNA)
    deeds = {
        "session": lambda: accounts.end_sessions(actor=BRUNO, now=clock.now(), person_id=BRUNO.person),
        "person": lambda: accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=BRUNO.person),
        "sign-out": lambda: bruno.post("/sign-out"),
    }

    async def story(streams: Streams) -> None:
        await do(lambda: None)
        his, hers = await Ear(streams, bruno).began(), await Ear(streams, anna).began()
        await do(deeds[ended])
        await asyncio.wait_for(his.done, 15)
        assert his.frames[-1]["event"] == "end"
        told, heard = len(his.frames), len(hers.numbers())
        await do(lambda: say(asked, "Nicht für Bruno"))
        await hers.until(lambda: len(hers.numbers()) > heard)
        assert len(his.frames) == told
        again = Ear(streams, bruno)
        await again.done
        assert again.status == 401

    run(story)


def test_nobody_takes_all_places(sign_in: SignIn, asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "MOST_OF_ONE", 2)
    anna, clara = sign_in(ANNA), sign_in(CLARA)

    async def story(streams: Streams) -> None:
        for _ in range(2):
            await Ear(streams, anna).began()
        third = Ear(streams, anna)
        await third.done
        assert third.status == 429
        await Ear(streams, clara).began()

    run(story)


def test_a_reader_who_is_stuck_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "WAITING", 3)
    stream = hub.Stream(visitor=None)  # type: ignore[arg-type]
    for number in range(9):
        stream.tell(f"{number}".encode())
    waiting = [stream.waiting.get_nowait() for _ in range(stream.waiting.qsize())]
    assert waiting[-1] is None, "it ends, and its browser comes again from where it was"


def test_colleagues_alone_are_told_who_answers(sign_in: SignIn, asked: Ref, shops: Shops) -> None:
    people = [sign_in(one) for one in (ANNA, BRUNO, CLARA, DMITRI)]

    async def story(streams: Streams) -> None:
        anna, bruno, clara, dmitri = [await Ear(streams, one).began() for one in people]
        await do(
            lambda: composing.note_presence(
                actor=BRUNO, now=clock.now(), conversation=asked, doing=Doing.ANSWERING
            )
        )
        await do(lambda: say(asked, "Und?"))
        for ear in (anna, bruno, clara):
            await ear.until(lambda ear=ear: bool(ear.numbers()))  # type: ignore[misc]
        hints = [
            [one["data"] for one in ear.frames if one["event"] == "hint"]
            for ear in (anna, bruno, clara, dmitri)
        ]
        assert [len(one) for one in hints] == [1, 0, 0, 0]
        assert hints[0][0]["name"] == "Bruno"

    run(story)


def test_the_other_side_alone_is_told_that_it_was_read_and_not_by_whom(sign_in: SignIn, asked: Ref) -> None:
    people = [sign_in(one) for one in (ANNA, BRUNO, CLARA, DMITRI, HANIA)]

    async def story(streams: Streams) -> None:
        ears = [await Ear(streams, one).began() for one in people]
        await do(lambda: composing.note_read(actor=ANNA, now=clock.now(), conversation=asked, n=0))
        await do(lambda: composing.note_read(actor=CLARA, now=clock.now(), conversation=asked, n=0))
        await do(lambda: composing.note_read(actor=BRUNO, now=clock.now(), conversation=asked, n=0))
        await do(lambda: say(asked, "Und?"))
        for ear in ears[:3]:
            await ear.until(lambda ear=ear: bool(ear.numbers()))  # type: ignore[misc]
        hints = [[one["data"] for one in ear.frames if one["event"] == "hint"] for ear in ears]
        read = {"conversation": str(asked), "doing": "read"}
        assert hints == [[read], [read], [read], [], []], (
            "once: who reads after a colleague tells nothing new"
        )

    run(story)


def test_pages_show_that_it_was_read(sign_in: SignIn, asked: Ref) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    pages = f"/buyer/conversations/{asked}", f"/seller/conversations/{asked}"
    mark = 'class="fine entry-read"'
    assert mark not in clara.get(pages[0]).content.decode(), "nobody of the shop has opened it"
    assert mark not in anna.get(pages[1]).content.decode(), "the last word is not hers"
    assert mark in clara.get(pages[0]).content.decode()
    say(asked, "Und?")
    shown = clara.get(pages[0]).content.decode()
    assert shown.count(mark) == 1, "of the first message; the second one nobody has read"
    assert shown.index(mark) < shown.index('id="m1"')
