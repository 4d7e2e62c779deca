"""What was read of one file so far: no text twice, no more characters than a message may hold, all gaps."""

import time

from helpdesk.attachments.terms import MAX_TEXT, READING_SECONDS, Gap, Texts, Where


class Gathering:
    """Collects texts until there is no more room; remembers what could not be read, and when to stop."""

    def __init__(self) -> None:
        self._texts: dict[tuple[Where, str], None] = {}
        self._gaps: set[Gap] = set()
        self._room = MAX_TEXT
        self._until = time.monotonic() + READING_SECONDS

    def add(self, where: Where, text: str) -> None:
        """A text that was found; what has no room leaves a gap."""
        text = text.replace("\0", " ").strip()
        if not text or (where, text) in self._texts:
            return
        if len(text) > self._room:
            self.miss(Gap.LENGTH)
            text = text[: self._room]
        if text:
            self._texts[where, text] = None
            self._room -= len(text)

    def miss(self, gap: Gap) -> None:
        """Something could not be read."""
        self._gaps.add(gap)

    def seconds_left(self) -> float:
        """Until the file has taken longer than a file may; below zero it has."""
        return self._until - time.monotonic()

    def texts(self) -> Texts:
        """All of it."""
        return Texts(parts=tuple(self._texts), gaps=frozenset(self._gaps))
