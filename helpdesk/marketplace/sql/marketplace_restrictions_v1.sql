-- The kinds of restrictions of a seller that are in force at r_from, or come into force until r_until; empty for
-- most. A buyer may learn that a shop takes no questions, not why: the rows are read in scope all, which ends
-- at once, and whoever asks says to nobody more than that it is so.
CREATE FUNCTION marketplace_restrictions_v1(r_seller_id bigint, r_from timestamptz, r_until timestamptz)
RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    outer_scope text := coalesce(current_setting('helpdesk.scope', true), '');
    found_kinds text[];
BEGIN
    PERFORM set_config('helpdesk.scope', 'all', true);
    SELECT array_agg(DISTINCT r.kind) INTO found_kinds FROM marketplace_restriction r
    WHERE r.seller_id = r_seller_id AND r.starts_at <= r_until
    AND r_from < least(coalesce(r.ends_at, 'infinity'), coalesce(r.lifted_at, 'infinity'));
    PERFORM set_config('helpdesk.scope', outer_scope, true);
    RETURN coalesce(found_kinds, '{}');
END $$;
