-- The ledger's tables. Every key that grows with customers begins with the stream.

CREATE TABLE fact (
    stream     uuid        NOT NULL,
    number     integer     NOT NULL CHECK (number > 0),
    kind       smallint    NOT NULL,
    at         timestamptz NOT NULL,
    effective  date        NOT NULL,
    actor      text        NOT NULL CHECK (length(actor) BETWEEN 3 AND 120),
    cause      text        NOT NULL CHECK (length(cause) <= 120),
    data       bytea       NOT NULL CHECK (length(data) <= 2000),
    remembers  bytea       CHECK (length(remembers) = 32),
    hash       bytea       NOT NULL CHECK (length(hash) = 32),
    tx         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    -- The index carries the whole fact, so that one customer is read from few pages without the heap.
    PRIMARY KEY (stream, number) INCLUDE (kind, at, effective, actor, cause, data, remembers, hash)
);
CREATE INDEX fact_feed ON fact (tx, stream, number);
COMMENT ON COLUMN fact.remembers IS 'Salted digest of what stands in remembered; the chain covers this, never the text.';

CREATE TABLE remembered (
    stream uuid    NOT NULL,
    number integer NOT NULL,
    salt   bytea,
    text   bytea,
    PRIMARY KEY (stream, number),
    CONSTRAINT salt_goes_with_text CHECK ((salt IS NULL) = (text IS NULL))
);

CREATE TABLE snapshot (
    stream  uuid        NOT NULL,
    number  integer     NOT NULL,
    at      timestamptz NOT NULL,
    edition text        NOT NULL,
    state   bytea       NOT NULL,
    PRIMARY KEY (stream, number)
);

CREATE TABLE asking (
    stream     uuid        NOT NULL,
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    action     text        NOT NULL,
    digest     bytea       NOT NULL,
    edition    text        NOT NULL,
    run        text        NOT NULL,
    rules      text[]      NOT NULL,
    outcomes   jsonb       NOT NULL,
    overridden text[]      NOT NULL,
    done       boolean     NOT NULL,
    PRIMARY KEY (stream, id)
);
CREATE INDEX asking_by_day ON asking (at);

CREATE TABLE kept_key (
    actor  text        NOT NULL,
    key    text        NOT NULL CHECK (length(key) <= 200),
    digest bytea       NOT NULL,
    stream uuid        NOT NULL,
    first  integer     NOT NULL,
    last   integer     NOT NULL,
    at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor, key)
);

-- Who looked at whom, and why: a chain for each customer, written before anything is read.
CREATE TABLE look (
    stream   uuid        NOT NULL,
    number   integer     NOT NULL,
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    reason   text        NOT NULL CHECK (length(reason) BETWEEN 3 AND 300),
    cause    text        NOT NULL,
    withheld boolean     NOT NULL,
    hash     bytea       NOT NULL,
    PRIMARY KEY (stream, number)
);

CREATE TABLE source_heard (
    line  text        PRIMARY KEY,
    heard timestamptz NOT NULL
);

CREATE TABLE reader (
    name  text        PRIMARY KEY,
    tx    xid8        NOT NULL,
    stream uuid       NOT NULL,
    number integer    NOT NULL,
    moved timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE root (
    day       date  PRIMARY KEY,
    tx        xid8  NOT NULL,
    heads     bigint NOT NULL,
    digest    bytea NOT NULL,
    previous  bytea NOT NULL,
    signature text  NOT NULL
);

CREATE TABLE legal_hold (
    stream uuid NOT NULL,
    reason text NOT NULL,
    placed timestamptz NOT NULL DEFAULT now(),
    lifted timestamptz,
    PRIMARY KEY (stream, reason)
);

CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is never edited: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER fact_never_changed BEFORE UPDATE OR DELETE ON fact FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER fact_never_emptied BEFORE TRUNCATE ON fact EXECUTE FUNCTION never_changed();
CREATE TRIGGER look_never_changed BEFORE UPDATE OR DELETE ON look FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER look_never_emptied BEFORE TRUNCATE ON look EXECUTE FUNCTION never_changed();
CREATE TRIGGER asking_never_changed BEFORE UPDATE OR DELETE ON asking FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER asking_never_emptied BEFORE TRUNCATE ON asking EXECUTE FUNCTION never_changed();
