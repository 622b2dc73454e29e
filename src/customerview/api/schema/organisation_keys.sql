-- Keys of organisations' own systems: a projection of their facts, made and ended in the same transaction. An organisation adds and
-- ends its own only, and only as a checker; a colleague who stops an organisation ends those of the one they looked at.

ALTER TABLE api_client ADD COLUMN organisation uuid;
CREATE INDEX api_client_organisation ON api_client (organisation) WHERE organisation IS NOT NULL;

GRANT INSERT, UPDATE (revoked) ON api_client TO cv_web, cv_worker;
GRANT DELETE ON api_client TO cv_worker;
ALTER TABLE api_client ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_client_read ON api_client FOR SELECT TO cv_web, cv_worker USING (true);
CREATE POLICY api_client_add ON api_client FOR INSERT TO cv_web WITH CHECK (
    role = 'checker' AND line = '' AND team = '' AND id LIKE 'org-%' AND revoked IS NULL
    AND organisation IN (SELECT access_reached()) AND (SELECT access_kind()) = 'organisation'
);
CREATE POLICY api_client_end ON api_client FOR UPDATE TO cv_web
    USING (organisation IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('organisation', 'colleague')) WITH CHECK (revoked IS NOT NULL);
CREATE POLICY api_client_jobs ON api_client TO cv_worker USING (organisation IS NOT NULL) WITH CHECK (organisation IS NOT NULL AND role = 'checker');

-- An organisation's session reaches its own stream, and nothing else.
ALTER TABLE access DROP CONSTRAINT access_kind_check;
ALTER TABLE access ADD CONSTRAINT access_kind_check
    CHECK (kind IN ('customer', 'representative', 'organisation', 'colleague', 'client', 'matching', 'checker'));
ALTER TABLE access DROP CONSTRAINT acts_for_one;
ALTER TABLE access ADD CONSTRAINT acts_for_one CHECK ((kind IN ('customer', 'representative', 'organisation')) = (stream IS NOT NULL));
