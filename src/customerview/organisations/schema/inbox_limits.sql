-- How many proofs one member of staff or one key opens in an hour is limited: a stolen key empties no inbox. Openings are counted where
-- tries at share codes are, by who opened; none is told what it would have been told.

DROP FUNCTION open_inbox(text, text);
CREATE FUNCTION open_inbox(which text, secret text, most integer, span interval) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE found uuid; who text := 'inbox ' || access_actor();
BEGIN
    IF inbox_owner() IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(who, 1));
    IF (SELECT count(*) FROM share_code_try t WHERE t.what = who AND t.at > now() - span) >= most THEN
        RETURN 'locked';
    END IF;
    SELECT i.stream INTO found FROM inbox i
        WHERE i.organisation = inbox_owner() AND i.sending = which AND i.place < 3 AND i.expires >= (now() AT TIME ZONE 'Europe/London')::date;
    INSERT INTO share_code_try VALUES (who, now());
    IF found IS NOT NULL THEN
        INSERT INTO access VALUES (sha256(convert_to(secret, 'UTF8')), 'checker', access_actor(), NULL, false, now() + interval '1 minute');
        INSERT INTO reach VALUES (sha256(convert_to(secret, 'UTF8')), found);
    END IF;
    RETURN found::text;
END $$;
REVOKE ALL ON FUNCTION open_inbox FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_inbox TO cv_web;
