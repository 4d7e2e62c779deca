"""What was done and said in cases, and beside them: for both sides of the thread."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.archive.terms import Erased
from helpdesk.attachments.queries import files_of
from helpdesk.attachments.terms import FileShown
from helpdesk.cases.models import Case, Contact, Update
from helpdesk.cases.terms.deeds import (
    Channel,
    ContactOutcome,
    ContactShown,
    News,
    StepShown,
    UpdateShown,
)
from helpdesk.cases.terms.fields import FIELDS
from helpdesk.cases.terms.names import Kind
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order
from helpdesk.marketplace.terms.carriers import tracking_url

_STEPS = "SELECT * FROM cases_steps_v1(%s, %s, %s, %s::bigint, %s::uuid)"
_BESIDE = "SELECT * FROM cases_beside_v2(%s, %s, %s, %s::bigint, %s::uuid[])"
MACHINES = (Side.PLATFORM, Side.SYSTEM)


class Said(NamedTuple):
    """What the Archive holds of an entry, and that it was erased."""

    leaf: bytes | None = None
    words: bytes | None = None
    given: bytes | None = None
    author: bytes | None = None
    erased_by: UUID | None = None
    ground: str | None = None
    erased_at: datetime | None = None

    @property
    def erased(self) -> Erased | None:
        """Whether and why its words are gone."""
        return _erased(self.erased_by, self.ground, self.erased_at)

    @property
    def language(self) -> str:
        """In which its words were written; empty without words."""
        return "" if self.leaf is None else _language(msgspec.json.decode(bytes(self.leaf))["f"])


NOTHING = Said()


def steps_of(*, actor: Actor, case: Ref) -> list[StepShown]:
    """The case's steps in order; empty for strangers and machines. One SQL statement, two with files.

    Administrators come here only with a reading in force (oversight).
    """
    if actor.side in MACHINES:
        return []
    rows = hot.rows(_STEPS, [*scope_of(actor), case.seller_id, case.id])
    filed = [Ref(case.seller_id, row[0]) for row in rows if row[14]]
    files = files_of(actor=actor, entries=filed)
    return [_step(case.seller_id, row, files.get(row[0], ())) for row in rows]


def steps_in(*, actor: Actor, conversation: Ref) -> dict[Ref, list[StepShown]]:
    """Those of all cases of a thread, by case. One SQL statement beside the scope's, two for each case."""
    with acting(actor):
        here = Case.objects.filter(seller_id=conversation.seller_id, chain=conversation.id)
        cases = [Ref(conversation.seller_id, id) for id in here.order_by("n").values_list("id", flat=True)]
    return {case: steps_of(actor=actor, case=case) for case in cases}


def contacts_in(*, actor: Actor, conversation: Ref) -> list[ContactShown]:
    """Contacts outside of a thread, the earliest first; empty for strangers and machines. Two SQL statements
    beside the scope's.
    """
    if actor.side in MACHINES:
        return []
    seller_id, id = conversation
    with acting(actor):
        rows = list(Contact.objects.filter(seller_id=seller_id, chain=id).order_by("n"))
    settled = [row.settled_by for row in rows if row.settled_by]
    said = said_of(actor=actor, seller_id=seller_id, ids=[*(row.id for row in rows), *settled])
    return [contact_shown(row=row, said=said) for row in rows]


def updates_of(*, actor: Actor, order: Ref) -> list[UpdateShown]:
    """What a Seller told of an order, the latest first; empty for strangers and machines. At most three SQL
    statements beside the scope's.
    """
    if actor.side in MACHINES:
        return []
    with acting(actor):
        rows = list(Update.objects.filter(seller_id=order.seller_id, order_id=order.id).order_by("-at"))
    said = said_of(actor=actor, seller_id=order.seller_id, ids=[row.id for row in rows])
    hosts = hosts_of(actor=actor, order=order) if rows else ()
    return [update_shown(row=row, said=said.get(row.id, NOTHING), hosts=hosts) for row in rows]


def said_of(*, actor: Actor, seller_id: int, ids: Sequence[UUID]) -> Mapping[UUID, Said]:
    """What the Archive holds of these entries. One SQL statement, none without ids."""
    if not ids:
        return {}
    rows = hot.rows(_BESIDE, [*scope_of(actor), seller_id, list(ids)])
    return {id: Said(*rest) for id, *rest in rows}


def hosts_of(*, actor: Actor, order: Ref) -> Sequence[str]:
    """Where the order's market allows links. One SQL statement beside the scope's."""
    with acting(actor):
        row = Order.objects.filter(seller_id=order.seller_id, id=order.id).select_related("market").get()
        return list(row.market.allowed_hosts)


def _step(seller_id: int, row: tuple[Any, ...], files: Sequence[FileShown]) -> StepShown:
    id, entry, n, at, side, kind, step, frm, stage, outcome, leaf, words, given, author, _, *erased = row
    facts = msgspec.json.decode(bytes(leaf))["f"]
    return StepShown(
        entry=Ref(seller_id, id),
        kind=entry,
        n=n,
        at=at,
        side=Side(side),
        author=_name(author),
        case_kind=Kind(kind),
        step=step,
        frm=frm,
        stage=stage,
        outcome=outcome,
        words=_text(words),
        language=_language(facts),
        given=_given(given),
        facts=facts,
        files=files,
        closed=tuple(str(facts.get("closed", "")).split()),
        erased=_erased(*erased),
    )


def _given(value: bytes | None) -> dict[str, str | int]:
    """The coded fields of what was asked for."""
    said = msgspec.json.decode(bytes(value)) if value is not None else {}
    return {name: one for name, one in said.items() if name in FIELDS}


def contact_shown(*, row: Contact, said: Mapping[UUID, Said]) -> ContactShown:
    """A contact, with what its entries say."""
    noted = said.get(row.id, NOTHING)
    answered = said.get(row.settled_by, NOTHING) if row.settled_by else NOTHING
    return ContactShown(
        ref=Ref(row.seller_id, row.id),
        conversation=Ref(row.seller_id, row.chain),
        case=Ref(row.seller_id, row.case_id) if row.case_id else None,
        n=row.n,
        at=row.at,
        side=Side(row.side),
        author=_name(noted.author),
        channel=Channel(row.channel),
        on_day=row.on_day,
        words=_text(noted.words),
        language=noted.language,
        outcome=ContactOutcome(row.outcome) if row.outcome else None,
        settled_at=row.settled_at,
        reason=_text(answered.words),
        reason_language=answered.language,
        erased=noted.erased,
    )


def update_shown(*, row: Update, said: Said, hosts: Sequence[str]) -> UpdateShown:
    """News of an order, with what its entry says."""
    given = msgspec.json.decode(bytes(said.given)) if said.given is not None else {}
    carrier, number = str(given.get("carrier", "")), str(given.get("tracking", ""))
    return UpdateShown(
        entry=Ref(row.seller_id, row.id),
        order=Ref(row.seller_id, row.order_id),
        conversation=Ref(row.seller_id, row.chain),
        n=row.n,
        at=row.at,
        what=News(row.what),
        expected_on=row.expected_on,
        carrier=carrier,
        tracking=number,
        tracking_url=tracking_url(carrier=carrier, tracking=number, allowed_hosts=hosts),
        words=_text(said.words),
        language=said.language if said.words is not None else "",
    )


def _language(facts: Mapping[str, Any]) -> str:
    return str(facts.get("language", ""))


def _text(value: bytes | None) -> str:
    return "" if value is None else bytes(value).decode()


def _name(value: bytes | None) -> str:
    return "" if value is None else str(msgspec.json.decode(bytes(value))["name"])


def _erased(by: UUID | None, ground: str | None, at: datetime | None) -> Erased | None:
    return Erased(entry=by, ground=ground or "", at=at) if by is not None and at is not None else None
