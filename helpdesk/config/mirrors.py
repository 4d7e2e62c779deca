"""Columns that pages show and leaves hold: what `verify` compares."""

from helpdesk.archive.terms import Agreement, Mirror
from helpdesk.attachments.terms import FILE_VALUE
from helpdesk.config.agreements import AGREEMENTS
from helpdesk.config.erasures import ERASURES
from helpdesk.config.handing import HANDED_OVER
from helpdesk.config.parties import PARTIES
from helpdesk.config.published import PUBLISHED
from helpdesk.config.reviewing import REVIEWS
from helpdesk.config.ticking import TICKS
from helpdesk.deadlines.terms import BUDGET_US, Cause, SampleKind

# who may see a row: what row security reads, as the entry has it
_SEEN_BY = {"audience": "entry.audience", "buyer_id": "entry.buyer_id"}

# kinds that start a clock, where their leaf names a deadline
_OPENING = ("message", "reply.insisted", "waiver.objected", "answer.reopened", "promise.missed")

# columns that pages show and leaves hold
MIRRORS: tuple[Mirror | Agreement, ...] = (
    Mirror(
        kinds=("message",),
        table="conversations_message",
        key="id",
        columns={
            **_SEEN_BY,
            "conversation_id": "chain",
            "n": "n",
            "side": "by.role",
            "language": "f.language",
            "manner": "f.manner",
            "at": "at",
        },
    ),
    Mirror(  # a message's further files agree with its first (config/agreements.py)
        kinds=("message",),
        table="attachments_file",
        key="entry_id",
        when=f"c.{FILE_VALUE.format(1)}",
        rows="position = 1",
        columns={**_SEEN_BY, "chain": "chain", "side": "by.role", "author": "entry.actor", "at": "at"},
    ),
    Mirror(
        kinds=("attachment.examined",),
        table="attachments_file",
        key="examined_by",
        chain_column="chain",
        columns={
            "entry_id": "ref.examines",
            "position": "f.file",
            "state": "f.verdict",
            "examined_at": "at",
        },
    ),
    Mirror(
        kinds=("attachment.settled",),
        table="attachments_file",
        key="settled_by",
        chain_column="chain",
        columns={
            "entry_id": "ref.examines",
            "examined_by": "ref.settles",
            "position": "f.file",
            "settled_as": "f.verdict",
            "settled_at": "at",
        },
    ),
    Mirror(
        kinds=("attempt.refused",),
        table="conversations_attempt",
        key="id",
        when="f.conversation",
        columns={
            **_SEEN_BY,
            "conversation_id": "f.conversation",
            "side": "by.role",
            "code": "f.code",
            "at": "at",
            "order_id": "f.order",
            "offer_id": "f.offer",
            "market": "f.market",
        },
    ),
    Mirror(
        kinds=("attempt.refused", "check.requested"),
        table="conversations_attempt",
        key="check_by",
        when="f.due",
        columns={**_SEEN_BY, "id": "ref.asks|id", "check_at": "at", "check_due_at": "f.due"},
    ),
    Mirror(
        kinds=("attempt.confirmed", "message"),
        table="conversations_attempt",
        key="settled_by",
        when="ref.settles",
        columns={"id": "ref.settles", "outcome": "f.settled", "settled_at": "at"},
    ),
    *(
        Mirror(
            kinds=(kind,),
            table="deadlines_sample",
            key="subject_id",
            when=when,
            rows=f"kind = '{sample}' AND audience = 1",
            columns={
                "chain": "chain",
                "buyer_id": "entry.buyer_id",
                "obligation_id": "ref.answers",
                "drawn_at": "at",
            },
        )
        for kind, when, sample in (
            ("message", "f.stood_by", SampleKind.STOOD_BY.value),
            ("reply.waived", "f.sampled", SampleKind.WAIVER.value),
        )
    ),
    Mirror(
        kinds=("sample.judged",),
        table="deadlines_sample",
        key="judged_by",
        columns={
            **_SEEN_BY,
            "kind": "f.sample",
            "subject_id": "ref.judges",
            "obligation_id": "ref.obligation",
            "judgment": "f.judgment",
            "judged_at": "at",
            "reliable": "f.reliable?",
            "complete": "f.complete?",
            "clear": "f.clear?",
            "polite": "f.polite?",
            "standard": "f.standard?",
        },
    ),
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
        kinds=("message", "reply.waived"),
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
            "answered_at": "at",
            "verdict": "f.verdict",
        },
        usual={"outages": 0},
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
        kinds=("message", "reply.waived", "deadline.moved"),
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
            "verdict": "f.verdict",
            "at": "at",
        },
    ),
    Mirror(
        kinds=("promise.missed",),
        table="deadlines_promise",
        key="missed_by",
        chain_column="chain",
        columns={"id": "ref.missed", "question_id": "ref.question", "due_at": "f.promise_due"},
    ),
    Mirror(
        kinds=("reading",),
        table="oversight_reading",
        key="id",
        owned=False,
        columns={
            "person_id": "entry.actor",
            "conversation_id": "f.conversation",
            "reason": "f.reason",
            "starts_at": "at",
        },
    ),
    *AGREEMENTS,
    *ERASURES,
    *HANDED_OVER,
    *PARTIES,
    *PUBLISHED,
    *REVIEWS,
    *TICKS,
)
