-- Colleagues, clients and jobs see what is owed; a customer only what is owed to them. Rows are written with the facts they
-- stand for, by whoever reaches that stream.

GRANT SELECT, INSERT, UPDATE, DELETE ON open_duty, owed_to TO cv_web, cv_worker;
GRANT SELECT, DELETE ON owed_to TO cv_eraser;

ALTER TABLE open_duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE open_duty FORCE ROW LEVEL SECURITY;
CREATE POLICY open_duty_read ON open_duty FOR SELECT TO cv_web
    USING ((SELECT access_kind()) IN ('colleague', 'client') OR stream IN (SELECT access_reached()));
CREATE POLICY open_duty_add ON open_duty FOR INSERT TO cv_web WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY open_duty_move ON open_duty FOR UPDATE TO cv_web
    USING (stream IN (SELECT access_reached())) WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY open_duty_end ON open_duty FOR DELETE TO cv_web USING (stream IN (SELECT access_reached()));
CREATE POLICY open_duty_jobs ON open_duty TO cv_worker USING (true) WITH CHECK (true);

ALTER TABLE owed_to ENABLE ROW LEVEL SECURITY;
ALTER TABLE owed_to FORCE ROW LEVEL SECURITY;
CREATE POLICY owed_to_read ON owed_to FOR SELECT TO cv_web
    USING ((SELECT access_kind()) = 'colleague' OR stream IN (SELECT access_reached()));
CREATE POLICY owed_to_add ON owed_to FOR INSERT TO cv_web WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY owed_to_change ON owed_to FOR UPDATE TO cv_web
    USING (stream IN (SELECT access_reached())) WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY owed_to_end ON owed_to FOR DELETE TO cv_web USING (stream IN (SELECT access_reached()));
CREATE POLICY owed_to_jobs ON owed_to TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY owed_to_eraser ON owed_to TO cv_eraser USING (true);
