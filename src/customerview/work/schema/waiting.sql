-- What has not begun stands apart: a list walks what can be done now, and of the rest only what has begun since the last half hour.
-- The mark is set when a duty opens, from its own days, so that a rebuilt row is the same; `stop_waiting` takes it off when the day has come.

ALTER TABLE open_duty ADD COLUMN waits boolean NOT NULL DEFAULT false;
UPDATE open_duty SET waits = true WHERE begins > (opened AT TIME ZONE 'Europe/London')::date AND begins > (now() AT TIME ZONE 'Europe/London')::date;

-- A team and a person in one word, so that the list of one person is always walked by its own index.
ALTER TABLE open_duty ADD COLUMN whose text GENERATED ALWAYS AS (owner || ' ' || person) STORED;

DROP INDEX open_duty_mine, open_duty_team, open_duty_late;
CREATE INDEX open_duty_mine ON open_duty (whose, harm, late_from, stream, id) WHERE NOT waits;
CREATE INDEX open_duty_team ON open_duty (owner, harm, late_from, stream, id) WHERE NOT waits;
CREATE INDEX open_duty_waiting ON open_duty (owner, begins) WHERE waits;
