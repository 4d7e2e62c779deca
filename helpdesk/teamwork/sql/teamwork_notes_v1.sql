-- A thread's internal notes, the latest t_limit in order, each with author and text as committed, and why these are
-- gone where they are. One row without a note where there is none yet; no row: not theirs.
CREATE FUNCTION teamwork_notes_v1(
    s_scope text, s_seller text, s_buyer text, t_seller_id bigint, t_id uuid, t_chain uuid, t_limit integer
) RETURNS TABLE (
    id uuid, at timestamptz, language text, author bytea, body bytea, erased_by uuid, ground text, erased_at timestamptz
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT e.id, e.at, convert_from(e.leaf, 'UTF8')::jsonb #>> '{f,language}', a.value, b.value, x.ordered_by, x.ground, x.at
    FROM conversations_conversation c
    LEFT JOIN LATERAL (
        SELECT i.id, i.at, i.n, i.leaf FROM archive_entry i
        WHERE i.seller_id = t_seller_id AND i.chain = t_chain AND i.kind = 'note'
        ORDER BY i.n DESC LIMIT t_limit
    ) e ON true
    LEFT JOIN archive_erasure x ON x.seller_id = t_seller_id AND x.id = e.id
    LEFT JOIN archive_value a ON a.seller_id = t_seller_id AND a.entry_id = e.id AND a.name = 'by' AND x.id IS NULL
    LEFT JOIN archive_value b ON b.seller_id = t_seller_id AND b.entry_id = e.id AND b.name = 'body' AND x.id IS NULL
    WHERE c.seller_id = t_seller_id AND c.id = t_id
    ORDER BY e.n;
END $$;
