-- An answer that read as holding or vague, and its author stood by: a reviewer will look at it.
CREATE FUNCTION deadlines_sample_v1(
    s_seller_id bigint, s_id uuid, s_obligation uuid, s_drawn_at timestamptz
) RETURNS void LANGUAGE sql AS $$
    INSERT INTO deadlines_sample (seller_id, id, kind, subject_id, obligation_id, chain, buyer_id, audience, drawn_at)
    SELECT o.seller_id, s_id, 'stood_by', s_id, o.id, o.chain, o.buyer_id, 1, s_drawn_at
    FROM deadlines_obligation o WHERE o.seller_id = s_seller_id AND o.id = s_obligation
$$;
