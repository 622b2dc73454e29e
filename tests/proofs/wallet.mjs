// A wallet app made of software that is not ours: OpenID4VCI by @openid4vc/openid4vci, keys by jose, SD-JWT VC by @sd-jwt/sd-jwt-vc.
// Reads what to do as JSON from the command line, prints what came of it as JSON. Each failing is named and goes wrong on purpose.
import { Openid4vciClient, setGlobalConfig } from '@openid4vc/openid4vci';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, generateSalt, ES256 } from '@sd-jwt/crypto-nodejs';
import { createHash, randomBytes } from 'node:crypto';
import { SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';

const { link, number, failing, nonce: givenNonce, show, aud, challenge } = JSON.parse(process.argv[2]);
setGlobalConfig({ allowInsecureUrls: true }); // the demonstration and the tests have no TLS
const pair = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { private: await exportJWK(privateKey), public: await exportJWK(publicKey), privateKey };
};
const holder = await pair();
const thief = await pair();

const client = new Openid4vciClient({
  callbacks: {
    fetch,
    hash: (data, alg) => createHash(alg.replace('-', '')).update(data).digest(),
    generateRandom: (length) => randomBytes(length),
    clientAuthentication: () => {}, // anonymous, as the server's metadata allow
    signJwt: async (signer, { header, payload }) => {
      const by = failing === 'another key' ? thief : holder;
      const typed = failing === 'untyped' ? { ...header, typ: 'JWT' } : header;
      const said = failing === 'another audience' ? { ...payload, aud: 'https://elsewhere.example' } : payload;
      return { jwt: await new SignJWT(said).setProtectedHeader(typed).sign(by.privateKey), signerJwk: holder.public };
    },
  },
});

const out = {};
try {
  const offer = await client.resolveCredentialOffer(link);
  out.offer = offer;
  const metadata = await client.resolveIssuerMetadata(offer.credential_issuer);
  out.version = metadata.originalDraftVersion;
  const token = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({ credentialOffer: offer, issuerMetadata: metadata, txCode: number });
  out.token = token.accessTokenResponse.access_token;
  out.expires_in = token.accessTokenResponse.expires_in;
  const { c_nonce } = await client.requestNonce({ issuerMetadata: metadata });
  out.nonce = c_nonce;
  const [credentialConfigurationId] = offer.credential_configuration_ids;
  const { jwt } = await client.createCredentialRequestJwtProof({
    issuerMetadata: metadata, credentialConfigurationId, nonce: givenNonce ?? c_nonce,
    signer: { method: 'jwk', publicJwk: holder.public, alg: 'ES256' },
  });
  const take = () => client.retrieveCredentials({
    issuerMetadata: metadata, accessToken: out.token, credentialConfigurationId, proofs: { jwt: [jwt] },
  });
  const { credentialResponse } = await take();
  const credential = credentialResponse.credentials[0].credential;
  if (failing === 'twice') await take();

  const keys = (await (await fetch(`${offer.credential_issuer}/.well-known/jwt-vc-issuer`)).json()).jwks.keys;
  const verifier = async (data, signature) => {
    const { kid } = JSON.parse(Buffer.from(data.split('.')[0], 'base64url'));
    return (await ES256.getVerifier(keys.find((key) => key.kid === kid)))(data, signature);
  };
  const reader = new SDJwtVcInstance({
    hasher: digest, hashAlg: 'sha-256', saltGenerator: generateSalt, verifier, statusVerifier: verifier,
    kbSignAlg: 'ES256', kbSigner: await ES256.getSigner(holder.private),
    kbVerifier: async (data, signature, payload) => (await ES256.getVerifier(payload.cnf.jwk))(data, signature),
    statusListFetcher: async (uri) => (await fetch(uri)).text(),
  });
  const read = await reader.verify(credential);
  out.claims = read.payload;
  out.bound = (await calculateJwkThumbprint(read.payload.cnf.jwk)) === (await calculateJwkThumbprint(holder.public));
  await importJWK(read.payload.cnf.jwk, 'ES256');
  if (show) {
    const kb = { payload: { iat: Math.floor(Date.now() / 1000), aud, nonce: challenge } };
    out.shown = await reader.present(credential, show, { kb });
    const { payload, kb: seen } = await reader.verify(out.shown, { keyBindingNonce: challenge });
    out.seen = { payload, aud: seen.payload.aud };
    const stolen = new SDJwtVcInstance({ hasher: digest, hashAlg: 'sha-256', kbSignAlg: 'ES256', kbSigner: await ES256.getSigner(thief.private) });
    out.stolen = await stolen.present(credential, show, { kb });
    out.unbound = await reader.present(credential, show);
    try { await reader.verify(out.stolen, { keyBindingNonce: challenge }); out.stolenSeen = true; } catch { out.stolenSeen = false; }
    try { await reader.verify(out.shown, { keyBindingNonce: 'another nonce' }); out.replayedSeen = true; } catch { out.replayedSeen = false; }
  }
} catch (error) {
  const answer = error.response?.credentialErrorResponseResult?.data ?? error.errorResponse ?? error.response?.body ?? {};
  out.refused = answer.error ?? String(error.message ?? error);
}
console.log(JSON.stringify(out));
