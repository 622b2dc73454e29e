-- Organisations that signed up, and who may sign in for them: projections of the facts in their own streams, written in the same
-- transaction. Subjects and email addresses are here by digests with a secret that is not in the database.

CREATE TABLE organisation (
    id       uuid        PRIMARY KEY,
    name     text        NOT NULL,
    bare     text        NOT NULL,
    kind_of  text        NOT NULL,
    postcode text        NOT NULL,
    status   text        NOT NULL CHECK (status IN ('waiting', 'verified', 'refused', 'stopped')),
    does     text[]      NOT NULL,
    asked    timestamptz NOT NULL
);
COMMENT ON COLUMN organisation.bare IS 'The name in small letters without accents and signs, a space before each word: what a search compares.';
CREATE INDEX organisation_by_name ON organisation (bare, id);

CREATE TABLE organisation_staff (
    organisation uuid   NOT NULL,
    staff        text   NOT NULL COLLATE "C",
    may          text[] NOT NULL,
    email        text   NOT NULL COLLATE "C",
    subject      text   NOT NULL COLLATE "C",
    expires      date   NOT NULL,
    PRIMARY KEY (organisation, staff)
);
CREATE INDEX organisation_staff_email ON organisation_staff (email) WHERE subject = '';
CREATE INDEX organisation_staff_subject ON organisation_staff (subject) WHERE subject <> '';

GRANT SELECT, INSERT, UPDATE ON organisation TO cv_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation TO cv_worker;
GRANT SELECT, DELETE ON organisation TO cv_eraser;
GRANT SELECT, INSERT, DELETE ON organisation_staff TO cv_web;
GRANT SELECT, INSERT, DELETE ON organisation_staff TO cv_worker;
GRANT SELECT, DELETE ON organisation_staff TO cv_eraser;

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
-- A customer finds those that are verified to get proofs; a colleague finds every one; an organisation sees itself.
CREATE POLICY organisation_found ON organisation FOR SELECT TO cv_web USING (
    ((SELECT access_kind()) IN ('customer', 'representative') AND status = 'verified' AND 'receive' = ANY (does))
    OR (SELECT access_kind()) = 'colleague' OR id IN (SELECT access_reached())
);
CREATE POLICY organisation_asks ON organisation FOR INSERT TO cv_web
    WITH CHECK (id IN (SELECT access_reached()) AND (SELECT access_kind()) = 'organisation' AND status = 'waiting');
CREATE POLICY organisation_decided ON organisation FOR UPDATE TO cv_web
    USING (id IN (SELECT access_reached()) AND (SELECT access_kind()) = 'colleague');
CREATE POLICY organisation_jobs ON organisation TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY organisation_eraser ON organisation TO cv_eraser USING (true);
CREATE POLICY organisation_owner ON organisation FOR SELECT TO cv_migrator USING (true);

ALTER TABLE organisation_staff ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation_staff FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_staff_own ON organisation_staff TO cv_web
    USING (organisation IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('organisation', 'colleague'))
    WITH CHECK (organisation IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('organisation', 'colleague'));
CREATE POLICY organisation_staff_jobs ON organisation_staff TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY organisation_staff_eraser ON organisation_staff TO cv_eraser USING (true);
CREATE POLICY organisation_staff_owner ON organisation_staff FOR SELECT TO cv_migrator USING (true);

-- For whom somebody who signed in works, or is invited to: only of organisations that are verified today.
CREATE FUNCTION organisations_of(who text, address text)
RETURNS TABLE (organisation uuid, name text, staff text, joined boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.id, o.name, s.staff, s.subject <> '' FROM organisation_staff s JOIN organisation o ON o.id = s.organisation
    WHERE o.status = 'verified' AND (
        s.subject = nullif(who, '')
        OR (s.subject = '' AND s.email = nullif(address, '') AND s.expires >= (now() AT TIME ZONE 'Europe/London')::date)
    )
    ORDER BY o.bare, o.id, s.staff
$$;
REVOKE ALL ON FUNCTION organisations_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisations_of TO cv_web;

-- Whoever is signed in for an organisation, or one member of its staff, is signed out: their secrets reach nothing from this moment.
CREATE INDEX access_body ON access (split_part(actor, '@', 2));
CREATE FUNCTION end_access_of(body uuid, staff text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'cv_web' AND body NOT IN (SELECT access_reached()) THEN
        RAISE EXCEPTION 'Only what is in reach is ended.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM access a WHERE split_part(a.actor, '@', 2) = body::text
        AND (staff = '' OR split_part(split_part(a.actor, '@', 1), ':', 2) = staff);
    IF staff = '' THEN
        DELETE FROM access a USING api_client c WHERE c.organisation = body AND a.actor = 'client:' || c.id;
    END IF;
END $$;
REVOKE ALL ON FUNCTION end_access_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_access_of TO cv_web, cv_worker;
