-- The advisory lock of a chain: negative, so that it never meets a seller's (which are positive).
CREATE FUNCTION archive_chain_lock_v1(chain uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended(chain::text, 0) | (-9223372036854775807 - 1)
$$;
