"""What `verify` compares of clocks: what starts, stops, moves and misses them."""

from helpdesk.archive.terms import Mirror
from helpdesk.deadlines.terms import BUDGET_US, Cause

_SEEN_BY = {"audience": "entry.audience", "buyer_id": "entry.buyer_id"}

# kinds that start a clock, where their leaf names a deadline
_OPENING = (
    "agreement.lapsed",
    "agreement.proposed",
    "answer.reopened",
    "case.lapsed",
    "case.opened",
    "case.step",
    "confirmation.asked",
    "message",
    "promise.missed",
    "reply.insisted",
    "waiver.objected",
)

# kinds that stop one, where their leaf has a verdict
_CLOSING = (
    "agreement.confirmed",
    "agreement.declined",
    "agreement.kept",
    "agreement.proposed",
    "case.step",
    "confirmation.declined",
    "confirmation.given",
    "message",
    "reply.waived",
)

CLOCKS: tuple[Mirror, ...] = (
    Mirror(
        kinds=_OPENING,
        table="deadlines_obligation",
        key="id",
        when="f.deadline",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "received_at": "f.received",
            "opened_deadline": "f.deadline",
            "calendar": "f.calendar",
            "opened_version": "f.calendar_version",
            "opened_outages": "f.outages",
            "zone": "f.zone",
            "with_order": "f.with_order",
            "budget_us": "f.budget",
            "cause": "f.cause",
            "question_id": "ref.question|id",
        },
        usual={"opened_outages": 0, "budget_us": BUDGET_US, "cause": Cause.MESSAGE.value},
    ),
    Mirror(
        kinds=_CLOSING,
        table="deadlines_obligation",
        key="answered_by",
        when="f.verdict",
        chain_column="chain",
        columns={
            "id": "ref.answers",
            "received_at": "f.answered_received",
            "deadline": "f.answered_deadline",
            "calendar_version": "f.answered_version?",
            "outages": "f.answered_outages",
            "stopped": "f.answered_stopped",
            "answered_at": "at",
            "verdict": "f.verdict",
        },
        usual={"outages": 0, "stopped": ""},
    ),
    Mirror(
        kinds=("reply.waived",),
        table="deadlines_waiver",
        key="id",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "obligation_id": "ref.answers",
            "reason": "f.reason",
            "at": "at",
            "left_us": "f.left",
            "objection_until": "f.objection_until",
        },
    ),
    Mirror(
        kinds=("waiver.objected",),
        table="deadlines_waiver",
        key="objected_by",
        chain_column="chain",
        columns={"id": "ref.objects"},
    ),
    Mirror(
        kinds=("message",),
        table="deadlines_promise",
        key="id",
        when="f.promise_due",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "promised_on": "f.promise_on",
            "opened_due_at": "f.promise_due",
            "made_at": "at",
        },
    ),
    Mirror(
        kinds=("message",),
        table="deadlines_promise",
        key="kept_by",
        when="f.kept",
        chain_column="chain",
        columns={"id": "ref.keeps", "verdict": "f.kept", "kept_at": "at"},
    ),
    Mirror(
        kinds=("obligation.overdue",),
        table="deadlines_miss",
        key="id",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "obligation_id": "ref.overdue",
            "deadline": "f.deadline",
            "at": "at",
        },
    ),
    Mirror(
        kinds=(*_CLOSING, "deadline.moved"),
        table="deadlines_miss",
        key="voided_by",
        when="ref.voids",
        chain_column="chain",
        columns={"id": "ref.voids"},
    ),
    Mirror(
        kinds=("deadline.moved",),
        table="deadlines_move",
        key="id",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "obligation_id": "ref.moves",
            "promise_id": "ref.defers",
            "cause": "f.cause",
            "before": "f.before",
            "deadline": "f.deadline",
            "calendar_version": "f.calendar_version",
            "outages": "f.outages",
            "stopped": "f.stopped",
            "verdict": "f.verdict",
            "at": "at",
        },
        usual={"stopped": ""},
    ),
    Mirror(
        kinds=("promise.missed",),
        table="deadlines_promise",
        key="missed_by",
        chain_column="chain",
        columns={"id": "ref.missed", "question_id": "ref.question", "due_at": "f.promise_due"},
    ),
)
