"""Rows as they are now: which, for whom, and column by column what they tell."""

from dataclasses import dataclass
from typing import Final

from helpdesk.kernel.actor import Side

_BOTH = (Side.SELLER, Side.BUYER)
_SELLER = (Side.SELLER,)
_BUYER = (Side.BUYER,)


def in_threads(*, column: str) -> str:
    """What names one of the buyer's conversations, found by their own list of them."""
    return (
        f"(t.seller_id, {column}) IN (SELECT b.seller_id, b.conversation_id"  # noqa: S608 - ours
        " FROM conversations_buyer_inbox b WHERE b.buyer_id = t.buyer_id)"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table under row security. `private` columns are the buyer's alone; `key` is a UUID to go on from.

    `theirs` is how a buyer's rows are found where no index begins with the buyer; row security decides.
    """

    table: str
    columns: str
    sides: tuple[Side, ...] = _BOTH
    private: str = ""
    key: str = "t.id"
    of_person: bool = False
    joins: str = ""
    theirs: str = ""

    def sql(self, *, side: Side, own: str) -> str:
        """The next rows, each as JSON beside its key."""
        is_buyers = side is Side.BUYER
        columns = f"{self.columns}, {self.private}" if self.private and is_buyers else self.columns
        found = f" AND {self.theirs}" if self.theirs and is_buyers else ""
        return (
            f"SELECT {self.key}, (SELECT to_jsonb(x) FROM (SELECT {columns}) x) FROM {self.table} t"  # noqa: S608 - ours
            f" {self.joins} WHERE {own}{found} AND {self.key} > %s ORDER BY {self.key} LIMIT %s"
        )


_LINES = """(SELECT jsonb_agg(jsonb_build_object('line', l.line, 'offer', l.offer_id, 'quantity', l.quantity,
    'price_minor', l.price_minor, 'currency', l.currency, 'serial', l.serial) ORDER BY l.position)
    FROM marketplace_order_line l WHERE l.seller_id = t.seller_id AND l.order_id = t.id) AS lines"""
_ON_ORDERS = """(t.seller_id, t.order_id) IN (
    SELECT o.seller_id, o.id FROM marketplace_order o WHERE o.buyer_id = t.buyer_id)"""
_ONCE = "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid"  # of tables with one row: there is nothing behind it

ROWS: Final = {
    "shop": Source(
        table="marketplace_seller",
        columns="t.seller_id, t.external_id, t.name, t.trader, t.country, t.subdivision, t.time_zone,"
        " t.status, i.legal_name, i.address, i.contact, i.return_addresses",
        joins="LEFT JOIN marketplace_seller_identity i ON i.seller_id = t.seller_id",
        sides=_SELLER,
        key=_ONCE,
    ),
    "team": Source(
        table="marketplace_member",
        columns="t.id, t.external_id, t.person_id, t.name, t.email, t.role, t.removed_at",
        sides=_SELLER,
    ),
    "buyer": Source(
        table="marketplace_buyer",
        columns="t.buyer_id, t.external_id, t.display_name, t.language, t.market, t.kind, t.addresses",
        sides=_BUYER,
        key="t.buyer_id",
    ),
    "offers": Source(
        table="marketplace_offer",
        columns="t.id, t.external_id, t.title, t.condition, t.ean, t.return_days, t.withdrawal_excluded,"
        " t.guarantee, t.markets",
        sides=_SELLER,
    ),
    "orders": Source(
        table="marketplace_order",
        columns=f"t.seller_id, t.id, t.external_id, t.number, t.market, t.placed_at, {_LINES}",
        private="t.paid_with, t.purchase_ref, t.delivery_address, t.withdrawal_informed_at",
    ),
    "shipments": Source(
        table="marketplace_shipment",
        columns="t.seller_id, t.id, t.order_id, t.external_id, t.lines, t.direction, t.carrier, t.tracking,"
        " t.dispatched_at, t.expected_on, t.delivered_at",
        theirs=_ON_ORDERS,
    ),
    "refunds": Source(
        table="marketplace_refund",
        columns="t.seller_id, t.id, t.order_id, t.external_id, t.lines, t.amount_minor, t.currency,"
        " t.done_at",
        theirs=_ON_ORDERS,
    ),
    "conversations": Source(
        table="conversations_conversation",
        columns="t.seller_id, t.id, t.market, t.order_id, t.offer_id, t.title, t.started_at, t.last_at,"
        " t.last_side",
        theirs=in_threads(column="t.id"),
    ),
    "obligations": Source(
        table="deadlines_obligation",
        columns="t.seller_id, t.id, t.chain AS conversation_id, t.cause, t.received_at, t.deadline, t.zone,"
        " t.calendar, t.calendar_version, t.overdue_at, t.answered_at, t.verdict, t.corrected_verdict",
        theirs=in_threads(column="t.chain"),
    ),
    "cases": Source(
        table="cases_case",
        columns="t.seller_id, t.id, t.chain AS conversation_id, t.order_id, t.number, t.situation, t.kind,"
        " t.stage, t.owner, t.outcome, t.at, t.last_at, t.ended_at, t.due_at, t.due_code",
    ),
    "agreements": Source(
        table="agreements_agreement",
        columns="t.seller_id, t.id, t.conversation_id, t.what, t.type, t.side, t.owed_by, t.amount_minor,"
        " t.currency, t.until, t.at, t.settled_at, t.outcome, t.kept_at",
    ),
    "standing-points": Source(
        table="standing_point",
        columns="t.id, t.chain AS conversation_id, t.matter, t.with_order, t.deadline_us, t.state,"
        " t.overrun_us, t.code, t.ruled",
        sides=_SELLER,
    ),
    "measures": Source(
        table="enforcement_measure",
        columns="t.id, t.kind, t.track, t.place, t.factor, t.announced_at, t.starts_at, t.ends_at,"
        " t.appeal_until, t.stayed_at, t.resumed_at, t.resumed_until, t.lifted_at",
        sides=_SELLER,
    ),
    "saved-replies": Source(
        table="saved_replies_reply",
        columns="t.id, t.name, t.bodies, t.version, t.changed_at, t.withdrawn_at",
        sides=_SELLER,
    ),
    "muted": Source(
        table="conversations_mute",
        columns="t.seller_id, t.conversation_id, t.muted_at, t.lifted_at",
        sides=_BUYER,
        key="t.conversation_id",
        theirs=in_threads(column="t.conversation_id"),
    ),
    "notices": Source(
        table="notifications_notice",
        columns="t.seller_id, t.id, t.kind, t.subject_id, t.conversation_id, t.at, t.read_at, t.settled_at",
        of_person=True,
    ),
    "notice-settings": Source(
        table="notifications_wish",
        columns="t.mailed, t.rhythm, t.zone, t.digest_at, t.quiet_from, t.quiet_until",
        key="t.person_id",
        of_person=True,
    ),
}
