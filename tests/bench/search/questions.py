"""What people look for, each sort many times, and never the same twice."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from helpdesk.search.terms import Filters
from tests.bench.search.words import COMMON, word
from tests.bench.search.world import BIG, BLOCK, IN_BLOCK, START, STEP, Talk, name_of

TURNS = 20
_NO_FILTER = Filters()


class Question(NamedTuple):
    """What is typed, with the page's filters; `at_hand`: in the palette."""

    text: str
    filters: Filters = _NO_FILTER
    at_hand: bool = False


Sort = Callable[[int, int, int], Question]
"""A question by its turn, the seller and how many messages there are."""


def questions(*, seller: int, size: int) -> Iterator[tuple[str, list[Question]]]:
    """Each sort with its questions."""
    for name, sort in SORTS.items():
        yield name, [sort(turn, seller, size) for turn in range(TURNS)]


def _common(n: int) -> str:
    return COMMON[n % len(COMMON)]


def _usual(n: int) -> str:
    return word(200 + n * 7)


def _rare(n: int) -> str:
    return word(5_000 + n * 311)


def _slip(n: int) -> str:
    return "x" + _rare(n)[1:]


def _talk(n: int, seller: int, size: int) -> Talk:
    """A thread of the seller's, from all times."""
    many = size // BLOCK * IN_BLOCK
    step = 2 if seller == BIG else 398  # as the sellers take turns
    mine = range(1, many, step) if seller == BIG else range(2 * (seller - 2), many, step)
    return Talk(mine[n * 7 % len(mine)])


def _last(size: int) -> date:
    return (START + size * STEP).date()


def _week(n: int, size: int) -> Filters:
    """A week that ended so many days ago: of a short history, a day."""
    days = 7 if size > 50_000 else 1
    until = _last(size) - timedelta(days=n * (size // 50_000))
    return Filters(since=until - timedelta(days=days), until=until + timedelta(days=1))


def _all(n: int, size: int) -> Filters:
    since = _last(size) - timedelta(days=200)
    return Filters(since=since, market="de", side="buyer", has_file=True, waiting=n % 2 == 0)


SORTS: dict[str, Sort] = {
    "a rare word": lambda n, *_: Question(f"{_rare(n)} "),
    "a usual word": lambda n, *_: Question(f"{_usual(n)} "),
    "a common word": lambda n, *_: Question(f"{_common(n)} "),
    "two common words": lambda n, *_: Question(f"{_common(n)} {_common(n * 3 + 1)} "),
    "common and rare": lambda n, *_: Question(f"{_common(n)} {_rare(n)} "),
    "a phrase": lambda n, *_: Question(f'"{_common(n)} {_common(n * 3 + 1)}"'),
    "a slip": lambda n, *_: Question(f"{_slip(n)} "),
    "what nobody said": lambda n, *_: Question(f"qu{_rare(n)[::-1]} "),
    "typing, 2 letters": lambda n, *_: Question(_usual(n)[:2]),
    "typing, 3 letters": lambda n, *_: Question(_usual(n)[:3]),
    "typing, 5 letters": lambda n, *_: Question(_usual(n)[:5]),
    "typing, 8 letters": lambda n, *_: Question(_rare(n)[:8]),
    "typing a second word": lambda n, *_: Question(f"{_common(n)} {_rare(n)[:4]}"),
    "the palette, 3 letters": lambda n, *_: Question(_usual(n)[:3], at_hand=True),
    "the palette, a name": lambda n, s, z: Question(name_of(_talk(n, s, z).buyer)[:9], at_hand=True),
    "an order's number": lambda n, s, z: Question(_talk(n, s, z).order),
    "its beginning": lambda n, s, z: Question(_talk(n, s, z).order[:10]),
    "a parcel's number": lambda n, s, z: Question(_talk(n, s, z).parcel),
    "a person": lambda n, s, z: Question(f"{name_of(_talk(n, s, z).buyer)} "),
    "common, of a week": lambda n, _, z: Question(_common(n), _week(n, z)),
    "rare, of a week": lambda n, _, z: Question(_rare(n), _week(n, z)),
    "common, a market": lambda n, *_: Question(f"{_common(n)} ", Filters(market="fr")),
    "common, from buyers": lambda n, *_: Question(f"{_common(n)} ", Filters(side="buyer")),
    "common, with a file": lambda n, *_: Question(f"{_common(n)} ", Filters(has_file=True)),
    "rare, with a file": lambda n, *_: Question(f"{_rare(n)} ", Filters(has_file=True)),
    "common, a question waits": lambda n, *_: Question(f"{_common(n)} ", Filters(waiting=True)),
    "usual, a question waits": lambda n, *_: Question(f"{_usual(n)} ", Filters(waiting=True)),
    "typing, a question waits": lambda n, *_: Question(_usual(n)[:3], Filters(waiting=True)),
    "common, nothing waits": lambda n, *_: Question(f"{_common(n)} ", Filters(waiting=False)),
    "common, all filters": lambda n, _, z: Question(f"{_common(n)} ", _all(n, z)),
    "typing, all filters": lambda n, _, z: Question(_usual(n)[:3], _all(n, z)),
}
