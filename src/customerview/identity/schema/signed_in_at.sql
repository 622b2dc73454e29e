-- Which session here came of which sign-in at the provider, so that it ends at once when the provider says that the sign-in is over.
-- The provider's names are kept as digests. A row goes with its session.
CREATE TABLE signed_in_at (
    session_key varchar(40) PRIMARY KEY REFERENCES django_session ON DELETE CASCADE,
    client      text        NOT NULL COLLATE "C",
    subject     text        NOT NULL COLLATE "C",
    sign_in     text        NOT NULL COLLATE "C"
);
CREATE INDEX signed_in_at_subject ON signed_in_at (subject);
GRANT SELECT, INSERT, DELETE ON signed_in_at TO cv_web;
GRANT SELECT ON signed_in_at TO cv_worker;

-- A token that tells of a logout is believed once.
CREATE TABLE logout_told (
    token text        PRIMARY KEY COLLATE "C",
    until timestamptz NOT NULL
);
GRANT SELECT, INSERT ON logout_told TO cv_web;
GRANT SELECT, DELETE ON logout_told TO cv_worker;
