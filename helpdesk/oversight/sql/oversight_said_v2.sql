-- In which conversations these words stand, for an administrator whose search with a reason is on record and not over.
-- It has the owner's rights because `@@` is not leakproof: under a policy no index serves it. So it asks for what the
-- policy asks, the whole scope, and for the search's row besides: without one there is nothing to be had. It returns
-- ids and counts, never a word; notes of a shop's people and letters are not looked at. Of the newest s_cap matches.
CREATE FUNCTION oversight_said_v2(
    s_search uuid, s_person uuid, s_at timestamptz, s_query text, s_market text, s_since timestamptz,
    s_until timestamptz, s_side text, s_file boolean, s_cap integer
) RETURNS TABLE (
    seller_id bigint, conversation_id uuid, times bigint, said_at timestamptz
) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('helpdesk.scope', true) IS DISTINCT FROM 'all' OR NOT EXISTS (
        SELECT FROM public.oversight_search s
        WHERE s.id = s_search AND s.person_id = s_person AND s.starts_at <= s_at AND s.ends_at > s_at)
    THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT m.seller_id, m.conversation_id, count(*), max(m.at) FROM (
        SELECT e.seller_id, e.conversation_id, e.at FROM public.search_entry e
        WHERE e.words @@ s_query::tsquery AND e.kind IN ('message', 'file', 'agreement', 'step')
          AND (s_market IS NULL OR e.market = s_market) AND (s_side IS NULL OR e.side = s_side)
          AND (NOT s_file OR e.has_file)
          AND e.at >= coalesce(s_since, '-infinity') AND e.at < coalesce(s_until, 'infinity')
        ORDER BY e.at DESC, e.id DESC LIMIT s_cap
    ) m GROUP BY m.seller_id, m.conversation_id ORDER BY max(m.at) DESC, m.conversation_id;
END $$;
