-- The record of a deed never changes; only the eraser may delete committed values.
CREATE FUNCTION archive_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_ARGV[0] IS NOT NULL AND current_user = TG_ARGV[0] THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% of % is refused: the record is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'P0H02';
END $$;
