-- A measure without its statement of reasons is none: the row of a measure comes after the value of its entry.
CREATE FUNCTION enforcement_stated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM archive_value v
                   WHERE v.seller_id = NEW.seller_id AND v.entry_id = NEW.id AND v.name = 'statement') THEN
        RAISE EXCEPTION 'a measure needs its statement of reasons' USING ERRCODE = 'P0H06';
    END IF;
    RETURN NEW;
END
$$;
