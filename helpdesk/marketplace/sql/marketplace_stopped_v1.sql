-- When restrictions of these kinds were, are and will be in force for a seller, but for those that ended by r_since:
-- "start-end start-end" in microseconds UTC, "start-" without an end; empty for most. Like what is in force, it is
-- read in scope all, which ends at once: a buyer is told that time does not count, not why.
CREATE FUNCTION marketplace_stopped_v1(r_seller_id bigint, r_kinds text[], r_since timestamptz)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    outer_scope text := coalesce(current_setting('helpdesk.scope', true), '');
    found_hours text;
BEGIN
    PERFORM set_config('helpdesk.scope', 'all', true);
    SELECT string_agg((extract(epoch FROM r.starts_at) * 1000000)::bigint || '-' ||
                      coalesce((extract(epoch FROM least(r.ends_at, r.lifted_at)) * 1000000)::bigint::text, ''),
                      ' ' ORDER BY r.starts_at, r.id) INTO found_hours
    FROM marketplace_restriction r
    WHERE r.seller_id = r_seller_id AND r.kind = ANY(r_kinds)
    AND least(coalesce(r.ends_at, 'infinity'), coalesce(r.lifted_at, 'infinity')) > greatest(r.starts_at, r_since);
    PERFORM set_config('helpdesk.scope', outer_scope, true);
    RETURN coalesce(found_hours, '');
END $$;
