"""A thread with files in every state: shown, to be kept, being checked, harmful, erased."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from playwright.sync_api import FilePayload, Page

from helpdesk.attachments import actions as attachments
from helpdesk.attachments.terms import Found, State
from helpdesk.console.demo import pictures
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import EDDA
from tests.portal.uploads import EXECUTABLE, PDF, examine_all, picture
from tests.retention.asking import approved, carried_out, requested

LONG = "Kaffeevollautomatenbrühgruppendichtungsnachfüllpackungsrechnung_2026-11-19_(1)"
NAMES = ("Paket.jpg", "Schaden.jpg", f"{LONG}.pdf", "gwarancja.pdf", "faktura.pdf", "plik.pdf", "setup.exe")
_ASKED = "Guten Tag, so sieht das Paket aus. Die Rechnung liegt bei."
_ANSWERED = "Dzień dobry, dziękujemy za zdjęcia. Gwarancja w załączniku."


def attach_all(*, clara: Actor, anna: Actor, now: datetime, order: Ref) -> dict[str, object]:
    """Place `files`, where the desk has a reading in force."""
    paket, schaden, rechnung, *others, _ = NAMES
    photos = [pictures.file(name=name) for name in ("IMG_2041.jpg", "IMG_2042.jpg")]
    told = now - timedelta(hours=5)
    ids = _uploaded(clara, order, told, ((paket, photos[0]), (schaden, photos[1]), (rechnung, PDF)))
    asked = conversations.ask_about_order(
        actor=clara, now=told, order=order, draft=_ASKED, key="files", files=ids
    )
    _answer(anna, asked, now - timedelta(hours=4), others[:1])
    examine_all()
    _answer(anna, asked, now - timedelta(hours=3), others[1:2])
    [harmful] = attachments.take_up_files(actor=SYSTEM, now=now + timedelta(minutes=1), limit=10)
    found = Found(state=State.INFECTED, signature="Eicar-Test")
    attachments.book_examination(actor=SYSTEM, now=now - timedelta(hours=2), due=harmful, found=found)
    erased = _answer(anna, asked, now - timedelta(hours=2), others[2:3])
    request = requested(asked.conversation, "messages", [erased.n])
    approved(request)
    carried_out()
    _answer(anna, asked, now - timedelta(hours=1), others[:1])
    oversight.open_file(actor=EDDA, now=now, conversation=asked.conversation, reason="complaint", key="files")
    return {"files": asked.conversation, "erasure": request}


def _answer(anna: Actor, asked: Posted, now: datetime, names: Sequence[str]) -> Posted:
    """An answer with these papers."""
    key = f"files {now}"
    ids = _uploaded(anna, asked.conversation, now, [(name, PDF) for name in names])
    return conversations.post_reply(
        actor=anna,
        now=now,
        conversation=asked.conversation,
        draft=_ANSWERED,
        key=key,
        files=ids,
        reason=SellerReason.INVOICE,
    )


def _uploaded(actor: Actor, to: Ref, now: datetime, files: Sequence[tuple[str, bytes]]) -> list[UUID]:
    return [
        attachments.upload(
            actor=actor, now=now, seller_id=to.seller_id, name=name, chunks=[content], key=f"{now}{name}"
        ).ref.id
        for name, content in files
    ]


def attached(page: Page) -> None:
    """Chosen in the form: one that is taken, one that is refused; nothing is sent."""
    chosen = ((NAMES[0], picture()), (NAMES[-1], EXECUTABLE))
    given: list[FilePayload] = [{"name": name, "mimeType": "", "buffer": content} for name, content in chosen]
    page.locator("[type=file]").set_input_files(given)
    page.locator(".attached > [data-arrived]").wait_for()
    page.locator(".attached > [data-refused]").wait_for()


def larger(page: Page) -> None:
    """The first picture, opened."""
    page.locator(".file-open").first.click()
    page.locator(".larger").first.wait_for()
