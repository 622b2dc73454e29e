-- Who has worked here: by staff number, with the roles the provider gave them when they last signed in. Asked by commands that name somebody.
CREATE TABLE colleague_seen (
    number text        PRIMARY KEY COLLATE "C",
    roles  text[]      NOT NULL,
    team   text        NOT NULL,
    line   text        NOT NULL,
    seen   timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT, UPDATE ON colleague_seen TO cv_web;
GRANT SELECT, DELETE ON colleague_seen TO cv_worker;
