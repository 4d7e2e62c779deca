-- A buyer's message that nobody owed an answer to yet: the clock starts.
CREATE FUNCTION deadlines_open_v1(
    o_seller_id bigint, o_id uuid, o_chain uuid, o_buyer_id uuid, o_received_at timestamptz,
    o_deadline timestamptz, o_calendar text, o_calendar_version integer, o_zone text, o_with_order boolean
) RETURNS void LANGUAGE sql AS $$
    INSERT INTO deadlines_obligation (seller_id, id, chain, buyer_id, audience, received_at, deadline, calendar,
                                      calendar_version, zone, with_order)
    VALUES (o_seller_id, o_id, o_chain, o_buyer_id, 0, o_received_at, o_deadline, o_calendar,
            o_calendar_version, o_zone, o_with_order)
$$;
