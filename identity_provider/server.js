// The local OpenID provider, for the demo and for tests: a certified server (npm's oidc-provider) with a sign-in page of our
// own, where one chooses which made-up person to be. There are no passwords: it answers on this machine's own address only.
//
//   node identity_provider/server.js SETTINGS.json
//
// `customerview serve identity-provider` writes the settings; README.md says what is in them.
import { readFileSync } from 'node:fs';
import { Provider } from 'oidc-provider';
import { chooseSomebody, page } from './pages.js';
import { People } from './people.js';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const people = new People(settings.personas, settings.issuer, settings.jwks.keys[0]);

const provider = new Provider(settings.issuer, {
  jwks: settings.jwks,
  cookies: { keys: [settings.cookie_key], names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' } },
  clients: settings.clients.map((client) => ({
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    id_token_signed_response_alg: 'ES256',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    ...client,
  })),
  clientAuthMethods: ['private_key_jwt'],
  enabledJWA: {
    clientAuthSigningAlgValues: ['ES256'],
    idTokenSigningAlgValues: ['ES256'],
  },
  // Services are on this very machine, which the provider would else not call.
  fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  pkce: { required: () => true },
  responseTypes: ['code'],
  scopes: ['openid', 'email', 'phone'],
  claims: people.claimsByScope(),
  conformIdTokenClaims: false,
  extraParams: ['vtr', 'ui_locales'],
  findAccount: (ctx, sub) => people.account(sub, ctx.oidc.client?.clientId),
  interactions: { url: (ctx, interaction) => `/who/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    claimsParameter: { enabled: true }, // One Login is asked for the core identity by it; here it is always given
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = page('Sign out', `${form}<button autofocus type="submit" form="op.logoutForm" value="yes" name="logout">Sign out</button>`);
      },
      postLogoutSuccessSource: (ctx) => { ctx.body = page('You have signed out', ''); },
    },
  },
  // Nobody is asked whether they consent: the service is the only one that uses this provider.
  loadExistingGrant: async (ctx) => {
    const { client, session } = ctx.oidc;
    const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid email phone');
    grant.addOIDCClaims([...ctx.oidc.requestParamClaims]);
    await grant.save();
    return grant;
  },
  renderError: (ctx, out) => {
    ctx.type = 'html';
    ctx.body = page('Sign-in did not work', '', [out.error, out.error_description].filter(Boolean));
  },
  ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 3600, Session: 3600, Grant: 3600 },
});

// Everybody who comes is asked who they want to be, even if they were somebody a moment ago: the earlier session is not seen.
provider.use((ctx, next) => {
  if (ctx.path.startsWith('/auth') && ctx.req.headers.cookie) {
    ctx.req.headers.cookie = ctx.req.headers.cookie.split('; ').filter((cookie) => !cookie.startsWith('idp_session')).join('; ');
  }
  return next();
});

provider.use(async (ctx, next) => {
  const [, uid] = ctx.path.match(/^\/who\/([\w-]+)$/) ?? [];
  if (!uid) return next();
  const { params, uid: asked } = await provider.interactionDetails(ctx.req, ctx.res);
  const kinds = settings.clients.find((client) => client.client_id === params.client_id).kinds;
  if (ctx.method === 'POST') {
    const chosen = people.find(new URLSearchParams(await body(ctx.req)).get('sub'));
    const result = chosen && kinds.includes(chosen.kind)
      ? { login: { accountId: chosen.sub, amr: chosen.amr ?? ['pwd', 'otp'], remember: false } }
      : { error: 'access_denied', error_description: 'Nobody was chosen' };
    await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
    ctx.respond = false; // it has answered by itself
    return undefined;
  }
  ctx.type = 'html';
  ctx.set('Cache-Control', 'no-store');
  ctx.body = chooseSomebody(people.of(kinds), `/who/${asked}`, params.ui_locales === 'cy' ? 'cy' : 'en');
  return undefined;
});

async function body(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error('too long a form');
  }
  return text;
}

const server = provider.listen(settings.port, '127.0.0.1', () => console.log(`Identity provider at ${settings.issuer}`));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { server.closeAllConnections(); server.close(() => process.exit(0)); });
