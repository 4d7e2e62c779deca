-- How many of the seller's open questions are due in [i_from, i_until), on one market or on all (null),
-- in these threads or in any (null) but those left out.
CREATE FUNCTION conversation_waiting_v2(
    s_scope text, s_seller text, s_buyer text, i_seller_id bigint, i_market text,
    i_from timestamptz, i_until timestamptz, i_only uuid[], i_without uuid[]
) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    IF i_market IS NULL THEN
        RETURN (SELECT count(*) FROM deadlines_obligation d
                WHERE d.seller_id = i_seller_id AND d.answered_at IS NULL
                  AND d.deadline >= i_from AND d.deadline < i_until
                  AND (i_only IS NULL OR d.chain = ANY(i_only)) AND d.chain <> ALL(i_without));
    END IF;
    RETURN (SELECT count(*) FROM deadlines_obligation d
            JOIN conversations_conversation c ON c.seller_id = i_seller_id AND c.id = d.chain
            WHERE d.seller_id = i_seller_id AND d.answered_at IS NULL
              AND d.deadline >= i_from AND d.deadline < i_until AND c.market = i_market
              AND (i_only IS NULL OR d.chain = ANY(i_only)) AND d.chain <> ALL(i_without));
END $$;
