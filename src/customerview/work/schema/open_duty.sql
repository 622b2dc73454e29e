-- Open duties as people's work: one row for each, gone when it is discharged. Dropped and made again from the facts at will.

CREATE TABLE open_duty (
    stream     uuid        NOT NULL,
    id         text        NOT NULL,
    duty       text        NOT NULL,
    rule       text        NOT NULL,
    per        text        NOT NULL,
    opened     timestamptz NOT NULL,
    begins     date        NOT NULL,
    due        date        NOT NULL,
    due_at     timestamptz,
    late_from  timestamptz NOT NULL,
    owner      text        NOT NULL,
    person     text        NOT NULL,
    offered_to text        NOT NULL,
    harm       smallint    NOT NULL,
    values     jsonb       NOT NULL,
    PRIMARY KEY (stream, id)
);
COMMENT ON COLUMN open_duty.late_from IS 'The promised moment, or the end of the last day in London: from then on it is late.';

-- Lists walk these from their place: late and most harmful first, however many are open.
CREATE INDEX open_duty_mine ON open_duty (owner, person, harm, late_from, stream, id);
CREATE INDEX open_duty_team ON open_duty (owner, harm, late_from, stream, id);
CREATE INDEX open_duty_offered ON open_duty (offered_to, late_from) WHERE offered_to <> '';
CREATE INDEX open_duty_late ON open_duty (late_from, duty, owner);

-- Whom the open duties are about, as far as a line of a list says it. Gone when nothing is open.
CREATE TABLE owed_to (
    stream uuid PRIMARY KEY,
    name   text NOT NULL,
    need   text NOT NULL,
    tier   text NOT NULL,
    nation text NOT NULL
);
