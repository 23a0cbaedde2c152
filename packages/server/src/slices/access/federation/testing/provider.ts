// A real OpenID Connect provider on this machine (oidc-provider), which can be told to lie.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  base64url,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[];
}

/** How an ID token is written: its claims, and by which key under which algorithm. */
export interface Lie {
  readonly claims?: (honest: JWTPayload) => JWTPayload;
  readonly by?: 'none' | 'secret' | 'stranger' | 'brought';
  /** As whom it describes itself (OpenID Connect Discovery). */
  readonly named?: string;
}

export const CLIENT = { id: 'assay', secret: 'a-secret-of-forty-characters-for-this-test' };

export class TestProvider {
  readonly issuer: string;
  /** Who signs in next. */
  account: Account = { sub: 'nobody' };
  lie: Lie | undefined;
  readonly #server: Server;
  readonly #key: CryptoKey;

  private constructor(server: Server, key: CryptoKey) {
    this.#server = server;
    this.#key = key;
    const address = server.address();
    this.issuer = `http://127.0.0.1:${isListening(address) ? address.port : 0}`;
  }

  /** Listens on a port of its own; `redirects` are where it may send browsers back to. */
  static async start(redirects: readonly string[]): Promise<TestProvider> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'first', alg: 'RS256', use: 'sig' };
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const made = new TestProvider(server, privateKey);
    const provider = new Provider(made.issuer, made.#configuration(redirects, jwk));
    provider.use(async (context, next) => {
      await next();
      const body: unknown = context.body;
      const named = made.lie?.named;
      if (context.path.endsWith('/openid-configuration') && named !== undefined && isObject(body))
        context.body = { ...body, issuer: named };
      if (context.path === '/token' && made.lie && isTokens(body))
        context.body = { ...body, id_token: await made.#told(body.id_token) };
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
      const login = { accountId: made.account.sub };
      void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    });
    return made;
  }

  /** What a pipeline's platform would sign: an ID token of any claims. */
  signed(claims: JWTPayload, lie: Lie = {}): Promise<string> {
    return this.#sign({ iss: this.issuer, ...claims }, lie);
  }

  /** Goes where a browser would be sent, signs in, and answers the query with which it is sent back. */
  async visit(address: string): Promise<string> {
    const jar = new Map<string, string>();
    let at = address;
    for (let hops = 0; hops < 10; hops += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
      at = new URL(location, at).href;
      if (!at.startsWith(this.issuer)) return new URL(at).search.slice(1);
    }
    throw new Error('the provider sends in circles');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #configuration(redirects: readonly string[], jwk: object): Configuration {
    return {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [...redirects] }],
      jwks: { keys: [{ kty: 'RSA', ...jwk }] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
      scopes: ['openid', 'email', 'profile', 'groups'],
      conformIdTokenClaims: false,
      cookies: { keys: ['of this test'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...this.account, sub }) }),
      loadExistingGrant: async ({ oidc }) => {
        const clientId = oidc.client?.clientId;
        const accountId = oidc.session?.accountId;
        if (clientId === undefined || accountId === undefined) return undefined;
        const grant = new oidc.provider.Grant({ clientId, accountId });
        grant.addOIDCScope('openid email profile groups');
        await grant.save();
        return grant;
      },
    };
  }

  #told(honest: string): Promise<string> {
    const claims = decodeJwt(honest);
    return this.#sign(this.lie?.claims?.(claims) ?? claims, this.lie ?? {});
  }

  async #sign(claims: JWTPayload, { by }: Lie): Promise<string> {
    if (by === 'none')
      return `${base64url.encode('{"alg":"none"}')}.${base64url.encode(JSON.stringify(claims))}.`;
    const token = new SignJWT(claims);
    if (by === 'secret') return token.setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(CLIENT.secret));
    if (by === 'brought') {
      // The key comes along in the token, as its sender would like it to be believed.
      const { privateKey, publicKey } = await generateKeyPair('RS256');
      const brought = { jwk: await exportJWK(publicKey), jku: 'https://evil.example/keys' };
      return token.setProtectedHeader({ alg: 'RS256', kid: 'first', ...brought }).sign(privateKey);
    }
    const key = by === 'stranger' ? (await generateKeyPair('RS256')).privateKey : this.#key;
    return token.setProtectedHeader({ alg: 'RS256', kid: 'first' }).sign(key);
  }
}

function isListening(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}

function isTokens(body: unknown): body is { readonly id_token: string } {
  return typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string';
}
