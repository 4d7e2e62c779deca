-- Cases with their threads, whose calendars count, and what the Seller said there since their last step: those of
-- one conversation, and those that are named. What row security hides is not there.
CREATE FUNCTION cases_shown_v1(
    s_scope text, s_seller text, s_buyer text, a_seller_id bigint, a_conversation uuid,
    a_sellers bigint[], a_ids uuid[]
) RETURNS TABLE (
    seller_id bigint, id uuid, number text, chain uuid, order_id uuid, situation text, side text, kind text,
    version smallint, market text, law text, contract_on date, message_id uuid, at timestamptz, dated_at timestamptz,
    state jsonb, outcome text, ended_at timestamptz, last_at timestamptz, last_n integer,
    title text, seller text, buyer text, country text, subdivision text, zone text, market_country text,
    market_zone text, said_at timestamptz[], manners text[], editions bigint, outages integer
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT a.seller_id, a.id, a.number::text, a.chain, a.order_id, a.situation, a.side, a.kind,
           a.version, a.market, a.law, a.contract_on, a.message_id, a.at, a.dated_at,
           a.state, a.outcome, a.ended_at, a.last_at, a.last_n,
           c.title, s.name::text, p.display_name::text, s.country::text, s.subdivision::text, s.time_zone::text,
           m.country::text, m.time_zone::text, w.said_at, w.manners,
           (SELECT count(*) FROM deadlines_edition), (SELECT coalesce(max(g.number), 0) FROM deadlines_outage g)
    FROM (
        SELECT b.seller_id, b.id FROM cases_case b
        WHERE b.seller_id = a_seller_id AND b.chain = a_conversation
        UNION ALL
        SELECT * FROM unnest(a_sellers, a_ids)
    ) k (seller_id, id)
    JOIN cases_case a ON a.seller_id = k.seller_id AND a.id = k.id
    JOIN conversations_conversation c ON c.seller_id = a.seller_id AND c.id = a.chain
    JOIN marketplace_seller s ON s.seller_id = a.seller_id
    JOIN marketplace_market m ON m.code = c.market
    LEFT JOIN marketplace_pair p ON p.seller_id = a.seller_id AND p.buyer_id = a.buyer_id
    LEFT JOIN LATERAL (
        SELECT array_agg(g.at ORDER BY g.n) AS said_at, array_agg(g.manner ORDER BY g.n) AS manners
        FROM conversations_message g
        WHERE g.seller_id = a.seller_id AND g.conversation_id = a.chain AND g.n > a.last_n AND g.side = 'seller'
    ) w ON a.ended_at IS NULL
    ORDER BY a.at, a.id;
END $$;
