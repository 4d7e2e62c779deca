"""Columns that pages show and leaves hold: what `verify` compares."""

from helpdesk.archive.terms import Agreement, Mirror
from helpdesk.attachments.terms import FILE_VALUE
from helpdesk.config.agreed import AGREED
from helpdesk.config.agreements import AGREEMENTS
from helpdesk.config.cases import CASES
from helpdesk.config.clocks import CLOCKS
from helpdesk.config.enforcing import ENFORCEMENT
from helpdesk.config.erasures import ERASURES
from helpdesk.config.handing import HANDED_OVER
from helpdesk.config.letters import LETTERS
from helpdesk.config.parties import PARTIES
from helpdesk.config.published import PUBLISHED
from helpdesk.config.reported import REPORTS
from helpdesk.config.restricting import RESTRICTIONS
from helpdesk.config.reviewing import REVIEWS
from helpdesk.config.standings import STANDINGS
from helpdesk.config.ticking import TICKS
from helpdesk.deadlines.terms import SampleKind

# who may see a row: what row security reads, as the entry has it
_SEEN_BY = {"audience": "entry.audience", "buyer_id": "entry.buyer_id"}

# columns that pages show and leaves hold
MIRRORS: tuple[Mirror | Agreement, ...] = (
    Mirror(
        kinds=("message",),
        table="conversations_message",
        key="id",
        rows="manner IS DISTINCT FROM 'imported'",
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
    Mirror(  # whose words an import says that they are; its author is who brought them
        kinds=("thread.imported",),
        table="conversations_message",
        key="id",
        rows="manner = 'imported'",
        columns={
            **_SEEN_BY,
            "conversation_id": "chain",
            "n": "n",
            "side": "f.side",
            "language": "f.language",
            "manner": "f.manner",
            "at": "at",
        },
        usual={"language": ""},
    ),
    Mirror(
        kinds=("thread.imported",),
        table="conversations_imported",
        key="id",
        columns={
            **_SEEN_BY,
            "conversation_id": "chain",
            "n": "n",
            "side": "f.side",
            "said_at": "f.said_at",
            "at": "at",
        },
    ),
    Mirror(
        kinds=("message",),
        table="conversations_reason",
        key="id",
        when="f.reason",
        columns={
            **_SEEN_BY,
            "conversation_id": "chain",
            "n": "n",
            "side": "by.role",
            "reason": "f.reason",
            "line": "f.line",
            "at": "at",
        },
    ),
    Mirror(  # an entry's further files agree with its first (config/agreements.py)
        kinds=("appeal.filed", "case.opened", "case.step", "message", "report.filed"),
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
    Mirror(
        kinds=("search",),
        table="oversight_search",
        key="id",
        owned=False,
        columns={
            "person_id": "entry.actor",
            "reason": "f.reason",
            "market": "f.market",
            "starts_at": "at",
        },
    ),
    *AGREED,
    *AGREEMENTS,
    *CASES,
    *CLOCKS,
    *ERASURES,
    *HANDED_OVER,
    *LETTERS,
    *PARTIES,
    *PUBLISHED,
    *REPORTS,
    *REVIEWS,
    *ENFORCEMENT,
    *RESTRICTIONS,
    *STANDINGS,
    *TICKS,
)
