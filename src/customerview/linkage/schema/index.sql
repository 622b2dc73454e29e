-- Who is this? A row for each name a person has had, with what else finds them. A projection: dropped and made again from the facts.

CREATE TABLE person_index (
    stream   uuid    NOT NULL,
    nth      integer NOT NULL,
    latest   boolean NOT NULL,
    nino     text    COLLATE "C",
    born     date,
    given    text    NOT NULL COLLATE "C",
    family   text    NOT NULL COLLATE "C",
    bare     text    NOT NULL COLLATE "C",
    postcode text    COLLATE "C",
    called   text    NOT NULL,
    suffix   text    NOT NULL,
    PRIMARY KEY (stream, nth)
);
COMMENT ON COLUMN person_index.nino IS 'The first eight characters: the last letter adds nothing and is often not known.';
COMMENT ON COLUMN person_index.bare IS 'The family name without its particles: van der Berg and Berg meet here.';
CREATE INDEX person_index_nino ON person_index (nino) WHERE nino IS NOT NULL;
CREATE INDEX person_index_family ON person_index (born, family);
CREATE INDEX person_index_bare ON person_index (born, bare);
CREATE INDEX person_index_given ON person_index (born, given);
CREATE INDEX person_index_postcode ON person_index (postcode, family);

-- Which sign-in is whose: by digest, never by the provider's own name for the person.
CREATE TABLE sign_in (
    subject text NOT NULL COLLATE "C",
    stream  uuid NOT NULL,
    PRIMARY KEY (subject, stream)
);

GRANT SELECT, INSERT, DELETE ON person_index, sign_in TO cv_web, cv_worker;
GRANT SELECT, DELETE ON person_index, sign_in TO cv_eraser;

-- Only those whose work it is to find people may look here; whoever else writes to a record keeps its own rows in step.
ALTER TABLE person_index ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_index FORCE ROW LEVEL SECURITY;
CREATE POLICY person_index_find ON person_index FOR SELECT TO cv_web
    USING ((SELECT access_kind()) IN ('colleague', 'client', 'matching') OR stream IN (SELECT access_reached()));
CREATE POLICY person_index_add ON person_index FOR INSERT TO cv_web WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY person_index_drop ON person_index FOR DELETE TO cv_web USING (stream IN (SELECT access_reached()));
CREATE POLICY person_index_jobs ON person_index TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY person_index_eraser ON person_index TO cv_eraser USING (true);

ALTER TABLE sign_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_find ON sign_in FOR SELECT TO cv_web
    USING ((SELECT access_kind()) = 'matching' OR stream IN (SELECT access_reached()));
CREATE POLICY sign_in_add ON sign_in FOR INSERT TO cv_web WITH CHECK (stream IN (SELECT access_reached()));
CREATE POLICY sign_in_drop ON sign_in FOR DELETE TO cv_web USING (stream IN (SELECT access_reached()));
CREATE POLICY sign_in_jobs ON sign_in TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY sign_in_eraser ON sign_in TO cv_eraser USING (true);
