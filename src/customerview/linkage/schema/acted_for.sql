-- For whom a body acts, with what needs its attention: a projection of the customers' records, written in the same transaction.
CREATE TABLE acted_for (
    body      uuid  NOT NULL,
    person    uuid  NOT NULL,
    authority text  NOT NULL,
    name      text  NOT NULL,
    born      date,
    starts    date  NOT NULL,
    ends      date,
    urgency   int2  NOT NULL,
    attention jsonb NOT NULL,
    PRIMARY KEY (body, person, authority)
);
COMMENT ON COLUMN acted_for.urgency IS 'What stands first: 0 money stopped, 1 money astray, 2 something is asked of them, 3 something is new, 4 nothing.';
CREATE INDEX acted_for_person ON acted_for (person);
CREATE INDEX acted_for_order ON acted_for (body, urgency, name, person);

GRANT SELECT, INSERT, DELETE ON acted_for TO cv_web, cv_worker;
GRANT SELECT, DELETE ON acted_for TO cv_eraser;

ALTER TABLE acted_for ENABLE ROW LEVEL SECURITY;
ALTER TABLE acted_for FORCE ROW LEVEL SECURITY;
-- A body sees its own; whoever writes in a customer's record keeps that customer's rows in step.
CREATE POLICY acted_for_find ON acted_for FOR SELECT TO cv_web
    USING (person IN (SELECT access_reached()) OR ((SELECT access_kind()) = 'organisation' AND body IN (SELECT access_reached())));
CREATE POLICY acted_for_add ON acted_for FOR INSERT TO cv_web WITH CHECK (person IN (SELECT access_reached()));
CREATE POLICY acted_for_drop ON acted_for FOR DELETE TO cv_web USING (person IN (SELECT access_reached()));
CREATE POLICY acted_for_jobs ON acted_for TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY acted_for_eraser ON acted_for TO cv_eraser USING (true);
