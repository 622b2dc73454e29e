-- Payments made as expected, as lines handed them in: source rows, kept beside the facts and never changed. Nothing in a row
-- names anybody or is free text, so there is nothing to erase. `batch` is the number, in the line's own stream, of the fact that
-- holds the digest over all rows of the batch.

CREATE TABLE payment_made (
    stream uuid    NOT NULL,
    batch  integer NOT NULL CHECK (batch > 0),
    place  integer NOT NULL CHECK (place >= 0),
    due    date    NOT NULL,
    made   date    NOT NULL,
    amount integer NOT NULL CHECK (amount >= 0),
    line   text    NOT NULL CHECK (length(line) <= 20),
    award  text    NOT NULL CHECK (length(award) BETWEEN 1 AND 40),
    PRIMARY KEY (stream, line, batch, place)
);

-- The stream of a line, as the code works it out too.
CREATE FUNCTION line_stream(line text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT substr(encode(sha256(convert_to('line:' || line, 'UTF8')), 'hex'), 1, 32)::uuid
$$;

CREATE TRIGGER payment_made_never_changed BEFORE UPDATE OR DELETE ON payment_made FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER payment_made_never_emptied BEFORE TRUNCATE ON payment_made EXECUTE FUNCTION never_changed();

GRANT SELECT, INSERT ON payment_made TO cv_web, cv_worker;
REVOKE ALL ON FUNCTION line_stream FROM PUBLIC;
GRANT EXECUTE ON FUNCTION line_stream TO cv_web, cv_worker;

ALTER TABLE payment_made ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_made FORCE ROW LEVEL SECURITY;
CREATE POLICY payment_made_read ON payment_made FOR SELECT TO cv_web USING (stream IN (SELECT access_reached()));
-- Whoever has reached a line's own stream, to add a batch there, may add its rows, whomever they are about; and read none of them.
CREATE POLICY payment_made_add ON payment_made FOR INSERT TO cv_web
    WITH CHECK ((SELECT access_kind()) = 'client' AND line_stream(line) IN (SELECT access_reached()));
CREATE POLICY payment_made_jobs ON payment_made TO cv_worker USING (true) WITH CHECK (true);
