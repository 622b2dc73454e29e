-- What waits for a second person, by the role that may agree: few rows, found without walking a team's whole work.
CREATE INDEX open_duty_proposals ON open_duty ((values ->> 'approver'), late_from, stream, id) WHERE duty = 'settle_proposal';
