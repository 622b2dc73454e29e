-- Who is told, and what they still have to be told. The worker's alone: no page and no API request reaches these tables.

CREATE TABLE subscription (
    recipient  text        PRIMARY KEY CHECK (length(recipient) <= 40),
    url        text        NOT NULL CHECK (length(url) <= 500),
    keys       integer[]   NOT NULL CHECK (cardinality(keys) BETWEEN 1 AND 2),
    active     boolean     NOT NULL DEFAULT true,
    failures   integer     NOT NULL DEFAULT 0,
    wait_until timestamptz NOT NULL DEFAULT now(),
    since      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN subscription.keys IS 'Which of the recipient''s secrets sign, the newest first; the secrets are not in the database.';

CREATE TABLE delivery (
    stream      uuid        NOT NULL,
    number      integer     NOT NULL,
    recipient   text        NOT NULL,
    share       text        NOT NULL,
    of          integer     NOT NULL,
    shared      timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    next_at     timestamptz NOT NULL DEFAULT now(),
    delivered   timestamptz,
    receipt     timestamptz,
    last_answer text        NOT NULL DEFAULT '',
    PRIMARY KEY (stream, number)
);
COMMENT ON COLUMN delivery.number IS 'Of the FactShared; `of` is the number of what was shared.';
CREATE INDEX delivery_due ON delivery (recipient, next_at) WHERE receipt IS NULL;

-- Whoever has no system of its own works here: what is shared is on its list of work at once, and that is its receipt.
INSERT INTO subscription (recipient, url, keys) VALUES ('BEREAVEMENT', 'here:', '{1}');

GRANT SELECT, INSERT, UPDATE ON subscription, delivery TO cv_worker;

ALTER TABLE subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY subscription_jobs ON subscription TO cv_worker USING (true) WITH CHECK (true);

ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY delivery_jobs ON delivery TO cv_worker USING (true) WITH CHECK (true);
