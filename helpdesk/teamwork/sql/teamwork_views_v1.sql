-- The inbox's views, of open questions on one market or on all (null): how many each shows, the shop's tags with
-- theirs, the people who can look after a thread, and which threads v_view (all, mine, nobody, snoozed, tag) is made
-- of: only_these (null: all), those left out of it, and those put off, which leave the lane that begins at v_later.
CREATE FUNCTION teamwork_views_v1(
    s_scope text, s_seller text, s_buyer text, v_seller_id bigint, v_person uuid, v_market text,
    v_now timestamptz, v_later timestamptz, v_view text, v_tag text
) RETURNS TABLE (
    in_all integer, mine integer, nobodys integer, snoozed integer, tags text[], tagged integer[],
    people uuid[], names text[], only_these uuid[], left_out uuid[], put_off uuid[]
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    WITH team AS (
        SELECT m.person_id, m.name::text AS name FROM marketplace_member m
        WHERE m.seller_id = v_seller_id AND m.removed_at IS NULL AND m.role IN ('owner', 'agent')
    ), asked AS (
        SELECT d.chain, d.deadline, t.person_id,
               coalesce(z.until > v_now AND NOT (c.last_side = 'buyer' AND c.last_at > z.at), false) AS asleep
        FROM deadlines_obligation d
        JOIN conversations_conversation c ON c.seller_id = v_seller_id AND c.id = d.chain
        LEFT JOIN teamwork_assignment a ON a.seller_id = v_seller_id AND a.conversation_id = d.chain
        LEFT JOIN team t ON t.person_id = a.person_id
        LEFT JOIN teamwork_snooze z ON z.seller_id = v_seller_id AND z.conversation_id = d.chain
        WHERE d.seller_id = v_seller_id AND d.answered_at IS NULL AND (v_market IS NULL OR c.market = v_market)
    ), here AS (
        SELECT *, asleep AND deadline >= v_later AS hidden FROM asked
    ), tag AS (
        SELECT g.tag, count(h.chain)::integer AS waiting, array_agg(h.chain) FILTER (WHERE h.chain IS NOT NULL) AS chains
        FROM teamwork_tagging g LEFT JOIN here h ON h.chain = g.conversation_id
        WHERE g.seller_id = v_seller_id GROUP BY g.tag
    )
    SELECT count(*) FILTER (WHERE NOT hidden)::integer,
           count(*) FILTER (WHERE NOT hidden AND person_id = v_person)::integer,
           count(*) FILTER (WHERE NOT hidden AND person_id IS NULL)::integer,
           count(*) FILTER (WHERE asleep)::integer,
           (SELECT array_agg(tag.tag ORDER BY tag.tag COLLATE "C") FROM tag),
           (SELECT array_agg(tag.waiting ORDER BY tag.tag COLLATE "C") FROM tag),
           (SELECT array_agg(team.person_id ORDER BY team.name, team.person_id) FROM team),
           (SELECT array_agg(team.name ORDER BY team.name, team.person_id) FROM team),
           CASE v_view
               WHEN 'mine' THEN coalesce(array_agg(chain) FILTER (WHERE person_id = v_person), '{}')
               WHEN 'snoozed' THEN coalesce(array_agg(chain) FILTER (WHERE asleep), '{}')
               WHEN 'tag' THEN coalesce((SELECT tag.chains FROM tag WHERE tag.tag = v_tag), '{}')
           END,
           CASE WHEN v_view = 'nobody' THEN coalesce(array_agg(chain) FILTER (WHERE person_id IS NOT NULL), '{}')
                ELSE '{}' END,
           CASE WHEN v_view IN ('snoozed', 'tag') THEN '{}'
                ELSE coalesce(array_agg(chain) FILTER (WHERE hidden), '{}') END
    FROM here;
END $$;
