-- Letters on their way. The worker's alone: no page reads these tables. What they say is in the ledger too; here is only where
-- each one stands. Nothing here tells anything about anybody.

CREATE TABLE print_run (
    run         text        PRIMARY KEY CHECK (length(run) <= 40),
    form        text        NOT NULL,
    state       text        NOT NULL DEFAULT 'gathered' CHECK (state IN ('gathered', 'handed_over')),
    gathered    timestamptz NOT NULL DEFAULT now(),
    handed_over timestamptz,
    letters     integer     NOT NULL DEFAULT 0
);

-- written → waiting (released) → in_run or leaving → left → posted, not_taken, done; held and cancelled stay here.
CREATE TABLE outgoing (
    stream    uuid        NOT NULL,
    letter    text        NOT NULL CHECK (length(letter) <= 40),
    written   integer     NOT NULL,
    released  integer     NOT NULL DEFAULT 0,
    way       text        NOT NULL,
    form      text        NOT NULL,
    recipient text        NOT NULL,
    state     text        NOT NULL DEFAULT 'written',
    since     timestamptz NOT NULL DEFAULT now(),
    run       text        REFERENCES print_run,
    place     integer,
    attempts  integer     NOT NULL DEFAULT 0,
    next_at   timestamptz NOT NULL DEFAULT now(),
    provider  uuid,
    PRIMARY KEY (stream, letter)
);
COMMENT ON COLUMN outgoing.written IS 'The number of the fact that holds what the letter says; `released` of the one that let it go.';
COMMENT ON COLUMN outgoing.provider IS 'The id GOV.UK Notify gave it.';
CREATE INDEX outgoing_waiting ON outgoing (way, form, since) WHERE state = 'waiting';
CREATE INDEX outgoing_in_hand ON outgoing (way, next_at) WHERE state IN ('waiting', 'leaving');
CREATE INDEX outgoing_run ON outgoing (run, place) WHERE run IS NOT NULL;
CREATE INDEX outgoing_provider ON outgoing (provider) WHERE provider IS NOT NULL;

-- What Notify tells us, written down at once and acted on by the worker: ids and states, never to whom.
CREATE TABLE notify_notice (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider uuid        NOT NULL,
    status   text        NOT NULL CHECK (length(status) <= 60),
    at       timestamptz NOT NULL DEFAULT now(),
    done     boolean     NOT NULL DEFAULT false
);
CREATE INDEX notify_notice_to_do ON notify_notice (id) WHERE NOT done;

-- A run of very many letters: whom it is for, in chunks of which each is done once.
CREATE TABLE letters_run (
    run     text        PRIMARY KEY CHECK (length(run) <= 30),
    benefit text        NOT NULL,
    spec    text        NOT NULL,
    begun   timestamptz NOT NULL DEFAULT now(),
    chosen  boolean     NOT NULL DEFAULT false
);
CREATE TABLE letters_chunk (
    run     text    NOT NULL REFERENCES letters_run,
    number  integer NOT NULL,
    streams uuid[]  NOT NULL,
    done    boolean NOT NULL DEFAULT false,
    written integer NOT NULL DEFAULT 0,
    PRIMARY KEY (run, number)
);

GRANT SELECT, INSERT, UPDATE ON print_run, outgoing, notify_notice, letters_run, letters_chunk TO cv_worker;
GRANT INSERT (provider, status) ON notify_notice TO cv_web;

ALTER TABLE print_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_run FORCE ROW LEVEL SECURITY;
CREATE POLICY print_run_jobs ON print_run TO cv_worker USING (true) WITH CHECK (true);

ALTER TABLE outgoing ENABLE ROW LEVEL SECURITY;
ALTER TABLE outgoing FORCE ROW LEVEL SECURITY;
CREATE POLICY outgoing_jobs ON outgoing TO cv_worker USING (true) WITH CHECK (true);

ALTER TABLE notify_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notify_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY notify_notice_jobs ON notify_notice TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY notify_notice_told ON notify_notice FOR INSERT TO cv_web WITH CHECK (true);

ALTER TABLE letters_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE letters_run FORCE ROW LEVEL SECURITY;
CREATE POLICY letters_run_jobs ON letters_run TO cv_worker USING (true) WITH CHECK (true);

ALTER TABLE letters_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE letters_chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY letters_chunk_jobs ON letters_chunk TO cv_worker USING (true) WITH CHECK (true);
