-- The newest matches in the present scope, with their rank: ids only, the rows are then read under row security.
-- It has the owner's rights because `@@` is not leakproof: under a policy no index serves it. So it is the policy
-- itself, word for word that of guards.Private; of the operator's side it looks at names and numbers alone.
-- A shop's newest days come first, as many as hold s_reach rows; more than s_few matches there are enough. Where
-- some are found, as many days or months follow as should hold the others; else all. Each look is one into the index
-- of words, which knows shops, markets, sides, files, days and months, too: no row is unpacked to see whether it
-- matches. The planner is not asked, since it guesses how often a word is said: what only that index serves is
-- written as the index has it (seller_id + 0), and what is looked at row by row stands outside of a fence (OFFSET 0).
-- A buyer's rows are few, as are those of a few threads (a question waits, a case): these are unpacked.
CREATE FUNCTION search_match_v5(
    s_query text, s_ranked text, s_kinds text[], s_market text, s_since timestamptz, s_until timestamptz, s_side text,
    s_file boolean, s_waiting boolean, s_case text, s_cap integer, s_few integer, s_reach integer
) RETURNS TABLE (
    seller_id bigint, id uuid, kind text, conversation_id uuid, at timestamptz, score real
) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 500
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
DECLARE
    scope text := current_setting('helpdesk.scope', true);
    seller bigint := nullif(current_setting('helpdesk.seller', true), '')::bigint;
    buyer uuid := nullif(current_setting('helpdesk.buyer', true), '')::uuid;
    since timestamptz := coalesce(s_since, '-infinity');
    until timestamptz := coalesce(s_until, 'infinity');
    of_names text := 'e.kind IN (''thread'', ''person'', ''case'')';
    words_in text := 'e.words @@ $3';
    looked text; -- what an index serves
    kept text; -- what is looked at in the rows that it gives
    span text := '';
    threads uuid[];
    few_threads integer := 500; -- their rows are some thousands: they are unpacked
    many_threads integer := 2000; -- of more, each row's own is looked at
    newest timestamptz;
    edge timestamptz; -- the newest rows reach back so far; null: all of them
    first timestamptz;
    spans timestamp[];
    places tid[];
    looks integer := 0;
BEGIN
    IF scope = 'own' AND seller IS NOT NULL THEN
        looked := 'e.seller_id + 0 = $1';
        kept := 'e.audience IN (0, 1)';
    ELSIF scope = 'own' AND buyer IS NOT NULL THEN
        looked := 'e.buyer_id = $2';
        kept := 'e.audience IN (0, 3)';
    ELSIF scope = 'all' THEN
        seller := NULL;
        buyer := NULL;
        looked := of_names;
        kept := 'true';
    ELSE
        RETURN;
    END IF;
    IF seller IS NOT NULL AND s_waiting THEN
        threads := ARRAY(SELECT o.chain FROM public.deadlines_obligation o
                         WHERE o.seller_id = seller AND o.answered_at IS NULL LIMIT many_threads + 1);
    ELSIF seller IS NOT NULL AND s_case IS NOT NULL THEN
        threads := ARRAY(SELECT DISTINCT c.chain FROM public.cases_case c
                         WHERE c.seller_id = seller AND c.kind = s_case LIMIT many_threads + 1);
    END IF;
    IF cardinality(threads) <= few_threads THEN
        looked := 'e.seller_id = $1 AND e.conversation_id = ANY($9)';
        kept := kept || ' AND ' || words_in;
    ELSIF seller IS NULL AND buyer IS NOT NULL THEN
        kept := kept || ' AND ' || words_in;
    ELSE
        looked := looked || ' AND ' || words_in;
        kept := kept || CASE WHEN cardinality(threads) <= many_threads
                             THEN ' AND e.conversation_id = ANY($9)' ELSE '' END;
    END IF;
    looked := looked
        || CASE WHEN s_kinds <@ ARRAY['thread', 'person', 'case'] THEN ' AND ' || of_names ELSE '' END
        || CASE WHEN s_market IS NOT NULL THEN ' AND e.market = $4' ELSE '' END
        || CASE WHEN s_side IS NOT NULL THEN ' AND e.side = $5' ELSE '' END
        || CASE WHEN s_file THEN ' AND e.has_file::integer = 1' ELSE '' END;
    kept := kept
        || CASE WHEN s_since IS NOT NULL OR s_until IS NOT NULL THEN ' AND e.at >= $6 AND e.at < $7' ELSE '' END
        || CASE WHEN s_kinds IS NOT NULL THEN ' AND e.kind = ANY($8)' ELSE '' END
        || CASE WHEN s_waiting IS NULL THEN ''
                ELSE CASE WHEN s_waiting THEN ' AND' ELSE ' AND NOT' END
                    || ' EXISTS (SELECT FROM public.deadlines_obligation o WHERE o.seller_id = e.seller_id'
                       ' AND o.chain = e.conversation_id AND o.answered_at IS NULL)' END
        || CASE WHEN s_case IS NULL THEN ''
                ELSE ' AND EXISTS (SELECT FROM public.cases_case c WHERE c.seller_id = e.seller_id'
                     ' AND c.chain = e.conversation_id AND c.kind = $10)' END;
    IF seller IS NOT NULL AND (threads IS NULL OR cardinality(threads) > few_threads) THEN
        SELECT e.at INTO newest FROM public.search_entry e
        WHERE e.seller_id = seller AND e.at >= since AND e.at < until ORDER BY e.at DESC LIMIT 1;
        SELECT e.at INTO edge FROM public.search_entry e
        WHERE s_few IS NOT NULL AND e.seller_id = seller AND e.at >= since AND e.at < until
        ORDER BY e.at DESC OFFSET s_reach LIMIT 1;
    END IF;
    LOOP
        looks := looks + 1;
        edge := CASE WHEN edge > since THEN edge END;
        first := greatest(edge, since);
        IF NOT isfinite(first) OR newest IS NULL THEN
            span := '';
        ELSIF s_until IS NULL AND (newest - first < interval '31 days' OR strpos(s_query, ':*') > 0) THEN
            span := ' AND (e.at AT TIME ZONE ''UTC'')::date >= ($11 AT TIME ZONE ''UTC'')::date';
        ELSIF newest - first < interval '31 days' THEN
            span := ' AND (e.at AT TIME ZONE ''UTC'')::date = ANY($12)';
            spans := ARRAY(SELECT generate_series(date_trunc('day', first AT TIME ZONE 'UTC'),
                                                  newest AT TIME ZONE 'UTC', '1 day'));
        ELSIF newest - first < interval '1200 days' THEN
            span := ' AND date_trunc(''month'', e.at AT TIME ZONE ''UTC'') = ANY($13)';
            spans := ARRAY(SELECT generate_series(date_trunc('month', first AT TIME ZONE 'UTC'),
                                                  newest AT TIME ZONE 'UTC', '1 month'));
        ELSE
            span := '';
        END IF;
        EXECUTE format(
            'SELECT array_agg(m.place) FROM (SELECT e.place FROM (SELECT e.ctid AS place, e.* FROM public.search_entry e'
            ' WHERE %s OFFSET 0) e WHERE %s ORDER BY e.at DESC, e.id DESC LIMIT %s) m',
            looked || span, kept, CASE WHEN edge IS NULL THEN s_cap ELSE s_few + 1 END)
        INTO places USING seller, buyer, s_query::tsquery, s_market, s_side, since, until, s_kinds, threads, s_case,
            first, spans::date[], spans;
        EXIT WHEN edge IS NULL OR cardinality(places) > s_few;
        edge := CASE WHEN cardinality(places) > 2 AND looks < 3
                     THEN newest - (newest - edge) * (1.5 * s_few / cardinality(places)) END;
    END LOOP;
    RETURN QUERY
    SELECT e.seller_id, e.id, e.kind, e.conversation_id, e.at,
           ts_rank('{0.05, 0.3, 0.6, 1.0}', e.words, s_ranked::tsquery, 1)
    FROM public.search_entry e WHERE e.ctid = ANY(places);
END $$;
