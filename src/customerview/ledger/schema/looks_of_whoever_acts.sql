-- Whoever acts for a customer looks at the record too: at the one that is in their reach, and at no other.
CREATE OR REPLACE FUNCTION record_look(of uuid, number integer, at timestamptz, reason text, cause text, withheld boolean, hash bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := access_actor(); kind text := access_kind();
BEGIN
    IF kind IS NULL OR NOT (kind IN ('colleague', 'client') OR (kind = 'representative' AND of IN (SELECT access_reached()))) THEN
        RAISE EXCEPTION 'Only a colleague or a client looks, or whoever acts for this customer.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO look VALUES (of, number, at, who, reason, cause, withheld, hash);
    INSERT INTO reach VALUES (access_digest(), of) ON CONFLICT DO NOTHING;
END $$;
