"""The pages that people read: each conversation, and lists of them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.takeout.actions.packing import Packing
from helpdesk.takeout.queries import own
from helpdesk.takeout.rules.values import path_of
from helpdesk.takeout.terms.exports import Line, Said, Thread, Wording

_FILE = "file-"


def tell(
    *, party: Actor, packing: Packing, language: str, wording: Wording, goes_on: Callable[[], None]
) -> list[tuple[str, int]]:
    """The lists' paths, each with how many conversations it names. `goes_on` is called after each of them."""
    lists: list[tuple[str, int]] = []
    for batch in own.threads(actor=party):
        lines = []
        for row in batch:
            lines.append(_told(party, packing, language, wording, row))
            goes_on()
        path = f"conversations/list-{len(lists) + 1}.html"
        packing.add(path=path, content=wording.listed(language, lines).encode())
        lists.append((path, len(lines)))
    return lists


def _told(party: Actor, packing: Packing, language: str, wording: Wording, row: Sequence[Any]) -> Line:
    seller_id, id, title, other, started_at = row
    thread = Thread(
        title=title,
        other=other,
        started_at=started_at,
        said=[*_said(party, packing, seller_id, id)],
    )
    path = f"conversations/{Ref(seller_id, id)}.html"
    packing.add(path=path, content=wording.thread(language, thread).encode())
    return Line(path=path, title=title, other=other, started_at=started_at)


def _said(party: Actor, packing: Packing, seller_id: int, conversation: UUID) -> Iterator[Said]:
    for entry, side, at, said_at, language, names, opened in own.said(
        actor=party, seller_id=seller_id, conversation=conversation
    ):
        values = dict(zip(names or (), opened or (), strict=True))
        body = values.get("body")
        yield Said(
            side=side,
            at=at,
            said_at=said_at,
            text=None if body is None else bytes(body).decode(),
            language=language,
            files=[*_files(packing, entry, values)],
        )


def _files(packing: Packing, entry: UUID, values: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    for name in sorted(name for name in values if name.startswith(_FILE)):
        said = str(msgspec.json.decode(values[name])["name"])
        path = path_of(entry=str(entry), position=int(name.removeprefix(_FILE)), name=said)
        yield said, path if path in packing.digests else None
