-- Who tried to be matched to a record, and when: by digest of the sign-in. Only how many tries there were can be asked.
CREATE TABLE match_try (
    subject text        NOT NULL COLLATE "C",
    at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX match_try_subject ON match_try (subject, at);
GRANT SELECT, INSERT ON match_try TO cv_web;
GRANT SELECT, DELETE ON match_try TO cv_worker;
