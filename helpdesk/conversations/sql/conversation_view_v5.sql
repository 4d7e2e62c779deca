-- A thread's head line: parties, subject, the open question, whether the reader has muted it, and whether it began
-- in an older system. No row: not theirs.
CREATE FUNCTION conversation_view_v5(
    s_scope text, s_seller text, s_buyer text, t_seller_id bigint, t_id uuid
) RETURNS TABLE (
    buyer_id uuid, market text, order_id uuid, offer_id uuid, title text, last_n integer, seller text,
    buyer text, buyer_language text, seller_country text,
    o_id uuid, o_received_at timestamptz, o_deadline timestamptz, o_calendar text, o_calendar_version integer,
    o_zone text, o_outages integer, o_stopped text, o_cause text, o_budget_us bigint, o_overdue_at timestamptz,
    muted boolean, imported boolean
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT c.buyer_id, c.market, c.order_id, c.offer_id, c.title, c.last_n, s.name::text,
           p.display_name::text, p.language::text, s.country::text,
           o.id, o.received_at, o.deadline, o.calendar, o.calendar_version, o.zone,
           o.outages, o.stopped, o.cause, o.budget_us, o.overdue_at,
           EXISTS (SELECT FROM conversations_mute u WHERE u.seller_id = t_seller_id
                   AND u.conversation_id = t_id AND u.lifted_at IS NULL),
           EXISTS (SELECT FROM conversations_imported f WHERE f.seller_id = t_seller_id
                   AND f.conversation_id = t_id)
    FROM conversations_conversation c
    JOIN marketplace_seller s ON s.seller_id = c.seller_id
    LEFT JOIN marketplace_pair p ON p.seller_id = c.seller_id AND p.buyer_id = c.buyer_id
    LEFT JOIN LATERAL (
        SELECT d.id, d.received_at, d.deadline, d.calendar, d.calendar_version, d.zone, d.outages, d.stopped, d.cause,
               d.budget_us, d.overdue_at
        FROM deadlines_obligation d
        WHERE d.seller_id = t_seller_id AND d.chain = t_id AND d.answered_at IS NULL
        ORDER BY d.deadline, d.id LIMIT 1
    ) o ON true
    WHERE c.seller_id = t_seller_id AND c.id = t_id;
END $$;
