"""The words of attachments: limits with their reasons, kinds of files, what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from uuid import UUID

from helpdesk.kernel.actor import Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref

MB: Final = 1_000_000
MAX_FILE: Final = 20 * MB  # bytes: the largest photo of a telephone, or a scanned contract of 40 pages
MAX_FILES: Final = 10  # of one message: more would hide the one that matters
MAX_OPEN: Final = 40  # files that one person has uploaded here and not posted: four messages' worth
MAX_A_DAY: Final = 400 * MB  # bytes that one person uploads towards one Seller in 24 hours
MAX_NAME: Final = 120  # characters of a file's name: what a page shows, and every file system stores
MAX_PIXELS: Final = 40_000_000  # of an image: beyond what telephones take; decoded it fills 160 MB
MAX_FRAMES: Final = 200  # of an animation; only the first is shown
MAX_SIDE: Final = 20_000  # pixels: a strip of 1 x 40,000,000 is no picture
KEPT_UNPOSTED: Final = timedelta(hours=24)
MAX_TRIES: Final = 3  # of drawing a picture that bursts: the first time the machine may have been busy
COPY_SIDE: Final = 2048  # pixels of the shown copy's longer side: a page's width on a dense screen
THUMB_SIDE: Final = 320
MAX_TEXT: Final = 20_000  # characters read of one file: as many as of a message
MAX_PAGES: Final = 10  # of a document whose pictures are looked at; an animation has as many frames
READING_SECONDS: Final = 60.0  # that reading one file may take; a page of small print takes three

FILE_VALUE: Final = "file-{}"
"""The name of a committed file in a message's entry, from 1: canonical {digest, name, size, type}."""

FILES_GONE: Final = "P0H04"
"""What attachments_seal_v1 raises when a file was posted or cleared away since it was looked at."""


class Type(StrEnum):
    """What may be attached, told by content. No archives, no office files, nothing that runs or renders."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    GIF = "image/gif"
    PDF = "application/pdf"
    TEXT = "text/plain"

    @property
    def is_image(self) -> bool:
        """Whether there is a copy to show."""
        return self.value.startswith("image/")


EXTENSIONS: Final[Mapping[Type, tuple[str, ...]]] = MappingProxyType(
    {
        Type.JPEG: ("jpg", "jpeg", "jpe", "jfif"),
        Type.PNG: ("png",),
        Type.WEBP: ("webp",),
        Type.GIF: ("gif",),
        Type.PDF: ("pdf",),
        Type.TEXT: ("txt",),
    }
)
"""Endings that say what the content is; the first is given to a name without one."""


class Kind(StrEnum):
    """Entry kinds of this room."""

    EXAMINED = "attachment.examined"
    SETTLED = "attachment.settled"


class State(StrEnum):
    """Where a posted file stands. WITHHELD is a person's verdict, the others but the first and last are those
    of an examination.
    """

    PENDING = "pending"  # nobody but its author opens it
    CLEAN = "clean"
    UNEXAMINED = "unexamined"  # no scanner is configured; it is what it says it is
    INFECTED = "infected"  # nobody opens it
    REFUSED = "refused"  # it breaks whoever opens it, or is not what was sealed
    HELD = "held"  # a person looks at it before the other side does
    WITHHELD = "withheld"  # a person found that the other side is not to have it
    ERASED = "erased"


OPEN_STATES: Final = frozenset({State.CLEAN, State.UNEXAMINED})
HEARD_STATES: Final = tuple(
    sorted(state.value for state in {*OPEN_STATES, State.HELD})
)  # search has their text


class Mark(StrEnum):
    """Which document a file is, as its sender says: such may name its sender as the Platform knows them."""

    INVOICE = "invoice"
    LABEL = "label"  # of a return
    GUARANTEE = "guarantee"  # card
    NOTICE = "notice"  # that the law asks for


class Where(StrEnum):
    """Where in a file a text stands."""

    PICTURE = "picture"  # words that are drawn
    CODE = "code"  # a QR or bar code
    METADATA = "metadata"
    DOCUMENT = "document"


class Gap(StrEnum):
    """Why not all of a file could be read."""

    LETTERS = "letters"  # words in pictures: the program is not there, or broke off
    TIME = "time"  # it takes too long
    LENGTH = "length"  # more than MAX_TEXT
    PAGES = "pages"  # more pictures than MAX_PAGES
    LOCKED = "locked"  # by a password
    ENCLOSED = "enclosed"  # a file within the file
    BROKEN = "broken"  # its format makes no sense, or reading it burst


class OCR(StrEnum):
    """Who reads words in pictures."""

    TESSERACT = "tesseract"
    RAPIDOCR = "rapidocr"
    NONE = "none"  # nobody, because the operator says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What was read in a file, in the order found, and what could not be. Never stored."""

    parts: tuple[tuple[Where, str], ...] = ()
    gaps: frozenset[Gap] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the content of a file is, and the name that it may have."""

    type: Type
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded:
    """A file that is stored and waits to be posted until `expires_at`; `digest` is its SHA-256."""

    ref: Ref
    name: str
    type: Type
    size: int
    digest: bytes
    expires_at: datetime
    marked: Mark | None = None
    replayed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPost:
    """A file as a message commits it; `posted` when a message has it already. `value` None: erased."""

    id: UUID
    value: bytes | None
    posted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """A posted file as its readers see it; name, type and size are empty where it was erased.

    `width` and `height` (pixels) are those of the copy, where there is one to show.
    """

    ref: Ref
    entry: UUID
    position: int
    name: str
    type: str
    size: int
    digest: str
    side: Side
    state: State
    may_open: bool
    has_copy: bool
    width: int | None = None
    height: int | None = None
    marked: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What is known of a file when it is examined: who posted it where, and what it says it is."""

    conversation: Ref
    entry: UUID
    position: int
    side: Side
    author: UUID
    buyer_id: UUID
    at: datetime
    name: str
    type: Type
    marked: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """A file that waits for a person since `at`; `examined` is that entry, `entry` the message."""

    ref: Ref
    conversation: Ref
    entry: UUID
    position: int
    examined: UUID
    side: Side
    buyer_id: UUID
    at: datetime
    state: State = State.HELD
    settled: State | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """File number `position` of the message `entry`, which a worker has taken up for the `tries`th time."""

    ref: Ref
    entry: UUID
    position: int
    tries: int


class Reason(StrEnum):
    """Why nobody opens a file, or a person looks at it first."""

    SCANNER = "scanner"  # it is known as malicious
    UNREADABLE = "unreadable"  # it says it is a picture, and cannot be drawn
    BURST = "burst"  # drawing it took more memory or time than there is
    ALTERED = "altered"  # what is stored is not what was sealed
    CONDUCT = "conduct"  # something was found in it that may not be sent
    UNREAD = "unread"  # not all of it could be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The picture to be shown: `digest` is its SHA-256, width and height are in pixels."""

    digest: bytes
    size: int
    type: Type
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an examination found out."""

    state: State
    reason: Reason | None = None
    signature: str | None = None
    copy: Copy | None = None
    passes: State | None = None  # of one that is held: as what it passes if a person lets it

    def facts(self, *, position: int) -> dict[str, int | str]:
        """What the leaf says in clear."""
        said: dict[str, int | str] = {"file": position, "verdict": self.state.value}
        if self.passes is not None:
            said["passes"] = self.passes.value
        return said | ({"reason": self.reason.value} if self.reason else {})

    def values(self) -> dict[str, bytes]:
        """What is committed: the shown copy, and what the scanner called it."""
        said: dict[str, bytes] = {}
        if self.copy is not None:
            shown = {"digest": self.copy.digest.hex(), "size": self.copy.size, "type": self.copy.type.value}
            said["copy"] = canonical(shown | {"height": self.copy.height, "width": self.copy.width})
        if self.signature is not None:
            said["signature"] = self.signature.encode()
        return said
