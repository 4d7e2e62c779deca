-- What Buyers see of a seller: level, score in hundredths, counted hours; no row for who was never counted.
-- Anybody who is signed in may read it, so the rows are read in a scope that sees nothing else; it ends at once.
CREATE FUNCTION standing_grade_v1(r_seller_id bigint)
RETURNS TABLE (level text, score smallint, usually smallint) LANGUAGE plpgsql AS $$
DECLARE
    outer_scope text := coalesce(current_setting('helpdesk.scope', true), '');
BEGIN
    PERFORM set_config('helpdesk.scope', 'own', true);
    RETURN QUERY SELECT g.level, g.score, g.usually FROM standing_grade g WHERE g.seller_id = r_seller_id;
    PERFORM set_config('helpdesk.scope', outer_scope, true);
END $$;
