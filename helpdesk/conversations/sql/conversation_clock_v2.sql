-- The calendar and wall clock that the seller's most urgent open question counts on. No row: nobody waits.
CREATE FUNCTION conversation_clock_v2(
    s_scope text, s_seller text, s_buyer text, i_seller_id bigint
) RETURNS TABLE (calendar text, calendar_version integer, zone text) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    SELECT d.calendar, d.calendar_version, d.zone FROM deadlines_obligation d
    WHERE d.seller_id = i_seller_id AND d.answered_at IS NULL
    ORDER BY d.deadline, d.id LIMIT 1;
END $$;
