-- How often something happened in a journey on a day. Nobody is in it: no stream, no session, no moment, only counts.

CREATE TABLE journey_count (
    day     date   NOT NULL,
    event   text   NOT NULL COLLATE "C",
    step    text   NOT NULL COLLATE "C",
    benefit text   NOT NULL COLLATE "C",
    channel text   NOT NULL COLLATE "C",
    detail  text   NOT NULL COLLATE "C",
    times   bigint NOT NULL,
    PRIMARY KEY (day, event, step, benefit, channel, detail)
);

-- What people said at the end, with the day and nothing else.
CREATE TABLE journey_comment (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day  date NOT NULL,
    said text NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON journey_count TO cv_web, cv_worker;
GRANT SELECT, INSERT ON journey_comment TO cv_web, cv_worker;

ALTER TABLE journey_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE journey_count FORCE ROW LEVEL SECURITY;
CREATE POLICY journey_count_all ON journey_count TO cv_web, cv_worker USING (true) WITH CHECK (true);
ALTER TABLE journey_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE journey_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY journey_comment_all ON journey_comment TO cv_web, cv_worker USING (true) WITH CHECK (true);
