"""Files as a post will commit them."""

from collections.abc import Sequence
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.attachments.rules import file_value
from helpdesk.attachments.terms import MAX_FILES, ToPost
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Invalid, NotFound, TooLarge

_LOAD = "SELECT * FROM attachments_load_v2(%s, %s, %s, %s::bigint, %s::uuid, %s::uuid[])"


def files_to_post(*, actor: Actor, seller_id: int, files: Sequence[UUID]) -> list[ToPost]:
    """These uploads of the actor's, in this order; or files of a message of theirs. One SQL statement, none
    without files. Raises TooLarge (more than MAX_FILES), Invalid (one of them twice), NotFound.
    """
    if not files:
        return []
    if len(files) > MAX_FILES:
        raise TooLarge("message.files", field="files", limit=MAX_FILES)
    if len({*files}) < len(files):
        raise Invalid("upload.twice", field="files")
    rows = hot.rows(_LOAD, [*scope_of(actor), seller_id, actor.person, list(files)])
    found = {
        id: ToPost(id=id, value=_value(value, *rest), posted=posted) for id, posted, value, *rest in rows
    }
    if found.keys() != {*files}:
        raise NotFound("upload.not_found", field="files")
    return [found[id] for id in files]


def _value(
    committed: bytes | None, name: str | None, media: str, size: int, digest: bytes, marked: str | None
) -> bytes | None:
    """As committed; of an upload, as it will be."""
    if name is None:
        return None if committed is None else bytes(committed)
    return file_value(digest=bytes(digest), name=name, size=size, media=media, marked=marked)
