-- Offers of proofs to wallet apps that may still be taken up. A projection of WalletOffered, WalletTookProof and WalletOfferEnded.
-- Codes and numbers are kept by digest, with a secret that is not in the database: whoever reads this table can take up nothing.

CREATE TABLE wallet_offer (
    digest  text        PRIMARY KEY COLLATE "C",
    opens   text        NOT NULL COLLATE "C",
    stream  uuid        NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX wallet_offer_stream ON wallet_offer (stream);

-- What was done with an offer: how many wrong numbers were given, and the digest of the one token it was given up for.
CREATE TABLE wallet_use (
    digest text        PRIMARY KEY COLLATE "C",
    wrong  integer     NOT NULL DEFAULT 0,
    token  bytea,
    at     timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX wallet_use_token ON wallet_use (token);
CREATE INDEX wallet_use_at ON wallet_use (at);

-- Nonces that a wallet has used. They are made without being written down; each counts once.
CREATE TABLE wallet_nonce (
    digest  bytea       PRIMARY KEY,
    expires timestamptz NOT NULL
);
CREATE INDEX wallet_nonce_expires ON wallet_nonce (expires);

GRANT SELECT, INSERT, DELETE ON wallet_offer TO cv_web, cv_worker;
GRANT SELECT, DELETE ON wallet_offer TO cv_eraser;

ALTER TABLE wallet_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE wallet_offer FORCE ROW LEVEL SECURITY;
CREATE POLICY wallet_offer_own ON wallet_offer TO cv_web
    USING (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative', 'wallet'))
    WITH CHECK (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative'));
CREATE POLICY wallet_offer_jobs ON wallet_offer TO cv_worker USING (true) WITH CHECK (true);
CREATE POLICY wallet_offer_eraser ON wallet_offer TO cv_eraser USING (true);
CREATE POLICY wallet_offer_owner ON wallet_offer FOR SELECT TO cv_migrator USING (true);

ALTER TABLE wallet_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE wallet_use FORCE ROW LEVEL SECURITY;
CREATE POLICY wallet_use_owner ON wallet_use TO cv_migrator USING (true) WITH CHECK (true);

ALTER TABLE wallet_nonce ENABLE ROW LEVEL SECURITY;
ALTER TABLE wallet_nonce FORCE ROW LEVEL SECURITY;
CREATE POLICY wallet_nonce_owner ON wallet_nonce TO cv_migrator USING (true) WITH CHECK (true);

-- A wallet reaches the one record whose offer it took up, and gives its credential a place in the status list.
ALTER TABLE access DROP CONSTRAINT access_kind_check;
ALTER TABLE access ADD CONSTRAINT access_kind_check
    CHECK (kind IN ('customer', 'representative', 'colleague', 'client', 'matching', 'checker', 'wallet', 'organisation'));
ALTER POLICY credential_status_own ON credential_status
    USING (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative', 'wallet'))
    WITH CHECK (stream IN (SELECT access_reached()) AND (SELECT access_kind()) IN ('customer', 'representative', 'wallet'));

-- Whether an offer may still be taken up.
CREATE FUNCTION wallet_offer_open(code text, most integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM wallet_offer o LEFT JOIN wallet_use u USING (digest)
        WHERE o.digest = code AND o.expires > now() AND u.token IS NULL AND coalesce(u.wrong, 0) < most)
$$;

-- Take an offer up, once. Gives 'taken', and then `secret` reaches the record as that actor for so long; 'ended' when this wrong number
-- was the last that is allowed, and then it does so for a minute, to have that written down; else nothing.
CREATE FUNCTION take_wallet_offer(code text, opened text, most integer, secret text, actor text, lasts interval)
    RETURNS TABLE (said text, reached uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE offer wallet_offer; used wallet_use; mine bytea := sha256(convert_to(secret, 'UTF8'));
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(code, 2));
    DELETE FROM wallet_use u WHERE u.at < now() - interval '1 day';
    SELECT * INTO offer FROM wallet_offer o WHERE o.digest = code AND o.expires > now();
    IF offer.digest IS NULL THEN RETURN; END IF;
    INSERT INTO wallet_use (digest) VALUES (code) ON CONFLICT DO NOTHING;
    SELECT * INTO used FROM wallet_use u WHERE u.digest = code;
    IF used.token IS NOT NULL OR used.wrong >= most THEN RETURN; END IF;
    IF offer.opens = opened THEN
        UPDATE wallet_use u SET token = mine WHERE u.digest = code;
        said := 'taken';
    ELSE
        UPDATE wallet_use u SET wrong = u.wrong + 1 WHERE u.digest = code;
        IF used.wrong + 1 < most THEN RETURN; END IF;
        said := 'ended'; lasts := interval '1 minute';
    END IF;
    INSERT INTO access VALUES (mine, 'wallet', actor, NULL, false, now() + lasts);
    INSERT INTO reach VALUES (mine, offer.stream);
    reached := offer.stream;
    RETURN NEXT;
END $$;

-- The offer that the token of this transaction was given for, while it lasts.
CREATE FUNCTION wallet_offer_of_token() RETURNS TABLE (offer text, reached uuid) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT o.digest, o.stream FROM wallet_use u JOIN wallet_offer o USING (digest)
        WHERE u.token = access_digest() AND access_kind() = 'wallet'
$$;

-- Use a nonce. False when it was used before.
CREATE FUNCTION use_wallet_nonce(nonce text, lasts interval) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM wallet_nonce n WHERE n.expires < now();
    INSERT INTO wallet_nonce VALUES (sha256(convert_to(nonce, 'UTF8')), now() + lasts) ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION wallet_offer_open, take_wallet_offer, wallet_offer_of_token, use_wallet_nonce FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wallet_offer_open, take_wallet_offer, wallet_offer_of_token, use_wallet_nonce TO cv_web;
