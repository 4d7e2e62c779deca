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
        kinds=("weights.published",),
        table="standing_weights",
        key="entry_id",
        owned=False,
        columns={"version": "f.version", "effective_on": "f.effective_on", "published_at": "at"},
    ),
)
