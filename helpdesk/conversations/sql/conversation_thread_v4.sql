-- A thread's messages in order, each with its text and the author as committed, whether it has files, and what
-- it was written for.
CREATE FUNCTION conversation_thread_v4(
    s_scope text, s_seller text, s_buyer text, t_seller_id bigint, t_id uuid, t_after integer, t_limit integer
) RETURNS TABLE (
    n integer, id uuid, side text, at timestamptz, language text, manner text, author bytea, body bytea, filed boolean,
    reason text, line text
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT m.n, m.id, m.side, m.at, m.language, m.manner, a.value, b.value,
           EXISTS (SELECT FROM attachments_file f WHERE f.seller_id = m.seller_id AND f.entry_id = m.id),
           r.reason, r.line
    FROM conversations_message m
    LEFT JOIN archive_value a ON a.seller_id = m.seller_id AND a.entry_id = m.id AND a.name = 'by'
    LEFT JOIN archive_value b ON b.seller_id = m.seller_id AND b.entry_id = m.id AND b.name = 'body'
    LEFT JOIN conversations_reason r ON r.seller_id = m.seller_id AND r.id = m.id
    WHERE m.seller_id = t_seller_id AND m.conversation_id = t_id AND m.n > t_after
    ORDER BY m.n LIMIT t_limit;
END $$;
