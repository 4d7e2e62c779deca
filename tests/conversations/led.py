"""Parties that are led from one step to the next, each in a thread and a connection of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from threading import Semaphore, Thread
from time import monotonic
from typing import TypeAlias

from django.db import connection

from helpdesk.kernel.refusal import Refused

SOON = 30.0  # seconds in which whoever is not held up has certainly gone on
_WAITING = """
    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objsubid = 1
    AND classid::bigint << 32 | objid::bigint = %s
"""
Step: TypeAlias = Callable[[], None]
Script: TypeAlias = Callable[[Step], object]


class Left(Exception):
    """The test is over before its script is."""


class Player:
    """A thread that goes on only when it is told to, and stops at each of its pauses."""

    def __init__(self) -> None:
        self._go, self._arrived = Semaphore(0), Semaphore(0)
        self._script: Script | None = None
        self.done = True
        self.outcome: object = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def begin(self, script: Script) -> None:
        """Nothing of it is done yet."""
        self._script, self.done, self.outcome = script, False, None

    def step(self) -> None:
        """To the next pause, or to the end; whether it arrives is for `arrives` to say."""
        self._go.release()

    def arrives(self, *, within: float = SOON) -> bool:
        """Whether it has come to its next pause."""
        return self._arrived.acquire(timeout=within)

    def leave(self) -> None:
        """For good, also in the middle of something."""
        self._script = None
        self._go.release()
        self._thread.join(timeout=SOON)

    def _pause(self) -> None:
        self._arrived.release()
        self._go.acquire()
        if self._script is None:
            raise Left

    def _run(self) -> None:
        while True:
            self._go.acquire()
            if self._script is None:
                return connection.close()
            try:
                self.outcome = self._script(self._pause)
            except Left:
                return connection.close()
            except Refused as refused:
                self.outcome = refused.code
            except Exception as error:
                self.outcome = repr(error)
            self.done = True
            self._arrived.release()


@dataclass
class Post:
    """Something that is written. `at` is how far it has come; `expected`: it must have been refused."""

    name: str
    script: Script
    forbidden: bool
    at: str = "begun"
    expected: bool = False


@dataclass
class Course:
    """Who holds the seller's lock, who waits for it, and what is to be expected of whom."""

    seller_id: int
    measure: Player
    posts: list[tuple[Post, Player]]
    holding: set[int] = field(default_factory=set)
    waiting: list[int] = field(default_factory=list)
    state: str = "out"  # of the measure: out, begun, waits, holds, done

    def free(self) -> list[Step]:
        """Those whose next step can be taken now."""
        steps: list[Step] = [
            partial(self.go_on, i) for i, (_, player) in enumerate(self.posts) if self._is_free(i, player)
        ]
        return steps if self.measure.done or self.state == "waits" else [*steps, self.impose]

    def _is_free(self, i: int, player: Player) -> bool:
        return not player.done and i not in self.waiting

    def go_on(self, i: int) -> None:
        """A post: to its judgement, to its place in the record, to its end."""
        post, player = self.posts[i]
        player.step()
        if post.at == "judged" and self.state in ("waits", "holds"):
            self.waiting.append(i)
            return self._wait()
        return self._arrived(i)

    def impose(self) -> None:
        """The measure: to its lock, its entry, its restriction, its end."""
        self.measure.step()
        if self.state == "begun" and self.holding:
            self.state = "waits"
            return self._wait()
        assert self.measure.arrives()
        self.state = {"out": "begun", "begun": "holds"}.get(self.state, self.state)
        if self.measure.done:
            self.state = "done"
            waiting, self.waiting = self.waiting, []
            for i in waiting:
                self._arrived(i)
        return None

    def _wait(self) -> None:
        """Until the database says that all those wait who must."""
        must, ends = len(self.waiting) + (self.state == "waits"), monotonic() + SOON
        with connection.cursor() as cursor:
            while cursor.execute(_WAITING, [self.seller_id]).fetchone() != (must,):
                assert monotonic() < ends, "somebody does not wait who must"

    def _arrived(self, i: int) -> None:
        post, player = self.posts[i]
        assert player.arrives(), "nobody is in its way"
        if post.at == "judged":
            post.expected = post.forbidden and self.state == "done"
        post.at = {"begun": "judged", "judged": "stored"}.get(post.at, post.at)
        self.holding.discard(i)
        if not player.done and post.at == "stored":
            self.holding.add(i)
        elif self.state == "waits" and not self.holding:
            assert self.measure.arrives(), "the measure's turn has come"
            self.state = "holds"
