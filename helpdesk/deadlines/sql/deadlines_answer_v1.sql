-- Only the answer closes an obligation; its verdict was decided by its own instant.
CREATE FUNCTION deadlines_answer_v1(
    o_seller_id bigint, o_id uuid, o_answered_by uuid, o_answered_at timestamptz, o_verdict text
) RETURNS void LANGUAGE sql AS $$
    UPDATE deadlines_obligation
    SET answered_by = o_answered_by, answered_at = o_answered_at, verdict = o_verdict
    WHERE seller_id = o_seller_id AND id = o_id AND answered_at IS NULL
$$;
