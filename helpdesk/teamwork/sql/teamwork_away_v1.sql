-- Who of a seller's people is away at an instant, by the shop's own calendar, until which day, and who covers: whoever
-- was named, or covers for them in their turn; nobody (null) where one of these answers in the shop no more. Only who
-- is there covers, and is named only where there, so a walk never comes back to where it began. Reads in the present scope.
CREATE FUNCTION teamwork_away_v1(a_seller_id bigint, a_now timestamptz)
RETURNS TABLE (absence uuid, absent uuid, until date, stand_in uuid, stand_in_name text)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE team AS (
        SELECT m.person_id, m.name::text AS name FROM marketplace_member m
        WHERE m.seller_id = a_seller_id AND m.removed_at IS NULL AND m.role IN ('owner', 'agent')
    ), away AS (
        SELECT b.id, b.person_id, b.cover_id, b.last_on
        FROM marketplace_seller s
        JOIN teamwork_absence b ON b.seller_id = s.seller_id AND b.ended_at IS NULL
             AND (a_now AT TIME ZONE s.time_zone)::date BETWEEN b.first_on AND b.last_on
        JOIN team t ON t.person_id = b.person_id
        WHERE s.seller_id = a_seller_id
    ), walk AS (
        SELECT w.id, t.person_id, t.name FROM away w JOIN team t ON t.person_id = w.cover_id
        UNION
        SELECT k.id, t.person_id, t.name
        FROM walk k JOIN away w ON w.person_id = k.person_id JOIN team t ON t.person_id = w.cover_id
    )
    SELECT w.id, w.person_id, w.last_on, k.person_id, k.name
    FROM away w
    LEFT JOIN walk k ON k.id = w.id AND NOT EXISTS (SELECT FROM away n WHERE n.person_id = k.person_id)
$$;
