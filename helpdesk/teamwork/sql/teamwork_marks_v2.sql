-- How these threads of a seller are worked on: who looks after each, until when it is put off, its tags; and where that
-- person is away, until which day, and who covers.
CREATE FUNCTION teamwork_marks_v2(
    s_scope text, s_seller text, s_buyer text, m_seller_id bigint, m_ids uuid[], m_now timestamptz
) RETURNS TABLE (
    id uuid, person_id uuid, member_id uuid, name text, until timestamptz, tags text[],
    away_until date, stand_in uuid, stand_in_name text
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    WITH away AS MATERIALIZED (SELECT * FROM teamwork_away_v1(m_seller_id, m_now))
    SELECT c.id, p.person_id, p.id, p.name::text, z.until,
           ARRAY(SELECT g.tag FROM teamwork_tagging g WHERE g.seller_id = m_seller_id AND g.conversation_id = c.id
                 ORDER BY g.tag COLLATE "C"),
           w.until, w.stand_in, w.stand_in_name
    FROM conversations_conversation c
    LEFT JOIN teamwork_assignment a ON a.seller_id = m_seller_id AND a.conversation_id = c.id
    LEFT JOIN marketplace_member p ON p.seller_id = m_seller_id AND p.person_id = a.person_id
          AND p.removed_at IS NULL AND p.role IN ('owner', 'agent')
    LEFT JOIN away w ON w.absent = p.person_id
    LEFT JOIN teamwork_snooze z ON z.seller_id = m_seller_id AND z.conversation_id = c.id AND z.until > m_now
          AND NOT (c.last_side = 'buyer' AND c.last_at > z.at)
    WHERE c.seller_id = m_seller_id AND c.id = ANY(m_ids);
END $$;
