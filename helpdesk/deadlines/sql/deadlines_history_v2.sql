-- What happened to a thread's clocks beside its messages, in order: misses, marks, objections, promises, moves
-- and judgments, each under its entry. `o_` is the deadline that it set, `w_` the one that was before.
CREATE FUNCTION deadlines_history_v2(
    s_scope text, s_seller text, s_buyer text, h_seller_id bigint, h_chain uuid
) RETURNS TABLE (
    kind text, at timestamptz, id uuid, obligation_id uuid, code text, on_day date, until timestamptz,
    voided boolean, calendar text, zone text, received_at timestamptz, budget_us bigint,
    o_deadline timestamptz, o_version integer, o_outages integer, o_stopped text,
    w_deadline timestamptz, w_version integer, w_outages integer, w_stopped text
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    WITH clocks AS (
        SELECT * FROM deadlines_obligation d WHERE d.seller_id = h_seller_id AND d.chain = h_chain
    ), happened AS (
        SELECT 'overdue' AS kind, x.at, x.id, x.obligation_id, NULL AS code,
               NULL::date AS on_day, NULL::timestamptz AS until, x.voided_by IS NOT NULL AS voided,
               x.deadline AS o_deadline, o.calendar_version AS o_version, o.outages AS o_outages, o.stopped AS o_stopped,
               NULL::timestamptz AS w_deadline, NULL::integer AS w_version, NULL::integer AS w_outages, NULL AS w_stopped
        FROM deadlines_miss x JOIN clocks o ON o.id = x.obligation_id
        WHERE x.seller_id = h_seller_id AND x.chain = h_chain
        UNION ALL
        SELECT o.cause, o.received_at, o.id, o.id,
               convert_from(e.leaf, 'UTF8')::jsonb #>> '{f,how}', NULL, NULL, false,
               o.opened_deadline, o.opened_version, o.opened_outages, '', NULL, NULL, NULL, NULL
        FROM clocks o LEFT JOIN archive_entry e ON e.seller_id = o.seller_id AND e.id = o.id
        WHERE o.cause <> 'message'
        UNION ALL
        SELECT 'waived', w.at, w.id, w.obligation_id, w.reason, NULL, w.objection_until, w.objected_by IS NOT NULL,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM deadlines_waiver w WHERE w.seller_id = h_seller_id AND w.chain = h_chain
        UNION ALL
        SELECT 'promised', p.made_at, p.id, o.id,
               CASE WHEN p.missed_by IS NOT NULL THEN 'missed' ELSE coalesce(p.verdict, 'open') END,
               p.promised_on, p.due_at, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM deadlines_promise p LEFT JOIN clocks o ON o.answered_by = p.id
        WHERE p.seller_id = h_seller_id AND p.chain = h_chain
        UNION ALL
        SELECT 'moved', m.at, m.id, m.obligation_id, m.verdict, NULL, NULL, false,
               m.deadline, m.calendar_version, m.outages, m.stopped,
               m.before, lag(m.calendar_version, 1, o.opened_version) OVER moves,
               lag(m.outages, 1, o.opened_outages) OVER moves, lag(m.stopped, 1, '') OVER moves
        FROM deadlines_move m JOIN clocks o ON o.id = m.obligation_id
        WHERE m.seller_id = h_seller_id AND m.chain = h_chain
        WINDOW moves AS (PARTITION BY m.obligation_id ORDER BY m.at, m.id)
        UNION ALL
        SELECT 'promise_moved', m.at, m.id, NULL, NULL, p.promised_on, m.deadline, false,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM deadlines_move m JOIN deadlines_promise p ON p.seller_id = m.seller_id AND p.id = m.promise_id
        WHERE m.seller_id = h_seller_id AND m.chain = h_chain
        UNION ALL
        SELECT 'judged', s.judged_at, s.judged_by, s.obligation_id, s.judgment, NULL, NULL, false,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM deadlines_sample s WHERE s.seller_id = h_seller_id AND s.chain = h_chain AND s.judged_by IS NOT NULL
    )
    SELECT h.kind, h.at, h.id, h.obligation_id, h.code, h.on_day, h.until, h.voided, c.calendar, c.zone,
           c.received_at, c.budget_us, h.o_deadline, h.o_version, h.o_outages, h.o_stopped,
           h.w_deadline, h.w_version, h.w_outages, h.w_stopped
    FROM happened h LEFT JOIN clocks c ON c.id = h.obligation_id
    ORDER BY h.at, h.id;
END $$;
