"""What measures take away must agree with the measures: rows of the marketplace against those of enforcement.

A measure repeats its entries, and is checked as a mirror (config/enforcing.py); what it takes away follows
from it: at first, and anew when it goes on after a stay.
"""

from helpdesk.archive.terms import Agreement

# as enforcement.rules.measures has it; of what is over before it could be given back nothing is
_EFFECTS = """
    SELECT m.seller_id, m.id AS measure_id, turn.entry, e.kind, e.factor, e.starts_at, e.ends_at,
           CASE WHEN e.ends_at <= turn.back_at THEN NULL ELSE turn.back_by END AS back_by,
           CASE WHEN e.ends_at <= turn.back_at THEN NULL ELSE turn.back_at END AS back_at
    FROM enforcement_measure m
    CROSS JOIN LATERAL (VALUES
        (m.id, m.announced_at, m.starts_at, m.ends_at,
         coalesce(m.stayed_by, m.lifted_by), coalesce(m.stayed_at, m.lifted_at)),
        (m.resumed_by, m.resumed_at,
         m.resumed_at + greatest(m.starts_at - m.stayed_at, interval '0'), m.resumed_until,
         m.lifted_by, m.lifted_at)
    ) turn (entry, told_at, starts_at, ends_at, back_by, back_at)
    CROSS JOIN LATERAL (VALUES
        (CASE m.kind WHEN 'messaging_limit' THEN 'messaging' WHEN 'selling_restriction' THEN 'selling'
         WHEN 'notice' THEN NULL WHEN 'warning' THEN NULL ELSE m.kind END,
         m.factor, turn.starts_at, turn.ends_at),
        (CASE WHEN m.kind = 'removal' AND turn.told_at < turn.starts_at THEN 'suspension' END,
         1000, turn.told_at, turn.starts_at)
    ) e (kind, factor, starts_at, ends_at)
    WHERE turn.entry IS NOT NULL AND e.kind IS NOT NULL
"""
_OF_MEASURE = """
    LEFT JOIN ({effects}) x ON x.seller_id = o.seller_id AND x.measure_id = o.measure_id
                            AND x.entry = o.entry AND x.kind = o.kind
"""
_COUNTED = """
    LEFT JOIN LATERAL (
        SELECT count(*) AS taken FROM marketplace_restriction r
        WHERE r.seller_id = o.seller_id AND r.measure_id = o.id
    ) r ON true
    LEFT JOIN (
        SELECT seller_id, measure_id, count(*) AS due FROM ({effects}) every GROUP BY seller_id, measure_id
    ) x ON x.seller_id = o.seller_id AND x.measure_id = o.id
"""
_OF_ENTRY = "LEFT JOIN archive_entry a ON a.seller_id = o.seller_id AND a.id = "

RESTRICTIONS: tuple[Agreement, ...] = (
    Agreement(
        table="marketplace_restriction",
        detail="it is not what its measure takes away, or not given back as the measure was",
        chain="a.chain",
        beside=_OF_MEASURE.format(effects=_EFFECTS) + _OF_ENTRY + "o.entry",
        differs="""
            x.entry IS NULL OR (o.factor, o.starts_at, o.ends_at, o.lifted_by, o.lifted_at) IS DISTINCT FROM
            (x.factor, x.starts_at, x.ends_at, x.back_by, x.back_at)
        """,
    ),
    Agreement(
        table="enforcement_measure",
        detail="what it takes away is missing, or there twice",
        chain="a.chain",
        beside=_COUNTED.format(effects=_EFFECTS) + _OF_ENTRY + "o.id",
        differs="r.taken <> coalesce(x.due, 0)",
    ),
)
