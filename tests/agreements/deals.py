"""Short ways to agree, in a story's thread."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.agreements import actions as agreements
from helpdesk.agreements import queries
from helpdesk.agreements.terms import Proposal, Shown, Type
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA
from tests.conversations.clocks import Story

REFUND = Proposal(type=Type.REFUND, amount="20", until=date(2026, 11, 18), words="For the scratch.")


def propose(
    story: Story,
    actor: Actor = ANNA,
    proposal: Proposal = REFUND,
    *,
    amends: UUID | None = None,
    confirmed: str | None = None,
    **terms: Any,
) -> Posted:
    return agreements.propose(
        actor=actor,
        now=story.later(),
        conversation=story.thread,
        proposal=replace(proposal, **terms),
        key=story.key(),
        amends=amends,
        confirmed=confirmed,
    )


def ask(story: Story, actor: Actor = ANNA, words: str = "Please confirm: it came back.") -> Posted:
    return agreements.ask_for_confirmation(
        actor=actor, now=story.later(), conversation=story.thread, words=words, key=story.key()
    )


def ref_of(story: Story, posted: Posted) -> Ref:
    return Ref(story.thread.seller_id, posted.receipt.entry)


def confirm(story: Story, posted: Posted, actor: Actor = CLARA) -> Posted:
    return agreements.confirm(
        actor=actor, now=story.later(), agreement=ref_of(story, posted), key=story.key()
    )


def decline(story: Story, posted: Posted, actor: Actor = CLARA, reason: str = "") -> Posted:
    return agreements.decline(
        actor=actor, now=story.later(), agreement=ref_of(story, posted), key=story.key(), reason=reason
    )


def keep(story: Story, posted: Posted, actor: Actor = ANNA) -> Posted:
    return agreements.keep(actor=actor, now=story.later(), agreement=ref_of(story, posted), key=story.key())


def shown(story: Story, actor: Actor = ANNA) -> list[Shown]:
    return queries.agreements_in(actor=actor, now=story.now, conversation=story.thread)


def kinds() -> list[str]:
    """Of all entries about agreements, in their order."""
    with acting(EDDA):
        found = Entry.objects.filter(kind__regex="^(agreement|confirmation)").order_by("n")
        return list(found.values_list("kind", flat=True))
