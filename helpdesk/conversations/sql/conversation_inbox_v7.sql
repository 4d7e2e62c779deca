-- The seller's open questions due in [i_from, i_until), by deadline, on one market or on all (null), in these
-- threads or in any (null) but those left out, each with its first words, its message's number and whether it
-- began in an older system: one walk along the index of what is due.
CREATE FUNCTION conversation_inbox_v7(
    s_scope text, s_seller text, s_buyer text, i_seller_id bigint, i_market text,
    i_from timestamptz, i_until timestamptz, i_after timestamptz, i_after_id uuid,
    i_limit integer, i_preview integer, i_only uuid[], i_without uuid[]
) RETURNS TABLE (
    conversation_id uuid, buyer text, market text, language text, order_id uuid, title text, n integer,
    preview bytea, imported boolean,
    o_id uuid, o_received_at timestamptz, o_deadline timestamptz, o_calendar text, o_calendar_version integer,
    o_zone text, o_outages integer, o_stopped text, o_cause text, o_budget_us bigint, o_overdue_at timestamptz
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT o.chain, p.display_name::text, o.market, coalesce(m.language, l.language, ''), o.order_id, o.title,
           coalesce(m.n, l.n, o.last_n),
           substring(coalesce(w.value, v.value) FOR i_preview),
           EXISTS (SELECT FROM conversations_imported f WHERE f.seller_id = i_seller_id AND f.conversation_id = o.chain),
           o.id, o.received_at, o.deadline, o.calendar, o.calendar_version, o.zone,
           o.outages, o.stopped, o.cause, o.budget_us, o.overdue_at
    FROM (
        SELECT d.id, d.chain, d.received_at, d.deadline, d.calendar, d.calendar_version, d.zone, d.outages,
               d.stopped, d.cause, d.budget_us, d.overdue_at,
               c.buyer_id, c.market, c.order_id, c.title, c.last_n
        FROM deadlines_obligation d
        JOIN conversations_conversation c ON c.seller_id = i_seller_id AND c.id = d.chain
        WHERE d.seller_id = i_seller_id AND d.answered_at IS NULL
          AND d.deadline >= i_from AND d.deadline < i_until
          AND (d.deadline, d.id) > (coalesce(i_after, '-infinity'), coalesce(i_after_id, '00000000-0000-0000-0000-000000000000'))
          AND (i_market IS NULL OR c.market = i_market)
          AND (i_only IS NULL OR d.chain = ANY(i_only)) AND d.chain <> ALL(i_without)
        ORDER BY d.deadline, d.id LIMIT i_limit
    ) o
    LEFT JOIN conversations_message m ON m.seller_id = i_seller_id AND m.id = o.id
    LEFT JOIN archive_value w ON w.seller_id = i_seller_id AND w.entry_id = o.id AND w.name = 'words'
    LEFT JOIN LATERAL ( -- opened by something else without words: the buyer's last ones stand for it
        SELECT b.id, b.language, b.n FROM conversations_message b
        WHERE b.seller_id = i_seller_id AND b.conversation_id = o.chain AND b.side = 'buyer'
        ORDER BY b.n DESC LIMIT 1
    ) l ON m.id IS NULL
    LEFT JOIN archive_value v
           ON v.seller_id = i_seller_id AND v.entry_id = coalesce(m.id, l.id) AND v.name = 'body'
    LEFT JOIN marketplace_pair p ON p.seller_id = i_seller_id AND p.buyer_id = o.buyer_id
    ORDER BY o.deadline, o.id;
END $$;
