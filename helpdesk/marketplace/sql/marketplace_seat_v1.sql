-- Whether a person who is not disabled still has this hat, and whose wall clock it looks at: asked with every
-- page, before anybody is known, so in scope all; the scope before it returns at once.
CREATE FUNCTION marketplace_seat_v1(s_person uuid, s_side text, s_seller_id bigint)
RETURNS TABLE (name text, language text, role text, zone text) LANGUAGE plpgsql AS $$
DECLARE
    outer_scope text := coalesce(current_setting('helpdesk.scope', true), '');
BEGIN
    PERFORM set_config('helpdesk.scope', 'all', true);
    IF s_side = 'seller' THEN
        RETURN QUERY
        SELECT m.name::text, p.language::text, m.role::text, s.time_zone::text
        FROM accounts_person p
        JOIN marketplace_member m ON m.person_id = p.id AND m.seller_id = s_seller_id AND m.removed_at IS NULL
        JOIN marketplace_seller s ON s.seller_id = m.seller_id
        WHERE p.id = s_person AND p.disabled_at IS NULL;
    ELSIF s_side = 'buyer' THEN
        RETURN QUERY
        SELECT b.display_name::text, p.language::text, 'buyer', k.time_zone::text
        FROM accounts_person p
        JOIN marketplace_buyer b ON b.buyer_id = p.id
        JOIN marketplace_market k ON k.code = b.market
        WHERE p.id = s_person AND p.disabled_at IS NULL;
    END IF;
    PERFORM set_config('helpdesk.scope', outer_scope, true);
END $$;
