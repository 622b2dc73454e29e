-- Who may reach which stream. A session proves itself by a secret set for the transaction; only its digest is kept here, and
-- the web's login cannot read this table: it asks the functions below.

CREATE TABLE access (
    digest  bytea       PRIMARY KEY,
    kind    text        NOT NULL CHECK (kind IN ('customer', 'representative', 'colleague', 'client', 'matching')),
    actor   text        NOT NULL,
    stream  uuid,
    feeds   boolean     NOT NULL DEFAULT false,
    expires timestamptz NOT NULL,
    CONSTRAINT acts_for_one CHECK ((kind IN ('customer', 'representative')) = (stream IS NOT NULL))
);
CREATE INDEX access_expires ON access (expires);

-- The streams a colleague or a client has looked at, with a reason, in this session.
CREATE TABLE reach (
    digest bytea NOT NULL REFERENCES access ON DELETE CASCADE,
    stream uuid  NOT NULL,
    PRIMARY KEY (digest, stream)
);

-- These are asked in every statement, so they are in the language whose plans are kept.
CREATE FUNCTION access_digest() RETURNS bytea LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN sha256(convert_to(nullif(current_setting('customerview.token', true), ''), 'UTF8'));
END $$;

CREATE FUNCTION access_reached() RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 10 SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE mine bytea := access_digest();
BEGIN
    RETURN QUERY SELECT a.stream FROM access a WHERE a.digest = mine AND a.expires > now() AND a.stream IS NOT NULL
        UNION ALL SELECT r.stream FROM reach r JOIN access a USING (digest) WHERE r.digest = mine AND a.expires > now();
END $$;

CREATE FUNCTION access_kind() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT kind FROM access WHERE digest = access_digest() AND expires > now());
END $$;

CREATE FUNCTION access_actor() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT actor FROM access WHERE digest = access_digest() AND expires > now());
END $$;

CREATE FUNCTION access_feeds() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT feeds FROM access WHERE digest = access_digest() AND expires > now()), false);
END $$;

CREATE FUNCTION open_access(secret text, kind text, actor text, stream uuid, feeds boolean, lasts interval) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM access WHERE expires < now() - interval '1 day';
    INSERT INTO access VALUES (sha256(convert_to(secret, 'UTF8')), kind, actor, stream, feeds, now() + lasts)
$$;

CREATE FUNCTION close_access(secret text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM access WHERE digest = sha256(convert_to(secret, 'UTF8'))
$$;

-- A look is written and the stream comes into reach in one act; the look's hash is checked by `ledger verify`.
CREATE FUNCTION record_look(of uuid, number integer, at timestamptz, reason text, cause text, withheld boolean, hash bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := access_actor();
BEGIN
    IF access_kind() IS NULL OR access_kind() NOT IN ('colleague', 'client') THEN
        RAISE EXCEPTION 'Only a colleague or a client looks.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO look VALUES (of, number, at, who, reason, cause, withheld, hash);
    INSERT INTO reach VALUES (access_digest(), of) ON CONFLICT DO NOTHING;
END $$;

-- The end of a customer's chain of looks: needed before the record is in reach, and tells nothing but a digest.
CREATE FUNCTION last_look(of uuid) RETURNS TABLE (number integer, hash bytea, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT number, hash, at FROM look WHERE stream = of ORDER BY number DESC LIMIT 1
$$;
