-- Whether a person who is not disabled still has this hat, whose wall clock and which market it looks at, and
-- the markets there are: asked with every page, before anybody is known, so in scope all; the scope before it
-- returns at once. A buyer is on the market that they chose here, else on that of the Platform's record;
-- sellers' people and administrators look at one market or, where it is null, at all of them. With a seller's
-- hat comes what measures have taken away at s_at: kinds, and beside each its end (null: without).
CREATE FUNCTION marketplace_seat_v3(s_person uuid, s_side text, s_seller_id bigint, s_at timestamptz)
RETURNS TABLE (name text, language text, roles text[], zone text, market text, markets text[],
              kinds text[], ends timestamptz[])
LANGUAGE plpgsql AS $$
DECLARE
    outer_scope text := coalesce(current_setting('helpdesk.scope', true), '');
    found_markets text[];
    found_kinds text[];
    found_ends timestamptz[];
BEGIN
    PERFORM set_config('helpdesk.scope', 'all', true);
    SELECT array_agg(ARRAY[k.code::text, k.country::text] ORDER BY k.code) INTO found_markets
    FROM marketplace_market k;
    IF s_side = 'seller' THEN
        SELECT array_agg(r.kind ORDER BY r.starts_at, r.id), array_agg(r.ends_at ORDER BY r.starts_at, r.id)
        INTO found_kinds, found_ends FROM marketplace_restriction r
        WHERE r.seller_id = s_seller_id AND r.starts_at <= s_at
        AND s_at < least(coalesce(r.ends_at, 'infinity'), coalesce(r.lifted_at, 'infinity'));
        RETURN QUERY
        SELECT m.name::text, p.language::text, ARRAY[m.role::text], s.time_zone::text, k.code::text, found_markets,
               found_kinds, found_ends
        FROM accounts_person p
        JOIN marketplace_member m ON m.person_id = p.id AND m.seller_id = s_seller_id AND m.removed_at IS NULL
        JOIN marketplace_seller s ON s.seller_id = m.seller_id
        LEFT JOIN marketplace_market k ON k.code = p.market_filter
        WHERE p.id = s_person AND p.disabled_at IS NULL;
    ELSIF s_side = 'buyer' THEN
        RETURN QUERY
        SELECT b.display_name::text, p.language::text, ARRAY['buyer'], k.time_zone::text, k.code::text, found_markets,
               NULL::text[], NULL::timestamptz[]
        FROM accounts_person p
        JOIN marketplace_buyer b ON b.buyer_id = p.id
        LEFT JOIN marketplace_market_choice c ON c.buyer_id = b.buyer_id
        JOIN marketplace_market k ON k.code = coalesce(c.market, b.market)
        WHERE p.id = s_person AND p.disabled_at IS NULL;
    ELSIF s_side = 'administrator' THEN
        RETURN QUERY
        SELECT p.display_name::text, p.language::text, array_agg(r.role::text ORDER BY r.role), NULL::text,
               k.code::text, found_markets, NULL::text[], NULL::timestamptz[]
        FROM accounts_person p
        JOIN accounts_administrator_role r ON r.person_id = p.id AND r.revoked_at IS NULL
        LEFT JOIN marketplace_market k ON k.code = p.market_filter
        WHERE p.id = s_person AND p.disabled_at IS NULL
        GROUP BY p.id, k.code;
    END IF;
    PERFORM set_config('helpdesk.scope', outer_scope, true);
END $$;
