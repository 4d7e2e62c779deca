-- A full answer ends the open promise of its thread, in time or late.
CREATE FUNCTION deadlines_keep_v1(
    p_seller_id bigint, p_id uuid, p_kept_by uuid, p_kept_at timestamptz, p_verdict text
) RETURNS void LANGUAGE sql AS $$
    UPDATE deadlines_promise SET kept_by = p_kept_by, kept_at = p_kept_at, verdict = p_verdict, next_at = NULL
    WHERE seller_id = p_seller_id AND id = p_id AND kept_by IS NULL
$$;
