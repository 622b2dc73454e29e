-- Least privilege. Nobody but the migrator owns anything; row security binds even the owner.

GRANT SELECT, INSERT ON fact, remembered, asking, kept_key TO cv_web, cv_worker;
GRANT SELECT ON look TO cv_web, cv_worker;
GRANT INSERT ON look TO cv_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON snapshot TO cv_web, cv_worker;
GRANT SELECT ON source_heard, root, legal_hold TO cv_web, cv_worker, cv_eraser;
GRANT INSERT, UPDATE ON source_heard TO cv_web, cv_worker;
GRANT SELECT, INSERT, UPDATE ON reader TO cv_worker;
GRANT INSERT ON root TO cv_worker;
GRANT INSERT, UPDATE ON legal_hold TO cv_worker;
GRANT SELECT, UPDATE (salt, text) ON remembered TO cv_eraser;
GRANT SELECT, DELETE ON snapshot TO cv_eraser;

REVOKE ALL ON FUNCTION access_reached, access_kind, access_actor, access_feeds, open_access, close_access, record_look, last_look FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_reached, access_kind, access_actor, access_feeds, open_access, close_access, record_look, last_look
    TO cv_web, cv_worker;

ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact FORCE ROW LEVEL SECURITY;
CREATE POLICY fact_read ON fact FOR SELECT TO cv_web
    USING (stream IN (SELECT access_reached()) OR (SELECT access_feeds()));
CREATE POLICY fact_add ON fact FOR INSERT TO cv_web
    WITH CHECK (stream IN (SELECT access_reached()) AND actor = (SELECT access_actor()));
CREATE POLICY fact_jobs ON fact TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY fact_owner ON fact FOR SELECT TO cv_migrator USING (true);

ALTER TABLE remembered ENABLE ROW LEVEL SECURITY;
ALTER TABLE remembered FORCE ROW LEVEL SECURITY;
CREATE POLICY remembered_web ON remembered TO cv_web
    USING (stream IN (SELECT access_reached()) OR (SELECT access_feeds())) WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY remembered_jobs ON remembered TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY remembered_eraser ON remembered TO cv_eraser USING (true)
    WITH CHECK (text IS NULL AND NOT EXISTS (SELECT FROM legal_hold h WHERE h.stream = remembered.stream AND h.lifted IS NULL));

ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY snapshot_web ON snapshot TO cv_web
    USING (stream IN (SELECT access_reached())) WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY snapshot_jobs ON snapshot TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY snapshot_eraser ON snapshot TO cv_eraser USING (true);

ALTER TABLE asking ENABLE ROW LEVEL SECURITY;
ALTER TABLE asking FORCE ROW LEVEL SECURITY;
CREATE POLICY asking_read ON asking FOR SELECT TO cv_web
    USING (stream IN (SELECT access_reached()) OR (SELECT access_kind()) = 'colleague');
CREATE POLICY asking_add ON asking FOR INSERT TO cv_web
    WITH CHECK (stream IN (SELECT access_reached()) AND actor = (SELECT access_actor()));
CREATE POLICY asking_jobs ON asking TO cv_worker USING (true) WITH CHECK (true);

ALTER TABLE kept_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE kept_key FORCE ROW LEVEL SECURITY;
CREATE POLICY kept_key_web ON kept_key TO cv_web
    USING (actor = (SELECT access_actor())) WITH CHECK (actor = (SELECT access_actor()));
CREATE POLICY kept_key_jobs ON kept_key TO cv_worker USING (true) WITH CHECK (true);

ALTER TABLE look ENABLE ROW LEVEL SECURITY;
ALTER TABLE look FORCE ROW LEVEL SECURITY;
CREATE POLICY look_read ON look FOR SELECT TO cv_web USING (stream IN (SELECT access_reached()));
CREATE POLICY look_jobs ON look TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY look_recorded ON look TO cv_migrator USING (true) WITH CHECK (true);
