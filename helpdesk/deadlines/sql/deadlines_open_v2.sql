-- A clock starts: a buyer's message, or another entry, that nobody owed an answer to yet.
CREATE FUNCTION deadlines_open_v2(
    o_seller_id bigint, o_id uuid, o_chain uuid, o_buyer_id uuid, o_received_at timestamptz,
    o_deadline timestamptz, o_calendar text, o_calendar_version integer, o_zone text, o_with_order boolean,
    o_outages integer, o_budget bigint, o_cause text, o_question uuid, o_next_at timestamptz
) RETURNS void LANGUAGE sql AS $$
    INSERT INTO deadlines_obligation (seller_id, id, chain, buyer_id, audience, cause, question_id, received_at,
                                      budget_us, opened_deadline, opened_version, opened_outages, deadline,
                                      calendar, calendar_version, outages, zone, with_order, next_at)
    VALUES (o_seller_id, o_id, o_chain, o_buyer_id, 0, o_cause, coalesce(o_question, o_id), o_received_at,
            o_budget, o_deadline, o_calendar_version, o_outages, o_deadline,
            o_calendar, o_calendar_version, o_outages, o_zone, o_with_order, o_next_at)
$$;
