-- A family name is looked for by an index of its own, however many proofs an inbox holds.

ALTER TABLE inbox ADD COLUMN family text NOT NULL DEFAULT '' COLLATE "C";
CREATE INDEX inbox_by_family ON inbox (organisation, family);
