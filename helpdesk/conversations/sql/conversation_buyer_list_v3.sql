-- A buyer's threads, the latest first: each with its last words and the question that waits. `l_only` picks threads.
CREATE FUNCTION conversation_buyer_list_v3(
    s_scope text, s_seller text, s_buyer text, l_buyer_id uuid, l_only uuid[], l_after timestamptz,
    l_after_id uuid, l_limit integer, l_preview integer
) RETURNS TABLE (
    seller_id bigint, conversation_id uuid, seller text, order_id uuid, offer_id uuid, title text,
    listed_at timestamptz, last_at timestamptz, messages integer, unread integer, last_side text, language text, preview bytea,
    o_id uuid, o_received_at timestamptz, o_deadline timestamptz, o_calendar text, o_calendar_version integer,
    o_zone text, o_outages integer, o_stopped text, o_cause text, o_budget_us bigint, o_overdue_at timestamptz
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT i.seller_id, i.conversation_id, s.name::text, c.order_id, c.offer_id, c.title,
           i.last_at, c.last_at, i.messages, i.unread, c.last_side, m.language, substring(v.value FOR l_preview),
           o.id, o.received_at, o.deadline, o.calendar, o.calendar_version, o.zone,
           o.outages, o.stopped, o.cause, o.budget_us, o.overdue_at
    FROM (
        SELECT b.seller_id, b.conversation_id, b.last_at, b.messages, b.unread
        FROM conversations_buyer_inbox b
        WHERE b.buyer_id = l_buyer_id AND (l_only IS NULL OR b.conversation_id = ANY(l_only))
          AND (l_after IS NULL OR (b.last_at, b.conversation_id) < (l_after, l_after_id))
        ORDER BY b.last_at DESC, b.conversation_id DESC LIMIT l_limit
    ) i
    JOIN conversations_conversation c ON c.seller_id = i.seller_id AND c.id = i.conversation_id
    JOIN marketplace_seller s ON s.seller_id = i.seller_id
    LEFT JOIN conversations_message m
           ON m.seller_id = c.seller_id AND m.conversation_id = c.id AND m.n = c.last_n
    LEFT JOIN archive_value v ON v.seller_id = m.seller_id AND v.entry_id = m.id AND v.name = 'body'
    LEFT JOIN LATERAL (
        SELECT d.id, d.received_at, d.deadline, d.calendar, d.calendar_version, d.zone, d.outages, d.stopped, d.cause,
               d.budget_us, d.overdue_at
        FROM deadlines_obligation d
        WHERE d.seller_id = c.seller_id AND d.chain = c.id AND d.answered_at IS NULL
        ORDER BY d.deadline, d.id LIMIT 1
    ) o ON true
    ORDER BY i.last_at DESC, i.conversation_id DESC;
END $$;
