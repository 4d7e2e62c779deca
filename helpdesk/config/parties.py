"""Who an entry belongs to: what row security reads must follow from the leaf, or a change of it is found.

A leaf names nobody, so its stand-ins are held against the rows that give them their meaning, the audience
against the kind, and a buyer's own entries against the author whom they commit to.
"""

from helpdesk.archive.terms import Agreement, Audience

# kinds of one audience, whoever acts
AUDIENCES: dict[str, Audience] = {
    "administrator.joined": Audience.BOTH,
    "agreement.confirmed": Audience.BOTH,
    "agreement.declined": Audience.BOTH,
    "agreement.kept": Audience.BOTH,
    "agreement.lapsed": Audience.BOTH,
    "agreement.proposed": Audience.BOTH,
    "answer.complete": Audience.BOTH,
    "answer.reopened": Audience.BOTH,
    "attachment.settled": Audience.BOTH,
    "calendar.published": Audience.OPERATOR,
    "case.kind_changed": Audience.BOTH,
    "case.lapsed": Audience.BOTH,
    "case.opened": Audience.BOTH,
    "case.step": Audience.BOTH,
    "conduct.amended": Audience.OPERATOR,
    "conduct.measured": Audience.OPERATOR,
    "confirmation.asked": Audience.BOTH,
    "confirmation.declined": Audience.BOTH,
    "confirmation.given": Audience.BOTH,
    "connection.ended": Audience.SELLER,
    "connection.made": Audience.SELLER,
    "connection.renewed": Audience.SELLER,
    "contact.noted": Audience.BOTH,
    "contact.settled": Audience.BOTH,
    "deadline.moved": Audience.BOTH,
    "delivery.stated": Audience.BOTH,
    "erasure.approved": Audience.OPERATOR,
    "erasure.refused": Audience.OPERATOR,
    "erasure.requested": Audience.OPERATOR,
    "hold.lifted": Audience.OPERATOR,
    "hold.placed": Audience.OPERATOR,
    "import": Audience.OPERATOR,
    "key": Audience.OPERATOR,
    "launch.opened": Audience.OPERATOR,
    "log.resumed": Audience.OPERATOR,
    "market.changed": Audience.OPERATOR,
    "market.decided": Audience.OPERATOR,
    "measure.announced": Audience.SELLER,
    "measure.decided": Audience.OPERATOR,
    "measure.imposed": Audience.SELLER,
    "measure.lifted": Audience.SELLER,
    "measure.proposed": Audience.OPERATOR,
    "measure.resumed": Audience.SELLER,
    "measure.stayed": Audience.SELLER,
    "message": Audience.BOTH,
    "note": Audience.SELLER,
    "obligation.excluded": Audience.SELLER,
    "obligation.included": Audience.SELLER,
    "obligation.overdue": Audience.BOTH,
    "order.updated": Audience.BOTH,
    "outage.published": Audience.OPERATOR,
    "promise.missed": Audience.BOTH,
    "reading": Audience.OPERATOR,
    "refund.stated": Audience.BUYER,
    "reply.insisted": Audience.BOTH,
    "reply.waived": Audience.BOTH,
    "retention.published": Audience.OPERATOR,
    "sample.judged": Audience.SELLER,
    "search": Audience.OPERATOR,
    "seller.establishment": Audience.OPERATOR,
    "standing.published": Audience.SELLER,
    "subject.bound": Audience.OPERATOR,
    "subject.released": Audience.OPERATOR,
    "verdict.disputed": Audience.SELLER,
    "verdict.settled": Audience.SELLER,
    "thread.imported": Audience.BOTH,
    "tracks.published": Audience.OPERATOR,
    "waiver.objected": Audience.BOTH,
    "weights.published": Audience.OPERATOR,
}

# kinds that are seen by the side that acts; the operator's own by nobody else
OWN: frozenset[str] = frozenset(
    {"attempt.refused", "check.requested", "evidence.handed_out", "export.requested", "message.confirmed"}
)

# kinds that are seen by the side whose words they are about
ABOUT: frozenset[str] = frozenset(
    {
        "appeal.filed",
        "appeal.settled",
        "conduct.reviewed",
        "letter",
        "letter.closed",
        "report.filed",
        "report.settled",
    }
)

# kinds that are seen by the seller whose row the entry is; those of the operator's rows by nobody else
OWNED: frozenset[str] = frozenset(
    {"webhook.added", "webhook.changed", "webhook.paused", "webhook.removed", "webhook.rotated"}
)

# kinds that never begin a chain: the entry that did says who sees it
FOLLOWING: frozenset[str] = frozenset({"attachment.examined", "attempt.confirmed", "erased", "export.made"})


def _holds(name: str, value: str) -> str:
    """SQL: whether the leaf says this, as a canonical leaf writes it."""
    return f"""position(convert_to('"{name}":"' || {value} || '"', 'UTF8') IN o.leaf) > 0"""


def _declared() -> str:
    cases = " ".join(f"WHEN '{kind}' THEN {audience.value}" for kind, audience in AUDIENCES.items())
    side = (
        f"CASE WHEN {_holds('role', repr('buyer'))} THEN {Audience.BUYER.value}"
        f" WHEN {_holds('role', repr('seller'))} THEN {Audience.SELLER.value}"
        f" ELSE {Audience.OPERATOR.value} END"
    )
    own = " ".join(f"WHEN '{kind}' THEN {side}" for kind in OWN)
    buyers = _holds("side", repr("buyer"))
    author = f"CASE WHEN {buyers} THEN {Audience.BUYER.value} ELSE {Audience.SELLER.value} END"
    about = " ".join(f"WHEN '{kind}' THEN {author}" for kind in ABOUT)
    whose = f"CASE WHEN o.seller_id = 0 THEN {Audience.OPERATOR.value} ELSE {Audience.SELLER.value} END"
    owned = " ".join(f"WHEN '{kind}' THEN {whose}" for kind in sorted(OWNED))
    return f"CASE o.kind {cases} {own} {about} {owned} ELSE o.audience END"


PARTIES: tuple[Agreement, ...] = (
    Agreement(
        table="archive_entry",
        code="entry.party",
        detail="its buyer is not the one whom the leaf's pair stands for",
        beside="LEFT JOIN marketplace_pair p ON p.seller_id = o.seller_id AND p.buyer_id = o.buyer_id",
        differs=f"""
            o.n = 0 AND CASE WHEN o.buyer_id IS NULL THEN position('"pair":'::bytea IN o.leaf) > 0
                             ELSE ({_holds("pair", "p.pair")}) IS NOT TRUE END
        """,
    ),
    Agreement(
        table="archive_entry",
        code="entry.party",
        detail="its seller is not the one whom the leaf's stand-in stands for",
        beside="LEFT JOIN marketplace_seller s ON s.seller_id = o.seller_id",
        differs=f"o.n = 0 AND o.seller_id > 0 AND ({_holds('seller', 's.stand_in')}) IS NOT TRUE",
    ),
    Agreement(
        table="archive_entry",
        code="entry.party",
        detail="a buyer wrote it, and another buyer has it",
        differs=f"{_holds('role', repr('buyer'))} AND o.actor IS DISTINCT FROM o.buyer_id",
    ),
    Agreement(
        table="archive_entry",
        code="entry.audience",
        detail="others may see it than those for whom its kind is",
        differs=f"o.audience <> {_declared()}",
    ),
)
