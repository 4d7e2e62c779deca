"""What `verify` compares of measures: what was proposed, decided and done, and the published tracks."""

from helpdesk.archive.terms import Mirror

ENFORCEMENT: tuple[Mirror, ...] = (
    Mirror(
        kinds=("tracks.published",),
        table="enforcement_tracks",
        key="entry_id",
        owned=False,
        columns={"version": "f.version", "effective_on": "f.effective_on", "published_at": "at"},
    ),
    Mirror(
        kinds=("measure.proposed",),
        table="enforcement_proposal",
        key="id",
        columns={
            "at": "at",
            "track": "f.track",
            "place": "f.place",
            "measure": "f.measure",
            "days": "f.days",
            "factor": "f.factor",
            "tracks": "f.tracks",
            "points": "f.points",
        },
    ),
    Mirror(
        kinds=("measure.decided",),
        table="enforcement_decision",
        key="id",
        when="f.grave",
        columns={
            "at": "at",
            "kind": "f.decision",
            "measure": "f.measure",
            "proposal_id": "ref.decides",
        },
    ),
    Mirror(
        kinds=("measure.imposed", "measure.announced"),
        table="enforcement_measure",
        key="id",
        columns={
            "announced_at": "at",
            "proposal_id": "ref.decides",
            "replaces": "ref.replaces",
            "kind": "f.measure",
            "track": "f.track",
            "place": "f.place",
            "tracks": "f.tracks",
            "factor": "f.factor",
            "language": "f.language",
            "starts_at": "f.starts",
            "ends_at": "f.ends",
            "appeal_until": "f.appeal_until",
            "exemption": "f.exemption",
        },
    ),
    Mirror(
        kinds=("measure.lifted",),
        table="enforcement_measure",
        key="lifted_by",
        columns={"lifted_at": "at", "id": "ref.measure"},
    ),
    Mirror(
        kinds=("measure.stayed",),
        table="enforcement_measure",
        key="stayed_by",
        columns={"stayed_at": "at", "id": "ref.measure"},
    ),
    Mirror(
        kinds=("measure.resumed",),
        table="enforcement_measure",
        key="resumed_by",
        columns={"resumed_at": "at", "id": "ref.measure"},
    ),
)
