-- The newest s_cap matches in the present scope, with their rank: ids only, the rows are then read under row security.
-- It has the owner's rights because `@@` is not leakproof: under a policy no index serves it. So it is the policy
-- itself, word for word that of guards.Private, and on the operator's side leaves out messages.
CREATE FUNCTION search_match_v1(
    s_query text, s_market text, s_since timestamptz, s_until timestamptz, s_side text, s_file boolean, s_cap integer
) RETURNS TABLE (
    seller_id bigint, id uuid, kind text, conversation_id uuid, at timestamptz, score real
) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 500 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    scope text := current_setting('helpdesk.scope', true);
    seller bigint := nullif(current_setting('helpdesk.seller', true), '')::bigint;
    buyer uuid := nullif(current_setting('helpdesk.buyer', true), '')::uuid;
    mine text;
BEGIN
    IF scope = 'own' AND seller IS NOT NULL THEN
        mine := 'e.seller_id = $1 AND e.audience IN (0, 1)';
    ELSIF scope = 'own' AND buyer IS NOT NULL THEN
        mine := 'e.buyer_id = $2 AND e.audience IN (0, 3)';
    ELSIF scope = 'all' THEN
        mine := 'NOT (e.kind = ''message'')'; -- as the index search_entry_names has it
    ELSE
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT e.seller_id, e.id, e.kind, e.conversation_id, e.at, '
        '       ts_rank(''{0.05, 0.3, 0.6, 1.0}'', e.words, $3, 1) AS score '
        'FROM public.search_entry e WHERE %s AND e.words @@ $3 '
        '  AND ($4 IS NULL OR e.market = $4) AND e.at >= $5 AND e.at < $6 '
        '  AND ($7 IS NULL OR e.side = $7) AND (NOT $8 OR e.has_file) '
        'ORDER BY e.at DESC, e.id DESC LIMIT $9', mine)
    USING seller, buyer, s_query::tsquery, s_market, coalesce(s_since, '-infinity'),
          coalesce(s_until, 'infinity'), s_side, s_file, s_cap;
END $$;
