"""What every filing of an appeal shares: words that say something, what shows them, in time, and once."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.attachments.terms import FILE_VALUE, ToPost
from helpdesk.enforcement.models import Appeal
from helpdesk.enforcement.terms.appeals import MAX_APPEAL, Subject
from helpdesk.kernel import text
from helpdesk.kernel.refusal import Conflict, Invalid


def words_of(words: str) -> bytes:
    """As they are committed. Raises Invalid, TooLarge."""
    said = text.storable(words.strip(), limit=MAX_APPEAL, field="words")
    if not text.is_visible(said):
        raise Invalid("appeal.words", field="words")
    return said.encode()


def files_sealed(files: Sequence[ToPost]) -> dict[str, bytes]:
    """Not of files that are erased: their appeal was filed before, and says no more what they were."""
    sealed = {FILE_VALUE.format(n): file.value for n, file in enumerate(files, start=1)}
    return {name: value for name, value in sealed.items() if value is not None}


def refuse_posted(files: Sequence[ToPost]) -> None:
    """Raise Conflict: one of them was sent before."""
    if any(file.posted for file in files):
        raise Conflict("upload.posted", field="files")


def refuse_late(of: Subject, at: datetime) -> None:
    """Raise Conflict: it was taken back, the time is over, or somebody has appealed."""
    if of.is_gone:
        raise Conflict("appeal.nothing_left")
    if at >= of.until:
        raise Conflict("appeal.too_late")
    if Appeal.objects.filter(seller_id=of.ref.seller_id, subject_id=of.ref.id).exists():
        raise Conflict("appeal.appealed")
