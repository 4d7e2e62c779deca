-- Agreements with their words, the names of who proposed and settled them, and their threads: those of one
-- conversation, and those that are named. What row security hides is not there.
CREATE FUNCTION agreements_shown_v1(
    s_scope text, s_seller text, s_buyer text, a_seller_id bigint, a_conversation uuid,
    a_sellers bigint[], a_ids uuid[]
) RETURNS TABLE (
    seller_id bigint, id uuid, conversation_id uuid, n integer, what text, type text, side text, owed_by text,
    amount_minor bigint, currency text, until date, due_at timestamptz, amends uuid, at timestamptz,
    settled_at timestamptz, outcome text, kept_at timestamptz, kept_side text, lapsed_by uuid, lapsed_at timestamptz,
    replaced_by uuid, asks smallint,
    words bytea, author bytea, reason bytea, settled_author bytea,
    erased_by uuid, erased_ground text, erased_at timestamptz,
    title text, market text, order_id uuid
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT a.seller_id, a.id, a.conversation_id, a.n, a.what, a.type, a.side, a.owed_by,
           a.amount_minor, a.currency, a.until, a.due_at, a.amends, a.at,
           a.settled_at, a.outcome, a.kept_at, a.kept_side, a.lapsed_by, a.lapsed_at, a.replaced_by, a.asks,
           w.value, p.value, r.value, q.value, x.ordered_by, x.ground, x.at, c.title, c.market, c.order_id
    FROM (
        SELECT b.seller_id, b.id FROM agreements_agreement b
        WHERE b.seller_id = a_seller_id AND b.conversation_id = a_conversation
        UNION ALL
        SELECT * FROM unnest(a_sellers, a_ids)
    ) k (seller_id, id)
    JOIN agreements_agreement a ON a.seller_id = k.seller_id AND a.id = k.id
    JOIN conversations_conversation c ON c.seller_id = a.seller_id AND c.id = a.conversation_id
    LEFT JOIN archive_value w ON w.seller_id = a.seller_id AND w.entry_id = a.id AND w.name = 'words'
    LEFT JOIN archive_value p ON p.seller_id = a.seller_id AND p.entry_id = a.id AND p.name = 'by'
    LEFT JOIN archive_value r ON r.seller_id = a.seller_id AND r.entry_id = a.settled_by AND r.name = 'words'
    LEFT JOIN archive_value q ON q.seller_id = a.seller_id AND q.entry_id = a.settled_by AND q.name = 'by'
    LEFT JOIN archive_erasure x ON x.seller_id = a.seller_id AND x.id = a.id
    ORDER BY a.at, a.id;
END $$;
