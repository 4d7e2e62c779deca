-- Stores a message: the entry first (the compare-and-swap), then the message, the thread's head line and
-- the clocks: o_ starts one, a_ stops one, p_ promises the rest of an answer, k_ keeps a promise;
-- f_ids are the uploads that become its files; g_kinds are the restrictions that would forbid it.
-- The entry waits for a measure that is being imposed (the seller's lock); so what is in force is read after it,
-- in a statement of its own, which sees what was committed meanwhile, also what started since it was judged.
-- False means that nothing was written: the chain moved on, or the key is taken.
CREATE FUNCTION conversation_post_v5(
    s_scope text, s_seller text, s_buyer text,
    e_seller_id bigint, e_id uuid, e_chain uuid, e_n integer, e_kind text, e_at timestamptz, e_actor uuid,
    e_key text, e_leaf bytea, e_leaf_hash bytea, e_audience smallint, e_buyer_id uuid,
    e_receipt_key text, e_receipt bytea, e_names text[], e_values bytea[], e_salts bytea[],
    e_backdated boolean,
    m_side text, m_language text, m_manner text, m_sampled boolean,
    o_deadline timestamptz, o_calendar text, o_calendar_version integer, o_zone text, o_with_order boolean,
    o_outages integer, o_budget bigint, o_cause text, o_question uuid, o_next_at timestamptz,
    a_id uuid, a_verdict text, a_deadline timestamptz, a_calendar_version integer, a_outages integer, a_stopped text, a_voids boolean,
    p_on date, p_due_at timestamptz, p_next_at timestamptz,
    k_id uuid, k_verdict text, f_ids uuid[], g_kinds text[]
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    in_force text[];
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    IF NOT archive_entry_v1(e_seller_id, e_id, e_chain, e_n, e_kind, e_at, e_actor, e_key, e_leaf, e_leaf_hash,
                            e_audience, e_buyer_id, e_receipt_key, e_receipt, e_names, e_values, e_salts,
                            e_backdated) THEN
        RETURN false;
    END IF;
    IF cardinality(g_kinds) > 0 THEN
        in_force := marketplace_restrictions_v1(e_seller_id, e_at, e_at + interval '5 seconds');
        IF in_force && g_kinds THEN
            RAISE EXCEPTION 'a measure is in force' USING ERRCODE = 'P0H05', DETAIL = array_to_string(in_force, ',');
        END IF;
    END IF;
    INSERT INTO conversations_message (seller_id, id, conversation_id, n, buyer_id, audience, side, language, manner, at)
    VALUES (e_seller_id, e_id, e_chain, e_n, e_buyer_id, 0, m_side, m_language, m_manner, e_at);
    UPDATE conversations_conversation SET last_n = e_n, last_at = e_at, last_side = m_side
    WHERE seller_id = e_seller_id AND id = e_chain;
    IF cardinality(f_ids) > 0 THEN
        PERFORM attachments_seal_v1(e_seller_id, e_id, e_chain, e_buyer_id, e_actor, e_at, m_side, f_ids);
    END IF;
    IF o_deadline IS NOT NULL THEN
        PERFORM deadlines_open_v2(e_seller_id, e_id, e_chain, e_buyer_id, e_at, o_deadline, o_calendar,
                                  o_calendar_version, o_zone, o_with_order, o_outages, o_budget, o_cause,
                                  o_question, o_next_at);
    END IF;
    IF a_id IS NOT NULL THEN
        PERFORM deadlines_answer_v3(e_seller_id, a_id, e_id, e_at, a_verdict, a_deadline, a_calendar_version,
                                    a_outages, a_stopped, a_voids);
        IF p_on IS NOT NULL THEN
            PERFORM deadlines_promise_v1(e_seller_id, e_id, e_at, a_id, p_on, p_due_at, p_next_at);
        END IF;
        IF m_sampled THEN
            PERFORM deadlines_sample_v1(e_seller_id, e_id, a_id, e_at);
        END IF;
    END IF;
    IF k_id IS NOT NULL THEN
        PERFORM deadlines_keep_v1(e_seller_id, k_id, e_id, e_at, k_verdict);
    END IF;
    RETURN true;
END $$;
