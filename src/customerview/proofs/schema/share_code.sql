-- Which record a share code opens. A projection of ShareCodeMade. Kept by a digest of code and date of birth with a secret that
-- is not in the database: whoever reads this table has no code. The web's login cannot read it; it asks the function below.

CREATE TABLE share_code (
    digest  text COLLATE "C" PRIMARY KEY,
    stream  uuid NOT NULL,
    expires date NOT NULL
);
CREATE INDEX share_code_stream ON share_code (stream);

-- Tries of the last hour or so: wrong ones by the digest of the code alone, all of them by the digest of where they came from.
CREATE TABLE share_code_try (
    what text        NOT NULL COLLATE "C",
    at   timestamptz NOT NULL
);
CREATE INDEX share_code_try_what ON share_code_try (what, at);
CREATE INDEX share_code_try_at ON share_code_try (at);

GRANT INSERT ON share_code TO cv_web;
GRANT SELECT, INSERT, DELETE ON share_code TO cv_worker;
GRANT SELECT, DELETE ON share_code TO cv_eraser;

ALTER TABLE share_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_code FORCE ROW LEVEL SECURITY;
CREATE POLICY share_code_add ON share_code FOR INSERT TO cv_web
    WITH CHECK (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative'));
CREATE POLICY share_code_jobs ON share_code TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY share_code_eraser ON share_code TO cv_eraser USING (true);
CREATE POLICY share_code_owner ON share_code FOR SELECT TO cv_migrator USING (true);

ALTER TABLE share_code_try ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_code_try FORCE ROW LEVEL SECURITY;
CREATE POLICY share_code_try_owner ON share_code_try TO cv_migrator USING (true) WITH CHECK (true);

-- A checker reaches the one record their code is for, for a minute. No policy of another table names this kind.
ALTER TABLE access DROP CONSTRAINT access_kind_check;
ALTER TABLE access ADD CONSTRAINT access_kind_check
    CHECK (kind IN ('customer', 'representative', 'colleague', 'client', 'matching', 'checker'));

-- One try. Gives 'locked', or the record's stream, which `secret` then reaches as that actor, or nothing: a wrong code, a wrong
-- date of birth and one that has ended are not told apart. Tries at the same code or from the same place wait for each other.
CREATE FUNCTION try_share_code(
    opens text, code text, place text, wrong_most integer, place_most integer, span interval, secret text, actor text
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(least(code, place), 1));
    PERFORM pg_advisory_xact_lock(hashtextextended(greatest(code, place), 1));
    DELETE FROM share_code_try WHERE at < now() - interval '1 day';
    IF (SELECT count(*) FROM share_code_try t WHERE t.what = code AND t.at > now() - span) >= wrong_most
        OR (SELECT count(*) FROM share_code_try t WHERE t.what = place AND t.at > now() - span) >= place_most THEN
        RETURN 'locked';
    END IF;
    INSERT INTO share_code_try VALUES (place, now());
    SELECT s.stream INTO found FROM share_code s
        WHERE s.digest = opens AND s.expires >= (now() AT TIME ZONE 'Europe/London')::date;
    IF found IS NULL THEN
        INSERT INTO share_code_try VALUES (code, now());
        RETURN NULL;
    END IF;
    INSERT INTO access VALUES (sha256(convert_to(secret, 'UTF8')), 'checker', actor, NULL, false, now() + interval '1 minute');
    INSERT INTO reach VALUES (sha256(convert_to(secret, 'UTF8')), found);
    RETURN found::text;
END $$;
REVOKE ALL ON FUNCTION try_share_code FROM PUBLIC;
GRANT EXECUTE ON FUNCTION try_share_code TO cv_web;
