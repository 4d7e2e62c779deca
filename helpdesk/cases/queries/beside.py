"""What stands beside a thread about an order: contacts outside, and the order's news, at one reading."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField, DateTimeField, TextField, UUIDField, Value

from helpdesk.archive.database.scope import acting
from helpdesk.cases.models import Contact, Update
from helpdesk.cases.queries.told import MACHINES, NOTHING, contact_shown, hosts_of, said_of, update_shown
from helpdesk.cases.terms.deeds import ContactShown, UpdateShown
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


def told_beside(
    *, actor: Actor, conversation: Ref, order: Ref
) -> tuple[list[ContactShown], list[UpdateShown]]:
    """What `contacts_in` says of the thread and `updates_of` of the order that it is about, at one reading.

    One SQL statement where there is nothing, at most three, beside the scope's.
    """
    if actor.side in MACHINES:
        return [], []
    with acting(actor):
        found = list(_noted(conversation).union(_news(order), all=True))
    contacts = sorted(
        (_read(Contact, conversation.seller_id, row) for row in found if row[0]), key=lambda one: one.n
    )
    updates = sorted(
        (_read(Update, order.seller_id, row) for row in found if not row[0]),
        key=lambda one: one.at,
        reverse=True,
    )
    ids = [id for one in contacts for id in (one.id, one.settled_by) if id] + [one.id for one in updates]
    said = said_of(actor=actor, seller_id=conversation.seller_id, ids=ids)
    hosts = hosts_of(actor=actor, order=order) if updates else ()
    return (
        [contact_shown(row=one, said=said) for one in contacts],
        [update_shown(row=one, said=said.get(one.id, NOTHING), hosts=hosts) for one in updates],
    )


_SHARED = ("id", "chain", "n", "at")
_OF_CONTACT = ("case_id", "side", "channel", "on_day", "settled_by", "settled_at", "outcome")
_OF_UPDATE = ("order_id", "what", "no_text", "expected_on", "no_id", "no_instant", "no_text")


def _noted(conversation: Ref) -> Any:
    here = Contact.objects.filter(seller_id=conversation.seller_id, chain=conversation.id)
    return here.values_list(Value(value=True, output_field=BooleanField()), *_SHARED, *_OF_CONTACT)


def _news(order: Ref) -> Any:
    """In the columns of contacts, so that both are one statement."""
    told = Update.objects.filter(seller_id=order.seller_id, order_id=order.id).annotate(
        no_text=Value(None, output_field=TextField()),
        no_id=Value(None, output_field=UUIDField()),
        no_instant=Value(None, output_field=DateTimeField()),
    )
    return told.values_list(Value(value=False, output_field=BooleanField()), *_SHARED, *_OF_UPDATE)


def _read(model: Any, seller_id: int, row: Sequence[Any]) -> Any:
    names = (*_SHARED, *(_OF_CONTACT if row[0] else _OF_UPDATE))
    said = zip(names, row[1:], strict=True)
    return model(seller_id=seller_id, **{name: one for name, one in said if not name.startswith("no_")})
