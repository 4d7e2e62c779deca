"""How a Seller's people share a thread: internal notes, who looks after it, tags, putting it off."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of, ref_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import ErasedShape, Stamp, erased, stamp
from helpdesk.composing import actions as composing
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.queries import team_of
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import MAX_TAGS, Marks, Note

router = Router()


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class NewNote(_Body):
    """What the colleagues are to know. The Buyer never sees it, and nobody edits it."""

    text: str = Field(examples=["Regular customer: please be generous."])


class NoteShape(Schema):
    """An internal note; `text` is null where it was erased."""

    id: str
    author: str
    at: datetime
    language: str
    text: str | None
    erased: ErasedShape | None


class Notes(Schema):
    """The latest 200 in order."""

    data: list[NoteShape]


class NoteKept(Schema):
    """The note's entry."""

    archive: Stamp


class AwayShape(Schema):
    """Away up to and with a day, by the calendar of the shop's establishment; `covered_by` covers now, null:
    nobody.
    """

    until: date
    covered_by: str | None


class Assignee(Schema):
    """Who looks after the thread; `member` is the id of the membership, as in /team/members.

    `away` is null where that person is not away today.
    """

    member: str
    name: str
    away: AwayShape | None


class MarksShape(Schema):
    """Who looks after the thread (null: nobody), its tags, and until when it is put off (null: it is not)."""

    assignee: Assignee | None
    tags: list[str]
    snoozed_until: datetime | None


class Assignment(_Body):
    """The membership of the colleague who looks after the thread from now on."""

    member: Annotated[str, Field(max_length=100)]


class Tags(_Body):
    """All tags of the thread, in place of those it had; they are kept in small letters."""

    tags: Annotated[list[str], Field(max_length=10 * MAX_TAGS)]


class Snooze(Schema):
    """The instant until which the thread is put off, at most 90 days ahead."""

    model_config = ConfigDict(extra="forbid")

    until: AwareDatetime


@router.get("/{conversation}/notes", response=Notes)
def notes(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """Internal notes of the Seller's people; for them only."""
    found = queries.notes_of(actor=request.auth, conversation=conversation_of(text=conversation))
    seller_id = request.auth.seller_id or 0
    return {"data": [_note(one, seller_id) for one in found]}


@router.post("/{conversation}/notes", response={201: NoteKept}, openapi_extra=KEYED)
def add_note(request: ApiRequest, conversation: str, body: NewNote) -> HttpResponse:
    """Add an internal note. It answers nothing, and the clock runs on."""
    ref = conversation_of(text=conversation)
    kept = actions.add_note(
        actor=request.auth, now=clock.now(), conversation=ref, note=body.text, key=key_of(request)
    )
    response = answers.of({"archive": stamp(receipt=kept.receipt, seller_id=ref.seller_id)}, status=201)
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response


@router.get("/{conversation}/marks", response=MarksShape)
def marks(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """How the thread is worked on; for the Seller's people only."""
    ref = conversation_of(text=conversation)
    found = queries.marks_of(actor=request.auth, now=clock.now(), conversations=[ref]).get(ref)
    if found is None:
        raise NotFound("conversation.not_found")
    return _marks(found)


def _marks(found: Marks) -> dict[str, Any]:
    return {
        "assignee": _assignee(found) if found.member else None,
        "tags": list(found.tags),
        "snoozed_until": found.until,
    }


def _assignee(found: Marks) -> dict[str, Any]:
    away = found.away and {"until": found.away.until, "covered_by": found.away.name or None}
    return {"member": str(found.member), "name": found.name, "away": away}


@router.put("/{conversation}/assignment", response={200: MarksShape, 204: None})
def assign(request: ApiRequest, conversation: str, body: Assignment) -> Status[Any]:
    """Hand the thread to a colleague who answers, or take it. Nobody is told, and the clock runs on.

    Where that colleague is away today, the answer is 200 and says so, with who covers: they see it, too.
    """
    ref, member = conversation_of(text=conversation), ref_of(kind=Kind.MEMBER, text=body.member)
    person = next((one.person for one in team_of(actor=request.auth) if one.ref == member), None)
    if person is None:
        raise NotFound("member.not_found", field="member")
    now = clock.now()
    actions.assign(actor=request.auth, now=now, conversation=ref, person=person)
    composing.note_shared(actor=request.auth, now=now, conversation=ref)
    found = queries.marks_of(actor=request.auth, now=now, conversations=[ref])[ref]
    return Status(200, _marks(found)) if found.away else Status(204, None)


@router.delete("/{conversation}/assignment", response={204: None})
def unassign(request: ApiRequest, conversation: str) -> Status[None]:
    """Nobody looks after the thread."""
    ref = conversation_of(text=conversation)
    actions.assign(actor=request.auth, now=clock.now(), conversation=ref, person=None)
    composing.note_shared(actor=request.auth, now=clock.now(), conversation=ref)
    return Status(204, None)


@router.put("/{conversation}/tags", response={204: None})
def tag(request: ApiRequest, conversation: str, body: Tags) -> Status[None]:
    """Set the thread's tags."""
    ref = conversation_of(text=conversation)
    actions.set_tags(actor=request.auth, now=clock.now(), conversation=ref, tags=body.tags)
    composing.note_shared(actor=request.auth, now=clock.now(), conversation=ref)
    return Status(204, None)


@router.put("/{conversation}/snooze", response={204: None})
def snooze(request: ApiRequest, conversation: str, body: Snooze) -> Status[None]:
    """Put the thread off. Its clock runs on; late or due today it is shown all the same."""
    _snooze(request, conversation_of(text=conversation), body.until)
    return Status(204, None)


@router.delete("/{conversation}/snooze", response={204: None})
def wake(request: ApiRequest, conversation: str) -> Status[None]:
    """Back at once."""
    _snooze(request, conversation_of(text=conversation), None)
    return Status(204, None)


def _snooze(request: ApiRequest, ref: Ref, until: datetime | None) -> None:
    actions.snooze(actor=request.auth, now=clock.now(), conversation=ref, until=until)
    composing.note_shared(actor=request.auth, now=clock.now(), conversation=ref)


def _note(note: Note, seller_id: int) -> dict[str, Any]:
    return {
        "id": str(Ref(seller_id, note.id)),
        "author": note.author,
        "at": note.at,
        "language": note.language,
        "text": note.text,
        "erased": erased(shown=note.erased),
    }
