-- The files of some entries, in the order of each message, with what was committed of them; of a file that a
-- person decided about, the state is that decision.
CREATE FUNCTION attachments_files_v2(
    s_scope text, s_seller text, s_buyer text, f_sellers bigint[], f_entries uuid[]
) RETURNS TABLE (
    seller_id bigint, id uuid, entry_id uuid, "position" smallint, side text, state text, copied boolean,
    width integer, height integer, value bytea
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT f.seller_id, f.id, f.entry_id, f.position, f.side, coalesce(f.settled_as, f.state),
           f.has_copy, f.width, f.height, CASE WHEN f.erased_at IS NULL THEN v.value END
    FROM unnest(f_sellers, f_entries) AS e (seller_id, id)
    JOIN attachments_file f ON f.seller_id = e.seller_id AND f.entry_id = e.id
    LEFT JOIN archive_value v
    ON v.seller_id = f.seller_id AND v.entry_id = f.entry_id AND v.name = 'file-' || f.position
    ORDER BY f.seller_id, f.entry_id, f.position;
END $$;
