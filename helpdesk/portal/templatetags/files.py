"""Files in templates: what they are, how large, and what may be done with them now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from babel.units import format_unit
from django import template
from django.urls import reverse

from helpdesk.attachments.terms import EXTENSIONS, MAX_FILE, MAX_FILES, MB, THUMB_SIDE, FileShown, State
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.portal import file_words as words
from helpdesk.portal import locales

register = template.Library()
_KILO = 1_000
_SHUT = {
    State.PENDING: "clock",
    State.HELD: "clock",
    State.WITHHELD: "stop",
    State.INFECTED: "broken",
    State.REFUSED: "stop",
}
_SOON, _LATER = "soon", "later"
_WAITING = {State.PENDING: _SOON, State.HELD: _LATER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the form says before anything is chosen, and what its script refuses at once."""

    most: int
    largest: int
    accept: str
    said: str
    too_many: str
    too_large: str
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file below its message. `picture` and `likeness` are addresses of our copy, `original` that of the
    download, each empty where there is none for this reader now; `width` and `height` are the likeness's.
    """

    id: str
    drawing: str
    sentence: str
    harmful: bool
    picture: str = ""
    likeness: str = ""
    original: str = ""
    width: int = 0
    height: int = 0


@register.filter
def file_size(size: int) -> str:
    """Bytes as in "340 kB" or "1.2 MB", in the reader's locale."""
    kilo = max(size / _KILO, 0.1)  # nothing that is there reads as nothing
    amount, unit = (kilo, "kilobyte") if kilo < _KILO else (kilo / _KILO, "megabyte")
    digits = "#,##0.#" if amount < 10 else "#,##0"
    return str(format_unit(amount, f"digital-{unit}", length="short", format=digits, locale=locales.locale()))


@register.filter
def type_name(code: str) -> str:
    """What kind of file it is (media type), in one word or two."""
    return str(words.TYPES.get(code, code))


@register.filter
def kind_name(file: FileShown) -> str:
    """What its sender says that it is, else what kind of file."""
    return str(words.MARKS[file.marked]) if file.marked else type_name(file.type)


@register.simple_tag
def marks() -> list[tuple[str, str]]:
    """What a file may be marked as: codes and names."""
    return [(mark.value, str(name)) for mark, name in words.MARKS.items()]


@register.filter
def waiting(files: Iterable[FileShown]) -> str:
    """When the page looks again whether something has changed: "soon", "later", or not at all (empty)."""
    awaited = {_WAITING.get(file.state, "") for file in files}
    return _SOON if _SOON in awaited else _LATER if _LATER in awaited else ""


@register.filter
def drawing_of(code: str) -> str:
    """The icon of a kind of file (media type)."""
    return "picture" if code.startswith("image/") else "document"


@register.simple_tag
def attached(file: FileShown, conversation: Ref, actor: Actor, side: str) -> Attached:
    """What this reader may do with it now, and where; `side` is that of its author, who needs no warning."""
    said = (words.OPEN if file.may_open else words.SHUT).get(file.state, "")
    if file.state is State.UNEXAMINED and actor.side == side:
        said = ""
    shown = Attached(
        id=f"file-{file.ref}",
        drawing=drawing_of(file.type) if file.may_open else _SHUT.get(file.state, drawing_of(file.type)),
        sentence=str(said),
        harmful=file.state is State.INFECTED,
    )
    if not file.may_open:
        return shown
    original = reverse(f"{actor.side}:attachment", args=[conversation, file.ref])
    if not (file.has_copy and file.width and file.height):
        return replace(shown, original=original)
    width, height = _small(file.width, file.height)
    return replace(
        shown, picture=f"{original}/picture", likeness=f"{original}/likeness", width=width, height=height
    )


def _small(width: int, height: int) -> tuple[int, int]:
    """The sides of a likeness, in pixels: no larger than the copy."""
    scale = min(1, THUMB_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


@register.simple_tag
def file_limits() -> Limits:
    """In the reader's words."""
    said = {"most": MAX_FILES, "largest": file_size(MAX_FILE)}
    endings = [f".{ending}" for endings in EXTENSIONS.values() for ending in endings]
    return Limits(
        most=MAX_FILES,
        largest=MAX_FILE,
        accept=",".join([*EXTENSIONS, *endings]),
        said=str(words.LIMITS) % said,
        too_many=str(words.TOO_MANY) % {"limit": MAX_FILES},
        too_large=str(words.TOO_LARGE) % {"limit": MAX_FILE // MB},
        empty=str(words.EMPTY),
    )
