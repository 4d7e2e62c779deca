"""What `verify` compares of cases, of contacts outside, and of news of orders."""

from helpdesk.archive.terms import Agreement, Mirror

_SEEN_BY = {"audience": "entry.audience", "buyer_id": "entry.buyer_id"}
_STEPS = ("case.kind_changed", "case.lapsed", "case.opened", "case.step")
_MICROSECONDS = "(extract(epoch FROM o.due_at) * 1000000)::bigint"

CASES: tuple[Mirror | Agreement, ...] = (
    Mirror(
        kinds=("case.opened",),
        table="cases_case",
        key="id",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "n": "n",
            "situation": "f.situation",
            "side": "by.role",
            "law": "f.law",
            "contract_on": "f.contract_on",
            "message_id": "ref.declares",
            "at": "at",
            "dated_at": "f.dated",
        },
    ),
    Mirror(
        kinds=_STEPS,
        table="cases_step",
        key="id",
        columns={
            **_SEEN_BY,
            "case_id": "f.case|id",
            "chain": "chain",
            "n": "n",
            "kind": "f.kind",
            "version": "f.version",
            "step": "f.step",
            "side": "by.role",
            "frm": "f.from",
            "stage": "f.to",
            "outcome": "f.outcome",
            "at": "at",
        },
        usual={"frm": "", "outcome": ""},
    ),
    Agreement(
        table="cases_case",
        detail="it does not stand where its latest step left it",
        beside="""
            LEFT JOIN LATERAL (
                SELECT t.* FROM cases_step t WHERE t.seller_id = o.seller_id AND t.case_id = o.id
                ORDER BY t.n DESC LIMIT 1
            ) t ON true
        """,
        differs="""
            (o.last_by, o.last_n, o.last_at, o.kind, o.version, o.stage, o.outcome) IS DISTINCT FROM
            (t.id, t.n, t.at, t.kind, t.version, t.stage, t.outcome)
            OR (o.state ->> 'kind', o.state ->> 'stage') IS DISTINCT FROM (o.kind, o.stage)
            OR o.ended_at IS DISTINCT FROM CASE WHEN t.outcome <> '' THEN t.at END
        """,
    ),
    Agreement(
        table="cases_closed",
        detail="the entry that ended the date does not say so",
        beside="LEFT JOIN archive_entry e ON e.seller_id = o.seller_id AND e.id = o.closed_by",
        differs=f"""
            o.at IS DISTINCT FROM e.at OR position(
                convert_to(o.code || ':' || o.owner || ':' || {_MICROSECONDS} || ':' || o.verdict, 'UTF8')
                IN e.leaf) > 0 IS NOT TRUE
        """,
    ),
    Agreement(
        table="cases_step",
        detail="the dates that it ended are not as many as its entry says",
        beside="""
            JOIN archive_entry e ON e.seller_id = o.seller_id AND e.id = o.id
            LEFT JOIN LATERAL (
                SELECT count(*) AS dates FROM cases_closed d
                WHERE d.seller_id = o.seller_id AND d.closed_by = o.id
            ) d ON true
        """,
        differs="""
            d.dates <> (SELECT count(*) FROM regexp_matches(
                convert_from(e.leaf, 'UTF8'), '[0-9]:(met|late|missed)[ "]', 'g'))
        """,
    ),
    Mirror(
        kinds=("contact.noted",),
        table="cases_contact",
        key="id",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "n": "n",
            "case_id": "f.case",
            "side": "by.role",
            "channel": "f.channel",
            "on_day": "f.on",
            "at": "at",
        },
    ),
    Mirror(
        kinds=("contact.settled",),
        table="cases_contact",
        key="settled_by",
        chain_column="chain",
        columns={"id": "ref.settles", "outcome": "f.outcome", "settled_at": "at"},
    ),
    Mirror(
        kinds=("order.updated",),
        table="cases_update",
        key="id",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "order_id": "f.order",
            "n": "n",
            "what": "f.update",
            "expected_on": "f.expected_on",
            "at": "at",
        },
    ),
)
