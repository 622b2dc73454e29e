-- When an organisation's record is erased, its keys go with it: they hold its name, and open nothing.

GRANT SELECT (organisation), DELETE ON api_client TO cv_eraser;
CREATE POLICY api_client_eraser ON api_client TO cv_eraser USING (organisation IS NOT NULL);
