-- Everything that a post is judged by, in one statement and without locks: the chain's head, the thread's
-- parties and calendar, the open question and promise, how much is in force and
-- what measures stop there (k_: the kinds that stop answers before a sale, and about an order), when the actor's side wrote last,
-- what is stored under the actor's key and was found in it. No row: not theirs.
CREATE FUNCTION conversation_load_v4(
    s_scope text, s_seller text, s_buyer text, c_seller_id bigint, c_id uuid, c_actor uuid, c_key text,
    k_before_sale text[], k_with_order text[]
) RETURNS TABLE (
    buyer_id uuid, seller uuid, pair uuid, order_id uuid, country text, subdivision text, zone text,
    market_country text, market_zone text,
    last_n integer, head_n integer, head_hash bytea, head_at timestamptz,
    o_id uuid, o_received_at timestamptz, o_deadline timestamptz, o_calendar text, o_calendar_version integer,
    o_zone text, o_outages integer, o_stopped text, o_cause text, o_budget_us bigint, o_overdue_at timestamptz,
    o_question_id uuid, o_overdue_by uuid, o_promised boolean,
    p_id uuid, p_question_id uuid, p_promised_on date, p_due_at timestamptz, editions bigint, outages integer,
    stopped text, own_at timestamptz,
    r_id uuid, r_chain uuid, r_n integer, r_kind text, r_at timestamptz, r_leaf bytea, r_leaf_hash bytea,
    r_receipt_key text, r_receipt bytea, r_names text[], r_salts bytea[], r_findings jsonb
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT c.buyer_id, s.stand_in, c.pair, c.order_id, s.country::text, s.subdivision::text,
           s.time_zone::text, m.country::text, m.time_zone::text,
           c.last_n, h.n, h.leaf_hash, h.at,
           o.id, o.received_at, o.deadline, o.calendar, o.calendar_version, o.zone, o.outages, o.stopped, o.cause,
           o.budget_us, o.overdue_at, o.question_id, o.overdue_by,
           EXISTS (SELECT FROM deadlines_promise q
                   WHERE q.seller_id = c_seller_id AND q.question_id = o.question_id),
           p.id, p.question_id, p.promised_on, p.due_at,
           (SELECT count(*) FROM deadlines_edition), (SELECT coalesce(max(g.number), 0) FROM deadlines_outage g),
           CASE WHEN o.id IS NULL AND p.id IS NULL THEN '' ELSE
               marketplace_stopped_v1(c_seller_id, CASE WHEN c.order_id IS NULL THEN k_before_sale ELSE k_with_order END,
                                      least(o.received_at, p.made_at)) END,
           (SELECT m.at FROM conversations_message m
            WHERE m.seller_id = c_seller_id AND m.conversation_id = c_id
            AND m.side = CASE WHEN s_buyer = '' THEN 'seller' ELSE 'buyer' END ORDER BY m.n DESC LIMIT 1),
           r.id, r.chain, r.n, r.kind, r.at, r.leaf, r.leaf_hash, r.receipt_key, r.receipt, v.names, v.salts, x.findings
    FROM conversations_conversation c
    JOIN marketplace_seller s ON s.seller_id = c.seller_id
    JOIN marketplace_market m ON m.code = c.market
    LEFT JOIN LATERAL (
        SELECT e.n, e.leaf_hash, e.at FROM archive_entry e
        WHERE e.seller_id = c_seller_id AND e.chain = c_id ORDER BY e.n DESC LIMIT 1
    ) h ON true
    LEFT JOIN LATERAL (
        SELECT d.id, d.received_at, d.deadline, d.calendar, d.calendar_version, d.zone, d.outages, d.stopped, d.cause,
               d.budget_us, d.overdue_at, d.question_id, d.overdue_by
        FROM deadlines_obligation d
        WHERE d.seller_id = c_seller_id AND d.chain = c_id AND d.answered_at IS NULL
        ORDER BY d.deadline, d.id LIMIT 1
    ) o ON true
    LEFT JOIN LATERAL (
        SELECT q.id, q.question_id, q.promised_on, q.due_at, q.made_at FROM deadlines_promise q
        WHERE q.seller_id = c_seller_id AND q.chain = c_id AND q.kept_by IS NULL AND q.missed_by IS NULL
        ORDER BY q.due_at, q.id LIMIT 1
    ) p ON true
    LEFT JOIN archive_entry r ON r.seller_id = c_seller_id AND r.actor = c_actor AND r.key = c_key
    LEFT JOIN LATERAL (
        SELECT array_agg(w.name) AS names, array_agg(w.salt) AS salts FROM archive_value w
        WHERE w.seller_id = r.seller_id AND w.entry_id = r.id
    ) v ON r.id IS NOT NULL
    LEFT JOIN LATERAL (
        SELECT w.findings FROM conduct_verdict w
        WHERE w.seller_id = r.seller_id AND w.entry_id = r.id AND w.source = 'post' ORDER BY w.at LIMIT 1
    ) x ON r.id IS NOT NULL
    WHERE c.seller_id = c_seller_id AND c.id = c_id;
END $$;
