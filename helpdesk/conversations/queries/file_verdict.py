"""What the rules of conduct find in a posted file: its texts, as if they were said in its thread."""

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.attachments.queries import texts_of
from helpdesk.attachments.terms import OCR, Gap, Sealed, Texts
from helpdesk.conduct.terms import Attached, Verdict
from helpdesk.conversations.models import Conversation, Message
from helpdesk.conversations.queries.examining import Scene, examined
from helpdesk.conversations.queries.read_file import placed
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import market_of

_ROLES = {Side.SELLER: Role.AGENT, Side.BUYER: Role.BUYER}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVerdict:
    """The verdict on a file's texts, its author's language, what could not be read, and what was."""

    verdict: Verdict
    language: str
    gaps: frozenset[Gap]
    texts: tuple[str, ...] = ()


def file_verdict(*, path: Path, sealed: Sealed, ocr: OCR) -> FileVerdict:
    """Of a file on disk, before anybody but its author can open it. Nothing read is kept.

    A file may be sent whose text repeats what the Platform knows of the order, as a message may.
    """
    language, read = _read(path, sealed, ocr)
    marked = sealed.marked and sealed.marked.value
    attached = Attached(
        name="", texts=placed(read=read), marked=marked
    )  # its name was read when it was posted
    found = examined(
        actor=_author(sealed, language),
        now=sealed.at,
        scene=Scene(ref=sealed.conversation),
        text="",
        files=[attached],
    )
    findings = tuple(replace(finding, file=sealed.position) for finding in found.findings)
    texts = tuple(text for _, text in read.parts)
    return FileVerdict(
        verdict=replace(found, findings=findings), language=language, gaps=read.gaps, texts=texts
    )


def file_texts(*, path: Path, sealed: Sealed, ocr: OCR) -> tuple[str, tuple[str, ...]]:
    """Its author's language, and what stands in it. Nothing read is kept."""
    language, read = _read(path, sealed, ocr)
    return language, tuple(text for _, text in read.parts)


def _read(path: Path, sealed: Sealed, ocr: OCR) -> tuple[str, Texts]:
    language, market = _spoken(sealed)
    spoken = [*market_of(actor=SYSTEM, code=market).languages, language]
    languages = [*dict.fromkeys(tag.partition("-")[0] for tag in spoken)]
    return language, texts_of(path=path, media=sealed.type, ocr=ocr, languages=languages)


def _spoken(sealed: Sealed) -> tuple[str, str]:
    """The language that the file was sent in, and the market of its thread. At most three SQL statements."""
    seller_id, id = sealed.conversation
    with acting(SYSTEM):
        here = Message.objects.filter(seller_id=seller_id, id=sealed.entry)
        language = here.values_list("language", flat=True).first() or _said_in(Ref(seller_id, sealed.entry))
        market = Conversation.objects.values_list("market", flat=True).get(seller_id=seller_id, id=id)
    return language, market


def _said_in(entry: Ref) -> str:
    """What the leaf of an entry says that is no message; English where it says nothing."""
    leaf = Entry.objects.values_list("leaf", flat=True).get(seller_id=entry.seller_id, id=entry.id)
    return str(msgspec.json.decode(bytes(leaf))["f"].get("language", "en"))


def _author(sealed: Sealed, language: str) -> Actor:
    """Whose words they are: rules differ by side, and earlier messages count that are the author's own."""
    side = sealed.side
    return Actor(
        person=sealed.author,
        name="",
        side=side,
        roles=frozenset({_ROLES[side]}),
        seller_id=sealed.conversation.seller_id if side is Side.SELLER else None,
        buyer_id=sealed.buyer_id if side is Side.BUYER else None,
        language=language,
    )
