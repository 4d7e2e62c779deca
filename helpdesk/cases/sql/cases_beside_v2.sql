-- What stands beside cases in one conversation or order: the leaf of each entry, and what was said and given in it.
CREATE FUNCTION cases_beside_v2(
    s_scope text, s_seller text, s_buyer text, a_seller_id bigint, a_ids uuid[]
) RETURNS TABLE (
    id uuid, leaf bytea, words bytea, given bytea, author bytea,
    erased_by uuid, erased_ground text, erased_at timestamptz
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT k.id, e.leaf, w.value, g.value, b.value, x.ordered_by, x.ground, x.at
    FROM unnest(a_ids) k (id)
    JOIN archive_entry e ON e.seller_id = a_seller_id AND e.id = k.id
    LEFT JOIN archive_value w ON w.seller_id = a_seller_id AND w.entry_id = k.id AND w.name = 'words'
    LEFT JOIN archive_value g ON g.seller_id = a_seller_id AND g.entry_id = k.id AND g.name = 'said'
    LEFT JOIN archive_value b ON b.seller_id = a_seller_id AND b.entry_id = k.id AND b.name = 'by'
    LEFT JOIN archive_erasure x ON x.seller_id = a_seller_id AND x.id = k.id;
END $$;
