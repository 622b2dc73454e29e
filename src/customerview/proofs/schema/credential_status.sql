-- Where in the published status lists each digital credential stands. A projection of CredentialIssued and CredentialWithdrawn.
-- The web sees the places of the record it reaches; what is published is only which places are withdrawn.

CREATE TABLE credential_status (
    place     text    NOT NULL COLLATE "C",
    index     integer NOT NULL,
    stream    uuid    NOT NULL,
    expires   date    NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    PRIMARY KEY (place, index)
);
CREATE INDEX credential_status_stream ON credential_status (stream);
CREATE INDEX credential_status_withdrawn ON credential_status (place) WHERE withdrawn;

GRANT SELECT, INSERT, UPDATE (withdrawn) ON credential_status TO cv_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON credential_status TO cv_worker;
GRANT SELECT, UPDATE ON credential_status TO cv_eraser;

ALTER TABLE credential_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE credential_status FORCE ROW LEVEL SECURITY;
CREATE POLICY credential_status_own ON credential_status TO cv_web
    USING (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative'))
    WITH CHECK (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative'));
CREATE POLICY credential_status_jobs ON credential_status TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY credential_status_eraser ON credential_status TO cv_eraser USING (true) WITH CHECK (true);
CREATE POLICY credential_status_owner ON credential_status FOR SELECT TO cv_migrator USING (true);

-- What a status list publishes: the places in it that no longer hold.
CREATE FUNCTION withdrawn_places(list text) RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$ SELECT index FROM credential_status WHERE place = list AND withdrawn $$;
REVOKE ALL ON FUNCTION withdrawn_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION withdrawn_places TO cv_web, cv_worker;
