-- Only the answer closes an obligation; its verdict was decided by its own instant and the deadline in force.
CREATE FUNCTION deadlines_answer_v2(
    o_seller_id bigint, o_id uuid, o_answered_by uuid, o_answered_at timestamptz, o_verdict text,
    o_deadline timestamptz, o_calendar_version integer, o_outages integer, o_voids boolean
) RETURNS void LANGUAGE sql AS $$
    UPDATE deadlines_obligation
    SET answered_by = o_answered_by, answered_at = o_answered_at, verdict = o_verdict, deadline = o_deadline,
        calendar_version = o_calendar_version, outages = o_outages, next_at = NULL,
        voided_by = CASE WHEN o_voids THEN o_answered_by ELSE voided_by END
    WHERE seller_id = o_seller_id AND id = o_id AND answered_at IS NULL
$$;
