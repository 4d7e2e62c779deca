-- The steps of one case in their order, each with its leaf, what was given and said, and who did it.
CREATE FUNCTION cases_steps_v1(
    s_scope text, s_seller text, s_buyer text, a_seller_id bigint, a_case uuid
) RETURNS TABLE (
    id uuid, entry text, n integer, at timestamptz, side text, kind text, step text, frm text, stage text,
    outcome text, leaf bytea, words bytea, given bytea, author bytea, filed boolean,
    erased_by uuid, erased_ground text, erased_at timestamptz
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT t.id, e.kind::text, t.n, t.at, t.side, t.kind, t.step, t.frm, t.stage, t.outcome, e.leaf,
           w.value, g.value, b.value,
           EXISTS (SELECT FROM attachments_file f WHERE f.seller_id = t.seller_id AND f.entry_id = t.id),
           x.ordered_by, x.ground, x.at
    FROM cases_step t
    JOIN archive_entry e ON e.seller_id = t.seller_id AND e.id = t.id
    LEFT JOIN archive_value w ON w.seller_id = t.seller_id AND w.entry_id = t.id AND w.name = 'words'
    LEFT JOIN archive_value g ON g.seller_id = t.seller_id AND g.entry_id = t.id AND g.name = 'said'
    LEFT JOIN archive_value b ON b.seller_id = t.seller_id AND b.entry_id = t.id AND b.name = 'by'
    LEFT JOIN archive_erasure x ON x.seller_id = t.seller_id AND x.id = t.id
    WHERE t.seller_id = a_seller_id AND t.case_id = a_case
    ORDER BY t.n;
END $$;
