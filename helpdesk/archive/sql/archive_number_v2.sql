-- The sequencer's step: gives the next pending entries contiguous numbers from 0, and hands back the numbers
-- with the leaf hashes in order, so that the tree grows by them in the same transaction.
-- One sequencer at a time: the lock makes a second one wait, and its statements then see the first's work.
-- A chain's entries are numbered in order: whoever sees entry n as committed sees n - 1 as well.
CREATE FUNCTION archive_number_v2(batch integer) RETURNS TABLE (given bigint, hash bytea) LANGUAGE plpgsql AS $$
DECLARE
    next bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(-1);
    SELECT coalesce(max(a.number) + 1, 0) INTO next FROM archive_number a;
    INSERT INTO archive_number (number, entry_id, seller_id, buyer_id, audience, kind, chain)
    SELECT next - 1 + row_number() OVER (ORDER BY t.at, t.seller_id, t.chain, t.n),
           t.id, t.seller_id, t.buyer_id, t.audience, t.kind, t.chain
    FROM (
        SELECT e.at, e.seller_id, e.chain, e.n, e.id, e.buyer_id, e.audience, e.kind
        FROM archive_pending p
        JOIN archive_entry e ON e.seller_id = p.seller_id AND e.id = p.entry_id
        ORDER BY e.at, e.seller_id, e.chain, e.n LIMIT batch
    ) t;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    DELETE FROM archive_pending p USING archive_number a
    WHERE a.number >= next AND p.seller_id = a.seller_id AND p.entry_id = a.entry_id;
    RETURN QUERY
    SELECT a.number, e.leaf_hash FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE a.number >= next ORDER BY a.number;
END $$;
