-- A person has a thread before them: its notices are read, and how many others call for them in this hat, `s_most`
-- at most. One statement, since every opened thread asks. The scope is the caller's own, as `acting` would set it;
-- the one before it returns at once.
CREATE FUNCTION notifications_see_v1(
    s_scope text, s_seller text, s_buyer text, s_person uuid, s_side text, s_most bigint,
    s_seller_id bigint, s_conversation uuid, s_at timestamptz
) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    outer_scope text := coalesce(current_setting('helpdesk.scope', true), '');
    outer_seller text := coalesce(current_setting('helpdesk.seller', true), '');
    outer_buyer text := coalesce(current_setting('helpdesk.buyer', true), '');
    found_count bigint;
BEGIN
    PERFORM set_config('helpdesk.scope', s_scope, true), set_config('helpdesk.seller', s_seller, true),
            set_config('helpdesk.buyer', s_buyer, true);
    UPDATE notifications_notice n SET read_at = s_at
    WHERE n.person_id = s_person AND n.side = s_side AND n.read_at IS NULL AND n.settled_at IS NULL
      AND n.seller_id = s_seller_id AND n.conversation_id = s_conversation AND n.at <= s_at;
    SELECT count(*) INTO found_count FROM (
        SELECT FROM notifications_notice n
        WHERE n.person_id = s_person AND n.side = s_side AND n.read_at IS NULL AND n.settled_at IS NULL
        LIMIT s_most) AS unread;
    PERFORM set_config('helpdesk.scope', outer_scope, true), set_config('helpdesk.seller', outer_seller, true),
            set_config('helpdesk.buyer', outer_buyer, true);
    RETURN found_count;
END $$;
