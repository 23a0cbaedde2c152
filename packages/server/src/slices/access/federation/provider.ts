// OpenID Connect as a client speaks it: what a provider says of itself, where it is asked, and what its answer proves.
// The protocol is oauth4webapi’s; every address is asked by the server’s one way out, and nothing is followed elsewhere.
import { err, millisOfInstant, ok, type Result } from '@assay/core';
import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';

/** Asymmetric ones alone: whoever can check a signature must not be able to make one (RFC 8725 3.1). */
export const ALGORITHMS: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How far two clocks may be apart, and how old an ID token may be that was just asked for, in seconds. */
export const CLOCKS_APART = 60;
const OLDEST = 600;

export interface Asked {
  readonly nonce: string;
  readonly verifier: string;
  readonly state: string;
  readonly redirect: string;
}

export interface Client {
  readonly id: string;
  readonly secret: string | undefined;
}

/** What the provider says of somebody; only what was proved. */
export interface Said {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
  readonly claims: Readonly<Record<string, unknown>>;
}

export type Provider = oauth.AuthorizationServer & {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
};

type Egress = Pick<Deps, 'egress' | 'clock'>;

/** Asks a provider what it can (OpenID Connect Discovery 1.0). */
export async function discover(deps: Egress, issuer: string): Promise<Result<Provider, Refusal>> {
  const unusable = (detail: string): Result<never, Refusal> =>
    err({ code: 'federation.provider_unreachable', detail });
  if (!URL.canParse(issuer)) return unusable('The issuer is no address.');
  const address = new URL(issuer);
  try {
    const response = await oauth.discoveryRequest(address, through(deps));
    const found = await oauth.processDiscoveryResponse(address, response);
    const { authorization_endpoint: asks, token_endpoint: trades, jwks_uri: keys } = found;
    if (asks === undefined || trades === undefined || keys === undefined)
      return unusable(
        'The provider names no address to sign in at, to trade codes at or to read its keys from.',
      );
    if (!/^https?:$/.test(URL.canParse(asks) ? new URL(asks).protocol : ''))
      return unusable('The provider’s address to sign in at is no web address.');
    const algorithms = (found.id_token_signing_alg_values_supported ?? ['RS256']).filter((each) =>
      ALGORITHMS.includes(each),
    );
    return ok({
      ...found,
      id_token_signing_alg_values_supported: algorithms,
      authorization_endpoint: asks,
      token_endpoint: trades,
      jwks_uri: keys,
    });
  } catch (cause) {
    return unusable(
      cause instanceof OutOfReach
        ? cause.message
        : `What ${address.host} says of itself is not what OpenID Connect asks.`,
    );
  }
}

/** The address at which the provider asks somebody who they are. */
export async function askingAddress(provider: Provider, client: Client, asked: Asked): Promise<string> {
  const address = new URL(provider.authorization_endpoint);
  const said = {
    response_type: 'code',
    client_id: client.id,
    redirect_uri: asked.redirect,
    scope:
      provider.scopes_supported?.includes('groups') === true
        ? 'openid email profile groups'
        : 'openid email profile',
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(said)) address.searchParams.set(name, value);
  return address.href;
}

/** What an answer proves: its issuer, its state, the code that is traded, and the signed ID token that comes for it. */
export async function proved(
  deps: Egress,
  provider: Provider,
  of: { readonly client: Client; readonly asked: Asked; readonly answer: string },
): Promise<Result<Said, Refusal>> {
  const { asked, answer } = of;
  const client: oauth.Client = {
    client_id: of.client.id,
    [oauth.clockSkew]: Math.round((millisOfInstant(deps.clock.now()) - Date.now()) / 1000),
    [oauth.clockTolerance]: CLOCKS_APART,
  };
  try {
    const parameters = oauth.validateAuthResponse(provider, client, new URLSearchParams(answer), asked.state);
    const response = await oauth.authorizationCodeGrantRequest(
      provider,
      client,
      authentication(provider, of.client),
      parameters,
      asked.redirect,
      asked.verifier,
      through(deps),
    );
    const tokens = await oauth.processAuthorizationCodeResponse(provider, client, response, {
      expectedNonce: asked.nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(provider, response, through(deps));
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (!claims) return refused('The provider sent no ID token.');
    const age = millisOfInstant(deps.clock.now()) / 1000 - claims.iat;
    if (age > OLDEST || age < -CLOCKS_APART) return refused('The ID token was not made just now (iat).');
    return ok({
      issuer: claims.iss,
      subject: claims.sub,
      name: textOf(claims['name']),
      email: textOf(claims['email']),
      emailVerified: claims['email_verified'] === true,
      claims,
    });
  } catch (cause) {
    return refused(because(cause));
  }
}

/** Keys of an issuer as it publishes them now: one that was changed is not used any more. */
export async function publishedKeys(
  deps: Egress,
  { jwks_uri: address }: Provider,
): Promise<Result<z.infer<typeof keySet>, Refusal>> {
  const answer = await deps.egress({ url: address, headers: { accept: 'application/json' } });
  const unusable = err<Refusal>({
    code: 'federation.provider_unreachable',
    detail: 'The keys of the issuer could not be read.',
  });
  if (!answer.ok || answer.value.status !== 200) return unusable;
  try {
    const parsed = keySet.safeParse(JSON.parse(Buffer.from(answer.value.body).toString()));
    return parsed.success ? ok(parsed.data) : unusable;
  } catch {
    return unusable;
  }
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

function authentication(provider: Provider, { secret }: Client): oauth.ClientAuth {
  if (secret === undefined) return oauth.None();
  const ways = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return ways.includes('client_secret_basic')
    ? oauth.ClientSecretBasic(secret)
    : oauth.ClientSecretPost(secret);
}

/** The server’s way out, as the library asks for it. */
function through(deps: Egress) {
  const options = {
    // Which addresses may speak plain HTTP is the way out’s to say, and no other’s.
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: async (url: string, asked: Sent): Promise<Response> => {
      const answer = await deps.egress({
        url,
        method: asked.method,
        headers: asked.headers,
        ...(asked.body === undefined ? {} : { body: String(asked.body) }),
      });
      if (!answer.ok) throw new OutOfReach(answer.error.detail);
      if (answer.value.url !== new URL(url).href)
        throw new OutOfReach('The provider sends elsewhere; name the address that answers itself.');
      const { status } = answer.value;
      return new Response(status === 204 || status === 304 ? null : Buffer.from(answer.value.body), {
        status,
        headers: { ...answer.value.headers },
      });
    },
  };
  return options;
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | undefined;
}

class OutOfReach extends Error {}

/** One sentence for each way in which an answer can be wrong. */
function because(cause: unknown): string {
  if (cause instanceof OutOfReach) return cause.message;
  if (cause instanceof oauth.AuthorizationResponseError)
    return `The provider refused: ${plain(cause.error)}.`;
  if (cause instanceof oauth.ResponseBodyError)
    return `The provider did not trade the code: ${plain(cause.error)}.`;
  if (!(cause instanceof oauth.OperationProcessingError))
    return 'The ID token is not signed as sign-in asks.';
  const claim = about.safeParse(cause.cause).data?.claim;
  switch (cause.code) {
    case oauth.JWT_TIMESTAMP_CHECK:
      return `The ID token is too old, or not yet good (${claim ?? 'exp'}).`;
    case oauth.JWT_CLAIM_COMPARISON:
      return `The ID token is not meant for this sign-in (${claim ?? 'a claim'}).`;
    case oauth.KEY_SELECTION:
      return 'The ID token is signed by no key that the provider publishes.';
    default:
      return /signature|alg/i.test(cause.message)
        ? 'The ID token is not signed as sign-in asks.'
        : /issuer|"iss"/i.test(cause.message)
          ? 'The answer comes from another provider (iss).'
          : /"state"/.test(cause.message)
            ? 'The answer does not belong to this sign-in (state).'
            : 'The provider’s answer is not what OpenID Connect asks.';
  }
}

const about = z.object({ claim: z.string().regex(/^\w{1,40}$/) });

/** Codes of OAuth and nothing else: what a stranger writes is not repeated. */
function plain(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code : 'without a reason';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 254 ? value : undefined;
}

function refused(detail: string): Result<never, Refusal> {
  return err({ code: 'federation.refused', detail });
}
