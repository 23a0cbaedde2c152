// The cookie of a session. Behind TLS its name binds it to this very host and path (`__Host-`); on the plain HTTP of
// one's own machine browsers would not keep such a one.
import type { Deps } from './deps.ts';

const PLAIN = 'assay_session';
const BINDING = 'assay_sign_in';

/** Whether people reach this server by HTTPS. */
export function behindTls({ origin }: Pick<Deps, 'origin'>): boolean {
  return origin.startsWith('https://');
}

/** The session that a request carries. */
export function sessionOf(deps: Pick<Deps, 'origin'>, request: Request): string | undefined {
  return cookieOf(request, nameOf(deps, PLAIN));
}

/** What binds a sign-in that is under way at a provider to the browser in which it began. */
export function bindingOf(deps: Pick<Deps, 'origin'>, request: Request): string | undefined {
  return cookieOf(request, nameOf(deps, BINDING));
}

/** The header that keeps a binding for so many seconds; it goes with our own pages' requests alone. */
export function bindingCookie(deps: Pick<Deps, 'origin'>, secret: string, seconds: number): string {
  const secure = behindTls(deps) ? '; Secure' : '';
  return `${nameOf(deps, BINDING)}=${secret}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${seconds}${secure}`;
}

function cookieOf(request: Request, wanted: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted && value) return value;
  }
  return undefined;
}

/** The header that keeps a session for so many seconds; none ends it. */
export function sessionCookie(deps: Pick<Deps, 'origin'>, token: string, seconds: number): string {
  const secure = behindTls(deps) ? '; Secure' : '';
  return `${nameOf(deps, PLAIN)}=${token}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${seconds}${secure}`;
}

function nameOf(deps: Pick<Deps, 'origin'>, plain: string): string {
  return behindTls(deps) ? `__Host-${plain}` : plain;
}
