-- What stands beside a thread for its reader, in one statement: the administrators who joined it, and how many
-- letters the reader's side has exchanged with the Platform about it, with the instant until which one waits.
CREATE FUNCTION letters_beside_v2(
    s_scope text, s_seller text, s_buyer text, c_seller_id bigint, c_id uuid, c_person uuid
) RETURNS TABLE (
    id uuid, n integer, author bytea, reason text, at timestamptz, is_me boolean,
    letters integer, due_at timestamptz
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT j.id, j.n, v.value, j.reason, j.at, j.person_id = c_person, NULL::integer, NULL::timestamptz
    FROM letters_joining j
    LEFT JOIN archive_value v ON v.seller_id = j.seller_id AND v.entry_id = j.id AND v.name = 'by'
    WHERE j.seller_id = c_seller_id AND j.conversation_id = c_id
    UNION ALL
    SELECT NULL::uuid, NULL::integer, NULL::bytea, NULL::text, NULL::timestamptz, NULL::boolean,
           count(*)::integer, min(l.due_at) FILTER (WHERE l.answered_by IS NULL AND l.closed_by IS NULL)
    FROM letters_letter l WHERE l.seller_id = c_seller_id AND l.file_id = c_id
    ORDER BY 2 NULLS LAST;
END $$;
