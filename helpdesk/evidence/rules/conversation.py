"""The conversation as people read it: every word of it stands in a leaf or in a value that a leaf commits."""

from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from helpdesk.evidence.rules.files import path_of
from helpdesk.evidence.rules.members import state_of
from helpdesk.evidence.terms import ABOUT, BY, Leaf, Record, Withheld

_MESSAGE = "message"
_BEGINNING = (_MESSAGE, "thread.imported")  # whatever began it commits what it is about
_BODY = "body"
WHY = ("reason", "line")  # what a message was written for, and of which line of the order


def conversation(*, record: Record, withheld: Collection[Withheld]) -> dict[str, Any]:
    """The content of conversation.json."""
    said = [leaf for leaf in record.shared.leaves if leaf.kind == _MESSAGE]
    beside = [leaf for leaf in record.leaves if leaf.chain != record.shared.id or leaf.kind != _MESSAGE]
    found: dict[str, Any] = {
        "events": [_event(leaf, record, withheld) for leaf in beside],
        "language": record.language,
        "market": record.market,
        "messages": [_message(leaf, record, withheld) for leaf in said],
        "seller": record.seller,
    }
    first = next((leaf for leaf in record.shared.leaves if leaf.kind in _BEGINNING), None)
    if first and _shown(first, ABOUT, record, withheld) is not None:
        found |= {"order" if record.about == "order" else "offer": record.title, "title": record.title}
    return found | _buyer(found["messages"])


def _buyer(messages: Collection[Mapping[str, Any]]) -> dict[str, str]:
    """The name under which the buyer wrote last, unless one of those names is kept back."""
    names = [message.get("name") for message in messages if message["side"] == "buyer"]
    return {"buyer": names[-1]} if names and names[-1] and None not in names else {}


def _message(leaf: Leaf, record: Record, withheld: Collection[Withheld]) -> dict[str, Any]:
    text = _shown(leaf, _BODY, record, withheld)
    said = _state(leaf, _BODY, record, withheld, "state") if text is None else {"text": text.decode()}
    return {
        "at": leaf.content["at"],
        "entry": str(leaf.id),
        "files": _files(leaf, record, withheld),
        "language": str(leaf.content["f"].get("language", "")),
        "n": leaf.n,
        **{name: leaf.content["f"][name] for name in WHY if name in leaf.content["f"]},
        **said,
        **_author(leaf, record, withheld),
    }


def _files(leaf: Leaf, record: Record, withheld: Collection[Withheld]) -> list[dict[str, Any]]:
    return [
        file_said(leaf=leaf, name=name, record=record, withheld=withheld)
        for name in sorted(leaf.content["c"], key=_place)
        if name.startswith("file-")
    ]


def _event(leaf: Leaf, record: Record, withheld: Collection[Withheld]) -> dict[str, Any]:
    files = _files(leaf, record, withheld)
    texts = {name: _text(_shown(leaf, name, record, withheld)) for name in leaf.content["c"]}
    return {
        "at": leaf.content["at"],
        "chain": str(leaf.chain),
        "entry": str(leaf.id),
        "facts": leaf.content["f"],
        "kind": leaf.kind,
        "n": leaf.n,
        "texts": {name: text for name, text in texts.items() if text is not None},
        **({"files": files} if files else {}),
        **_author(leaf, record, withheld),
    }


def _author(leaf: Leaf, record: Record, withheld: Collection[Withheld]) -> dict[str, Any]:
    side = {"side": str(leaf.content["by"]["role"])}
    author = _shown(leaf, BY, record, withheld)
    if author is None:
        return side | _state(leaf, BY, record, withheld, "name_state")
    return side | {"name": msgspec.json.decode(author)["name"]}


def file_said(*, leaf: Leaf, name: str, record: Record, withheld: Collection[Withheld]) -> dict[str, Any]:
    """One file by its value's name: what it is called, how large, its digest; or what became of it."""
    value = _shown(leaf, name, record, withheld)
    if value is None:
        return {"value": name, **_state(leaf, name, record, withheld, "state")}
    said = msgspec.json.decode(value)
    there = any((file.entry, file.name) == (leaf.id, name) for file in record.files)
    path = {"path": path_of(entry=leaf.id, value=name, name=said["name"])} if there else {}
    return {
        "name": said["name"],
        "sha256": said["digest"],
        "size": said["size"],
        "type": said["type"],
        "value": name,
        **path,
    }


def _shown(leaf: Leaf, name: str, record: Record, withheld: Collection[Withheld]) -> bytes | None:
    if state_of(leaf=leaf, name=name, erased=record.erased, withheld=withheld) is not None:
        return None
    value = leaf.values.get(name)
    return value.value if value else None


def _state(
    leaf: Leaf, name: str, record: Record, withheld: Collection[Withheld], called: str
) -> dict[str, str]:
    """What became of it; nothing where it is simply gone, which the verifiers find."""
    state = state_of(leaf=leaf, name=name, erased=record.erased, withheld=withheld)
    return {called: state.value} if state else {}


def _place(name: str) -> tuple[int, str]:
    """file-2 before file-10."""
    return (len(name), name)


def _text(value: bytes | None) -> str | None:
    try:
        return None if value is None else value.decode()
    except UnicodeDecodeError:
        return None
