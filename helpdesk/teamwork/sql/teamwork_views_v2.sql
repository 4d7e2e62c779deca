-- The inbox's views, of open questions on one market or on all (null): how many each shows, the shop's tags with
-- theirs, the people who can look after a thread, and which threads v_view (all, mine, nobody, snoozed, tag) is made
-- of: only_these (null: all), those left out of it, and those put off, which leave the lane that begins at v_later.
-- Threads of whoever is away are also those of who covers, and nobody's where nobody does; the away_ columns say who
-- is away, the covering_ columns for whom v_person is named to cover soon.
CREATE FUNCTION teamwork_views_v2(
    s_scope text, s_seller text, s_buyer text, v_seller_id bigint, v_person uuid, v_market text,
    v_now timestamptz, v_later timestamptz, v_view text, v_tag text, v_ahead interval
) RETURNS TABLE (
    in_all integer, mine integer, nobodys integer, snoozed integer, tags text[], tagged integer[],
    people uuid[], names text[], only_these uuid[], left_out uuid[], put_off uuid[],
    away_people uuid[], away_until date[], away_stand_ins uuid[],
    covering_people uuid[], covering_first date[], covering_until date[]
) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    RETURN QUERY
    WITH team AS (
        SELECT m.person_id, m.name::text AS name FROM marketplace_member m
        WHERE m.seller_id = v_seller_id AND m.removed_at IS NULL AND m.role IN ('owner', 'agent')
    ), away AS MATERIALIZED (
        SELECT * FROM teamwork_away_v1(v_seller_id, v_now)
    ), soon AS (
        SELECT b.person_id, b.first_on, b.last_on
        FROM marketplace_seller s
        JOIN teamwork_absence b ON b.seller_id = s.seller_id AND b.ended_at IS NULL AND b.cover_id = v_person
             AND b.first_on > (v_now AT TIME ZONE s.time_zone)::date
             AND b.first_on <= (v_now AT TIME ZONE s.time_zone + v_ahead)::date
        JOIN team t ON t.person_id = b.person_id
        WHERE s.seller_id = v_seller_id
    ), asked AS (
        SELECT d.chain, d.deadline, t.person_id,
               coalesce(t.person_id = v_person OR w.stand_in = v_person, false) AS is_mine,
               t.person_id IS NULL OR (w.absent IS NOT NULL AND w.stand_in IS NULL) AS is_nobodys,
               coalesce(z.until > v_now AND NOT (c.last_side = 'buyer' AND c.last_at > z.at), false) AS asleep
        FROM deadlines_obligation d
        JOIN conversations_conversation c ON c.seller_id = v_seller_id AND c.id = d.chain
        LEFT JOIN teamwork_assignment a ON a.seller_id = v_seller_id AND a.conversation_id = d.chain
        LEFT JOIN team t ON t.person_id = a.person_id
        LEFT JOIN away w ON w.absent = t.person_id
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
           count(*) FILTER (WHERE NOT hidden AND is_mine)::integer,
           count(*) FILTER (WHERE NOT hidden AND is_nobodys)::integer,
           count(*) FILTER (WHERE asleep)::integer,
           (SELECT array_agg(tag.tag ORDER BY tag.tag COLLATE "C") FROM tag),
           (SELECT array_agg(tag.waiting ORDER BY tag.tag COLLATE "C") FROM tag),
           (SELECT array_agg(team.person_id ORDER BY team.name, team.person_id) FROM team),
           (SELECT array_agg(team.name ORDER BY team.name, team.person_id) FROM team),
           CASE v_view
               WHEN 'mine' THEN coalesce(array_agg(chain) FILTER (WHERE is_mine), '{}')
               WHEN 'snoozed' THEN coalesce(array_agg(chain) FILTER (WHERE asleep), '{}')
               WHEN 'tag' THEN coalesce((SELECT tag.chains FROM tag WHERE tag.tag = v_tag), '{}')
           END,
           CASE WHEN v_view = 'nobody' THEN coalesce(array_agg(chain) FILTER (WHERE NOT is_nobodys), '{}')
                ELSE '{}' END,
           CASE WHEN v_view IN ('snoozed', 'tag') THEN '{}'
                ELSE coalesce(array_agg(chain) FILTER (WHERE hidden), '{}') END,
           (SELECT array_agg(w.absent ORDER BY w.absent) FROM away w),
           (SELECT array_agg(w.until ORDER BY w.absent) FROM away w),
           (SELECT array_agg(w.stand_in ORDER BY w.absent) FROM away w),
           (SELECT array_agg(o.person_id ORDER BY o.first_on, o.person_id) FROM soon o),
           (SELECT array_agg(o.first_on ORDER BY o.first_on, o.person_id) FROM soon o),
           (SELECT array_agg(o.last_on ORDER BY o.first_on, o.person_id) FROM soon o)
    FROM here;
END $$;
