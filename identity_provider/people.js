// The made-up people one can sign in as, and what the provider says about each. Claims for customers and representatives
// are modelled on GOV.UK One Login; colleagues' and those of organisations' staff on a department's own provider, which says how they proved who they are.
import { createPrivateKey, createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const CORE_IDENTITY = 'https://vocab.account.gov.uk/v1/coreIdentityJWT';
const NOT_CLAIMS = new Set(['sub', 'label', 'kind', 'name', 'birth_date', 'amr']);

export class People {
  constructor(file, issuer, key) {
    Object.assign(this, { file, issuer, key });
  }

  // Read each time: a population made while the provider runs brings its own people.
  all() {
    return JSON.parse(readFileSync(this.file, 'utf8'));
  }

  find(sub) {
    return this.all().find((person) => person.sub === sub);
  }

  of(kinds) {
    return this.all().filter((person) => kinds.includes(person.kind));
  }

  // Whatever a person's entry holds beyond the known fields is a claim of its own; those of the file at start are offered.
  claimsByScope() {
    const extra = new Set(this.all().flatMap((person) => Object.keys(person)).filter((name) => !NOT_CLAIMS.has(name)));
    for (const name of ['email', 'phone_number']) extra.delete(name);
    return {
      openid: ['sub', 'amr', 'name', 'birthdate', 'vot', 'vtm', CORE_IDENTITY, ...extra],
      email: ['email', 'email_verified'],
      phone: ['phone_number', 'phone_number_verified'],
    };
  }

  // `client`: who asks, and so whom the statement of identity is for.
  account(sub, client) {
    const person = this.find(sub);
    return person && { accountId: sub, claims: async (use) => this.claims(person, use, client) };
  }

  claims(person, use, client) {
    const own = Object.fromEntries(Object.entries(person).filter(([name]) => !NOT_CLAIMS.has(name)));
    const said = { sub: person.sub, ...own };
    if (person.email) said.email_verified = true;
    if (person.phone_number) said.phone_number_verified = true;
    if (person.kind === 'colleague' || person.kind === 'organisation') return { ...said, name: person.name, amr: person.amr ?? ['pwd', 'otp'] };
    if (use === 'id_token') return { ...said, vot: person.vot ?? 'P2.Cl.Cm', vtm: `${this.issuer}/trustmark` };
    return { ...said, [CORE_IDENTITY]: this.coreIdentity(person, client) };
  }

  // Who this person was proved to be: a signed statement of its own, as One Login gives it.
  coreIdentity(person, client) {
    const now = Math.floor(Date.now() / 1000);
    const [given, ...family] = person.name.split(' ');
    const nameParts = [
      { type: 'GivenName', value: given },
      ...(family.length ? [{ type: 'FamilyName', value: family.join(' ') }] : []),
    ];
    return this.sign({
      iss: this.issuer, sub: person.sub, aud: client, iat: now, nbf: now, exp: now + 300, vot: 'P2', vtm: `${this.issuer}/trustmark`,
      vc: {
        type: ['VerifiableCredential', 'VerifiableIdentityCredential'],
        credentialSubject: { name: [{ nameParts }], birthDate: [{ value: person.birth_date }] },
      },
    });
  }

  sign(payload) {
    const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = `${encode({ alg: 'ES256', typ: 'JWT', kid: this.key.kid })}.${encode(payload)}`;
    const key = createPrivateKey({ key: this.key, format: 'jwk' });
    return `${head}.${createSign('SHA256').update(head).sign({ key, dsaEncoding: 'ieee-p1363' }, 'base64url')}`;
  }
}
