-- The newest matches in the present scope, with their rank: ids only, the rows are then read under row security.
-- It has the owner's rights because `@@` is not leakproof: under a policy no index serves it. So it is the policy
-- itself, word for word that of guards.Private; of the operator's side it looks at names and numbers alone.
-- The newest s_reach rows come first: more than s_few matches there are enough, and where somebody has no more rows
-- they are all. Where half of them are found, as many rows follow as should hold the others; else the index of
-- words has the rest. The planner is not asked: it guesses how often a word is said, and walked through a million
-- rows for one that is said seldom.
-- Questions that wait are few: their threads come first, and each row is found by its thread.
CREATE FUNCTION search_match_v3(
    s_query text, s_kinds text[], s_market text, s_since timestamptz, s_until timestamptz, s_side text,
    s_file boolean, s_waiting boolean, s_cap integer, s_few integer, s_reach integer
) RETURNS TABLE (
    seller_id bigint, id uuid, kind text, conversation_id uuid, at timestamptz, score real
) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 500 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    scope text := current_setting('helpdesk.scope', true);
    seller bigint := nullif(current_setting('helpdesk.seller', true), '')::bigint;
    buyer uuid := nullif(current_setting('helpdesk.buyer', true), '')::uuid;
    since timestamptz := coalesce(s_since, '-infinity');
    until timestamptz := coalesce(s_until, 'infinity');
    mine text;
    whose text := CASE WHEN seller IS NOT NULL THEN 'e.seller_id = $1' ELSE 'e.buyer_id = $2' END;
    by_thread boolean := false;
    narrowed text := 'e.words @@ $3 AND ($4 IS NULL OR e.market = $4) AND ($7 IS NULL OR e.side = $7)'
        ' AND (NOT $8 OR e.has_file) AND ($9 IS NULL OR e.kind = ANY($9))';
    newest text := 'SELECT e.seller_id, e.id, e.kind, e.conversation_id, e.at, e.words FROM %s e WHERE %s'
        ' ORDER BY %s DESC, e.id DESC LIMIT %s';
    rows_of text := 'public.search_entry';
    enough integer := s_cap;
    in_order text := 'e.at';
    there integer;
    reach integer;
    soon integer;
    open_in uuid[];
    few_open integer := 2000; -- of more, each row's own thread is looked at
BEGIN
    IF scope = 'own' AND seller IS NOT NULL THEN
        mine := 'e.seller_id = $1 AND e.audience IN (0, 1) AND e.at >= $5 AND e.at < $6';
    ELSIF scope = 'own' AND buyer IS NOT NULL THEN
        mine := 'e.buyer_id = $2 AND e.audience IN (0, 3) AND e.at >= $5 AND e.at < $6';
    ELSIF scope = 'all' THEN
        mine := 'e.kind IN (''thread'', ''person'') AND e.at >= $5 AND e.at < $6';
    ELSE
        RETURN;
    END IF;
    IF s_waiting AND scope = 'own' AND seller IS NOT NULL THEN
        open_in := ARRAY(SELECT o.chain FROM public.deadlines_obligation o
                         WHERE o.seller_id = seller AND o.answered_at IS NULL LIMIT few_open + 1);
    END IF;
    IF cardinality(open_in) <= few_open THEN
        mine := mine || ' AND e.conversation_id = ANY($10)';
        by_thread := true;
    ELSIF s_waiting IS NOT NULL THEN -- of the row's own thread
        narrowed := narrowed || CASE WHEN s_waiting THEN ' AND' ELSE ' AND NOT' END
            || ' EXISTS (SELECT FROM public.deadlines_obligation o WHERE o.seller_id = e.seller_id'
               ' AND o.chain = e.conversation_id AND o.answered_at IS NULL)';
    END IF;
    IF by_thread THEN
        in_order := 'e.at + interval ''0'''; -- by the threads, whatever the planner guesses
    ELSIF s_few IS NOT NULL AND scope = 'own' THEN
        EXECUTE format('SELECT count(*) FROM (SELECT FROM public.search_entry e WHERE %s AND e.at >= $3 AND e.at < $4 '
                       'ORDER BY e.at DESC LIMIT %s) m', whose, s_reach)
        INTO there USING seller, buyer, since, until;
        reach := s_reach;
        LOOP
            rows_of := format('(SELECT * FROM public.search_entry e WHERE %s ORDER BY e.at DESC, e.id DESC LIMIT %s)',
                              mine, reach);
            EXIT WHEN there < s_reach; -- these are all
            EXECUTE format('SELECT count(*) FROM (' || newest || ') m', rows_of, narrowed, in_order, s_few + 1)
            INTO soon USING seller, buyer, s_query::tsquery, s_market, since, until, s_side, s_file, s_kinds, open_in;
            IF soon > s_few THEN
                enough := s_few + 1;
                EXIT;
            END IF;
            rows_of := 'public.search_entry';
            EXIT WHEN reach > s_reach OR soon < s_few / 2;
            reach := s_reach * 3 * (s_few + 1) / (2 * soon);
        END LOOP;
        IF rows_of = 'public.search_entry' THEN
            in_order := 'e.at + interval ''0'''; -- by the index of words, whatever the planner guesses
        END IF;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT m.seller_id, m.id, m.kind, m.conversation_id, m.at, '
        'ts_rank(''{0.05, 0.3, 0.6, 1.0}'', m.words, $3, 1) FROM (' || newest || ') m', -- of these only: it unpacks
        rows_of, mine || ' AND ' || narrowed, in_order, enough)
    USING seller, buyer, s_query::tsquery, s_market, since, until, s_side, s_file, s_kinds, open_in;
END $$;
