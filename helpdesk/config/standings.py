"""What `verify` compares of standings: what was published of sellers, and the weights."""

from helpdesk.archive.terms import Mirror

STANDINGS: tuple[Mirror, ...] = (
    Mirror(
        kinds=("standing.published",),
        table="standing_publication",
        key="id",
        columns={
            "at": "at",
            "counted_on": "f.on",
            "rank": "f.rank",
            "visibility": "f.visibility",
            "measure": "f.measure",
            "level": "f.level",
            "weights": "f.weights",
        },
    ),
    Mirror(
        kinds=("verdict.disputed",),
        table="standing_dispute",
        key="id",
        columns={
            "point_id": "f.point",
            "chain": "f.conversation",
            "verdict_by": "ref.disputes",
            "market": "f.market",
            "claim": "f.claim",
            "at": "at",
            "due_at": "f.due",
        },
    ),
    Mirror(
        kinds=("verdict.settled",),
        table="standing_dispute",
        key="settled_by",
        columns={
            "id": "ref.settles",
            "point_id": "f.point",
            "outcome": "f.outcome",
            "reason": "f.reason",
            "settled_at": "at",
        },
    ),
    Mirror(
        kinds=("appeal.filed",),
        table="enforcement_appeal",
        key="id",
        columns={
            "audience": "entry.audience",
            "buyer_id": "entry.buyer_id",
            "against": "f.against",
            "subject_id": "ref.appeals",
            "code": "f.code",
            "at": "at",
            "due_at": "f.due",
        },
    ),
    Mirror(
        kinds=("appeal.settled",),
        table="enforcement_appeal",
        key="settled_by",
        columns={
            "id": "ref.settles",
            "against": "f.against",
            "code": "f.code",
            "verdict": "f.verdict",
            "settled_at": "at",
        },
    ),
    Mirror(
        kinds=("weights.published",),
        table="standing_weights",
        key="entry_id",
        owned=False,
        columns={"version": "f.version", "effective_on": "f.effective_on", "published_at": "at"},
    ),
)
