"""Files that come with a form, or before it: taken one by one, each with its own reason where it is not."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse

from helpdesk.attachments import actions, queries
from helpdesk.attachments.terms import MAX_FILES, Mark, Uploaded
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.portal import drafts
from helpdesk.portal.drafts import Draft, NotTaken
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed

_BLOCK = 1 << 16  # bytes


def read(*, request: Signed, seller_id: int) -> Draft:
    """The form as it was sent, its own files taken in; without files no SQL statement.

    Raises Invalid for what no page of ours and no browser writes.
    """
    draft = drafts.read(request=request)
    before = [Ref(seller_id, id) for id in draft.file_ids]
    kept = _marked(request, queries.uploads_of(actor=request.actor, uploads=before))
    new, not_taken = _taken(request, seller_id, draft, room=MAX_FILES - len(draft.file_ids))
    ids = dict.fromkeys([*draft.file_ids, *(file.ref.id for file in new)])
    return replace(
        draft, side=request.actor.side, file_ids=tuple(ids), files=[*kept, *new], not_taken=not_taken
    )


def _marked(request: Signed, uploads: Sequence[Uploaded]) -> list[Uploaded]:
    """As the form marks them; those that it says nothing of stay as they are. Raises Invalid, NotFound."""
    return [_mark(request, upload) for upload in uploads]


def _mark(request: Signed, upload: Uploaded) -> Uploaded:
    said = request.POST.get(f"marked-{upload.ref.id}", upload.marked or "") or None
    if said == upload.marked:
        return upload
    actions.mark_upload(actor=request.actor, now=clock.now(), upload=upload.ref, marked=said)
    return replace(upload, marked=Mark(said) if said else None)


def _mark_of_all(request: Signed) -> Mark | None:
    """Of the files that the form brings itself. Raises Invalid."""
    said = request.POST.get("marked", "")
    if said and said not in list(Mark):
        raise Invalid("upload.mark", field="marked")
    return Mark(said) if said else None


def files(draft: Draft) -> Sequence[UUID]:
    """What goes with the message. Raises Invalid while a file of the form was not taken."""
    if draft.not_taken:
        raise Invalid("form.files_not_taken", field="files")
    return draft.file_ids


def receive(request: Signed, *, seller_id: int) -> HttpResponse:
    """One file as the body of a request, for the script of the composer; a refusal says why."""
    try:
        file = actions.upload(
            actor=request.actor,
            now=clock.now(),
            seller_id=seller_id,
            name=request.GET.get("name", ""),
            chunks=_body(request),
            key=str(uuid4()),
        )
    except Refusal as refusal:
        said = drafts.said(refusal).sentence
        return JsonResponse({"code": refusal.code, "sentence": said}, status=STATUS[refusal.kind])
    return JsonResponse({"id": str(file.ref.id), "name": file.name, "size": file.size}, status=201)


def withdraw(request: Signed, *, upload: Ref) -> HttpResponse:
    """A file is taken off a message that is not sent. Raises NotFound where it is gone already."""
    actions.withdraw_upload(actor=request.actor, now=clock.now(), upload=upload)
    return HttpResponse(status=204)


def _body(request: Signed) -> Iterator[bytes]:
    """Block by block. Raises Invalid where the connection broke off: half a file is not the file."""
    left = int(request.META.get("CONTENT_LENGTH") or 0)
    while block := request.read(_BLOCK):
        left -= len(block)
        yield block
    if left:
        raise Invalid("form.file_cut_off", field="file")


def _taken(
    request: Signed, seller_id: int, draft: Draft, *, room: int
) -> tuple[list[Uploaded], list[NotTaken]]:
    """The files that the form itself brought, as browsers without our script send them."""
    taken: list[Uploaded] = []
    refused: list[NotTaken] = []
    for place, file in enumerate(_chosen(request)):
        name = file.name or ""
        try:
            if place >= room:
                raise Invalid("message.files", field="files", limit=MAX_FILES)
            taken.append(_take(request, seller_id, draft, file))
        except Refusal as refusal:
            refused.append(NotTaken(name=name, sentence=drafts.said(refusal).sentence))
    return taken, refused


def _chosen(request: Signed) -> "list[UploadedFile[bytes]]":
    """A field in which nothing was chosen brings one without a name."""
    return [file for file in request.FILES.getlist("files") if file.name]


def _take(request: Signed, seller_id: int, draft: Draft, file: "UploadedFile[bytes]") -> Uploaded:
    """The same form sent twice is the same file: its key is made of the form's and of what is in the file."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return actions.upload(
        actor=request.actor,
        now=clock.now(),
        seller_id=seller_id,
        name=file.name or "",
        chunks=file.chunks(),
        key=f"{draft.key}/{digest.hexdigest()[:32]}",
        marked=_mark_of_all(request),
    )
