-- Only the answer closes an obligation; its verdict was decided by its own instant and the deadline in force.
-- One that came in time takes back the miss that was booked before it could be stored.
CREATE FUNCTION deadlines_answer_v3(
    o_seller_id bigint, o_id uuid, o_answered_by uuid, o_answered_at timestamptz, o_verdict text,
    o_deadline timestamptz, o_calendar_version integer, o_outages integer, o_stopped text, o_voids boolean
) RETURNS void LANGUAGE sql AS $$
    UPDATE deadlines_miss m SET voided_by = o_answered_by
    FROM deadlines_obligation o
    WHERE o_voids AND o.seller_id = o_seller_id AND o.id = o_id AND o.answered_at IS NULL
      AND m.seller_id = o_seller_id AND m.id = o.overdue_by;
    UPDATE deadlines_obligation
    SET answered_by = o_answered_by, answered_at = o_answered_at, verdict = o_verdict, deadline = o_deadline,
        calendar_version = o_calendar_version, outages = o_outages, stopped = o_stopped, next_at = NULL,
        voided_by = CASE WHEN o_voids THEN o_answered_by ELSE voided_by END
    WHERE seller_id = o_seller_id AND id = o_id AND answered_at IS NULL
$$;
