-- Files for a post, uploaded by this author and not posted yet, or of a message of theirs: then as committed.
CREATE FUNCTION attachments_load_v2(
    s_scope text, s_seller text, s_buyer text, f_seller_id bigint, f_author uuid, f_ids uuid[]
) RETURNS TABLE (
    id uuid, posted boolean, value bytea, name text, type text, size bigint, digest bytea, marked text
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT u.id, false, NULL::bytea, u.name, u.type, u.size, u.digest, u.marked
    FROM attachments_upload u
    WHERE u.seller_id = f_seller_id AND u.id = ANY(f_ids) AND u.author = f_author AND u.stored_at IS NOT NULL
    UNION ALL
    SELECT f.id, true, v.value, NULL, NULL, NULL, NULL, NULL
    FROM attachments_file f
    LEFT JOIN archive_value v
    ON v.seller_id = f.seller_id AND v.entry_id = f.entry_id AND v.name = 'file-' || f.position
    WHERE f.seller_id = f_seller_id AND f.id = ANY(f_ids) AND f.author = f_author;
END $$;
