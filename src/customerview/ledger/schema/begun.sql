-- Whether a stream has any fact: asked before a look, so that looks at ids that do not exist leave no row.
CREATE FUNCTION stream_begun(of uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF access_kind() IS NULL OR access_kind() NOT IN ('colleague', 'client') THEN
        RAISE EXCEPTION 'Only a colleague or a client looks.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN EXISTS (SELECT FROM fact WHERE stream = of AND number = 1);
END $$;
REVOKE ALL ON FUNCTION stream_begun FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stream_begun TO cv_web, cv_worker;
