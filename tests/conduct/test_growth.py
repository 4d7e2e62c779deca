"""What a text is made of may make it no slower to read than its length does: time grows with length only."""

import time
from collections.abc import Callable
from functools import partial

import pytest

from helpdesk.conduct.rules import examine, treat
from helpdesk.conduct.terms import Said
from helpdesk.kernel.actor import Side
from tests.bench.conduct.hostile import PIECES

SHORT = 1_500
TRIES = 4
MOST = 8.0  # times as long for four times the text: what is quadratic takes sixteen
NOISE = 0.002  # seconds that a busy machine may add


def text_of(piece: str, length: int) -> str:
    """`piece` again and again."""
    return (piece * (length // len(piece) + 1))[:length]


def seconds(read: Callable[[], object]) -> float:
    """Of the processor, the best of some tries."""
    found = []
    for _ in range(TRIES):
        started = time.thread_time()
        read()
        found.append(time.thread_time() - started)
    return min(found)


def is_linear(read: Callable[[str], object], piece: str) -> bool:
    """Whether four times the text takes less than MOST times as long; a second look before it is said."""
    read(text_of(piece, SHORT))
    for _ in range(3):
        short, long = (seconds(partial(read, text_of(piece, n))) for n in (SHORT, 4 * SHORT))
        if long < MOST * short + NOISE:
            return True
    return False


@pytest.mark.parametrize("name", PIECES)
def test_message(name: str) -> None:
    assert is_linear(lambda text: examine(said=Said(text=text, side=Side.SELLER)), PIECES[name])


@pytest.mark.parametrize("name", PIECES)
def test_earlier_messages(name: str) -> None:
    def read(text: str) -> object:
        return examine(said=Said(text="12 and that is the rest", side=Side.BUYER, earlier=(text, text)))

    assert is_linear(read, PIECES[name])


@pytest.mark.parametrize("name", PIECES)
def test_question_and_reply(name: str) -> None:
    assert is_linear(lambda text: treat(asked=text, reply=text), PIECES[name])


def test_what_is_quadratic_is_noticed() -> None:
    def read(text: str) -> int:
        return sum(1 for at in range(len(text)) for _ in range(at // 4))  # long enough for any noise

    assert not is_linear(read, "ab")
