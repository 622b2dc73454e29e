-- The systems that may use the API. No login that serves requests can add or change one: that is the migrator's, by the command line.

CREATE TABLE api_client (
    id          text        PRIMARY KEY CHECK (length(id) <= 60),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    role        text        NOT NULL,
    line        text        NOT NULL,
    team        text        NOT NULL,
    secret_hash text        NOT NULL,
    created     timestamptz NOT NULL DEFAULT now(),
    revoked     timestamptz
);
COMMENT ON COLUMN api_client.secret_hash IS 'Argon2id; the secret itself is shown once, when the client is made, and kept nowhere.';
GRANT SELECT ON api_client TO cv_web, cv_worker;
