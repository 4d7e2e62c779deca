-- Uploads become the files of an entry, in its transaction, seen by whom the entry is for (e_audience): file-1 is
-- the first of f_ids, and so on. An upload that is not there any more (posted by another request, cleared away)
-- undoes the whole deed.
CREATE FUNCTION attachments_seal_v2(
    e_seller_id bigint, e_id uuid, e_chain uuid, e_buyer_id uuid, e_audience smallint, e_actor uuid,
    e_at timestamptz, m_side text, f_ids uuid[]
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    moved integer;
BEGIN
    WITH gone AS (
        DELETE FROM attachments_upload u
        WHERE u.seller_id = e_seller_id AND u.id = ANY(f_ids) AND u.author = e_actor AND u.stored_at IS NOT NULL
        RETURNING u.id, u.size, u.storage_key
    )
    INSERT INTO attachments_file (seller_id, id, entry_id, chain, position, buyer_id, audience, side, author, at,
                                  size, storage_key, state, look_at, tries, has_copy)
    SELECT e_seller_id, g.id, e_id, e_chain, array_position(f_ids, g.id), e_buyer_id, e_audience, m_side, e_actor,
           e_at, g.size, g.storage_key, 'pending', e_at, 0, false
    FROM gone g;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> cardinality(f_ids) THEN
        RAISE EXCEPTION 'a file is gone' USING ERRCODE = 'P0H04';
    END IF;
END $$;
