-- Stores one sealed entry: true, or false when another entry took its place in the chain or its key.
-- The entry is the compare-and-swap (unique chain + n), so it is the first write of every deed.
-- Locks: the chain's, shared, so that a deed that lost twice can take it exclusive; then the seller's,
-- shared, so that a measure against the seller waits for posts under way, and posts for it.
CREATE FUNCTION archive_entry_v1(
    e_seller_id bigint, e_id uuid, e_chain uuid, e_n integer, e_kind text, e_at timestamptz, e_actor uuid,
    e_key text, e_leaf bytea, e_leaf_hash bytea, e_audience smallint, e_buyer_id uuid,
    e_receipt_key text, e_receipt bytea, e_names text[], e_values bytea[], e_salts bytea[],
    e_backdated boolean
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(archive_chain_lock_v1(e_chain));
    PERFORM pg_advisory_xact_lock_shared(e_seller_id);
    IF e_backdated THEN
        IF NOT EXISTS (SELECT FROM archive_log WHERE mode = 'demo') THEN
            RAISE EXCEPTION 'only a demo log accepts past instants' USING ERRCODE = 'P0H03';
        END IF;
    ELSIF clock_timestamp() > e_at + interval '5 seconds' THEN
        RAISE EXCEPTION 'judged too long ago' USING ERRCODE = 'P0H01';
    END IF;
    INSERT INTO archive_entry (seller_id, id, chain, n, kind, at, actor, key, leaf, leaf_hash, audience,
                               buyer_id, receipt_key, receipt)
    VALUES (e_seller_id, e_id, e_chain, e_n, e_kind, e_at, e_actor, e_key, e_leaf, e_leaf_hash, e_audience,
            e_buyer_id, e_receipt_key, e_receipt)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO archive_value (seller_id, entry_id, name, value, salt, buyer_id, audience)
    SELECT e_seller_id, e_id, v.name, v.value, v.salt, e_buyer_id, e_audience
    FROM unnest(e_names, e_values, e_salts) AS v (name, value, salt);
    INSERT INTO archive_pending (seller_id, entry_id) VALUES (e_seller_id, e_id);
    RETURN true;
END $$;
