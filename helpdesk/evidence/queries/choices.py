"""What whoever takes a package may keep back of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from helpdesk.archive.terms import Audience
from helpdesk.evidence.queries.record import record
from helpdesk.evidence.rules.conversation import conversation as told
from helpdesk.evidence.terms import ABOUT, BY, Choice, Choices, Leaf, Withheld
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref

_BEGINNING = 160  # characters: enough to know a message again


def choices(*, actor: Actor, conversation: Ref, backstage: Collection[Audience] = ()) -> Choices:
    """The parts of the conversation. Raises as `record`.

    Administrators come here only with a reading in force: the caller asks for it.
    """
    found = record(actor=actor, conversation=conversation, backstage=backstage)
    said = told(record=found, withheld=())
    leaves = {str(leaf.id): leaf for leaf in found.leaves}
    messages = [
        Choice(
            entry=UUID(one["entry"]),
            at=from_us(one["at"]),
            side=one["side"],
            author=one.get("name", ""),
            words=one.get("text", "")[:_BEGINNING],
            values=[name for name in leaves[one["entry"]].values if name not in (BY, ABOUT)],
        )
        for one in said["messages"]
    ]
    first = found.shared.leaves[0]
    return Choices(
        title=found.title,
        seller=found.seller,
        buyer=said.get("buyer", ""),
        messages=messages,
        authors=_authors(found.leaves),
        about=Withheld(first.id, ABOUT) if ABOUT in first.values else None,
    )


def _authors(leaves: Sequence[Leaf]) -> Mapping[str, Sequence[Withheld]]:
    found: dict[str, list[Withheld]] = defaultdict(list)
    for leaf in leaves:
        if BY in leaf.values:
            found[leaf.content["by"]["role"]].append(Withheld(leaf.id, BY))
    return found
