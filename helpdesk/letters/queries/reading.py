"""One correspondence with its words: the side's own; administrators come by `oversight`."""

import msgspec

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.archive.queries import erased_of
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.conversations.rules import thread_about_order
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.letters import rules
from helpdesk.letters.models import Letter
from helpdesk.letters.queries.lists import closed_of, lines, own
from helpdesk.letters.terms import About, Correspondence, LetterShown
from helpdesk.marketplace.queries import order_of

MOST = 200  # letters that one page shows, the latest


def correspondence(*, actor: Actor, correspondence: Ref) -> Correspondence:
    """Its letters, the latest MOST, in order. Nine SQL statements at most. Raises NotFound for strangers.

    Of administrators whoever calls has seen a reading in force (oversight.queries.read_letters).
    """
    if actor.side not in (Side.SELLER, Side.BUYER, Side.ADMINISTRATOR):
        raise NotFound("letter.not_found")
    with acting(actor):
        seen = Letter.objects.all() if actor.side is Side.ADMINISTRATOR else own(actor)
        mine = seen.filter(seller_id=correspondence.seller_id, chain=correspondence.id)
        rows = list(mine.order_by("-n")[:MOST])[::-1]
        if not rows:
            raise NotFound("letter.not_found")
        waits = mine.filter(due_at__isnull=False, answered_by=None, closed_by=None)
        [line] = lines(waits) or lines(mine.filter(id=rows[-1].id))
        return Correspondence(line=line, letters=_shown(rows))


def own_correspondence(*, actor: Actor, file: Ref) -> Correspondence | None:
    """The side's own beside a thread (or what stands for none); None: nothing was written yet."""
    ref = Ref(file.seller_id, rules.correspondence(file=file.id, side=actor.side))
    try:
        return correspondence(actor=actor, correspondence=ref)
    except NotFound:
        return None


def written_about(
    *, actor: Actor, conversation: Ref | None = None, order: Ref | None = None
) -> tuple[str, Correspondence | None]:
    """The title of what a side may write about, and what it wrote; of neither, about nothing in particular.

    Raises NotFound for strangers.
    """
    if conversation is not None:
        with acting(actor):
            thread = threads_by_ref(refs=[conversation]).get(conversation)
        if thread is None:
            raise NotFound("conversation.not_found")
        return thread.title, own_correspondence(actor=actor, file=conversation)
    if order is not None:
        number = order_of(actor=actor, order=order).number
        file = Ref(order.seller_id, thread_about_order(order_id=order.id))
        return number, own_correspondence(actor=actor, file=file)
    with acting(actor):
        last = own(actor).filter(about=About.PLATFORM.value).order_by("-at").first()
    if last is None:
        return "", None
    return "", correspondence(actor=actor, correspondence=Ref(last.seller_id, last.chain))


def file_of(*, actor: Actor, correspondence: Ref) -> Ref:
    """What an administrator's reading of it names. Raises NotFound, for the other sides too."""
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("letter.not_found")
    with acting(actor):
        here = Letter.objects.filter(seller_id=correspondence.seller_id, chain=correspondence.id)
        file = here.values_list("file_id", flat=True).first()
    if file is None:
        raise NotFound("letter.not_found")
    return Ref(correspondence.seller_id, file)


def is_file(*, file: Ref) -> bool:
    """Whether letters lie beside it, in the present scope. One SQL statement."""
    return Letter.objects.filter(seller_id=file.seller_id, file_id=file.id).exists()


def _shown(rows: list[Letter]) -> list[LetterShown]:
    seller_id, ids = rows[0].seller_id, [row.id for row in rows]
    values = Value.objects.filter(seller_id=seller_id, entry_id__in=ids, name__in=["body", "by"])
    said = {(id, name): bytes(v) for id, name, v in values.values_list("entry_id", "name", "value")}
    gone = [id for id in ids if (id, "body") not in said]
    erased = erased_of(seller_id=seller_id, entries=gone) if gone else {}
    return [
        LetterShown(
            id=row.id,
            n=row.n,
            side=Side(row.side),
            author=_name(said.get((row.id, "by"))),
            at=row.at,
            language=row.language,
            text=body.decode() if (body := said.get((row.id, "body"))) is not None else None,
            erased=erased.get(row.id),
            closed=closed_of(row),
        )
        for row in rows
    ]


def _name(author: bytes | None) -> str:
    return "" if author is None else str(msgspec.json.decode(author)["name"])
