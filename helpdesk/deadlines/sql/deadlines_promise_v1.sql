-- The message that answers an obligation for now promises the rest by a day, on the same clock; one promise a question.
CREATE FUNCTION deadlines_promise_v1(
    p_seller_id bigint, p_id uuid, p_made_at timestamptz, p_obligation uuid, p_promised_on date,
    p_due_at timestamptz, p_next_at timestamptz
) RETURNS void LANGUAGE sql AS $$
    INSERT INTO deadlines_promise (seller_id, id, chain, buyer_id, audience, question_id, made_at, promised_on,
                                   opened_due_at, due_at, calendar, calendar_version, outages, zone, with_order,
                                   next_at)
    SELECT o.seller_id, p_id, o.chain, o.buyer_id, o.audience, o.question_id, p_made_at, p_promised_on,
           p_due_at, p_due_at, o.calendar, o.calendar_version, o.outages, o.zone, o.with_order, p_next_at
    FROM deadlines_obligation o WHERE o.seller_id = p_seller_id AND o.id = p_obligation
$$;
