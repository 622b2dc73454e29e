-- The inboxes of organisations: one row for each proof sent straight to one. A projection of facts in customers' records, so that
-- an inbox of millions is read by its own index and no customer's record is walked. What a proof shows is not here: it is read from
-- the record itself, when it is opened, and that is written down first.

CREATE TABLE inbox (
    organisation uuid        NOT NULL,
    sending      text        NOT NULL COLLATE "C",
    stream       uuid        NOT NULL,
    proof        text        NOT NULL COLLATE "C",
    purpose      text        NOT NULL,
    name         text        NOT NULL,
    bare         text        NOT NULL COLLATE "C",
    born         date,
    received     timestamptz NOT NULL,
    expires      date        NOT NULL,
    place        smallint    NOT NULL CHECK (place BETWEEN 0 AND 3),
    assigned     text        NOT NULL DEFAULT '',
    tx           xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (organisation, sending)
);
COMMENT ON COLUMN inbox.place IS '0 new, 1 opened, 2 dealt with, 3 no longer shared: the order in which an inbox shows them.';
COMMENT ON COLUMN inbox.tx IS 'The transaction that last moved it: a reader of the feed passes no row whose transaction is not over.';
CREATE INDEX inbox_shown ON inbox (organisation, place, received DESC, sending DESC);
CREATE INDEX inbox_assigned ON inbox (organisation, assigned, place, received DESC, sending DESC) WHERE assigned <> '';
CREATE INDEX inbox_moved ON inbox (organisation, tx, sending);
CREATE INDEX inbox_by_proof ON inbox (organisation, proof);
CREATE INDEX inbox_by_name ON inbox (organisation, bare);
CREATE INDEX inbox_by_birth ON inbox (organisation, born);
CREATE INDEX inbox_stream ON inbox (stream);
CREATE INDEX inbox_expires ON inbox (expires);

GRANT SELECT, INSERT, UPDATE ON inbox TO cv_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox TO cv_worker;
GRANT SELECT, UPDATE ON inbox TO cv_eraser;

-- Whose inbox this session may read: that of the organisation somebody is signed in for, or whose key this is; while it is verified.
CREATE FUNCTION inbox_owner() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kind text := access_kind(); who uuid;
BEGIN
    IF kind = 'organisation' THEN
        SELECT a.stream INTO who FROM access a WHERE a.digest = access_digest();
    ELSIF kind = 'checker' THEN
        SELECT c.organisation INTO who FROM api_client c WHERE c.revoked IS NULL AND 'client:' || c.id = access_actor();
    END IF;
    RETURN (SELECT o.id FROM organisation o WHERE o.id = who AND o.status = 'verified' AND 'receive' = ANY (o.does));
END $$;

-- Whether a customer may send to it, under this name: the projection asks, so that nothing is sent to whoever was stopped meanwhile.
CREATE FUNCTION gets_proofs(organisation uuid, called text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM organisation o WHERE o.id = $1 AND o.name = $2 AND o.status = 'verified' AND 'receive' = ANY (o.does))
$$;

ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
CREATE POLICY inbox_read ON inbox FOR SELECT TO cv_web
    USING (organisation = (SELECT inbox_owner()) OR stream IN (SELECT access_reached()));
CREATE POLICY inbox_sent ON inbox FOR INSERT TO cv_web
    WITH CHECK (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative') AND place = 0);
CREATE POLICY inbox_moved ON inbox FOR UPDATE TO cv_web
    USING (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative', 'checker'));
CREATE POLICY inbox_jobs ON inbox TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY inbox_eraser ON inbox TO cv_eraser USING (true) WITH CHECK (true);
CREATE POLICY inbox_owner ON inbox FOR SELECT TO cv_migrator USING (true);

-- Opening one: the record it is in comes into reach for a minute, for this organisation's member of staff or key and nobody else.
CREATE FUNCTION open_inbox(which text, secret text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid;
BEGIN
    SELECT i.stream INTO found FROM inbox i
        WHERE i.organisation = inbox_owner() AND i.sending = which AND i.place < 3 AND i.expires >= (now() AT TIME ZONE 'Europe/London')::date;
    IF found IS NOT NULL THEN
        INSERT INTO access VALUES (sha256(convert_to(secret, 'UTF8')), 'checker', access_actor(), NULL, false, now() + interval '1 minute');
        INSERT INTO reach VALUES (sha256(convert_to(secret, 'UTF8')), found);
    END IF;
    RETURN found;
END $$;
REVOKE ALL ON FUNCTION inbox_owner, gets_proofs, open_inbox FROM PUBLIC;
GRANT EXECUTE ON FUNCTION inbox_owner, gets_proofs, open_inbox TO cv_web;

-- Every kind of access there is: two rooms each added one, in whichever order.
ALTER TABLE access DROP CONSTRAINT access_kind_check;
ALTER TABLE access ADD CONSTRAINT access_kind_check
    CHECK (kind IN ('customer', 'representative', 'organisation', 'colleague', 'client', 'matching', 'checker', 'wallet'));
